"""「共同研究と並べて比較表に」 after a calculated plan: that plan on the numbers told of it, next to another on its defaults."""

import re

from assistant.models import Question
from assistant.understand.plans.investment import Investment, read_investment

COMPARED = ("prototype", "cloud", "joint")
PLANS = (*COMPARED, "prototype_joint")
BESIDE = re.compile(r"並べ|並列|比較|比べ|くらべ|見比べ|対比")
A_DOCUMENT = re.compile(r"稟議|りんぎ|excel|エクセル|word|ワード|スライド|パワポ|パワーポイント|powerpoint|資料|説明書|報告書|計算書|論文|会議|学会|割合|参加率", re.IGNORECASE)
LONGEST, LONGEST_POINTED = 48, 90
# 「さっきの小さく始める案と比べて」: the plan before, by whatever name.
POINTED = re.compile(r"(?:さっき|先ほど|先程|前|最初|今|いま|これまで)の[^。、]{0,14}?(?:案|計画|試算|やり方|プラン)(?:と|に)")
FIRMS = re.compile(r"([0-9]{1,3}社)(?:で|が|を)?(?:まとめ|共同|集ま|合わせ|あわせ|一緒|分け)")
CALCULATED = ("roi", "document")


def other_plan(line: str) -> str | None:
    """The one plan that a line wants next to the plan before it; None where it tells numbers, names several or none."""
    pointed = POINTED.search(line)
    if len(line) > (LONGEST_POINTED if pointed else LONGEST) or not BESIDE.search(line) or A_DOCUMENT.search(line):
        return None
    told = read_investment(line if pointed is None else line.replace(pointed.group(), ""))
    alone = len(told.strategies) == 1 and told.strategies[0] in PLANS and told == Investment(strategies=told.strategies, same=told.same)
    return told.strategies[0] if alone else None


def put_beside(question: Question, previous: Question | None) -> Question | None:
    """The comparison of the last calculated plan with another one."""
    if previous is None or previous.intent not in CALCULATED or not previous.topic or other_plan(question.text) is None:
        return None
    return question.with_(intent="roi", topic=f"{question.text}\n{previous.topic}", inherited=("amounts",), blocker=None, blocker_details={}, years=(), places=(), subjects=(), statistic="level", parts=(), paper=None, term=None)
