"""The two addresses of a login by a company's accounts: one sends the browser there, one takes it back."""

import logging
from collections.abc import Callable

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from assistant.access.attempts import SECONDS, Attempts
from assistant.access.entry import Entry
from assistant.access.errors import AccessError, UsersUnavailable
from assistant.access.oidc import Provider
from assistant.access.oidc_settings import BACK
from assistant.access.oidc_settings import BEGUN_COOKIE as COOKIE
from assistant.access.outsiders import OIDC, Outsiders
from assistant.access.users import User
from assistant.reach_client import Unreachable
from assistant.ui.login_page import login_page, safe_next, say

log = logging.getLogger("rashinban.ui")


class OidcLogin:
    """For one issuer; who comes in and in what role, `outsiders` decides."""

    def __init__(self, entry: Entry, outsiders: Outsiders):
        self.provider, self.outsiders, self.rules = Provider(entry.oidc), outsiders, entry.rules
        self.attempts = Attempts(outsiders.users)

    async def start(self, request: Request) -> Response:
        try:
            url, kept = await run_in_threadpool(self.provider.begin)
        except Unreachable as error:
            return self.down(error)
        shown = await run_in_threadpool(self.attempts.keep, kept, safe_next(request.query_params.get("next", "")))
        response = RedirectResponse(url, 303, headers={"cache-control": "no-store"})
        response.set_cookie(COOKIE, shown, max_age=SECONDS, path=BACK, httponly=True, samesite="lax", secure=request.url.scheme == "https")
        return response

    async def back(self, request: Request, note: Callable[[str], None]) -> tuple[User, str] | Response:
        """(who it is, where to go), or the page that says why not; `note` is told the reason for which somebody may not come in."""
        response: tuple[User, str] | Response
        try:
            response = await run_in_threadpool(self.account, request)
        except Unreachable as error:
            response = self.down(error)
        except UsersUnavailable:
            raise
        except AccessError as error:
            log.warning("a login by OIDC was refused: %s", error)
            await run_in_threadpool(note, error.reason)
            response = login_page(error.message_ja, 403, oidc=True)
        return response

    def account(self, request: Request) -> tuple[User, str]:
        """Raises AccessError, Unreachable, UsersUnavailable."""
        asked = request.query_params
        kept = self.attempts.take(request.cookies.get(COOKIE, ""))
        if kept is None or any(len(asked.getlist(name)) > 1 for name in ("state", "code", "iss")):
            raise AccessError("oidc_lost", "no login was begun by this browser, or it is finished")
        if "error" in asked:
            raise AccessError("oidc_lost", f"the issuer says {asked['error'][:40]!r}")
        account = self.provider.finish(kept[0], asked.get("state", ""), asked.get("code", ""), asked.get("iss", ""))
        if not self.provider.settings.domains and not self.rules.counts(account.groups):
            raise AccessError("oidc_group", "no group that counts")
        user = self.outsiders.enter(OIDC, f"{self.provider.settings.issuer}\n{account.subject}", account.name, account.groups)
        return user, kept[1]

    def down(self, error: Unreachable) -> Response:
        log.warning("the OIDC issuer cannot be used: %s", error)
        return login_page(say("oidc_down"), 503, oidc=True)
