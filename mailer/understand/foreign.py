"""The lexicons of the further languages by their ISO 639-1 codes."""

from mailer.understand.cues import Lexicon
from mailer.understand.french import FRENCH
from mailer.understand.german import GERMAN
from mailer.understand.indonesian import INDONESIAN
from mailer.understand.italian import ITALIAN
from mailer.understand.portuguese import PORTUGUESE
from mailer.understand.spanish import SPANISH

FOREIGN: dict[str, Lexicon] = {
    "es": SPANISH,
    "pt": PORTUGUESE,
    "fr": FRENCH,
    "de": GERMAN,
    "it": ITALIAN,
    "id": INDONESIAN,
}
