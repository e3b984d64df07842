"""What is true at the end, whatever happened: every mail once in the records, every letter once."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from storage.fingerprint import canonical_hash
from tests.faults.installation import PROCESSED
from tests.soak.troubles import REFUSED
from tests.soak.world import START, World
from tests.soak.writers import Written

_DONE = ("sent", "failed", "suppressed", "cancelled", "merged")
"""How a letter may end here."""


@dataclass
class Account:
    """What was put in and what came out, counted beside the service.

    A mail beyond the size limit is known by its Message-ID: only its header is kept. `doubts`
    counts how often each letter was in doubt (its Message-ID): so often it may come once more.
    """

    mails: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    arrived: Counter[str] = field(default_factory=Counter)
    doubts: Counter[str] = field(default_factory=Counter)
    old: int = 0
    _in_doubt: set[str] = field(default_factory=set)

    def posted(self, mail: Written) -> None:
        large = mail.kind == "too large"
        self.mails[mail.message_id if large else canonical_hash(mail.data)] += 1
        self.kinds[mail.kind] += 1

    def look_for_doubt(self, world: World) -> None:
        """Note which letters are in doubt now; they stay so for longer than we look away."""
        found = set(world.here.column("SELECT message_id FROM letter WHERE state = 'unknown'"))
        self.doubts.update(found - self._in_doubt)
        self._in_doubt = found

    @property
    def doubles(self) -> int:
        return sum(times - 1 for times in self.arrived.values())


def faults(world: World, account: Account) -> list[str]:
    """Say in words what is not as it must be, after everything has come to rest."""
    return [
        *_mails(world, account),
        *_letters(world, account),
        *_folders(world, account),
        *_swept(world, account),
    ]


def _mails(world: World, account: Account) -> Iterator[str]:
    rows = world.here.rows("SELECT id, sha256, message_id, state, outcome, reason FROM inbox")
    # One that is too large is known by its Message-ID, also where it came twice (a duplicate).
    found = Counter(row[2] if row[2] in account.mails else row[1] for row in rows)
    for key, times in account.mails.items():
        if found[key] != times:
            yield f"mail {key} stands {found[key]} times in the records, expected {times}"
    for key in found.keys() - account.mails.keys():
        yield f"mail {key} stands in the records, and nobody wrote it"
    for number, _, _, state, outcome, reason in rows:
        if state != "done" or not outcome:
            yield f"mail {number} is {state} with outcome {outcome}: {reason}"


def _letters(world: World, account: Account) -> Iterator[str]:
    rows = world.here.rows("SELECT message_id, state, reply FROM letter")
    states = {row[0]: row[1] for row in rows}
    for letter, state, reply in rows:
        came, doubts = account.arrived[letter], account.doubts[letter]
        if state == "sent" and not came:
            yield f"{letter} counts as sent and never came"
        if came > 1 + doubts:
            yield f"{letter} came {came} times, and was in doubt {doubts} times"
        if state == "failed" and not doubts and REFUSED not in reply:
            yield f"{letter} failed: {reply}"
        if state not in _DONE:
            yield f"{letter} is {state}: {reply}"
        if came and state not in {"sent", "failed"}:
            yield f"{letter} came, and is {state}"
    for letter in account.arrived.keys() - states.keys():
        yield f"{letter} came, and is not in the records"


def _folders(world: World, account: Account) -> Iterator[str]:
    left, done = 0, 0
    for user in world.boxes.values():
        with world.dovecot.connect(user) as client:
            left += client.folder_status("INBOX", ["MESSAGES"])[b"MESSAGES"]
            done += client.folder_status(PROCESSED, ["MESSAGES"])[b"MESSAGES"]
    if left or done != account.mails.total():
        yield f"{left} mails left in INBOX, {done} moved of {account.mails.total()}"


def _swept(world: World, account: Account) -> Iterator[str]:
    """What was old on the first morning has lost its bytes (`retention_days`)."""
    if world.clock.now() < START + timedelta(hours=2):
        return
    query = "SELECT count(*) FROM inbox WHERE received < '2026-06-01' AND length(data) = 0"
    [found] = world.here.column(query)
    if found != account.old:
        yield f"{found} of {account.old} old mails have lost their bytes"
