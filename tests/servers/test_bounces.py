"""A letter leaves by SMTP, and its report comes back to the address of its own."""

import smtplib
from pathlib import Path

import pytest

from mailer.app import App
from mailer.installation import intake_server
from mailer.record.people_csv import plan
from mailer.settings import Delivery, Intake, Settings
from mailer.settings.files import shipped_programme
from tests.servers.sink import Sink
from tests.servers.test_intake import free_port
from tests.stories.test_faults import DSN
from tests.story import AUTHSERV, COUNCIL, PEOPLE, START

REQUEST = f"""\
Authentication-Results: {AUTHSERV}; dmarc=pass header.from=mail.example
From: Ana Pop <ana@mail.example>
To: {COUNCIL}
Subject: status
Message-ID: <1@mail.example>

status
"""


@pytest.mark.parametrize("protocol", ["smtp", "lmtp"])
def test_a_report_finds_its_letter_on_the_way_back(tmp_path: Path, protocol: str) -> None:
    with Sink() as sink:
        settings = Settings(
            data=tmp_path,
            programme={"reps": shipped_programme("reps", address=COUNCIL, authserv_id=AUTHSERV)},
            intake=Intake(protocol=protocol, port=free_port()),  # type: ignore[arg-type]
            delivery=Delivery(kind="smtp", host=sink.host, port=sink.port, security="none"),
        )
        app = App(settings, lambda: START)
        line = app.lines["reps"]
        line.desk.look_up([], START)
        line.enrol(plan(PEOPLE, line.desk.roster, "reps").records, START)
        server = intake_server(settings, app.engine, app.clock)
        server.start()
        client = smtplib.LMTP if protocol == "lmtp" else smtplib.SMTP
        try:
            with client("127.0.0.1", settings.intake.port, timeout=20) as connection:
                connection.sendmail("ana@mail.example", [COUNCIL], REQUEST)
            app.once()
            [letter] = sink.mails
            assert letter.sender.startswith("council+b.")
            report = DSN.format(status="5.1.1", message_id="").replace(COUNCIL, letter.sender)
            with client("127.0.0.1", settings.intake.port, timeout=20) as connection:
                connection.sendmail("", [letter.sender], report)
            app.once()
            assert list(line.desk.suspended()) == ["ana@mail.example"]
        finally:
            server.stop()
            app.close()
