"""The commands as a person uses them: what they print, and how they end."""

import json
import logging
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import structlog
from typer.testing import CliRunner

from mailer.cli import app
from mailer.errors import MailerError
from tests.servers.postgres import Postgres

MAILER = str(Path(sys.executable).parent / "mailer")
PEOPLE = """\
name,email,role,mentor_email
Ánä Ćurić,ana@mail.example,rep,bo@post.example
Bo Lind,bo@post.example,mentor,
Eva Council,eva@reps.example,council,
"""
MAIL = (
    "From: Ana <ana@mail.example>\nTo: council@localhost\nSubject: Mentoring\n"
    "Message-ID: <1@mail.example>\nDate: Mon, 04 Jan 2027 09:00:00 +0000\n"
    "Authentication-Results: mx.example; dmarc=pass header.from=mail.example\n\n"
    "I would like to become a mentor.\n"
)
LISTS = ("people", "orphans", "cases", "questions", "inbox", "outbox")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("MAILER_")]:
        monkeypatch.delenv(name)
    handlers, level = logging.root.handlers[:], logging.root.level
    signals = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield tmp_path
    # `run` sets up logs and signals for its whole process, which here is that of other tests.
    for number, handler in signals.items():
        signal.signal(number, handler)
    structlog.reset_defaults()
    logging.root.handlers[:], logging.root.level = handlers, level


def mailer(*words: str, code: int = 0) -> str:
    """Run a command in this process; return what it printed."""
    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, MailerError):
        assert result.exception.exit_code == code, result.exception
        return str(result.exception)
    assert result.exit_code == code, result.output
    return result.output


