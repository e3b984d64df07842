"""Reports of mail systems are read as reports."""

# ruff: noqa: E501 - the mails keep the long lines that programs write

from mailer.parse.message import parse
from mailer.parse.model import Report

TOP = "From: mailer-daemon@x.example\r\nTo: council@reps.example\r\nDate: Wed, 17 Sep 2025 22:03:00 +0200\r\n"


def report(kind: str, *parts: str) -> bytes:
    inner = "".join(f"--b1\r\n{part}\r\n" for part in parts)
    return (
        TOP
        + f'Content-Type: multipart/report; report-type={kind}; boundary="b1"\r\n\r\n{inner}--b1--\r\n'
    ).encode()


TEXT = "Content-Type: text/plain\r\n\r\nIt failed."
RETURNED = "Content-Type: message/rfc822\r\n\r\nFrom: council@reps.example\r\nMessage-ID: <offer-1@reps.example>\r\n\r\nHello"
HEADERS = "Content-Type: text/rfc822-headers\r\n\r\nFrom: council@reps.example\r\nMessage-ID: <offer-1@reps.example>\r\n"


def test_a_failed_delivery_names_recipient_status_and_mail():
    status = "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; Ana@x.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no\r\n"
    message = parse(report("delivery-status", TEXT, status, RETURNED))
    assert message.report == Report(
        "delivery", "ana@x.example", "failed", "5.1.1", "<offer-1@reps.example>"
    )
    assert message.forwarded is None


def test_the_first_recipient_that_failed_counts():
    status = "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; a@x.example\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\nFinal-Recipient: rfc822; b@x.example\r\nAction: failed\r\nStatus: 5.2.2\r\n"
    found = parse(report("delivery-status", TEXT, status, HEADERS)).report
    assert found == Report("delivery", "b@x.example", "failed", "5.2.2", "<offer-1@reps.example>")


def test_a_complaint_names_the_mail():
    feedback = "Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\nOriginal-Rcpt-To: <ana@x.example>\r\n"
    found = parse(report("feedback-report", TEXT, feedback, RETURNED)).report
    assert found == Report("feedback", "ana@x.example", "abuse", "", "<offer-1@reps.example>")


def test_a_receipt_names_the_mail():
    receipt = "Content-Type: message/disposition-notification\r\n\r\nFinal-Recipient: rfc822;ana@x.example\r\nOriginal-Message-ID: <offer-1@reps.example>\r\nDisposition: manual-action/MDN-sent-manually; displayed\r\n"
    found = parse(report("disposition-notification", TEXT, receipt)).report
    assert found == Report("receipt", "ana@x.example", "displayed", "", "<offer-1@reps.example>")


def test_a_forwarded_report_is_a_forward_and_no_report():
    inner = report(
        "delivery-status",
        TEXT,
        "Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; a@x.example\r\nAction: failed\r\n",
    ).decode()
    outer = f'{TOP.replace("mailer-daemon", "ana")}Content-Type: multipart/mixed; boundary="o"\r\n\r\n--o\r\n\r\nlook\r\n--o\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--o--\r\n'
    message = parse(outer.encode())
    assert message.report is None
    assert message.forwarded is not None
    assert message.forwarded.report is not None


def test_an_old_bounce_is_known_by_its_header():
    data = (
        TOP
        + "X-Failed-Recipients: ana@x.example\r\n\r\nIt failed.\r\n\r\n> Message-ID: <offer-1@reps.example>\r\n"
    ).encode()
    assert parse(data).report == Report(
        "delivery", "ana@x.example", "failed", "", "<offer-1@reps.example>", guessed=True
    )


def test_a_report_without_its_part_is_still_a_report():
    assert parse(report("delivery-status", TEXT)).report == Report("delivery")
