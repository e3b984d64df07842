"""An authorisation server on loopback that misbehaves when told to.

    with running_provider() as provider:
        consent = provider.consent("council@example.org")
        provider.next(Fault.DOWN)
        ...

It knows refresh tokens, device codes and codes of a browser, and tells Dovecot which access tokens
are good (RFC 7662).
"""

import contextlib
import hashlib
import json
import ssl
import threading
import time
from base64 import urlsafe_b64encode
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

from mailer.oauth.model import Consent
from mailer.oauth.model import Provider as Endpoints

SECRET = "client-secret-kept-quiet"
EXPIRES_IN = 3600


class Fault(StrEnum):
    """How one answer of the token endpoint goes wrong; the error codes are those of the RFCs."""

    DOWN = "status 503"
    SLOW = "a byte now and then"
    SILENT = "no byte at all"
    NO_JSON = "a page in HTML"
    NO_TOKEN = "JSON without a token"
    ODD_TOKEN = "JSON with values of other kinds"
    INVALID_GRANT = "invalid_grant"
    INVALID_CLIENT = "invalid_client"
    BUSY = "temporarily_unavailable"
    PENDING = "authorization_pending"
    SLOW_DOWN = "slow_down"
    EXPIRED = "expired_token"
    DENIED = "access_denied"


@dataclass
class Provider:
    """What is known of a running one. `rotates`: each refresh token serves once."""

    url: str
    rotates: bool = False
    users: dict[str, str] = field(default_factory=dict)  # Good refresh tokens, with their users.
    access: dict[str, str] = field(default_factory=dict)  # Good access tokens, the same.
    requests: list[dict[str, str]] = field(default_factory=list)
    challenge: str = ""
    _faults: deque[Fault] = field(default_factory=deque)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def consent(self, user: str, *, browser: bool = False, **more: Any) -> Consent:
        """Return a consent of this user here, by device code or by browser."""
        endpoints = Endpoints(
            "custom",
            f"{self.url}/token",
            "" if browser else f"{self.url}/device",
            f"{self.url}/authorize" if browser else "",
            "mail offline",
        )
        wanted: dict[str, Any] = {"client_secret": lambda: SECRET, "timeout": 5.0}
        return Consent("council", user, "client-1", endpoints, **wanted | more)

    def next(self, *faults: Fault) -> None:
        """Let the next answers of the token endpoint go wrong so, one after another."""
        self._faults.extend(faults)

    def grant(self, user: str) -> str:
        """Return a new refresh token of a user."""
        token = f"refresh-{next(self._numbers)}"
        self.users[token] = user
        return token

    def expire(self) -> None:
        """Let every access token be refused from now on."""
        self.access.clear()

    def revoke(self) -> None:
        """Let the users take back their consent."""
        self.users.clear()
        self.access.clear()

    def take(self) -> Fault | None:
        return self._faults.popleft() if self._faults else None

    def answer(self, path: str, asked: dict[str, str]) -> tuple[int, dict[str, Any]]:
        with self._lock:
            if path == "/introspect":
                user = self.access.get(asked.get("token", ""))
                return 200, {"active": user is not None, **({"username": user} if user else {})}
            self.requests.append(asked)
            if path == "/device":
                self.users["device-code"] = "council@example.org"
                return 200, {
                    "device_code": "device-code", "user_code": "WDJB-MJHT", "expires_in": 900,
                    "verification_uri": f"{self.url}/enter", "interval": 5,
                }  # fmt: skip
            return self._token(asked)

    def _token(self, asked: dict[str, str]) -> tuple[int, dict[str, Any]]:
        known = {
            "refresh_token": asked.get("refresh_token", ""),
            "authorization_code": asked.get("code", ""),
        }.get(asked.get("grant_type", ""), asked.get("device_code", ""))
        if known not in self.users:
            return 400, {"error": "invalid_grant", "error_description": "Token has been revoked."}
        if asked.get("grant_type") == "authorization_code":
            digest = hashlib.sha256(asked["code_verifier"].encode()).digest()
            assert urlsafe_b64encode(digest).rstrip(b"=").decode() == self.challenge
        user = self.users[known]
        access = f"access-{next(self._numbers)}"
        self.access[access] = user
        found = {"access_token": access, "token_type": "Bearer", "expires_in": EXPIRES_IN}
        if asked.get("grant_type") != "refresh_token" or self.rotates:
            del self.users[known]
            found["refresh_token"] = self.grant(user)
        return 200, found

    def browse(self, address: str, user: str) -> str:
        """Consent in a browser; return the address at which it ends."""
        asked = dict(parse_qsl(urlsplit(address).query))
        self.challenge = asked["code_challenge"]
        assert asked["code_challenge_method"] == "S256"
        self.users["browser-code"] = user
        return f"{asked['redirect_uri']}?code=browser-code&state={asked['state']}&scope=mail"


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers.get("Content-Length", 0))
            values = parse_qs(self.rfile.read(size).decode())
            asked = {key: value[0] for key, value in values.items()}
            asked["authorization"] = self.headers.get("Authorization", "")
            path = urlsplit(self.path).path
            fault = provider.take() if path == "/token" else None
            with contextlib.suppress(OSError):
                if fault is None:
                    self.tell(*provider.answer(path, asked))
                else:
                    self.go_wrong(fault)

        def go_wrong(self, fault: Fault) -> None:
            if fault is Fault.SILENT:
                time.sleep(1)
            elif fault is Fault.SLOW:
                self.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n")
                for _byte in range(30):
                    self.wfile.write(b" ")
                    time.sleep(0.05)
            elif fault is Fault.DOWN:
                self.tell(503, {"error": "down"})
            elif fault is Fault.NO_JSON:
                self.tell(200, "<html>access-in-a-page</html>")
            elif fault is Fault.NO_TOKEN:
                self.tell(200, {"token_type": "Bearer"})
            elif fault is Fault.ODD_TOKEN:
                self.tell(200, {"access_token": ["access-in-a-list"], "expires_in": {}})
            else:
                words = "AADSTS700082: it has expired\r\n"
                self.tell(400, {"error": fault.value, "error_description": words})

        def tell(self, status: int, values: object) -> None:
            text = values if isinstance(values, str) else json.dumps(values)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_arguments: object) -> None:
            """Stay quiet."""

    return Handler


@contextlib.contextmanager
def running_provider(tls: ssl.SSLContext | None = None) -> Iterator[Provider]:
    """Serve on a free port of the loopback interface while the block lasts."""
    provider = Provider("")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(provider))
    server.daemon_threads = True
    server.block_on_close = False
    server.handle_error = lambda *_arguments: None  # type: ignore[method-assign]
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    scheme, host = ("https", "localhost") if tls else ("http", "127.0.0.1")
    provider.url = f"{scheme}://{host}:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
