"""ASGI middleware, the outermost: the socket's own peer is noted before a forwarding header may replace the client's address."""

import os

from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

PEER = "rashinban.peer"
NEAR = "127.0.0.1,::1"  # whose forwarding headers are believed, unless FORWARDED_ALLOW_IPS says otherwise


class Peers:
    """Does what uvicorn's `proxy_headers` would do, once the peer is noted; uvicorn's own must be off."""

    def __init__(self, app):
        self.app = ProxyHeadersMiddleware(app, trusted_hosts=os.environ.get("FORWARDED_ALLOW_IPS") or NEAR)

    async def __call__(self, scope, receive, send):
        if scope["type"] != "lifespan":
            scope = {**scope, PEER: (scope.get("client") or ("",))[0]}
        await self.app(scope, receive, send)


def peer_of(scope) -> str:
    """The address of who holds the other end of the connection; "" where nobody noted it, which no network trusts."""
    return scope.get(PEER, "")
