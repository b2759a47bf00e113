"""「共同研究と並べて比較表に」 after a calculated plan: that plan on the numbers told of it, next to another on its defaults."""

import re

from assistant.models import Question
from assistant.understand.investment import Investment, read_investment

COMPARED = ("prototype", "cloud", "joint")
PLANS = (*COMPARED, "prototype_joint")
BESIDE = re.compile(r"並べ|並列|比較|比べ|くらべ|見比べ|対比")
A_DOCUMENT = re.compile(r"稟議|りんぎ|excel|エクセル|word|ワード|スライド|パワポ|パワーポイント|powerpoint|資料|説明書|報告書|計算書|論文|会議|学会|割合|参加率", re.IGNORECASE)
LONGEST = 48
CALCULATED = ("roi", "document")


def other_plan(line: str) -> str | None:
    """The one plan that a line wants next to the plan before it; None where it tells numbers, names several or none."""
    if len(line) > LONGEST or not BESIDE.search(line) or A_DOCUMENT.search(line):
        return None
    told = read_investment(line)
    alone = len(told.strategies) == 1 and told.strategies[0] in PLANS and told == Investment(strategies=told.strategies, same=told.same)
    return told.strategies[0] if alone else None


def put_beside(question: Question, previous: Question | None) -> Question | None:
    """The comparison of the last calculated plan with another one."""
    if previous is None or previous.intent not in CALCULATED or not previous.topic or other_plan(question.text) is None:
        return None
    return question.with_(intent="roi", topic=f"{question.text}\n{previous.topic}", inherited=("amounts",), blocker=None, blocker_details={}, years=(), places=(), subjects=(), statistic="level", parts=(), paper=None, term=None)
