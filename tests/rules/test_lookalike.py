"""Senders that look like somebody on the roster: told as a fact, and never more than that."""

from time import process_time

import pytest

from mailer.rules.lookalike import lookalike, skeleton
from mailer.rules.records import Person
from mailer.rules.roster import Roster
from tests.builders import roster

ALIKE = {
    "Cyrillic letters": "\u0430n\u0430@mail.example",
    "a Greek letter": "an\u03b1@mail.example",
    "a digit for a letter": "ana@mai1.example",
    "rn for m": "ana@rnail.example",
    "an accent": "an\u00e1@mail.example",
    "a full-width letter": "\uff41na@mail.example",
    "one letter more": "ana@mails.example",
    "one letter less": "ana@mal.example",
    "another letter": "ana@mail.exampie",
    "upper case": "ANA@MAI1.EXAMPLE",
}


@pytest.mark.parametrize("address", ALIKE.values(), ids=ALIKE)
def test_an_address_that_looks_like_one_on_file_is_told(address: str) -> None:
    found = lookalike(address, "", roster())
    assert found is not None
    assert found.words == "ana@mail.example of Ana Pop, and is another address"
    assert found.person is not None


@pytest.mark.parametrize("name", ["Ana Pop", "ana pop", "Pop, Ana", "\u0410na P\u043ep", "Ana P0p"])
def test_the_name_of_a_member_at_another_address_is_told(name: str) -> None:
    told = lookalike("somebody@elsewhere.example", name, roster())
    assert told is not None
    assert told.words == "Ana Pop, whose address on file is another"


def test_a_domain_that_looks_like_one_of_the_roster_is_told() -> None:
    told = lookalike("billing@rnail.example", "Billing", roster())
    assert told is not None
    words = "mail.example, a domain that people on the roster write from, and is another one"
    assert (told.words, told.person) == (words, None)


@pytest.mark.parametrize(
    "domain", ["rep.example", "reps.exmaple", "reps-council.example", "reps.exarnple"]
)
def test_the_same_name_before_a_domain_that_is_easily_mixed_up_is_told(domain: str) -> None:
    people = Roster([Person("eva", "Eva Council", ("eva@reps.example",))])
    told = lookalike(f"eva@{domain}", "", people)
    assert told is not None
    assert told.person == people.person("eva")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("ana@mail.example", "Ana Pop"),
        ("POP@work.example", ""),
        ("zed@elsewhere.example", "Zed Nobody"),
        ("zed@mail.example", "Zed"),
        ("", ""),
    ],
)
def test_whoever_is_on_file_or_like_nobody_is_not_told_of(address: str, name: str) -> None:
    assert lookalike(address, name, roster()) is None


def test_a_short_address_is_not_like_every_other_short_one() -> None:
    people = Roster([Person("jo", "Jo Li", ("jo@x.yz",))])
    assert lookalike("bo@x.yz", "Bo", people) is None


def test_what_looks_alike_has_one_skeleton() -> None:
    assert skeleton("PayPa1") == skeleton("p\u0430ypal")
    assert skeleton("m") == skeleton("rn")
    assert skeleton("Ana") != skeleton("Eva")


def test_a_thousand_members_are_looked_at_in_no_time() -> None:
    people = Roster(
        Person(f"p{n}", f"Person Number{n}", (f"person.number{n}@provider{n % 50}.example",))
        for n in range(1_000)
    )
    lookalike("first@look.example", "builds the index", people)
    begun = process_time()
    for n in range(20):
        lookalike(f"person.nunber{n}@provider1.example", "Somebody", people)
    assert process_time() - begun < 0.5
