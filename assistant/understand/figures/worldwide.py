"""「産学共著の割合も」 after a country: what is not counted by country is told for the world, and that is said."""

import re

import prompts
from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS

COUNTRY = re.compile(r"japan|country_share")
NOT_BY_COUNTRY = (
    "firm_only_share", "firm_university_share", "firm_elite_share", "firm_non_elite_share", "elite_partner_ratio", "big_tech_share", "university_only_share", "no_firm_share", "firm_share", "university_share",
)  # fmt: skip
SAID = re.compile(r"世界|全体|国を(?:問わ|限ら)|各国|海外")


def worldwide(question: Question, previous: Question | None) -> Question:
    """A follow-up to the figures of a country with the note that its own figures are those of the world; any other question as it is."""
    if previous is None or not previous.subjects or not question.inherited or question.intent not in DATA_INTENTS or question.blocker is not None or question.statistic == "rank":
        return question
    of_country = COUNTRY.search(previous.subjects[-1].metric) is not None
    named = [subject for subject in question.subjects if subject not in previous.subjects and subject.metric in NOT_BY_COUNTRY]
    if not of_country or not named or SAID.search(question.text):
        return question
    return question.with_(readings=(*question.readings, prompts.render("notes", "worldwide")))
