"""`mailer simulate`: the letters of the coming months, before any of them is sent (B5)."""

import csv
import sys
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mailer.commands.common import (
    Json,
    ProgrammeName,
    errors,
    print_json,
    print_rows,
    programme,
    say,
    settings,
)
from mailer.errors import SettingsError

if TYPE_CHECKING:
    from mailer.simulation import Foreseen, Progress, Year

COLUMNS = (
    "day", "time", "to", "address", "letter", "subject", "why", "event", "case", "about",
    "matters",
)  # fmt: skip
MONTHS_MOST = 60
SHOWN_ID = 8


def simulate(
    context: typer.Context,
    months: Annotated[
        int, typer.Option("--months", min=1, max=MONTHS_MOST, help="How many months to play.")
    ] = 12,
    begins: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], help="The first day; else today."),
    ] = None,
    roster: Annotated[
        Path | None,
        typer.Option(
            "--roster", exists=True, dir_okay=False, help="People as for `mailer import`."
        ),
    ] = None,
    person: Annotated[
        str, typer.Option("--person", help="Only letters to this name or address.")
    ] = "",
    digests: Annotated[
        bool, typer.Option("--digests", help="List the council's digests, too.")
    ] = False,
    file: Annotated[
        Path | None, typer.Option("--csv", dir_okay=False, help="Write the calendar as CSV.")
    ] = None,
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """Print every letter of the coming months: to whom, when and why; nothing is sent or stored.

    The service's own rules run over a copy of the records in memory, or over a spreadsheet, from
    one deadline to the next. Nobody writes and nobody answers in it, the council neither, so it
    shows the most letters that silence leads to. A first day in the future is played up to from
    today; letters that wait in the outbox now stand on the first day.

    Example before anything is switched on:
    `mailer simulate --roster people.csv --from 2027-01-04 --csv letters.csv`
    """
    from mailer import logs
    from mailer.installation import now
    from mailer.simulation import simulate as play

    chosen = settings(context)
    logs.set_up(chosen.log)
    where = programme(chosen, name)
    policy = chosen.programme[where].policy(where)
    present = now()
    first = begins.date() if begins else policy.day(present)
    start = policy.morning_after(first - timedelta(days=1)) if begins else present
    end = policy.morning_after(_later(first, months) - timedelta(days=1))
    people = _text(roster) if roster else None
    with _progress(start, end) as told:
        try:
            year = play(
                chosen, where, start, end,
                now=present, roster=people, digests=digests, progress=told,
            )  # fmt: skip
        except SettingsError as error:
            if roster is None:
                raise
            raise SettingsError([f"{roster}: {fault}" for fault in error.faults]) from error
    zone = policy.zone
    letters = [_plain(one, one.at.astimezone(zone)) for one in _to(year, person)]
    if file is not None:
        _write(file, letters)
    if as_json:
        print_json(_whole(year, letters, _later(first, months)))
        return
    if file is None:
        _print_calendar(letters)
    else:
        say(f"{len(letters)} letters written to {file}")
    _print_summary(year, letters, digests=digests)


def _later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SettingsError([f"{file}: is not UTF-8: {error}"]) from error


