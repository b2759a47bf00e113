"""Whether a country's firms or universities are among those a ranking just named: 「日本企業も入っていますか」「中国勢はいる?」."""

import re
from typing import Protocol

from assistant.models import Question, Subject
from assistant.understand.text.matcher import Hit, Text

IN_RANKING = "in_ranking"  # the `option` of a ranking that is asked for one country's members
SECTORAL = ("firms", "universities", "institutions")
OPENER = r"(?:(?:じゃあ?|では|で|それで|また|ちなみに|ほんで|ほな|あと|それと|なお|ところで)[、,]?\s*)*"
AMONG = r"(?:(?:その|この|今の|上の|それら|これら|上位|トップ|ランキング|並び|表|リスト|順位|顔ぶれ|\d+[社校位]?)(?:の|に|は)?)*(?:(?:中|うち|なか)(?:に|で)?(?:は|も)?)?、?"
KINDS = {"firms": r"企業|会社|メーカー|民間", "universities": r"大学(?!院)", "institutions": r"機関|組織|研究所"}
ANY_KIND = r"勢|の(?:もの|ところ|とこ)"
IS = (
    r"(?:も|は|って|が|なんか|から|、)*(?:(?:\d+|何|一|1)(?:社|校|つ)?(?:も|でも|か|くらい|ぐらい)?)?(?:上位|トップ|その中|この中|ランキング|並び|表|リスト)?(?:の中)?(?:に|には|にも)?、?"
    r"(?:入(?:っ(?:て|と|ちょ)|り込|る|ら|り|れ)|含ま|食い込|ランクイン|載っ|出て|名前(?:が|は)|顔を出|い(?:る|ま|な|て|ない)|おる|おら|おり|あ(?:る|り|ん)|あら|な(?:い|か)|見当た)"
    r"[ぁ-ん]{0,10}(?:か|の|ん|ね|よ|な)*[。??!]*"
)
HOW_MANY = r"(?:は|って|が|も)?、?(?:何|いく)(?:社|校|機関|つ|個)(?:[ぁ-ん入含載顔名前]){0,14}[。??!]*"  # 「その中に中国企業は何社?」


class Reader(Protocol):
    """What finds countries, and finishes a question that was completed."""

    countries: object

    def finished(self, question: Question, text: Text, data: Question | None) -> Question: ...


def in_ranking(reader: Reader, text: Text, data: Question | None) -> Question | None:
    """The last ranking, asked for the members of one country; None for any other message."""
    if data is None or data.parts or data.statistic != "rank" or data.ranked not in SECTORAL or len(text.folded) > 40:
        return None
    hits = reader.countries.find(text)
    if len({hit.key for hit in hits}) != 1 or not of_country(text.folded, hits[-1], data.ranked):
        return None
    country = hits[-1].key
    asked = data.with_(text=text.folded, subjects=(Subject("japan_share") if country == "Japan" else Subject("country_share", country=country),), option=IN_RANKING, readings=(), claims=(), asserted=None, style="normal", inherited=("all",))
    return reader.finished(asked, text, data)


def of_country(text: str, hit: Hit, ranked: str) -> bool:
    """Whether the message is nothing but the country, its firms (or whatever was ranked) and the words of being among them."""
    kind = KINDS[ranked] if ranked != "institutions" else "|".join(KINDS.values())
    return re.fullmatch(rf"{OPENER}{AMONG}", text[: hit.start]) is not None and re.fullmatch(rf"(?:の|系)?(?:{kind}|{ANY_KIND})?(?:{IS}|{HOW_MANY})", text[hit.end :]) is not None


def with_its_members(asked: list[Question], pieces: list[str], reader: Reader, read) -> list[Question]:
    """The questions of a message, a later one that asks for members of the ranking before it read as that."""
    done = list(asked)
    for number in range(1, len(pieces)):
        if (member := in_ranking(reader, read(pieces[number]), done[number - 1])) is not None:
            done[number] = member.with_(text=pieces[number])
    return done
