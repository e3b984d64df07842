"""Corrections in words, against what our letter said is on record."""

from dataclasses import replace
from datetime import date

import pytest

from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.rules.records import Asks, Sent
from mailer.understand.model import Reading
from tests.understand.programme import NOW, intents, read

ASKS = (Intent.YES, Intent.NO, Intent.TAKE_BACK, Intent.CORRECTION)
SILVA = Named("Ana Silva")


def letter(effective: date | None = date(2026, 4, 5), *recommended: Named) -> Sent:
    recorded = Fields(effective_on=effective, recommended=recommended)
    asks = Asks(
        "resignation", "c1", ASKS, recorded=recorded, states=("effective_on", "recommended")
    )
    return Sent("l1", "ana", "resignation/announced.mentor", "Please confirm", NOW, asks,
                by_token=True)  # fmt: skip


def answered(text: str, to: Sent | None = None) -> Reading:
    return read("ana", text, letter=to or letter(date(2026, 4, 5), SILVA))


def fields(text: str, to: Sent | None = None) -> tuple[str, str]:
    """Return what is corrected, as (last day, successors); () for what is not, or is doubtful."""
    reading = answered(text, to)
    if intents(reading) != [Intent.CORRECTION] or reading.doubts:
        return ("?", "; ".join((*map(str, intents(reading)), *reading.doubts)))
    found = reading.heard[0].fields
    day = found.effective_on.isoformat() if found.effective_on else ""
    return day, ", ".join(str(one) for one in found.recommended)


@pytest.mark.parametrize(
    ("text", "day", "successor"),
    [
        ("no, the 15th; and it is Ana Souza, not Ana Silva", "2026-04-15", "Ana Souza"),
        ("The date is wrong, I meant 3 July.", "2026-07-03", ""),
        ("My last day is the 15th, not the 5th.", "2026-04-15", ""),
        ("my last day is 15 April, not 5 April", "2026-04-15", ""),
        ("Not the 5th but the 15th, please.", "2026-04-15", ""),
        ("It's not Ana Silva, it's Mariam Gelo.", "", "Mariam Gelo"),
        ("Mariam Gelo instead of Ana Silva", "", "Mariam Gelo"),
        ("Ana Silva should be Mariam Gelo.", "", "Mariam Gelo"),
        ("My last day is 30 April 2026.", "2026-04-30", ""),
        ("No, 30 April.", "2026-04-30", ""),
        ("No. My last day is 30 April 2026. Everything else is right, thanks!", "2026-04-30", ""),
        ("Hi,\n\nsorry, a typo: the 25th of April.\n\nThanks, Ana", "2026-04-25", ""),
        ("The successor is Mariam Gelo.", "", "Mariam Gelo"),
        ("No, el 15; y es Ana Souza, no Ana Silva", "2026-04-15", "Ana Souza"),
        ("La fecha está mal, quise decir el 3 de julio.", "2026-07-03", ""),
        ("No es el 5 sino el 15.", "2026-04-15", ""),
        ("Mi último día es el 15 de abril, no el 5.", "2026-04-15", ""),
        ("Não, dia 15; e é Ana Souza, não Ana Silva", "2026-04-15", "Ana Souza"),
        ("A data está errada, eu quis dizer 3 de julho.", "2026-07-03", ""),
        ("Meu último dia é 15 de abril, não 5 de abril.", "2026-04-15", ""),
        ("Non, le 15 ; et c'est Ana Souza, pas Ana Silva", "2026-04-15", "Ana Souza"),
        ("La date est fausse, je voulais dire le 3 juillet.", "2026-07-03", ""),
        ("Ce n'est pas le 5 mais le 15.", "2026-04-15", ""),
        ("Mon dernier jour est le 15 avril, pas le 5 avril.", "2026-04-15", ""),
        ("Nein, der 15.; und es ist Ana Souza, nicht Ana Silva", "2026-04-15", "Ana Souza"),
        ("Das Datum ist falsch, ich meinte den 3. Juli.", "2026-07-03", ""),
        ("Nicht am 5., sondern am 15.", "2026-04-15", ""),
        ("Mein letzter Tag ist der 15. April, nicht der 5. April.", "2026-04-15", ""),
        ("No, il 15; ed è Ana Souza, non Ana Silva", "2026-04-15", "Ana Souza"),
        ("La data è sbagliata, volevo dire il 3 luglio.", "2026-07-03", ""),
        ("Non il 5 ma il 15.", "2026-04-15", ""),
        ("Il mio ultimo giorno è il 15 aprile, non il 5 aprile.", "2026-04-15", ""),
        ("Bukan, tanggal 15; dan namanya Ana Souza, bukan Ana Silva", "2026-04-15", "Ana Souza"),
        ("Tanggalnya salah, maksud saya 3 Juli.", "2026-07-03", ""),
        ("Bukan tanggal 5 tapi tanggal 15.", "2026-04-15", ""),
        ("Hari terakhir saya tanggal 15 April, bukan tanggal 5 April.", "2026-04-15", ""),
    ],
)  # fmt: skip
def test_words_correct_the_record(text: str, day: str, successor: str) -> None:
    assert fields(text) == (day, successor)


