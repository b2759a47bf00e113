"""ASGI middleware for who runs the app: /metrics, and how many pages are open."""

import hmac
from ipaddress import ip_address

from fastapi import Request
from fastapi.responses import PlainTextResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST

from assistant.operations.metrics import PAGES, exposition, reading_token

HEARTBEAT = "/gradio_api/heartbeat/"  # a page holds this stream open as long as it is open itself
FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")


class Watch:
    """Answers /metrics to this machine itself and to who has the token; nobody else learns that it exists."""

    def __init__(self, app):
        self.app, self.token = app, reading_token()

    async def __call__(self, scope, receive, send):
        path = scope.get("path", "")
        if scope["type"] == "http" and path == "/metrics":
            allowed = may_read(Request(scope), self.token)
            response = Response(exposition(), media_type=CONTENT_TYPE_LATEST) if allowed else PlainTextResponse("Not Found", 404)
            return await response(scope, receive, send)
        if scope["type"] == "http" and path.startswith(HEARTBEAT):
            with PAGES.track_inprogress():
                return await self.app(scope, receive, send)
        await self.app(scope, receive, send)


def may_read(request: Request, token: str) -> bool:
    """A proxy on this machine is no reader of this machine: what it passes on carries where it came from."""
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if token and hmac.compare_digest(given.encode(), token.encode()):
        return True
    if request.client is None or any(name in request.headers for name in FORWARDED):
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False
