"""The council's digest when very much is open: how long it takes, and whether it can be read."""

import email
import email.policy
import time
from argparse import Namespace
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from mailer.app import App
from mailer.record import convert
from mailer.record.load import table
from mailer.rules.ids import derive
from mailer.rules.records import Question
from mailer.settings import load
from storage import bulk, inbox
from storage.engine import reading, writing
from storage.inbox import Arrival
from tests.benchmarks import lived
from tests.benchmarks.corpus import AUTHORITY
from tests.benchmarks.workbench import Measured, Workbench

FEW = 10
CUT = 102_400
"""Bytes at which a large provider's mail program cuts a letter off."""
KINDS = ("contact", "application", "address", "resignation")


def measure(bench: Workbench, options: Namespace) -> Measured:
    """Write a digest of few and of many questions, and decide by answering the second one."""
    few, many = (_digest(bench, number) for number in (FEW, options.questions))
    if many["html_and_text_bytes"] > CUT:
        raise SystemExit(f"the digest has {many['html_and_text_bytes']} bytes and would be cut")
    return Measured(
        {str(FEW): few, str(options.questions): many},
        {"room in a long digest": CUT / many["html_and_text_bytes"]},
    )


def _digest(bench: Workbench, number: int) -> dict[str, Any]:
    with bench.room() as folder:
        place = bench.place(folder)
        lived.settle(place)
        app = App(load(Path(place.folder) / "mailer.toml"))
        now = app.clock()
        with writing(app.engine, lived.PROGRAMME) as connection:
            rows = [convert.question_row(lived.PROGRAMME, q) for q in _questions(number, now)]
            bulk.put(connection, table("question"), rows)
            counted = {"programme": lived.PROGRAMME, "name": "question", "value": number}
            bulk.put(connection, table("counter"), [counted])
        line = app.lines[lived.PROGRAMME]
        cpu, server = time.process_time(), bench.server_cpu()
        line.digest(now)
        cpu = time.process_time() - cpu + bench.server_cpu() - server
        letters = _letters(app)
        answered = _answer(app, letters[0], number)
        text = _part(letters[0], "plain")
        app.close()
    found = {
        "cpu_ms": round(1000 * cpu),
        "letters": len(letters),
        "bytes": max(map(len, map(bytes, letters))),
        "html_and_text_bytes": max(
            len((_part(one, "plain") + _part(one, "html")).encode()) for one in letters
        ),
        "lines_of_text": len(text.splitlines()),
        "answer_cpu_ms": round(1000 * answered),
    }
    print(f"{number} questions: {found}", flush=True)
    return found


def _questions(number: int, now: datetime) -> list[Question]:
    return [
        Question(
            id=derive("bench", str(n)),
            kind=KINDS[n % len(KINDS)],
            title=f"Person Number {n} writes: something about mentoring, at some length",
            procedure="contact",
            case=None,
            asked=now - timedelta(days=90 * n // number),
            number=n,
            facts=(("From", "p...@mail.example"), ("Reads like", "nothing that we know")),
            evidence="I hope that all of you had a good start into the week.",
            rule="E3: what is not sure is read by a person",
            approve="marks it as answered; nothing is sent",
            silence="it stays here",
        )
        for n in range(1, number + 1)
    ]


def _letters(app: App) -> list[EmailMessage]:
    letter = table("letter").c
    query = select(letter.data).where(letter.template == "digest/digest.council")
    with reading(app.engine) as connection:
        found = connection.execute(query.order_by(letter.id)).scalars().all()
    return [email.message_from_bytes(bytes(x), policy=email.policy.default) for x in found]


def _part(letter: EmailMessage, kind: str) -> str:
    part = letter.get_body((kind,))
    return str(part.get_content()) if part else ""


def _answer(app: App, letter: EmailMessage, number: int) -> float:
    """Decide the first and the last question by a reply; return the seconds of CPU."""
    member = letter["To"].addresses[0]
    reply = EmailMessage(policy=email.policy.SMTP)
    reply["Authentication-Results"] = f"{AUTHORITY}; dmarc=pass header.from={member.domain}"
    reply["From"], reply["To"] = str(member), letter["Reply-To"]
    reply["Subject"], reply["Message-ID"] = f"Re: {letter['Subject']}", "<answer@bench.example>"
    reply["Date"] = format_datetime(app.clock())
    reply["In-Reply-To"] = letter["Message-ID"]
    quoted = "\n".join(f"> {one}" for one in _part(letter, "plain").splitlines())
    reply.set_content(f"approve 1\napprove {number}\n\nThe council wrote:\n{quoted}\n")
    cpu = time.process_time()
    with writing(app.engine) as connection:
        inbox.store(connection, [Arrival(lived.PROGRAMME, "file", bytes(reply), app.clock())])
    app.work()
    cpu = time.process_time() - cpu
    question = table("question").c
    decided = select(question.state).where(question.number.in_((1, number)))
    with reading(app.engine) as connection:
        states = connection.execute(decided).scalars().all()
    if "pending" in states:
        raise SystemExit(f"the answer to a digest of {number} questions decided nothing: {states}")
    return cpu
