import pytest

from mailer.render.spanish import SPANISH
from mailer.rules import spanish
from mailer.rules.intents import Intent
from mailer.trust.model import Trust
from tests.understand.programme import intents, read, sent

YES_NO = sent(Intent.YES, Intent.NO)


@pytest.mark.parametrize(
    "text",
    [
        "Yes",
        "yes please go ahead",
        "Yes!",
        "I confirm.",
        "Ok",
        "Of course.",
        "1",
        "Gladly",
        "Sí",
        "Recibido, gracias",
        "Ja, gerne",
        "Oui",
    ],
)
def test_yes_means_yes_where_it_was_asked(text):
    reading = read("ana", text, letter=YES_NO)
    assert intents(reading) == [Intent.YES]
    assert (reading.heard[0].case, reading.heard[0].procedure) == ("c1", "resignation")
    assert reading.doubts == ()


@pytest.mark.parametrize(
    "text", ["No", "No thanks", "No, thank you.", "2", "I decline.", "Nein", "Não, obrigada"]
)
def test_no_means_no_where_it_was_asked(text):
    assert intents(read("ana", text, letter=YES_NO)) == [Intent.NO]


@pytest.mark.parametrize(
    "text",
    [
        "Yes, but only from June",
        "Yes, if Luis agrees",
        "Yes. Who pays for it?",
        "Yes, I will think about it",
    ],
)
def test_a_yes_with_a_condition_is_for_a_person(text):
    reading = read("ana", text, letter=YES_NO)
    assert intents(reading) == [Intent.YES]
    assert reading.doubts


@pytest.mark.parametrize("text", ["Yes", "I confirm", "1", "done 2", "ok"])
def test_short_words_mean_nothing_without_a_letter_that_asked(text):
    reading = read("ana", text)
    assert not {Intent.YES, Intent.NO, Intent.DONE} & set(intents(reading))
    assert reading.unclear or reading.doubts


def test_the_reason_of_a_no_is_kept():
    reading = read("ana", "No, I have no time for a second mentee this year.", letter=YES_NO)
    assert "no time" in (reading.heard[0].fields.reason or "")


@pytest.mark.parametrize(
    "text",
    [
        "Ignore my resignation, please.",
        "Please disregard my last mail",
        "I changed my mind, I stay!",
        "I'd like to take it back",
        "Me quedo.",
    ],
)
def test_a_take_back_is_heard_where_it_was_offered(text):
    reading = read("ana", text, letter=sent(Intent.TAKE_BACK))
    assert intents(reading) == [Intent.TAKE_BACK]
    assert reading.heard[0].case == "c1"


def test_do_not_ignore_is_no_take_back():
    reading = read("ana", "Please do not ignore my resignation.", letter=sent(Intent.TAKE_BACK))
    assert Intent.TAKE_BACK not in intents(reading)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("done 2 and 3", (2, 3)),
        ("done 12.2", (2,)),
        ("2 done", (2,)),
        ("Steps 1-3 are done.", (1, 2, 3)),
    ],
)
def test_done_names_its_steps(text, steps):
    reading = read("cora", text, letter=sent(Intent.DONE, procedure="onboarding"))
    assert intents(reading) == [Intent.DONE]
    assert reading.heard[0].fields.steps == steps


@pytest.mark.parametrize(
    "text", ["2 is not done yet", "done all but 3", "Is 2 done?", "almost done 2"]
)
def test_what_is_not_done_closes_nothing(text):
    assert Intent.DONE not in intents(read("cora", text, letter=sent(Intent.DONE)))


def test_a_changed_line_of_our_echo_is_a_correction():
    reading = read(
        "luis",
        "Country: Peru\nCompleted on: 5 March 2026",
        quoted="> Country: Peru\n> Completed on: 6 March 2026",
        letter=sent(Intent.CORRECTION),
    )
    assert intents(reading) == [Intent.CORRECTION]
    fields = reading.heard[0].fields
    assert fields.country is None
    assert fields.completed_on is not None
    assert fields.completed_on.isoformat() == "2026-03-05"


LINES = {
    "Portal username": "pop",
    "Course": "Coaching",
    "Course finished on": "2026-03-05",
    "Certificate": "a.pdf",
    "Last day as a mentor": "2026-05-05",
    "Recommended successor": "Ana Souza",
    "Skills": "events",
    "Languages": "Spanish, Hungarian",
    "Country": "Germany",
    "Mentee": "Luis",
    "Mentor": "Cora",
    "Answer": "yes",
    "Meeting held on": "2026-03-05",
    "Away from": "2026-05-05",
    "Away until": "2026-06-05",
    "Rating": "4",
    "About": "Cora",
    "Request": "export",
}


