"""Letters go out in a thread of their own: a mail server that hangs holds up nothing else.

A server has ten minutes to answer the content of a letter (RFC 5321 4.5.3.2.6). Meanwhile mails are
read and decided; and whoever ends the service does not wait for it.
"""

import threading
from collections.abc import Callable

GRACE = 20.0
"""Seconds that a letter on its way has for its answer when the service ends."""

IDLE = 1.0
"""Seconds after which letters are looked for anew, where nobody has told of any."""


class Sender:
    """Calls `deliver`, which raises nothing, until `stopping` is set.

    It tells whether it did anything; then it is called again at once.

    `hang_up` ends what it waits for, when the service ends and the `grace` has passed.
    """

    def __init__(
        self,
        deliver: Callable[[], bool | None],
        hang_up: Callable[[], None],
        stopping: threading.Event,
    ) -> None:
        self.news = threading.Event()
        self._deliver = deliver
        self._hang_up = hang_up
        self._stopping = stopping
        self.grace = GRACE
        self._thread = threading.Thread(target=self._run, name="deliver")

    def start(self) -> None:
        """Begin to deliver."""
        self._thread.start()

    def end(self) -> None:
        """Wait for the letter that is on its way, for so long; `stopping` must be set.

        What has no answer by then is in doubt, and looked after as after any lost connection.
        """
        self.news.set()
        self._thread.join(self.grace)
        while self._thread.is_alive():
            self._hang_up()
            self._thread.join(1.0)

    def _run(self) -> None:
        while not self._stopping.is_set():
            if not self._deliver():
                self.news.wait(IDLE)
                self.news.clear()
