"""ASGI middleware behind the gate: programs' calls and uploads, each person no more often than the settings say."""

import re

from fastapi import Request
from fastapi.responses import JSONResponse

from assistant.access.rates import CALLS, UPLOADS, Rates
from assistant.access.users import USER
from assistant.ui.login_page import say
from assistant.ui.roles import browser_id

KINDS = ((re.compile(r"/upload/?$"), UPLOADS), (re.compile(r"/(?:run|call|api|mcp)(?:/|$)"), CALLS))


class RateGate:
    """Counts by user; where there is none by address, as a browser may claim any other name."""

    def __init__(self, app, rates: Rates):
        self.app, self.rates = app, rates

    async def __call__(self, scope, receive, send):
        kind = next((kind for pattern, kind in KINDS if pattern.search(scope["path"])), None) if scope["type"] == "http" and scope["method"] == "POST" else None
        seconds = self.rates.wait(kind, who(Request(scope))) if kind else 0
        if seconds:
            return await JSONResponse({"detail": say("too_often", seconds=seconds)}, 429, {"retry-after": str(seconds)})(scope, receive, send)
        await self.app(scope, receive, send)


def who(request: Request) -> str:
    user = browser_id(request)
    return user if user.startswith(USER) else f"from {request.client.host if request.client else ''}"
