"""What goes wrong in a soak, one thing after another, while the service runs on."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from random import Random

from tests.servers.sink import Answer, Cut
from tests.soak.world import World

REFUSED = "550 5.1.1 no such user"
LATER = "451 4.3.0 try again later"
_BRIEF = (0.2, 1.5)
"""How many seconds a server is away."""


def _pause(chance: Random) -> None:
    time.sleep(chance.uniform(*_BRIEF))


def _imap(world: World, chance: Random) -> None:
    world.hang_up()
    world.dovecot.kill()
    _pause(chance)
    world.dovecot.start()


def _silent(world: World, chance: Random) -> None:
    world.dovecot.freeze()
    _pause(chance)
    world.dovecot.thaw()


def _sink(world: World, chance: Random) -> None:
    world.letterbox.kill()
    _pause(chance)
    world.letterbox.start()


def _database(world: World, chance: Random) -> None:
    """Kill the database server, or hold SQLite's lock as another program would."""
    if world.server is not None:
        world.server.kill()
        _pause(chance)
        world.server.start()
        return
    assert world.sqlite is not None
    with closing(sqlite3.connect(world.sqlite, isolation_level=None, timeout=10)) as lock:
        lock.execute("BEGIN IMMEDIATE")
        _pause(chance)
        lock.execute("ROLLBACK")


def _cut_imap(world: World, chance: Random) -> None:
    world.imap.cut_after(chance.randrange(1, 20_000))


def _cut_smtp(world: World, chance: Random) -> None:
    world.smtp.cut_after(chance.randrange(1, 40_000))


def _answer(*wanted: Answer) -> Callable[[World, Random], None]:
    def disturb(world: World, chance: Random) -> None:
        world.letterbox.next(*[Answer()] * chance.randrange(3), chance.choice(wanted))

    return disturb


TROUBLES: dict[str, Callable[[World, Random], None]] = {
    "the IMAP server killed": _imap,
    "the IMAP server frozen": _silent,
    "the SMTP server killed": _sink,
    "the database killed or locked": _database,
    "the connection to IMAP cut in a line": _cut_imap,
    "the connection to SMTP cut in a line": _cut_smtp,
    "SMTP refuses a recipient": _answer(Answer(refuse_rcpt=REFUSED), Answer(refuse_rcpt=LATER)),
    "SMTP says 250 and drops the connection": _answer(Answer(cut=Cut.AFTER_ANSWER)),
    "SMTP answers after 1.5 s": _answer(Answer(delay=1.5)),
    "SMTP closes after the content": _answer(Answer(cut=Cut.AFTER_DOT)),
    "SMTP closes within the content": _answer(Answer(cut=Cut.IN_DATA)),
}
"""Each way to disturb. None takes longer than some seconds."""
