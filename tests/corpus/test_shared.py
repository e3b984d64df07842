"""The shared labelled mails, where they lie beside the repository: what must never happen there.

They are a sample and nothing is tuned to them; only the figures that must be 0, and a limit on
wrong automatic actions, are held here. Where they do not lie, there is nothing to hold.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

from mailer.parse.message import parse
from mailer.trust.judge import TrustPolicy, judge
from mailer.understand.hear import hear
from mailer.understand.label import label
from mailer.understand.model import ReadPolicy, Thread
from tests.corpus.people import roster
from tests.corpus.score import score

SHARED = Path(__file__).parents[3] / "shared" / "mails"
MOST_WRONG = 7
"""Of some 40 that are acted on alone; most mistakes are in fields."""

MOST_MISHEARD = 4


def answers():
    known = roster(SHARED / "roster.csv")
    policy = TrustPolicy("council@reps.example", "mx.reps.example", loop="council")
    for path in sorted(SHARED.glob("*.eml")):
        message = parse(path.read_bytes())
        verdict = judge(message, known, None, policy)
        at = message.sent or datetime(2026, 11, 30, tzinfo=UTC)
        reading = hear(message, Thread(), known, verdict, ReadPolicy(), at)
        yield label(path.name, message, verdict, reading, known)


def test_no_mail_is_lost_and_no_robot_is_answered():
    if not SHARED.is_dir():
        return
    text = (SHARED / "labels.jsonl").read_text(encoding="utf-8")
    labels = [json.loads(line) for line in text.splitlines()]
    figures = score(labels, answers())["all"]
    assert figures.mails_lost == 0
    assert figures.replies_wrongly_sent == 0
    assert figures.wrong <= MOST_WRONG, figures.mistakes
    misheard = [one for one in figures.mistakes if set(one[2]) != set(one[3])]
    assert len(misheard) <= MOST_MISHEARD, misheard
