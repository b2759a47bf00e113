"""Who has fewest: of all firms, universities or countries that is many at once, and said so; of the four or five that GAFA and GAFAM name, it is one of those."""

import re

import prompts
from analytics.divide.country_names import COUNTRY_LABELS
from assistant.models import Question, Subject
from assistant.understand.cues.who_ranked import NAMED

GAFA = re.compile(r"gafa(m)?", re.IGNORECASE)
FOUR, FIFTH = ("google", "apple", "meta", "amazon"), "microsoft"
KINDS = {"firms": "企業", "universities": "大学", "institutions": "機関", "countries": "国"}
OF_GROUP = ("big_tech_share", "tier_share")


def lowest_fitted(question: Question, text: str) -> Question:
    """The ranking from below as it can be told; any other question as it is."""
    if question.statistic != "rank" or not question.ascending or question.ranked not in NAMED or question.blocker is not None:
        return question
    subject = question.subjects[0] if question.subjects else Subject("firm_share")
    if question.ranked == "firms" and (match := GAFA.search(text)):
        names = (*FOUR, FIFTH) if match[1] else FOUR
        return question.with_(ranked="named", subjects=tuple(Subject("institution_share", institution=name) for name in names), readings=())
    if subject.metric in OF_GROUP:
        return question
    country = "Japan" if subject.metric.startswith("japan") else subject.country
    kind = KINDS[question.ranked] if country is None or question.ranked == "countries" else f"{COUNTRY_LABELS.get(country, country)}の{KINDS[question.ranked]}"
    told = prompts.render("notes", "last_is_many", kind=kind)
    return question.with_(ascending=False, readings=(*question.readings, told))
