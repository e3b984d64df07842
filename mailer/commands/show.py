"""`mailer show`: one mail, letter, question, case or person, and why it is so."""

import sys
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mailer.commands.common import (
    Json,
    ProgrammeName,
    cell,
    console,
    database,
    print_json,
    programme,
    say,
)
from mailer.errors import MailerError, SettingsError

if TYPE_CHECKING:
    from sqlalchemy import Connection

Found = dict[str, Any]
"""What was found, by headline: one record as a dict, or a list of them."""
MEANS_NOTHING: tuple[Any, ...] = (None, "", [], {}, (), False)
_UNSAID = {"programme", "sha256", "version", "details", "seq", "news", "lease_until", "uidvalidity"}
"""Columns that `--json` gives and nobody wants to read."""


def show(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="ID", help="See above.")],
    raw: Annotated[
        bool, typer.Option("--raw", help="Print the bytes of the mail or letter, nothing else.")
    ] = False,
    name: ProgrammeName = "",
    as_json: Json = False,
) -> None:
    """Show one thing and why it is so.

    ID is the number of a mail in `mailer inbox` (12), the number of a question of the digest
    (q12), the address of a person, or the beginning of the id of a letter, a case or a person.

    Examples: `mailer show 12`, `mailer show q3`, `mailer show ana@mail.example`,
    `mailer show 12 --raw > mail.eml`
    """
    from mailer.record.database import reading

    with database(context) as (chosen, engine), reading(engine) as connection:
        where = programme(chosen, name)
        if raw:
            _write(_bytes(connection, where, what))
            return
        found = _found(connection, where, what)
    if as_json:
        print_json(found)
        return
    for title, rows in found.items():
        console.print(title.replace("_", " "), style="bold")
        for row in rows if isinstance(rows, list) else [rows]:
            _print(row)
    if not found:
        say("nothing")


def _print(row: Mapping[str, Any]) -> None:
    """Print a record, its first value as its headline where it stands in a list."""
    for key, value in row.items():
        if value in MEANS_NOTHING or key in _UNSAID:
            continue
        label = key.replace("_", " ")
        if isinstance(value, list) and value and isinstance(value[0], list | tuple):
            say(f"  {label}:")
            for pair in value:
                say(f"    {': '.join(cell(part) for part in pair)}")
        else:
            say(f"  {label}: {cell(value)}")
    say("")


def _found(connection: "Connection", where: str, what: str) -> Found:
    from mailer.record import lists

    if what.isdecimal():
        return _mail(connection, where, int(what))
    if what[:1] in ("q", "#") and what[1:].isdecimal():
        return _question(connection, where, int(what[1:]))
    if "@" in what:
        return _person(connection, where, what.lower())
    hits = lists.found(connection, where, what) if what else []
    if not hits:
        raise MailerError(f"no person, case, question or letter has an id beginning with {what!r}")
    if len(hits) > 1:
        several = ", ".join(f"{kind} {row['id']}" for kind, row in hits[:5])
        raise MailerError(f"{len(hits)} ids begin with {what!r}: {several}; give more of it")
    kind, row = hits[0]
    match kind:
        case "case":
            told = _case(connection, where, row)
        case "letter":
            told = _letter(connection, row)
        case "question":
            told = _question(connection, where, row["number"])
        case _:
            told = _person(connection, where, row["id"])
    return told


def _mail(connection: "Connection", where: str, number: int) -> Found:
    from mailer.receive import queue as incoming
    from mailer.record import lists

    found = incoming.read(connection, number)
    if found is None or found[0].programme != where:
        raise MailerError(f"there is no mail {number}; `mailer inbox` lists them")
    summary = asdict(found[0])
    head = lists.heads(connection, [number])[number]
    ledger = lists.events_of(connection, inbox=number)
    names = lists.names(connection, where)
    verdicts = [line for line in ledger if line["kind"] == "verdict"]
    told: Found = {
        "mail": {
            "id": number,
            "from": head.sender,
            "subject": head.subject,
            **{key: value for key, value in summary.items() if key != "id"},
            "person": names.get(summary["person"] or "", summary["person"]),
        }
    }
    if verdicts:
        told["judged_and_read"] = [_verdict(line, names) for line in verdicts]
    steps = [line for line in ledger if line["kind"] != "verdict"]
    if steps:
        told["what_happened"] = [_step(line, names) for line in steps]
    letters = lists.letters_because_of(connection, [line["id"] for line in ledger])
    if letters:
        told["letters"] = [_brief(letter) for letter in letters]
    questions = lists.questions_from(connection, number)
    if questions:
        told["questions"] = [_asked(question, names) for question in questions]
    return told


