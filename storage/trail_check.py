"""Walking the trail: the first line that does not fit, and whether the end is still there."""

from dataclasses import dataclass

from sqlalchemy import Connection

from storage import trail


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing that does not fit: at which place of the trail, which line, and what."""

    place: int
    line: str
    what: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a walk found. `place` and `hash` are those of the last line that fits.

    `older` lines were there before the trail began and were sealed as they stood then; of
    `rewritten` lines personal data were erased. `noted` is the place of the head that was noted
    elsewhere, None where it was not found or none was given.
    """

    programme: str
    place: int
    hash: str
    rewritten: int
    older: int
    noted: int | None
    fault: Fault | None


def check(connection: Connection, programme: str, noted: str = "") -> Checked:
    """Walk the trail of a programme from its first line to its head; memory stays bounded.

    `noted` is a hash that `mailer audit head` printed once: it must be that of some line.
    """
    place, before, seq = 0, trail.genesis(programme), 0
    rewritten = older = 0
    found: int | None = None
    fault: Fault | None = None
    for row in trail.lines(connection, programme):
        if what := _misfit(row, place, before, seq):
            fault = Fault(row["place"], row["id"], what)
            break
        place, before, seq = row["place"], row["hash"], row["seq"]
        rewritten += row["rewritten"] is not None
        if row["kind"] == "trail":
            older = (row["details"] or {}).get("older", 0)
        if noted and before == noted:
            found = place
    fault = fault or _end(connection, programme, place, before)
    if fault is None and noted and found is None:
        fault = Fault(place, "", "the head that was noted is the hash of no line")
    return Checked(programme, place, before, rewritten, older, found, fault)


def _misfit(row: trail.Row, place: int, before: str, seq: int) -> str:
    """Return why a line does not follow on the one before it, or ""."""
    if row["place"] <= place:
        return "it was put in: its place was never given"
    if row["place"] > place + 1:
        missing = row["place"] - place - 1
        return f"{missing} line(s) before it are missing"
    if row["hash"] != trail.linked(before, row, row["digest"]):
        return "it was changed, or does not follow on the line before it"
    if not trail.has_own_words(row):
        return "its words are not those that were sealed"
    return "it stands in another order than it was written" if row["seq"] <= seq else ""


def _end(connection: Connection, programme: str, place: int, before: str) -> Fault | None:
    head = trail.head(connection, programme)
    if head is None:
        return Fault(place, "", "the head that is kept apart is missing") if place else None
    if head[0] > place:
        return Fault(place, "", f"the last {head[0] - place} line(s) are missing")
    if head != (place, before):
        return Fault(place, "", "lines were put in behind the head that is kept apart")
    return None
