"""Authentication-Results (RFC 8601): what our own mail server says of a sender.

Only the topmost header that carries the configured authserv-id counts; everything else may
have been written by the sender (mail.md 3.3, rule 3). No configured id means no trust.

What this can and cannot prove: a sender may write our id too, and stands then as high as the
place directly below our server's own Received. So the server has to write its own result above
that for every mail, or to strip what comes with its id from outside (RFC 8601 5). A result that
stands below more Received headers than our own servers write has passed a foreign server, which
strips nothing, and is not believed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MICROSOFT_365 = "microsoft365"
"""In place of an authserv-id: Exchange Online writes its results without one."""

FASTMAIL = "fastmail"
"""In place of an authserv-id: each of its servers has a name of its own (mx4.messagingengine.com).

It writes a header for each kind of test, and its own Received below all of them: those between the
same two Received headers are one result.
"""

DEEPEST = 3
"""Received headers that our own servers may write above the result.

Postfix writes none or one, a Dovecot behind it one more, Gmail two, Exchange Online three,
Fastmail four.
"""

_LONGEST = 8_000
_TOKEN = re.compile(r'\\.|[^\\"();\s=]+|\s+|.', re.DOTALL)
_METHOD = re.compile(r"([a-z][a-z0-9-]*)(?:/\d+)?=([a-z]+)")
_PROPERTY = re.compile(r"([a-z]+\.[a-z0-9_.-]+)=(.+)")
_FASTMAIL = re.compile(r"mx\d{1,3}\.messagingengine\.com")
_SPECIAL = re.compile(r"[\s;=()\\\"]")
# No policy was found, or none by which to judge; then an aligned DKIM signature speaks alone.
_WITHOUT_DMARC = {"", "none", "bestguesspass"}


@dataclass(frozen=True, slots=True)
class Results:
    """What was found: `dmarc` is the verdict ("pass", "fail", "none", ...) or "" without one.

    `aligned` says that it holds for the domain of From. `line` is the header that was used.
    """

    dmarc: str = ""
    aligned: bool = False
    line: str = ""


@dataclass(frozen=True, slots=True)
class _Result:
    """One result of a header: `dkim=pass header.d=example.org`."""

    method: str
    verdict: str
    properties: dict[str, str]


def read(
    headers: Sequence[str],
    authserv_id: str,
    from_domain: str,
    below: Sequence[int] = (),
    deepest: int = DEEPEST,
) -> Results:
    """Return the result that our own server gives for this From domain.

    `headers` stand in their order from the top; `below` tells for each how many Received headers
    stand above it. Without DMARC, an aligned DKIM pass proves the same (design.md, `Trust`).
    A header that cannot be read surely proves nothing.
    """
    line, found = _found(headers, authserv_id, below, deepest)
    return _judged(found, from_domain.lower(), line) if line else Results()


def signers(
    headers: Sequence[str],
    authserv_id: str,
    below: Sequence[int] = (),
    deepest: int = DEEPEST,
) -> frozenset[str]:
    """Return the domains whose DKIM signatures our own server has verified, aligned or not."""
    _, found = _found(headers, authserv_id, below, deepest)
    return frozenset(domain for result in found if (domain := _signed_by(result)))


def _found(
    headers: Sequence[str], authserv_id: str, below: Sequence[int], deepest: int
) -> tuple[str, list[_Result]]:
    """Return the header that counts and its results; "" and none where no header may count."""
    if not authserv_id:
        return "", []
    for place, header in enumerate(headers):
        segments = _segments(header)
        if segments is not None and not _is_ours(segments[0], authserv_id.lower()):
            continue
        # What is malformed may be ours: a header below it must not take its place.
        if segments is None or (place < len(below) and below[place] > deepest):
            return "", []
        several = authserv_id.lower() == FASTMAIL
        together = _together(headers, segments, place, below) if several else segments
        if together is None:
            return "", []
        return header, [result for each in together if (result := _result(each)) is not None]
    return "", []


def _together(
    headers: Sequence[str], first: list[list[str]], place: int, below: Sequence[int]
) -> list[list[str]] | None:
    """Return the segments of a header and those of the same server below it, for Fastmail.

    None where one of them is malformed, or there is no telling what stands between them.
    """
    if len(below) != len(headers):
        return None
    every: list[list[str]] = []
    for other, depth in zip(headers[place:], below[place:], strict=True):
        if depth != below[place]:
            break
        segments = _segments(other)
        if segments is None:
            return None
        if segments[0][:1] == first[0][:1]:
            every += segments
    return every


def _is_ours(first: list[str], authserv_id: str) -> bool:
    """Compare the id, which a version may follow; Exchange Online begins with a result."""
    if authserv_id == MICROSOFT_365:
        return bool(first) and first[0].startswith(("spf=", "dkim=", "dmarc="))
    if authserv_id == FASTMAIL:
        return bool(first) and _FASTMAIL.fullmatch(first[0]) is not None
    return first[:1] == [authserv_id]


def _judged(found: Sequence[_Result], from_domain: str, line: str) -> Results:
    """Two DMARC results in one header agree, or the worse one counts: one may be smuggled in."""
    dmarc = [result for result in found if result.method == "dmarc"]
    verdicts = [result.verdict for result in dmarc]
    worse = [verdict for verdict in verdicts if verdict != "pass"]
    verdict = "fail" if "fail" in worse else next(iter(worse), "pass" if verdicts else "")
    if verdict == "pass":
        domains = {_domain(result.properties.get("header.from", "")) for result in dmarc}
        return Results(verdict, bool(from_domain) and domains == {from_domain}, line)
    signed = any(_signed_by(result) == from_domain for result in found)
    return Results(verdict, verdict in _WITHOUT_DMARC and signed, line)


def _signed_by(result: _Result) -> str | None:
    if result.method != "dkim" or result.verdict != "pass":
        return None
    signer = result.properties.get("header.d") or result.properties.get("header.i", "")
    return _domain(signer) or None


def _domain(value: str) -> str:
    return value.rpartition("@")[2].rstrip(".")


def _result(words: list[str]) -> _Result | None:
    """Read a segment: its first word is the result, and nothing else in it can be one."""
    match = _METHOD.fullmatch(words[0]) if words else None
    if match is None:
        return None
    properties: dict[str, str] = {}
    for word in words[1:]:
        named = _PROPERTY.fullmatch(word)
        if named is not None:
            # A property that is given twice with two values names nobody.
            known = properties.setdefault(named[1], named[2])
            properties[named[1]] = named[2] if known == named[2] else ""
    return _Result(match[1], match[2], properties)


def _segments(header: str) -> list[list[str]] | None:
    """Return the words between semicolons in lower case, or None where the header is malformed.

    Comments count as blanks (they may nest); what stands in quotation marks is part of its word
    and can hold neither a semicolon nor an equals sign of its own.
    """
    if len(header) > _LONGEST:
        return None
    # No letter beyond ASCII may become an ASCII one by lower(), as the Kelvin sign does.
    text = "".join(_flat(header.encode("ascii", "replace").decode("ascii")))
    if "\0" in text:
        return None
    joined = re.sub(r"\s*=\s*", "=", text.lower())
    return [segment.split() for segment in joined.split(";")]


def _flat(header: str) -> Iterator[str]:
    """Yield the header without comments and quotation marks; NUL where one of them never ends."""
    depth, quoted = 0, False
    for match in _TOKEN.finditer(header):
        piece = match.group()
        if quoted:
            quoted = piece != '"'
            yield _SPECIAL.sub("_", piece) if quoted else ""
        elif piece == "(":
            depth += 1
        elif piece == ")" and depth:
            depth -= 1
            yield " " if depth == 0 else ""
        elif depth == 0:
            quoted = piece == '"'
            yield "" if quoted else piece
    if depth or quoted:
        yield "\0"
