"""Two of what a ranking names, set side by side right after it: 「米国と中国を比べて」."""

import re

from assistant.models import Question
from assistant.understand.after_ranking import RANKED
from assistant.understand.matcher import Text

COMPARED = re.compile(r"比べ|くらべ|比較|並べ|どっち|どちら|差(?:は|を)|違い|vs", re.IGNORECASE)
BY_NAME = ("country_share", "japan_share", "institution_share")


def pair_ranked(question: Question, previous: Question, text: Text) -> Question | None:
    """The question completed from a ranking; None for any other."""
    if previous.statistic not in ("rank", "movers") or previous.ranked not in RANKED:
        return None
    if len(question.subjects) > 1 and all(subject.metric in BY_NAME for subject in question.subjects) and COMPARED.search(text.folded):
        places = question.places or tuple(place for place in previous.places if place.kind != "venue")
        return question.with_(
            intent="compare", statistic="level", places=places, years=question.years or previous.years[-1:], span=question.span and bool(question.years), ranked=None, count=None, blocker=None,
            inherited=("places", "years"),
        )  # fmt: skip
    return None
