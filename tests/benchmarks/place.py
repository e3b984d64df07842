"""Where one run finds its mails, its database and the server that takes its letters."""

import json
from dataclasses import asdict, dataclass, field
from typing import Self

PROCESSED = "Processed"


@dataclass(frozen=True, slots=True)
class Place:
    """Handed to the process of one run as JSON. IMAP and SMTP are without TLS, on loopback."""

    imap_port: int
    user: str
    password: str
    smtp_port: int
    database: str
    roster: str
    folder: str
    host: str = "127.0.0.1"

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Self:
        return cls(**json.loads(text))


@dataclass(frozen=True, slots=True)
class Run:
    """What one run measured. Seconds are of the wall; CPU is of its process and of its children.

    `readers_mb` are the peaks of those children that read beside it, together.
    """

    side: str
    mails: int
    seconds: float
    cpu_seconds: float
    peak_mb: float
    stages_ms: dict[str, float] = field(default_factory=dict)
    letters: int = 0
    readers_mb: float = 0.0

    @property
    def rate(self) -> float:
        """Mails a second."""
        return self.mails / self.seconds

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of CPU a mail."""
        return 1000 * self.cpu_seconds / self.mails
