"""Authentication-Results (RFC 8601): what our own mail server says of a sender.

Only the topmost header that carries the configured authserv-id counts; everything else may
have been written by the sender (mail.md 3.3, rule 3). No configured id means no trust.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_COMMENT = re.compile(r"\([^()]*\)")
_RESULT = re.compile(r"([a-z][a-z0-9-]*)\s*=\s*([a-z]+)", re.IGNORECASE)
_PROPERTY = re.compile(r"([a-z]+)\.([a-z.-]+)\s*=\s*\"?([^\s\";]+)", re.IGNORECASE)
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Results:
    """What was found: `dmarc` is the verdict ("pass", "fail", "none", ...) or "" without one.

    `aligned` says that it holds for the domain of From. `line` is the header that was used.
    """

    dmarc: str = ""
    aligned: bool = False
    line: str = ""


def read(headers: Iterable[str], authserv_id: str, from_domain: str) -> Results:
    """Return the result that our own server gives for this From domain.

    Without DMARC, an aligned DKIM pass proves the same (design.md, `Trust`).
    """
    if not authserv_id:
        return Results()
    for header in headers:
        text = _COMMENT.sub(" ", header[:_LONGEST])
        head, _, rest = text.partition(";")
        if head.split()[:1] == [authserv_id] or head.strip().lower() == authserv_id.lower():
            return _judge(rest, from_domain.lower(), header)
    return Results()


def _judge(rest: str, from_domain: str, header: str) -> Results:
    dkim_aligned = False
    found = Results(line=header)
    for part in rest.split(";"):
        result = _RESULT.search(part)
        if result is None:
            continue
        method, verdict = result.group(1).lower(), result.group(2).lower()
        properties = {
            f"{kind}.{name}".lower(): value.lower().rstrip(".")
            for kind, name, value in _PROPERTY.findall(part)
        }
        if method == "dmarc" and not found.dmarc:
            aligned = properties.get("header.from") == from_domain
            found = Results(verdict, aligned and verdict == "pass", header)
        if method == "dkim" and verdict == "pass":
            signer = properties.get("header.d", properties.get("header.i", "").rpartition("@")[2])
            dkim_aligned = dkim_aligned or signer == from_domain
    if found.dmarc in {"", "none"} and dkim_aligned:
        return Results(found.dmarc, aligned=True, line=header)
    return found
