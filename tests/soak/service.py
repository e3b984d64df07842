"""The service as a process of its own, as `mailer run` makes it, but with a clock of the test's.

`python -m tests.soak.service mailer.toml clock blocks`. Into the last file it writes now and then
how many blocks of memory Python's own objects hold. What the system's allocator keeps for the
next large mail is not in that number, and caches that have a limit are emptied before, since they
fill for thousands of mails: what is left and grows is a leak.
"""

import gc
import signal
import sys
import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from mailer import logs
from mailer.app import App
from mailer.settings import load
from mailer.watchdog import Watchdog
from tests.faults.clock import Clock

EVERY = 20.0
_Cache = type(lru_cache(int))


def caches() -> Iterator[Any]:
    """Yield the caches of the service that have a limit."""
    for module in [x for name, x in list(sys.modules.items()) if name.startswith("mailer.")]:
        for one in list(vars(module).values()):
            if isinstance(one, _Cache) and one.cache_info().maxsize is not None:
                yield one


def tell(file: Path, over: threading.Event) -> None:
    """Write the number of blocks into a file until it is over."""
    while not over.wait(EVERY):
        for each in caches():
            each.cache_clear()
        gc.collect()
        file.write_text(str(sys.getallocatedblocks()))


def main() -> None:
    config, clock, blocks = map(Path, sys.argv[1:])
    settings = load(config)
    logs.set_up(settings.log)
    app = App(settings, Clock(clock).now)
    watchdog = Watchdog()
    for line in app.lines.values():
        line.watch = watchdog
    signal.signal(signal.SIGTERM, lambda *_: app.stopping.set())
    telling = threading.Thread(target=tell, args=(blocks, app.stopping))
    telling.start()
    try:
        app.run()
    finally:
        app.stopping.set()
        telling.join()
        app.close()


if __name__ == "__main__":
    main()
