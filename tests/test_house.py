"""The rules of the house: which room may know which, how long a file may be, what it is called.

Each check is a function from source text to complaints, so that the second half of this file can
show that it complains about what it is there for.
"""

import ast
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAX_LINES = 350

# Imports run one way: a room may know those of a later line, never those of its own or an
# earlier one. `mailer.errors` is for the rooms that meet the world, `mailer.settings` for those
# that put the house together.
LINES = (
    {"cli", "__main__"},
    {"commands"},
    {"demo", "simulation", "recovery"},
    {"app"},
    {"installation", "lines"},
    {"pipeline"},
    {"deadlines"},
    {"hearing"},
    {"hearers"},
    {"receive", "record", "deliver"},
    {"oauth"},
    {"render"},
    {"understand"},
    {"trust"},
    {"parse"},
    {"rules"},
)
# These know nobody, and only those that put the house together know them.
PLAIN = {"heartbeat", "logs", "memory", "roles", "watchdog"}
TOP = {
    "cli", "commands", "demo", "simulation", "recovery", "app", "installation", "lines", "__main__"
}  # fmt: skip
LEVEL = {room: number for number, rooms in enumerate(LINES) for room in rooms}
ROOMS = {*LEVEL, *PLAIN, "errors", "settings", "__init__"}
MAY_IMPORT_ERRORS = {"receive", "record", "deliver", "oauth", "settings", *TOP}
MAY_IMPORT_SETTINGS = TOP
MAY_IMPORT_STORAGE = {"receive", "record", "deliver"}

PURE = {"rules", "parse", "trust", "understand"}
WORLD = {
    "asyncio", "ftplib", "http", "imapclient", "imaplib", "logging", "multiprocessing", "os",
    "pathlib", "psycopg", "random", "schedule", "secrets", "select", "shutil", "smtplib", "socket",
    "sqlalchemy", "sqlite3", "sqlmodel", "ssl", "structlog", "subprocess", "tempfile", "threading",
    "time",
}  # fmt: skip
WORLD_CALLS = {"open", "input", "print", "uuid1", "uuid4", "urandom", "monotonic", "perf_counter"}

CLOCKS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns",
    "time.localtime", "time.gmtime", "time.strftime", "time.ctime",
}  # fmt: skip
MAY_READ_CLOCK = {"installation", "cli"}

VAGUE_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "misc"}

INDEX = re.compile(
    r"https?:|file:|--(extra-)?index-url|--find-links|--trusted-host|^\s*-[if]\b", re.MULTILINE
)


def files_of(*folders: str) -> list[Path]:
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return [path.relative_to(ROOT) for path in found]


def room_of(path: Path) -> str:
    """Return the room of a file: `mailer/parse/body.py` and `mailer/app.py` are parse and app."""
    return path.parts[1].removesuffix(".py") if path.parts[0] == "mailer" else path.parts[0]


