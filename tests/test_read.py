"""`mailer read`: what would be understood, with its evidence, without a database."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mailer.cli import app

ROSTER = "name,email,role\nBo Lind,bo@post.example,mentor\nAna Pop,ana@mail.example,rep\n"
HEAD = (
    "From: Bo Lind <bo@post.example>\nTo: council@reps.example\nSubject: My plans\n"
    "Date: Mon, 4 Jan 2027 10:00:00 +0100\n"
    "Authentication-Results: mx.reps.example; dmarc=pass header.from=post.example\n"
    "Message-ID: <1@post.example>\n"
)
ACT = "I resign as a mentor. My last day is 31 January 2027. I recommend Ana Pop as my successor."
ASK = "I have to stop as a mentor for some time, my last day is 31 January 2027."
COUNCIL = f"{ACT} You are liars, and I am furious."


def run(folder: Path, text: str, *options: str, head: str = "") -> str:
    (folder / "people.csv").write_text(ROSTER)
    (folder / "1.eml").write_text(f"{HEAD}{head}\n{text}\n")
    arguments = ["--roster", str(folder / "people.csv"), "--authserv-id", "mx.reps.example"]
    found = CliRunner().invoke(
        app, ["read", *arguments, "--council", "council@reps.example", *options,
              str(folder / "1.eml")]
    )  # fmt: skip
    assert found.exit_code == 0, found.output
    return found.output


@pytest.mark.parametrize(
    ("text", "head", "automation", "outcome"),
    [
        (ACT, "", "auto", "act"),
        (ASK, "", "review", "ask"),
        (COUNCIL, "", "review", "council"),
        (ACT, "Auto-Submitted: auto-replied\n", "ignore", "ignore"),
    ],
    ids=["act", "ask", "council", "ignore"],
)
def test_json_keeps_three_values_and_tells_an_ask_apart(
    tmp_path: Path, text: str, head: str, automation: str, outcome: str
) -> None:
    found = json.loads(run(tmp_path, text, "--json", head=head))
    assert (found["automation"], found["outcome"]) == (automation, outcome)


def test_verbose_shows_the_evidence(tmp_path: Path) -> None:
    told = run(tmp_path, ASK, "-v")
    assert told.startswith("1.eml: would ask its writer\n")
    assert "authenticated by our mail server" in told
    assert "reading 1: resignation, sure to " in told
    assert "sentence:   “I have to stop as a mentor for some time" in told
    assert "2027-01-31   from “31 January 2027”" in told
    assert "It sounds like a pause rather than an end" in told
    assert "2. leave of absence\n    3. something else" in told


@pytest.mark.parametrize(
    ("text", "head", "what"),
    [
        (ACT, "", "would act by itself"),
        (COUNCIL, "", "would leave it to the council"),
        (ACT, "Auto-Submitted: auto-replied\n", "would ignore it"),
        ("I am thinking of resigning as a mentor.", "", "perhaps 1: resignation"),
    ],
)
def test_verbose_says_what_would_happen(tmp_path: Path, text: str, head: str, what: str) -> None:
    assert what in run(tmp_path, text, "--verbose", head=head)


def test_json_is_the_same_with_and_without_verbose(tmp_path: Path) -> None:
    assert run(tmp_path, ASK, "--json", "-v") == run(tmp_path, ASK, "--json")
