"""The service, doing the whole of its work on the same mails."""

from tests.benchmarks.place import Place


class NotWiredError(RuntimeError):
    """The service cannot be run from here yet."""


def prepare(place: Place) -> None:
    """Make the tables and import the roster; this is not measured."""
    raise NotWiredError("mailer.app is not wired to the benchmark yet")


def drain(place: Place) -> dict[str, float]:
    """Work until the folder and the outbox are empty.

    Return the milliseconds of CPU a mail that each stage took, by the stage's name.
    """
    raise NotWiredError("mailer.app is not wired to the benchmark yet")
