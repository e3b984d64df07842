"""Nothing lost, nothing twice: the service is disturbed in many rounds, and compared.

`make crash`, or `python -m tests.faults.crash [--rounds 100] [--database sqlite] [--seed 7]`. The
service runs as a process with a real Dovecot, an SMTP server and a database. Each round hands it
mails and disturbs it in one to four ways; then everything works again, the service finishes, and
records, letters and mailbox must be what the same mails lead to when nothing happens. A letter
may come twice only where it was in doubt: its whole content was sent, and no answer was had or
recorded. Those are counted.
"""

import argparse
import json
import math
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.clock import Clock
from tests.faults.letterbox import Letterbox
from tests.faults.nursery import Nursery
from tests.faults.place import Places
from tests.faults.rounds import KINDS, ONLY, SETS, Round, World
from tests.faults.wire import Wire
from tests.servers.dovecot import running_dovecot
from tests.servers.postgres import create_tables, running_postgres

DATABASES = ("sqlite", "postgresql")
SHOWN = 20
KEPT = Path(__file__).resolve().parents[2] / "build" / "crash"


@dataclass
class Tally:
    """What happened in all rounds on one database; `differences` are those of each round."""

    rounds: int = 0
    seconds: float = 0
    disturbances: Counter[str] = field(default_factory=Counter)
    kills: int = 0
    mails: int = 0
    letters: int = 0
    in_doubt: int = 0
    doubles: int = 0
    parked: int = 0
    resent: int = 0
    differences: dict[int, list[str]] = field(default_factory=dict)


@contextmanager
def world(database: str, log: Path) -> Iterator[World]:
    """Start every server, and stop them afterwards."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="crash-")))
        dovecot = stack.enter_context(running_dovecot())
        server = stack.enter_context(running_postgres()) if database == "postgresql" else None
        template = folder / "template.db"
        create_tables(f"sqlite:///{template}")
        places = Places(folder, dovecot, template, server)
        stack.callback(places.close)
        letterbox = stack.enter_context(Letterbox(folder))
        yield World(
            places=places,
            nursery=stack.enter_context(Nursery(log)),
            dovecot=dovecot,
            letterbox=letterbox,
            imap=stack.enter_context(Wire(dovecot.imap)),
            smtp=stack.enter_context(Wire(letterbox.port)),
            clock=Clock(folder / "clock"),
            clock_file=folder / "clock",
            server=server,
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be played on one database; no round begins after `ends` (time.monotonic)."""

    database: str
    seed: int
    numbers: Sequence[int]
    kinds: Sequence[str] = tuple(KINDS)
    sizes: Sequence[int] = tuple(SETS)
    ends: float = math.inf
    quiet: bool = False
    kept: Path = KEPT

    @property
    def log(self) -> Path:
        return self.kept / f"{self.database}.log"


def play(plan: Plan) -> Tally:
    """Play the rounds and return what happened."""
    plan.kept.mkdir(parents=True, exist_ok=True)
    left, tally, begun = deque(plan.numbers), Tally(), time.monotonic()
    while left and time.monotonic() < plan.ends:
        _play_some(plan, left, tally)
    tally.seconds = time.monotonic() - begun
    return tally


def _play_some(plan: Plan, left: deque[int], tally: Tally) -> None:
    """Play rounds on one set of servers, until one breaks them or there are no more."""
    with world(plan.database, plan.log) as shared:
        expected = {size: shared.undisturbed(size) for size in plan.sizes}
        while left and time.monotonic() < plan.ends:
            number, start = left.popleft(), time.monotonic()
            plan.log.write_bytes(b"")
            chance = random.Random(f"{plan.seed}:{plan.database}:{number}")
            one = Round(shared, chance, chance.choice(plan.sizes))
            known = [kind for kind in plan.kinds if ONLY.get(kind, plan.database) == plan.database]
            whole = True
            try:
                one.play(expected[one.size], chance.choices(known, k=chance.randint(1, 4)))
            except Exception:  # noqa: BLE001 - whatever it is, it is a result, and is told
                one.faults.append(traceback.format_exc())
                whole = False
            _count(tally, one, number)
            _tell(plan, one, number, time.monotonic() - start)
            if not whole:
                return
            shared.places.remove(one.place)


