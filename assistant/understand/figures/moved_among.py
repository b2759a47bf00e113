"""Which of the firms, universities or countries that a ranking just named rose or fell most: 「その中で2012年以降に伸びたのはどこですか」."""

import re

from assistant.models import Question
from assistant.understand.figures.in_ranking import IN_RANKING, Reader
from assistant.understand.names.periods import read_period
from assistant.understand.text.matcher import Text
from index.number_words import read_number

TOLD_BEFORE = "told_before"  # the `option` of movers among the names of the last ranking
OF_COUNTRY = ("country_share", "japan_share")
RANKED = ("firms", "universities", "institutions", "countries")
AMONG = r"(?:(?:その|この|それら|これら|今の|上の|そ|こ|上位|トップ|上位陣|挙がった|並んだ|出てきた)の?(?:\d+(?:社|校|[かカヶ]国|機関|つ))?(?:の)?(?:中|うち|なか|顔ぶれ|企業|会社|大学|国|面々)?(?:で(?:は|も)?|から|だと|の)?|(?:中|うち)でも?)、?"
MOVED = re.compile(
    rf"^(?:(?:じゃあ?|では|で|それで|ほな|ちなみに)[、,]?\s*)*(?:{AMONG}|(?=(?:一番|いちばん|最も|もっとも|特に)、?(?:伸|増|減|下が|落ち|躍進|台頭)))[^。??]{{0,24}}?(?:一番|いちばん|最も|もっとも|特に|とくに|大きく|急に|近年|ここ数年)?、?"
    r"(?:伸び|伸ば|増え|増や|上が|上げ|上昇し|減っ|減ら|下が|下げ|落ち|落と|低下し|後退し|躍進し|台頭し)[ぁ-ん]{0,8}(?:の|会社|企業|大学|国|ところ|とこ)(?:は|って)?、?(?:どこ|どれ|どの(?:会社|企業|大学|国)|誰)?[ぁ-ん]{0,6}[。??]*$"
)
# 「伸びとるとこ3つ」「伸び率が大きい3つは」「逆に落ちたのは?」: of all of that kind, as nothing points at the rows.
RISEN = r"(?:伸び|伸ば|増え|増や|上が|上げ|上昇|減っ|減ら|下が|下げ|落ち|落と|低下|後退|躍進|台頭)"
WHICH_MOVED = re.compile(
    rf"^(?:(?:じゃあ?|では|で|それで|ほな|ちなみに|逆に|反対に)[、,]?\s*)*(?:論文(?:が|を)|割合(?:が|を)|シェア(?:が|を))?(?:一番|いちばん|最も|特に|大きく|急に|ぐんと|たくさん|近年|最近|ここ数年)?、?"
    rf"(?:{RISEN}[ぁ-ん込]{{0,8}}?(?:の(?=は|って|を)|会社|企業|大学|国|機関|ところ|とこ|ん(?=は))|(?:伸び|上がり|下がり|落ち)(?:率|幅|方)?(?:が|の)(?:大きい|高い|すごい|目立つ|著しい)(?:順に?)?(?:の|会社|企業|大学|国|機関|ところ|とこ)?)"
    r"(?:は|って|を|で|、)*(?:上から|上位|トップ|ベスト)?(?P<number>\d{1,2}|[二三四五六七八九十])?(?:つ|社|校|[かカヶ]国|機関|位まで)?(?:は|って|を|だけ|、)*(?:どこ|どれ|どの(?:会社|企業|大学|国)|誰|教えて|挙げて|見せて|お願い|出して)?[ぁ-ん]{0,6}[。??]*$"
)
LONGEST = 40  # characters


def ranking_told(previous: Question | None) -> Question | None:
    """The ranking that the last answer gave, also beside another answer."""
    if previous is None:
        return None
    whole = next((part for part in previous.parts if part.statistic == "rank"), previous)
    return whole if whole.statistic in ("rank", "movers") and whole.ranked in RANKED else None


def moved_among(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """Those names (or all of their kind) in the order of their change since the year that is named, else since 2007–2011; None for any other message."""
    told = ranking_told(previous)
    if told is None or len(text.folded) > LONGEST:
        return None
    pointed = MOVED.match(text.folded) is not None
    which = None if pointed else WHICH_MOVED.match(text.folded)
    if which is None and not pointed:
        return None
    period = read_period(text.folded, told.years[-1] if told.years else None)
    if told.option == IN_RANKING and told.ranked != "countries":
        told = told.with_(subjects=())
    done = told.with_(
        text=text.folded, intent="rank", statistic="movers", option=TOLD_BEFORE if pointed else None, years=period.years if len(period.years) > 1 else (), span=False, year_found=told.years[-1] if told.years else None, count=told.count if pointed else int(read_number(which["number"]).value) if which["number"] else None, ascending=False,
        subjects=tuple(subject for subject in told.subjects if pointed or subject.metric in OF_COUNTRY), readings=(), claims=(), asserted=None, parts=(),
        style="normal", inherited=("all",),
    )  # fmt: skip
    return reader.finished(done, text, data)
