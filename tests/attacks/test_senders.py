"""mail.md 3.2: who pretends to be somebody; each line of the table, by SMTP, against one question.

Eva is a member of the council; her digest shows question 1. Every attacker but the first few even
has her reply address, so that it is the sender alone that stops them.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attacks.place import Attack, Came, Place, check, ours, play
from tests.story import AUTHSERV, COUNCIL, EVA, FINN

BAD = ours("pass", "bad.example")
REPS = ours("pass", "reps.example")
NONE = f"Authentication-Results: {AUTHSERV}; dmarc=none header.from=reps.example"
MALLORY = "From: Mallory <mallory@bad.example>"
FROM_EVA = f"From: {EVA}"
RECEIVED = "Received: from x by {} with SMTP; Tue, 5 Jan 2027 08:30:00 +0000"

QUOTED_RESULT = (
    f'Authentication-Results: {AUTHSERV}; spf=fail smtp.mailfrom="x; dmarc=pass '
    'header.from=reps.example"'
)

ATTACKS = (
    Attack("a forged sender, with the Message-ID of the digest",
           (ours("fail", "reps.example"), FROM_EVA, "In-Reply-To: {digest}"),
           to=COUNCIL, reason="may be forged"),
    Attack("a forged sender with the token",
           (ours("fail", "reps.example"), FROM_EVA), reason="may be forged"),
    Attack("a sender whom nobody authenticated, with the token",
           (NONE, FROM_EVA), reason="not authenticated"),
    Attack("no result of our server at all", (FROM_EVA,), reason="not authenticated"),
    Attack("an authenticated member without a token, with the Message-ID of the digest",
           (REPS, FROM_EVA, "In-Reply-To: {digest}"), to=COUNCIL, told=(EVA,), shown=False),
    Attack("Reply-To taken as identity", (BAD, MALLORY, f"Reply-To: {EVA}"), told=(MALLORY[6:],)),
    Attack("Sender taken as identity", (BAD, MALLORY, f"Sender: {EVA}"), told=(MALLORY[6:],)),
    Attack("the envelope sender taken as identity", (BAD, MALLORY), sender="eva@reps.example",
           told=(MALLORY[6:],)),
    Attack("the token of one member used by another",
           (REPS, f"From: {FINN}"), told=(FINN,)),
    Attack("the token in the hands of a stranger", (BAD, MALLORY), told=(MALLORY[6:],)),
    Attack("two From headers, the member's first", (REPS, FROM_EVA, MALLORY), reason="from:"),
    Attack("two From headers, the member's last", (BAD, MALLORY, FROM_EVA), reason="from:"),
    Attack("two addresses in one From",
           (REPS, "From: eva@reps.example, mallory@bad.example"), reason="from:"),
    Attack("the member's address as a display name",
           (BAD, 'From: "eva@reps.example" <mallory@bad.example>'), reason="from:"),
    Attack("a parser differential, proven for the address in brackets",
           (BAD, "From: eva@reps.example <mallory@bad.example>"), reason="from:"),
    Attack("a parser differential, proven for the address before the brackets",
           (REPS, "From: eva@reps.example <mallory@bad.example>"), reason="from:"),
    Attack("a parser differential with two pairs of brackets",
           (REPS, "From: <eva@reps.example> <mallory@bad.example>"), reason="from:"),
    Attack("group syntax in From",
           (REPS, "From: council: eva@reps.example;"), reason="from:"),
    Attack("a group and an address, which broke Python's parser",
           (REPS, "From: g: eva@reps.example; <mallory@bad.example>"), reason="from:"),
    Attack("a From of one quotation mark, which broke Python's parser",
           (REPS, 'From: "'), reason="from:"),
    Attack("an empty From", (REPS, "From:"), reason="from:"),
    Attack("no From at all", (REPS,), reason="from:"),
    Attack("a NUL inside the address",
           (REPS, "From: Eva <eva@reps.example\0.bad.example>"), reason="from:"),
    Attack("a comment inside the address",
           (REPS, "From: eva@reps.example(mallory@bad.example)"), told=(), reason="from:"),
    Attack("a route in the address",
           (REPS, "From: <@bad.example:eva@reps.example>"), reason="from:"),
    Attack("an encoded word as address",
           (REPS, "From: =?utf-8?q?eva=40reps.example?="), reason="from:"),
    Attack("a letter that only looks like the member's",
           (ours("pass", "reps.example"), "From: Eva Council <ev\u0430@reps.example>"),
           reason="from:"),
    Attack("a letter that lower-cases to the member's",
           (REPS, "From: Eva Council <eva@rep\u017f.example>"), reason="from:"),
    Attack("a look-alike domain under the member's name",
           (ours("pass", "reps-example.example"), "From: Eva Council <eva@reps-example.example>"),
           told=("eva@reps-example.example",)),
    Attack("the member's name under any domain",
           (BAD, "From: Eva Council <mallory@bad.example>"), told=(MALLORY[6:],)),
    Attack("a proof for another domain than the sender's",
           (BAD, FROM_EVA), reason="may be forged"),
    Attack("a proof for a domain above the sender's",
           (ours("pass", "example"), FROM_EVA), reason="may be forged"),
    Attack("SPF alone",
           (f"Authentication-Results: {AUTHSERV}; spf=pass smtp.mailfrom=reps.example", FROM_EVA),
           sender="eva@reps.example", reason="not authenticated"),
    Attack("a DKIM signature of another domain",
           (f"Authentication-Results: {AUTHSERV}; dkim=pass header.d=bad.example", FROM_EVA),
           reason="not authenticated"),
    Attack("a forged result below the one of our server",
           (NONE, RECEIVED.format("mx.reps.example"), REPS, FROM_EVA), reason="not authenticated"),
    Attack("a forged result below a foreign server",
           (*(RECEIVED.format(f"mx{n}.bad.example") for n in range(5)), REPS, FROM_EVA),
           reason="not authenticated"),
    Attack("a result in another server's name",
           ("Authentication-Results: mx.bad.example; dmarc=pass header.from=reps.example",
            FROM_EVA), reason="not authenticated"),
    Attack("our server's name inside another one's",
           (f"Authentication-Results: {AUTHSERV}.bad.example; dmarc=pass header.from=reps.example",
            FROM_EVA), reason="not authenticated"),
    Attack("a result without a name, as Microsoft 365 writes it",
           ("Authentication-Results: spf=pass; dmarc=pass action=none header.from=reps.example",
            FROM_EVA), reason="not authenticated"),
    Attack("a result smuggled in by a quoted word",
           (QUOTED_RESULT, FROM_EVA), reason="not authenticated"),
    Attack("a result that never ends its comment",
           (f"Authentication-Results: {AUTHSERV} (; dmarc=pass header.from=reps.example",
            REPS, FROM_EVA), reason="not authenticated"),
    Attack("a group that rewrote From",
           (ours("pass", "groups.example"), "From: Eva via Council <council-list@groups.example>",
            f"X-Original-From: {EVA}", f"Reply-To: {EVA}", "List-Id: <council.groups.example>"),
           outcome="ignored_auto", reason="list"),
    Attack("list headers that pick the identity",
           (BAD, MALLORY, f"X-Original-From: {EVA}", f"Reply-To: {EVA}",
            "X-Mailman-Version: 3.3.10", f"List-Post: <mailto:{COUNCIL}>"),
           outcome="ignored_auto", reason="list"),
    Attack("headers named as if they were our own",
           (BAD, MALLORY, "X-Mailer-Trust: proven", "X-Mailer-Person: eva", "X-Programme: reps"),
           told=(MALLORY[6:],)),
    Attack("an envelope that names the token while the headers do not",
           (BAD, MALLORY, f"To: {COUNCIL}", f"Delivered-To: {COUNCIL}"), told=(MALLORY[6:],)),
    Attack("a forward whose text says that the member wrote it",
           (BAD, MALLORY, "Subject: Fwd: decision"),
           body="---------- Forwarded message ---------\nFrom: Eva Council <eva@reps.example>\n"
           "Date: Mon, 4 Jan 2027 at 10:00\nSubject: decision\nTo: <council@reps.example>\n\n"
           "approve 1", reason="forwarded by somebody"),
    Attack("a resignation in somebody else's name, forwarded by a stranger",
           (BAD, MALLORY, "Subject: Fwd: I stop"),
           body="---------- Forwarded message ---------\nFrom: Bo Lind <bo@post.example>\n"
           "Date: Mon, 4 Jan 2027 at 10:00\nSubject: I stop\nTo: <council@reps.example>\n\n"
           "I resign as a mentor at once.", to=COUNCIL, reason="forwarded by somebody"),
    Attack("an attached mail that says that the member wrote it",
           (BAD, MALLORY, "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"'),
           body=f"--b\nContent-Type: message/rfc822\n\n{REPS}\n{FROM_EVA}\nTo: {{token}}\n"
           "Subject: Re: digest\n\napprove 1\n--b--", reason="forwarded by somebody"),
)  # fmt: skip


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Came]]:
    """Send every attack to one installation."""
    folder: Path = tmp_path_factory.mktemp("senders")
    place = Place(folder)
    digest, _finns = place.besiege()
    yield play(place, digest, ATTACKS)
    place.close()


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_no_decision_comes_from(attack: Attack, played: dict[str, Came]) -> None:
    check(attack, played[attack.name])
