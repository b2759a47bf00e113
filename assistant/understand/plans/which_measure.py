"""「NPVとIRRで順位が違うとき、どちらを信じるべきですか」: which measure of an investment to go by, told by what the glossary says each is good for."""

import re

from assistant.models import Question

NPV, OTHER = r"(?:npv|正味現在価値)", r"(?:irr|内部収益率|利回り|回収期間|roi|投資利益率)"
BOTH = re.compile(rf"{NPV}[^。??]{{0,12}}{OTHER}|{OTHER}[^。??]{{0,12}}{NPV}")
CHOSEN = re.compile(r"(?:どちら|どっち|どれ)(?:を|が|に)[^。??]{0,8}?(?:信じ|優先|重視|見る|見れば|使う|使えば|従|選|正し|大事|重要|取[るれ])|順位が(?:違|逆|入れ替|食い違)|(?:食い違|矛盾|逆転|ずれ)[^。??]{0,8}(?:とき|時|場合|たら|どう)")
LONGEST = 60  # characters
MEASURE = "measure"


def which_measure(text: str) -> Question | None:
    """The question for what NPV is good for; None for any other message."""
    if len(text) > LONGEST or not BOTH.search(text.lower()) or not CHOSEN.search(text) or re.search(r"[0-9]+(?:万|億)", text):
        return None
    return Question(text=text, intent="explain", resolved=text, topic=text, term="npv", advice=(MEASURE,), inherited=("own_firm",))
