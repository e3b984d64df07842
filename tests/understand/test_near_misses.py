"""Words that nearly say a matter: where the sense is another one, nobody acts alone.

The trained reader sees most of them by itself; what rules add is tested on sentences and days.
"""

from datetime import date

import pytest

from mailer.rules.intents import Intent
from mailer.understand.day_meant import odd_absence
from mailer.understand.field_words import FOLLOWS, GOES_ON_NOT, NOBODY_FOLLOWS
from mailer.understand.found import Found
from mailer.understand.sentences import plain
from mailer.understand.unsettled import unsettled
from tests.corpus.measure import matter
from tests.understand.programme import read

TODAY = date(2026, 3, 18)


def doubted_of(intent, text):
    """Return what the first sentence of a mail is doubted for, if it says so."""
    told = matter({"text": text, "role": "mentor"})
    return list(unsettled(told, (Found(intent, 1.0, told.text[0].raw, 0),)))


@pytest.mark.parametrize(
    "text",
    [
        "Petra and I won't continue for another year",
        "con Luis no seguimos un año más",
        "decidimos não continuar mais um ano",
        "on ne repart pas pour un an",
        "nous avons décidé de ne pas continuer",
        "wir machen nicht weiter",
        "von einer Verlängerung bitten wir beide abzusehen",
        "inutile de nous reconduire",
        "ziel erreicht, keine weitere Fortsetzung",
        "non andiamo avanti per un altro anno",
        "kami tidak lanjut tahun depan",
    ],
)
def test_a_year_that_is_not_gone_on_with_is_known(text):
    assert GOES_ON_NOT.search(plain(text))


@pytest.mark.parametrize(
    "text",
    ["Petra and I go on for another year", "wir machen noch ein Jahr weiter", "seguimos otro año"],
)
def test_a_year_that_is_gone_on_with_is_not_denied(text):
    assert not GOES_ON_NOT.search(plain(text))


@pytest.mark.parametrize(
    "text",
    [
        "timo macht für mich weiter",
        "rosa would take over my mentees",
        "pedro tomaría a mis reps",
        "ele ficaria com os meus mentorados",
        "petra reprendra mes mentorés",
        "anna si occupa dei miei rep",
        "mentee saya pindah ke budi",
    ],
)
def test_somebody_who_takes_over_is_heard_without_a_capital(text):
    assert FOLLOWS.search(plain(text))


@pytest.mark.parametrize(
    "text",
    [
        "I don't know who can replace me",
        "I could not find a successor",
        "No se me ocurre quién podría reemplazarme",
        "Ainda não pensei em quem poderia ficar no meu lugar",
        "Je ne sais pas qui pourrait me remplacer",
        "mir fällt niemand ein",
        "non saprei chi proporre",
        "belum tahu siapa penggantinya",
    ],
)
def test_nobody_to_follow_is_nobody(text):
    assert NOBODY_FOLLOWS.search(plain(text))


@pytest.mark.parametrize(
    ("start", "end", "odd"),
    [
        (date(2026, 4, 1), date(2026, 4, 15), False),
        (None, date(2026, 4, 15), False),
        (date(2026, 3, 1), date(2026, 3, 10), True),
        (date(2026, 4, 15), date(2026, 4, 1), True),
        (date(2026, 4, 1), date(2026, 12, 31), True),
        (date(2026, 4, 1), None, True),
    ],
)
def test_an_absence_that_cannot_be_meant_so_is_odd(start, end, odd):
    assert bool(odd_absence(start, end, TODAY)) is odd


@pytest.mark.parametrize(
    ("speaker", "text"),
    [
        ("luis", "I am done with the coaching course on Teachable on 30 March."),
        ("luis", "Am 30. März bin ich mit dem Coaching-Kurs auf Teachable fertig."),
    ],
)
def test_a_course_that_ends_in_the_coming_weeks_did_not_end_a_year_ago(speaker, text):
    reading = read(speaker, text)
    assert reading.unclear or reading.doubts


