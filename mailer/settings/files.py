"""A programme as a file of its own: read, checked, explained, and compared with the defaults.

The worked example, `mailer/programmes/reps.toml`, has a comment above every key; these comments are
what `mailer check` explains a key with, so that there is one text for both.
"""

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from mailer.errors import SettingsError
from mailer.settings.programme import Programme, Step, Words

_KEY = re.compile(r"(?:# )?([a-z_]+) = .*")
_TABLES: dict[str, type[BaseModel]] = {"onboarding": Step, "departure": Step, "words": Words}
EXAMPLE = "reps"
"""The shipped programme whose comments explain every key."""
HERE_ONLY = frozenset(
    {
        "file",
        "address",
        "authserv_id",
        "verify",
        "dkim_bits",
        "received_above",
        "own_lists",
        "site",
        "send",
    }
)
"""Keys of one installation, and not of a programme that several may share."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One key that is not as the default has it, with what the key means."""

    key: str
    value: str
    default: str
    meaning: str


def shipped() -> tuple[str, ...]:
    """Return the names of the programmes that come with the product."""
    folder = files("mailer") / "programmes"
    names = (file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return tuple(sorted(name.removesuffix(".toml") for name in names))


def text_of(name: str) -> str:
    """Return the file of a shipped programme; raises SettingsError for any other name."""
    if name not in shipped():
        expected = ", ".join(shipped())
        raise SettingsError([f"--programme is {name!r}; expected one of: {expected}"])
    return (files("mailer") / "programmes" / f"{name}.toml").read_text(encoding="utf-8")


def shipped_programme(name: str, **own: Any) -> Programme:
    """Return a shipped programme; `own` are the keys of one installation, which win."""
    return Programme(**{**tomllib.loads(text_of(name)), **own})


def read(path: Path) -> Programme:
    """Return the programme of a file; raises SettingsError with every fault of it."""
    return _checked(values_of(path), str(path))


def values_of(path: Path) -> dict[str, Any]:
    """Return what stands in a programme's file; raises SettingsError where it cannot be read."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError([f"{path}: cannot be read: {error.strerror}"]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError([f"{path}: is not TOML: {error}"]) from error
    if "file" in values:
        raise SettingsError([f"{path}: file: stands in mailer.toml, not in a programme's own file"])
    if isinstance(values.get("site"), str):
        values["site"] = str(path.resolve().parent / values["site"])
    return values


def expanded(programmes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tables of programmes, each with the keys of its file below its own.

    Raises SettingsError with every fault of every file; those of the tables are found later.
    """
    found: dict[str, Any] = {}
    faults: list[str] = []
    for name, table in programmes.items():
        found[name] = table
        if not isinstance(table, dict) or not isinstance(table.get("file"), Path):
            continue
        try:
            values = values_of(table["file"])
            _checked(values, str(table["file"]))
        except SettingsError as error:
            faults += error.faults
        else:
            found[name] = {**values, **table}
    if faults:
        raise SettingsError(faults)
    return found


def differences(programme: Programme) -> list[Difference]:
    """Return every key that differs from the default, in the order of the worked example."""
    default, told = Programme(), meanings()
    return [
        Difference(key, shown(value), shown(getattr(default, key)), told.get(key, ""))
        for key in told
        if key not in HERE_ONLY and (value := getattr(programme, key)) != getattr(default, key)
    ]


@cache
def meanings() -> Mapping[str, str]:
    """Return what each key means: the comment above it in the worked example."""
    found: dict[str, str] = {}
    above: list[str] = []
    for line in text_of(EXAMPLE).splitlines():
        if (key := _KEY.fullmatch(line)) and above:
            found[key.group(1)] = " ".join(above)
            above = []
        elif line.startswith("# ") and not line.startswith("# --"):
            above.append(line.removeprefix("# "))
        else:
            above = []
    return found


def shown(value: Any) -> str:
    """Return a setting's value as a person reads it, on one line."""
    if isinstance(value, Step):
        return f"{value.text} ({value.owner})"
    if isinstance(value, BaseModel):
        value = {key: word for key, word in value.model_dump().items() if word}
    if isinstance(value, dict):
        return ", ".join(f"{key}: {shown(item)}" for key, item in value.items()) or "none"
    if isinstance(value, list):
        return "; ".join(map(shown, value)) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "empty" if value in ("", None) else str(value)


def _checked(values: Mapping[str, Any], where: str) -> Programme:
    try:
        return Programme(**values)
    except ValidationError as error:
        raise SettingsError(faults_of(error, where)) from error


def faults_of(error: ValidationError, where: str) -> list[str]:
    """Return one line for each fault of a programme: key, value, and what was expected."""
    lines = []
    for fault in error.errors():
        key = ".".join(str(part) for part in fault["loc"])
        message = fault["msg"].removeprefix("Value error, ").replace("Input should be", "expected")
        if fault["type"] == "extra_forbidden":
            model = _TABLES.get(str(fault["loc"][0]), Programme)
            lines.append(f"{where}: {key}: unknown key{_meant(key, model)}")
        elif fault["type"] == "missing":
            lines.append(f"{where}: {key} is missing; expected a value")
        else:
            lines.append(f"{where}: {key} is {fault['input']!r}: {message}")
    return lines


def _meant(key: str, model: type[BaseModel]) -> str:
    near = difflib.get_close_matches(key.rpartition(".")[2], sorted(model.model_fields), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""
