"""A programme that has lived for ten years: so many old mails, letters, cases and lines of ledger.

The rows are made by the database itself, a statement for each table. They are as real ones are
where that counts for speed: ids in no order, times spread evenly over ten years, everything over
and done, and the bytes of mails and letters gone where they are older than a year. The youngest
is two days old, so that no limit of today is touched.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Engine, MetaData, String, Table, text
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

import storage.tables  # noqa: F401 - fills the metadata
from storage import bulk

YEARS = 10
DAYS = 365 * YEARS
KEPT = 0.1
"""The share of rows that are young enough to have kept their bytes."""
BYTES = 2000
"""Bytes of a mail or letter that was kept: less than real ones have, so that a disk holds them."""
_NEWEST = timedelta(days=2)
_HELP = MetaData()
_DAY = Table(
    "bench_day", _HELP, Column("k", BigInteger, primary_key=True), Column("at", UTCDateTime())
)
_WHO = Table(
    "bench_who",
    _HELP,
    Column("k", BigInteger, primary_key=True),
    Column("id", String),
    Column("email", String),
)
_ID = Table("bench_case", _HELP, Column("k", BigInteger, primary_key=True), Column("id", String))

_NUMBERS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows) "
_FROM = (
    "FROM n JOIN bench_day d ON d.k = CAST(i - 1 AS bigint) * :days / :rows "
    "JOIN bench_who w ON w.k = i % :people "
)
_DATA = "CASE WHEN i > :young THEN :data ELSE :nothing END"

_STATEMENTS = (
    "INSERT INTO bench_case (k, id) {numbers} SELECT i, {random} FROM n",
    """INSERT INTO "case" (id, programme, procedure, state, data, due, opened, closed, version)
    {numbers} SELECT c.id, :programme, CASE WHEN i % 2 = 0 THEN 'contact' ELSE 'application' END,
    'closed', '{{}}', '{{}}', d.at, d.at, 3 {rows} JOIN bench_case c ON c.k = i""",
    """INSERT INTO party (case_id, part, person, programme, open)
    {numbers} SELECT c.id, 'writer', w.id, :programme, false {rows} JOIN bench_case c ON c.k = i""",
    """INSERT INTO question (id, programme, number, version, state, kind, title, procedure, case_id,
    asked, about, facts, evidence, rule, approve, silence, steps, decided, reason, votes, undo)
    {numbers} SELECT {random}, :programme, i + :asked, 1, 'approved', 'contact', 'An old question',
    'contact', c.id, d.at, '[]', '[]', '', '', '', '', '[]', d.at, '', '[]', ''
    {rows} JOIN bench_case c ON c.k = i WHERE i % 10 = 0""",
    """INSERT INTO inbox (programme, source, mailbox, uidvalidity, uid, envelope_to, received, size,
    sha256, message_id, state, outcome, reason, attempts, person, case_id, intents, done, data)
    {numbers} SELECT :programme, 'imap', 'council/INBOX', 1, i, '[]', d.at, 6000,
    {random} || {random}, '<' || {random} || '@old.example>', 'done', 'applied', '', 1, w.id,
    c.id, '[]', d.at, {data} {rows} JOIN bench_case c ON c.k = i""",
    """INSERT INTO letter (id, programme, cause, template, person, address, case_id, subject,
    message_id, token_hash, token_expires, automatic, thread, turn, reminder, created, place,
    state, attempts, not_before, reply, sent, data)
    {numbers} SELECT {random}, :programme, {random}, 'application/welcome.member', w.id, w.email,
    c.id, 'An old letter', '<' || {random} || '@bench.example>', {random} || {random}, d.at,
    true, '', 0, false, d.at, 0, 'sent', 1, d.at, '250 OK', d.at, {data}
    {rows} JOIN bench_case c ON c.k = i""",
    """INSERT INTO event (id, programme, at, kind, name, case_id, person, inbox, text, news, place,
    salt, digest, hash)
    {numbers} SELECT {random}, :programme, d.at, 'verdict', 'accept', c.id, w.id, i, '', false,
    i + :placed, {random}, {random} || {random}, {random} || {random}
    {rows} JOIN bench_case c ON c.k = i""",
)

_FILLED = ("case", "party", "question", "inbox", "letter", "event")


def fill(engine: Engine, programme: str, rows: int, now: datetime) -> None:
    """Put so many rows of each kind into a database whose programme has people and nothing else.

    The chain of the ledger is not sound afterwards: its old lines are made up.
    """
    with engine.connect() as connection:
        _help(connection, programme, now)
        values = _values(connection, programme, rows)
        sqlite = connection.dialect.name == "sqlite"
        names = {
            "numbers": _NUMBERS,
            "rows": _FROM,
            "data": _DATA,
            "random": "lower(hex(randomblob(16)))" if sqlite else "md5(random()::text)",
        }
        indexes = [index for name in _FILLED for index in SQLModel.metadata.tables[name].indexes]
        for index in indexes:  # Made anew at the end, which is several times as quick.
            index.drop(connection)
        for statement in _STATEMENTS:
            connection.execute(text(statement.format(**names)), values)
            connection.commit()  # So that no journal grows with the whole.
        for index in indexes:
            index.create(connection)
        _count_on(connection, values)
        _HELP.drop_all(connection)
        connection.commit()
    # What the autovacuum of PostgreSQL does; SQLite counts nothing by itself, and has a journal.
    rest = "PRAGMA wal_checkpoint(TRUNCATE)" if sqlite else "VACUUM ANALYZE"
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(rest))


def _count_on(connection: Connection, values: dict[str, Any]) -> None:
    """Let the ledger and the numbers of questions go on behind the old rows."""
    programme, rows = values["programme"], values["rows"]
    end = {"programme": programme, "place": values["placed"] + rows, "hash": "0" * 64}
    number = {"programme": programme, "name": "question", "value": values["asked"] + rows}
    for name, row in (("trail", end), ("counter", number)):
        bulk.put(connection, SQLModel.metadata.tables[name], [row])


def _help(connection: Connection, programme: str, now: datetime) -> None:
    """Make the tables of days and people that the statements draw upon."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA cache_size = -400000"))
    _HELP.create_all(connection)
    first = now - _NEWEST - timedelta(days=DAYS)
    days = [{"k": day, "at": first + timedelta(days=day)} for day in range(DAYS)]
    connection.execute(_DAY.insert(), days)
    people = connection.execute(
        text(
            "SELECT p.id, a.email FROM person p JOIN address a ON a.person = p.id "
            "WHERE p.programme = :programme AND a.position = 0"
        ),
        {"programme": programme},
    )
    who = [{"k": k, "id": row.id, "email": row.email} for k, row in enumerate(people)]
    connection.execute(_WHO.insert(), who)


def _values(connection: Connection, programme: str, rows: int) -> dict[str, Any]:
    people = connection.execute(text("SELECT count(*) FROM bench_who")).scalar_one()
    asked = "SELECT coalesce(max(number), 0) FROM question WHERE programme = :programme"
    placed = "SELECT coalesce(max(place), 0) FROM event WHERE programme = :programme"
    own = {"programme": programme}
    return {
        **own,
        "rows": rows,
        "days": DAYS,
        "people": people,
        "young": int(rows * (1 - KEPT)),
        "data": b"x" * BYTES,
        "nothing": b"",
        "asked": connection.execute(text(asked), own).scalar_one(),
        "placed": connection.execute(text(placed), own).scalar_one(),
    }
