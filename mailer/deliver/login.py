"""Logging in to the submission server, by a password or by a token of OAuth2."""

import base64
import binascii
import smtplib
from collections.abc import Callable

from mailer.oauth.sasl import MECHANISM, Exchange

_CHALLENGE = 334
_DONE = 235
_MOST_CHALLENGES = 3


def by_token(connection: smtplib.SMTP, user: str, bearer: Callable[[str], str]) -> None:
    """Log in with an access token (RFC 4954); `bearer` gives it, as for `ImapAccount`.

    Raises SMTPAuthenticationError with the server's words, SMTPNotSupportedError where it does
    not offer XOAUTH2, and what `bearer` raises.
    """
    offered = str(connection.esmtp_features.get("auth", "")).upper().split()
    if MECHANISM not in offered:
        raise smtplib.SMTPNotSupportedError(f"the server does not offer {MECHANISM}")
    token = bearer("")
    try:
        _authenticate(connection, user, token)
    except smtplib.SMTPAuthenticationError as error:
        if error.smtp_code < 500:  # noqa: PLR2004 - a temporary refusal says nothing of the token
            raise
        # It may have been taken back before its time; with a new one the answer is final.
        _authenticate(connection, user, bearer(token))


def _authenticate(connection: smtplib.SMTP, user: str, token: str) -> None:
    exchange = Exchange(user, token)
    code, text = connection.docmd("AUTH", f"{MECHANISM} {_encoded(exchange(b''))}")
    for _turn in range(_MOST_CHALLENGES):
        if code != _CHALLENGE:
            break
        code, text = connection.docmd(_encoded(exchange(_decoded(text))))
    if code != _DONE:
        words = text.decode("utf-8", "replace")
        told = f"{words} ({exchange.refusal})" if exchange.refusal else words
        raise smtplib.SMTPAuthenticationError(code, told)


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _decoded(text: bytes) -> bytes:
    try:
        return base64.b64decode(text)
    except binascii.Error:
        return text