def _tell(plan: Plan, one: Round, number: int, seconds: float) -> None:
    if one.faults:
        shutil.copy(plan.log, plan.kept / f"{plan.database}-{plan.seed}-{number}.log")
    if not plan.quiet:
        told = "DIFFERS" if one.faults else "the same"
        print(f"{plan.database} {number:4} {seconds:5.1f} s  {told}  {'; '.join(one.story)}")
        for fault in one.faults[:SHOWN]:
            print(f"     {fault}")
        if len(one.faults) > SHOWN:
            print(f"     and {len(one.faults) - SHOWN} more")
        sys.stdout.flush()


def _count(tally: Tally, one: Round, number: int) -> None:
    place = one.place
    tally.rounds += 1
    tally.disturbances += one.done
    tally.kills += one.kills + place.kills
    tally.mails += one.size
    tally.letters += len(place.arrived)
    tally.in_doubt += len(place.doubts)
    tally.doubles += place.doubles
    tally.parked += place.parked
    tally.resent += place.given_up
    if one.faults:
        tally.differences[number] = one.faults


def _table(tallies: dict[str, Tally]) -> Iterator[str]:
    """Yield the lines of a table, as README has it."""
    yield f"| | {' | '.join(tallies)} |"
    yield f"|---|{'---|' * len(tallies)}"
    rows = {
        "rounds": "rounds",
        "mails": "mails",
        "letters": "letters",
        "kills": "kills of the service",
        "in_doubt": "letters in doubt",
        "doubles": "of these, came twice",
        "resent": "of these, in doubt twice, and sent again by hand",
        "parked": "mails set aside after three kills, and run again",
    }
    for name, words in rows.items():
        yield f"| {words} | {' | '.join(str(getattr(t, name)) for t in tallies.values())} |"
    for kind, (_, words) in KINDS.items():
        counts = [str(t.disturbances[kind] or "-") for t in tallies.values()]
        yield f"| {words} | {' | '.join(counts)} |"
    differed = [str(len(t.differences)) for t in tallies.values()]
    yield f"| **rounds that differed** | {' | '.join(differed)} |"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults.crash",
        description=(__doc__ or "").partition("\n")[0],
        epilog="Example: python -m tests.faults.crash --rounds 20 --database sqlite --seed 7",
    )
    parser.add_argument("--rounds", type=int, default=50, help="on each database (50)")
    parser.add_argument("--first", type=int, default=1, help="number of the first round (1)")
    parser.add_argument(
        "--seconds",
        type=float,
        default=3600,
        help="begin no round after this time, shared by the databases (3600)",
    )
    parser.add_argument("--database", choices=DATABASES, action="append", help="both without it")
    parser.add_argument("--kind", choices=KINDS, action="append", help="all without it")
    parser.add_argument("--seed", type=int, help="repeats what a run with it did")
    parser.add_argument("--json", action="store_true", help="print the tallies as JSON alone")
    return parser.parse_args()


def main() -> None:
    asked = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # In order, with its servers.
    seed = asked.seed if asked.seed is not None else random.randrange(1_000_000)
    rounds = range(asked.first, asked.first + asked.rounds)
    if not asked.json:
        print(f"seed {seed}", flush=True)
    tallies = {}
    databases = asked.database or DATABASES
    for database in databases:
        ends = time.monotonic() + asked.seconds / len(databases)
        kinds = asked.kind or tuple(KINDS)
        tallies[database] = play(Plan(database, seed, rounds, kinds, ends=ends, quiet=asked.json))
    if asked.json:
        print(json.dumps({"seed": seed, **{k: vars(t) for k, t in tallies.items()}}, indent=2))
    else:
        print("\n".join(_table(tallies)))
        for database, tally in tallies.items():
            for number in tally.differences:
                again = f"--database {database} --seed {seed} --first {number} --rounds 1"
                print(f"round {number} differed; once more: make crash CRASH='{again}'")
        print(f"{sum(tally.seconds for tally in tallies.values()):.0f} s with seed {seed}")
    sys.exit(any(tally.differences for tally in tallies.values()))


if __name__ == "__main__":
    main()
