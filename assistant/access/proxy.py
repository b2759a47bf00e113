"""Who a trusted reverse proxy says is asking. The peer is the socket's own, never what a forwarding header claims."""

import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.access.entry import ProxyLogin
from assistant.access.errors import AccessError
from assistant.access.users import MOST_NAME

NAME = re.compile(rf"[!-~](?:[ -~]{{0,{MOST_NAME - 2}}}[!-~])?")  # printable ASCII: in other letters two accounts may look like one name
MOST_GROUPS = 8192  # bytes
Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Vouched:
    """`groups` is empty where the proxy sends none."""

    name: str
    groups: tuple[str, ...] = ()


def vouched(login: ProxyLogin, headers: Headers, peer: str) -> Vouched | None:
    """None where no trusted proxy speaks of a user. Raises AccessError for a header that cannot be believed."""
    if not login.trusts(peer) or not proved(login, headers):
        return None
    given = only(headers, login.header)
    if given is None:
        return None
    try:
        name = given.decode("ascii")
    except UnicodeDecodeError as error:
        raise AccessError("entry_bad_value", f"{login.header} is not ASCII") from error
    if not NAME.fullmatch(name):
        raise AccessError("entry_bad_value", f"{login.header} is empty, too long or holds control characters")
    listed = only(headers, login.groups_header) if login.groups_header else None
    if listed and len(listed) > MOST_GROUPS:
        raise AccessError("entry_bad_value", f"{login.groups_header} is too long")
    groups = (listed or b"").decode("utf-8", "replace").split(",")
    return Vouched(name, tuple(group.strip() for group in groups if group.strip()))


def proved(login: ProxyLogin, headers: Headers) -> bool:
    """Whether the proxy showed the secret, where one is agreed."""
    if not login.secret_header:
        return True
    given = only(headers, login.secret_header)
    return given is not None and hmac.compare_digest(given, login.secret.encode())


def only(headers: Headers, name: str) -> bytes | None:
    """The value of a header; None when it is absent. A second one, or one spelled with underscores, may be a client's own: raises AccessError."""
    found = [(key, value) for key, value in headers if plain(key) == name]
    if len(found) > 1 or (found and found[0][0].lower() != name.encode()):
        raise AccessError("entry_bad_value", f"{name} came twice or in another spelling")
    return found[0][1] if found else None


def plain(key: bytes) -> str:
    """A header's name as servers that know no difference between - and _ see it."""
    return key.decode("latin-1").lower().replace("_", "-")


def without(login: ProxyLogin | None, headers: Iterable[tuple[bytes, bytes]]) -> Headers:
    """The headers that the app may see: it has no use for what the proxy said, and must not believe it from anybody else."""
    spent = {login.header, login.groups_header, login.secret_header} if login else set()
    return [(key, value) for key, value in headers if plain(key) not in spent]
