"""No secret leaves the service: not by a command's output, a log, a traceback or an export.

Every command runs with marked passwords, in a world where every server refuses and repeats what it
was sent, as some do.
"""

import base64
import os
import re
import socketserver
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

import pytest

from mailer.cli import app
from mailer.errors import without
from storage.engine import open_engine, reading

MAILER = str(Path(sys.executable).parent / "mailer")
MARK = "tell-nobody"
PEOPLE = "name,email,role\nAna Pop,ana@mail.example,rep\nEva Council,eva@reps.example,council\n"
MAIL = (
    "From: Ana <ana@mail.example>\nTo: council@localhost\nSubject: Mentoring\n"
    "Authentication-Results: mx.example; dmarc=pass header.from=mail.example\n\n"
    "I would like to become a mentor.\n"
)
COMMANDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "init": (("init", "--force"), ("init", "--systemd")),
    "check": (("check",), ("check", "--json")),
    "import": (("import", "people.csv", "--apply"), ("import", "nothing.csv")),
    "take": (("take", "one.eml"),),
    "run": (("run", "--once"),),
    "digest": (("digest", "--now"),),
    "council": (("council",), ("council", "add", "Nobody", "--from", "2027-01-01")),
    "feedback": (("feedback", "start", "--dry-run"),),
    "people": (("people", "--json"),),
    "orphans": (("orphans",),),
    "cases": (("cases", "--json"),),
    "questions": (("questions", "--json"),),
    "report": (("report",),),
    "inbox": (("inbox", "--json"),),
    "outbox": (("outbox", "--json"),),
    "show": (("show", "1", "--json"), ("show", "nothing")),
    "replay": (("replay", "1"), ("replay", "999")),
    "resend": (("resend", "nothing"),),
    "read": (("read", "one.eml", "--json"),),
    "privacy": (("privacy", "export", "Ana Pop"),),
    "export": (("export",),),
    "backup": (("backup", "nowhere/x"),),
    "restore": (("restore", "one.eml"),),
    "recover": (("recover",), ("recover", "--apply", "--json")),
    "auth": (("auth", "--status"), ("auth", "council")),
    "audit": (("audit", "verify"), ("audit", "head", "--json")),
    "breaker": (("breaker", "--json"),),
    "pause": (("pause", "--reason", "a look"),),
    "resume": (("resume",),),
    "simulate": (("simulate", "--months", "1"),),
    "demo": (),  # It has settings of its own, without a password.
}


class _Parrot(socketserver.StreamRequestHandler):
    """A server of both kinds that refuses every login with the words of the login."""

    def handle(self) -> None:
        smtp = self.server.smtp  # type: ignore[attr-defined]
        self.wfile.write(b"220 parrot ESMTP\r\n" if smtp else b"* OK parrot IMAP4rev1\r\n")
        for line in self.rfile:
            words = line.rstrip()
            if smtp:
                hello = words.upper().startswith(b"EHLO")
                answer = b"250-parrot\r\n250 AUTH PLAIN" if hello else b"535 5.7.8 " + words
            else:
                tag, _, rest = words.partition(b" ")
                known = rest.upper().startswith(b"CAPABILITY")
                shown = b"* CAPABILITY IMAP4rev1\r\n" + tag + b" OK done" if known else b""
                answer = shown or tag + b" NO [AUTHENTICATIONFAILED] you sent " + rest
            self.wfile.write(answer + b"\r\n")


@contextmanager
def parrot(*, smtp: bool) -> Iterator[int]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Parrot) as server:
        server.daemon_threads = True
        server.smtp = smtp  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield int(server.server_address[1])
        server.shutdown()


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Run all commands in one folder; return it and what each printed."""
    folder = tmp_path_factory.mktemp("secrets")
    (folder / "people.csv").write_text(PEOPLE)
    (folder / "one.eml").write_text(MAIL)
    (folder / "password").write_text(f"{MARK}-file\n")
    with parrot(smtp=False) as imap, parrot(smtp=True) as smtp:
        settings = f"""
            [programme.reps]
            authserv_id = "mx.example"
            [mailbox.council]
            host = "127.0.0.1"
            port = {imap}
            security = "none"
            user = "council"
            password = "{MARK}-imap"
            [delivery]
            kind = "smtp"
            host = "127.0.0.1"
            port = {smtp}
            security = "none"
            user = "council"
            password_file = "password"
        """
        (folder / "mailer.toml").write_text(settings)
        script = "import sys, mailer.cli as c\n" + ONE_PROCESS
        lines = [line for runs in COMMANDS.values() for line in runs if line[0] != "init"]
        done = subprocess.run(
            [sys.executable, "-c", script, *map("\x1f".join, lines)],
            cwd=folder, capture_output=True, text=True, timeout=100, check=False,
            env={**os.environ, "COLUMNS": "300"},
        )  # fmt: skip
    parts = done.stdout.split("\x1e")
    assert len(parts) == len(lines) + 1, done.stderr[-3000:]
    return (
        folder,
        {
            **{" ".join(line): part for line, part in zip(lines, parts, strict=False)},
            "stderr": done.stderr,
        },
    )


ONE_PROCESS = """
import traceback
for words in sys.argv[1:]:
    sys.argv = ["mailer", *words.split("\\x1f")]
    try:
        c.main()
    except SystemExit:
        pass
    except BaseException:
        traceback.print_exc()
    sys.stderr.flush()
    print("\\x1e", end="", flush=True)
