"""Who is in the programme: people, mentors and relationships, with the look-ups rules need."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from mailer.rules.fields import Named
from mailer.rules.records import Mentor, Mentorship, Person

FEW = 20
"""Records that are put one by one; with more of them everything is built anew."""


class Roster:
    """The people of one programme as one value; `put` returns a changed copy."""

    __slots__ = (
        "_by_address", "_councils", "_mentees", "_mentors", "_mentorships", "_people", "_running"
    )  # fmt: skip

    def __init__(
        self,
        people: Iterable[Person] = (),
        mentors: Iterable[Mentor] = (),
        mentorships: Iterable[Mentorship] = (),
    ) -> None:
        self._people = {person.id: person for person in people}
        self._mentors = {mentor.person: mentor for mentor in mentors}
        self._mentorships = {pair.id: pair for pair in mentorships}
        self._by_address = {
            address.lower(): person.id
            for person in self._people.values()
            for address in person.addresses
        }
        self._councils: dict[date, tuple[Person, ...]] = {}
        self._mentees: dict[str, list[str]] = defaultdict(list)
        self._running: dict[str, Mentorship] = {}
        for pair in self._mentorships.values():
            if pair.until is None:
                self._mentees[pair.mentor].append(pair.mentee)
                self._running[pair.mentee] = pair

    def __iter__(self) -> Iterator[Person]:
        return iter(self._people.values())

    def __len__(self) -> int:
        return len(self._people)

    def person(self, person_id: str | None) -> Person | None:
        return self._people.get(person_id) if person_id else None

    def at(self, address: str | None) -> Person | None:
        """Return the person who writes from this address, letter case aside."""
        return self.person(self._by_address.get(address.lower())) if address else None

    def name(self, person_id: str | None) -> str:
        person = self.person(person_id)
        return person.name if person else "somebody unknown"

    def named(self, names: Iterable[Named]) -> str:
        """Return people as a mail names them, by the roster's names where it knows them."""
        found = ((named, self.person(named.person)) for named in names)
        return ", ".join(
            known.name if known else f"{named} (not found on the roster)" for named, known in found
        )

    def mentor(self, person_id: str | None) -> Mentor | None:
        return self._mentors.get(person_id) if person_id else None

    def mentors(self) -> Iterable[Mentor]:
        return self._mentors.values()

    def mentorships(self) -> Iterable[Mentorship]:
        return self._mentorships.values()

    def mentorship(self, pair_id: str | None) -> Mentorship | None:
        return self._mentorships.get(pair_id) if pair_id else None

    def running(self, mentee: str | None) -> Mentorship | None:
        """Return the running relationship of a mentee (R3: there is at most one)."""
        return self._running.get(mentee) if mentee else None

    def running_of(self, mentor: str) -> tuple[Mentorship, ...]:
        """Return the running relationships of a mentor, by the mentees' names."""
        return tuple(self._running[mentee.id] for mentee in self.mentees_of(mentor))

    def mentees_of(self, person_id: str) -> tuple[Person, ...]:
        """Return the people whose running relationship is with this mentor, by name."""
        found = (self._people.get(mentee) for mentee in self._mentees.get(person_id, ()))
        return tuple(sorted((p for p in found if p), key=lambda person: person.name))

    def mentee_count(self, person_id: str) -> int:
        """Return how many relationships of this mentor are running."""
        return len(self._mentees.get(person_id, ()))

    def mentor_of(self, person_id: str) -> Person | None:
        pair = self._running.get(person_id)
        return self._people.get(pair.mentor) if pair else None

    def council(self, day: date) -> tuple[Person, ...]:
        """Return the members who may decide on this day, by name."""
        if day not in self._councils:  # Each question of a digest asks anew.
            members = (person for person in self if person.on_council(day))
            self._councils[day] = tuple(sorted(members, key=lambda person: person.name))
        return self._councils[day]

    def put(self, *records: Person | Mentor | Mentorship) -> "Roster":
        """Return this roster with the records added or replaced."""
        if len(records) > FEW:
            return self._rebuilt(records)
        # Copied rather than built anew: a batch changes one record after another.
        changed = Roster()
        changed._people, changed._by_address = dict(self._people), dict(self._by_address)
        changed._mentors, changed._mentorships = dict(self._mentors), dict(self._mentorships)
        changed._mentees, changed._running = self._mentees.copy(), dict(self._running)
        for record in records:
            if isinstance(record, Person):
                changed._put_person(record)
            elif isinstance(record, Mentor):
                changed._mentors[record.person] = record
            else:
                changed._put_mentorship(record)
        return changed

    def _rebuilt(self, records: Iterable[Person | Mentor | Mentorship]) -> "Roster":
        people, mentors, pairs = dict(self._people), dict(self._mentors), dict(self._mentorships)
        for record in records:
            if isinstance(record, Person):
                people[record.id] = record
            elif isinstance(record, Mentor):
                mentors[record.person] = record
            else:
                pairs[record.id] = record
        return Roster(people.values(), mentors.values(), pairs.values())

    def _put_person(self, person: Person) -> None:
        before = self._people.get(person.id)
        for address in before.addresses if before else ():
            if self._by_address.get(address.lower()) == person.id:
                del self._by_address[address.lower()]
        self._people[person.id] = person
        self._by_address |= {address.lower(): person.id for address in person.addresses}

    def _put_mentorship(self, pair: Mentorship) -> None:
        before = self._mentorships.get(pair.id)
        self._mentorships[pair.id] = pair
        if before is None and pair.until is not None:
            return
        if before is None:
            self._mentees[pair.mentor] = [*self._mentees.get(pair.mentor, ()), pair.mentee]
            self._running[pair.mentee] = pair
        elif _ends(before) == _ends(pair):
            if self._running.get(pair.mentee) is before:
                self._running[pair.mentee] = pair
        else:
            self._go_through(before, pair)

    def _go_through(self, *changed: Mentorship) -> None:
        """Look at every relationship for those of these mentors and mentees that run."""
        running = [one for one in self._mentorships.values() if one.until is None]
        for mentor in {one.mentor for one in changed}:
            self._mentees[mentor] = [one.mentee for one in running if one.mentor == mentor]
        for mentee in {one.mentee for one in changed}:
            self._running.pop(mentee, None)
            self._running |= {one.mentee: one for one in running if one.mentee == mentee}


def _ends(pair: Mentorship) -> tuple[str, str, bool]:
    """Return what a look-up by mentor or mentee depends on."""
    return pair.mentor, pair.mentee, pair.until is None
