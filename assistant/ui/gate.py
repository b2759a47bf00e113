"""ASGI middleware before everything else: with users, each request needs a login, and its owner is the user, not the browser."""

import asyncio
from functools import partial
from html import escape
from pathlib import Path
from urllib.parse import parse_qs

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from assistant.access.errors import UsersUnavailable
from assistant.access.sessions import LOCK_SECONDS, SESSION_SECONDS, Failures, Sessions
from assistant.access.users import User, Users, name_key
from assistant.ui.pages import BROWSER_COOKIE
from assistant.ui.wording import word
from prompts import render

COOKIE = "rashinban_login"
OPEN = {"/healthz", "/readyz"}
MOST_FORM = 4096  # bytes
CHECKS_AT_ONCE = 2  # each takes 64 MB for a moment
say = partial(render, "access")


class Gate:
    """Lets nobody through who is not logged in. A removed user is out at the next request; no users file, nobody gets in."""

    def __init__(self, app, home: Path, users: Users | None = None, sessions: Sessions | None = None, failures: Failures | None = None):
        self.app, self.users = app, users or Users(home)
        self.sessions, self.failures = sessions or Sessions(self.users.database), failures or Failures()
        self.checks = asyncio.Semaphore(CHECKS_AT_ONCE)

    async def __call__(self, scope, receive, send):
        if scope["type"] == "lifespan" or scope["path"] in OPEN:
            return await self.app(scope, receive, send)
        if scope["type"] != "http":  # no page of ours uses web sockets
            return await send({"type": "websocket.close", "code": 1008})
        request = Request(scope, receive)
        try:
            refusal = await self.answer(request)
        except UsersUnavailable as error:
            refusal = HTMLResponse(escape(error.message_ja), 503)
        if refusal is not None:
            return await refusal(scope, receive, send)
        await self.app(scope, receive, send)

    async def answer(self, request: Request) -> Response | None:
        """The response of the gate itself; None lets the request through, marked with its owner."""
        if request.method not in ("GET", "HEAD", "OPTIONS") and foreign(request):
            return JSONResponse({"detail": say("other_site")}, 403)
        path, token = request.url.path.rstrip("/"), request.cookies.get(COOKIE, "")
        if path == "/login":
            return await self.log_in(request) if request.method == "POST" else page()
        user = await run_in_threadpool(self.logged_in, token)
        if path == "/logout":
            await run_in_threadpool(self.sessions.close, token)
            return leave()
        if user is None:
            asks_for_page = request.method == "GET" and "text/html" in request.headers.get("accept", "")
            return RedirectResponse("/login", 303) if asks_for_page else JSONResponse({"detail": say("login_needed")}, 401)
        own(request.scope, user)
        return None

    def logged_in(self, token: str) -> User | None:
        """Asks the database, which may keep it waiting: never on the event loop. Raises UsersUnavailable."""
        user_id = self.sessions.user_id(token)
        return self.users.find(user_id) if user_id else None

    async def log_in(self, request: Request) -> Response:
        name, password = await form(request)
        address = request.client.host if request.client else ""
        if not self.failures.begin(name_key(name), address):
            return page(say("login_locked", minutes=LOCK_SECONDS // 60), 429)
        async with self.checks:
            user = await run_in_threadpool(self.users.check, name, password)
        if user is None:
            return page(say("login_wrong"), 401)
        self.failures.succeeded(name_key(name), address)
        await run_in_threadpool(self.sessions.close, request.cookies.get(COOKIE, ""))
        opened = await run_in_threadpool(self.sessions.open, user.id)
        by_browser = "text/html" in request.headers.get("accept", "")
        response = RedirectResponse("/", 303) if by_browser else JSONResponse({"success": True})
        response.set_cookie(
            COOKIE, opened, max_age=SESSION_SECONDS, httponly=True, samesite="lax", secure=request.url.scheme == "https"
        )
        return response


def foreign(request: Request) -> bool:
    """Whether another site's page made the browser send this."""
    return request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")


async def form(request: Request) -> tuple[str, str]:
    """(username, password) of a form; ("", "") for anything else."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_FORM:
            return "", ""
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return fields.get("username", [""])[0], fields.get("password", [""])[0]


def own(scope, user: User) -> None:
    """Put the user's id where the browser's id is read; what the browser itself claims there is dropped."""
    kept = {name: value for name, value in Request(scope).cookies.items() if name not in (BROWSER_COOKIE, COOKIE)}
    pairs = "; ".join(f"{name}={value}" for name, value in {**kept, BROWSER_COOKIE: user.id}.items())
    scope["headers"] = [(name, value) for name, value in scope["headers"] if name != b"cookie"] + [(b"cookie", pairs.encode("latin-1", "ignore"))]


def leave() -> Response:
    response = RedirectResponse("/login", 303)
    response.delete_cookie(COOKIE)
    return response


def page(problem: str = "", status: int = 200) -> Response:
    """The form, with what went wrong. It loads nothing, so it needs no other address to be open."""
    told = f'<p role="alert">{escape(problem)}</p>' if problem else ""
    return HTMLResponse(
        f'<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(say("login_title"))}</title>'
        "<style>body{font-family:sans-serif;max-width:22rem;margin:15vh auto;padding:0 1rem;color-scheme:light dark}"
        "label,input,button{display:block;width:100%;box-sizing:border-box;font-size:1rem}input,button{margin:.3rem 0 1rem;padding:.6rem}</style>"
        f'<h1>{escape(word("product"))}</h1>{told}<form method="post" action="/login">'
        f'<label>{escape(say("login_name"))}<input name="username" autocomplete="username" required autofocus></label>'
        f'<label>{escape(say("login_password"))}<input name="password" type="password" autocomplete="current-password" required></label>'
        f'<button>{escape(say("login_button"))}</button></form></html>',
        status, headers={"cache-control": "no-store"},
    )  # fmt: skip
