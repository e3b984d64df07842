"""What an unclear mail may say, as lines for the council (E3): each reading with its sentence."""

from collections.abc import Sequence

from mailer.rules.events import Candidate
from mailer.rules.intents import Intent

SHOWN = 400
"""Characters of a mail that a question shows as evidence."""
_SENTENCE = 160
_MOST = 2
_PLAIN = {
    Intent.UNCLEAR: "nothing that we know",
    Intent.CHOICE: "an answer to a question of ours",
    Intent.OTHER: "nothing that we know",
}


def plain(intent: Intent) -> str:
    """Return an intent in words."""
    return intent.value.replace("_", " ")


def reading_lines(
    readings: Sequence[Candidate], intent: Intent, *, together: bool = False
) -> tuple[tuple[str, str], ...]:
    """Return the two best readings, each with the sentence that it rests on.

    Where there is none, `intent` is what the mail was read as. With `together` the mail says all
    of them, and all are shown.
    """
    if not readings:
        return (("Reads like", _PLAIN.get(intent, plain(intent))),)
    shown = readings if together else readings[:_MOST]
    again = "And like" if together else "Or like"
    return tuple(
        (again if number else "Reads like", _with_sentence(reading))
        for number, reading in enumerate(shown)
    )


def shortened(words: str, most: int = SHOWN) -> str:
    """Return words cut at a blank, with an ellipsis where something was cut."""
    if len(words) <= most:
        return words
    cut = words[:most].rpartition(" ")[0] or words[:most]
    return f"{cut} …"


def _with_sentence(reading: Candidate) -> str:
    told = _PLAIN.get(reading.intent, plain(reading.intent))
    sentence = " ".join(reading.words.split())
    return f"{told}: “{shortened(sentence, _SENTENCE)}”" if sentence else told
