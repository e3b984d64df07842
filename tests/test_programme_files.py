"""A programme as a file: read, checked, explained, compared; and nothing else names the Reps."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mailer.cli import app
from mailer.errors import SettingsError
from mailer.render.samples import problems
from mailer.render.templates import Templates
from mailer.rules.touched import DEADLINES, touched
from mailer.settings import Programme, load
from mailer.settings.files import differences, meanings, read, shipped, shipped_programme
from tests.rules.world import applied

ROOT = Path(__file__).resolve().parent.parent


def written(folder: Path, text: str, name: str = "programme.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    return done.output


def test_every_key_is_explained_in_the_worked_example() -> None:
    assert set(meanings()) == set(Programme.model_fields)
    assert all(len(meaning) > 10 for meaning in meanings().values())


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_programme_has_good_letters(name: str) -> None:
    policy = shipped_programme(name).policy(name)
    assert problems(Templates([], policy.words), policy) == []


def test_the_worked_example_shows_every_period_as_the_default_has_it() -> None:
    own = {"title", "council_name", "words", "course", "course_words", "onboarding", "departure"}
    assert {one.key for one in differences(shipped_programme("reps"))} == own


def test_the_keys_of_mailer_toml_win_over_those_of_the_file(tmp_path: Path) -> None:
    written(tmp_path, 'title = "Guild"\nquiet_days = 20\nsite = "www"\n')
    text = '[programme.guild]\nfile = "programme.toml"\nquiet_days = 9\naddress = "a@b.example"\n'
    found = load(written(tmp_path, text, "mailer.toml")).programme["guild"]
    assert (found.title, found.quiet_days, found.address) == ("Guild", 9, "a@b.example")
    assert found.site == tmp_path / "www"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("offer_open_day = 7", "offer_open_day: unknown key; did you mean 'offer_open_days'?"),
        ("offer_open_days = 0", "offer_open_days is 0: expected greater than or equal to 1"),
        ("words = { mentr = 'x' }", "words.mentr: unknown key; did you mean 'mentor'?"),
        ("words = { mentor = '1 2' }", "words.mentor is '1 2': expected a word or two"),
        (
            'onboarding = [{ text = "A", owner = "me" }]',
            "owner is 'me': expected 'mentor', 'admin'",
        ),
        ('onboarding = [{ text = "A" }]', "onboarding.0.owner is missing; expected a value"),
        ('commitment_end = "stop"', "commitment_end is 'stop': expected 'ask' or 'end'"),
        ("a b", "is not TOML"),
        ('file = "other.toml"', "file: stands in mailer.toml, not in a programme's own file"),
    ],
)
def test_a_fault_names_key_value_and_what_was_expected(
    tmp_path: Path, text: str, told: str
) -> None:
    path = written(tmp_path, text + "\n")
    with pytest.raises(SettingsError) as caught:
        read(path)
    assert told in str(caught.value)
    assert str(caught.value).startswith(str(path))


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, "quiet_days = 0\ntitel = 'x'\n")
    with pytest.raises(SettingsError) as caught:
        read(path)
    assert len(caught.value.faults) == 2


def test_check_explains_what_differs_from_the_default(tmp_path: Path) -> None:
    path = written(tmp_path, "offer_open_days = 3\n")
    told = " ".join(run("check", "--programme", str(path)).split())
    assert "offer_open_days: is 3 (default: 7). A mentor may answer an offer for this long." in told


def test_check_shows_what_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    old = written(tmp_path, "offer_open_days = 7\n", "old.toml")
    written(tmp_path, "offer_open_days = 5\n")
    written(tmp_path, '[programme.guild]\nfile = "programme.toml"\n', "mailer.toml")
    told = run("check", "--against", str(old))
    assert told.strip() == "programme guild: offer_open_days: 7 -> 5"
    assert "nothing differs" in run("check", "--against", str(tmp_path / "programme.toml"))


def test_a_change_tells_which_open_cases_it_touches() -> None:
    cases = list(applied().cases.values())
    words = touched("interest_again_days", cases, ())
    assert re.fullmatch(r"1 day set already: its day stays, the first is 2027-\d\d-\d\d", words)
    assert touched("title", cases, ()) == ""
    assert touched("deciders", cases, ()) == "0 open questions: the new number counts at once"


def test_every_key_that_sets_days_of_cases_is_a_key() -> None:
    assert set(DEADLINES) <= set(Programme.model_fields)


def test_init_writes_a_programme_to_begin_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("init", "--programme", "summer")
    found = load(None).programme["summer"]
    assert found.model_dump(exclude={"file"}) == shipped_programme("summer").model_dump(
        exclude={"file"}
    )


NAMED = re.compile(r"\bReps\b|Mozilla|Teachable|Community Portal|Coaching Training", re.IGNORECASE)


ALLOWED = r'reps\.example|reps\.toml|--programme reps|EXAMPLE = "reps"'


@pytest.mark.parametrize("folder", ["mailer", "templates", "storage"])
def test_no_code_and_no_letter_names_the_worked_example(folder: str) -> None:
    """The reader's vocabulary, learnt from mails, and the story of `make demo` are about it."""
    about_it = ("mailer/programmes/", "mailer/understand/", "mailer/demo/")
    found = []
    for path in sorted((ROOT / folder).rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        if path.suffix not in {".py", ".md", ".html", ".toml"} or name.startswith(about_it):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if NAMED.search(re.sub(ALLOWED, "", line)):
                found.append(f"{name}:{number}: {line.strip()}")
    assert found == []
