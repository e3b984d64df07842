"""Getting a person's consent from a terminal: by a device code, or by a browser's last address."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from mailer.oauth import grant
from mailer.oauth.model import Consent, ProviderAway, TokenRefused, Tokens

SLOWER = 5.0
"""Seconds that are added when the endpoint asks for patience (RFC 8628, section 3.5)."""
LONGEST_PAUSE = 60.0


@dataclass(frozen=True, slots=True)
class Terminal:
    """How to talk to the person who consents. `sleep` takes seconds, `ask` returns an answer."""

    say: Callable[[str], None]
    ask: Callable[[str], str]
    sleep: Callable[[float], None]
    clock: Callable[[], datetime]


def obtain(consent: Consent, terminal: Terminal) -> Tokens:
    """Return the tokens of a person who has consented; raises TokenRefused or ProviderAway."""
    if consent.provider.device_endpoint:
        return _by_device(consent, terminal)
    return _by_browser(consent, terminal)


def _by_device(consent: Consent, terminal: Terminal) -> Tokens:
    code = grant.device_code(consent)
    end = terminal.clock() + timedelta(seconds=code.expires_in)
    terminal.say(f"Open      {code.address}")
    terminal.say(f"enter     {code.user_code}")
    terminal.say(f"sign in   as {consent.user}, and agree; this waits until {end:%H:%M} UTC")
    pause = max(code.interval, 1.0)
    while True:
        terminal.sleep(pause)
        now = terminal.clock()
        if now >= end:
            raise _gone(consent)
        try:
            return grant.by_device(consent, code, now)
        except grant.Refusal as refusal:
            if refusal.code == "slow_down":
                pause += SLOWER
            elif refusal.code == "expired_token":
                raise _gone(consent) from None
            elif refusal.code in {"access_denied", "authorization_declined"}:
                raise TokenRefused(
                    f"{consent.name}: the consent was refused in the browser"
                ) from None
            elif refusal.code != "authorization_pending":
                raise grant.said(consent, refusal) from None
        except ProviderAway:
            # The network may come back; a timeout asks for longer pauses (section 3.5).
            pause = min(pause * 2, LONGEST_PAUSE)


def _gone(consent: Consent) -> TokenRefused:
    again = f"run `mailer auth {consent.name}` again"
    return TokenRefused(f"{consent.name}: the code has expired before anybody consented; {again}")


def _by_browser(consent: Consent, terminal: Terminal) -> Tokens:
    request = grant.code_request(consent)
    terminal.say(f"Open this address in any browser, sign in as {consent.user}, and agree:")
    terminal.say(request.address)
    terminal.say("The browser then fails to open a page: that is expected. Copy the page's address")
    terminal.say(f"(it begins with {grant.REDIRECT}) and paste it here.")
    return grant.by_code(consent, request, terminal.ask("Address"), terminal.clock())
