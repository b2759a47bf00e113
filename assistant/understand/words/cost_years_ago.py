"""「10年前と比べて何倍?」 after what training costs: the dearest model of the last full year beside that of the year asked, or of the first one that is held."""

import re

from assistant.models import Question
from assistant.understand.names.periods import read_period
from assistant.understand.text.matcher import Text
from assistant.understand.works.cost_growth import COST_METRICS, COST_PAPER
from assistant.understand.works.model_costs import COSTS
from assistant.understand.works.works_asked import WORKS

YEARS = "years"
LONGEST = 34  # characters
TIMES = re.compile(r"何倍|倍率|(?:どの|どれ)(?:くらい|ぐらい|だけ|ほど)(?:の?倍|増え|高く|上が|膨ら|跳ね)|いくら(?:増え|高く|上が)")
AGO = re.compile(r"(?P<years>\d{1,2}|[二三五十]|数)年(?:前|まえ|間(?:で|に))")
FIRST = re.compile(r"(?:最初|当初|はじめ|昔|以前|当時|一番古い)(?:と|から|に比べ|の)")
KANJI = {"二": 2, "三": 3, "五": 5, "十": 10, "数": 5}
OTHERS = re.compile(r"論文|参加率|割合|企業|大学|会議|本数|計算量|計算資源|電力|排出|うち|当社|自社|GPT|gpt|時間|円|効果|毎年|年平均")


def cost_years_ago(text: Text, previous: Question | None) -> Question | None:
    """The question, marked YEARS with the year, or how many years back, it is compared with ("" for the first that is held); None for any other message."""
    if previous is None or len(text.folded) > LONGEST or not TIMES.search(text.folded) or OTHERS.search(text.folded):
        return None
    if not (previous.computed in COST_METRICS or COSTS in previous.inherited or previous.paper == COST_PAPER):
        return None
    years = read_period(text.folded).years
    ago, named = AGO.search(text.folded), re.search(r"(?:19|20)\d\d", text.folded)
    if not (ago or named and years or FIRST.search(text.folded)):
        return None
    back = f"-{KANJI.get(ago['years']) or int(ago['years'])}" if ago else str(years[0]) if named else ""
    return Question(text=text.folded, intent="paper", resolved=text.folded, topic=text.folded, inherited=(WORKS, COSTS, YEARS, back))
