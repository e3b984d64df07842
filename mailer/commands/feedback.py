"""The feedback round from the command line: what it would ask, and its start."""

from typing import Annotated

import typer

from mailer.commands.common import Json, ProgrammeName, print_json, programme, say, settings
from mailer.errors import MailerError
from mailer.rules.events import Told
from mailer.rules.feedback_totals import asked_pairs, asked_people
from mailer.rules.ids import derive


def feedback(
    context: typer.Context,
    act: Annotated[str, typer.Argument(help="What to do: start.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print who would be asked; change nothing.")
    ] = False,
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """Begin the yearly feedback round: `mailer feedback start`.

    Every mentor and mentee of a lasting pair gets a letter with three questions, one a day at the
    most; after three weeks the council gets the totals.
    """
    from mailer.app import App

    if act != "start":
        raise MailerError(f"feedback {act}: expected `mailer feedback start`")
    chosen = settings(context)
    where = programme(chosen, name)
    app = App(chosen)
    try:
        app.start()
        line, now = app.lines[where], app.clock()
        line.desk.look_up([], now)
        roster, policy = line.desk.roster, line.book.policy
        day = policy.day(now)
        pairs = asked_pairs(roster, day, policy)
        asked = [who for pair in pairs for who in asked_people(pair, roster, day)]
        if as_json:
            print_json([{"person": person, "about": about} for _, person, about in asked])
        else:
            for _, person, about in asked if dry_run else ():
                say(f"{roster.name(person)} is asked about {roster.name(about)}")
            say(f"{len(asked)} letters to {len({person for _, person, _ in asked})} people")
        if dry_run:
            return
        told = Told(derive("start", where, day.isoformat()), now, "start", "feedback_round")
        if not line.happen(told, now):
            raise MailerError("feedback start: it was begun today already")
        say("the round has begun, unless one is open: see `mailer cases`")
    finally:
        app.close()
