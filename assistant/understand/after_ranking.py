"""Follow-ups to a ranking that leave its order: only one kind of it (「企業だけに絞ると?」), or two of what is named side by side."""

import re

from assistant.models import Question
from assistant.understand.matcher import Text

RANKED = {"企業": "firms", "会社": "firms", "民間": "firms", "大学": "universities", "機関": "institutions", "組織": "institutions"}
ONLY = re.compile(
    r"^(?:じゃあ?|では|それを|これを|次は)?[、,]?(企業|会社|民間|大学|機関|組織)(?:(?:だけ|のみ)?(?:に|で)?(?:絞|しぼ|限定|限)[^、。]{0,8}|(?:だけ|のみ)(?:だと|なら|では|は|で|を|に|にして)?[^、。]{0,10})[??。]*$"
)
COMPARED = re.compile(r"比べ|くらべ|比較|並べ|どっち|どちら|差(?:は|を)|違い|vs", re.IGNORECASE)
BY_NAME = ("country_share", "japan_share", "institution_share")


def after_ranking(question: Question, previous: Question, text: Text) -> Question | None:
    """The question completed from a ranking of institutions; None for any other."""
    if previous.statistic not in ("rank", "movers") or previous.ranked not in ("institutions", "firms", "universities", "countries"):
        return None
    if previous.ranked != "countries" and (only := ONLY.match(text.folded)) and not question.years:
        return previous.with_(text=question.text, ranked=RANKED[only[1]], inherited=("all",))
    if len(question.subjects) > 1 and all(subject.metric in BY_NAME for subject in question.subjects) and COMPARED.search(text.folded):
        places = question.places or tuple(place for place in previous.places if place.kind != "venue")
        return question.with_(
            intent="compare", statistic="level", places=places, years=question.years or previous.years[-1:], span=question.span and bool(question.years), ranked=None, count=None, blocker=None,
            inherited=("places", "years"),
        )  # fmt: skip
    return None
