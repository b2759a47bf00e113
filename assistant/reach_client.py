"""An HTTP client for the few addresses that this program opens by itself, by the rules of `assistant.reach`."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpcore2
import httpx2

from assistant.reach import addresses, split

MOST_BYTES, SECONDS = 512 * 1024, 8.0  # of one answer, and for everything from the first packet to the last byte


class Unreachable(Exception):
    """The other side is down, too slow, or answers what nobody should read. What it said is in no message."""


class Stream(httpcore2.NetworkStream):
    """Bytes of one connection, not too many and not too late: a server that sends one byte a second would pass every single timeout."""

    def __init__(self, inner: httpcore2.NetworkStream, end: float):
        self.inner, self.end, self.left = inner, end, MOST_BYTES

    def time(self) -> float:
        if (left := self.end - time.monotonic()) <= 0:
            raise Unreachable("too slow")
        return left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self.inner.read(max_bytes, self.time())
        self.left -= len(data)
        if self.left < 0:
            raise Unreachable(f"more than {MOST_BYTES} bytes")
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.inner.write(buffer, self.time())

    def close(self) -> None:
        self.inner.close()

    def start_tls(self, ssl_context, server_hostname: str | None = None, timeout: float | None = None) -> "Stream":
        return Stream(self.inner.start_tls(ssl_context, server_hostname, self.time()), self.end)

    def get_extra_info(self, info: str):
        return self.inner.get_extra_info(info)


class Backend(httpcore2.SyncBackend):
    """Connects to an address that was looked at: the name is asked once, so that it cannot change in between. TLS still checks the name."""

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, local_address: str | None = None, socket_options=None) -> Stream:
        end, last = time.monotonic() + SECONDS, None
        for address in addresses(host, port):
            try:
                return Stream(super().connect_tcp(address, port, max(0.1, end - time.monotonic()), local_address, socket_options), end)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                last = error
        raise last or Unreachable("the name leads nowhere")


class Transport(httpx2.BaseTransport):
    """For httpx2 clients: one connection a request. Raises AddressRefused, Unreachable."""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        split(str(request.url))
        headers = [(name, value) for name, value in request.headers.raw if name.lower() != b"accept-encoding"] + [(b"accept-encoding", b"identity")]
        with reached(), httpcore2.ConnectionPool(network_backend=Backend()) as pool:
            answer = pool.handle_request(httpcore2.Request(request.method, str(request.url), headers=headers, content=request.stream))
            try:
                body = b"".join(answer.iter_stream())
            finally:
                answer.close()
        if any(name.lower() == b"content-encoding" for name, _ in answer.headers):
            raise Unreachable("a packed answer, which nobody asked for")
        return httpx2.Response(answer.status, headers=answer.headers, content=body)


@contextmanager
def reached() -> Iterator[None]:
    try:
        yield
    except (OSError, UnicodeError, httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError) as error:
        raise Unreachable(type(error).__name__) from error


def settings_of_client() -> dict:
    """Keywords of an httpx2 client that goes by these rules: no other host by a redirect, no proxy from the environment."""
    return {"transport": Transport(), "follow_redirects": False, "trust_env": False, "timeout": SECONDS}


def connect(url: str) -> None:
    """Open a connection and close it again; nothing is sent or read. Raises AddressRefused, Unreachable."""
    host, port = split(url)
    with reached():
        Backend().connect_tcp(host, port).close()
