"""How many mails of unseen authors are acted upon, and how many of them wrongly, facts included.

`python -m tests.corpus.acts [--errors]` reads the mails of the authors that training never saw as
whole mails of proven people, each with a roster of those whom it names, and compares intents, days,
people, answers and the need of a person with what is marked in them. They have no headers, quotes
and forwards, and their rosters hold nobody else: `blind/` is harder, but has 95 mails a set.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mailer.parse.model import Address, Body, Message
from mailer.rules.procedures import UNASKED
from mailer.rules.records import Mentor, Mentorship, MentorState, Person, Term
from mailer.rules.roster import Roster
from mailer.trust.model import Action, Kind, Trust, Verdict
from mailer.understand.dates import Lean, dates
from mailer.understand.found import READ
from mailer.understand.hear import hear
from mailer.understand.label import label
from mailer.understand.model import ReadPolicy, Thread
from tests.corpus import said
from tests.corpus.score import fold
from tests.understand.programme import NOW

DAYS = ("completed_on", "effective_on", "held_on", "away_from", "away_until")
PEOPLE = ("recommended", "mentee", "mentor")
VARIANTS = {"renewal": "answer", "data_request": "request"}
_ME = "me"
_LONGEST_SIGNATURE = 60
_ADDRESS = re.compile(r"<?\S+@\S+>?")
_TITLE = re.compile(
    r"^(?:den|die|der|dem|mbak|mas|pak|bu|kak|señora?|don|doña|dona|herrn?|frau|mrs?\.?|ms\.?"
    r"|monsieur|madame|signora?|il|la|le|el|o|a)\s+",
    re.IGNORECASE,
)


@dataclass
class Counts:
    """What became of the mails. `wrong` counts acts by what is wrong with them."""

    mails: int = 0
    automatic: int = 0
    acted: int = 0
    covered: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    @property
    def share_wrong(self) -> float:
        """The share of acts that are wrong."""
        return (self.acted - self.covered) / self.acted

    @property
    def coverage(self) -> float:
        """The share of the mails that may be automated that were, without a mistake."""
        return self.covered / self.automatic


def _called(sentence: said.Said, one: said.Mention) -> str:
    name = _ADDRESS.sub("", sentence.text[one.start : one.end]).strip(" ,;:()")
    return _TITLE.sub("", name)


def _marked(mail: said.Mail, parts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Return the part and the name of everybody who plays one of the parts."""
    for sentence in mail.sentences:
        for one in sentence.mentions:
            if one.part in parts and (name := _called(sentence, one)):
                yield one.part, name


def _same(one: str, other: str) -> bool:
    return fold(one) in fold(other) or fold(other) in fold(one)


