"""Terms of the sums themselves: how two of them differ (「NPVとIRRってどう違うの」), the next one after another (「IRRは?」), and which of the two to go by."""

import re

import prompts
from assistant.models import Question
from assistant.understand.names.recent import explained
from assistant.understand.plans.which_measure import which_measure
from assistant.understand.text.matcher import Text
from assistant.understand.words.terms_apart import terms_told

TERMS = {"npv": "NPV", "irr": "IRR", "roi": "ROI", "payback": "回収期間", "rate": "割引率", "break_even": "損益分岐点", "expected": "期待値", "sensitivity": "感度分析"}
GLOSSARY = {"npv": "NPV", "irr": "IRR", "payback": "回収期間", "roi": "ROI", "discount-rate": "割引率", "break-even": "損益分岐点", "expected-value": "期待値", "sensitivity": "感度分析", "monte-carlo": "モンテカルロ"}
APART = re.compile(r"違[いうっ]|差(?:は|って|が)|別物|使い分け|同じ(?:もの|こと|なの|です)|どう異な|区別")
NEXT = r"(?:じゃあ?|では|で|なら|それなら|、)*(?P<term>{names})(?:は|って|の場合は|だと|のほうは|も)?(?:何|なに|どういう意味)?(?:です|なの)?か?[??。]*"
WHICH = re.compile(r"(?:どっち|どちら|どれ)(?:が|を|で|に|の)?[^。]{0,12}(?:いい|良い|よい|ええ|向|使|見|重視|判断|合|おすすめ|お勧め|[??]|$)")
OF_VALUE = re.compile(r"[0-9]|いくら|何%|何年|高い|低い|会議|論文|大学|企業の|割合")
LONGEST, SHORT = 60, 30  # characters


def named_in(lowered: str) -> list[str]:
    """Terms of the sums that a text names, in its order."""
    places = sorted((lowered.find(word), name) for name in TERMS for word in words_of(name) if word in lowered)
    return list(dict.fromkeys(name for _, name in places))


def words_of(name: str) -> list[str]:
    """How a term is called; ROI is a result that is asked for, no input of the sums."""
    lexicon = prompts.lexicon("investment")
    return lexicon["terms"].get(name) or lexicon["focus"][name]


def plan_terms(text: Text, previous: Question | None) -> Question | None:
    """The question (intent explain, or roi for which to go by); None for any other message."""
    if len(text.folded) > LONGEST or OF_VALUE.search(text.folded):
        return None
    named = named_in(text.lowered)
    if len(named) == 2 and APART.search(text.folded):
        apart = f"{TERMS[named[0]]}と{TERMS[named[1]]}の違いは何ですか"
        return Question(text=apart, intent="explain", resolved=text.folded, topic=apart)
    told = [GLOSSARY[term] for term in terms_told(explained(previous)) if term in GLOSSARY] if previous is not None and previous.intent == "explain" and not previous.plan else []
    if not told or len(text.folded) > SHORT:
        return None
    names = "|".join(re.escape(word) for name in TERMS for word in words_of(name))
    if len(named) == 1 and re.fullmatch(NEXT.format(names=names), text.lowered):
        return Question(text=f"{TERMS[named[0]]}とは", intent="explain", resolved=text.folded, topic=f"{TERMS[named[0]]}とは")
    return which_measure(f"{told[-2]}と{told[-1]}のどちらを優先すべきですか") if len(told) > 1 and WHICH.search(text.folded) else None
