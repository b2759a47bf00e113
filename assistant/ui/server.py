"""Gradio inside FastAPI: the page at /, its own files under /page (Gradio has /assets), /healthz and /readyz.

Nothing leaves this machine.
"""

import asyncio
import gc
import importlib.util
import logging
import os
import secrets
import socket
import threading
import time
import webbrowser
from functools import partial
from pathlib import Path

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read when gradio is imported

from assistant.ui.stubs import without_stubs

with without_stubs():
    import gradio as gr

import uvicorn
from fastapi import FastAPI
from fastapi.responses import FileResponse, JSONResponse, Response
from gradio.utils import get_upload_folder

from assistant.access.entry import Entry
from assistant.access.rates import Rates
from assistant.access.users import Users
from assistant.assistant import Assistant
from assistant.operations.logs import announce
from assistant.operations.metrics import watch_queue
from assistant.operations.readiness import Readiness
from assistant.operations.settings_seen import note_settings
from assistant.record import versions
from assistant.store import Database, StoreUnavailable, audit
from assistant.store.clock import SteadyClock
from assistant.store.deletion import forget, last_written, retention_days
from assistant.ui import layout, theme
from assistant.ui.administration import Administration
from assistant.ui.chat import Chat
from assistant.ui.chat_page import CONCURRENT_QUESTIONS, chat_page
from assistant.ui.data import DataPage
from assistant.ui.documents import OwnDocuments
from assistant.ui.endpoints import LOCAL, Endpoints, add_endpoints
from assistant.ui.favourites import Favourites, add_favourites
from assistant.ui.figure_search import FigureFinder
from assistant.ui.figures import FiguresPage
from assistant.ui.files import add_evidence, add_files
from assistant.ui.front import FrontPage
from assistant.ui.gate import Gate
from assistant.ui.jobs import Jobs, Progress
from assistant.ui.pages import Page, page_component
from assistant.ui.papers import PapersPage
from assistant.ui.peers import Peers
from assistant.ui.phrases import PhrasesPage
from assistant.ui.rate_gate import RateGate
from assistant.ui.roi import roi_page
from assistant.ui.roles import BROWSER_COOKIE
from assistant.ui.scenarios import Scenarios
from assistant.ui.slots import Slots
from assistant.ui.startup import address_shown
from assistant.ui.surroundings import Surroundings
from assistant.ui.talks import Talks
from assistant.ui.turns import welcome
from assistant.ui.upkeep import IndexState, KeptThings
from assistant.ui.watch import Watch
from assistant.ui.wording import word
from index.chroma import server_url

UPLOAD_LIMIT = 50 * 2**20  # bytes
SESSIONS = 500
WAITING_QUESTIONS = 200
FORGET_SECONDS = 3600  # between two looks for conversations older than the retention
DRAIN_SECONDS, SHUTDOWN_SECONDS = 7, 2  # for answers that are being written, then for connections; under 10 together
# The browser itself refuses any other host, whatever an answer or a library might ask for.
POLICY = b"default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; form-action 'self'; frame-ancestors 'self'"
HEADERS = [
    (b"content-security-policy", POLICY),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"SAMEORIGIN"),
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
    secure = "; Secure" if scope.get("scheme") == "https" else ""
    return [
        (
            b"set-cookie",
            COOKIE + secrets.token_hex(16).encode() + f"; Max-Age={COOKIE_SECONDS}; Path=/; HttpOnly; SameSite=Lax{secure}".encode(),
        )
    ]


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
            settle()
            self.state = "ready"
        except Exception as error:  # a thread has no caller: the state and the terminal tell it
            log.exception("warming failed")
            self.state = "failed"
            announce(word("warming_failed", reason=error))
        finally:
            gc.enable()  # app.py has put the search for garbage off until here


def settle() -> None:
    """Leave what has been loaded for good out of the search for garbage, which otherwise stops every answer for some tenths of a second."""
    gc.collect()
    gc.freeze()


def blocks(assistant: Assistant, chat: Chat, slots: Slots, pages: tuple[Page, ...], finder: FigureFinder) -> gr.Blocks:
    with gr.Blocks(title=word("page_title"), analytics_enabled=False, delete_cache=(3600, 86400)) as page:
        chat_page(chat, slots)
        for each in pages:
            page_component(each)
        gr.HTML(
            layout.footer(assistant.divide.counts.source.citation, assistant.writer and assistant.writer.settings), elem_id="footer", apply_default_css=False, js_on_load=None
        )
        add_endpoints(Endpoints(assistant, finder, chat.versions))
    page.queue(max_size=WAITING_QUESTIONS)
    page.state_session_capacity = SESSIONS
    return page