def _verdict(line: Mapping[str, Any], names: Mapping[str, str]) -> Found:
    details = line["details"] or {}
    return {
        "verdict": f"{line['name']} ({details.get('kind', '')}, {details.get('trust', '')})",
        "who": names.get(line["person"] or "", line["person"]),
        "why": line["text"],
        "understood": details.get("intents"),
        "doubts": details.get("doubts"),
        "defects": details.get("defects"),
        "authentication": details.get("authentication"),
        "rules": [
            f"{each['procedure']}: {each['event']}, {each['outcome']}"
            for each in details.get("rules", ())
        ],
        "code": details.get("version"),
    }


def _step(line: Mapping[str, Any], names: Mapping[str, str]) -> Found:
    return {
        "at": line["at"],
        line["kind"]: line["text"] or line["name"],
        "outcome": (line["details"] or {}).get("outcome"),
        "person": names.get(line["person"] or "", line["person"]),
        "case": line["case_id"],
    }


def _brief(letter: Mapping[str, Any]) -> Found:
    keys = ("id", "to", "subject", "template", "state", "sent", "reply")
    return {key: letter["address" if key == "to" else key] for key in keys}


def _asked(question: Mapping[str, Any], names: Mapping[str, str]) -> Found:
    about = [names.get(person, person) for person in question["about"]]
    decided_by = names.get(question["decided_by"] or "", question["decided_by"])
    steps = [
        [step["text"], step.get("owner", ""), "done" if step.get("done") else "open"]
        for step in question["steps"]
    ]
    ordered = {"number": question["number"], "title": question["title"]}
    rest = {key: value for key, value in question.items() if key not in ordered}
    return {**ordered, **rest, "about": about, "decided_by": decided_by, "steps": steps}


def _question(connection: "Connection", where: str, number: int) -> Found:
    from mailer.record import lists

    row = lists.question(connection, where, number)
    if row is None:
        raise MailerError(f"there is no question {number}; `mailer questions` lists what waits")
    return {"question": _asked(row, lists.names(connection, where))}


def _case(connection: "Connection", where: str, row: Mapping[str, Any]) -> Found:
    from mailer.record import lists
    from mailer.rules.procedures import PROCEDURES

    procedure = PROCEDURES.get(row["procedure"])
    names = lists.names(connection, where)
    means = procedure.states.get(row["state"], "") if procedure else ""
    case = {
        **{key: value for key, value in row.items() if key != "data"},
        "means": means,
        **{f"data: {key}": value for key, value in (row["data"] or {}).items()},
    }
    told: Found = {"case": case}
    ledger = lists.events_of(connection, case=row["id"])
    if ledger:
        told["what_happened"] = [{**_step(line, names), "mail": line["inbox"]} for line in ledger]
    letters = lists.letters_because_of(connection, [line["id"] for line in ledger])
    if letters:
        told["letters"] = [_brief(letter) for letter in letters]
    return told


def _letter(connection: "Connection", row: Mapping[str, Any]) -> Found:
    from mailer.record import lists

    told: Found = {"letter": row}
    cause = lists.cause(connection, row["cause"])
    if cause is not None:
        keys = ("id", "at", "kind", "text", "case_id", "inbox")
        told["because_of"] = {"mail" if key == "inbox" else key: cause[key] for key in keys}
    return told


def _person(connection: "Connection", where: str, key: str) -> Found:
    from mailer.installation import now
    from mailer.record import lists

    people = lists.people(connection, where, now())
    fits = [one for one in people if key == one["id"] or key in one["addresses"]]
    if not fits:
        raise MailerError(f"nobody on the roster has the address {key!r}")
    person = fits[0]
    cases = lists.cases(connection, where, closed=True)
    own = [case for case in cases if person["name"] in case["parties"].values()]
    keys = ("id", "procedure", "state", "opened", "closed")
    return {
        "person": person,
        **({"cases": [{key: case[key] for key in keys} for case in own]} if own else {}),
    }


def _bytes(connection: "Connection", where: str, what: str) -> bytes:
    from mailer.deliver import queue as outgoing
    from mailer.receive import queue as incoming

    if what.isdecimal():
        mail = incoming.read(connection, int(what))
        if mail is None or mail[0].programme != where:
            raise MailerError(f"there is no mail {what}")
        return mail[1]
    try:
        letter = outgoing.read(connection, what)
    except LookupError as error:
        raise MailerError(str(error)) from error
    if letter is None or letter.line.programme != where:
        raise SettingsError([f"--raw prints a mail or a letter; {what!r} is the id of neither"])
    return letter.data


def _write(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
