"""What the room of understanding takes in beside the message, and what it concludes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mailer.rules.fields import Fields
from mailer.rules.intents import Intent
from mailer.rules.records import Sent

LIKELY = 0.4
"""How sure a candidate of an unclear mail must be to be offered to its writer."""

STATED = 0.5
"""How sure a candidate must be to be counted as what the mail says, where nobody has acted yet."""


@dataclass(frozen=True, slots=True)
class Thread:
    """What is known of the conversation: the letter of ours that is answered, and the case."""

    sent: Sent | None = None
    case: str | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that the writer wants. `words` convinced us; `sureness` runs from 0 to 1.

    `procedure` is empty where no procedure hears the intent yet: the council is then asked. `why`
    says what takes the force of the words where it is a candidate only, as "conditional".
    """

    intent: Intent
    procedure: str = ""
    case: str | None = None
    fields: Fields = field(default_factory=Fields)
    words: str = ""
    sureness: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Not sure enough to act. `candidates` are the likeliest readings, the best one first."""

    candidates: tuple[Heard, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one mail says. `doubts` are reasons why a person must read it although it is clear.

    `language` is the ISO 639-1 code of the words that carry the matter. `bait` says why a mail is
    spam or phishing, and nothing of it may then have an effect or be answered.
    """

    heard: tuple[Heard, ...] = ()
    unclear: Unclear | None = None
    doubts: tuple[str, ...] = ()
    language: str = "en"
    bait: str = ""


@dataclass(frozen=True, slots=True)
class ReadPolicy:
    """What a programme says about reading: names of its course, its procedures and its marks.

    `course_words` name the programme's own coaching training, in lower case. `procedures` maps an
    intent to the procedure that hears it. `marker` begins the line above which one answers.
    """

    course_words: tuple[str, ...] = ("coaching", "teachable")
    procedures: Mapping[Intent, str] = field(default_factory=dict)
    marker: str = "## reply above this line"
