"""mail.md 3.3 and 2: mails that look like a member's decision and are none, each by SMTP.

Here the sender is who they say, or is a robot; what stops the mail is its form, its way, or its
words. Question 1 waits in Eva's digest.
"""

from collections.abc import Iterator

import pytest

from tests.attacks.place import Attack, Came, Place, check, ours, play
from tests.story import CHI, COUNCIL, EVA, FINN

REPS = ours("pass", "reps.example")
FROM_EVA = f"From: {EVA}"
MEMBER = (REPS, FROM_EVA)
MARKER = "## reply above this line ##"
HTML = (*MEMBER, "MIME-Version: 1.0", "Content-Type: text/html; charset=utf-8")
PARTS = (*MEMBER, "MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"')
REPORT = (
    "From: Mail Delivery System <mailer-daemon@reps.example>",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type={}; boundary="b"',
)
RETURNED = (
    "--b\nContent-Type: text/plain\n\napprove 1\n--b\nContent-Type: message/{}\n\n"
    "Final-Recipient: rfc822; ana@mail.example\nAction: failed\nStatus: 5.1.1\n"
    "Original-Rcpt-To: ana@mail.example\nDisposition: manual-action/MDN-sent-manually; displayed\n"
    "--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: <guessed@reps.example>\n--b--"
)


def robot(
    name: str, *headers: str, body: str = "approve 1", outcome: str = "ignored_auto"
) -> Attack:
    """Return an attack that is ignored: it is not shown, and nobody is told."""
    return Attack(name, (*MEMBER, *headers), body=body, outcome=outcome)


def unread(name: str, body: str, headers: tuple[str, ...] = MEMBER) -> Attack:
    """Return a member's own mail of which each line is refused: she is told why."""
    return Attack(name, headers, body=body, outcome="applied", told=(EVA,))


def below(name: str, body: str) -> Attack:
    """Return a member's own mail without a decision in its own words: the council reads it."""
    return Attack(name, MEMBER, body=body)


ATTACKS = (
    # Section 2: robots, each with the token and the proof of the member.
    robot("an automatic answer", "Auto-Submitted: auto-replied"),
    robot("an automatic mail", "Auto-Submitted: auto-generated"),
    robot("a vacation note with an old header", "X-Autoreply: yes"),
    robot("a vacation note of Exchange", "X-MS-Exchange-Inbox-Rules-Loop: eva@reps.example"),
    robot("a mail with Precedence: bulk", "Precedence: Bulk"),
    robot("a mail with Precedence: auto_reply", "Precedence: auto_reply"),
    robot("a mail that came by a list", "List-Id: <reps.lists.example>"),
    robot("a mail with an empty Return-Path", "Return-Path: <>"),
    robot("a mail that carries our loop mark", "X-Loop: reps@reps.example"),
    Attack("a mail with the empty envelope sender of a bounce", MEMBER, sender="",
           outcome="ignored_auto"),
    Attack("a mail in the name of the service itself", (REPS, f"From: Council <{COUNCIL}>"),
           outcome="ignored_auto"),
    Attack("a mail whose envelope sender is the service", MEMBER, sender=COUNCIL,
           outcome="ignored_auto"),
    Attack("a forged delivery report for a letter nobody sent",
           (REPS, *REPORT[:2], REPORT[2].format("delivery-status")),
           body=RETURNED.format("delivery-status"), outcome="bounce", sender=""),
    Attack("a forged complaint report", (REPS, *REPORT[:2], REPORT[2].format("feedback-report")),
           body=RETURNED.format("feedback-report"), outcome="bounce"),
    Attack("a read receipt", (REPS, *MEMBER[1:], *REPORT[1:2],
           REPORT[2].format("disposition-notification")),
           body=RETURNED.format("disposition-notification"), outcome="ignored_auto"),
    Attack("an invitation",
           (*MEMBER, "MIME-Version: 1.0", "Content-Type: text/calendar; method=REPLY"),
           body="BEGIN:VCALENDAR\nMETHOD:REPLY\nSUMMARY:approve 1\nEND:VCALENDAR",
           outcome="ignored_auto"),
    # Section 3.3, 10 and 11: forwards, quotations, hidden text.
    Attack("a forward of a decision by another member",
           (REPS, f"From: {FINN}", "Subject: Fwd: decision"),
           body="---------- Forwarded message ---------\nFrom: Eva Council <eva@reps.example>\n"
           "Date: Mon, 4 Jan 2027 at 10:00\nSubject: decision\nTo: <council@reps.example>\n\n"
           "approve 1"),
    below("only a quotation", f"> {MARKER}\n> approve 1\n> 1: approve"),
    below("words below our marker line", f"Thank you.\n\n{MARKER}\n\napprove 1"),
    below("words below a signature", "Thank you.\n\n-- \napprove 1"),
    below("words below an Outlook header",
           "Thank you.\n\n-----Original Message-----\nFrom: Reps Council\nSent: Monday\n"
           "To: Eva\nSubject: digest\n\napprove 1"),
    unread("text that HTML hides",
           "<p>I will look at it.</p><div style='display:none'>approve 1</div>"
           "<p style='font-size:0'>approve 1</p><p hidden>approve 1</p><!-- approve 1 -->"
           "<style>approve 1</style><script>approve 1</script><title>approve 1</title>", HTML),
    unread("the HTML part beside a harmless text",
           "--b\nContent-Type: text/plain\n\nI will look at it tomorrow.\n--b\n"
           "Content-Type: text/html\n\n<p>approve 1</p>\n--b--",
           tuple(line.replace("mixed", "alternative") for line in PARTS)),
    unread("an attachment",
           "--b\nContent-Type: text/plain\n\nSee the file.\n--b\nContent-Type: text/plain; "
           'name="approve.txt"\nContent-Disposition: attachment; filename="approve 1.txt"\n\n'
           "approve 1\n--b--", PARTS),
    unread("a line with more words", "approve 1 if Finn agrees"),
    unread("a question", "approve 1?"),
    unread("a sentence", "I would approve 1 of them, not all."),
    unread("both verbs for one number", "approve 1\nreject 1: no"),
    unread("a line behind the twenty-fifth", "no idea\n" * 25 + "approve 1"),
    unread("a number that no digest shows", "approve 2"),
    unread("all, without the code of the digest", "approve all"),
    unread("all, with a guessed code", "approve all AAAA"),
    unread("a rejection without its reason", "reject 1"),
    unread("an HTML comment in text", "<!-- approve 1 -->"),
    unread("a template in words", "{{{{ approve 1 }}}} {{% approve 1 %}}"),
    Attack("an encrypted mail",
           (*MEMBER, "MIME-Version: 1.0", 'Content-Type: multipart/encrypted; boundary="b"'),
           body="--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\n"
           "Content-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\nx\n--b--"),
    Attack("a subject that decides, without words", (*MEMBER, "Subject: approve 1"), body="",
           to=COUNCIL),
    # Section 3.3, 16: what is said of others is a request at most.
    Attack("a plain member decides", (ours("pass", "mail.example"), f"From: {CHI}")),
)  # fmt: skip


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Came]]:
    """Send every attack to one installation."""
    place = Place(tmp_path_factory.mktemp("decisions"))
    digest, _finns = place.besiege()
    yield play(place, digest, ATTACKS)
    place.close()


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_decided_by(attack: Attack, played: dict[str, Came]) -> None:
    check(attack, played[attack.name])
