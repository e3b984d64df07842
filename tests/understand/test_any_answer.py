"""Whatever is answered to a letter of ours: reading it raises nothing and stays quick."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mailer.rules.fields import Fields, Named
from mailer.rules.intents import Intent
from mailer.rules.records import Asks, Sent
from tests.understand.programme import NOW, read

PIECES = (
    "no,", "not", "the 15th", "15", "31", "99", "3 July", "Ana Souza", "Ana Silva", "Souza",
    "with z", "it is", "and", ";", ".", "?", "\n", "surname", "should be", "instead of", "change",
    "to", "the date is wrong", "yes", "2", "1 and 2", "#3", "the second", "não", "sondern",
    "bukan", "a@b.example", "Peru", "luisv", "'", "»", "ß", "İ",
    "ﬁ", "João", "of", "",
)  # fmt: skip
words = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(max_size=60)
named = st.sampled_from(
    [Named("Ana Silva"), Named(None, "x@y.example"), Named("João"),
     Named("Luis Vega", None, "luis"),
     Named("İß Ünal")]
)  # fmt: skip
recorded = st.builds(
    Fields,
    effective_on=st.sampled_from([None, date(2026, 4, 30), date(2024, 2, 29)]),
    completed_on=st.sampled_from([None, date(2026, 3, 5)]),
    recommended=st.lists(named, max_size=2).map(tuple),
    mentor=st.none() | named,
    country=st.sampled_from([None, "Peru"]),
    portal_username=st.sampled_from([None, "luisv", "a"]),
)
states = st.sets(
    st.sampled_from(
        ("effective_on", "completed_on", "recommended", "mentor", "country", "portal_username",
         "skills", "course")
    )
).map(tuple)  # fmt: skip
ANSWERS = (Intent.YES, Intent.NO, Intent.TAKE_BACK, Intent.CORRECTION)
some = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@some
@given(words, recorded, states)
def test_any_correction_is_read(text: str, known: Fields, keys: tuple[str, ...]) -> None:
    asks = Asks("resignation", "c1", ANSWERS, recorded=known, states=keys)
    letter = Sent("l1", "ana", "resignation/announced.mentor", "s", NOW, asks, by_token=True)
    reading = read("ana", text, letter=letter)
    for heard in reading.heard:
        if heard.intent is Intent.CORRECTION and not reading.doubts:
            assert any(getattr(heard.fields, key) for key in Fields.__slots__ if key != "person")


@some
@given(words, st.lists(st.sampled_from(tuple(Intent)[:16]), max_size=3))
def test_any_choice_is_read(text: str, offered: list[Intent]) -> None:
    asks = Asks("clarification", "c1", (*offered, Intent.OTHER), choice=True)
    letter = Sent("l1", "ana", "clarification/which.sender", "s", NOW, asks, by_token=True)
    reading = read("ana", text, letter=letter)
    for heard in reading.heard:
        assert heard.intent is not Intent.CHOICE or heard.fields.choice
