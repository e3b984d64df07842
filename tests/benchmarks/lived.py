"""The service on a database that has lived already: a small load, then the passes of its heart.

Mails are taken from a file beside the settings and put into the inbox as LMTP does; what follows
is the whole work, letters to the server included.
"""

import pickle
import statistics
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from mailer import logs
from mailer.app import BATCH, App
from mailer.settings import load
from storage import inbox
from storage.engine import writing
from storage.inbox import Arrival
from tests.benchmarks import ours
from tests.benchmarks.ours import PROGRAMME
from tests.benchmarks.place import Place

__all__ = ["PROGRAMME", "drain", "prepare", "settle", "write_load"]

TIMES = 15
"""Turns of each pass that has nothing to do."""


def settle(place: Place) -> None:
    """Make the tables, import the people and begin what runs for the whole programme."""
    ours.prepare(place)
    _settings(place)
    app = App(load(Path(place.folder) / "mailer.toml"))
    app.start()
    app.close()


def write_load(place: Place, data: list[bytes], batches: int = 0) -> None:
    """Lay the mails of the next run ready; with `batches`, only so many are worked off."""
    _load(place).write_bytes(pickle.dumps((data, batches)))


def prepare(place: Place) -> None:
    """Write the settings: no mailbox is asked."""
    _settings(place)


def drain(place: Place) -> dict[str, float]:
    """Work off the load; return its milliseconds of CPU a mail, and those of idle passes."""
    logs.set_up("json")
    data, batches = pickle.loads(_load(place).read_bytes())
    app = App(load(Path(place.folder) / "mailer.toml"))
    now = app.clock()
    arrivals = [Arrival(PROGRAMME, "file", one, now) for one in data]
    begun = time.process_time()
    with writing(app.engine) as connection:
        inbox.store(connection, arrivals)
    if batches:
        for _ in range(batches):
            app.lines[PROGRAMME].work(now, BATCH)
        app.close()
        return {}
    app.once()
    load_ms = 1000 * (time.process_time() - begun) / len(data)
    passes: dict[str, Callable[[], object]] = {
        "work": app.work,
        "due": app.due,
        "deliver": app.deliver,
        "alarms": app.watch,
    }
    spent = {"load": load_ms} | {name: _middling(one) for name, one in passes.items()}
    tomorrow = now + timedelta(days=1)
    app.clock = lambda: tomorrow.replace(hour=8, minute=30)
    begun = time.perf_counter()
    app.due()
    spent["morning"] = 1000 * (time.perf_counter() - begun)
    app.close()
    return spent


def _middling(one: Callable[[], object]) -> float:
    spent = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        one()
        spent.append(1000 * (time.perf_counter() - begun))
    return statistics.median(spent)


def _load(place: Place) -> Path:
    return Path(place.folder) / "load.pickle"


def _settings(place: Place) -> None:
    text = "readers = 0\n" + ours.settings_text(place)  # The CPU of one process is compared.
    head, _, rest = text.partition("[mailbox.council]")
    text = head + "[intake]\nenabled = false\n\n[delivery]" + rest.partition("[delivery]")[2]
    (Path(place.folder) / "mailer.toml").write_text(text, encoding="utf-8")
