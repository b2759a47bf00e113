"""Things set beside each other by name: are they to be put in order, or are AI and the rest compared in one year?"""

import re

from assistant.models import Subject
from assistant.understand.names.periods import Period
from assistant.understand.text.matcher import Hit

ONE_OF_TWO = re.compile(r"どちら|どっち")
# An order is asked for: 「高い順に」「番付をつけて」「降順ソート」.
ORDER = re.compile(
    r"(?:い|き|な|方から|から|かった)順(?!調|当|次)|順(?:に|で|番に?)(?:並|示|教|見|挙|列|お|$|[。、])|ランキング|ランク付け|番付|順位|順番(?=は|を|に|で|つけ|付け|$|[。??])|序列|降順|昇順|並べ替え|並び替え|ソート|(?<![a-z])(?:sort|rank)(?:ed|ing)?(?![a-z])|"
    r"(?:大き|高|多|濃|小さ|低|少な|強)い(?:帯|方|ほう|もの|分野|会議|学会|国|機関|大学|ところ)から"
)
PLACED_BY_NAME = ("country_share", "japan_share", "institution_share", "tier_share")
AMONG = re.compile(r"(?:の(?:うち|中)|の中で)[^。]{0,24}(?:一番|いちばん|最も|もっとも|トップ|最下位|highest|lowest)")
LINED_UP = re.compile(r"並べ(?!て(?:比|見比|提示|示|お示))")


def ordered(subjects: tuple[Subject, ...], places, period: Period, text: str) -> bool:
    """Whether things named (places, or whom is measured, not both) are to be put in order, in one year or period."""
    named = max(len(subjects), len(places))
    if len(subjects) > 1 and not all(subject.metric in PLACED_BY_NAME for subject in subjects):
        return False
    if named < 2 or min(len(subjects), len(places)) > 1 or period.spans or len(period.years) > 1 and not period.span:
        return False
    return bool(ORDER.search(text)) and not (named == 2 and ONE_OF_TWO.search(text)) or named > 2 and bool(AMONG.search(text) or len(period.years) < 2 and LINED_UP.search(text))


DID_NAMED = re.compile(r"差の差|did|diff|因果|純増|差し引", re.IGNORECASE)


def only_two_areas(hits: list[Hit], period: Period, text: str) -> bool:
    """Whether AI and the rest are set side by side in one year: 「対照群」 is then the rest, no difference of differences."""
    return {hit.key for hit in hits if hit.kind == "area"} >= {"ai", "non_ai"} and len(period.years) == 1 and period.years != (2012,) and not DID_NAMED.search(text)
