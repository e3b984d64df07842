"""The house put together: it serves without settings, ends when told, and guards its beats."""

import logging
import os
import re
import signal
import smtplib
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import structlog

from mailer import logs
from mailer.app import App
from mailer.errors import SettingsError
from mailer.heartbeat import beat
from mailer.settings import Delivery, Settings
from tests.story import ANA, BO, EVA, STRANGER, Story

MAILER = str(Path(sys.executable).parent / "mailer")
PATIENCE = 30


def wait_for(what: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def serving(folder: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Run `mailer run` in a folder without any settings but a free port."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MAILER_")}
    process = subprocess.Popen(
        [MAILER, "run"],
        cwd=folder,
        env=environment | {"MAILER_INTAKE__PORT": str(port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_for(lambda: process.poll() is not None or _answers(port))
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def test_without_settings_it_takes_a_mail_answers_it_and_ends_on_sigterm(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("name,email\nAna Pop,ana@mail.example\n")
    imported = [MAILER, "import", "people.csv", "--apply"]
    subprocess.run(imported, cwd=tmp_path, check=True, capture_output=True, timeout=60)
    port = free_port()
    with serving(tmp_path, port) as process:
        with smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
            client.sendmail(
                "ana@mail.example",
                ["council@localhost"],
                "From: ana@mail.example\r\nTo: council@localhost\r\nSubject: help\r\n"
                "Message-ID: <1@mail.example>\r\nDate: Mon, 04 Jan 2027 09:00:00 +0000\r\n\r\n"
                "help\r\n",
            )
        letters = tmp_path / "mailer-data" / "letters" / "new"
        wait_for(lambda: list(letters.glob("*")))
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "running; Ctrl-C ends it" in out
    assert "Traceback" not in err
    [letter] = letters.glob("*")
    assert b"To: Ana Pop <ana@mail.example>" in letter.read_bytes()
    assert (tmp_path / "mailer-data").stat().st_mode & 0o077 == 0


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with serving(tmp_path, port) as process:
            _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1, err
    assert err.startswith(f"mailer: intake: cannot listen at 127.0.0.1:{port}: ")
    assert len(err.splitlines()) == 1


def test_a_beat_that_raises_does_not_stop_the_others() -> None:
    stop, beats = threading.Event(), []

    def broken() -> None:
        beats.append("broken")
        raise RuntimeError("a fault")

    def good() -> None:
        beats.append("good")
        if beats.count("good") == 2:
            stop.set()

    with structlog.testing.capture_logs() as told:
        beat([(1, broken), (1, good)], stop)
    assert beats.count("good") == 2
    assert beats.count("broken") == 2
    assert [line["event"] for line in told] == ["beat_failed", "beat_failed"]


def test_news_is_looked_at_without_waiting_for_the_beat() -> None:
    stop, news, seen = threading.Event(), threading.Event(), []

    def look() -> None:
        seen.append(time.monotonic())
        if len(seen) == 3:
            stop.set()
        news.set()

    began = time.monotonic()
    news.set()
    beat([(60, stop.set)], stop, news, [look])
    assert len(seen) == 3
    assert seen[-1] - began < 10


def test_a_key_that_was_cut_is_refused(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data")
    App(settings).close()
    (tmp_path / "data" / "key").write_bytes(b"short")
    with pytest.raises(SettingsError, match="holds 5 bytes; expected 32"):
        App(settings)


def test_the_same_key_serves_after_a_restart(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data", delivery=Delivery(folder=tmp_path / "out"))
    App(settings).close()
    first = (tmp_path / "data" / "key").read_bytes()
    App(settings).close()
    assert (tmp_path / "data" / "key").read_bytes() == first
    assert (tmp_path / "data" / "key").stat().st_mode & 0o777 == 0o600


# Logs


@pytest.fixture
def logged(capfd: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """Log as the service does, and return what was logged."""
    before = logging.root.handlers[:], logging.root.level
    logs.set_up("json")
    yield lambda: capfd.readouterr().err
    structlog.reset_defaults()
    logging.root.handlers[:], logging.root.level = before


def test_a_story_leaves_no_words_and_no_address_in_the_log(
    tmp_path: Path, logged: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "xylophone"
    story = Story(tmp_path)
    story.write(ANA, f"I would like to become a mentor. {secret}", subject=secret)
    story.write(STRANGER, f"I resign as a mentor. {secret}", subject=secret)
    story.write(BO, f"I resign as a mentor on 31 March 2027. {secret}", subject=secret)
    story.reply(story.digest_for(EVA), f"approve 1\n{secret}")
    broken = story.app.lines["reps"]

    def fail(*_args: object) -> None:
        raise ValueError(f"cannot read what {ANA} wrote to council@reps.example")

    monkeypatch.setattr(type(broken), "_understood", fail)
    story.write(ANA, f"status {secret}")
    told = logged()
    assert "mail_failed" in told
    assert secret not in told
    assert re.findall(r"\w{2,}@[\w.]+", told) == []
    assert "a...@mail.example" in told


def test_what_libraries_log_keeps_no_address_and_no_traceback(logged: Callable[[], str]) -> None:
    try:
        int("the words of a mail")
    except ValueError:
        logging.getLogger("somebody").exception("no answer from ana@mail.example")
    told = logged()
    assert "no answer from a...@mail.example" in told
    assert "ValueError" in told
    assert "words of a mail" not in told