@contextmanager
def _progress(start: datetime, end: datetime) -> "Iterator[Progress]":
    """Show on a terminal's stderr how far the clock is; nothing elsewhere."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    words = TextColumn("{task.description}")
    columns = (words, BarColumn(), TimeElapsedColumn())
    hidden = not errors.is_terminal
    with Progress(*columns, console=errors, transient=True, disable=hidden) as bar:
        task = bar.add_task("reading the records", total=(end - start).total_seconds())

        def told(at: datetime, letters: int) -> None:
            done = max((at - start).total_seconds(), 0)
            bar.update(task, completed=done, description=f"{at:%Y-%m-%d}, {letters} letters")

        yield told


def _to(year: "Year", person: str) -> "Sequence[Foreseen]":
    """Return the letters to one person, or all; raises SettingsError where it is not plain who."""
    wanted = person.strip().casefold()
    if not wanted:
        return year.letters
    fits = {
        one.id: f"{one.name} <{one.address}>"
        for one in year.roster
        if wanted == one.name.casefold() or wanted in (address.lower() for address in one.addresses)
    } or {
        one.id: f"{one.name} <{one.address}>"
        for one in year.roster
        if wanted in one.name.casefold()
    }
    if len(fits) != 1:
        found = ", ".join(sorted(fits.values())[:SHOWN_ID]) or "nobody"
        raise SettingsError([f"--person is {person!r}; expected one person; found: {found}"])
    return [letter for letter in year.letters if letter.person in fits]


def _plain(letter: "Foreseen", at: datetime) -> dict[str, Any]:
    about = ", ".join(f"{part} {name}" for part, name in letter.parties.items())
    return {
        "day": at.strftime("%Y-%m-%d"),
        "time": at.strftime("%H:%M"),
        "to": letter.name or letter.address,
        "address": letter.address,
        "letter": letter.template,
        "subject": letter.subject,
        "why": letter.why,
        "event": letter.event,
        "case": letter.case,
        "about": about,
        "matters": ";".join(letter.matters),
    }


def _write(file: Path, letters: Sequence[dict[str, Any]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, COLUMNS)
        writer.writeheader()
        writer.writerows({**row, "case": row["case"] or ""} for row in letters)


def _print_calendar(letters: Sequence[dict[str, Any]]) -> None:
    """Print each day with its letters; plain lines, since there may be many thousands."""
    day = ""
    for row in letters:
        if row["day"] != day:
            day = row["day"]
            sys.stdout.write(f"{day}\n")
        about = f": {row['about']}" if row["about"] else ""
        case = f" (case {row['case'][:SHOWN_ID]}{about})" if row["case"] else ""
        sys.stdout.write(
            f"  {row['time']}  {row['to']} <{row['address']}>  {row['letter']}\n"
            f"         {row['subject']}\n"
            f"         because: {row['why']}{case}\n"
        )


def _print_summary(year: "Year", letters: Sequence[dict[str, Any]], *, digests: bool) -> None:
    say("")
    say("Letters by month")
    _print_counts([(row["letter"], row["day"][:7]) for row in letters], "letter", "no letters")
    if len(matters := _matters(letters)) > len(letters):
        say("")
        say("What they are about, by month; reminders of one day share a letter")
        _print_counts(matters, "matter", "none")
    say("")
    say("Questions for the council by month")
    asked = [(kind, f"{at:%Y-%m}") for at, kind in year.questions]
    _print_counts(asked, "question", "none")
    say("")
    if not digests:
        say("the council's digests are left out; --digests lists them")
    say("nothing was sent and nothing was stored; in it nobody writes and nobody answers")


def _print_counts(found: Sequence[tuple[str, str]], what: str, empty: str) -> None:
    months = sorted({month for _, month in found})
    rows: list[dict[str, Any]] = []
    for name, counts in _counted(found).items():
        rows.append(
            {what: name, **{m: counts.get(m, "") for m in months}, "all": sum(counts.values())}
        )
    if rows:
        whole = Counter(month for _, month in found)
        rows.append({what: "all", **{m: whole[m] for m in months}, "all": len(found)})
    print_rows(rows, (what, *months, "all"), as_json=False, empty=empty)


def _matters(letters: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return (template, month) of every matter that letters hold, one or several each."""
    return [(name, row["day"][:7]) for row in letters for name in row["matters"].split(";")]


def _counted(found: Sequence[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """Return for each name in how many months it stands how often, both in order."""
    counts: dict[str, Counter[str]] = {}
    for name, month in found:
        counts.setdefault(name, Counter())[month] += 1
    return {name: dict(sorted(counts[name].items())) for name in sorted(counts)}


def _whole(year: "Year", letters: Sequence[dict[str, Any]], until: date) -> dict[str, Any]:
    months = [(row["letter"], row["day"][:7]) for row in letters]
    asked = [(kind, f"{at:%Y-%m}") for at, kind in year.questions]
    return {
        "from": year.begins,
        "until": until,
        "people": len(year.roster),
        "letters": letters,
        "by_month": dict(sorted(Counter(month for _, month in months).items())),
        "by_letter": _counted(months),
        "by_matter": _counted(_matters(letters)),
        "questions": _counted(asked),
    }
