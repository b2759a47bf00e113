"""The plan that a conversation is about: calculated last, put into a document or carried by words to say; and the words that want it so."""

import re
from functools import cache

import prompts
from assistant.models import Question
from assistant.understand.names.labels import PLAN
from assistant.understand.plans.investment import Investment, read_investment
from assistant.understand.plans.plan_history import returned
from assistant.understand.text.matcher import Text
from assistant.understand.text.whole_talk import SO_FAR, WHOLE, taken_up

CALCULATED = ("document", "strategy")
PROPOSAL = r"(?:稟議|提案|企画|起案|決裁|申請|上申|議案|予算(?:要求|申請|案|の?(?:お願い|相談))?|承認)"
PROPOSED = re.compile(rf"{PROPOSAL}|(?:この|その|さっきの|先ほどの|どの)(?:案|計画|投資|試算)|どれを|投資")
OF_FIGURES = re.compile(r"参加率|割合|比率|共著|シェア|論文|この数字|その数字|グラフ")
# 「稟議書の一文にして」 「提案書に書く文を」 「予算要求の言い方を」: a piece of the paper, not the paper.
PIECE = r"(?:一文|1文|[二三23]文|一節|一行|1行|一言|ひとこと|言い方|言い回し|書き方|書きぶり|書き出し|表現|フレーズ|セリフ|台詞|文言|決まり文句)"
WRITTEN = re.compile(rf"{PROPOSAL}(?:書|案|資料)?(?:の|に|で|用の?|向けの?|する(?:とき|際|場)の?)[^。、??]{{0,10}}?{PIECE}|{PROPOSAL}書?(?:に|で|へ)(?:書[くけいこ]|載せ|入れ|盛り込|使[うえ]|添え)[^。、??]{{0,6}}(?:文|言葉|一言|{PIECE})(?!書)")


def plan_told(previous: Question | None) -> str:
    """The topic of the plan that the last turn told of; empty where it told of none."""
    if previous is None:
        return ""
    if previous.intent == "phrases":
        carried = previous.topic.partition(PLAN)[2]
        return "" if carried in standard_sums() else carried
    return previous.topic if previous.intent == "roi" or previous.intent in CALCULATED and "amounts" in previous.inherited else ""


@cache
def standard_sums() -> frozenset[str]:
    """Questions whose sums a reply may carry though the talk calculated nothing of the kind."""
    return frozenset(entry["sum"]["ask"] for entry in prompts.table("phrases/objections").values() if "sum" in entry)


def plan_meant(text: Text, previous: Question | None) -> str:
    """The topic of that plan, or of the one calculated earlier in the conversation where a proposal is to be made or the talk summed up; empty for none."""
    if told := plan_told(previous):
        return told
    late = previous is not None and (taken_up(text) == WHOLE or re.search(SO_FAR, text.folded) is not None or PROPOSED.search(text.folded) is not None) and not OF_FIGURES.search(text.lowered)
    return previous.plan if late else ""


def plan_to_word(text: Text, previous: Question | None) -> str:
    """The same for a text to be written of it; with the request on top where that goes back to a plan told before another one (「元の案でメールを」 「さっきの共同研究の案を一言で」)."""
    plan, told = plan_meant(text, previous), read_investment(text.folded)
    named = len(told.strategies) == 1 and told == Investment(strategies=told.strategies) and any(told.strategies == read_investment(line).strategies for line in plan.split("\n"))
    return f"{text.folded}\n{plan}" if plan and (named or returned(text.folded)) else plan


def sentence_wanted(text: str) -> bool:
    """Whether words for a proposal are wanted, not the document."""
    return WRITTEN.search(text) is not None
