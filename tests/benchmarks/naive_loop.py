"""The loop that most people write: one mail at a time, a commit and a connection for each.

It shares its tables and its letters with the bare loop, and judges as little.
"""

import smtplib
from email import policy
from email.parser import BytesParser

from imapclient import IMAPClient

from tests.benchmarks.bare_loop import engine_of, prepare, record
from tests.benchmarks.place import PROCESSED, Place

__all__ = ["drain", "prepare"]


def drain(place: Place) -> dict[str, float]:
    """Work until the folder is empty. It has no stages to report."""
    engine = engine_of(place.database)
    parser = BytesParser(policy=policy.default)
    with IMAPClient(place.host, place.imap_port, ssl=False) as imap:
        imap.login(place.user, place.password)
        if not imap.folder_exists(PROCESSED):
            imap.create_folder(PROCESSED)
        imap.select_folder("INBOX")
        for uid in imap.search():
            raw = imap.fetch([uid], ["BODY.PEEK[]"])[uid][b"BODY[]"]
            for letter in record(engine, iter([(uid, raw, parser.parsebytes(raw))])):
                with smtplib.SMTP(place.host, place.smtp_port) as smtp:
                    smtp.send_message(letter)
            imap.move([uid], PROCESSED)
    engine.dispose()
    return {}
