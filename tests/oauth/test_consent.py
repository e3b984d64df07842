"""Getting a consent: the device flow with all its answers, and the address of a browser."""

import ssl
import subprocess
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest

from mailer.errors import Unavailable
from mailer.oauth.consent import Terminal, obtain
from mailer.oauth.grant import REDIRECT, refreshed
from mailer.oauth.model import TokenRefused, Tokens, gmail, microsoft
from tests.oauth.conftest import USER, Clock
from tests.servers.provider import Fault, Provider, running_provider


@dataclass
class Person:
    """Somebody at a terminal, and a browser beside it; `sleep` moves the clock."""

    provider: Provider
    clock: Clock = field(default_factory=Clock)
    shown: list[str] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    pasted: str = ""

    def terminal(self) -> Terminal:
        return Terminal(self.shown.append, self.ask, self.sleep, self.clock)

    def ask(self, _text: str) -> str:
        address = next(line for line in self.shown if line.startswith("http"))
        return self.pasted or self.provider.browse(address, USER)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.clock.forward(seconds=seconds)


@pytest.fixture
def person(provider: Provider) -> Person:
    return Person(provider)


def consented(person: Person) -> Tokens:
    return obtain(person.provider.consent(USER), person.terminal())


# The device flow (RFC 8628)


def test_address_and_code_are_shown_and_the_tokens_come(person: Person) -> None:
    tokens = consented(person)
    told = "\n".join(person.shown)
    assert f"{person.provider.url}/enter" in told
    assert "WDJB-MJHT" in told
    assert USER in told
    assert tokens.access in person.provider.access
    assert tokens.refresh in person.provider.users
    assert tokens.consented == person.clock()


def test_it_asks_at_the_given_interval_and_slower_when_told_so(person: Person) -> None:
    person.provider.next(Fault.PENDING, Fault.SLOW_DOWN, Fault.PENDING)
    consented(person)
    assert person.slept == [5, 5, 10, 10]


def test_a_network_that_fails_meanwhile_is_waited_for(person: Person) -> None:
    person.provider.next(Fault.PENDING, Fault.DOWN, Fault.NO_JSON)
    consented(person)
    assert person.slept == [5, 5, 10, 20]


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (Fault.EXPIRED, "the code has expired"),
        (Fault.DENIED, "refused in the browser"),
        (Fault.INVALID_CLIENT, "Check client_id and client_secret"),
    ],
)
def test_an_end_without_consent_says_why(person: Person, fault: Fault, told: str) -> None:
    person.provider.next(fault)
    with pytest.raises(TokenRefused, match=told):
        consented(person)


def test_a_code_that_nobody_enters_ends_by_the_clock(person: Person) -> None:
    person.provider.next(*[Fault.PENDING] * 200)
    with pytest.raises(TokenRefused, match="expired before anybody consented"):
        consented(person)
    assert sum(person.slept) == 900


def test_a_consent_without_a_refresh_token_is_refused(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person.provider, "grant", lambda _user: None)
    with pytest.raises(TokenRefused, match="gave no refresh token"):
        consented(person)


# The code of a browser (RFC 6749, section 4.1, and RFC 7636)


def by_browser(person: Person) -> Tokens:
    return obtain(person.provider.consent(USER, browser=True), person.terminal())


def test_the_address_at_which_the_browser_ends_gives_the_tokens(person: Person) -> None:
    tokens = by_browser(person)
    assert tokens.refresh in person.provider.users
    [address] = [line for line in person.shown if line.startswith("http")]
    for part in ("code_challenge_method=S256", "access_type=offline", "scope=mail"):
        assert part in address


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        (f"{REDIRECT}?error=access_denied", "came back with access_denied"),
        (f"{REDIRECT}?code=browser-code&state=another", "state"),
        ("4/0AbCd", "expected the whole address"),
        ("", "no code in that"),
    ],
    ids=["denied", "another request", "the code alone", "nothing"],
)
def test_another_address_is_refused(person: Person, pasted: str, told: str) -> None:
    person.pasted = pasted or " "
    with pytest.raises(TokenRefused, match=told):
        by_browser(person)


# The providers


def test_microsoft_has_a_device_flow_and_gmail_a_browser() -> None:
    assert microsoft("reps.example").device_endpoint == (
        "https://login.microsoftonline.com/reps.example/oauth2/v2.0/devicecode"
    )
    assert "offline_access" in microsoft("reps.example").scope
    assert not gmail().device_endpoint
    assert gmail().scope == "https://mail.google.com/"


# TLS of the endpoints


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, Path]:
    folder = tmp_path_factory.mktemp("certificate")
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
        " -keyout key.pem -out cert.pem -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    )
    subprocess.run(command.split(), cwd=folder, check=True, capture_output=True, timeout=30)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context, folder / "cert.pem"


def test_a_certificate_that_nobody_signed_is_refused_and_nothing_is_sent(
    certificate: tuple[ssl.SSLContext, Path], when: datetime
) -> None:
    context, cafile = certificate
    with running_provider(context) as provider:
        held = Tokens(provider.grant(USER), "", when, when)
        consent = provider.consent(USER)
        with pytest.raises(Unavailable, match=r"localhost:\d+: its certificate is not trusted"):
            refreshed(consent, held, when)
        assert provider.requests == []
        trusting = replace(consent, cafile=str(cafile))
        assert refreshed(trusting, held, when).access in provider.access
        other_name = replace(
            trusting.provider, token_endpoint=trusting.provider.token_endpoint.replace(
                "localhost", "127.0.0.1"
            )
        )  # fmt: skip
        with pytest.raises(Unavailable, match="certificate is not trusted"):
            refreshed(replace(trusting, provider=other_name), held, when)


def test_without_tls_nothing_leaves_this_machine(when: datetime) -> None:
    with running_provider() as provider:
        consent = provider.consent(USER)
    away = replace(consent.provider, token_endpoint="http://login.example.org/token")
    with pytest.raises(Unavailable, match="expected https"):
        refreshed(replace(consent, provider=away), Tokens("r", "", when, when), when)


def test_a_redirect_is_not_followed(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provider, "answer", lambda _path, _asked: (302, "moved"))
    consent = provider.consent(USER)
    with pytest.raises(Unavailable, match="answers 302 and no JSON object"):
        refreshed(consent, Tokens("r", "", Clock().now, Clock().now), Clock().now)


@pytest.fixture
def when() -> datetime:
    return Clock().now
