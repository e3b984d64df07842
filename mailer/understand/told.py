"""Whether a mail seems to tell a day in words that no rule reads.

Who writes "after the grape harvest" tells a day as well. A linear model (`weights/told.npz`,
written by `make train`) knows how such a sentence sounds: a day that was told and not read is not
to be taken for one that was left out.
"""

from collections.abc import Sequence

from mailer.understand.grams import AT_ONCE, Written
from mailer.understand.trained import model

_LIKELY = -0.45
"""The score from which on a sentence counts as one that tells a day."""


def told(lows: Sequence[str], role: str, places: Sequence[int]) -> bool:
    """Tell whether one of some sentences of a mail, in which no date is read, seems to tell a day.

    `lows` are all sentences of the mail, plainly written, `role` is who writes it, `places` are
    those of the sentences that are asked about.
    """
    written = Written(lows, role)
    return any(
        model("told").of(written.seen([(place, None) for place in places[at : at + AT_ONCE]])).max()
        > _LIKELY
        for at in range(0, len(places), AT_ONCE)
    )
