"""B5: what is foreseen is what then happens, and looking ahead changes nothing."""

from collections import Counter
from datetime import timedelta
from email.utils import parseaddr
from hashlib import sha256
from pathlib import Path

from sqlalchemy import text

from mailer.settings import Delivery
from mailer.simulation import Year, simulate
from storage.engine import reading
from tests.story import ANA, START, Story

FUTURE = START + timedelta(days=45)


def foresee(story: Story, *, digests: bool = False) -> Year:
    return simulate(story.settings, "reps", story.now, FUTURE, now=story.now, digests=digests)


def files(folder: Path) -> dict[str, str]:
    """Return every file with a hash of its bytes; SQLite's own working files aside."""
    return {
        str(path): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith("-shm")
    }


def rows(story: Story) -> list[list[tuple[object, ...]]]:
    tables = ("person", "mentorship", '"case"', "question", "event", "letter", "counter", "inbox")
    with reading(story.app.engine) as connection:
        return [
            sorted(map(tuple, connection.execute(text(f"SELECT * FROM {name}"))), key=repr)
            for name in tables
        ]


def test_the_letters_foreseen_are_those_that_then_go_out(story: Story) -> None:
    story.write(ANA, "I would like to become a mentor.")
    story.letters()
    foreseen = foresee(story, digests=True)
    for _ in range(45):
        story.wait(days=1)
    sent = Counter((parseaddr(one.to)[1], one.subject) for one in story.letters())
    assert Counter((one.address, one.subject) for one in foreseen.letters) == sent
    assert len(sent) > 5


def test_looking_ahead_leaves_every_byte_as_it_was(story: Story) -> None:
    story.write(ANA, "I would like to become a mentor.")
    before, records = files(story.folder), rows(story)
    assert foresee(story).letters
    assert files(story.folder) == before
    assert rows(story) == records


def test_looking_ahead_leaves_no_file_beside_a_database_that_nobody_uses(story: Story) -> None:
    story.write(ANA, "I would like to become a mentor.")
    story.app.engine.dispose()
    before = files(story.folder)
    assert foresee(story).letters
    assert files(story.folder) == before


def test_what_a_dry_run_withholds_is_foreseen_as_well(story: Story) -> None:
    story.write(ANA, "I would like to become a mentor.")
    quiet = story.settings.programme["reps"].model_copy(update={"send": "never"})
    dry = story.settings.model_copy(update={"programme": {"reps": quiet}, "delivery": Delivery()})
    told = simulate(dry, "reps", story.now, FUTURE, now=story.now)
    assert told.letters == foresee(story).letters