def process(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command, as a shell does."""
    return subprocess.run(
        [MAILER, *words],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def handled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an installation that has handled one mail; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("handled")
    (folder / "mailer.toml").write_text(
        '[programme.reps]\nauthserv_id = "mx.example"\ncourse = "Coaching"\n'
    )
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "one.eml").write_text(MAIL)
    for words in (["import", "people.csv", "--apply"], ["take", "one.eml"], ["run", "--once"]):
        subprocess.run([MAILER, *words], cwd=folder, check=True, timeout=60)
    return folder


@pytest.fixture
def running(folder: Path, handled: Path) -> Path:
    shutil.copytree(handled, folder, dirs_exist_ok=True)
    return folder


def test_init_writes_settings_that_check_accepts(folder: Path) -> None:
    mailer("init")
    assert (folder / "mailer.toml").stat().st_mode & 0o777 == 0o600
    assert "nobody can decide by mail" in mailer("check")
    assert "--force overwrites it" in mailer("init", code=2)
    mailer("init", "--force")


def test_init_prints_a_systemd_unit(folder: Path) -> None:
    assert "ExecStart=/opt/mailer/bin/mailer" in mailer("init", "--systemd")
    assert list(folder.iterdir()) == []


def test_check_changes_nothing(folder: Path) -> None:
    mailer("check")
    assert list(folder.iterdir()) == []


def test_check_tells_each_fault_with_what_to_do(folder: Path) -> None:
    (folder / "mailer.toml").write_text(
        '[mailbox.council]\nhost = "127.0.0.1"\nport = 1\nuser = "x"\n'
        '[delivery]\nkind = "smtp"\nhost = "127.0.0.1"\nport = 1\n'
    )
    told = json.loads(mailer("check", "--json", code=1))
    wrong = {line["what"]: line["fix"] for line in told["checks"] if not line["ok"]}
    assert set(wrong) == {
        "mailbox council: login",
        "delivery: connection",
        "programme mentoring: senders",
    }
    assert all(wrong.values())
    assert told["ok"] is False


def test_check_tells_how_much_waits(running: Path) -> None:
    told = json.loads(mailer("check", "--json"))
    assert told["running"] is False
    assert told["programmes"]["reps"]["letters"] == {"sent": 1}
    assert told["programmes"]["reps"]["received"] == 0


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_nothing_is_empty_json(name: str) -> None:
    result = process(name, "--json")
    assert json.loads(result.stdout) == []
    assert "is new; was another folder or --config meant?" in result.stderr


@pytest.mark.parametrize("name", LISTS)
def test_a_list_prints_a_table_and_the_same_as_json(running: Path, name: str) -> None:
    rows = json.loads(mailer(name, "--json"))
    printed = mailer(name)
    if rows:
        assert len(printed.splitlines()) == len(rows) + 1


def test_inbox_says_who_wrote_what_and_what_became_of_it(running: Path) -> None:
    line = mailer("inbox").splitlines()[1]
    for word in ("Ánä Ćurić", "Mentoring", "mentor_application", "applied", "authenticated"):
        assert word in line


def test_a_narrow_terminal_gets_lines_instead_of_a_table(
    running: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mailer.commands.common.console.width", 40)
    printed = mailer("inbox")
    assert "  subject: Mentoring\n" in printed


def test_show_tells_what_was_understood_and_caused(running: Path) -> None:
    told = mailer("show", "1")
    for words in (
        "understood: mentor_application",
        "application: mentor_application none -> interested",
        "subject: Your interest in becoming a mentor",
        "dmarc=pass",
    ):
        assert words in told


def test_show_finds_letters_cases_and_people(running: Path) -> None:
    letter = json.loads(mailer("outbox", "--json"))[0]["id"]
    case = next(c for c in json.loads(mailer("cases", "--json")) if c["procedure"] != "digest")
    assert "mail: 1" in mailer("show", letter[:8])
    assert "means: interest is noted" in mailer("show", case["id"][:8])
    assert "name: Ánä Ćurić" in mailer("show", "Ana@mail.example")


def test_show_raw_prints_the_bytes(running: Path) -> None:
    assert process("show", "1", "--raw").stdout == MAIL
    letter = json.loads(mailer("outbox", "--json"))[0]["id"]
    assert process("show", letter[:6], "--raw").stdout.startswith("From: Council ")


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("99", "no mail 99"),
        ("q99", "no question 99"),
        ("zzzzzz", "beginning with 'zzzzzz'"),
        ("a@b.c", "nobody on the roster"),
    ],
)
def test_show_says_what_is_not_there(running: Path, what: str, told: str) -> None:
    assert told in mailer("show", what, code=1)


def test_replay_does_nothing_twice(running: Path) -> None:
    mailer("replay", "1")
    mailer("run", "--once")
    assert len(json.loads(mailer("outbox", "--json"))) == 1
    assert json.loads(mailer("inbox", "--json"))[0]["outcome"] == "applied"
    assert "no parked or handled mail 7" in mailer("replay", "7", code=1)


def test_resend_takes_only_what_did_not_arrive(running: Path) -> None:
    letter = json.loads(mailer("outbox", "--json"))[0]["id"]
    assert f"letter {letter} is sent; expected failed" in mailer("resend", letter, code=1)
    with closing(sqlite3.connect("mailer-data/mailer.db")) as connection, connection:
        connection.execute("UPDATE letter SET state = 'failed'")
    mailer("resend", letter[:8])
    assert json.loads(mailer("outbox", "--json", "--state", "queued"))[0]["id"] == letter


def test_import_shows_first_and_tells_faults_by_row(folder: Path) -> None:
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    assert "nothing was written" in mailer("import", "people.csv")
    assert json.loads(mailer("people", "--json")) == []
    (folder / "bad.csv").write_text("name,email,role\nAna,ana,boss\n,b@x.example,\n")
    told = mailer("import", "bad.csv", code=2).splitlines()
    assert len(told) == 3
    assert (
        told[1] == "bad.csv: row 2: role is 'boss'; expected one of: council, mentor, member, rep"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["run", "--now", "2027-01-05T09:00+00:00"], "expected --once"),
        (["run", "--json"], "expected --once"),
        (["digest"], "expected --now"),
        (["people", "--programme", "guild"], "--programme is 'guild'; expected one of: mentoring"),
        (["run", "--once", "--now", "monday"], "expected a time as"),
        (["run", "--once", "--now", "2027-01-05T09:00"], "with its zone"),
        (["inbox", "--state", "lost"], "'received', 'done', 'parked'"),
        (["--config", "nowhere.toml", "people"], "does not exist"),
        (["backup", "nowhere/file"], "expected a file in a folder"),
        (["nonsense"], "No such command"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_arguments_are_told_and_end_with_2(words: list[str], told: str) -> None:
    result = process(*words)
    assert result.returncode == 2
    assert told in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr


def test_wrong_settings_are_told_line_by_line_and_end_with_2(folder: Path) -> None:
    (folder / "mailer.toml").write_text('log = "loud"\ndta = 1\n')
    result = process("people")
    assert result.returncode == 2
    lines = result.stderr.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("mailer: mailer.toml: ") for line in lines)


@pytest.mark.parametrize(
    ("database", "code", "told"),
    [
        ("mysql://u:geheim@h/x", 2, "of the kind 'mysql'"),
        ("nonsense", 2, "expected sqlite:///FILE"),
        ("postgresql://u:geheim@127.0.0.1:1/x", 75, "cannot be opened"),
        ("sqlite:///no.db", 1, "file is not a database"),
    ],
    ids=["other kind", "no URL", "down", "no database"],
)
def test_a_database_that_cannot_be_used_is_one_line(
    folder: Path, database: str, code: int, told: str
) -> None:
    (folder / "no.db").write_text("this is no database, but a text that is long enough")
    result = process("people", MAILER_DATABASE=database)
    assert result.returncode == code, result.stderr
    assert told in result.stderr
    assert "geheim" not in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_servers_that_are_down_end_with_75(folder: Path) -> None:
    (folder / "mailer.toml").write_text('[mailbox.council]\nhost = "127.0.0.1"\nport = 1\n')
    result = process("run", "--once", "--json")
    assert result.returncode == 75
    assert "cannot reach 127.0.0.1:1" in json.loads(result.stdout)["problems"][0]


def test_a_place_that_cannot_be_written_is_one_line(folder: Path) -> None:
    (folder / "file").touch()
    result = process("run", "--once", MAILER_DATA=str(folder / "file" / "data"))
    assert result.returncode == 1
    assert result.stderr == f"mailer: {folder}/file/data: Not a directory\n"


def test_a_rehearsal_is_refused_where_letters_go_out(folder: Path) -> None:
    (folder / "mailer.toml").write_text('[delivery]\nkind = "smtp"\nhost = "h"\n')
    told = mailer("run", "--once", "--now", "2027-01-05T09:00+00:00", code=2)
    assert "expected 'maildir'" in told


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_names_outlive_a_terminal_that_lacks_their_letters(running: Path, encoding: str) -> None:
    result = process("people", PYTHONIOENCODING=encoding)
    assert result.returncode == 0, result.stderr
    assert "uri" in result.stdout
    rows = json.loads(process("people", "--json", PYTHONIOENCODING=encoding).stdout)
    assert "Ánä Ćurić" in {row["name"] for row in rows}


def test_a_closed_pipe_is_no_fault(running: Path) -> None:
    first = subprocess.run(
        f"{MAILER} export | head -1", shell=True, capture_output=True, text=True, check=False
    )
    assert (first.stdout, first.stderr) == ("{\n", "")


def test_read_needs_no_database(running: Path) -> None:
    told = process("read", "--roster", "people.csv", "--authserv-id", "mx.example", "--json",
                   "one.eml", MAILER_DATABASE="nonsense")  # fmt: skip
    assert json.loads(told.stdout)["intents"] == ["mentor_application"]


def test_export_leaves_out_the_bytes(running: Path) -> None:
    mailer("export", "all.json")
    found = json.loads(Path("all.json").read_text(encoding="utf-8"))
    assert len(found["person"]) == 3
    assert "data" not in found["inbox"][0]
    assert not {"data", "token_hash"} & set(found["letter"][0])


def test_help_loads_nothing_slow() -> None:
    code = "import sys, mailer.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    slow = {"sqlalchemy", "pydantic", "structlog", "jinja2", "imapclient", "aiosmtpd", "dateparser"}
    assert not slow & set(loaded)


# Backup and restore


def _everything() -> Any:
    return json.loads(mailer("export"))


def test_a_restored_backup_holds_everything_and_the_key(running: Path) -> None:
    before, key = _everything(), Path("mailer-data/key").read_bytes()
    mailer("backup", "b")
    assert Path("b").stat().st_mode & 0o077 == 0
    for path in Path("mailer-data").glob("*"):
        if path.is_file():
            path.unlink()
    mailer("restore", "b")
    assert _everything() == before
    assert Path("mailer-data/key").read_bytes() == key


def test_restore_replaces_only_when_told_and_never_under_a_running_service(running: Path) -> None:
    mailer("backup", "b")
    assert "--force replaces it" in mailer("restore", "b", code=2)
    mailer("restore", "b", "--force")
    with closing(sqlite3.connect("mailer-data/mailer.db")) as connection, connection:
        connection.execute(
            "INSERT INTO lease VALUES ('worker:k:work:x', 'x', "
            "strftime('%Y-%m-%d %H:%M:%f', 'now', '+30 seconds'))"
        )
    assert "stop it first" in mailer("restore", "b", "--force", code=1)


@pytest.mark.parametrize("spoil", ["text", "cut", "other database"])
def test_what_is_no_backup_changes_nothing(running: Path, spoil: str) -> None:
    mailer("backup", "b")
    data = Path("b").read_bytes()
    Path("b").unlink()
    if spoil == "other database":
        with closing(sqlite3.connect("b")) as connection, connection:
            connection.execute("CREATE TABLE t (x)")
    else:
        Path("b").write_bytes(b"some text" * 99 if spoil == "text" else data[: len(data) // 2])
    before = _everything()
    assert "no backup, or a damaged one" in mailer("restore", "b", "--force", code=1)
    assert _everything() == before


@pytest.fixture
def writer(running: Path) -> Iterator[list[int]]:
    """Write into the database all the while; the list grows by each committed number."""
    stop, written = threading.Event(), [0]

    def write() -> None:
        with closing(sqlite3.connect("mailer-data/mailer.db", timeout=20)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            while not stop.is_set():
                number = written[-1] + 1
                with connection:
                    for name in ("a", "b"):
                        connection.execute(
                            "INSERT OR REPLACE INTO counter VALUES ('reps', ?, ?)", (name, number)
                        )
                written.append(number)

    thread = threading.Thread(target=write)
    thread.start()
    yield written
    stop.set()
    thread.join()


def test_a_backup_under_a_running_writer_is_whole(writer: list[int]) -> None:
    for name in ("b1", "b2"):
        while len(writer) < 3:
            time.sleep(0.01)
        before = writer[-1]
        mailer("backup", name)
        with closing(sqlite3.connect(name)) as connection:
            rows = dict(connection.execute("SELECT name, value FROM counter WHERE name < 'c'"))
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert rows["a"] == rows["b"] >= before
    assert writer[-1] > before


def test_commands_work_on_postgres_and_backup_names_its_tools(postgres: Postgres) -> None:
    url = postgres.new_database()
    assert process("people", "--json", MAILER_DATABASE=url).stdout == "[]\n"
    assert process("check", MAILER_DATABASE=url).returncode == 0
    told = process("backup", "b", MAILER_DATABASE=url)
    assert told.returncode == 2
    assert "pg_dump" in told.stderr


def test_a_command_that_reads_no_mail_loads_no_reader() -> None:
    code = (
        "import sys, mailer.installation\n"
        "from mailer.commands import lists, show\n"
        "assert not {'numpy', 'mailer.pipeline', 'mailer.understand.hear'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_version_is_told() -> None:
    assert mailer("--version").startswith("mailer 0.")
