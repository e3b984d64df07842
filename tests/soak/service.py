"""The service as a process of its own, as `mailer run` makes it, but with a clock of the test's.

`python -m tests.soak.service mailer.toml clock`
"""

import signal
import sys
from pathlib import Path

from mailer import logs
from mailer.app import App
from mailer.settings import load
from mailer.watchdog import Watchdog
from tests.faults.clock import Clock


def main() -> None:
    config, clock = map(Path, sys.argv[1:])
    settings = load(config)
    logs.set_up(settings.log)
    app = App(settings, Clock(clock).now)
    watchdog = Watchdog()
    for line in app.lines.values():
        line.watch = watchdog
    signal.signal(signal.SIGTERM, lambda *_: app.stopping.set())
    try:
        app.run()
    finally:
        app.close()


if __name__ == "__main__":
    main()
