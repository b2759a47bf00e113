"""Several institutions or countries by name in one question: which of them has most, or all side by side; and names that stand for several (「早慶」)."""

import re

from assistant.models import Question, Subject
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

JOINED = r"(?:と|や|、|・|,|vs\.?|対|および)"
MOST = re.compile(r"^(?:の?(?:論文)?(?:の中|のうち|なか|[2-9二三四五六][社校か国つ]*)?(?:で(?:は)?|だと|なら|は|って|、|の)*)(?:一番|いちばん|最も|もっとも)、?(?:論文(?:が|の数が)?)?(?:多|出し|上|強|高)(?:い|て(?:い)?る)?[^。、]{0,12}[。??]*$")
COMPARED = re.compile(r"^(?:の論文)?(?:の(?:割合|数|シェア))?(?:を|って|は|で|の)*、?(?:比べ|くらべ|比較|対比|並べ)[^。、]{0,12}[。??]*$")
WORDS = {"早慶": "早稲田大学と慶應義塾大学", "慶早": "慶應義塾大学と早稲田大学", "東京一工": "東京大学と京都大学と一橋大学と東京工業大学"}
BY_KANA = {"くにべつ": "国別", "きぎょうべつ": "企業別", "かいしゃべつ": "会社別", "だいがくべつ": "大学別", "がっかいべつ": "学会別", "がくかいべつ": "学会別", "かいぎべつ": "会議別", "ぶんやべつ": "分野別", "ねんべつ": "年別"}
FEWEST, MANY = 2, 4


def in_names(text: str) -> str:
    """The text with the names that such a word stands for, and 「くにべつ」 in its usual writing."""
    for kana, word in BY_KANA.items():
        text = re.sub(rf"(?<![ぁ-ん]){kana}", word, text)
    text = re.sub(r"(?<=[業国社学野議会関年])べつ(?=に|の|で|は|だ|を|[??。、]|$)", "別", text)
    for word, names in WORDS.items():
        text = re.sub(rf"(?<![一-龥]){word}(?![一-龥]*戦)", names, text)
    return text


def named_together(reader: Reader, text: Text, data: Question | None) -> Question | None:
    """The ranking of those named, or the comparison; None for any other message."""
    if data is not None:  # in a talk about figures the year and the conference told last are kept by other rules
        return None
    hits = sorted(reader.institutions.find(text), key=lambda hit: hit.start) or sorted(reader.countries.find(text), key=lambda hit: hit.start)
    if not FEWEST <= len(hits) <= MANY or hits[0].start > 1 or any(not re.fullmatch(rf"\s*{JOINED}\s*", text.folded[one.end : other.start]) for one, other in zip(hits, hits[1:], strict=False)):
        return None
    rest = text.folded[hits[-1].end :]
    most, compared = MOST.match(rest), COMPARED.match(rest)
    if not (most or compared):
        return None
    subjects = tuple(Subject("institution_share", institution=hit.key) if hit.kind == "institution" else Subject("japan_share") if hit.key == "Japan" else Subject("country_share", country=hit.key) for hit in hits)
    base = Question(text=text.folded, intent="compare", statistic="level", resolved=text.folded, topic=text.folded, subjects=subjects)
    return reader.finished(base.with_(intent="rank", statistic="rank", ranked="named") if most else base, text, None)
