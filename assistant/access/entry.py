"""Settings of logins that others vouch for: a reverse proxy by a header, a company's accounts by OIDC. Neither exists unless it is set up."""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from assistant.access.messages import listed, wrong
from assistant.access.oidc_settings import OidcSettings
from assistant.access.roles import EDITOR, ROLES, VIEWER

HEADER_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,63}")
TAKEN_HEADERS = {"cookie", "authorization", "host", "origin", "content-type", "content-length", "transfer-encoding", "connection", "forwarded", "x-forwarded-for", "x-forwarded-proto"}
LEAST_SECRET, WIDEST = 16, {4: 8, 6: 32}  # characters; bits that a trusted network must fix
Environment = Mapping[str, str]
Network = IPv4Network | IPv6Network


@dataclass(frozen=True)
class NewcomerRules:
    """`new`: the role of somebody who is seen for the first time, "" when only known users come in. `roles`: group → role, () where groups decide nothing."""

    new: str = ""
    roles: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_environment(cls, environment: Environment = os.environ) -> "NewcomerRules":
        """Raises InputError."""
        new, roles = environment.get("RASHINBAN_ENTRY_NEW", "").strip(), []
        if new not in ("", VIEWER, EDITOR):
            raise wrong("RASHINBAN_ENTRY_NEW", new, "entry_bad_new")
        for pair in listed(environment.get("RASHINBAN_ENTRY_ROLES", "")):
            group, _, role = (part.strip() for part in pair.rpartition("="))
            if not group or role not in ROLES:
                raise wrong("RASHINBAN_ENTRY_ROLES", pair, "entry_bad_roles")
            roles.append((group, role))
        return cls(new, tuple(roles))

    def counts(self, groups: Iterable[str]) -> bool:
        """Whether one of the groups gives a role."""
        return any(group in {known for known, _ in self.roles} for group in groups)

    def role(self, groups: Iterable[str]) -> str | None:
        """The highest role of these groups, a viewer's for none that counts; None where groups decide nothing."""
        if not self.roles:
            return None
        found = [role for group, role in self.roles if group in set(groups)]
        return max(found, key=ROLES.index, default=VIEWER)


@dataclass(frozen=True)
class ProxyLogin:
    """A request from a peer inside `peers` carries the user's name in `header` (lower case), and groups in `groups_header` where that is set."""

    header: str
    peers: tuple[Network, ...]
    groups_header: str = ""
    secret_header: str = ""
    secret: str = field(default="", repr=False)

    @classmethod
    def from_environment(cls, environment: Environment = os.environ) -> "ProxyLogin | None":
        """None where no header is named. Raises InputError."""
        names = {part: environment.get(f"RASHINBAN_PROXY_{part}", "").strip() for part in ("HEADER", "PEERS", "GROUPS_HEADER", "SECRET_HEADER", "SECRET")}
        if not names["HEADER"]:
            if any(names.values()):
                raise wrong("RASHINBAN_PROXY_HEADER", None, "entry_no_header")
            return None
        headers = [name.lower() for part in ("HEADER", "GROUPS_HEADER", "SECRET_HEADER") if (name := names[part])]
        for name in headers:
            if not HEADER_NAME.fullmatch(name) or name in TAKEN_HEADERS or headers.count(name) > 1:
                raise wrong("RASHINBAN_PROXY_HEADER", name, "entry_bad_header")
        if bool(names["SECRET_HEADER"]) != bool(names["SECRET"]) or (names["SECRET"] and (len(names["SECRET"]) < LEAST_SECRET or not names["SECRET"].isascii())):
            raise wrong("RASHINBAN_PROXY_SECRET", None, "entry_bad_secret", least=LEAST_SECRET)
        return cls(names["HEADER"].lower(), networks(names["PEERS"]), names["GROUPS_HEADER"].lower(), names["SECRET_HEADER"].lower(), names["SECRET"])

    def trusts(self, peer: str) -> bool:
        """Whether a connection from this address comes from the proxy."""
        try:
            address = ip_address(peer.partition("%")[0])
        except ValueError:
            return False
        address = getattr(address, "ipv4_mapped", None) or address
        return any(address.version == network.version and address in network for network in self.peers)


def networks(text: str) -> tuple[Network, ...]:
    """At least one network, none so wide that it is the whole internet. Raises InputError."""
    found = []
    for one in listed(text) or [""]:
        try:
            found.append(ip_network(one))
        except ValueError as error:
            raise wrong("RASHINBAN_PROXY_PEERS", one, "entry_bad_peers") from error
        if found[-1].prefixlen < WIDEST[found[-1].version]:
            raise wrong("RASHINBAN_PROXY_PEERS", one, "entry_bad_peers")
    return tuple(found)


@dataclass(frozen=True)
class Entry:
    """Every way in that is set up beside the users' own passwords and tokens."""

    rules: NewcomerRules = NewcomerRules()
    proxy: ProxyLogin | None = None
    oidc: OidcSettings | None = None

    @classmethod
    def from_environment(cls, environment: Environment = os.environ) -> "Entry":
        """Raises InputError."""
        rules = NewcomerRules.from_environment(environment)
        return cls(rules, ProxyLogin.from_environment(environment), OidcSettings.from_environment(environment, bool(rules.roles)))

    @property
    def guarded(self) -> bool:
        """Whether the app needs a login even before there is a user."""
        return self.proxy is not None or self.oidc is not None
