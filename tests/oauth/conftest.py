"""A provider on loopback, tokens in a folder, and a clock that tests move."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mailer.oauth.bearer import Bearer
from mailer.oauth.cache import TokenFile
from mailer.oauth.model import Consent, Tokens
from tests.servers.provider import Provider, running_provider

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
USER = "council@example.org"
KEY = b"k" * 32


@dataclass
class Clock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class Place:
    """A data folder, and the consent of one user at the provider."""

    folder: Path
    provider: Provider
    clock: Clock
    consent: Consent

    @property
    def file(self) -> TokenFile:
        return TokenFile(self.folder, self.consent, lambda: KEY)

    @property
    def stored(self) -> Tokens:
        found = self.file.read()
        assert found is not None
        return found

    def bearer(self) -> Bearer:
        """Return what a process that has just started would have."""
        return Bearer(self.consent, self.file, self.clock)

    def consented(self) -> None:
        """Store a refresh token as `mailer auth` does, with an access token that has expired."""
        self.file.write(Tokens(self.provider.grant(USER), "", self.clock(), self.clock()))


@pytest.fixture
def provider() -> Iterator[Provider]:
    with running_provider() as running:
        yield running


@pytest.fixture
def place(tmp_path: Path, provider: Provider) -> Place:
    made = Place(tmp_path / "oauth2", provider, Clock(), provider.consent(USER))
    made.consented()
    return made
