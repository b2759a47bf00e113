"""The id token of OpenID Connect: its signature by one of two algorithms, and its claims, each compared with what it must be."""

import hmac
import math

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, KeySet, RSAKey

from assistant.access.errors import AccessError

ALGORITHMS = {"RS256": RSAKey, "ES256": ECKey}  # never what the token itself would like: "none", or HS256 with a public key as secret
LEEWAY, OLDEST = 60, 600  # seconds: between two clocks; since the token was made
MOST_TOKEN, MOST_SUBJECT, MOST_KEYS, LEAST_RSA = 32_768, 255, 50, 2048  # characters, keys, bits


class Keys:
    """The issuer's public keys, as it publishes them; what is no key for signatures is left out."""

    def __init__(self, published: dict):
        self.keys = []
        records = published.get("keys")
        for record in records[:MOST_KEYS] if isinstance(records, list) else []:
            if isinstance(record, dict) and record.get("kty") in ("RSA", "EC") and record.get("use", "sig") == "sig":
                try:
                    self.keys += [key for key in KeySet.import_key_set({"keys": [record]}) if strong(key)]
                except (JoseError, ValueError, TypeError, KeyError):
                    continue  # a key of another kind beside the good ones

    def claims(self, token: str) -> dict:
        """Raises AccessError for a token that none of the keys signed by an allowed algorithm."""
        try:
            if len(token) > MOST_TOKEN or token.count(".") != 2:
                raise ValueError("no signed token")
            header = jws.extract_compact(token.encode()).headers()
            kind = ALGORITHMS[header["alg"]]
        except (JoseError, ValueError, TypeError, KeyError, RecursionError) as error:
            raise AccessError("oidc_token", f"the token's head: {type(error).__name__}") from error
        for key in self.keys:
            if isinstance(key, kind) and header.get("kid") in (None, key.kid):
                try:
                    return dict(jwt.decode(token, key, algorithms=[header["alg"]]).claims)
                except (JoseError, ValueError, TypeError, RecursionError):
                    continue
        raise AccessError("oidc_token", "no key of the issuer signed it")


def strong(key: RSAKey | ECKey) -> bool:
    return not isinstance(key, RSAKey) or key.public_key.key_size >= LEAST_RSA


def checked(claims: dict, issuer: str, client: str, nonce: str, now: float) -> None:
    """Raises AccessError naming the claim that is not what it must be."""
    audience, given = claims.get("aud"), claims.get("nonce")
    audiences = [audience] if isinstance(audience, str) else audience if isinstance(audience, list) else []
    made, ends, begins = (moment(claims, name) for name in ("iat", "exp", "nbf"))
    right = {
        "iss": claims.get("iss") == issuer,
        "aud": client in audiences and all(isinstance(one, str) for one in audiences),
        "azp": claims.get("azp", client if len(audiences) == 1 else None) == client,
        "exp": ends is not None and ends + LEEWAY > now,
        "iat": made is not None and now - OLDEST - LEEWAY <= made <= now + LEEWAY,
        "nbf": "nbf" not in claims or (begins is not None and begins <= now + LEEWAY),
        "nonce": isinstance(given, str) and hmac.compare_digest(given.encode(), nonce.encode()),
        "sub": isinstance(claims.get("sub"), str) and 0 < len(claims["sub"]) <= MOST_SUBJECT and claims["sub"].isprintable(),
    }
    if bad := [name for name, good in right.items() if not good]:
        raise AccessError("oidc_token", f"claims {', '.join(bad)}")


def moment(claims: dict, name: str) -> float | None:
    value = claims.get(name)
    return value if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) else None


def email_of(claims: dict, domains: tuple[str, ...], trusted: bool) -> str:
    """The verified address, inside the allowed domains where there are some. Raises AccessError."""
    email, verified = claims.get("email"), claims.get("email_verified", trusted)
    if not isinstance(email, str) or not email.isascii() or not email.isprintable() or email.count("@") != 1 or " " in email:
        raise AccessError("oidc_no_email", "no e-mail address")
    if verified is not True:
        raise AccessError("oidc_unverified", "the e-mail address is not verified")
    if domains and email.rpartition("@")[2].lower() not in domains:
        raise AccessError("oidc_domain", "the domain is not allowed")
    return email


def groups_of(claims: dict, name: str) -> tuple[str, ...]:
    groups = claims.get(name)
    return tuple(one for one in groups if isinstance(one, str)) if isinstance(groups, list) else ()
