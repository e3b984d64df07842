"""The service as a process of its own, as `mailer run` makes it, but with a clock of the test's.

`python -m tests.soak.service mailer.toml clock blocks`. Into the last file it writes, every few
seconds, how many blocks of memory Python's own objects hold: what the system's allocator keeps for
the next large mail is not in that number, so that a leak shows at once.
"""

import signal
import sys
import threading
from pathlib import Path

from mailer import logs
from mailer.app import App
from mailer.settings import load
from mailer.watchdog import Watchdog
from tests.faults.clock import Clock

EVERY = 5.0


def tell(file: Path, over: threading.Event) -> None:
    """Write the number of blocks into a file until it is over."""
    while not over.wait(EVERY):
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
