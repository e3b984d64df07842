import pytest

from mailer.rules.fields import Named
from mailer.rules.intents import Intent
from tests.understand.programme import read

YEAR = "> Your year with Luis ends on 30 March. Do you want to extend, change or end?"
WAYS = """> What would you like?
> 1) another year together
> 2) another year, with somebody else
> 3) stop here"""
LIST = (
    "> These reps wait:\n> 1. Kofi Mensah (kofi@ring.example), Ghana\n> 2. Lucía Ortega, Spain\n"
    "> Could you take one of them?"
)


def heard(text: str, quoted: str, intent: Intent):
    fields = [one.fields for one in read("ana", text, quoted=quoted).heard if one.intent is intent]
    return fields[0] if fields else None


@pytest.mark.parametrize(
    ("text", "quoted", "way"),
    [
        ("The first.", YEAR, "extend"),
        ("La tercera, por favor.", YEAR, "end"),
        ("Die zweite, bitte.", WAYS, "change"),
        ("Option 3 please", WAYS, "end"),
        ("Le premier, merci.", WAYS, "extend"),
        ("Yang pertama, Bu.", WAYS, "extend"),
    ],
)
def test_a_way_to_go_on_may_be_picked_by_its_place(text, quoted, way):
    fields = heard(text, quoted, Intent.RENEWAL)
    assert fields is not None
    assert fields.answer == way


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The first, or maybe the second.", YEAR),
        ("The first weeks were hard.", YEAR),
        ("Not the first.", YEAR),
        ("The third.", "> Shall we meet? I can on Monday, Tuesday or Friday."),
    ],
)
def test_no_way_is_picked_where_it_is_not_plain(text, quoted):
    assert heard(text, quoted, Intent.RENEWAL) is None


def test_the_other_one_of_the_pair_is_the_one_of_the_quoted_question():
    fields = heard("The first.", YEAR, Intent.RENEWAL)
    assert fields is not None
    assert [one.person for one in fields.mentee] == ["luis"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The first one yes, the second no.", "Kofi Mensah"),
        ("La segunda, con gusto.", "Lucía Ortega"),
        ("Yes, gladly! The second, please.", "Lucía Ortega"),
    ],
)
def test_a_mentee_may_be_picked_from_the_quoted_list(text, name):
    fields = heard(text, LIST, Intent.MENTEE_ACCEPTANCE)
    assert fields is not None
    assert [one.name for one in fields.mentee] == [name]


def test_a_first_name_is_completed_by_the_quoted_question():
    quoted = "> Kofi Mensah (kofi@ring.example) is looking for a mentor. Could you take him?"
    fields = heard("Yes, I gladly take Kofi as my mentee.", quoted, Intent.MENTEE_ACCEPTANCE)
    assert fields is not None
    assert fields.mentee == (Named("Kofi Mensah", "kofi@ring.example"),)


def test_a_member_of_the_council_is_addressed_and_not_taken():
    quoted = "> Luis Vega is looking for a mentor. Could you take him?\n> Cora Lind"
    fields = heard("Yes, Cora, I gladly take Luis as my mentee.", quoted, Intent.MENTEE_ACCEPTANCE)
    assert fields is not None
    assert [one.person for one in fields.mentee] == ["luis"]


def test_the_rep_without_a_mentor_whom_the_question_names_is_taken():
    quoted = "> Oi Ana,\n> a Mariam Gelo está sem mentor. Você toparia ficar com ela?\n> Cora"
    reading = read("ana", "Claro que sim, aceito ser a mentora dela!", quoted=quoted)
    every = (*reading.heard, *(reading.unclear.candidates if reading.unclear else ()))
    assert every[0].intent is Intent.MENTEE_ACCEPTANCE
    assert [one.person for one in every[0].fields.mentee] == ["mariam"]


def decided(text: str, quoted: str):
    reading = read("cora", text, quoted=quoted)
    heard = (*reading.heard, *(reading.unclear.candidates if reading.unclear else ()))
    fields = next(one.fields for one in heard if one.intent is Intent.DECISION)
    return fields.person.name if fields.person else None


def test_who_is_decided_on_may_stand_in_the_quote_alone():
    waiting = "> Waiting for a decision:\n> Mariam Gelo, application as mentor of 3 March."
    two = f"{waiting}\n> Luis Vega, application as mentor of 4 March."
    assert decided("I approve the application.", waiting) == "Mariam Gelo"
    assert decided("I approve the application of Luis Vega.", two) == "Luis Vega"
    assert decided("I approve the application.", two) is None
