"""What can go wrong outside the rules, and the exit code that says so.

    MailerError            1   something was tried and failed
      SettingsError        2   the settings or the arguments are wrong; every fault is listed
      Unavailable         75   a server or the database cannot be reached now; try again

Bad mail is never an error: it gets a recorded outcome.
"""

from base64 import b64encode
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


def without(words: str, *secrets: str) -> str:
    """Return what a server said without our secrets: some repeat what they were given.

    A password may stand there plainly, or as the login sent it (RFC 4616, RFC 4954: base64, with
    or without the user, which is why any base64 that holds it is looked for).
    """
    for secret in filter(None, secrets):
        words = words.replace(secret, "(hidden)")
        data = secret.encode()
        for shift in range(3):
            coded = b64encode(b"x" * shift + data).decode("ascii")
            # The groups at both ends depend on what stands beside the secret.
            inner = coded[4 * bool(shift) : (shift + len(data)) // 3 * 4]
            if len(inner) >= _TELLING and inner in words:
                words = "(hidden: it repeats what was sent)"
    return words


_TELLING = 4
"""Characters of base64 below which finding them means nothing."""
