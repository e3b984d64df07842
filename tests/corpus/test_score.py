import pytest

from tests.corpus.score import report, same_person, score, share

ANA = {"name": "Ana Pop", "email": "ana@x.example"}


def label(**changes):
    whole = {
        "file": "1.eml",
        "intents": ["resignation"],
        "automation": "auto",
        "fields": {"person": ANA, "effective_on": "2026-06-01"},
        "language": "en",
        "hard": False,
    }
    return {**whole, **changes}


def test_an_equal_answer_is_covered_and_never_wrong():
    one = score([label()], [label()])["all"]
    assert (one.whole, one.wrong, one.covered, one.automatic) == (1, 0, 1, 1)
    assert one.precision("resignation") == one.recall("resignation") == 1.0


@pytest.mark.parametrize(
    "changes",
    [
        {"intents": ["other"]},
        {"fields": {"person": ANA}},
        {"fields": {"person": ANA, "effective_on": "2026-06-02"}},
        {"fields": {"person": ANA, "effective_on": "2026-06-01", "rating": 5}},
    ],
    ids=["intent", "missing", "wrong", "invented"],
)
def test_an_automatic_action_with_a_mistake_is_wrong(changes):
    assert score([label()], [label(**changes)])["all"].wrong == 1


def test_an_invented_country_is_counted_but_is_no_wrong_action():
    answer = label(fields={"person": ANA, "effective_on": "2026-06-01", "country": "Peru"})
    one = score([label()], [answer])["all"]
    assert (one.wrong, one.invented["country"]) == (0, 1)


def test_replies_and_losses_are_counted():
    labels = [label(file="a", automation="ignore", intents=[]), label(file="b")]
    answers = [label(file="a"), label(file="b", automation="ignore", intents=[])]
    one = score(labels, answers)["all"]
    assert (one.replies_wrongly_sent, one.mails_lost) == (1, 1)


def test_hard_mails_and_languages_are_counted_apart():
    groups = score([label(hard=True, language="de")], [label()])
    assert groups["hard"].mails == groups["de"].mails == 1


def test_a_missing_answer_counts_as_nothing_found():
    assert score([label()], [])["all"].missed["resignation"] == 1


@pytest.mark.parametrize(
    ("wanted", "given", "same"),
    [
        (ANA, {"email": "ANA@x.example"}, True),
        (ANA, {"name": "Ana Pop"}, False),
        ({"name": "Ána"}, {"name": "Ana Pop"}, True),
        ({"name": "Pappa"}, {"name": "Παππά (Theodora Pappa)"}, True),
        ({"name": "Ana"}, {"name": "Luis"}, False),
        ({"name": "Ana"}, {"email": "a@x.example"}, False),
    ],
)
def test_people_are_compared_by_address_then_by_name(wanted, given, same):
    assert same_person(wanted, given) is same


@pytest.mark.parametrize(
    ("key", "wanted", "given", "right"),
    [
        ("skills", ["events", "qa"], ["events"], 0.5),
        ("languages", ["Spanish"], ["es"], 1.0),
        ("languages", ["Spanish"], ["Spanish", "French"], 0.0),
        ("recommended", [{"name": "Ana"}], [{"name": "Ana Pop"}], 1.0),
        ("recommended", [{"name": "Ana"}], [{"name": "Ana"}, {"name": "Bo"}], 0.0),
        ("rating", 5, 5.0, 1.0),
        ("held_on", "2026-01-01", None, 0.0),
    ],
)
def test_values_are_compared_by_their_kind(key, wanted, given, right):
    assert share(key, wanted, given) == right


def test_the_report_names_the_figures():
    text = report("all", score([label()], [label()])["all"])
    assert "coverage: 1/1 (100 %)" in text
    assert "mails lost: 0" in text
