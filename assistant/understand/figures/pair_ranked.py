"""Right after a ranking: two of what it names set side by side (「米国と中国を比べて」), or the same ranking of others (「国別では?上位5か国」)."""

import re

from assistant.models import Question, Subject
from assistant.understand.cues.intent import COUNTERS
from assistant.understand.figures.after_ranking import OF_COUNTRY, RANKED
from assistant.understand.text.matcher import Text

COMPARED = re.compile(r"比べ|くらべ|比較|並べ|どっち|どちら|差(?:は|を)|違い|vs", re.IGNORECASE)
JAPANESE = {"firms": "japan_firm_share", "universities": "japan_university_share", "institutions": "japan_share"}
COUNTED = re.compile(rf"[0-9一二三四五六七八九十]+({'|'.join(COUNTERS)})")
BY_NAME = ("country_share", "japan_share", "institution_share")


def pair_ranked(question: Question, previous: Question, text: Text) -> Question | None:
    """The question completed from a ranking; None for any other."""
    if previous.statistic not in ("rank", "movers") or previous.ranked not in RANKED:
        return None
    if len(question.subjects) > 1 and all(subject.metric in BY_NAME for subject in question.subjects) and COMPARED.search(text.folded):
        places = question.places or previous.places
        return question.with_(
            intent="compare", statistic="level", places=places, years=question.years or previous.years[-1:], span=question.span and bool(question.years), ranked=None, count=None, blocker=None,
            inherited=("places", "years"),
        )  # fmt: skip
    return None


def ranking_of(previous: Question, kind: str) -> Question:
    """The last ranking, of another kind; firms or universities of a country stay those of that country."""
    kept = () if kind == "countries" else tuple(subject for subject in previous.subjects if subject.metric in OF_COUNTRY)
    if kind in JAPANESE and any(subject.metric in JAPANESE.values() for subject in previous.subjects):
        kept = (Subject(JAPANESE[kind]),)
    return previous.with_(ranked=kind, subjects=kept, option=None)


def other_ranked(previous: Question, text: Text) -> Question:
    """The last ranking, of the kind that a number of its rows counts (「上位5か国」); the ranking itself where that is its own kind."""
    counted = COUNTED.search(text.folded)
    kind = COUNTERS[counted[1]] if counted else None
    return ranking_of(previous, kind) if kind and previous.ranked in RANKED and kind != previous.ranked else previous