def application(assistant: Assistant, warmth: Warmth, mcp: bool = False) -> FastAPI:
    """The ASGI application; with `mcp` the named calls are also MCP tools."""
    jobs, talks, entry = Jobs(), Talks(assistant.history.home), Entry.from_environment()
    users = entry.guarded or bool(Users(assistant.history.home).list())
    rates, note = Rates.from_environment(users), partial(audit.record, assistant.history.database)
    documents = OwnDocuments(lambda: assistant.documents.library, get_upload_folder, jobs, note)
    settings = assistant.writer.settings if assistant.writer else None
    chat = Chat(assistant, talks, documents, versions(assistant.divide, settings), rates)
    figures, papers = FiguresPage(assistant.divide), PapersPage(documents)
    scenarios = Scenarios(assistant.history.home)
    index, kept = IndexState(lambda: warmth.state, lambda progress: rebuilt(assistant, warmth, progress), jobs), KeptThings(talks, documents, scenarios, users)
    pages = (
        figures.page(), papers.page(), roi_page(scenarios), PhrasesPage(assistant.phrases, papers).page(),
        DataPage(assistant.divide, papers, index, kept, Administration(assistant.history.home), settings, mcp).page(),
    )  # fmt: skip
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.add_middleware(FrontPage, examples=tuple(assistant.examples()), welcome=welcome)
    app.add_middleware(RateGate, rates=rates)
    if users:
        app.add_middleware(Gate, home=assistant.history.home, entry=entry, rates=rates)
    app.add_middleware(Watch)
    app.add_middleware(SafeHeaders)  # outside the gate: refusals carry the headers too
    app.add_middleware(Peers)  # the last one is the outermost

    @app.get("/healthz")
    def healthz() -> dict:
        return {"status": "ok", "search": warmth.state}

    readiness = Readiness(lambda: warmth.state, assistant.history.database, server_url())

    @app.get("/readyz")
    def readyz() -> JSONResponse:
        parts = readiness.parts()
        return JSONResponse({"ready": all(parts.values()), "search": warmth.state, **parts}, 200 if all(parts.values()) else 503)

    @app.get("/page/plotly.min.js")
    def plotly() -> FileResponse:
        return FileResponse(plotly_file(), headers={"cache-control": "max-age=86400"})

    script, style = theme.script(), theme.style_sheet()

    @app.get("/page/rashinban.js")
    def rashinban() -> Response:
        return Response(script, media_type="text/javascript; charset=utf-8", headers={"cache-control": "max-age=86400"})

    @app.get("/page/rashinban.css")
    def look() -> Response:
        return Response(style, media_type="text/css; charset=utf-8", headers={"cache-control": "max-age=86400"})

    add_files(app, assistant.divide, chat, note)
    add_favourites(app, Favourites(assistant.history.home))
    add_evidence(app, Surroundings(assistant.divide, papers, documents))
    slots = Slots(CONCURRENT_QUESTIONS, WAITING_QUESTIONS)
    page = blocks(assistant, chat, slots, pages, figures.finder)
    watch_queue(lambda: len(page._queue) + slots.waiting)
    app.state.answering = lambda: len(page._queue) + slots.waiting + slots.working > 0 or any(page._queue.active_jobs)
    return gr.mount_gradio_app(
        app, page, path="/", theme=theme.theme(), css=style,
        footer_links=[], run_history=False, enable_monitoring=False, show_error=False, max_file_size=UPLOAD_LIMIT, ssr_mode=False, mcp_server=mcp,
        favicon_path=str(theme.ASSETS / "icon.svg"),
    )  # fmt: skip


def rebuilt(assistant: Assistant, warmth: Warmth, progress: Progress) -> int:
    """Build the text index anew and search in it from now on; number of passages. Raises RetrievalError."""
    count = assistant.rebuild(progress)
    warmth.state = "ready"
    return count


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
        announce(word("opened", url=self.url))
        if self.browser:
            threading.Thread(target=webbrowser.open, args=(self.url,), daemon=True).start()
        self.warmth.start()

    async def shutdown(self, sockets=None) -> None:
        """Nobody new is let in; answers that are being written are finished first."""
        for server in self.servers:
            server.close()
        end = time.monotonic() + DRAIN_SECONDS
        while self.config.app.state.answering() and time.monotonic() < end and not self.force_exit:
            await asyncio.sleep(0.1)
        await super().shutdown(sockets)


def tell_what_leaves(assistant: Assistant) -> None:
    """Once for each model and host: what other programs' questions send to the language model, on the terminal."""
    if assistant.writer is not None and (lines := assistant.writer.notice(LOCAL)):
        announce("\n".join(lines))
        assistant.writer.agree(LOCAL)


def keep_forgetting(database: Database, days: int) -> None:
    """Delete what is older than the retention, now and every hour; a database that is away is tried again, a clock that jumped is waited for."""
    clock = None
    while True:
        try:
            clock = clock or SteadyClock(last_written(database))
            if clock.believed():
                forget(database, days)
            else:
                log.warning("old conversations are not deleted yet: the clock has jumped, or nothing was written for long; a day of steady running is waited for")
        except StoreUnavailable as error:
            log.warning("old conversations were not deleted: %s", error)
        time.sleep(FORGET_SECONDS)


def serve(assistant: Assistant, listener: socket.socket, browser: bool = False, mcp: bool = False) -> None:
    """Run until interrupted."""
    tell_what_leaves(assistant)
    note_settings(assistant.history.database)
    warmth = Warmth(assistant.warm)
    if days := retention_days():
        threading.Thread(target=keep_forgetting, args=(assistant.history.database, days), daemon=True).start()
    app = application(assistant, warmth, mcp)
    config = uvicorn.Config(app, log_config=None, access_log=False, proxy_headers=False, timeout_graceful_shutdown=SHUTDOWN_SECONDS)
    host, port = listener.getsockname()[:2]
    Server(config, address_shown(host, port), browser, warmth).run(sockets=[listener])
