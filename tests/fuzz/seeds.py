"""Where fuzzing begins: short texts that already go deep, and the words worth mixing."""

from pathlib import Path

from tests.parse.attributions import ATTRIBUTIONS
from tests.parse.blocks import BLOCKS
from tests.parse.test_html_replies import REPLIES
from tests.parse.test_odd import MAILS
from tests.trust.signing import ed25519, letter, sign

FOUND = Path(__file__).parent / "found"
REPLY = "Yes, gladly.\n\nAna\n\n{}\n\n> Would you?\n> -- \n> Bob\n\nSent from my iPhone\n"
RESULTS = [
    "mx.reps.example; dmarc=pass header.from=x.example",
    'mx.reps.example 1; spf=pass smtp.mailfrom="a@x.example"; dkim=pass (ok) header.d=x.example',
    "mx.other.example; dmarc=pass header.from=x.example",
    "mx4.messagingengine.com; bimi=none\nmx4.messagingengine.com; dmarc=pass header.from=x.example",
]
ADDRESSES = [
    "Ana Pop <ana@x.example>",
    '"Pop, Ana" <ana@x.example>, bob@x.example (Bob)',
    "group: a@x.example, b@x.example;",
    "=?utf-8?q?Ana?= <ana@x.example>",
    "council+abcdefghijklmnopqrstuvwxyz@reps.example",
]
DATES = [
    "Tue, 12 Mar 2024 17:06:10 +0100",
    "Dienstag, 12. März 2024 um 17:06 Uhr",
    "12/03/2024 5:06 PM",
    "2024年3月12日(火) 17:06",
    "12 Mar 99999 25:61:61 +9999",
]
COMMANDS = [
    "approve 12",
    "12 14-16 approve",
    "no 12: too early",
    "later 12 until 1 May",
    "done 12.2",
]
DICTIONARY = (  # noqa: SIM905 - the words are easier to read in one string
    "wrote: From: Sent: To: Subject: Date: Fwd: > -- ## reply above this line <blockquote> <div"
    " charset= boundary= multipart/mixed base64 quoted-printable =?utf-8?b? ?= dmarc=pass 2024 @ <>"
    " DKIM-Signature: l= x= h=from b= bh="
).split()


def seeds(target: str) -> list[bytes]:
    """Return the inputs that fuzzing of a target begins with, and those that broke it once."""
    texts = [REPLY.format(line) for line in [*ATTRIBUTIONS.values(), *BLOCKS.values()]]
    begin: dict[str, list[str]] = {
        "quotes": texts,
        "forwards": [
            f"See below.\n\n---------- Forwarded message ---------\n{b}\n\nHi\n"
            for b in BLOCKS.values()
        ],
        "addresses": ADDRESSES,
        "senders": ADDRESSES,
        "tokens": ADDRESSES,
        "headers": [*ADDRESSES, "=?utf-8?b?R3LDvMOfZQ==?= =?iso-8859-1?q?=FC?="],
        "dates": DATES,
        "html": list(REPLIES.values()),
        "results": RESULTS,
        "commands": COMMANDS,
        "values": [*COMMANDS, "No", "Approve:", "x" * 60 + " reject 12 no-1", "-1 12", "done 1.1"],
        "sentences": [*COMMANDS, "I resign at the end of\nJune.\n\nThanks,\nAna"],
    }
    found = [path.read_bytes() for path in sorted(FOUND.glob(f"{target}-*"))]
    if target == "parse":
        return [*MAILS.values(), *found]
    if target == "dkim":
        return [sign(letter()), sign(sign(letter(), "x.example"), key=ed25519()), *found]
    return [text.encode() for text in begin.get(target, [])] + found
