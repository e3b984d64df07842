"""How many mails of unseen authors are acted upon, and how many of them wrongly, facts included.

`python -m tests.corpus.acts [--errors]` reads the mails of the authors that training never saw as
whole mails of proven people, each with a roster of those whom it names, and compares intents, days,
people, answers and the need of a person with what is marked in them. They have no headers, quotes
and forwards, and their rosters hold nobody else: `blind/` is harder, but has 95 mails a set.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from mailer.parse.model import Body
from mailer.rules.records import Mentor, Mentorship, MentorState, Person
from mailer.rules.roster import Roster
from mailer.understand.calendar_days import MOST_OF_A_YEAR
from mailer.understand.dates import Lean, dates
from mailer.understand.day_meant import TOLD_WITH
from mailer.understand.found import READ
from tests.corpus import said
from tests.corpus.people import SEATED, answered
from tests.corpus.score import LISTS, Score, same_person
from tests.understand.programme import NOW

PEOPLE = (*LISTS, "mentor")
VARIANTS = {"renewal": "answer", "data_request": "request"}
_ME = "me"
WRITTEN = (NOW, NOW + timedelta(weeks=17), NOW + timedelta(weeks=35))
"""The Wednesdays on which a mail may have been written: in March, July and November."""

_LONGEST_SIGNATURE = 60
_ADDRESS = re.compile(r"<?\S+@\S+>?")
_TITLE = re.compile(
    r"^(?:den|die|der|dem|mbak|mas|pak|bu|kak|señora?|don|doña|dona|herrn?|frau|mrs?\.?|ms\.?"
    r"|monsieur|madame|signora?|il|la|le|el|o|a)\s+",
    re.IGNORECASE,
)


def _called(sentence: said.Said, one: said.Mention) -> str:
    name = _ADDRESS.sub("", sentence.text[one.start : one.end]).strip(" ,;:()")
    return _TITLE.sub("", name)


def _marked(mail: said.Mail, parts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Return the part and the name of everybody who plays one of the parts."""
    for sentence in mail.sentences:
        for one in sentence.mentions:
            if one.part in parts and (name := _called(sentence, one)):
                yield one.part, name


def _people(mail: said.Mail, parts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return everybody once, by the fullest name."""
    found: list[tuple[str, str]] = []
    for part, name in sorted(_marked(mail, parts), key=lambda each: -len(each[1])):
        if not any(same_person({"name": name}, {"name": known}) for _, known in found):
            found.append((part, name))
    return found


def _writer(mail: said.Mail) -> str:
    last = mail.sentences[-1]
    names = [last.text[one.start : one.end] for one in last.mentions if one.part == "other"]
    return names[-1] if names and len(last.text) < _LONGEST_SIGNATURE else "Sam Ndiaye"


def _roster(mail: said.Mail) -> Roster:
    """Return a roster of the writer and of those who play a part, in the pairs that follow."""
    terms = SEATED if mail.role == "council" else ()
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


@cache
def _written(mail: said.Mail) -> datetime:
    """Return when a mail was written: what it tells of was not long over, as far as can be."""
    for now in WRITTEN:
        today, oldest = (day.date().isoformat() for day in (now, now - MOST_OF_A_YEAR))
        behind = [day for part in ("completed_on", "held_on") for day in _days(mail, part, now)]
        ends = _days(mail, "away_until", now)
        if all(min(day) >= oldest for day in behind if day) and all(
            max(day) >= today for day in ends if day
        ):
            return now
    return NOW


def _read(mail: said.Mail) -> dict[str, Any]:
    roster, now = _roster(mail), _written(mail)
    body = Body(fresh=mail.text, quoted="", answers=())
    return answered(roster, _ME, body, now, subject=mail.subject)


def _days(mail: said.Mail, part: str, now: datetime) -> list[set[str]]:
    """Return for each day that is marked what it may mean, as rules read it, ahead and behind."""
    return [
        {day for lean in Lean for day in _read_at(mail, sentence, one, lean, now.date())}
        for sentence in mail.sentences
        for one in sentence.mentions
        if one.part == part
    ]


def _read_at(
    mail: said.Mail, sentence: said.Said, one: said.Mention, lean: Lean, base: date
) -> Iterator[str]:
    """Return the days that are read in a mark, within its sentence and by itself."""
    alone = sentence.text[one.start : one.end]
    for day in dates(alone, base, lean, mail.language):
        yield day.day.isoformat()
    for day in dates(sentence.text, base, lean, mail.language):
        if day.start < one.end and one.start < day.end:
            yield day.day.isoformat()


def _label(mail: said.Mail, given: dict[str, Any]) -> dict[str, Any]:
    """Return the label of a mail; what its marks do not tell is taken over from the answer."""
    facts = dict(given)
    for part in TOLD_WITH:
        facts.pop(part, None)
        if told := _days(mail, part, _written(mail)):
            fits = any(given.get(part) in each for each in told)
            facts[part] = given[part] if fits else "another day"
    for part in PEOPLE:
        names = [{"name": name} for _, name in _people(mail, (part,))]
        stands_in = part == "recommended" and "leave_of_absence" in mail.intents
        # Who is told as the one assessed is told as the other one of the pair, and not marked so.
        if stands_in or (not names and "feedback" in mail.intents):
            continue
        facts.pop(part, None)
        if names:
            facts[part] = names if part in LISTS else names[0]
    for intent, key in VARIANTS.items():
        every = {one for s in mail.sentences for one in s.labels if one.startswith(f"{intent}:")}
        if every and every != {f"{intent}:{given.get(key)}"}:
            facts[key] = "another answer"
    return {
        "file": f"{mail.author}: {mail.text}",
        "intents": sorted(mail.intents),
        "automation": mail.automation,
        "fields": facts,
    }


def scored() -> dict[str, Score]:
    """Score the mails of unseen authors in the languages that are acted upon, by their kind."""
    scores: defaultdict[str, Score] = defaultdict(Score)
    for mail in said.mails():
        if mail.held_back and mail.language in READ and mail.role != "outsider":
            answer = _read(mail)
            scores[said.kind(mail.author)].add(_label(mail, answer["fields"]), answer)
    return scores


def main() -> None:
    """Print how many are acted upon, and what is wrong with them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print the wrong acts as well")
    options = parser.parse_args()
    for name, score in scored().items():
        print(
            f"{name}: {score.mails} mails, {score.may_be_automated} may be automated: "
            f"{score.automatic} acted upon, {score.wrong} wrongly "
            f"({score.wrong / score.automatic:.1%}), coverage "
            f"{score.covered / score.may_be_automated:.1%}"
        )
        _explain(score, every=options.errors)


def _explain(score: Score, *, every: bool) -> None:
    """Print what kinds of mistakes there are, and every one of them."""
    counts: Counter[str] = Counter()
    for text, wanted, meant, got, facts in score.mistakes:
        told = "intents" if set(meant) != set(got) else ", ".join(facts)
        what = told if wanted == "auto" else "a person is needed"
        counts[what] += 1
        if every:
            print(f"{what} {got} {text}\n")
    print("    " + "; ".join(f"{what} {count}" for what, count in counts.most_common()))


if __name__ == "__main__":
    main()
