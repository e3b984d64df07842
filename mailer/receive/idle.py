"""Waiting for new mail with IDLE (RFC 2177), without trusting it alone."""

import threading
import time

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError

RENEW_SECONDS = 9 * 60.0  # Under the ten minutes after which servers and routers drop us.
SLICE_SECONDS = 0.5  # How long a wish to stop may go unnoticed.


def idle(client: IMAPClient, seconds: float, stop: threading.Event) -> bool:
    """Wait up to `seconds`; True as soon as mail is announced, False when none was.

    Raises what imaplib and sockets raise when the connection is dead. A dead connection gives an
    instantly empty answer for ever (imapclient), and only ending the IDLE shows it.
    """
    end = time.monotonic() + seconds
    while not stop.is_set() and (left := end - time.monotonic()) > 0:
        if _one_idle(client, min(left, RENEW_SECONDS), stop):
            return True
    return False


def _one_idle(client: IMAPClient, seconds: float, stop: threading.Event) -> bool:
    client.idle()
    news = _buffered(client)
    end = time.monotonic() + seconds
    while not news and not stop.is_set() and (left := end - time.monotonic()) > 0:
        wanted = min(left, SLICE_SECONDS)
        begun = time.monotonic()
        responses = client.idle_check(timeout=wanted)
        news = _announces(responses)
        if not responses and time.monotonic() - begun < wanted / 2:
            break  # Dead, or a TLS record without data: the end of the IDLE tells which.
    _text, responses = client.idle_done()
    return news or _announces(responses)


def _announces(responses: list[tuple[object, ...]]) -> bool:
    for response in responses:
        if response[:1] == (b"BYE",):
            raise IMAPClientAbortError("the server said BYE")
        if response[1:2] == (b"EXISTS",):
            return True
    return False


def _buffered(client: IMAPClient) -> bool:
    """Tell whether lines lie in imaplib's buffer, where waiting on the socket misses them.

    The notice of a mail that came just before the IDLE arrives together with its first answer.
    """
    link = client.socket()
    timeout = link.gettimeout()
    link.setblocking(False)
    try:
        return bool(client._imap.file.peek(1))  # noqa: SLF001 - the library has no word for it.
    except OSError:
        return False  # TLS says in this way that there is nothing to read.
    finally:
        link.settimeout(timeout)
