"""`mailer audit`: whether the ledger is as it was written, and the hash to note elsewhere."""

from dataclasses import asdict
from enum import StrEnum
from typing import Annotated, Any

import typer

from mailer.commands.common import Json, ProgrammeName, database, print_rows, programme, say
from mailer.errors import SettingsError


class Action(StrEnum):
    """What is asked of the trail."""

    VERIFY = "verify"
    HEAD = "head"


def audit(
    context: typer.Context,
    action: Annotated[Action, typer.Argument(help="verify or head.")] = Action.VERIFY,
    noted: Annotated[
        str, typer.Option("--head", metavar="HASH", help="A head that was noted before.")
    ] = "",
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """Walk the ledger and name the first line that is not as it was written.

    Each line carries a hash over itself and the line before it. `head` prints the last one: note it
    where nobody who can write into the database can change it, and give it to --head later. All
    that was written before it is then proven; what came after can only be proven by a later one.
    Without --programme every programme is looked at. The exit code is 1 where something is wrong.

    Examples: `mailer audit verify`, `mailer audit head`, `mailer audit verify --head 5f1c...`
    """
    from mailer.record import trail
    from mailer.record.database import reading

    with database(context) as (chosen, engine), reading(engine) as connection:
        names = [programme(chosen, name)] if name else list(chosen.programme)
        if action is Action.HEAD:
            ends = [(one, *trail.head(connection, one)) for one in names]
            rows = [{"programme": one, "lines": n, "head": end} for one, n, end in ends]
            print_rows(rows, ("programme", "lines", "head"), as_json=as_json, empty="")
            return
        if noted and len(names) > 1:
            raise SettingsError(["--head is the head of one programme; expected --programme too"])
        found = [trail.check(connection, one, noted.lower()) for one in names]
    wrong = [one for one in found if one.fault]
    if as_json:
        from mailer.commands.common import print_json

        print_json([asdict(one) | {"ok": one.fault is None} for one in found])
    else:
        for one in found:
            _print(asdict(one))
    if wrong:
        raise typer.Exit(1)


def _print(one: dict[str, Any]) -> None:
    if fault := one["fault"]:
        where = f"line {fault['place']}" + (f" ({fault['line']})" if fault["line"] else "")
        say(f"{one['programme']}: NOT whole at {where}: {fault['what']}")
        say(f"  the {one['place']} lines before it fit")
        return
    say(f"{one['programme']}: whole, {one['place']} lines; the head is {one['hash']}")
    if one["older"]:
        say(f"  the first {one['older']} are older than the trail, sealed as they stood then")
    if one["rewritten"]:
        say(f"  of {one['rewritten']} lines personal data were erased; what remains fits")
    if one["noted"]:
        say(f"  the head that was noted is that of line {one['noted']}")
