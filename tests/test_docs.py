"""README, the example settings and the help say what is there, all of it, and nothing else."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from typer.main import get_command

from mailer.cli import app
from mailer.commands.lists import LetterState, MailState
from mailer.errors import MailerError, SettingsError, Unavailable
from mailer.render.templates import Templates
from mailer.rules.procedures import PROCEDURES
from mailer.rules.undoing import NO_WAYS, WAYS
from mailer.settings import Delivery, Intake, Mailbox, OAuth2, Programme, Settings, Step, load
from storage.tables import InboxRow, LetterRow

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
GROUP: Any = get_command(app)
COMMANDS: dict[str, Any] = GROUP.commands
EXAMPLE = (files("mailer") / "mailer.example.toml").read_text(encoding="utf-8")
TABLES: dict[str, type[BaseModel]] = {
    "": Settings,
    "programme.mentoring": Programme,
    "programme.mentoring.onboarding": Step,
    "mailbox.council": Mailbox,
    "mailbox.council.oauth2": OAuth2,
    "intake": Intake,
    "delivery": Delivery,
}


def section(title: str) -> str:
    """Return the text below a heading, up to the next one."""
    found = re.search(
        rf"^#+ {re.escape(title)}\n(.*?)(?=^#+ |\Z)", README, re.MULTILINE | re.DOTALL
    )
    assert found, f"README has no section {title!r}"
    return found.group(1)


def options_of(command: Any) -> set[str]:
    names = {name for param in command.params for name in param.opts if name.startswith("--")}
    return names - {"--help"}


def commands_shown() -> Iterator[str]:
    """Yield every `mailer ...` of the README: lines of code blocks, and code within sentences."""
    for block in re.findall(r"^```\n(.*?)^```", README, re.MULTILINE | re.DOTALL):
        yield from (line for line in block.splitlines() if line.startswith("mailer "))
    yield from re.findall(r"`((?:/opt/mailer/bin/)?mailer [a-z-][^`]*)`", README)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_readme_lists_the_command_with_its_options(name: str) -> None:
    row = re.search(rf"^\| `mailer {name}[ `].*$", section("Commands"), re.MULTILINE)
    assert row, f"no row for mailer {name}"
    told = set(re.findall(r"--[a-z-]+", row.group()))
    assert told == options_of(COMMANDS[name])


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_says_what_a_command_and_its_options_do(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    params = [param for param in command.params if param.name != "help"]
    assert [param.name for param in params if not getattr(param, "help", None)] == []


@pytest.mark.parametrize("line", sorted(set(commands_shown())))
def test_a_command_that_readme_shows_exists(line: str) -> None:
    words = shlex.split(line.split(" #", maxsplit=1)[0])[1:]
    if words and words[0] == "--config":
        words = words[2:]
    if words in ([], ["COMMAND"]):
        return
    if words[0] == "COMMAND" or words[0].startswith("--"):
        assert set(words[1:]) <= {"--help"}
        return
    assert words[0] in COMMANDS
    given = {word for word in words[1:] if word.startswith("-")}
    assert given <= options_of(COMMANDS[words[0]]) | {"--help"}


@pytest.mark.parametrize("table", TABLES)
def test_readme_lists_every_setting(table: str) -> None:
    text = section("Settings")
    group = table.partition(".")[0]
    if group:
        text = text.partition(f"**`[{group}")[2].partition("\n| **")[0]
    keys = [key for key in TABLES[table].model_fields if key not in TABLES or "." in key]
    missing = [key for key in keys if not re.search(rf"`\[?{key}\b", text)]
    assert missing == []


@pytest.mark.parametrize("name", sorted(PROCEDURES))
def test_readme_lists_the_procedure_with_states_and_letters(name: str) -> None:
    row = re.search(rf"^\| `{name}`.*$", section("Procedures"), re.MULTILINE)
    assert row, f"no row for {name}"
    cells = row.group().split("|")
    assert re.findall(r"`(\w+)`", cells[2]) == list(PROCEDURES[name].states)
    letters = [letter for letter in Templates([]).names() if letter.startswith(f"{name}/")]
    assert sorted(re.findall(r"`([\w/.]+)`", cells[3])) == sorted(letters)


def test_every_letter_belongs_to_a_procedure() -> None:
    owners = {letter.partition("/")[0] for letter in Templates([]).names()}
    assert owners <= {*PROCEDURES, "common"}


def _named(row: type, what: str) -> set[str]:
    """Return the words that a table's docstring lists after `what`."""
    told = (row.__doc__ or "").replace("\n", " ")
    found = re.search(rf"`{what}`: (.*?)\. ", told)
    assert found, f"{row.__name__} does not say what `{what}` may be"
    words = re.sub(r"\([^)]*\)", "", found.group(1))
    return {word.strip() for word in words.split(",")}


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("What became of a mail", _named(InboxRow, "state") | _named(InboxRow, "outcome")),
        ("What became of a letter", _named(LetterRow, "state")),
    ],
    ids=["mail", "letter"],
)
def test_readme_explains_every_state_and_outcome(heading: str, words: set[str]) -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", section(heading), re.MULTILINE)) == words


