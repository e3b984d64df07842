"""`mailer report --dry-run`: what would have been done, mail by mail, for whoever tries it (B6)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from mailer.commands.common import cell, print_json, say, warn

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mailer.rules.facts import Policy

DAY = timedelta(days=1)


def report(
    connection: "Connection",
    where: str,
    policy: "Policy",
    day: date | None,
    now: datetime,
    *,
    dry: bool,
    as_json: bool,
) -> None:
    """Print what came of the mails of one day, or of the last 24 hours, and what else was written.

    `dry` says whether the letters are withheld.
    """
    from mailer.record.dry_run import done

    since = policy.morning_after(day - DAY) if day else now - DAY
    until = policy.morning_after(day) if day else now
    rows = done(connection, where, since, until)
    if as_json:
        *mails, rest = rows
        others = {"letters": rest["letters"], "questions": rest["questions"]}
        print_json({"from": since, "until": until, "mails": mails, "without_a_mail": others})
        return
    if not dry:
        warn(f"mailer: send is 'always' for {where}: letters that are not withheld were sent")
    say(f"{cell(since.astimezone(policy.zone))} to {cell(until.astimezone(policy.zone))}")
    for row in rows:
        _print(row, policy)
    every = [letter for row in rows for letter in row["letters"]]
    letters = sum(letter["state"] != "merged" for letter in every)
    asked = sum(len(row["questions"]) for row in rows)
    say("")
    say(f"{len(rows) - 1} mails, {letters} letters, {asked} questions for the council")


def _print(row: Mapping[str, Any], policy: "Policy") -> None:
    if row["id"] is None:
        if row["letters"] or row["questions"]:
            say("")
            say("without a mail")
    else:
        say("")
        say(f"mail {row['id']}, {cell(row['received'].astimezone(policy.zone))}, {row['from']}")
        say(f"  subject: {cell(row['subject'])}")
        read = cell(row["intents"]) or "nothing"
        why = f": {cell(row['reason'])}" if row["reason"] else ""
        say(f"  read as {read}; {row['outcome']}{why}")
    _print_results(row["letters"], row["questions"])


def _print_results(letters: Sequence[Mapping[str, Any]], questions: Sequence[Any]) -> None:
    for letter in letters:
        say(f"  letter to {letter['address']}, {letter['state']}: {cell(letter['subject'])}")
        say(f"    {letter['template']}, because of {letter['because'] or 'what was said'}")
    for question in questions:
        say(f"  question {question['number']}: {cell(question['title'])}")
