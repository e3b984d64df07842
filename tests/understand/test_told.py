"""A day that is told in words which no rule reads is doubted, not taken for one left out."""

import pytest

from tests.corpus.fit_told import noticed
from tests.understand.programme import read

_DOUBT = "A day may be told that was not understood"


@pytest.mark.parametrize(
    "text",
    [
        "I resign as a mentor after the grape harvest.",
        "Ich lege mein Amt als Mentor nach der Kartoffelernte nieder.",
        "Dejo mi cargo de mentora al terminar la vendimia.",
        "Je quitte mon rôle de mentor après la fête du village.",
        "Lascio il ruolo di mentore dopo la sagra del paese.",
        "Deixo de ser mentora depois da festa da aldeia.",
        "Saya mundur sebagai mentor sehabis musim panen.",
    ],
)
def test_an_unread_day_is_doubted(text):
    assert _DOUBT in read("ana", text).doubts


@pytest.mark.parametrize(
    "text",
    [
        "I resign as a mentor.",
        "Ich lege mein Amt als Mentor nieder.",
        "Dejo mi cargo de mentora.",
        "Je quitte mon rôle de mentor.",
        "Lascio il ruolo di mentore.",
        "Deixo de ser mentora.",
        "Saya berhenti menjadi mentor.",
        "I resign as a mentor. My last day is 30 June 2026.",
    ],
)
def test_where_no_day_is_told_none_is_missed(text):
    assert _DOUBT not in read("ana", text).doubts


def test_most_unread_days_of_unseen_authors_are_noticed_and_few_invented():
    found = noticed()
    assert found[True][1] / found[True][0] > 0.7
    assert found[False][1] / found[False][0] < 0.06