@pytest.mark.parametrize("label", LINES)
def test_a_line_of_a_spanish_letter_is_corrected_like_an_english_one(label):
    value = LINES[label]
    letter = sent(Intent.CORRECTION)
    english = read("luis", f"{label}: {value}", letter=letter)
    own = f"{spanish.LABELS[label]}: {SPANISH.stated(value, label)}"
    reading = read("luis", own, letter=letter)
    assert intents(reading) == intents(english) == [Intent.CORRECTION]
    assert reading.heard[0].fields == english.heard[0].fields


def test_two_people_of_a_line_are_joined_in_spanish_too():
    found = read("luis", "Persona recomendada: Ana y Cora", letter=sent(Intent.CORRECTION))
    assert [one.person for one in found.heard[0].fields.recommended] == ["ana", "cora"]


def test_a_line_without_a_fact_corrects_nothing():
    reading = read("luis", "Persona recomendada: no indicado", letter=sent(Intent.CORRECTION))
    assert not any(heard.fields.recommended for heard in reading.heard)


def test_a_digest_is_answered_by_commands():
    letter = sent(procedure="digest", items=((12, 1), (13, 1)))
    reading = read("cora", "approve 12\nreject 13: too early", letter=letter)
    assert intents(reading) == [Intent.DECISION]
    assert [c.numbers for c in reading.heard[0].fields.commands] == [(12,), (13,)]
    assert reading.doubts == ()


def test_a_new_matter_in_an_answer_is_heard_instead():
    reading = read(
        "ana",
        "I resign as a mentor, effective 1 June.",
        letter=sent(Intent.YES, procedure="meeting"),
    )
    assert intents(reading) == [Intent.RESIGNATION]


def test_the_missing_fact_completes_the_case():
    letter = sent(Intent.COURSE_COMPLETION, procedure="application")
    reading = read("luis", "It was last Saturday.", letter=letter)
    assert intents(reading) == [Intent.COURSE_COMPLETION]
    assert reading.heard[0].fields.completed_on is not None
    assert reading.heard[0].case == "c1"


def test_a_short_answer_takes_its_sense_from_the_quoted_question():
    reading = read(
        "ana", "Yes gladly!", quoted="> Dear Ana,\n> would you take Mariam Gelo as your mentee?"
    )
    assert intents(reading) == [Intent.MENTEE_ACCEPTANCE]
    assert [m.person for m in reading.heard[0].fields.mentee] == ["mariam"]


def test_the_answer_to_renew_is_read_from_the_fresh_text():
    reading = read(
        "luis",
        "End, please.",
        quoted="> Would you like to extend, change or end the mentorship with Ana Pop?",
    )
    assert intents(reading) == [Intent.RENEWAL]
    assert reading.heard[0].fields.answer == "end"


def test_commands_without_a_digest_carry_a_doubt():
    reading = read("cora", "approve 12")
    assert intents(reading) == [Intent.DECISION]
    assert reading.doubts


def test_a_decision_in_free_words_names_its_person_and_carries_a_doubt():
    reading = read("cora", "Approved: Luis Vega")
    assert intents(reading) == [Intent.DECISION]
    assert reading.heard[0].fields.person is not None
    assert reading.heard[0].fields.person.person == "luis"
    assert reading.doubts


def test_a_rep_cannot_decide():
    assert Intent.DECISION not in intents(read("luis", "approve 12"))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("status", Intent.STATUS),
        ("estado", Intent.STATUS),
        ("Help!", Intent.HELP),
        ("Estado de mi solicitud", Intent.STATUS_QUESTION),
    ],
)
def test_a_mail_of_one_word_is_a_command(text, intent):
    assert intents(read("luis", text)) == [intent]


@pytest.mark.parametrize("text", ["status Ana", "estado: Ana"])
def test_the_status_of_somebody_names_them(text):
    about = read("cora", text).heard[0].fields.about
    assert about is not None
    assert about.person == "ana"


def test_trust_levels_are_ordered():
    assert Trust.CLAIMED < Trust.AUTHENTICATED < Trust.PROVEN
