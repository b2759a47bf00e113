"""Settings of logins by a company's accounts (OpenID Connect)."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from assistant.access.messages import listed, wrong
from assistant.errors import InputError
from assistant.reach import AddressRefused, refuse

START, BACK, BEGUN_COOKIE = "/login/oidc", "/login/oidc/back", "rashinban_oidc"
NEAR = ("localhost", "127.0.0.1", "::1")
ISSUER, ADDRESS, DOMAINS = "RASHINBAN_OIDC_ISSUER", "RASHINBAN_OIDC_ADDRESS", "RASHINBAN_OIDC_DOMAINS"
SCOPES, GROUPS = "openid email profile", "groups"


@dataclass(frozen=True)
class OidcSettings:
    """`address`: where browsers open this app. `domains`: of e-mail addresses that may come in, lower case; () where groups decide.

    `trust_email`: an issuer that says nothing about an address being verified is believed; one that says it is not never is.
    """

    issuer: str
    client: str
    address: str
    domains: tuple[str, ...] = ()
    secret: str = field(default="", repr=False)
    scopes: str = SCOPES
    groups: str = GROUPS
    trust_email: bool = False

    @property
    def back(self) -> str:
        """Where the issuer sends the browser."""
        return self.address + BACK

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ, grouped: bool = False) -> "OidcSettings | None":
        """None where no issuer is named; `grouped`: whether groups decide who comes in. Raises InputError."""
        given = {name: environment.get(f"RASHINBAN_OIDC_{name}", "").strip() for name in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET", "ADDRESS", "DOMAINS", "SCOPES", "GROUPS_CLAIM", "TRUST_EMAIL")}
        if not given["ISSUER"]:
            if any(given.values()):
                raise wrong(ISSUER, None, "oidc_no_issuer")
            return None
        usable(ISSUER, given["ISSUER"])
        address = given["ADDRESS"].rstrip("/")
        usable(ADDRESS, address)
        if urlsplit(address).path or "?" in address or "#" in address:
            raise wrong(ADDRESS, address, "oidc_bad_address")
        if not given["CLIENT_ID"]:
            raise wrong("RASHINBAN_OIDC_CLIENT_ID", None, "oidc_no_client")
        domains = tuple(domain.lower() for domain in listed(given["DOMAINS"]))
        if not (domains or grouped) or any("@" in domain or "*" in domain or not domain.isascii() for domain in domains):
            raise wrong(DOMAINS, given["DOMAINS"], "oidc_bad_domains")
        return cls(
            given["ISSUER"], given["CLIENT_ID"], address, domains, given["CLIENT_SECRET"], given["SCOPES"] or SCOPES, given["GROUPS_CLAIM"] or GROUPS, given["TRUST_EMAIL"] == "1",
        )  # fmt: skip


def usable(name: str, url: str) -> None:
    """Raises InputError for what is no https address; http is for this machine itself."""
    try:
        refuse(url)
    except AddressRefused as error:
        raise InputError(f"{name}：{error.message_ja}", f"{name}: {error}") from error
    if not encrypted(url):
        raise wrong(name, url, "oidc_bad_address")


def encrypted(url: str) -> bool:
    """Whether nobody on the way can read along: https, or this machine itself."""
    return urlsplit(url).scheme == "https" or urlsplit(url).hostname in NEAR
