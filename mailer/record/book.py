"""What recording needs to know of one programme, beside its rows."""

from dataclasses import dataclass

from mailer.render.templates import Templates
from mailer.rules.facts import Policy


@dataclass(frozen=True, slots=True)
class Book:
    """A programme's policy, its templates, and the key of its reply tokens.

    `letters` is the state in which letters are written: "queued"; "withheld" where none is sent
    (B6); "presumed" where what happened long ago is worked off anew (B15).
    `loop` is the X-Loop value by which our own letters are recognised when they come back.
    """

    policy: Policy
    templates: Templates
    key: bytes
    loop: str
    letters: str = "queued"

    @property
    def programme(self) -> str:
        return self.policy.programme
