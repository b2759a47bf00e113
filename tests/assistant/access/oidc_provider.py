"""An account service of this process: it speaks OpenID Connect over HTTP and can be made to lie in many ways."""

import base64
import hashlib
import hmac
import json
import threading
import time
import warnings
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

CLIENT, PASSWORD = "rashinban", "client-password-of-tests"
RSA, OTHER = RSAKey.generate_key(2048, {"kid": "one", "use": "sig"}), RSAKey.generate_key(2048, {"kid": "one"})
EC = ECKey.generate_key("P-256", {"kid": "ec", "use": "sig"})
with warnings.catch_warnings(action="ignore"):
    WEAK = RSAKey.generate_key(1024, {"kid": "weak"})


class Provider:
    """`claims` replaces claims of the token (None takes one out); `sign` makes the token; `answers` replaces whole answers by path."""

    def __init__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Handler,), {"provider": self}))
        self.server.daemon_threads = True
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        self.asked: list[str] = []
        self.codes: dict[str, dict] = {}
        self.reset()
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def reset(self):
        self.asked.clear()
        self.codes.clear()
        self.claims, self.answers, self.keys, self.sign = {}, {}, [RSA, EC], self.signed

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def signed(self, claims):
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims, RSA)

    def log_in(self, url):
        """What the issuer's own page does once the person has logged in there: the address the browser is sent back to."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        assert asked["response_type"] == "code" and asked["code_challenge_method"] == "S256" and asked["client_id"] == CLIENT
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?code={code}&state={asked['state']}"

    def token(self, fields, authorization):
        """The answer of the token endpoint: status, body."""
        asked = self.codes.pop(fields.get("code", [""])[0], None)
        expected = "Basic " + base64.b64encode(f"{CLIENT}:{PASSWORD}".encode()).decode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(fields.get("code_verifier", [""])[0].encode()).digest()).rstrip(b"=").decode()
        if asked is None or authorization != expected or challenge != asked["code_challenge"] or fields["redirect_uri"][0] != asked["redirect_uri"]:
            return 400, json.dumps({"error": "invalid_grant", "error_description": "geheim"}).encode()
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": CLIENT, "sub": "0001", "exp": now + 300, "iat": now, "nonce": asked["nonce"], "email": "sato@example.co.jp",
            "email_verified": True, "groups": ["staff"], **self.claims,
        }  # fmt: skip
        token = self.sign({name: value for name, value in claims.items() if value is not None})
        return 200, json.dumps({"access_token": "a", "token_type": "Bearer", "id_token": token}).encode()


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def do_GET(self):
        issuer = self.provider.issuer
        published = {"issuer": issuer, "authorization_endpoint": f"{issuer}/authorize", "token_endpoint": f"{issuer}/token", "jwks_uri": f"{issuer}/keys"}
        self.answer({
            "/.well-known/openid-configuration": lambda: (200, json.dumps(published).encode()),
            "/keys": lambda: (200, json.dumps({"keys": [key.as_dict(private=False) for key in self.provider.keys]}).encode()),
        })  # fmt: skip

    def do_POST(self):
        fields = parse_qs(self.rfile.read(int(self.headers["content-length"])).decode())
        self.answer({"/token": lambda: self.provider.token(fields, self.headers.get("authorization"))})

    def answer(self, usual):
        path = urlsplit(self.path).path
        self.provider.asked.append(path)
        status, body = self.provider.answers.get(path, usual.get(path, lambda: (404, b"")))()
        try:
            self.send_response(status)
            self.send_header("location", f"{self.provider.issuer}/elsewhere")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True  # the client has had enough


def packed(part):
    return base64.urlsafe_b64encode(part if isinstance(part, bytes) else json.dumps(part).encode()).rstrip(b"=").decode()


def unsigned(claims):
    return f"{packed({'alg': 'none', 'kid': 'one'})}.{packed(claims)}."


def with_public_key(claims):
    """HS256 with the published RSA key as the secret, as a verifier would use it that believes the token's own head."""
    signed = f"{packed({'alg': 'HS256', 'kid': 'one'})}.{packed(claims)}"
    return f"{signed}.{packed(hmac.digest(RSA.as_pem(private=False), signed.encode(), 'sha256'))}"


def by(key, alg, **head):
    """Signs with a key; the head names it unless `kid` is None."""
    full = {name: value for name, value in {"alg": alg, "kid": key.kid, **head}.items() if value is not None}
    return lambda claims: jwt.encode(full, claims, key, algorithms=[alg])
