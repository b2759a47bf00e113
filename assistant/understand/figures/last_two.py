"""How far two groups or places told one after the other are apart, and whether that grew: 「差は縮まってる?」 after エリート大学 and 「それ以外は?」; and which of
two kinds of universities writes with firms."""

import re

from analytics.divide.store import MAIN_LAST
from assistant.models import Question, Subject
from assistant.understand.cues.differences import APART_WORD, GAP_MOVED
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.periods import read_period
from assistant.understand.names.reader import Reader
from assistant.understand.text.matcher import Text

OPENER = r"^(?:(?:じゃあ?|では|で|それで|ちなみに|ほな|なら|ところで|結局)[、,]?\s*)*"
BETWEEN = r"(?:(?:その|この|両者の?|二つの?|2つの?|両方の?|お互いの?)(?:間の)?)?"
APART = re.compile(rf"{OPENER}{BETWEEN}(?:{APART_WORD})(?:は|って|を|が)?、?(?:どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度)|何(?:ポイント|倍|%)|いくつ|なんぼ)?[ぁ-ん]{{0,8}}[。??!]*$")
MOVED = re.compile(rf"{OPENER}{BETWEEN}(?:この10年で|昔より|以前より)?(?:差|開き|ギャップ|違い)[^。、]{{0,12}}[。??!]*$")
PARTNERED = re.compile(r"(?:企業|会社|民間)と(?:の)?(?:よく|一緒に|手を)*(?:組|共著|連携|共同|コラボ|連名)[^。、]{0,10}(?:どっち|どちら)|(?:どっち|どちら)[^。、]{0,8}(?:企業|会社|民間)と(?:の)?(?:よく|一緒に|手を)*(?:組|共著|連携|共同|コラボ|連名)")
BEST, REST = Subject("tier_share", tier="1-50"), Subject("non_elite_share")
IN_YEAR = re.compile(rf"{OPENER}(?P<year>(?:19|20)\d\d年|\d{{1,2}}年前|当時|その(?:とき|年|頃)|今|現在|最新|直近)(?:の|は|だと|時点の|での?)、?{BETWEEN}(?:{APART_WORD})(?:は|って|を|が)?、?(?:どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度)|何(?:ポイント|倍|%)|いくつ|なんぼ)?[ぁ-ん]{{0,8}}[。??!]*$")
WHICH = re.compile(rf"{OPENER}(?:今は|今だと|最新では)?(?:どっち|どちら)(?:の(?:方|ほう|国|会社|大学))?(?:が|の方が)、?(?:上|多|高|強|大き|勝|少な|低|下)[ぁ-ん]{{0,8}}[。??!]*$")
# 「2021年で同じ比較を」 of two told one after the other.
SAME_COMPARED = re.compile(rf"{OPENER}(?:(?P<year>(?:19|20)\d\d年|\d{{1,2}}年前|今|現在|最新|直近)(?:の?(?:年|時点))?(?:の?(?:数字|値))?(?:で|の|に|だと|なら)(?:も)?、?同(?:じ|様の)(?:比較|対比|並び|比べ方|組み合わせ)|同(?:じ|様の)(?:比較|対比|並び|比べ方|組み合わせ)を?、?(?P<then>(?:19|20)\d\d年|\d{{1,2}}年前|最新|直近)(?:で|に|だと))[ぁ-ん見願出教]{{0,10}}[。??!]*$")
NOW = re.compile(r"(?:どれ|どの)(?:くらい|ぐらい|だけ|ほど|程度)[^。]{0,4}(?:開い|離れ|つい|付い)て(?:い)?[るま]")  # how far apart they are, no move
TOLD = ("level", "trend", "peak", "trough")


def last_two(reader: Reader, text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """Those two side by side; None for any other message."""
    if previous is None or data is None or previous.intent not in DATA_INTENTS or previous.blocker is not None or data.parts:
        return None
    if PARTNERED.search(text.folded) and {BEST, REST} <= {*data.subjects, *data.recent_subjects[-3:]}:
        both = (Subject("firm_elite_share"), Subject("firm_non_elite_share"))
        return reader.finished(apart(data, text, "level").with_(subjects=both), text, data)
    if (year := IN_YEAR.match(text.folded)) and len(data.subjects) * max(1, len(data.places)) == 2 and data.ranked is None and data.statistic in (*TOLD, "change"):
        years = year_meant(year["year"], data)
        return reader.finished(apart(data, text, "level").with_(years=years, span=False), text, data) if years is not None else None
    if (same := SAME_COMPARED.match(text.folded)) and data.statistic in TOLD and (pair := told_apart(data)) is not None:
        years = year_meant(same["year"] or same["then"], data)
        return reader.finished(apart(data, text, "level").with_(years=years, span=False, **pair), text, data) if years is not None else None
    moved = GAP_MOVED.search(text.folded) and MOVED.match(text.folded)
    if NOW.search(text.folded) or not (moved or APART.match(text.folded) or WHICH.match(text.folded)) or data.statistic not in (*TOLD, "change") or len(data.subjects) * max(1, len(data.places)) != 1:
        return None
    pair = told_apart(data)
    if pair is None:
        return None
    return reader.finished(apart(data, text, "trend" if moved else "level").with_(**pair), text, data)


def year_meant(written: str, data: Question) -> tuple[int, ...] | None:
    """The one year in which the two are to be compared; () for the last one that is held, None where the words tell none."""
    if written in ("今", "現在", "最新", "直近"):
        return ()
    last = data.years[-1] if data.years else MAIN_LAST
    if ago := re.match(r"(\d{1,2})年前", written):
        return (last - int(ago[1]),)
    years = read_period(written).years
    return years[:1] if years else (data.year_found or data.years[-1],) if data.year_found or data.years else None


def told_apart(data: Question) -> dict | None:
    """The two subjects or the two places of which the second was asked for as a follow-up to the first; None where only the year changed."""
    if not data.inherited or "all" in data.inherited:
        return None
    same_place, two = "places" in data.inherited or not data.places, data.recent_subjects[-2:]
    if "subjects" not in data.inherited and same_place and len(two) == 2 and two[1:] == data.subjects:
        return {"subjects": two} if alike(*two) else None
    two = data.recent_places[-2:]
    if "subjects" in data.inherited and "places" not in data.inherited and len(two) == 2 and two[1:] == data.places and two[0].kind == two[1].kind:
        return {"places": two}
    return None


def alike(first: Subject, second: Subject) -> bool:
    """Whether two subjects are shares of papers that may be set side by side."""
    return first != second and bool(first.institution) == bool(second.institution)


def apart(data: Question, text: Text, statistic: str) -> Question:
    years = () if statistic == "trend" and not data.span or data.statistic in ("peak", "trough") else data.years
    years = years[-1:] if data.statistic == "change" and statistic == "level" else years
    return data.with_(text=text.folded, intent="compare", statistic=statistic, years=years, span=data.span and bool(years), ranked=None, readings=(), claims=(), asserted=None, style="normal", cue=None, inherited=("subjects", "places", "years"))
