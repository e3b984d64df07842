"""How long commands take to start, beside what nobody can go below with the same libraries."""

import os
import resource
import subprocess
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

from tests.benchmarks.workbench import Measured, Workbench

TIMES = 5
_COMMAND = "import sys; from mailer.cli import main; sys.argv = ['mailer', *sys.argv[1:]]; main()"


def measure(bench: Workbench, options: Namespace) -> Measured:
    """Compare the start of a word and of a list with the loading of their libraries."""
    begun = start()
    ratios = {
        "libraries of a list by its start": begun["sqlmodel"] / begun["people"],
        "libraries of a word by its start": begun["typer"] / begun["version"],
    }
    return Measured({"cpu_s": begun}, ratios)


def start() -> dict[str, float]:
    """Return seconds of CPU: of `--version`, of a list from a database, and of their libraries."""
    with tempfile.TemporaryDirectory(prefix="start-") as folder:
        cached = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder) / "cached")}
        cached.pop("PYTHONDONTWRITEBYTECODE", None)
        cached["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
        found = {
            name: _least(arguments, Path(folder), cached)
            for name, arguments in {
                "version": [_COMMAND, "--version"],
                "typer": ["import typer"],
                "people": [_COMMAND, "people"],
                "sqlmodel": ["import sqlmodel, typer, pydantic_settings"],
            }.items()
        }
    return {name: round(seconds, 3) for name, seconds in found.items()}


def _least(arguments: list[str], folder: Path, environment: dict[str, str]) -> float:
    """Return the least CPU of some starts; the first one makes the database and the caches."""
    return min([_once(arguments, folder, environment) for _ in range(TIMES + 1)][1:])


def _once(arguments: list[str], folder: Path, environment: dict[str, str]) -> float:
    before = _cpu()
    command = [sys.executable, "-c", *arguments]
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    return _cpu() - before


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
