"""Gradio inside FastAPI: the page at /, its own files under /page (Gradio has /assets), and /healthz.

Nothing leaves this machine.
"""

import importlib.util
import logging
import os
import secrets
import socket
import sys
import threading
import webbrowser
from pathlib import Path

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read when gradio is imported

import gradio as gr
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, PlainTextResponse, Response

from analytics.roi import BadInput, explain_problem
from assistant.assistant import Assistant
from assistant.ui import layout, theme
from assistant.ui.chat import Chat, chat_page
from assistant.ui.data import DataPage
from assistant.ui.downloads import CSV_TYPE, EXCEL_TYPE, attachment, csv_bytes, excel_bytes
from assistant.ui.endpoints import Endpoints, add_endpoints
from assistant.ui.figure_builder import Choice, build
from assistant.ui.figure_search import FigureFinder
from assistant.ui.figures import FiguresPage
from assistant.ui.pages import BROWSER_COOKIE, Page, cleaned, page_component
from assistant.ui.papers import PapersPage
from assistant.ui.phrases import PhrasesPage
from assistant.ui.roi import cash_flow_csv, roi_page
from assistant.ui.startup import address_shown
from assistant.ui.talks import Talks, TalkStore
from assistant.ui.wording import word, words_of

SESSIONS = 500
WAITING_QUESTIONS = 200
SHUTDOWN_SECONDS = 2
# The browser itself refuses any other host, whatever an answer or a library might ask for.
POLICY = b"default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; form-action 'self'; frame-ancestors 'self'"
HEADERS = [
    (b"content-security-policy", POLICY),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
]
COOKIE, COOKIE_SECONDS = f"{BROWSER_COOKIE}=".encode(), 400 * 86400
log = logging.getLogger("rashinban.ui")


class SafeHeaders:
    """ASGI middleware that adds HEADERS to every response, gives a new browser its id, and leaves streams alone."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        more = [*HEADERS, *new_browser(scope)]

        async def send_with_headers(message):
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *more]
            await send(message)

        await self.app(scope, receive, send_with_headers)


def new_browser(scope) -> list[tuple[bytes, bytes]]:
    """The cookie that ties a browser to its conversations, for a first visit of the page; no script can read it."""
    if scope["type"] != "http" or scope["path"] != "/" or COOKIE in dict(scope["headers"]).get(b"cookie", b""):
        return []
    return [(b"set-cookie", COOKIE + secrets.token_hex(16).encode() + f"; Max-Age={COOKIE_SECONDS}; Path=/; HttpOnly; SameSite=Lax".encode())]


class Warmth:
    """Loads text index and model beside the running page; `state` is waiting, loading, ready or failed."""

    def __init__(self, warm):
        self.warm, self.state = warm, "waiting"

    def start(self) -> None:
        threading.Thread(target=self.run, name="warm", daemon=True).start()

    def run(self) -> None:
        self.state = "loading"
        try:
            self.warm()
            self.state = "ready"
        except Exception as error:  # a thread has no caller: the state and the terminal tell it
            log.exception("warming failed")
            self.state = "failed"
            print(word("warming_failed", reason=error), file=sys.stderr, flush=True)


def blocks(assistant: Assistant, talks: TalkStore, pages: tuple[Page, ...], finder: FigureFinder) -> gr.Blocks:
    with gr.Blocks(title=word("page_title"), analytics_enabled=False, delete_cache=(3600, 86400)) as page:
        chat_page(Chat(assistant, talks))
        for each in pages:
            page_component(each)
        gr.HTML(layout.footer(assistant.divide.counts.source.citation), elem_id="footer", apply_default_css=False, js_on_load=None)
        add_endpoints(Endpoints(assistant, finder))
    page.queue(max_size=WAITING_QUESTIONS)
    page.state_session_capacity = SESSIONS
    return page


def application(assistant: Assistant, warmth: Warmth, mcp: bool = False) -> FastAPI:
    """The ASGI application; with `mcp` the named calls are also MCP tools."""
    figures, papers = FiguresPage(assistant.divide), PapersPage()
    pages = (
        figures.page(), papers.page(), roi_page(), PhrasesPage(assistant.phrases, papers).page(),
        DataPage(assistant.divide, papers, lambda: warmth.state, mcp).page(),
    )  # fmt: skip
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.add_middleware(SafeHeaders)

    @app.get("/healthz")
    def healthz() -> dict:
        return {"status": "ok", "search": warmth.state}

    @app.get("/page/plotly.min.js")
    def plotly() -> FileResponse:
        return FileResponse(plotly_file(), headers={"cache-control": "max-age=86400"})

    script = theme.script()

    @app.get("/page/rashinban.js")
    def rashinban() -> Response:
        return Response(script, media_type="text/javascript; charset=utf-8", headers={"cache-control": "max-age=86400"})

    @app.get("/page/figures.csv")
    def figures_csv(request: Request) -> Response:
        return figures_file(assistant.divide, request, csv_bytes, CSV_TYPE, "csv")

    @app.get("/page/figures.xlsx")
    def figures_excel(request: Request) -> Response:
        return figures_file(assistant.divide, request, excel_bytes, EXCEL_TYPE, "xlsx")

    @app.get("/page/roi.csv")
    def roi_csv(request: Request) -> Response:
        try:
            name, content = cash_flow_csv(cleaned(dict(request.query_params)))
        except BadInput as error:
            return PlainTextResponse("\n".join(map(explain_problem, error.problems)), 400)
        return Response(content, media_type=CSV_TYPE, headers={"content-disposition": attachment(name)})

    return gr.mount_gradio_app(
        app, blocks(assistant, Talks(assistant.history.home), pages, figures.finder), path="/", theme=theme.theme(), css=theme.style_sheet(), head=theme.head(),
        footer_links=[], run_history=False, enable_monitoring=False, show_error=False, ssr_mode=False, mcp_server=mcp,
        favicon_path=str(theme.ASSETS / "icon.svg"),
    )  # fmt: skip


def figures_file(divide, request: Request, write, media_type: str, ending: str) -> Response:
    """The built view of a link's parameters as a file; 404 with the reason when it holds no number."""
    view = build(divide, Choice.read(cleaned(dict(request.query_params))))
    if not view.rows:
        return PlainTextResponse("\n".join(view.problems), 404)
    name = f"{words_of('figures')('file_name', metric=view.rows[0][0].metric)}.{ending}"
    return Response(write(view), media_type=media_type, headers={"content-disposition": attachment(name)})


def plotly_file() -> Path:
    """The script shipped with the plotly package, found without importing the package."""
    return Path(importlib.util.find_spec("plotly").origin).parent / "package_data" / "plotly.min.js"


class Server(uvicorn.Server):
    """uvicorn that says when the page can be opened, and only then starts the heavy loading."""

    def __init__(self, config: uvicorn.Config, url: str, browser: bool, warmth: Warmth):
        super().__init__(config)
        self.url, self.browser, self.warmth = url, browser, warmth

    async def startup(self, sockets=None) -> None:
        await super().startup(sockets)
        print(word("opened", url=self.url), file=sys.stderr, flush=True)
        if self.browser:
            threading.Thread(target=webbrowser.open, args=(self.url,), daemon=True).start()
        self.warmth.start()


def serve(assistant: Assistant, listener: socket.socket, browser: bool = False, mcp: bool = False) -> None:
    """Run until interrupted."""
    warmth = Warmth(assistant.warm)
    app = application(assistant, warmth, mcp)
    config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=SHUTDOWN_SECONDS)
    host, port = listener.getsockname()[:2]
    Server(config, address_shown(host, port), browser, warmth).run(sockets=[listener])
