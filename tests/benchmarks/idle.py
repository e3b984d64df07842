"""What a poll costs when nothing is new, in a folder of which every mail is left where it lies."""

import time
from pathlib import Path

from mailer import logs
from mailer.app import App
from mailer.settings import load
from tests.benchmarks.ours import settings_text
from tests.benchmarks.place import Place

POLLS = 200


def prepare(place: Place) -> None:
    """Write the settings of a programme that takes mails and changes nothing in the mailbox."""
    _file(place).write_text(settings_text(place, send="never"), encoding="utf-8")


def drain(place: Place) -> dict[str, float]:
    """Take every mail in, then poll; return the milliseconds of the quickest of many polls.

    What other programs on the machine take away only ever adds to it.
    """
    logs.set_up("json")
    app = App(load(_file(place)))
    while app.receive().received:
        pass
    spent = []
    for _ in range(POLLS):
        begun = time.perf_counter()
        if app.receive().anything:
            raise RuntimeError("the folder was not read to its end")
        spent.append(time.perf_counter() - begun)
    app.close()
    return {"poll": 1000 * min(spent)}


def _file(place: Place) -> Path:
    return Path(place.folder) / "mailer.toml"
