"""Which of the firms, universities or countries that a ranking just named rose or fell most: 「その中で2012年以降に伸びたのはどこですか」."""

import re

from assistant.models import Question
from assistant.understand.figures.in_ranking import IN_RANKING, Reader
from assistant.understand.names.periods import read_period
from assistant.understand.text.matcher import Text

TOLD_BEFORE = "told_before"  # the `option` of movers among the names of the last ranking
RANKED = ("firms", "universities", "institutions", "countries")
AMONG = r"(?:(?:その|この|それら|これら|今の|上の|そ|こ|上位|トップ|上位陣|挙がった|並んだ|出てきた)の?(?:\d+(?:社|校|[かカヶ]国|機関|つ))?(?:の)?(?:中|うち|なか|顔ぶれ|企業|会社|大学|国|面々)?(?:で(?:は|も)?|から|だと|の)?|(?:中|うち)でも?)、?"
MOVED = re.compile(
    rf"^(?:(?:じゃあ?|では|で|それで|ほな|ちなみに)[、,]?\s*)*(?:{AMONG}|(?=(?:一番|いちばん|最も|もっとも|特に)、?(?:伸|増|減|下が|落ち|躍進|台頭)))[^。??]{{0,24}}?(?:一番|いちばん|最も|もっとも|特に|とくに|大きく|急に|近年|ここ数年)?、?"
    r"(?:伸び|伸ば|増え|増や|上が|上げ|上昇し|減っ|減ら|下が|下げ|落ち|落と|低下し|後退し|躍進し|台頭し)[ぁ-ん]{0,8}(?:の|会社|企業|大学|国|ところ|とこ)(?:は|って)?、?(?:どこ|どれ|どの(?:会社|企業|大学|国)|誰)?[ぁ-ん]{0,6}[。??]*$"
)
LONGEST = 40  # characters


def ranking_told(previous: Question | None) -> Question | None:
    """The ranking that the last answer gave, also beside another answer."""
    if previous is None:
        return None
    whole = next((part for part in previous.parts if part.statistic == "rank"), previous)
    return whole if whole.statistic in ("rank", "movers") and whole.ranked in RANKED else None


def moved_among(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """Those names in the order of their change since the year that is named, else since 2007–2011; None for any other message."""
    told = ranking_told(previous)
    if told is None or len(text.folded) > LONGEST or not MOVED.match(text.folded):
        return None
    period = read_period(text.folded, told.years[-1] if told.years else None)
    if told.option == IN_RANKING and told.ranked != "countries":
        told = told.with_(subjects=())
    done = told.with_(
        text=text.folded, intent="rank", statistic="movers", option=TOLD_BEFORE, years=period.years if len(period.years) > 1 else (), span=False, year_found=told.years[-1] if told.years else None, readings=(), claims=(), asserted=None, parts=(),
        style="normal", inherited=("all",),
    )  # fmt: skip
    return reader.finished(done, text, data)