def module_of(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def imports_of(source: str, path: Path) -> Iterator[str]:
    """Yield the dotted name of everything that is imported, wherever in the file."""
    package = module_of(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def calls_of(source: str) -> Iterator[str]:
    """Yield the last two names of every name that is called or handed on: `datetime.now`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            owner = node.value
            left = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            yield f"{left}.{node.attr}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield f".{node.func.id}"


def check_layers(source: str, path: Path) -> Iterator[str]:
    room = room_of(path)
    if path.parts[0] == "mailer" and len(path.parts) > 1 and room not in ROOMS:
        yield f"{path}: no line of LINES has the room {room!r}"
        return
    for name in imports_of(source, path):
        parts = name.split(".")
        if parts[0] == "storage" and room not in MAY_IMPORT_STORAGE | {"storage"}:
            yield f"{path}: {room} imports {name}"
        if parts[0] != "mailer" or len(parts) == 1:
            continue
        if room == "storage" or not _may_import(room, parts[1]):
            yield f"{path}: {room} imports {name}"


def _may_import(room: str, other: str) -> bool:
    if other == room:
        return True
    if other in PLAIN:
        return room in TOP
    if other == "errors":
        return room in MAY_IMPORT_ERRORS
    if other == "settings":
        return room in MAY_IMPORT_SETTINGS
    if room == "settings":
        # Settings are read into the small values which the rooms define for themselves.
        return other in LEVEL and LEVEL[other] > LEVEL["pipeline"]
    return room in LEVEL and other in LEVEL and LEVEL[room] < LEVEL[other]


def check_purity(source: str, path: Path) -> Iterator[str]:
    if room_of(path) not in PURE:
        return
    for name in imports_of(source, path):
        if name.split(".")[0] in WORLD or name.startswith("urllib.request"):
            yield f"{path}: pure code imports {name}"
    for call in calls_of(source):
        if call.rpartition(".")[2] in WORLD_CALLS:
            yield f"{path}: pure code calls {call.lstrip('.')}"


def check_clock(source: str, path: Path) -> Iterator[str]:
    if room_of(path) in MAY_READ_CLOCK:
        return
    from_time = {f"time.{name}" for name in ("time", "time_ns", "localtime", "gmtime")}
    yield from (f"{path}: reads the clock: {call}" for call in calls_of(source) if call in CLOCKS)
    for name in imports_of(source, path):
        if name in from_time:
            yield f"{path}: reads the clock: {name}"


def check_procedures(source: str, path: Path) -> Iterator[str]:
    """Procedures speak through `Tell`; only their registry, the package, knows them all."""
    home = "mailer.rules.procedures"
    if path.parent.as_posix() != home.replace(".", "/") or path.name == "__init__.py":
        return
    for name in imports_of(source, path):
        if name.startswith(home) and not name.startswith(module_of(path)):
            yield f"{path}: a procedure imports {name}"


def check_length(source: str, path: Path) -> Iterator[str]:
    lines = len(source.splitlines())
    if lines > MAX_LINES:
        yield f"{path}: {lines} lines, more than {MAX_LINES}"


def check_name(_source: str, path: Path) -> Iterator[str]:
    parts = {part for name in path.with_suffix("").parts for part in name.lower().split("_")}
    if vague := parts & VAGUE_NAMES:
        yield f"{path}: the name {', '.join(vague)} says nothing"


def check_docstring(source: str, path: Path) -> Iterator[str]:
    if not path.stem.startswith("_") and not ast.get_docstring(ast.parse(source)):
        yield f"{path}: a public module says in a docstring what it is"


def check_requirements(text: str, path: Path) -> Iterator[str]:
    """Where packages come from is a matter of the machine that installs them."""
    words = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    yield from (f"{path}: names an index: {found.group()}" for found in INDEX.finditer(words))


def check_changelog(text: str, version: str) -> Iterator[str]:
    if not re.search(rf"(?<![\d.]){re.escape(version)}(?![\d]|\.\d)", text):
        yield f"CHANGELOG.md: does not mention {version}"
    if "## [Unreleased]" not in text:
        yield "CHANGELOG.md: has no section for what is unreleased"


Check = Callable[[str, Path], Iterator[str]]
CHECKS: tuple[Check, ...] = (
    check_layers,
    check_purity,
    check_clock,
    check_procedures,
    check_length,
    check_name,
    check_docstring,
)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_code_keeps_the_house_rule(check: Check) -> None:
    files = files_of("mailer", "storage")
    assert files
    complaints = [told for path in files for told in check((ROOT / path).read_text(), path)]
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_name_no_index(name: str) -> None:
    assert not list(check_requirements((ROOT / name).read_text(), Path(name)))


def test_changelog_mentions_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert not list(check_changelog((ROOT / "CHANGELOG.md").read_text(), version))


@pytest.mark.parametrize(
    ("check", "path", "source"),
    [
        (check_layers, "mailer/rules/a.py", "from mailer.parse.model import Message"),
        (check_layers, "mailer/rules/a.py", "from mailer import parse"),
        (check_layers, "mailer/rules/a.py", "from ..parse import model"),
        (check_layers, "mailer/rules/a.py", "def f():\n    import mailer.errors"),
        (check_layers, "mailer/record/a.py", "from mailer.receive.imap import poll"),
        (check_layers, "mailer/deliver/a.py", "from mailer.settings import Settings"),
        (check_layers, "mailer/render/a.py", "from storage.tables import LetterRow"),
        (check_layers, "mailer/settings.py", "from mailer.app import App"),
        (check_layers, "mailer/record/a.py", "from mailer import logs"),
        (check_layers, "mailer/heartbeat.py", "from mailer.app import App"),
        (check_layers, "storage/a.py", "import mailer.rules.ids"),
        (check_layers, "mailer/novelty/a.py", "import ast"),
        (check_purity, "mailer/parse/a.py", "import socket"),
        (check_purity, "mailer/trust/a.py", "from sqlalchemy.orm import Session"),
        (check_purity, "mailer/rules/a.py", "import logging"),
        (check_purity, "mailer/rules/a.py", "from random import choice"),
        (check_purity, "mailer/understand/a.py", "words = open('words.txt')"),
        (check_purity, "mailer/understand/a.py", "import uuid\nuuid.uuid4()"),
        (check_clock, "mailer/record/a.py", "import time\ntime.time()"),
        (check_clock, "mailer/record/a.py", "from time import time\ntime()"),
        (check_clock, "mailer/rules/a.py", "import datetime as d\nd.datetime.now(d.UTC)"),
        (check_clock, "mailer/deliver/a.py", "from datetime import date\ndate.today()"),
        (check_clock, "storage/a.py", "clock = datetime.now"),
        (
            check_procedures,
            "mailer/rules/procedures/a.py",
            "from mailer.rules.procedures import onboarding",
        ),
        (check_procedures, "mailer/rules/procedures/a.py", "from .onboarding import opened"),
        (check_length, "mailer/app.py", "\n" * (MAX_LINES + 1)),
        (check_name, "mailer/parse/utils.py", ""),
        (check_name, "mailer/record/case_manager.py", ""),
        (check_docstring, "mailer/app.py", "import ast"),
        (check_requirements, "requirements.txt", "--extra-index-url https://example.org\n"),
        (check_requirements, "requirements.txt", "a @ https://example.org/a.whl\n"),
        (check_requirements, "requirements.txt", "-f wheels\n"),
    ],
)
def test_check_complains(check: Check, path: str, source: str) -> None:
    assert list(check(source, Path(path)))


@pytest.mark.parametrize(
    ("check", "path", "source"),
    [
        (check_layers, "mailer/pipeline.py", "from mailer.record.unit import record"),
        (check_layers, "mailer/record/a.py", "import storage.tables\nimport mailer.errors"),
        (check_layers, "mailer/parse/a.py", "from mailer.parse.model import Message"),
        (check_layers, "mailer/parse/a.py", "from . import model"),
        (check_layers, "mailer/settings.py", "from mailer.errors import SettingsError"),
        (
            check_layers,
            "mailer/commands/a.py",
            "from mailer.app import App\nfrom mailer import logs",
        ),
        (check_purity, "mailer/parse/a.py", "import datetime\nimport re"),
        (check_purity, "mailer/deliver/a.py", "import socket"),
        (check_clock, "mailer/installation.py", "datetime.now(UTC)"),
        (check_clock, "mailer/deliver/a.py", "import time\ntime.monotonic()"),
        (
            check_procedures,
            "mailer/rules/procedures/__init__.py",
            "from mailer.rules.procedures import onboarding",
        ),
        (check_name, "mailer/rules/records.py", ""),
        (check_docstring, "mailer/app.py", '"""The house, put together."""'),
        (
            check_requirements,
            "requirements.txt",
            "# see https://example.org\na==1 \\\n    --hash=x",
        ),
    ],
)
def test_check_accepts_what_is_allowed(check: Check, path: str, source: str) -> None:
    assert not list(check(source, Path(path)))


@pytest.mark.parametrize(
    "text", ["## [Unreleased]\n", "0.1.0\n", "## [Unreleased]\n10.1.0\n0.1.01\n"]
)
def test_changelog_check_complains(text: str) -> None:
    assert list(check_changelog(text, "0.1.0"))
