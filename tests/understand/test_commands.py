from datetime import date

import pytest

from mailer.rules.fields import Verb
from mailer.understand.commands import MOST_LINES, commands

DAY = date(2026, 3, 18)


def one(line):
    found = commands(line, DAY)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("line", "verb", "numbers"),
    [
        ("approve 12", Verb.APPROVE, (12,)),
        ("approve 12 14-16", Verb.APPROVE, (12, 14, 15, 16)),
        ("Approve #12.", Verb.APPROVE, (12,)),
        ("APPROVE 12!", Verb.APPROVE, (12,)),
        ("- ok 17", Verb.APPROVE, (17,)),
        ("• yes 22", Verb.APPROVE, (22,)),
        ("1. approve 30", Verb.APPROVE, (30,)),
        ("+1 20", Verb.APPROVE, (20,)),
        ("-1 21", Verb.REJECT, (21,)),
        ("not 34", Verb.REJECT, (34,)),
        ("12 approve", Verb.APPROVE, (12,)),
        ("12: approve", Verb.APPROVE, (12,)),
        ("approve 25 and 26", Verb.APPROVE, (25, 26)),
        ("approve 25, 26, 27", Verb.APPROVE, (25, 26, 27)),
        ("approve 14–16", Verb.APPROVE, (14, 15, 16)),
        ("show 12", Verb.SHOW, (12,)),
        ("why 12", Verb.WHY, (12,)),
        ("Why 12?", Verb.WHY, (12,)),
        ("¿por qué 12?", Verb.WHY, (12,)),
        ("warum 12?", Verb.WHY, (12,)),
        ("stop 12", Verb.STOP, (12,)),
        ("12: stop", Verb.STOP, (12,)),
        ("object 12", Verb.STOP, (12,)),
        ("me opongo 12", Verb.STOP, (12,)),
        ("arrêter 12", Verb.STOP, (12,)),
        ("einspruch 12", Verb.STOP, (12,)),
        ("undo 12", Verb.UNDO, (12,)),
        ("deshacer 12", Verb.UNDO, (12,)),
        ("rückgängig 12", Verb.UNDO, (12,)),
        ("later 15", Verb.LATER, (15,)),
        ("aprobar 12", Verb.APPROVE, (12,)),
        ("rejeitar 12", Verb.REJECT, (12,)),
        ("genehmigt 12", Verb.APPROVE, (12,)),
        ("oui 12", Verb.APPROVE, (12,)),
        ("rifiuto 12", Verb.REJECT, (12,)),
        ("setuju 12", Verb.APPROVE, (12,)),
    ],
)
def test_a_line_with_a_verb_and_numbers_is_a_command(line, verb, numbers):
    found = one(line)
    assert (found.verb, found.numbers, found.problem) == (verb, numbers, "")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("reject 13: too early", "too early"),
        ("12: reject, too early", "too early"),
        ("reject 13 because she asked for it", "she asked for it"),
        ("object 13: only if Ana has room", "only if Ana has room"),
        ("stop 13, I want to ask first", "I want to ask first"),
        ("undo 13: it was the wrong Ana", "it was the wrong Ana"),
    ],
)
def test_a_reason_runs_to_the_end_of_the_line(line, reason):
    found = one(line)
    assert found.verb in {Verb.REJECT, Verb.STOP, Verb.UNDO}
    assert found.reason == reason


@pytest.mark.parametrize("line", ["approve all K7QF", "Approve all #k7qf.", "ok all: K7QF"])
def test_all_is_approved_with_the_code_of_the_digest(line):
    found = one(line)
    assert (found.verb, found.numbers, found.code) == (Verb.APPROVE, (), "K7QF")


@pytest.mark.parametrize(
    "line", ["approve all", "approve all of them", "reject all K7QF", "approve all K7QF but 12"]
)
def test_all_without_its_code_is_handed_back(line):
    found = one(line)
    assert found.verb is None
    assert found.problem


def test_a_question_beside_a_decision_does_not_cancel_it():
    found = commands("approve 12\nwhy 12?", DAY)
    assert [command.verb for command in found] == [Verb.APPROVE, Verb.WHY]


def test_later_takes_a_date():
    assert one("later 15 until 1 May").until == date(2026, 5, 1)


def test_done_takes_the_number_of_a_step():
    found = one("done 12.2")
    assert (found.verb, found.numbers, found.step) == (Verb.DONE, (12,), 2)


@pytest.mark.parametrize(
    "line",
    [
        "approve all",
        "what about 23?",
        "approve 12?",
        "approve 35 but only if she agrees",
        "approve 35, if she agrees",
        "approve 9-3",
        "approve 1-90000",
        "later 15 until the cows come home",
        "approve 12.2",
        "I would approve 12 myself",
    ],
)
def test_a_line_that_is_not_surely_understood_decides_nothing(line):
    found = one(line)
    assert found.verb is None
    assert found.problem


def test_contrary_verbs_for_one_number_cancel_each_other_out():
    found = commands("approve 12 13\nreject 12", DAY)
    assert [(c.verb, c.numbers) for c in found if c.verb] == [(Verb.APPROVE, (13,))]
    assert {n for c in found if not c.verb for n in c.numbers} == {12}


@pytest.mark.parametrize(
    "stop", ["--", "Thanks", "Kind regards", "> approve 99", "## reply above this line [D-1] ##"]
)
def test_nothing_behind_the_end_of_the_text_decides(stop):
    found = commands(f"approve 12\n{stop}\napprove 13", DAY, marker="## reply above this line")
    assert [c.numbers for c in found] == [(12,)]


def test_greetings_names_and_comments_are_left_out():
    found = commands("Hi all,\n\n# my votes\napprove 12 # as discussed\nAna Pop", DAY)
    assert [(c.verb, c.numbers) for c in found] == [(Verb.APPROVE, (12,))]


def test_only_so_many_lines_are_read():
    assert len(commands("\n".join(f"approve {n}" for n in range(1, 60)), DAY)) == MOST_LINES


def test_a_line_of_the_digest_that_nobody_filled_in_decides_nothing() -> None:
    text = "1: approve   # approve, reject: the reason, or later\n2: ?   # done 2.1 and so on\n3: ?"

    assert [(c.verb, c.numbers) for c in commands(text, DAY)] == [(Verb.APPROVE, (1,))]


@pytest.mark.parametrize(
    "line", ["done 2.1, 2.3", "2: done 2.1 and 2.3", "Done: 2.1 2.3.", "- done 2.1, 2.3"]
)
def test_several_steps_are_closed_by_one_line(line: str) -> None:
    found = [(c.verb, c.numbers, c.step) for c in commands(line, DAY)]

    assert found == [(Verb.DONE, (2,), 1), (Verb.DONE, (2,), 3)]
