"""Documents: a plan as a workbook, an approval form, a briefing or slides, and any chat answer as a file.

`export_plan(plan, kind) -> (bytes, file name)` and `export_answer(answer, kind) -> (bytes, file name)`; with `pdf=True` through
LibreOffice. The libraries load when the first document is made.
"""

from assistant.export.answers import KINDS as ANSWER_KINDS
from assistant.export.answers import export_answer
from assistant.export.pdf import ExportError, office
from assistant.export.plans import KINDS as PLAN_KINDS
from assistant.export.plans import export_plan

__all__ = ["ANSWER_KINDS", "PLAN_KINDS", "ExportError", "export_answer", "export_plan", "office"]
