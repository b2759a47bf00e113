"""What must be settled before the heavy imports: address and port. Imports nothing of Gradio, so that a mistake is told at once."""

import argparse
import errno
import os
import socket
from dataclasses import dataclass

from assistant.ui.wording import word

DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", "7860"
BACKLOG = 128


class StartError(Exception):
    """The app cannot start; the text is the Japanese sentence for the terminal."""


@dataclass(frozen=True)
class Settings:
    """Where to listen. Port 0 lets the system choose."""

    host: str
    port: int


def read_settings(arguments: list[str] | None = None) -> Settings:
    """Command line first, then environment, then the default. Raises StartError for a port that is no port."""
    parser = argparse.ArgumentParser(prog="python app.py", description=word("usage"))
    parser.add_argument("--host", default=os.environ.get("RASHINBAN_HOST") or DEFAULT_HOST, help=word("usage_host"))
    parser.add_argument("--port", default=os.environ.get("RASHINBAN_PORT") or DEFAULT_PORT, help=word("usage_port"))
    options = parser.parse_args(arguments)
    if not options.port.isdecimal() or not options.port.isascii() or int(options.port) > 65535:
        raise StartError(word("bad_port", text=options.port))
    return Settings(options.host, int(options.port))


def listening_socket(settings: Settings) -> socket.socket:
    """The socket the server will use, already listening: a second start fails here and an early browser waits. Raises StartError."""
    host, port = settings.host, settings.port
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except (OSError, UnicodeError) as error:
        raise StartError(word("bad_host", host=host)) from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise StartError(word("port_in_use", host=host, port=port)) from error
        if error.errno == errno.EACCES:
            raise StartError(word("port_forbidden", port=port)) from error
        raise StartError(word("bad_host", host=host)) from error
    return listener


def address_shown(host: str, port: int) -> str:
    """The address to type into a browser on this machine."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"
