"""What must be settled before the page: address, port, data and index.

Nothing of Gradio is imported here, so that a mistake is told at once.
"""

import argparse
import ctypes
import errno
import os
import socket
import sys
from dataclasses import dataclass
from ipaddress import ip_address

from assistant.access.entry import Entry
from assistant.access.errors import AccessError
from assistant.access.rates import Rates
from assistant.access.users import Users
from assistant.errors import InputError
from assistant.history import default_home
from assistant.operations.logs import LogSettings, configure
from assistant.operations.metrics import reading_token
from assistant.reach import AddressRefused, refuse
from assistant.ui.wording import word
from prompts import render

DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", "7860"
BACKLOG = 128
ADDRESSES = ("LLM_BASE_URL", "CHROMA_URL")  # what the app opens by itself
M_ARENA_MAX, ARENAS = -8, 2  # the number is that of malloc.h


class StartError(Exception):
    """The app cannot start; the text is the Japanese sentence for the terminal."""


@dataclass(frozen=True)
class Settings:
    """Where to listen, whether to open a browser, and whether other programs get MCP tools. Port 0 lets the system choose."""

    host: str
    port: int
    browser: bool = False
    mcp: bool = False


def few_arenas() -> None:
    """Let the C library keep its free memory in two pools instead of eight per processor: forty threads would each leave some behind."""
    allocator = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if allocator is not None:  # musl has none
        allocator(M_ARENA_MAX, ARENAS)


def read_settings(arguments: list[str] | None = None) -> Settings:
    """Command line first, then environment, then the default. Raises StartError for a port that is no port."""
    parser = argparse.ArgumentParser(prog="python app.py", description=word("usage"))
    parser.add_argument("--host", default=os.environ.get("RASHINBAN_HOST") or DEFAULT_HOST, help=word("usage_host"))
    parser.add_argument("--port", default=os.environ.get("RASHINBAN_PORT") or DEFAULT_PORT, help=word("usage_port"))
    parser.add_argument("--open", action="store_true", help=word("usage_open"))
    parser.add_argument("--mcp", action="store_true", default=os.environ.get("RASHINBAN_MCP") == "1", help=word("usage_mcp"))
    options = parser.parse_args(arguments)
    if not options.port.isdecimal() or not options.port.isascii() or int(options.port) > 65535:
        raise StartError(word("bad_port", text=options.port))
    return Settings(options.host, int(options.port), options.open, options.mcp)


def set_up_logs() -> None:
    """Logs and metrics as the environment says; the ways in are looked at. Raises StartError."""
    try:
        configure(LogSettings.from_environment())
        reading_token()
        Entry.from_environment()
        Rates.from_environment(True)
        for name in ADDRESSES:
            if url := os.environ.get(name, "").strip():
                refuse(url)
    except InputError as error:
        raise StartError(error.message_ja) from error
    except AddressRefused as error:
        raise StartError(f"{name}：{error.message_ja}") from error


def listening_socket(settings: Settings) -> socket.socket:
    """The socket the server will use, already listening: a second start fails here and an early browser waits.

    Raises StartError.
    """
    host, port = settings.host, settings.port
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except (OSError, UnicodeError) as error:
        raise StartError(word("bad_host", host=host)) from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        refuse_strangers(listener, host)
        listener.listen(BACKLOG)
    except StartError:
        listener.close()
        raise
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise StartError(word("port_in_use", host=host, port=port)) from error
        if error.errno == errno.EACCES:
            raise StartError(word("port_forbidden", port=port)) from error
        raise StartError(word("bad_host", host=host)) from error
    return listener


def refuse_strangers(listener: socket.socket, host: str) -> None:
    """Other machines may reach the app only when somebody says who they are: its users, or a proxy or OIDC. Raises StartError."""
    if ip_address(listener.getsockname()[0].partition("%")[0]).is_loopback or Entry.from_environment().guarded:
        return
    try:
        if not Users(default_home()).list():
            raise StartError(render("access", "needs_users", host=host))
    except AccessError as error:
        raise StartError(error.message_ja) from error


def address_shown(host: str, port: int) -> str:
    """The address to type into a browser on this machine."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}"


def open_assistant():
    """The assistant, with its index built where it is missing. Raises StartError for unusable data, index or folder."""
    from analytics import AnalyticsError
    from analytics.messages import explain
    from assistant import Assistant
    from assistant.store import StoreUnavailable
    from assistant.store.deletion import retention_days
    from index.errors import RetrievalError
    from index.messages import japanese
    from index.search import Index
    from prompts import PromptError

    try:
        assistant = Assistant.open()
        assistant.history.database.open()
        retention_days()
        Index.open_or_build(progress=show_progress)
    except AnalyticsError as error:
        raise StartError(explain(error)) from error
    except RetrievalError as error:
        raise StartError(japanese(error)) from error
    except (StoreUnavailable, InputError) as error:
        raise StartError(error.message_ja) from error
    except OSError as error:
        raise StartError(word("home_unusable", folder=default_home(), reason=error)) from error
    except PromptError as error:
        raise StartError(word("wording_broken", reason=error)) from error
    return assistant


def show_progress(done: int, total: int) -> None:
    """One line on standard error that counts the embedded passages."""
    print(f"\r{word('building_index', done=done, total=total)}", end="\n" if done == total else "", file=sys.stderr, flush=True)