"""


def coded(mark: str) -> list[str]:
    """Return the middle of a mark's base64 at each place in a group."""
    data = mark.encode()
    return [
        base64.b64encode(b"x" * shift + data).decode()[
            4 * bool(shift) : (shift + len(data)) // 3 * 4
        ]
        for shift in range(3)
    ]


def test_every_command_is_run_here() -> None:
    assert set(COMMANDS) == {command.name for command in app.registered_commands}


def test_no_command_prints_a_password(printed: tuple[Path, dict[str, str]]) -> None:
    _folder, shown = printed
    assert "refuses the login" in shown["stderr"] + "".join(shown.values())  # Errors did happen.
    for command, text in shown.items():
        assert MARK not in text, command
        assert not [one for one in coded(MARK) if one in text], command


def test_no_command_prints_the_key(printed: tuple[Path, dict[str, str]]) -> None:
    folder, shown = printed
    key = (folder / "mailer-data" / "key").read_bytes()
    for text in shown.values():
        assert key.hex() not in text
        assert base64.b64encode(key).decode() not in text
        assert repr(key)[2:-1] not in text


def test_no_password_is_in_the_database(printed: tuple[Path, dict[str, str]]) -> None:
    folder, _shown = printed
    for file in (folder / "mailer-data").rglob("*"):
        if file.is_file():
            assert MARK.encode() not in file.read_bytes(), file
            assert not [one for one in coded(MARK) if one.encode() in file.read_bytes()], file


def test_an_export_holds_no_token(printed: tuple[Path, dict[str, str]]) -> None:
    folder, shown = printed
    engine = open_engine(f"sqlite:///{folder / 'mailer-data' / 'mailer.db'}")
    with reading(engine) as connection:
        rows = connection.exec_driver_sql("SELECT token_hash, data FROM letter").all()
    engine.dispose()
    assert rows
    for hashed, data in rows:
        reply_to = data.decode().partition("Reply-To: ")[2].partition("\r\n")[0]
        token = reply_to.partition("+")[2].partition("@")[0]
        for command in ("export", "outbox --json", "show 1 --json", "inbox --json"):
            assert hashed is None or hashed not in shown[command]
            assert not token or token not in shown[command]


def test_what_the_service_writes_is_for_its_user_alone(
    printed: tuple[Path, dict[str, str]],
) -> None:
    folder, _shown = printed
    data = folder / "mailer-data"
    modes = {p: stat.S_IMODE(p.stat().st_mode) for p in (data, *data.rglob("*"))}
    assert {path.name for path in modes} >= {"mailer-data", "mailer.db", "key"}
    assert {path for path, mode in modes.items() if mode & 0o077} == set()


def test_the_files_that_commands_write_are_for_their_user_alone(tmp_path: Path) -> None:
    """Whatever the rights are that the shell would give."""
    script = f"import os, sys, mailer.cli as c\nos.umask(0)\n{ONE_PROCESS}"
    (tmp_path / "one.eml").write_text(MAIL)
    (tmp_path / "people.csv").write_text(PEOPLE)
    lines = (
        "import\x1fpeople.csv\x1f--apply",
        "take\x1fone.eml",
        "run\x1f--once",
        "init",
        "export\x1fall.json",
        "backup\x1fall.mailer",
    )
    subprocess.run([sys.executable, "-c", script, *lines], cwd=tmp_path, timeout=60, check=False)
    made = [path for path in tmp_path.rglob("*") if path.suffix not in {".eml", ".csv"}]
    names = {path.name for path in made}
    assert names >= {"key", "mailer.db", "mailer.toml", "all.json", "all.mailer", "new"}
    assert any(path.suffix == ".mailer" for path in (tmp_path / "mailer-data").rglob("new/*"))
    assert [path for path in made if path.stat().st_mode & 0o077] == []


def test_the_systemd_unit_gives_few_rights() -> None:
    unit = (files("mailer") / "mailer.service").read_text()
    settings = dict(line.split("=", 1) for line in unit.splitlines() if re.match(r"\w+=", line))
    assert settings["User"] != "root"
    assert settings["UMask"] == "0077"
    assert settings["StateDirectoryMode"] == "0700"
    assert settings["CapabilityBoundingSet"] == ""
    assert settings["ProtectSystem"] == "strict"
    assert settings["LimitCORE"] == "0"
    assert {"NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices", "PrivateUsers",
            "RestrictNamespaces", "RestrictSUIDSGID", "LockPersonality"} <= {
        name for name, value in settings.items() if value == "yes"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("535 no: LOGIN council geheim-77", "535 no: LOGIN council (hidden)"),
        ("535 bad AUTH PLAIN AGNvdW5jaWwAZ2VoZWltLTc3", "(hidden: it repeats what was sent)"),
        ("535 5.7.8 wrong password", "535 5.7.8 wrong password"),
    ],
)
def test_a_servers_words_are_shown_without_the_password(words: str, shown: str) -> None:
    assert without(words, "geheim-77") == shown
