"""The addresses that files are downloaded from: views of figures, cash flows, plans as documents, answers as documents."""

from collections.abc import Callable

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from analytics import Divide
from analytics.roi import BadInput, explain_problem
from assistant.export import ANSWER_KINDS, ExportError, export_answer
from assistant.store import StoreUnavailable
from assistant.ui.chat import Chat
from assistant.ui.downloads import CSV_TYPE, EXCEL_TYPE, attachment, csv_bytes, excel_bytes
from assistant.ui.endpoints import LOCAL
from assistant.ui.figure_builder import Choice, build
from assistant.ui.page_picture import NoSuchPage, page_png
from assistant.ui.pages import cleaned, guarded
from assistant.ui.roi import PLANS, cash_flow_csv, plan_file
from assistant.ui.roles import browser_id
from assistant.ui.surroundings import Surroundings
from assistant.ui.wording import word, words_of
from index.documents.errors import DocumentError

OFFICE = "application/vnd.openxmlformats-officedocument."
TYPES = {
    "csv": CSV_TYPE, "xlsx": EXCEL_TYPE, "docx": f"{OFFICE}wordprocessingml.document", "pptx": f"{OFFICE}presentationml.presentation",
}  # fmt: skip


def add_evidence(app: FastAPI, surroundings: Surroundings) -> None:
    """What the evidence panel fetches, each for the asking browser's owner."""

    @app.get("/page/evidence/page.png")
    def page(request: Request) -> Response:
        asked, owner = cleaned(dict(request.query_params)), browser_id(request)
        try:
            path = surroundings.documents.library().original(asked.get("id", ""), owner) if owner else None
            content = page_png(path, int(asked.get("page", "0")), asked.get("quote", "")) if path else None
        except (DocumentError, NoSuchPage, ValueError):
            content = None
        return Response(content, media_type="image/png") if content else Response(status_code=404)

    @app.get("/page/evidence/{kind}")
    def evidence(kind: str, request: Request) -> Response:
        kinds = {"chart": surroundings.chart, "passage": surroundings.passage, "document": surroundings.document}
        if kind not in kinds:
            return Response(status_code=404)
        return HTMLResponse(guarded(kinds[kind], cleaned(dict(request.query_params)), browser_id(request))["html"])


def add_files(app: FastAPI, divide: Divide, chat: Chat, note: Callable[[str, str, str], None]) -> None:
    """Every address answers a file, or a sentence that says why there is none. `note`: told (owner, what was done, file) for the audit."""

    def told(request: Request, what: str, response: Response) -> Response:
        """The file, once the audit has it."""
        if response.status_code != 200:
            return response
        try:
            note(browser_id(request) or LOCAL, "downloaded", what)
        except StoreUnavailable as error:
            return PlainTextResponse(error.message_ja, 503)
        return response

    @app.get("/page/figures.csv")
    def figures_csv(request: Request) -> Response:
        return told(request, "figures.csv", figures_file(divide, request, csv_bytes, "csv"))

    @app.get("/page/figures.xlsx")
    def figures_excel(request: Request) -> Response:
        return told(request, "figures.xlsx", figures_file(divide, request, excel_bytes, "xlsx"))

    @app.get("/page/roi.csv")
    def roi_csv(request: Request) -> Response:
        return told(request, "roi.csv", planned(lambda: cash_flow_csv(cleaned(dict(request.query_params)))))

    @app.get("/page/plan/{kind}")
    def plan(kind: str, request: Request) -> Response:
        if kind not in PLANS:
            return Response(status_code=404)
        return told(request, f"plan/{kind}", planned(lambda: plan_file(kind, cleaned(dict(request.query_params)))))

    @app.get("/page/answer/{kind}")
    def answer(kind: str, turn: str, request: Request) -> Response:
        found = chat.answer_of(turn, browser_id(request))
        if kind not in ANSWER_KINDS or found is None:
            return PlainTextResponse(word("answer_gone"), 404)
        content, name = export_answer(found, kind)
        return told(request, f"answer/{kind}/{turn}", file(name, content))


def file(name: str, content: bytes) -> Response:
    """A download with a Japanese name; its type follows the ending."""
    return Response(content, media_type=TYPES[name.rpartition(".")[2]], headers={"content-disposition": attachment(name)})


def planned(make: Callable[[], tuple[str, bytes]]) -> Response:
    try:
        return file(*make())
    except BadInput as error:
        return PlainTextResponse("\n".join(map(explain_problem, error.problems)), 400)
    except ExportError as error:
        return PlainTextResponse(error.message_ja, 500)


def figures_file(divide: Divide, request: Request, write: Callable, ending: str) -> Response:
    """The built view of a link's parameters as a file; 404 with the reason when it holds no number."""
    view = build(divide, Choice.read(cleaned(dict(request.query_params))))
    if not view.rows:
        return PlainTextResponse("\n".join(view.problems), 404)
    return file(f"{words_of('figures')('file_name', metric=view.rows[0][0].metric)}.{ending}", write(view))