def _people(mail: said.Mail, parts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return everybody once, by the fullest name."""
    found: list[tuple[str, str]] = []
    for part, name in sorted(_marked(mail, parts), key=lambda each: -len(each[1])):
        if not any(_same(name, known) for _, known in found):
            found.append((part, name))
    return found


def _writer(mail: said.Mail) -> str:
    last = mail.sentences[-1]
    names = [last.text[one.start : one.end] for one in last.mentions if one.part == "other"]
    return names[-1] if names and len(last.text) < _LONGEST_SIGNATURE else "Sam Ndiaye"


def _roster(mail: said.Mail) -> Roster:
    """Return a roster of the writer and of those who play a part, in the pairs that follow."""
    terms = (Term(date(2020, 1, 1)),) if mail.role == "council" else ()
    people = [Person(_ME, _writer(mail), ("me@people.example",), terms=terms)]
    mentors = [Mentor(_ME, MentorState.ACTIVE)] if mail.role == "mentor" else []
    pairs = []
    for number, (part, name) in enumerate(_people(mail, (*PEOPLE, "about"))):
        person = Person(f"p{number}", name, (f"p{number}@people.example",))
        people.append(person)
        above = part == "mentor" or (part == "about" and mail.role == "rep")
        if above or part == "recommended":
            mentors.append(Mentor(person.id, MentorState.ACTIVE))
        if above and mail.role == "rep" and "mentor_request" not in mail.intents:
            pairs.append(Mentorship(f"m{number}", person.id, _ME))
        below = part in ("mentee", "about") and mail.role == "mentor"
        if below and "mentee_acceptance" not in mail.intents:
            pairs.append(Mentorship(f"m{number}", _ME, person.id))
    if mail.role == "rep" and not pairs and "mentor_request" not in mail.intents:
        people.append(Person("z", "Zed Quill", ("z@people.example",)))
        mentors.append(Mentor("z", MentorState.ACTIVE))
        pairs.append(Mentorship("mz", "z", _ME))
    return Roster(people, mentors, pairs)


def _read(mail: said.Mail) -> dict[str, Any]:
    roster = _roster(mail)
    message = Message(
        senders=(Address("me@people.example", _writer(mail)),),
        recipients=(),
        subject=mail.subject,
        sent=NOW,
        body=Body(fresh=mail.text, quoted="", answers=()),
        parts=(),
        forwarded=None,
    )
    verdict = Verdict(Action.ACCEPT, Kind.HUMAN, Trust.AUTHENTICATED, _ME)
    reading = hear(message, Thread(), roster, verdict, ReadPolicy(procedures=UNASKED), NOW)
    return label("", message, verdict, reading, roster)


def _days(mail: said.Mail, part: str) -> list[set[str]]:
    """Return for each day that is marked what it may mean, as rules read it, ahead and behind."""
    found = []
    for sentence in mail.sentences:
        for one in (one for one in sentence.mentions if one.part == part):
            every = [
                day
                for lean in Lean
                for day in dates(sentence.text, NOW.date(), lean, mail.language)
                if day.start < one.end and one.start < day.end
            ]
            alone = [
                day
                for lean in Lean
                for day in dates(
                    sentence.text[one.start : one.end], NOW.date(), lean, mail.language
                )
            ]
            found.append({day.day.isoformat() for day in (*every, *alone)})
    return found


def _wrong_facts(mail: said.Mail, fields: dict[str, Any]) -> Iterator[str]:
    """Return the facts that are wrong, missing or invented."""
    for part in DAYS:
        told, day = _days(mail, part), fields.get(part)
        if bool(told) != bool(day) or (day and not any(day in each for each in told)):
            yield part
    for part in PEOPLE:
        given = fields.get(part) or []
        names = [one.get("name", "") for one in (given if isinstance(given, list) else [given])]
        wanted = [name for _, name in _people(mail, (part,))]
        fits = all(any(_same(one, name) for name in names if name) for one in wanted)
        stands_in = part == "recommended" and "leave_of_absence" in mail.intents
        # Who is told as the one assessed is told as the other one of the pair, and not marked so.
        doubled = "feedback" in mail.intents and not wanted
        if (len(wanted) != len(names) or not fits) and not stands_in and not doubled:
            yield part
    for intent, key in VARIANTS.items():
        every = {one for s in mail.sentences for one in s.labels if one.startswith(f"{intent}:")}
        if every and {f"{intent}:{fields.get(key)}"} != every:
            yield key


def counted() -> Counts:
    """Read and count the mails of unseen authors in the languages that are acted upon."""
    counts = Counts()
    for mail in said.mails():
        if not mail.held_back or mail.language not in READ or mail.role == "outsider":
            continue
        answer = _read(mail)
        counts.mails += 1
        counts.automatic += mail.automation == "auto"
        if answer["automation"] != "auto":
            continue
        counts.acted += 1
        wrong = list(_wrong_facts(mail, answer["fields"]))
        if mail.automation != "auto":
            wrong = ["a person is needed"]
        elif set(answer["intents"]) != mail.intents:
            wrong = ["intents"]
        counts.covered += not wrong
        counts.wrong.update(wrong[:1])
        if wrong:
            counts.errors.append(f"{mail.author} {wrong} {answer['intents']}: {mail.text}")
    return counts


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print the wrong acts as well")
    options = parser.parse_args()
    found = counted()
    print(
        f"{found.mails} mails, {found.automatic} may be automated: {found.acted} acted upon, "
        f"{found.acted - found.covered} wrongly ({found.share_wrong:.1%}), coverage "
        f"{found.coverage:.1%}"
    )
    print(", ".join(f"{what} {count}" for what, count in found.wrong.most_common()))
    if options.errors:
        print("\n\n".join(found.errors))


if __name__ == "__main__":
    main()
