"""A plan → one of its documents."""

from analytics.roi import Evaluation, Settings, evaluate
from analytics.roi.risk import DRAWS
from assistant.export.text import clean, file_name, say

KINDS = {"excel": "xlsx"}


class ExportError(Exception):
    """A document cannot be made; `message_ja` says what to do."""

    def __init__(self, message_ja: str, detail: str):
        super().__init__(detail)
        self.message_ja = message_ja


def export_plan(plan: Settings | Evaluation, kind: str, title: str = "") -> tuple[bytes, str]:
    """(content, file name)."""
    from assistant.export.workbook import plan_workbook

    evaluation = plan if isinstance(plan, Evaluation) and plan.monte_carlo else evaluate(plan.settings if isinstance(plan, Evaluation) else plan, DRAWS)
    name = evaluation.settings.label_ja
    heading = clean(title) or f"{name}の採算計算書"
    return plan_workbook(evaluation, heading), file_name(name, say(kind), extension=KINDS[kind])
