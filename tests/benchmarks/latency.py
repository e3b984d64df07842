"""From delivery into Dovecot to the reply at the mail server, with IDLE, on a running service."""

import json
import random
import statistics
import subprocess
import sys
import time
from argparse import Namespace
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from mailer.app import now
from tests.benchmarks import ours
from tests.benchmarks.corpus import AUTHORITY, COUNCIL, Member, roster
from tests.benchmarks.workbench import Measured, Workbench
from tests.servers.sink import Sink

COMMAND = Path(sys.executable).parent / "mailer"
WARM = 3
MAILS = 40
PATIENCE = 60.0
ALOFT = 2.0
"""The reply is asked for so often that this many milliseconds are lost at the most."""


def measure(bench: Workbench, options: Namespace) -> Measured:
    """Deliver mails one by one, at no regular times, and wait for each reply."""
    members = [member for member in roster(options.number) if member.role == "rep"]
    with Sink() as sink, bench.room() as folder:
        user = bench.dovecot.new_user()
        place = bench.place(folder, user=user)
        place = type(place)(**{**json.loads(place.to_json()), "smtp_port": sink.port})
        ours.prepare(place)
        config = folder / "mailer.toml"
        text = config.read_text().replace(
            "[mailbox.council]", "[mailbox.council]\npoll_seconds = 600"
        )
        config.write_text('log = "json"\n' + text)
        with (folder / "log").open("wb") as log:
            service = subprocess.Popen([str(COMMAND), "--config", str(config), "run"], stderr=log)
        try:
            chance = random.Random(1)
            seconds = []
            for number, member in enumerate(members[: WARM + MAILS]):
                seconds.append(_once(bench, user, sink, member, service))
                time.sleep(chance.uniform(0.2, 1.4))
                if number < WARM:
                    seconds.clear()
        finally:
            service.terminate()
            service.wait(30)
    seconds.sort()
    figures = {
        "mails": len(seconds),
        "p50_s": round(statistics.median(seconds), 2),
        "p99_s": round(seconds[min(len(seconds) - 1, int(len(seconds) * 0.99))], 2),
        "least_s": round(seconds[0], 2),
    }
    print(f"from delivery to reply: {figures}", flush=True)
    return Measured(figures)


def _once(
    bench: Workbench, user: str, sink: Sink, member: Member, service: "subprocess.Popen[bytes]"
) -> float:
    """Return the seconds from the end of a delivery until the writer's reply is at the server."""
    data, seen = _mail(member), len(sink.mails)
    bench.dovecot.deliver(user, [data], sender=member.email)
    begun = time.monotonic()
    while not any(member.email in mail.recipients for mail in sink.mails[seen:]):
        if time.monotonic() - begun > PATIENCE or service.poll() is not None:
            raise SystemExit(f"no reply to {member.email} within {PATIENCE:.0f} s")
        time.sleep(ALOFT / 1000)
    return time.monotonic() - begun


def _mail(member: Member) -> bytes:
    mail = EmailMessage(policy=SMTP)
    domain = member.email.rpartition("@")[2]
    mail["Authentication-Results"] = f"{AUTHORITY}; dmarc=pass header.from={domain}"
    mail["From"], mail["To"] = f"{member.name} <{member.email}>", COUNCIL
    mail["Subject"], mail["Date"] = "Mentoring", format_datetime(now())
    mail["Message-ID"] = f"<{member.portal_username}@{domain}>"
    mail.set_content("Hello,\n\nI would like to become a mentor.\n\n" + member.name)
    return bytes(mail)