@pytest.mark.parametrize(
    "text",
    [
        "it's Souza, with z", "It's Souza with a z, not with s.", "Souza, spelled with z",
        "É Souza, com z", "Es Souza, con z", "C'est Souza, avec un z", "Es ist Souza, mit z",
        "È Souza, con la z", "Souza, dengan z", "Sorry, it is Souza", "Souza",
    ],
)  # fmt: skip
def test_a_name_is_spelled_anew(text: str) -> None:
    assert fields(text, letter(None, Named("Ana Sousa"))) == ("", "Ana Souza")


def test_another_name_than_the_recorded_one_is_no_spelling_of_it() -> None:
    assert answered("it's Souza, with z", letter(None, SILVA)).doubts


MAY = letter(date(2026, 4, 30), SILVA)


@pytest.mark.parametrize(
    ("text", "day", "successor"),
    [
        ("Actually it is 15 May.", "2026-05-15", ""),  # May is nobody's name.
        ("Seharusnya 31 Mei", "2026-05-31", ""),
        ("Falsch: der 31. Mai", "2026-05-31", ""),
        ("Desculpe, 31 de maio.", "2026-05-31", ""),
        ("the end of May", "2026-05-31", ""),
        ("30 April should be 31 May", "2026-05-31", ""),
        ("Please change 30 April to 31 May.", "2026-05-31", ""),
        ("Please change the date to 31 May.", "2026-05-31", ""),
        ("it's not the 30th it's the 29th", "2026-04-29", ""),
        ("Small correction: the last day is 15 May 2026, and I recommend Mariam Gelo.",
         "2026-05-15", "Mariam Gelo"),
        ("Sorry, my mistake: it should be Ana Souza.", "", "Ana Souza"),
        ("One more thing: Ana's surname is Souza.", "", "Ana Souza"),
        ("Der Nachname ist Souza.", "", "Ana Souza"),
        ("El apellido es Souza, no Silva", "", "Ana Souza"),
        ("Wrong person! I recommend Mariam Gelo.", "", "Mariam Gelo"),
        ("Change Ana Silva to Mariam Gelo please", "", "Mariam Gelo"),
        ("no, Silva with y: Sylva", "", "Ana Sylva"),
        ("Namanya Ana Souza bukan Ana Silva", "", "Ana Souza"),
        ("Richtig wäre Mariam Gelo statt Ana Silva", "", "Mariam Gelo"),
        ("Ana Souza!", "", "Ana Souza"),
    ],
)  # fmt: skip
def test_people_correct_in_many_ways(text: str, day: str, successor: str) -> None:
    assert fields(text, MAY) == (day, successor)


@pytest.mark.parametrize(
    "text",
    [
        "The meeting is not on 30 April but on 31 May.",
        "I will not be there on 30 April but on 31 May.",
        "If possible 31 May, not 30 April",
        "Please ask Mariam Gelo, not Ana Silva, about the list.",
        "Mariam Gelo is my colleague, not Ana Silva",
        "Ana Silva is not available until 15 May.",
        "Ana Silva, not me, will do it.",
        "My birthday is 30 April, not 3 May.",
        "I would like to stay until 31 May.",
        "Not the 30th.",
        "Not Ana Silva.",
        "Not until 30 April; until 31 May.",
        "could you please make it 31 May?",
    ],
)
def test_what_a_person_must_read_corrects_nothing(text: str) -> None:
    reading = answered(text, MAY)
    assert reading.doubts


@pytest.mark.parametrize(
    "text",
    [
        "Yes, I resign. Luis will call you on the 3rd.",
        "Ja, am 15. Mai treffe ich Luis.",
        "Sì, confermo. Il 15 maggio sarò a Roma.",
    ],
)
def test_a_yes_beside_other_days_and_people_is_a_yes_alone(text: str) -> None:
    reading = answered(text, MAY)
    assert intents(reading) == [Intent.YES]
    assert replace(reading.heard[0].fields, person=None) == Fields()


def test_one_word_takes_the_place_of_the_word_that_it_denies() -> None:
    joao = letter(None, Named("João"))
    assert fields("not João but José", joao) == ("", "José")
    assert fields("não é João, é José", joao) == ("", "José")


def test_a_name_is_told_for_a_recorded_address() -> None:
    address = letter(None, Named(None, "ana.silva@mail.example"))
    assert fields("No, it is Mariam.", address) == ("", "Mariam")
    assert answered("The surname is Souza.", address).doubts


def test_a_person_of_the_roster_is_found_by_the_corrected_name() -> None:
    reading = answered("It is Mariam Gelo, not Ana Silva.")
    assert reading.heard[0].fields.recommended[0].person == "mariam"


def test_the_other_recommended_ones_stay() -> None:
    two = letter(None, Named("Luis Vega", person="luis"), SILVA)
    assert fields("It's Mariam Gelo, not Ana Silva", two) == ("", "Luis Vega, Mariam Gelo")


