"""Dovecot's Sieve vacation beside the service: the same mails, delivered and answered.

The vacation script stores a mail and answers it with one fixed text; it reads, records and decides
nothing. Each side is measured from the first byte of LMTP to the last answer, with all processes:
Dovecot's on both sides, and ours and the database's on our side.
"""

import os
import pwd
import time
from argparse import Namespace
from pathlib import Path
from typing import Any

from tests.benchmarks import cpu
from tests.benchmarks.corpus import COUNCIL, mails, roster
from tests.benchmarks.workbench import Measured, Workbench, child
from tests.servers.dovecot import Dovecot, running_dovecot

INSTALL = "apt-get install -y dovecot-sieve"
PLUGIN = Path("/usr/lib/dovecot/modules/lib90_sieve_plugin.so")
SETTLE = 3.0
CONFIG = """
protocol lmtp {{
  mail_plugins = sieve
}}
submission_host = 127.0.0.1:{port}
plugin {{
  sieve = file:{script}
  sieve_extensions = +vacation-seconds
  sieve_vacation_min_period = 0
}}
"""
SCRIPT = """\
require ["vacation", "vacation-seconds"];
vacation :seconds 0 :addresses ["{council}"] "Thank you for your mail, which reached us. We will
come back to you as soon as the council has read it. If anything in it has changed, simply answer
this mail.

Best regards,
The council";
"""


def measure(bench: Workbench, options: Namespace) -> Measured:
    """Let both answer the same mails in turns."""
    if not PLUGIN.exists():
        raise SystemExit(f"Dovecot's Sieve is not installed. Install it with: {INSTALL}")
    data = list(mails(options.number, roster(options.number)))
    with running_dovecot() as sieve:
        _teach(sieve, bench.sink.port)
        turns = [
            (_sieve(bench, sieve, data), _ours(bench, data)) for _ in range(max(1, options.rounds))
        ]
    their, own = min((t for t, _ in turns), key=_cost), min((o for _, o in turns), key=_cost)
    figures = {"sieve": their, "ours": own}
    return Measured(
        figures,
        {
            "than Sieve": own["mails_a_second"] / their["mails_a_second"],
            "than Sieve by CPU": their["cpu_ms"] / own["cpu_ms"],
        },
    )


def _cost(one: dict[str, Any]) -> float:
    return float(one["cpu_ms"])


def _teach(server: Dovecot, port: int) -> None:
    """Give a server the script, and start it anew."""
    script = server.base / "vacation.sieve"
    script.write_text(SCRIPT.format(council=COUNCIL))
    if os.geteuid() == 0:  # It keeps the compiled script beside it, as the owner of the mails.
        owner = pwd.getpwnam("nobody")
        os.chown(server.base, owner.pw_uid, owner.pw_gid)
    with (server.base / "dovecot.conf").open("a") as file:
        file.write(CONFIG.format(port=port, script=script))
    server.kill()
    server.start()


def _sieve(bench: Workbench, server: Dovecot, data: list[bytes]) -> dict[str, Any]:
    sent, before, begun = bench.sink.count(), _spent(server), time.perf_counter()
    server.deliver(server.new_user(), data)
    seconds = time.perf_counter() - begun  # The answer goes out before the delivery is done.
    letters = bench.sink.count() - sent
    if not letters:
        raise SystemExit(f"Sieve answered nothing:\n{server.log[-2000:]}")
    return _told("sieve", data, seconds, _spent(server) - before, letters)


def _ours(bench: Workbench, data: list[bytes]) -> dict[str, Any]:
    server, user = bench.dovecot, bench.dovecot.new_user()
    sent, before = bench.sink.count(), _spent(server)
    begun = time.perf_counter()
    server.deliver(user, data)
    seconds = time.perf_counter() - begun
    with bench.room() as folder:
        database = bench.server_cpu()
        told = child("ours", bench.place(folder, user=user))
        database = bench.server_cpu() - database
    spent = _spent(server) - before + told["cpu_seconds"] + database
    letters = bench.sink.count() - sent
    return _told("ours", data, seconds + told["seconds"], spent, letters)


def _spent(server: Dovecot) -> float:
    process = server._process
    return cpu.of_server(process.pid if process else None)


def _told(
    side: str, data: list[bytes], seconds: float, spent: float, letters: int
) -> dict[str, Any]:
    found = {
        "mails_a_second": round(len(data) / seconds, 1),
        "cpu_ms": round(1000 * spent / len(data), 2),
        "letters": letters,
    }
    print(f"{side}: {found}", flush=True)
    return found
