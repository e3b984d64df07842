"""Writing people whole: with the addresses and terms that they now have, and no others."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection

from mailer.record import convert
from mailer.record.load import table
from mailer.rules.roster import Roster
from storage import bulk


def write(connection: Connection, programme: str, roster: Roster, ids: Collection[str]) -> None:
    """Write these people of a roster; an address or a term that one lost goes from the rows too.

    A term on the council that stayed behind would let somebody decide who may not any more.
    """
    rows: dict[str, list[dict[str, Any]]] = {"person": [], "address": [], "term": []}
    for person in filter(None, map(roster.person, sorted(ids))):
        row, addresses, terms = convert.person_rows(programme, person)
        rows["person"].append(row)
        rows["address"] += addresses
        rows["term"] += terms
    for name in ("address", "term"):
        bulk.delete(connection, table(name), "person", sorted(ids))
    for name, found in rows.items():
        bulk.put(connection, table(name), found)
