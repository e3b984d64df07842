"""Mail that no person wrote: one test for each rule, and the people who look like robots."""

import pytest

from mailer.trust.model import Action, Kind
from mailer.trust.robots import TABLE, Ours, classify
from tests.builders import COUNCIL, mail

LOOP = "reps@reps.example"
LISTS = frozenset({"council.reps.example"})


def kind_of(lists: frozenset[str] = frozenset(), **given: str) -> Kind:
    return classify(mail(**given), Ours(COUNCIL, LOOP, lists)).kind  # type: ignore[arg-type]


def report(report_type: str, part: str) -> Kind:
    return kind_of(
        text=f"--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\nContent-Type: {part}\r\n\r\n"
        "Final-Recipient: rfc822; ana@mail.example\r\nAction: failed\r\nStatus: 5.1.1\r\n--b--\r\n",
        content_type=f'multipart/report; report-type={report_type}; boundary="b"',
        who="Mail Delivery <mailer-daemon@mail.example>",
    )


def test_1_a_delivery_report_is_a_bounce() -> None:
    assert report("delivery-status", "message/delivery-status") is Kind.BOUNCE


def test_1_a_delivery_report_of_our_own_server_is_a_bounce() -> None:
    found = kind_of(
        text="--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n"
        "Final-Recipient: rfc822; ana@mail.example\r\nStatus: 5.1.1\r\n--b--\r\n",
        content_type='multipart/report; report-type=delivery-status; boundary="b"',
        who=f"Mail Delivery <{COUNCIL}>",
    )
    assert found is Kind.BOUNCE


def test_2_an_abuse_report_is_a_complaint() -> None:
    assert report("feedback-report", "message/feedback-report") is Kind.COMPLAINT


def test_3_a_read_receipt_is_a_receipt() -> None:
    found = report("disposition-notification", "message/disposition-notification")
    assert found is Kind.RECEIPT


def test_4_failed_recipients_make_a_bounce() -> None:
    assert kind_of(head="X-Failed-Recipients: ana@mail.example") is Kind.BOUNCE


def test_4_what_a_daemon_says_in_words_is_a_bounce_and_what_a_person_quotes_is_none() -> None:
    words = (
        "Hi. This is the qmail-send program at mail.example.\r\n"
        "I'm afraid I wasn't able to deliver your message to the following addresses.\r\n"
        "This is a permanent error; I've given up. Sorry it didn't work out.\r\n\r\n"
        "<bo@post.example>:\r\nSorry, no mailbox here by that name. (#5.1.1)\r\n"
    )
    assert kind_of(text=words, who="MAILER-DAEMON@mail.example") is Kind.BOUNCE
    assert kind_of(text=words, envelope="") is Kind.BOUNCE
    assert kind_of(text=words) is Kind.HUMAN


TO_BOUNCES = f"council+b.{'a' * 32}@reps.example"


@pytest.mark.parametrize("name", ["Delivered-To", "X-Original-To", "Envelope-To", "Cc"])
def test_5_what_is_sent_to_the_address_of_bounces_and_is_none_is_a_machine(name: str) -> None:
    step = classify(mail(head=f"{name}: {TO_BOUNCES}"), Ours(COUNCIL, LOOP))
    assert (step.number, step.kind) == (5, Kind.AUTO)


def test_5_a_report_to_the_address_of_bounces_is_a_bounce() -> None:
    head = f"Delivered-To: {TO_BOUNCES}\nX-Failed-Recipients: ana@mail.example"
    assert kind_of(head=head) is Kind.BOUNCE


@pytest.mark.parametrize(
    "address",
    ["council@reps.example", f"council+{'a' * 26}@reps.example", "council+b.short@reps.example",
     f"other+b.{'a' * 32}@reps.example", f"council+b.{'a' * 32}@elsewhere.example"],
)  # fmt: skip
def test_5_other_addresses_are_none_of_bounces(address: str) -> None:
    assert kind_of(head=f"Delivered-To: {address}") is Kind.HUMAN


def test_6_a_mail_with_the_id_of_a_letter_of_ours_is_our_own() -> None:
    step = classify(mail(), Ours(COUNCIL, LOOP, known=True))
    assert (step.number, step.kind) == (6, Kind.OWN)


@pytest.mark.parametrize("value", [LOOP, LOOP.upper(), f"  {LOOP} "])
def test_6_our_own_loop_mark_is_our_own(value: str) -> None:
    assert kind_of(head=f"X-Loop: {value}") is Kind.OWN


def test_6_the_loop_mark_of_others_is_none_of_ours() -> None:
    assert kind_of(head="X-Loop: other@elsewhere.example") is Kind.HUMAN


