"""A plan → one of its documents."""

from analytics.roi import Evaluation, Settings, evaluate
from analytics.roi.risk import DRAWS
from assistant.export.pdf import to_pdf
from assistant.export.text import clean, file_name, one_line, say

KINDS = {"excel": "xlsx", "ringi": "docx", "brief": "docx", "onepager": "pptx", "deck": "pptx"}


def export_plan(plan: Settings | Evaluation, kind: str, title: str = "", drafter: str = "", department: str = "", pdf: bool = False) -> tuple[bytes, str]:
    """(content, file name) of a document about a plan.

    `kind`: excel, ringi, brief, onepager or deck. `title` replaces the subject; `drafter` and `department` go into the form. With
    `pdf` the document is converted by LibreOffice. Raises ValueError for another kind, ExportError where LibreOffice is absent.
    """
    if kind not in KINDS:
        raise ValueError(f"unknown document {kind!r}; known: {', '.join(KINDS)}")
    simulated = isinstance(plan, Evaluation) and plan.monte_carlo is not None
    evaluation = plan if simulated else evaluate(plan.settings if isinstance(plan, Evaluation) else plan, DRAWS)
    name = evaluation.settings.label_ja
    content = document(evaluation, kind, clean(title), one_line(drafter), one_line(department))
    if not pdf:
        return content, file_name(name, say(kind), extension=KINDS[kind])
    return to_pdf(content, KINDS[kind]), file_name(name, say(kind), extension="pdf")


def document(evaluation: Evaluation, kind: str, title: str, drafter: str, department: str) -> bytes:
    """The document's bytes; each maker loads its library when it is first needed."""
    if kind == "excel":
        from assistant.export.workbook import plan_workbook
        from assistant.export.workbook import say as word

        return plan_workbook(evaluation, title or word("title", name=evaluation.settings.label_ja))
    from assistant.export.content import Content

    content = Content(evaluation, title)
    if kind in ("ringi", "brief"):
        from assistant.export import forms

        return forms.ringi(content, drafter, department) if kind == "ringi" else forms.brief(content)
    from assistant.export import slides

    return slides.onepager(content) if kind == "onepager" else slides.pack(content)
