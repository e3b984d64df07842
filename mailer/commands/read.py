"""`mailer read`: what would be understood of a mail, without a database and without effect."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from mailer.errors import SettingsError
from mailer.parse.message import parse
from mailer.record.people_csv import Plan, plan
from mailer.rules.procedures import UNASKED
from mailer.rules.records import Mentor, Mentorship, Person
from mailer.rules.roster import Roster
from mailer.trust.judge import TrustPolicy, judge
from mailer.understand.hear import hear
from mailer.understand.label import label
from mailer.understand.model import ReadPolicy, Thread


def read(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help="Mails.")],
    roster: Annotated[
        Path | None, typer.Option(exists=True, help="People, as for `mailer import`.")
    ] = None,
    council: Annotated[str, typer.Option(help="The council's address.")] = "council@localhost",
    authserv_id: Annotated[str, typer.Option(help="Whose Authentication-Results count.")] = "",
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line, as in a labelled corpus.")
    ] = False,
) -> None:
    """Read mails and print what would be understood. It changes nothing.

    It needs no database and no settings. Without --authserv-id no sender is authenticated.
    """
    people = _roster(roster)
    trust = TrustPolicy(address=council.lower(), authserv_id=authserv_id)
    policy = ReadPolicy(procedures=UNASKED)
    for file in files:
        message = parse(file.read_bytes())
        verdict = judge(message, people, None, trust)
        at = message.sent or datetime.fromtimestamp(file.stat().st_mtime, UTC)
        reading = hear(message, Thread(), people, verdict, policy, at)
        found = label(file.name, message, verdict, reading, people)
        text = json.dumps(found, ensure_ascii=False) if as_json else _words(found)
        sys.stdout.write(text + "\n")


def _roster(file: Path | None) -> Roster:
    if file is None:
        return Roster()
    found: Plan = plan(file.read_text(encoding="utf-8"), Roster(), "read")
    if found.faults:
        raise SettingsError([f"{file}: {fault}" for fault in found.faults])
    return Roster(
        [record for record in found.records if isinstance(record, Person)],
        [record for record in found.records if isinstance(record, Mentor)],
        [record for record in found.records if isinstance(record, Mentorship)],
    )


def _words(found: dict[str, object]) -> str:
    lines = [f"{found['file']}: {found['automation']}"]
    lines += [
        f"  {key}: {value}" for key, value in found.items() if key not in {"file", "automation"}
    ]
    return "\n".join(lines)
