"""A private PostgreSQL in a temporary folder, on a UNIX socket, for as long as a block lasts.

Tests ask for `database_url` or `engine`, which give an empty database with its tables, once of
SQLite and once of PostgreSQL. Elsewhere:

    with running_postgres() as server:
        url = server.new_database()

PostgreSQL refuses to run as root, so that root runs it as the user `postgres`.
"""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from storage.engine import open_engine
from storage.schema import upgrade

INSTALL = "apt-get install -y postgresql"
START_SECONDS = 30
TEMPLATE = "mailer_template"
SETTINGS = {
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "32MB",
    "fsync": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "log_min_messages": "warning",
}
DURABLE = SETTINGS | {"fsync": "on", "full_page_writes": "on", "shared_buffers": "128MB"}
"""As it is without settings: for measuring."""


def create_tables(url: str) -> None:
    """Bring an empty database to the present schema."""
    engine = open_engine(url)
    try:
        upgrade(engine)
    finally:
        engine.dispose()


class PostgresMissingError(RuntimeError):
    """PostgreSQL is not installed; the text names the command that installs it."""


@dataclass
class Postgres:
    """A running server. It listens on a socket in its own folder only, so no port is taken."""

    base: Path
    programs: Path
    settings: dict[str, str] = field(default_factory=lambda: SETTINGS)
    _names: Iterator[int] = field(default_factory=lambda: count(1))
    _has_template: bool = False

    @property
    def log(self) -> str:
        """What the server wrote to its log."""
        path = self.base / "server.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def url(self, database: str) -> str:
        """Return the URL of a database of this server."""
        return f"postgresql+psycopg://mailer@/{database}?host={self.base}"

    def new_database(self, *, tables: bool = True) -> str:
        """Create a database that nobody has used, with the tables or bare; return its URL."""
        if tables and not self._has_template:
            self._create(TEMPLATE, "template1")
            create_tables(self.url(TEMPLATE))
            self._has_template = True
        name = f"mailer_{next(self._names)}"
        self._create(name, TEMPLATE if tables else "template1")
        return self.url(name)

    def copy(self, url: str) -> str:
        """Create a copy of a database to which nobody is connected; return its URL."""
        name = f"mailer_{next(self._names)}"
        self._create(name, make_url(url).database or "")
        return self.url(name)

    def drop(self, url: str) -> None:
        """Remove a database that `new_database` made, whoever is still connected to it."""
        name = make_url(url).database or ""
        self._admin(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self._pg_ctl("start", "-w", "-t", str(START_SECONDS), "-l", str(self.base / "server.log"))

    def stop(self) -> None:
        """End the server in order, without waiting for its clients."""
        self._pg_ctl("stop", "-m", "fast", "-w", "-t", str(START_SECONDS))

    def kill(self) -> None:
        """End the server at once, as a crash would; `start` then recovers."""
        self._pg_ctl("stop", "-m", "immediate", "-w", "-t", str(START_SECONDS))

    def prepare(self) -> None:
        """Create the server's folder of data."""
        self._run("initdb", "-D", str(self.base / "data"), *_INITDB)
        lines = [f"{name} = '{value}'\n" for name, value in self.settings.items()]
        lines.append(f"unix_socket_directories = '{self.base}'\n")
        with (self.base / "data" / "postgresql.conf").open("a") as file:
            file.writelines(lines)

    def _create(self, name: str, template: str) -> None:
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        self._admin(statement.format(sql.Identifier(name), sql.Identifier(template)))

    def _admin(self, statement: sql.Composed) -> None:
        connection = psycopg.connect(
            host=str(self.base), user="mailer", dbname="postgres", autocommit=True
        )
        with connection:
            connection.execute(statement)

    def _pg_ctl(self, *arguments: str) -> None:
        self._run("pg_ctl", "-D", str(self.base / "data"), "-s", *arguments)

    def _run(self, program: str, *arguments: str) -> None:
        output = self.base / "output.log"
        with output.open("ab") as file:
            done = subprocess.run(
                [str(self.programs / program), *arguments],
                cwd=self.base,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                timeout=2 * START_SECONDS,
                check=False,
                **_as_whom(),
            )
        if done.returncode:
            told = output.read_text(errors="replace")
            raise RuntimeError(f"{program} failed:\n{told}\n{self.log}")


@contextlib.contextmanager
def running_postgres(*, durable: bool = False, **settings: str) -> Iterator[Postgres]:
    """Start a PostgreSQL, hand it over, and end it and its folder afterwards.

    What it committed survives `kill`, but not a power cut, unless it shall be `durable`. Further
    `settings` go into its configuration.
    """
    programs = _programs()
    base = Path(tempfile.mkdtemp(prefix="postgres-"))
    server = Postgres(base, programs, (DURABLE if durable else SETTINGS) | settings)
    try:
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(base, owner.pw_uid, owner.pw_gid)
        server.prepare()
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(base, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One server for the whole run; a test takes its own database from it."""
    try:
        with running_postgres() as server:
            yield server
    except PostgresMissingError as error:
        pytest.fail(str(error))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database with its tables; tests copy it, which is quicker than making it."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    create_tables(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database with its tables: the test runs once on each kind."""
    if request.param == "sqlite":
        path = tmp_path / "mailer.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.new_database()
    yield url
    server.drop(url)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on `database_url`."""
    opened = open_engine(database_url)
    yield opened
    opened.dispose()


_INITDB = ("-U", "mailer", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")


def _programs() -> Path:
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])
    )
    if not found:
        raise PostgresMissingError(f"PostgreSQL is not installed. Install it with: {INSTALL}")
    return found[-1].parent


def _as_whom() -> dict[str, Any]:
    """Return the arguments that make a child process run as somebody other than root."""
    if os.geteuid() != 0:
        return {}
    return {"user": "postgres", "group": "postgres", "extra_groups": []}
