"""One POST to a provider at a time: verified TLS, no redirects, a limit for the whole answer."""

import contextlib
import http.client
import json
import re
import socket
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlencode, urlsplit

from mailer.oauth.model import ProviderAway, is_loopback, plain

LARGEST = 256 * 1024
_FORBIDDEN = re.compile(r"[^ !#-\[\]-~]")


class ClientAuth(Protocol):
    """What authlib hands over to sign a request."""

    def prepare(
        self, method: str, uri: str, headers: dict[str, str], body: str
    ) -> tuple[str, dict[str, str], str]:
        """Return address, headers and body with the client's credentials."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in JSON, as authlib reads it. Its words are never shown: they may hold tokens."""

    status_code: int
    values: Mapping[str, Any]

    def raise_for_status(self) -> None:
        """An error of OAuth2 comes with status 400 or 401 and is read from the JSON."""

    def json(self) -> Mapping[str, Any]:
        return self.values


@dataclass(frozen=True, slots=True)
class Session:
    """Stands where authlib expects a session of requests or httpx.

    The answers are small and rare: a library for HTTP would bring four more packages, and an own
    list of authorities beside that of the system, by which IMAP and SMTP are verified.
    """

    timeout: float
    cafile: str | None = None

    def post(
        self, url: str, data: Mapping[str, str], headers: Mapping[str, str], auth: ClientAuth
    ) -> Answer:
        """Return what the endpoint answers; raises ProviderAway where it gives no JSON object."""
        url, wanted, body = auth.prepare("POST", url, dict(headers), urlencode(data))
        place = urlsplit(url).netloc
        try:
            status, text = self._exchange(url, wanted, body.encode("ascii"))
        except ssl.SSLCertVerificationError as error:
            why = error.verify_message
            raise ProviderAway(
                f"the provider {place}: its certificate is not trusted: {why}"
            ) from error
        except (OSError, http.client.HTTPException) as error:
            why = str(error) or type(error).__name__
            raise ProviderAway(f"the provider {place} cannot be reached: {why}") from error
        return Answer(status, _object(place, status, text))

    def _exchange(self, url: str, headers: Mapping[str, str], body: bytes) -> tuple[int, bytes]:
        link = self._link(url)
        parts = urlsplit(url)
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        late = threading.Event()
        sockets: list[socket.socket] = []

        def give_up() -> None:
            late.set()
            for sock in sockets or [link.sock]:
                with contextlib.suppress(OSError):
                    if sock is not None:
                        # Below TLS, which must not be touched while another thread reads.
                        socket.socket.shutdown(sock, socket.SHUT_RDWR)

        timer = threading.Timer(self.timeout, give_up)
        timer.daemon = True
        timer.start()
        try:
            link.connect()
            sockets.append(link.sock)  # The connection forgets it before the answer is read.
            if late.is_set():
                raise TimeoutError
            link.request("POST", target, body, dict(headers))
            with link.getresponse() as answer:
                found = answer.status, answer.read(LARGEST)
        except (OSError, http.client.HTTPException):
            if not late.is_set():
                raise
        finally:
            timer.cancel()
            link.close()
        if late.is_set():  # What has come until then may even look like an end.
            raise TimeoutError(f"no whole answer within {self.timeout:g} s")
        return found

    def _link(self, url: str) -> http.client.HTTPConnection:
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme == "https":
            context = ssl.create_default_context(cafile=self.cafile)
            return http.client.HTTPSConnection(
                host, parts.port, timeout=self.timeout, context=context
            )
        if parts.scheme != "http" or not is_loopback(host):
            raise ProviderAway(
                f"the provider {parts.netloc}: expected https; without it only on this machine"
            )
        return http.client.HTTPConnection(host, parts.port, timeout=self.timeout)


def _object(place: str, status: int, text: bytes) -> dict[str, Any]:
    if status == http.client.TOO_MANY_REQUESTS or status >= http.client.INTERNAL_SERVER_ERROR:
        raise ProviderAway(f"the provider {place} answers {status}; it is tried again")
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ProviderAway(
            f"the provider {place} answers {status} and no JSON object; is the address right?"
        )
    if "error" in found:
        # Microsoft's words have several lines and quotes; authlib takes none but those of
        # RFC 6749, section 5.2, and would hide the error behind one of its own.
        words = _FORBIDDEN.sub(" ", plain(found.get("error_description") or ""))
        return {"error": plain(found["error"]), "error_description": words.strip()}
    return found
