"""「ここまでの話を1分で」「以上をまとめて」「結論を30秒で言えるように」: what the conversation came to, to be said or read in one go."""

import re

from assistant.models import Question, Subject
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.names.labels import PLAN
from assistant.understand.names.recent import explained
from assistant.understand.plans.plan_talk import plan_told
from assistant.understand.text.matcher import Text
from assistant.understand.text.whole_talk import ALOUD, ONE_LINE, WHOLE, lines_wanted, taken_up

SUM = "sum"
ENGLISH = re.compile(r"英語|英文|英訳|(?<![A-Za-z])english(?![A-Za-z])", re.IGNORECASE)
IN_WORDS = ("paper", "explain", "why", "limits", "strategy")


def summed_up(text: Text, previous: Question | None, data: Question | None) -> Question | None:
    """What the talk came to: the plan it calculated, else what was measured and explained lately, else the last answer in three lines, or in one. None for any other message.

    Of several things told it is a question for phrases with `advice` sum, oldest first, in `count` lines where that was told.
    """
    if previous is None or (reach := taken_up(text)) is None:
        return None
    form = "shortest" if ONE_LINE.search(text.folded) else "three"
    aloud, lines = ALOUD.search(text.folded) is not None, lines_wanted(text.folded)
    asked = Question(text=text.folded, intent="phrases", resolved=text.folded, topic=text.folded, count=lines)
    if ENGLISH.search(text.folded) and (again := in_english(asked, previous, data, reach)) is not None:
        return again
    if plan := plan_told(previous) or (previous.plan if reach == WHOLE else ""):
        return asked.with_(topic=f"{text.folded}{PLAN}{plan}", inherited=("amounts",)) if aloud or lines else asked.with_(intent="roi", topic=plan, style=form, inherited=("amounts",))
    in_words = previous.intent in IN_WORDS and not previous.parts
    if reach == WHOLE and len(told := explained(previous)) > (data is None):  # beside figures one thing that was explained is enough
        return asked.with_(advice=(SUM,), explained=told, **of_figures(data))
    if in_words and (reach != WHOLE or data is None):
        return previous.with_(text=text.folded, style="spoken" if aloud else form, inherited=("all",))
    return measured(asked, data, form, aloud) if data is not None else None


def in_english(asked: Question, previous: Question, data: Question | None, reach: str) -> Question | None:
    """The same in English (「いまの話、英語で3行にして」): the plan, the last answer, or the figures of the talk; None where there is none of them."""
    if plan := plan_told(previous) or (previous.plan if reach == WHOLE else ""):
        return asked.with_(intent="roi", topic=plan, style="english", inherited=("amounts",))
    if previous.parts or reach == WHOLE and data is not None and len(of_figures(data)["subjects"]) > 1:
        return asked.with_(style="english", advice=(SUM,), **of_figures(data)) if data is not None else None
    told = data if reach == WHOLE and data is not None else previous
    return told.with_(text=asked.text, style="english", inherited=("all",), asserted=None, focus=None) if told.intent in (*DATA_INTENTS, *IN_WORDS) else None


def of_figures(data: Question | None) -> dict[str, tuple]:
    """The subjects and places that were measured, as fields of a question; none where nothing was."""
    if data is None:
        return {}
    subjects = tuple(dict.fromkeys((*data.recent_subjects, *data.subjects))) or (Subject("firm_share"),)
    places = data.places[:1] if len(subjects) > 1 else tuple(dict.fromkeys((*data.recent_places, *data.places)))
    return {"subjects": subjects, "places": places, "inherited": ("subjects",)}


def measured(asked: Question, data: Question, form: str, aloud: bool) -> Question:
    """The same of what was measured: all of it, or the one thing to be said aloud, in so many messages, or in a shorter form."""
    told = asked.with_(**of_figures(data))
    if len(told.subjects) * max(1, len(told.places)) > 1 or asked.count and not aloud:
        return told.with_(advice=(SUM,))
    if aloud or asked.count or data.intent not in DATA_INTENTS or data.parts:
        return told
    return data.with_(text=asked.text, style=form, inherited=("all",))
