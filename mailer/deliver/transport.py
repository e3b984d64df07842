"""What every way out for a letter offers."""

from collections.abc import Callable
from typing import Protocol

from mailer.deliver.retry import Failure, Reply
from storage.outbox import ClaimedLetter


class Transport(Protocol):
    """Takes letters out, one after another; belongs to one thread, but for `hang_up`.

    `looks`: it can see whether a letter was delivered before, so that a letter in doubt may be
    given to it again at once.
    """

    looks: bool

    def send(
        self, letter: ClaimedLetter, sender: str, before_data: Callable[[], None]
    ) -> Reply | Failure:
        """Deliver one letter from the envelope sender `sender` ("" is the empty one).

        `before_data` is called when the server waits for the content and before its first byte
        is sent. When it raises, nothing is delivered and the error is passed on.
        """

    def close(self) -> None:
        """Give back what is held open; `send` opens it again."""

    def hang_up(self) -> None:
        """End what `send` waits for in another thread; it then fails as if the line were cut."""