def test_what_was_missing_is_filled_in() -> None:
    assert fields("My last day is 30 April 2026.", letter(None)) == ("2026-04-30", "")
    assert fields("The successor is Mariam Gelo", letter(None)) == ("", "Mariam Gelo")


def test_a_yes_with_a_correction_confirms_what_is_corrected() -> None:
    reading = answered("Yes, but my last day is the 15th, not the 5th.")
    assert intents(reading) == [Intent.YES]
    assert reading.heard[0].fields.effective_on == date(2026, 4, 15)
    assert reading.doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "No, the 15th, not the 6th.",  # The 6th is not recorded.
        "It is Mariam Gelo, not Luis Vega.",  # Luis Vega is not recorded.
        "No, the 3rd or the 15th.",
        "No, the 31st.",  # April has no such day.
        "No, the 2nd; is that possible?",
        "It is Budi Santoso, not Ana Silva.",  # Two people are called so.
        "Forget the date, I meant 3 July.",  # It could be taken back as a whole.
        "No, the 15th. I also want to tell you that my mentee Luis never answers my mails.",
        "No, 3 July, and I am furious with you liars.",
        "No, from March to July.",
        "No, if Luis agrees it is the 15th.",
    ],
)  # fmt: skip
def test_what_is_not_plain_is_for_a_person(text: str) -> None:
    reading = answered(text)
    assert reading.doubts or reading.unclear


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Yes", Intent.YES),
        ("Yes, I confirm.", Intent.YES),
        ("No", Intent.NO),
        ("No, that mail was not mine.", Intent.NO),
        ("No, I stay a mentor.", Intent.TAKE_BACK),
        ("Please ignore my resignation.", Intent.TAKE_BACK),
        ("No, I stay a mentor. Please ignore my last mail.", Intent.TAKE_BACK),
    ],
)
def test_other_answers_are_read_as_before(text: str, intent: Intent) -> None:
    reading = answered(text)
    assert intents(reading) == [intent]
    assert reading.doubts == ()


def test_words_correct_nothing_where_no_record_was_shown() -> None:
    asks = Asks("resignation", "c1", ASKS)
    bare = Sent("l1", "ana", "t", "s", NOW, asks, by_token=True)
    assert Intent.CORRECTION not in intents(answered("My last day is 30 April 2026.", bare))


COURSE = Sent(
    "l2", "luis", "application/completed.candidate", "You finished the course", NOW,
    Asks("application", "c2", (Intent.TAKE_BACK, Intent.CORRECTION),
         recorded=Fields(completed_on=date(2026, 3, 5), country="Peru", portal_username="luisv"),
         states=("portal_username", "course", "completed_on", "certificate", "country")),
    by_token=True,
)  # fmt: skip


def about_course(text: str) -> Reading:
    return read("luis", text, letter=COURSE)


@pytest.mark.parametrize(
    "text",
    ["I finished on 2 March, not 5 March.", "No, the 2nd.", "It was the 2nd, not the 5th",
     "The date is wrong, it was the 2nd of March.", "Lo terminé el 2 de marzo, no el 5 de marzo."],
)  # fmt: skip
def test_the_day_of_the_course_is_corrected(text: str) -> None:
    reading = about_course(text)
    assert intents(reading) == [Intent.CORRECTION]
    assert reading.doubts == ()
    assert replace(reading.heard[0].fields, person=None) == Fields(completed_on=date(2026, 3, 2))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("My portal username is luis.vega, not luisv", Fields(portal_username="luis.vega")),
        ("It's luis_v, not luisv.", Fields(portal_username="luis_v")),
        ("I live in Chile, not in Peru.", Fields(country="Chile")),
        ("Chile, no Peru", Fields(country="Chile")),
    ],
)
def test_a_user_name_and_a_country_are_corrected(text: str, told: Fields) -> None:
    reading = about_course(text)
    assert intents(reading) == [Intent.CORRECTION]
    assert reading.doubts == ()
    assert replace(reading.heard[0].fields, person=None) == told


@pytest.mark.parametrize(
    "text",
    [
        "I start the next course on 15 April.",
        "My holidays begin on 15 March.",
        "See you on 2 April!",
        "Thanks! We met Ana Pop on 10 March.",
        "Thank you. Ana Pop told me about it on the 3rd.",
        "Great, the call on 15 March works for me.",
    ],
)
def test_other_days_and_people_correct_nothing(text: str) -> None:
    assert Intent.CORRECTION not in intents(about_course(text))


@pytest.mark.parametrize(
    "text",
    [
        "I will be at the office until 30 April, as every year.",
        "See you on 2 April!",
        "Thanks. I met Mariam Gelo on Tuesday.",
        "My last meeting with Luis is on 30 April.",
        "I can not come to the call on 2 April.",
    ],
)
def test_other_words_do_not_move_the_last_day(text: str) -> None:
    reading = answered(text)
    assert Intent.CORRECTION not in intents(reading) or reading.doubts
