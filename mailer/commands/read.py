"""`mailer read`: what would be understood of a mail, without a database and without effect."""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mailer.commands.common import cell, is_unicode
from mailer.errors import SettingsError

if TYPE_CHECKING:
    from mailer.rules.roster import Roster


def read(
    files: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help="Mails.")],
    roster: Annotated[
        Path | None, typer.Option(exists=True, help="People, as for `mailer import`.")
    ] = None,
    council: Annotated[str, typer.Option(help="The council's address.")] = "council@localhost",
    authserv_id: Annotated[str, typer.Option(help="Whose Authentication-Results count.")] = "",
    verbose: Annotated[
        bool,
        typer.Option("--verbose", "-v", help="Each reading with its evidence; not for --json."),
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line, as in a labelled corpus.")
    ] = False,
) -> None:
    """Read mails and print what would be understood. It changes nothing.

    It needs no database and no settings. Without --authserv-id no sender is authenticated.
    "automation" is auto, review or ignore, as in a labelled corpus; "outcome" says more: act, ask
    (the writer gets a letter with numbered readings), council, ignore. With -v each reading is
    shown with how sure it is, its sentence, and the words of its facts.
    Example: `mailer read -v --roster people.csv mail.eml`
    """
    from mailer.commands.explain import explained
    from mailer.parse.message import parse
    from mailer.rules.procedures import UNASKED
    from mailer.trust.judge import TrustPolicy, judge
    from mailer.understand.hear import hear
    from mailer.understand.label import label
    from mailer.understand.model import ReadPolicy, Thread

    people = _roster(roster)
    trust = TrustPolicy(address=council.lower(), authserv_id=authserv_id)
    policy = ReadPolicy(procedures=UNASKED)
    for file in files:
        message = parse(file.read_bytes())
        verdict = judge(message, people, None, trust)
        at = message.sent or datetime.fromtimestamp(file.stat().st_mtime, UTC)
        reading = hear(message, Thread(), people, verdict, policy, at)
        found = label(file.name, message, verdict, reading, people)
        if as_json:
            text = json.dumps(found, ensure_ascii=not is_unicode())
        elif verbose:
            text = explained(file.name, message, verdict, reading)
        else:
            text = _words(found)
        sys.stdout.write(text + "\n")


def _roster(file: Path | None) -> "Roster":
    from mailer.record.people_csv import plan
    from mailer.rules.records import Mentor, Mentorship, Person
    from mailer.rules.roster import Roster

    if file is None:
        return Roster()
    try:
        found = plan(file.read_text(encoding="utf-8"), Roster(), "read")
    except UnicodeDecodeError as error:
        raise SettingsError([f"{file}: is not UTF-8: {error}"]) from error
    if found.faults:
        raise SettingsError([f"{file}: {fault}" for fault in found.faults])
    return Roster(
        [record for record in found.records if isinstance(record, Person)],
        [record for record in found.records if isinstance(record, Mentor)],
        [record for record in found.records if isinstance(record, Mentorship)],
    )


def _words(found: dict[str, Any]) -> str:
    lines = [f"{found['file']}: {found['automation']} ({found['outcome']})"]
    for key, value in found.items():
        if key not in {"file", "automation", "outcome"} and value not in (None, "", [], {}):
            lines.append(f"  {key.replace('_', ' ')}: {cell(value)}")
    return "\n".join(lines)
