"""Login by a company's accounts: authorization code with PKCE, and every claim of the id token looked at one by one.

Nothing is opened before somebody asks to log in this way.
"""

import hmac
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import httpx2
from authlib.common.security import generate_token
from authlib.integrations.httpx_client import OAuth2Client, OAuthError

from assistant.access.errors import AccessError
from assistant.access.id_token import Keys, checked, email_of, groups_of
from assistant.access.oidc_settings import OidcSettings, encrypted
from assistant.reach import AddressRefused, split
from assistant.reach_client import Unreachable, settings_of_client

DISCOVERY, KEPT_SECONDS = "/.well-known/openid-configuration", 3600
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
MOST_CODE = 4096  # characters


@dataclass(frozen=True)
class Account:
    """Whom the issuer means: `subject` never changes, `name` is the e-mail address."""

    subject: str
    name: str
    groups: tuple[str, ...]


@dataclass(frozen=True)
class Secrets:
    """Of one login that has begun: what must come back with it."""

    state: str
    nonce: str
    verifier: str


class Provider:
    """The issuer of the settings; what it publishes is kept for an hour, its keys until one is missing."""

    def __init__(self, settings: OidcSettings, clock: Callable[[], float] = time.time):
        self.settings, self.clock = settings, clock
        self.lock, self.published, self.until, self.keys = threading.Lock(), {}, 0.0, Keys({})

    def begin(self) -> tuple[str, Secrets]:
        """(where the browser goes, what to keep). Raises Unreachable."""
        secrets = Secrets(generate_token(43), generate_token(43), generate_token(64))
        with self.client() as client:
            url, _ = client.create_authorization_url(self.endpoint("authorization_endpoint"), state=secrets.state, code_verifier=secrets.verifier, nonce=secrets.nonce)
        return url, secrets

    def finish(self, secrets: Secrets, state: str, code: str, issuer: str = "") -> Account:
        """Exchange the code. `issuer` is what came with it, "" when nothing did (RFC 9207).

        Raises AccessError for whom the issuer or the settings refuse, Unreachable.
        """
        if not hmac.compare_digest(secrets.state.encode(), state.encode("utf-8", "replace")) or issuer not in ("", self.settings.issuer):
            raise AccessError("oidc_lost", "state or issuer differ")
        if not 0 < len(code) <= MOST_CODE:
            raise AccessError("oidc_lost", "no code")
        claims = self.claims(self.id_token(code, secrets.verifier))
        checked(claims, self.settings.issuer, self.settings.client, secrets.nonce, self.clock())
        return Account(claims["sub"], email_of(claims, self.settings.domains, self.settings.trust_email), groups_of(claims, self.settings.groups))

    def id_token(self, code: str, verifier: str) -> str:
        try:
            with self.client() as client:
                token = client.fetch_token(self.endpoint("token_endpoint"), grant_type="authorization_code", code=code, code_verifier=verifier)
        except OAuthError as error:
            raise AccessError("oidc_lost", f"the issuer refused the code: {str(error.error)[:40]!r}") from error
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, TypeError, AttributeError, RecursionError) as error:  # whatever garbage an answer may hold
            raise Unreachable(f"the token endpoint: {type(error).__name__}") from error
        found = token.get("id_token") if isinstance(token, dict) else None
        if not isinstance(found, str):
            raise Unreachable("the token endpoint gave no id token")
        return found

    def claims(self, token: str) -> dict:
        """Claims of a token that one of the issuer's keys signed; a key that is not known yet is asked for once."""
        try:
            return self.keys.claims(token)
        except AccessError:
            self.keys = Keys(self.fetched(self.endpoint("jwks_uri")))
            return self.keys.claims(token)

    # -- what the issuer publishes ------------------------------------------------------------------------------------

    def endpoint(self, name: str) -> str:
        with self.lock:
            if time.monotonic() >= self.until:
                self.published, self.until = self.discovered(), time.monotonic() + KEPT_SECONDS
            return self.published[name]

    def discovered(self) -> dict:
        found = self.fetched(self.settings.issuer.rstrip("/") + DISCOVERY)
        if found.get("issuer") != self.settings.issuer:
            raise Unreachable("the issuer calls itself by another name")
        for name in ENDPOINTS:
            url = found.get(name)
            try:
                split(url if isinstance(url, str) else "")
            except AddressRefused as error:
                raise Unreachable(f"{name} is no address") from error
            if not encrypted(url):
                raise Unreachable(f"{name} is not encrypted")
        return found

    def fetched(self, url: str) -> dict:
        """A JSON object. Raises Unreachable for anything else; redirects are not followed."""
        try:
            with httpx2.Client(**settings_of_client()) as client:
                answer = client.get(url)
            found = answer.json() if answer.status_code == 200 else None
        except AddressRefused as error:
            raise Unreachable(str(error)) from error
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError, RecursionError) as error:
            raise Unreachable(type(error).__name__) from error
        if not isinstance(found, dict):
            raise Unreachable(f"status {answer.status_code}, or no JSON object")
        return found

    def client(self) -> OAuth2Client:
        return OAuth2Client(
            self.settings.client, self.settings.secret or None, token_endpoint_auth_method=self.authentication(), scope=self.settings.scopes,
            redirect_uri=self.settings.back, code_challenge_method="S256", **settings_of_client(),
        )  # fmt: skip

    def authentication(self) -> str:
        known = self.published.get("token_endpoint_auth_methods_supported")
        if not self.settings.secret:
            return "none"
        return "client_secret_post" if isinstance(known, list) and "client_secret_post" in known and "client_secret_basic" not in known else "client_secret_basic"
