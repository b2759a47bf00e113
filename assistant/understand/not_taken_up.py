"""A turn after figures of which nothing was understood would tell the last answer once more: 「昔はもっと多かった?」. It is asked back instead."""

import re

from assistant.models import Question
from assistant.understand.cues.intent import DATA_INTENTS
from assistant.understand.text.matcher import Text

# The last answer is wanted once more, or a value of it: 「もう一度」, 「何ポイント差?」, 「それって何%?」.
ONCE_MORE = re.compile(r"もう(?:一度|1度|いちど|一回|1回)|再度|繰り返|聞き(?:漏ら|逃)|聞こえ|見え(?:な|ま|ん|へん)|読め(?:な|ま|ん|へん)|again|repeat", re.IGNORECASE)
VALUE = re.compile(r"ポイント|(?<![a-z])p(?:t|p)(?![a-z])|差|割|率|[%%]|パー|倍|何(?=[割本点倍年位番件社校人字かカヶ]|パ|ポ)|どっち|どちら|最新|新しい|直近|latest|いくつ|いくら|なんぼ|なん(?=[本社校])|どれ|どの(?:くらい|ぐらい|程度)|本数|論文数|件|数字|数値|値|区間|[上下]限|出典|定義|分母|分子|順位|表|グラフ|図|桁|小数|整数|単位|丸め|share|percent|how|value|number|interval", re.IGNORECASE)
LONGEST = 40  # characters: a longer turn has words enough to be read by


def not_taken_up(question: Question, text: Text, previous: Question | None) -> Question:
    """The question, asked back where it is the last one again though its words ask for something else."""
    if previous is None or previous.intent not in DATA_INTENTS or previous.blocker is not None or question.blocker is not None or len(text.folded) > LONGEST:
        return question
    if question.intent not in DATA_INTENTS or "subjects" not in question.inherited or measured(question) != measured(previous) or ONCE_MORE.search(text.folded) or VALUE.search(text.folded):
        return question
    return question.with_(blocker="not_taken_up", blocker_details={"name": text.folded.rstrip("??。")}, parts=())


def measured(question: Question) -> tuple:
    """All that an answer with figures goes by; one value is the same whether it is compared or not."""
    return (
        question.statistic, question.subjects, question.places, question.years, question.span, question.spans, question.ranked, question.variant, question.count,
        question.ascending, question.style, question.family, question.computed, question.option, question.focus, question.asserted, question.claims, tuple(map(measured, question.parts)),
    )  # fmt: skip
