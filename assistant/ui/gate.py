"""ASGI middleware before everything else: with users, each request needs a login, and its owner is the user, not the browser."""

import asyncio
import logging
from html import escape
from pathlib import Path
from urllib.parse import parse_qs, quote

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from limits import parse

from assistant.access.entry import Entry
from assistant.access.errors import AccessError, UsersUnavailable
from assistant.access.oidc_settings import BACK, BEGUN_COOKIE, START
from assistant.access.outsiders import PROXY, Outsiders
from assistant.access.proxy import vouched, without
from assistant.access.rates import LOGINS, Rates
from assistant.access.roles import EDITOR, may
from assistant.access.sessions import LOCK_SECONDS, SESSION_SECONDS, Failures, Sessions
from assistant.access.tokens import Tokens
from assistant.access.users import User, Users, name_key
from assistant.ui.login_page import framed, login_page, safe_next, say
from assistant.ui.peers import peer_of
from assistant.ui.roles import BROWSER_COOKIE, ROLE_COOKIE, refused

COOKIE = "rashinban_login"
OPEN = {"/healthz", "/readyz"}
MOST_FORM = 4096  # bytes
CHECKS_AT_ONCE = 2  # each takes 64 MB for a moment
UPLOAD = "/gradio_api/upload"
OURS = (BROWSER_COOKIE, ROLE_COOKIE, COOKIE)  # cookies that only the gate gives to the app, or keeps from it
log = logging.getLogger("rashinban.ui")
REFUSALS = {LOGINS: parse("10/minute")}  # of one address that the audit tells
SPENT = (b"cookie", b"authorization")  # headers that have said who asks


