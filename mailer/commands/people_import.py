"""`mailer import`: a spreadsheet of people, shown first and written with --apply."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mailer.commands.common import Json, ProgrammeName, print_json, programme, say, settings
from mailer.errors import SettingsError

if TYPE_CHECKING:
    from mailer.record.people_csv import Plan

SHOWN = 40
"""Changes that are shown one by one."""


def import_people(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A CSV file, UTF-8.")],
    apply: Annotated[
        bool, typer.Option("--apply", help="Write it; else it is only shown.")
    ] = False,
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """Import people from a spreadsheet: first shown, then written with --apply.

    Columns: name and email; and, where known, role (council, mentor, member), portal_username,
    country, mentor_email, mentored_since, skills, languages (separated by semicolons), language,
    member_since, council_from, council_until, places. People are known by their address, so a
    corrected spreadsheet can be imported again.

    Example: `mailer import people.csv`, and when it looks right: `mailer import people.csv --apply`
    """
    from mailer.app import App
    from mailer.record.people_csv import plan

    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SettingsError([f"{file}: is not UTF-8: {error}"]) from error
    chosen = settings(context)
    where = programme(chosen, name)
    app = App(chosen)
    try:
        desk = app.lines[where].desk
        own = app.lines[where].book.policy.words.get("member", "")
        # "rep" was the word for a plain member before words were settings, and stays one.
        members = tuple(dict.fromkeys((*((own.lower(),) if own else ()), "rep")))
        desk.look_up([], app.clock())
        policy = app.lines[where].book.policy
        today = policy.day(app.clock())
        found = plan(text, desk.roster, where, members, today, policy.language)
        if found.faults:
            raise SettingsError([f"{file}: {fault}" for fault in found.faults])
        if apply:
            app.lines[where].enrol(found.records, app.clock())
        names = {person.id: person.name for person in desk.roster}
        _show(found, names, applied=apply, as_json=as_json)
    finally:
        app.close()


def _show(found: "Plan", names: dict[str, str], *, applied: bool, as_json: bool) -> None:
    from mailer.rules.records import Person

    names |= {record.id: record.name for record in found.records if isinstance(record, Person)}
    changes = [_words(record, names) for record in found.records]
    if as_json:
        counts = {"new": found.new, "changed": found.changed, "unchanged": found.unchanged}
        print_json({**counts, "written": applied, "changes": changes})
        return
    for line in changes[:SHOWN]:
        say(line)
    if len(changes) > SHOWN:
        say(f"... and {len(changes) - SHOWN} more")
    say(f"{found.new} new, {found.changed} changed, {found.unchanged} unchanged records")
    say("written" if applied else "nothing was written; --apply writes it")


def _words(record: Any, names: dict[str, str]) -> str:
    from mailer.rules.records import Mentor, Person

    if isinstance(record, Person):
        council = ", council" if record.terms else ""
        return f"person {record.name} <{record.address}>{council}"
    if isinstance(record, Mentor):
        return f"mentor {names.get(record.person, record.person)}, {record.state.value}"
    mentee, mentor = (names.get(one, one) for one in (record.mentee, record.mentor))
    if record.until is not None:
        return f"mentorship of {mentee} with {mentor} ends on {record.until}: {record.reason}"
    return f"mentorship of {mentee} with {mentor}"