@pytest.mark.parametrize(
    "given",
    [
        {"who": f"Council <{COUNCIL}>"},
        {"who": "council+abc@reps.example"},
        {"who": COUNCIL.upper()},
        {"head": f"Sender: Reps Council <{COUNCIL}>"},
        {"head": f"Sender: {COUNCIL}"},
        {"envelope": COUNCIL},
        {"envelope": "council+bounce-1@reps.example"},
    ],
)
def test_7_our_own_address_is_our_own(given: dict[str, str]) -> None:
    assert kind_of(**given) is Kind.OWN


def test_7_the_councils_own_list_may_send_in_its_name() -> None:
    head = f"List-Id: Council <council.reps.example>\nSender: {COUNCIL}"
    assert kind_of(LISTS, head=head, envelope="council+bncAbc@reps.example") is Kind.HUMAN


@pytest.mark.parametrize("given", [{"envelope": ""}, {"envelope": "<>"}])
def test_8_an_empty_envelope_sender_is_a_machine(given: dict[str, str]) -> None:
    assert kind_of(**given) is Kind.AUTO


@pytest.mark.parametrize("value", ["<>", " < > "])
def test_8_an_empty_return_path_is_a_machine(value: str) -> None:
    assert kind_of(head=f"Return-Path: {value}") is Kind.AUTO


@pytest.mark.parametrize(
    "value", ["auto-replied", "auto-generated", "AUTO-Notified", "vacation", "auto-replied; a=b"]
)
def test_9_auto_submitted_is_a_machine(value: str) -> None:
    assert kind_of(head=f"Auto-Submitted: {value}") is Kind.AUTO
    assert kind_of(head=f"AUTO-SUBMITTED:\r\n {value}") is Kind.AUTO


@pytest.mark.parametrize("value", ["no", "No", "no (a person)", "no; x=y"])
def test_9_auto_submitted_no_is_a_person(value: str) -> None:
    assert kind_of(head=f"Auto-Submitted: {value}") is Kind.HUMAN


@pytest.mark.parametrize(
    "line",
    [
        "X-Autoreply: yes",
        "X-Autorespond: 1",
        "X-AutoReply-From: ana@mail.example",
        "X-Mail-Autoreply: x",
        "X-FC-MachineGenerated: true",
        "X-POST-MessageClass: 9; Autoresponder",
        "X-MS-Exchange-Inbox-Rules-Loop: ana@mail.example",
        "Content-Identifier: Auto-replied",
    ],
)
def test_10_the_marks_of_answering_machines(line: str) -> None:
    assert kind_of(head=line) is Kind.AUTO
    assert kind_of(head=line.lower()) is Kind.AUTO


@pytest.mark.parametrize("rank", ["auto_reply", "bulk", "junk", "list", "BULK"])
@pytest.mark.parametrize("name", ["Precedence", "X-Precedence"])
def test_11_precedence_is_bulk(name: str, rank: str) -> None:
    assert kind_of(head=f"{name}: {rank}") is Kind.BULK


def test_11_a_harmless_precedence_does_not_hide_a_second_one() -> None:
    assert kind_of(head="Precedence: normal\nX-Precedence: bulk") is Kind.BULK
    assert kind_of(head="Precedence: first-class") is Kind.HUMAN


@pytest.mark.parametrize(
    "line",
    [
        "List-Id: <news.list.example>",
        "List-Post: <mailto:news@list.example>",
        "List-Unsubscribe: <mailto:off@list.example>",
        "List-Help: <mailto:help@list.example>",
        "X-Campaign: spring",
        "X-CampaignID: 7",
    ],
)
def test_12_the_marks_of_lists_and_campaigns(line: str) -> None:
    assert kind_of(head=line) is Kind.BULK


def test_12_the_councils_own_list_is_no_bulk() -> None:
    head = "List-Id: The Council <Council.Reps.Example>\nPrecedence: list"
    assert kind_of(LISTS, head=head) is Kind.HUMAN
    assert kind_of(head=head) is Kind.BULK


def test_12_a_feedback_id_alone_is_a_person() -> None:
    # Proton writes it into everybody's mail.
    assert kind_of(head="Feedback-ID: 1234:user:proton") is Kind.HUMAN


@pytest.mark.parametrize(
    "name",
    ["mailer-daemon", "MAILER-DAEMON", "postmaster", "post-master", "noreply", "no-reply",
     "donotreply", "do-not-reply", "bounce", "bounces", "bounces+ana=x", "abuse", "root", "daemon"],
)  # fmt: skip
def test_13_the_names_of_machines(name: str) -> None:
    assert kind_of(who=f"Portal <{name}@mail.example>") is Kind.AUTO


@pytest.mark.parametrize("name", ["norena", "abuser", "rootger", "daemonika", "bouncer", "ana"])
def test_13_names_that_only_look_so_are_people(name: str) -> None:
    assert kind_of(who=f"{name}@mail.example") is Kind.HUMAN


