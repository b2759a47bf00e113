"""Documents: a plan as a workbook, an approval form, a briefing or slides, and any chat answer as a file.

`export_plan(plan, kind, …) -> (bytes, file name)` and `export_answer(answer, kind) -> (bytes, file name)`.
"""

from assistant.export.plans import KINDS as PLAN_KINDS
from assistant.export.pdf import ExportError
from assistant.export.plans import export_plan

__all__ = ["PLAN_KINDS", "ExportError", "export_plan"]