@pytest.mark.parametrize(
    "text",
    [
        "Theo told me that he will step down as a mentor on 31 March.",
        "Theo hat mir gesagt, dass er zum 31. März als Mentor aufhört.",
        "Theo me dijo que deja de ser mentor el 31 de marzo.",
        "Theo m'a dit qu'il arrête d'être mentor le 31 mars.",
        "Theo mi ha detto che smette di fare il mentore il 31 marzo.",
    ],
)
def test_what_somebody_else_told_is_not_recorded_of_the_writer(text):
    reading = read("ana", text)
    assert reading.unclear or reading.doubts or "resignation" not in {
        heard.intent.value for heard in reading.heard
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Hasta el 15 de junio sigo de mentora y después ya no.", "stays a mentor"),
        ("Desde el 20 de abril no sigo de mentora.", "stays a mentor"),
        ("No fim de abril deixo de ser mentora.", "denied that the writer resigns"),
        ("My studies do not leave me time, so I resign as a mentor.", "denied that"),
        ("I quit as a mentor, 29 March is my last day. Bye for now!", "pause"),
    ],
)
def test_plain_resignations_are_not_doubted_for_a_word(text, doubt):
    assert not any(doubt in one for one in read("ana", text).doubts)


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("Entre nous, ça ne va plus avec Ana.", True),
        ("Ça se passe très bien entre nous.", False),
        ("Between us, I am afraid of Ana.", True),
        ("Things between us are fine, one more year please.", False),
    ],
)
def test_what_is_between_two_people_is_not_said_in_confidence(text, private):
    found = any("private complaint or harassment" in one for one in read("luis", text).doubts)
    assert found is private


@pytest.mark.parametrize(
    ("intent", "text", "doubt"),
    [
        (Intent.RESIGNATION, "I resign on 1 May if my transfer comes.", "condition"),
        (Intent.RENEWAL, "on continue un an, pourvu qu'il réponde.", "condition"),
        (Intent.MENTEE_ACCEPTANCE, "ich nehme Mariam nur, wenn ich Zeit habe", "condition"),
        (Intent.LEAVE_OF_ABSENCE, "quizás esté fuera del 1 al 9 de mayo", "decided"),
        (Intent.RENEWAL, "não sei, talvez mais um ano com a Ana", "decided"),
        (Intent.MEETING_REPORT, "l'incontro di lunedì è stato rimandato", "cancelled"),
        (Intent.LEAVE_OF_ABSENCE, "cuti saya bulan Mei dibatalkan", "cancelled"),
        (Intent.COURSE_COMPLETION, "I signed up for the coaching course", "begun"),
        (Intent.DATA_REQUEST, "danke, die Kopie ist angekommen", "there already"),
        (Intent.DATA_REQUEST, "a copy please, then close my account", "erased"),
        (Intent.ANNOUNCEMENT, "the news was sent to all mentors", "out already"),
        (Intent.RESIGNATION, "31 July is my last day at the bank", "Another post"),
    ],
)
def test_a_matter_that_is_not_settled_is_doubted(intent, text, doubt):
    assert any(doubt in one for one in doubted_of(intent, text))


@pytest.mark.parametrize(
    ("intent", "text"),
    [
        (Intent.RESIGNATION, "I resign on 1 May; Rosa would take over if you agree."),
        (Intent.RESIGNATION, "ich höre im Juni auf, wenn das für euch in Ordnung ist"),
        (Intent.COURSE_COMPLETION, "I began the coaching course in May and finished it today"),
        (Intent.DATA_REQUEST, "please send me a copy of my data; do not delete anything"),
        (Intent.DATA_REQUEST, "I forget where, but somebody said I may ask for a copy"),
    ],
)
def test_what_is_settled_is_not_doubted_for_a_word(intent, text):
    assert doubted_of(intent, text) == []


def test_a_mentee_without_a_name_must_be_anybody():
    assert not any("who is taken" in one for one in read("ana", "I can take a new mentee.").doubts)
    doubted = read("ana", "den mehmet könnt ihr mir als mentee geben").doubts
    assert any("taken as a mentee" in one for one in doubted)
