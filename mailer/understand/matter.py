"""What is read: the writer's own words with all that is known around them."""

from dataclasses import dataclass
from datetime import date

from mailer.parse.model import Message
from mailer.rules.intents import Intent
from mailer.rules.records import Person
from mailer.rules.roster import Roster
from mailer.trust.model import Verdict
from mailer.understand.found import Role
from mailer.understand.model import ReadPolicy, Thread
from mailer.understand.sentences import Sentence, own_subject
from mailer.understand.trained import Scores

_LEAD = 0.5
"""By how much the score of an answer must lead to be the one that is meant.

Of 132 mails of unseen authors on how a pair goes on 15 lie below, and among them are all the seven
that were taken wrongly.
"""


@dataclass(frozen=True, slots=True)
class Matter:
    """One mail ready for reading.

    `message` is the mail whose words count (in a forward the original one), `text` its fresh
    sentences. `base` is the day of writing. `forwarded` says that somebody passed it on. `scores`
    is what the trained reader thinks of each sentence.
    """

    message: Message
    text: tuple[Sentence, ...]
    language: str
    base: date
    speaker: Person | None
    role: Role
    council: bool
    forwarded: bool
    thread: Thread
    roster: Roster
    verdict: Verdict
    policy: ReadPolicy
    scores: Scores | None = None

    @property
    def writes_as(self) -> str:
        """The writer's role by the name that the trained reader knows."""
        return "council" if self.council else self.role.value

    def says(self, place: int) -> frozenset[str]:
        """Return what the trained reader hears in the sentence at a place."""
        return self.scores.says(place) if self.scores else frozenset()

    def variants(self, intent: Intent) -> frozenset[str]:
        """Return which answers or requests of an intent the trained reader hears in the text."""
        return self.scores.variants(intent) if self.scores else frozenset()

    def between_answers(self, intent: Intent) -> bool:
        """Tell whether two answers or requests of an intent are about as likely."""
        return self.scores is not None and self.scores.lead(intent) < _LEAD

    @property
    def fresh(self) -> str:
        return self.message.body.fresh

    @property
    def home(self) -> str | None:
        """The country that the roster has of the writer."""
        return self.speaker.country if self.speaker else None

    @property
    def own_subject(self) -> str:
        """The subject where the writer chose it, "" for that of an answer."""
        return own_subject(self.message.subject)

    @property
    def everything(self) -> str:
        """The subject and the fresh text as one."""
        return f"{self.message.subject}\n{self.fresh}"