class Gate:
    """Lets nobody through who is not logged in. A removed user is out at the next request; no users file, nobody gets in."""

    def __init__(self, app, home: Path, users: Users | None = None, sessions: Sessions | None = None, failures: Failures | None = None, entry: Entry | None = None, rates: Rates | None = None):
        self.app, self.users, self.entry = app, users or Users(home), entry or Entry()
        self.rates, self.refusals = rates or Rates(), Rates(REFUSALS)
        self.outsiders = Outsiders(self.users, self.entry.rules)
        self.oidc = self.elsewhere() if self.entry.oidc else None
        self.sessions, self.failures = sessions or Sessions(self.users.database), failures or Failures()
        self.tokens = Tokens(self.users.database)
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
        except AccessError as error:
            log.warning("refused at the gate: %s", error)
            await run_in_threadpool(self.note_refusal, request, error.reason)
            refusal = told(request, error.message_ja, 403)
        if refusal is not None:
            return await refusal(scope, receive, send)
        await self.app(scope, receive, send)

    async def answer(self, request: Request) -> Response | None:
        """The response of the gate itself; None lets the request through, marked with its owner."""
        if request.method not in ("GET", "HEAD", "OPTIONS") and foreign(request):
            return JSONResponse({"detail": say("other_site")}, 403)
        path = request.url.path.rstrip("/")
        if path == "/login":
            return await self.log_in(request) if request.method == "POST" else self.page(on=safe_next(request.query_params.get("next", "")))
        if self.oidc and request.method == "GET" and path in (START, BACK):
            return await self.log_in_elsewhere(request, path)
        if path == "/logout":
            await run_in_threadpool(self.sessions.close, request.cookies.get(COOKIE, ""))
            return leave()
        user = await run_in_threadpool(self.user_of, request)
        if user is None:
            return RedirectResponse(way_in(request), 303) if asks_for_page(request) else JSONResponse({"detail": say("login_needed")}, 401)
        if path == UPLOAD and not may(user.role, EDITOR):
            return JSONResponse({"detail": refused(EDITOR)}, 403)
        own(request.scope, user, self.entry)
        return None

    def user_of(self, request: Request) -> User | None:
        """Who asks: by a token, where one is sent, else as a trusted proxy says, else by the login.

        Asks the database, which may keep it waiting: never on the event loop. Raises UsersUnavailable, AccessError.
        """
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            return self.found(self.tokens.user_id(token.strip()))
        said = vouched(self.entry.proxy, request.scope["headers"], peer_of(request.scope)) if self.entry.proxy else None
        if said is not None:
            return self.outsiders.enter(PROXY, name_key(said.name), said.name, said.groups)
        return self.found(self.sessions.user_id(request.cookies.get(COOKIE, "")))

    def found(self, user_id: str | None) -> User | None:
        return self.users.find(user_id) if user_id else None

    def elsewhere(self):
        """Its libraries take half a second to load, and most installations need none of them."""
        from assistant.ui.oidc_login import OidcLogin

        return OidcLogin(self.entry, self.outsiders)

    def page(self, problem: str = "", status: int = 200, on: str = "/") -> Response:
        return login_page(problem, status, on, self.oidc is not None)

    def note_failure(self, name: str, address: str) -> None:
        """In the audit, by the user's id: a name that nobody has may be a password in the wrong field. Raises UsersUnavailable."""
        known = self.users.named(name)
        for action in ("login_failed", *(["login_locked"] if self.failures.locked(name_key(name), address) else [])):
            self.users.note(address, action, known.id if known else "unknown")

    def note_refusal(self, request: Request, reason: str) -> None:
        """In the audit: whom a proxy or an issuer vouches for and who may not come in; a page that is reloaded does not fill it."""
        if not self.refusals.wait(LOGINS, address_of(request)):
            self.users.note(address_of(request), "login_refused", reason)

    def later(self, seconds: int) -> Response:
        response = self.page(say("too_often", seconds=seconds), 429)
        response.headers["retry-after"] = str(seconds)
        return response

    async def log_in(self, request: Request) -> Response:
        name, password, on = await form(request)
        address = address_of(request)
        if seconds := self.rates.wait(LOGINS, address):
            return self.later(seconds)
        if not self.failures.begin(name_key(name), address):
            return self.page(say("login_locked", minutes=LOCK_SECONDS // 60), 429, on)
        async with self.checks:
            user = await run_in_threadpool(self.users.check, name, password)
        if user is None:
            await run_in_threadpool(self.note_failure, name, address)
            return self.page(say("login_wrong"), 401, on)
        self.failures.succeeded(name_key(name), address)
        by_browser = "text/html" in request.headers.get("accept", "")
        return await self.opened(request, user, RedirectResponse(on, 303) if by_browser else JSONResponse({"success": True}))

    async def log_in_elsewhere(self, request: Request, path: str) -> Response:
        if seconds := self.rates.wait(LOGINS, address_of(request)):
            return self.later(seconds)
        if path == START:
            return await self.oidc.start(request)
        found = await self.oidc.back(request, lambda reason: self.note_refusal(request, reason))
        response = found if isinstance(found, Response) else await self.opened(request, found[0], RedirectResponse(found[1], 303))
        response.delete_cookie(BEGUN_COOKIE, path=BACK)
        return response

    async def opened(self, request: Request, user: User, response: Response) -> Response:
        """The response with a new login, never one that the browser brought along; an earlier one ends."""
        await run_in_threadpool(self.sessions.close, request.cookies.get(COOKIE, ""))
        token = await run_in_threadpool(self.sessions.open, user.id)
        response.set_cookie(COOKIE, token, max_age=SESSION_SECONDS, httponly=True, samesite="lax", secure=request.url.scheme == "https")
        response.headers["cache-control"] = "no-store"
        return response


def address_of(request: Request) -> str:
    return request.client.host if request.client else ""


def way_in(request: Request) -> str:
    """The login, and from there back to what was asked for."""
    on = safe_next(request.url.path + (f"?{request.url.query}" if request.url.query else ""))
    return "/login" if on == "/" else f"/login?next={quote(on, safe='')}"


def asks_for_page(request: Request) -> bool:
    return request.method == "GET" and "text/html" in request.headers.get("accept", "")


def told(request: Request, sentence: str, status: int) -> Response:
    """A refusal as a page for a reader, as JSON for a program."""
    return framed(sentence, "", status) if asks_for_page(request) else JSONResponse({"detail": sentence}, status)


def foreign(request: Request) -> bool:
    """Whether another site's page made the browser send this. Over plain http browsers say only where the page is from.

    A proxy may put its own name into Host; the one that the browser used is then in X-Forwarded-Host, which no page can set for another site.
    """
    said = request.headers.get("sec-fetch-site")
    if said is not None:
        return said not in ("same-origin", "none")
    origin = request.headers.get("origin")
    return origin is not None and origin.partition("://")[2] not in {request.headers.get("host", ""), request.headers.get("x-forwarded-host", "")} - {""}


async def form(request: Request) -> tuple[str, str, str]:
    """(username, password, page to open) of a form; ("", "", "/") for anything else."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_FORM:
            return "", "", "/"
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return fields.get("username", [""])[0], fields.get("password", [""])[0], safe_next(fields.get("next", ["/"])[0])


def own(scope, user: User, entry: Entry) -> None:
    """Put the user's id and role where the app reads them; what the browser itself claims there is dropped, and so are its secrets."""
    kept = {name: value for name, value in Request(scope).cookies.items() if name not in OURS and ";" not in value}  # a quoted one may hide another cookie
    pairs = "; ".join(f"{name}={value}" for name, value in {**kept, BROWSER_COOKIE: user.id, ROLE_COOKIE: user.role}.items())
    scope["headers"] = [(name, value) for name, value in without(entry.proxy, scope["headers"]) if name not in SPENT] + [(b"cookie", pairs.encode("latin-1", "ignore"))]


def leave() -> Response:
    response = RedirectResponse("/login", 303)
    response.delete_cookie(COOKIE)
    return response