def test_the_commands_know_every_state() -> None:
    assert set(MailState) == _named(InboxRow, "state")
    assert set(LetterState) == _named(LetterRow, "state")


def test_readme_lists_every_exit_code() -> None:
    codes = {0, *(kind.exit_code for kind in (MailerError, SettingsError, Unavailable))}
    told = re.search(r"^Exit codes of every command:.*?\n\n", README, re.MULTILINE | re.DOTALL)
    assert told
    assert {int(code) for code in re.findall(r"`(\d+)`", told.group())} == codes


def test_links_within_the_readme_lead_somewhere() -> None:
    titles = re.findall(r"^#+ (.*)$", README, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
    links = re.findall(r"\]\(([^)\s]+)\)", README)
    wrong = [link for link in links if link.startswith("#") and link[1:] not in anchors]
    local = (link for link in links if not re.match(r"#|https?:|answer:", link))
    wrong += [link for link in local if not (ROOT / link).exists()]
    assert wrong == []


def test_files_that_the_readme_names_are_there() -> None:
    named = set(re.findall(r"`((?:mailer|tests|templates|storage)/[\w./]*)`", README))
    invented = {"mailer/rules/procedures/leave.py", "templates/leave/"}
    assert sorted(name for name in named - invented if not (ROOT / name).exists()) == []


def test_the_example_loads_and_changes_no_default(tmp_path: Path) -> None:
    file = tmp_path / "mailer.toml"
    file.write_text(EXAMPLE)
    found = load(file).model_dump(exclude={"data"})
    assert found == Settings().model_dump(exclude={"data"})


@pytest.mark.parametrize("table", TABLES)
def test_the_example_lists_every_key(table: str) -> None:
    everything = tomllib.loads(_uncommented())
    for part in filter(None, table.split(".")):
        everything = everything[part]
    values: dict[str, Any] = everything[0] if isinstance(everything, list) else everything
    told = set(values) | set(re.findall(r"or (\w+), best\s+(?:# )?as", EXAMPLE))
    assert set(TABLES[table].model_fields) - told == set()
    assert set(values) <= set(TABLES[table].model_fields)


def test_what_the_example_shows_as_a_comment_is_right() -> None:
    shown = tomllib.loads(_uncommented())
    client = OAuth2(**shown["mailbox"]["council"].pop("oauth2"))
    theirs = {"client_id", "client_secret_file", "cafile"}
    usual = OAuth2(provider="microsoft", client_id="x")
    assert client.model_dump(exclude=theirs) == usual.model_dump(exclude=theirs)
    assert OAuth2(**shown["delivery"]["oauth2"]).provider == usual.provider
    box = Mailbox(**shown["mailbox"]["council"])
    own = {"host", "user", "cafile", "password_file"}
    assert box.model_dump(exclude=own) == Mailbox(host="x").model_dump(exclude=own)


def _uncommented() -> str:
    return re.sub(r"^# (?=\[+[\w.]+\]+$|\w+ = )", "", EXAMPLE, flags=re.MULTILINE)


def test_readme_says_of_every_kind_of_question_what_undo_does() -> None:
    table = README.partition("| Kind of question | What `undo` does |")[2].partition("\n\n")[0]
    rows = [row.split("|") for row in table.splitlines()[2:]]
    told = {kind: row[2].strip() for row in rows for kind in re.findall(r"`(\w+)`", row[1])}
    assert told == {**WAYS, **{kind: f"nothing: {why}" for kind, why in NO_WAYS.items()}}