@pytest.mark.parametrize(
    "subject",
    ["Automatic reply: Digest", "Out of Office", "Abwesenheitsnotiz: x", "Auto: away",
     "Automatisch antwoord: x", "Respuesta automática: x", "Réponse automatique : x",
     "Risposta automatica", "Frånvaro: x", "Fuori sede"],
)  # fmt: skip
def test_14_subjects_of_the_absent_count_in_answers_only(subject: str) -> None:
    answer = "In-Reply-To: <x@reps.example>"
    assert kind_of(subject=subject, head=answer) is Kind.ABSENT
    assert kind_of(subject=subject) is Kind.HUMAN
    assert kind_of(subject=f"Re: {subject}", head=answer) is Kind.HUMAN


@pytest.mark.parametrize("value", ["All", "all", "DR", "AutoReply", "OOF", "RN, NRN, OOF", "dr;rn"])
def test_15_a_wish_for_no_automatic_answer_is_a_person_who_is_not_answered(value: str) -> None:
    step = classify(mail(head=f"X-Auto-Response-Suppress: {value}"), Ours(COUNCIL, LOOP))
    assert (step.number, step.kind, step.action) == (15, Kind.HUMAN, Action.ACCEPT)
    assert not step.answer


@pytest.mark.parametrize("value", ["None", "RN", "NRN", "small", ""])
def test_15_other_wishes_are_none(value: str) -> None:
    step = classify(mail(head=f"X-Auto-Response-Suppress: {value}"), Ours(COUNCIL, LOOP))
    assert (step.number, step.answer) == (16, True)


@pytest.mark.parametrize(
    ("head", "dropped"),
    [
        ("In-Reply-To: <abc.reps.refusal@reps.example>", True),
        ("References: <1@mail.example> <abc.reps.refusal@reps.example>", True),
        ("In-Reply-To: <abc.reps@reps.example>", False),
        ("In-Reply-To: <abc.reps.refusal@elsewhere.example>", False),
    ],
)
def test_an_answer_to_a_refusal_of_ours_is_dropped(head: str, *, dropped: bool) -> None:
    assert (kind_of(head=head) is Kind.AUTO) is dropped


def test_the_rows_stand_in_their_order_and_the_last_one_takes_everything() -> None:
    numbers = [step.number for step in TABLE]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, 17))
    assert [step.number for step in TABLE if step.answer] == [16]


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("X-Loop: reps@reps.example\nAuto-Submitted: auto-replied\nPrecedence: bulk", 6),
        ("Return-Path: <>\nAuto-Submitted: auto-replied\nX-Autoreply: yes", 8),
        ("Auto-Submitted: auto-replied\nX-Autoreply: yes\nPrecedence: bulk", 9),
        ("X-Autoreply: yes\nPrecedence: bulk\nList-Id: <l.example>", 10),
        ("Precedence: bulk\nList-Id: <l.example>", 11),
        ("List-Id: <l.example>\nX-Auto-Response-Suppress: All", 12),
    ],
)
def test_the_first_row_that_matches_wins(head: str, number: int) -> None:
    assert classify(mail(head=head), Ours(COUNCIL, LOOP)).number == number


def test_16_everybody_else_is_a_person() -> None:
    assert kind_of() is Kind.HUMAN
    assert kind_of(who="From: ") is Kind.HUMAN


CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("content_type", "text"),
    [
        ("text/calendar; method=REPLY", CALENDAR),
        (
            'multipart/alternative; boundary="b"',
            (
                "--b\r\nContent-Type: text/plain\r\n\r\nPlease come.\r\n"
                f"--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n{CALENDAR}--b--\r\n"
            ),
        ),
    ],
)
def test_an_invitation_is_a_machine(content_type: str, text: str) -> None:
    assert kind_of(content_type=content_type, text=text) is Kind.AUTO


def test_a_calendar_file_that_a_person_attached_is_a_person() -> None:
    text = (
        "--b\r\nContent-Type: text/plain\r\n\r\nHere is the date of our meeting.\r\n"
        '--b\r\nContent-Type: text/calendar; name="meeting.ics"\r\n'
        f'Content-Disposition: attachment; filename="meeting.ics"\r\n\r\n{CALENDAR}--b--\r\n'
    )
    assert kind_of(content_type='multipart/mixed; boundary="b"', text=text) is Kind.HUMAN


def test_a_forwarded_bounce_is_a_person() -> None:
    text = (
        "--b\r\nContent-Type: text/plain\r\n\r\nMy mail to Bo came back, see below.\r\n"
        "--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: MAILER-DAEMON@mail.example\r\n"
        "Subject: Undelivered\r\nContent-Type: multipart/report; report-type=delivery-status;"
        ' boundary="c"\r\n\r\n--c\r\nContent-Type: message/delivery-status\r\n\r\n'
        "Action: failed\r\n--c--\r\n\r\n--b--\r\n"
    )
    assert kind_of(content_type='multipart/mixed; boundary="b"', text=text) is Kind.HUMAN
