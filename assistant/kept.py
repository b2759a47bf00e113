"""What a conversation keeps of a turn, for the next one to lean on."""

from assistant.models import NOT_IN_DATA, Answer, Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.words.fact_wanted import FACT

# What is lacking is what was asked, not where or when.
LACKING = ("outside", "scope_outcome", "scope_people", "scope_heads", "scope_business", "scope_detail", "unknown_metric")


def moves_on(question: Question, answer: Answer) -> bool:
    """Whether the next follow-up leans on this question: not on small talk, nor on what the data never hold or no paper speaks of."""
    unspoken = answer.outcome == NOT_IN_DATA and question.intent not in DATA_INTENTS
    return answer.intent not in ("smalltalk", "help") and question.blocker is None and not unspoken


def value_asked(question: Question, data: Question | None = None) -> Question | None:
    """The value of a metric whose meaning (or another one than `data`'s, whose reason) was asked for, or that a worded question named with its year: what 「2015年は?」 asks next."""
    moved = question.intent in ("why", "limits") and data is not None and data.subjects[:1] != question.subjects[:1]  # another metric since the last figure
    named = question.subjects and (question.intent == "explain" or moved or question.intent == "paper" and question.years or question.advice[:1] == (FACT,))
    return question.with_(intent="figure", statistic="level", parts=(), advice=()) if named else None


def lacks_measure(question: Question) -> bool:
    """Whether a refused question named a conference and a year, and what is not held is what it asked of them."""
    return question.blocker in LACKING and len(question.places) == 1 == len(question.years) and question.places[0].kind == "venue"


def to_keep(question: Question, answer: Answer, data: Question | None) -> tuple[Question, Question | None]:
    """The question as the next one sees it, and the last one about figures. Years that the data do not have were told so once: no later question is asked of them."""
    if data is None and answer.outcome == NOT_IN_DATA and lacks_measure(question):  # 「ICML 2020の採択率は」 「なら企業の割合は」
        asked = question.with_(intent="figure", statistic="level", ranked=None, blocker=None, blocker_details={}, span=False, spans=())
        return asked, asked
    if answer.outcome == NOT_IN_DATA and question.intent in DATA_INTENTS and question.years:
        question = question.with_(years=(), span=False, spans=(), recent_years=data.recent_years if data is not None else ())
    return question, question if question.intent in DATA_INTENTS else value_asked(question, data) or data
