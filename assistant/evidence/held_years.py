"""Several years asked for side by side, of which some have no data: the ones that are held."""

import re

from analytics import NotInData
from assistant.evidence.gathered import Gathered
from assistant.models import Question

MEASURED = ("level", "change", "ratio", "trend", "count")
# 「2011年を起点に2021年までの倍率」: without the base nothing of it is answered.
FROM_BASE = re.compile(r"倍|起点|基準|出発点|(?:100|1)(?:と|に)|年比|ポイント|増[えや減]|減[っり]|伸び|変化|変わ|比べ|くらべ|比較|上が|下が|差(?:は|を|が)|times|how much|change|grow|rise|rose|fall|fell")


def gather_held(data, question: Question) -> tuple[Gathered, Question, NotInData | None]:
    """The evidence, the question as it can be answered, and the reason why years are left out of it. data: the DataEvidence that asks. Raises NotInData where no year is held."""
    try:
        return data.gather(question), question, None
    except NotInData as reason:
        if (held := held_years(data, question)) is None:
            raise
        return data.gather(held), held, reason


def held_years(data, question: Question) -> Question | None:
    """The question asked of the years that are held; None where all are, where none is, where only one end of a change is, and for ranges and other statistics. data: the DataEvidence that asks."""
    if question.span or question.spans or len(question.years) < 2 or question.statistic not in MEASURED or not question.subjects:
        return None
    held = tuple(year for year in question.years if all(has(data, measure, year) for measure in data.measures(question)))
    if not held or held == question.years or len(held) == 1 and question.statistic in ("change", "ratio") and FROM_BASE.search(question.text):
        return None
    single = {"intent": "figure", "statistic": "count" if question.statistic == "count" else "level"} if len(held) == 1 else {}
    return question.with_(years=held, **single)


def has(data, measure, year: int) -> bool:
    try:
        data.divide.share(measure, (year,))
    except NotInData:
        return False
    return True
