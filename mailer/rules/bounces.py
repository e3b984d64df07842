"""What a report of a mail system means for an address: one pure table (mail.md 2.3, RFC 3463)."""

import re

from mailer.rules.events import Ill

_STATUS = re.compile(r"([245])\.(\d{1,3})\.(\d{1,3})")

# The most exact entry counts; whatever else of class 5 there is, the address takes no mail.
_MEANING: dict[tuple[int, ...], Ill] = {
    (2,): Ill.DELAYED,
    (4,): Ill.DELAYED,
    (5,): Ill.DEAD,
    (5, 1, 7): Ill.POLICY,  # Of the sender's address, which is ours; so is 5.1.8.
    (5, 1, 8): Ill.POLICY,
    (5, 2, 2): Ill.FULL,
    (5, 2, 3): Ill.POLICY,  # The letter is too long, not the address wrong; so is 5.3.4.
    (5, 3, 4): Ill.POLICY,
    (5, 6): Ill.POLICY,  # The content is refused.
    (5, 7): Ill.POLICY,
}


def ill(action: str, status: str) -> Ill:
    """Return what a delivery report says of the address that a letter went to.

    `action` is that of RFC 3464: only "failed" is for good. `status` may be any text with an
    enhanced code in it; without one, what failed is taken for dead.
    """
    if action != "failed":
        return Ill.DELAYED
    found = _STATUS.search(status)
    if found is None:
        return Ill.DEAD
    code = tuple(int(part) for part in found.groups())
    return next(_MEANING[key] for key in (code, code[:2], code[:1]) if key in _MEANING)
