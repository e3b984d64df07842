"""What can go wrong outside the rules, and the exit code that says so.

    MailerError            1   something was tried and failed
      SettingsError        2   the settings or the arguments are wrong; every fault is listed
      Unavailable         75   a server or the database cannot be reached now; try again

Bad mail is never an error: it gets a recorded outcome.
"""

from collections.abc import Sequence


class MailerError(Exception):
    """Something was tried and failed; the text says what, and what to do."""

    exit_code = 1


class SettingsError(MailerError):
    """Settings or arguments are wrong; a fault names key, value and what was expected."""

    exit_code = 2

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


class Unavailable(MailerError):
    """A server or the database cannot be reached now (EX_TEMPFAIL of sysexits)."""

    exit_code = 75
