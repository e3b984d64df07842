"""The grants of OAuth2 that a mailbox needs, over authlib's client."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urldefrag, urlsplit

from authlib.common.security import generate_token
from authlib.oauth2 import OAuth2Error
from authlib.oauth2.client import OAuth2Client

from mailer.oauth.endpoint import Session
from mailer.oauth.model import (
    CUSTOM,
    Consent,
    ConsentNeeded,
    ProviderAway,
    TokenRefused,
    Tokens,
    plain,
)

DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
REDIRECT = "http://127.0.0.1:8765/"
"""Where the browser ends. Nothing listens there: the operator copies the address from it."""
USUAL_SECONDS = 3600.0
_PASSING = {"temporarily_unavailable", "server_error"}
_ENDED = {"invalid_grant", "interaction_required", "consent_required"}


class Refusal(Exception):
    """The endpoint's error (RFC 6749, section 5.2, and RFC 8628, section 3.5)."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(f"{code}: {words}" if words else code)
        self.code = code


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """What the person needs, and how often to ask whether they have consented. In seconds."""

    device_code: str = field(repr=False)
    user_code: str
    address: str
    expires_in: float
    interval: float


@dataclass(frozen=True, slots=True)
class CodeRequest:
    """The address to open, and what proves afterwards that the answer belongs to it."""

    address: str
    state: str = field(repr=False)
    verifier: str = field(repr=False)


def refreshed(consent: Consent, tokens: Tokens, now: datetime) -> Tokens:
    """Return tokens with a new access token, and the new refresh token where there is one.

    Raises ConsentNeeded where the consent has ended, TokenRefused where the client is refused,
    and ProviderAway where trying again may help.
    """
    try:
        answer = _ask(consent, "refresh_token", refresh_token=tokens.refresh)
    except Refusal as refusal:
        raise said(consent, refusal) from None
    return _tokens(consent, answer, now, tokens.refresh, tokens.consented)


def device_code(consent: Consent) -> DeviceCode:
    """Ask for a code that a person enters in a browser (RFC 8628, section 3.1)."""
    client = _client(consent)
    auth = client.client_auth(client.token_endpoint_auth_method)
    url = consent.provider.device_endpoint
    data = {"scope": consent.provider.scope} if consent.provider.scope else {}
    headers = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}
    found = client.session.post(url, data=data, headers=headers, auth=auth).json()
    if "error" in found:
        raise said(consent, Refusal(found["error"], found["error_description"]))
    try:
        return DeviceCode(
            device_code=str(found["device_code"]),
            user_code=plain(found["user_code"]),
            address=plain(found.get("verification_uri") or found["verification_url"]),
            expires_in=float(found["expires_in"]),
            interval=float(found.get("interval", 5)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ProviderAway(f"{consent.name}: the device endpoint answers without a code") from error


def by_device(consent: Consent, code: DeviceCode, now: datetime) -> Tokens:
    """Ask once whether the person has consented; raises Refusal with what the endpoint says."""
    answer = _ask(consent, DEVICE, device_code=code.device_code)
    return _tokens(consent, answer, now, "", now)


def code_request(consent: Consent) -> CodeRequest:
    """Return the address at which a person consents in a browser, and what proves the answer."""
    verifier = generate_token(48)
    address, state = _client(consent).create_authorization_url(
        consent.provider.authorization_endpoint,
        code_verifier=verifier,
        access_type="offline",  # Google: give a refresh token, ...
        prompt="consent",  # ... even to somebody who has consented before.
        login_hint=consent.user,
    )
    return CodeRequest(str(address), str(state), verifier)


def by_code(consent: Consent, request: CodeRequest, ended_at: str, now: datetime) -> Tokens:
    """Return the tokens for the address at which the browser ended.

    Raises TokenRefused where that address is not the answer to this request.
    """
    whole = urldefrag(ended_at.strip()).url
    told = parse_qs(urlsplit(whole).query)
    if "error" in told:
        raise TokenRefused(f"{consent.name}: the browser came back with {plain(told['error'][0])}")
    if "code" not in told:
        expected = f"expected the whole address, {REDIRECT}?...code=..."
        raise TokenRefused(f"{consent.name}: there is no code in that; {expected}")
    try:
        answer = _ask(
            consent,
            "authorization_code",
            authorization_response=whole,
            state=request.state,
            code_verifier=request.verifier,
        )
    except Refusal as refusal:
        raise said(consent, refusal) from None
    return _tokens(consent, answer, now, "", now)


def said(consent: Consent, refusal: Refusal) -> TokenRefused | ProviderAway:
    """Return a refusal as an error that says what to do."""
    told = f"{consent.name}: {consent.provider.token_endpoint} refuses {consent.user}: {refusal}"
    if refusal.code in _PASSING:
        return ProviderAway(f"{told}; it is tried again")
    if refusal.code in _ENDED:
        return ConsentNeeded(f"{told}. The consent has ended: run `mailer auth {consent.name}`")
    if refusal.code in {"invalid_client", "unauthorized_client"}:
        return TokenRefused(f"{told}. Check client_id and client_secret, and the kind of client")
    if refusal.code == "invalid_scope":
        return TokenRefused(f"{told}. Check scope, and what the registered client may ask for")
    return TokenRefused(f"{told}. Run `mailer auth {consent.name}`, or check the settings")


def _client(consent: Consent) -> Any:
    secret = consent.client_secret()
    # RFC 6749 wants every server to know Basic; Google and Microsoft describe the other one.
    method = "client_secret_basic" if consent.provider.name == CUSTOM else "client_secret_post"
    return OAuth2Client(
        Session(consent.timeout, consent.cafile),
        client_id=consent.client_id,
        client_secret=secret or None,
        token_endpoint_auth_method=method if secret else "none",
        scope=consent.provider.scope or None,
        redirect_uri=REDIRECT,
        code_challenge_method="S256",
    )


def _ask(consent: Consent, grant: str, **values: str) -> Mapping[str, Any]:
    client, url = _client(consent), consent.provider.token_endpoint
    try:
        if grant == "refresh_token":
            found = client.refresh_token(url, **values)
        else:
            found = client.fetch_token(url, grant_type=grant, **values)
    except OAuth2Error as error:
        raise Refusal(error.error, error.description or "") from None
    except (TypeError, ValueError):
        # Without its words: they may repeat a value of the answer.
        raise ProviderAway(f"{consent.name}: the token endpoint's answer makes no sense") from None
    return dict(found)


def _tokens(
    consent: Consent, found: Mapping[str, Any], now: datetime, refresh: str, consented: datetime
) -> Tokens:
    access, renewed = found.get("access_token"), found.get("refresh_token") or refresh
    if not isinstance(access, str) or not access:
        raise ProviderAway(f"{consent.name}: the token endpoint answers without an access token")
    if not isinstance(renewed, str) or not renewed:
        fix = "ask for offline access: scope offline_access with Microsoft"
        raise TokenRefused(f"{consent.name}: the provider gave no refresh token; {fix}")
    try:
        seconds = float(found.get("expires_in") or USUAL_SECONDS)
        expires = now + timedelta(seconds=seconds)
    except (TypeError, ValueError, OverflowError):
        expires = now + timedelta(seconds=USUAL_SECONDS)
    return Tokens(refresh=renewed, access=access, expires=expires, consented=consented)
