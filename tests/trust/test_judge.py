"""Who speaks, how sure that is, and what a mail may do: mail.md 3.2 and 3.3, line by line."""

from dataclasses import replace
from typing import Any

import pytest

from mailer.parse.message import parse
from mailer.rules.records import Sent
from mailer.trust.judge import Platform, TrustPolicy, judge
from mailer.trust.model import Action, Kind, Trust, Verdict
from tests.builders import ANA, BO, COUNCIL, EVA, OUR_SERVER, mail, roster, sent

POLICY = TrustPolicy(COUNCIL, OUR_SERVER, "reps@reps.example")
STRANGER = "Zed <zed@elsewhere.example>"


def judged(answers: Sent | None = None, policy: TrustPolicy = POLICY, **given: Any) -> Verdict:
    return judge(mail(**given), roster(), answers, policy)


def held(verdict: Verdict) -> bool:
    return (
        verdict.action is Action.HOLD
        and verdict.trust is Trust.CLAIMED
        and not verdict.may_answer
        and bool(verdict.reasons)
    )


def test_an_authenticated_member_speaks() -> None:
    found = judged()
    assert (found.action, found.trust, found.speaker) == (Action.ACCEPT, Trust.AUTHENTICATED, "ana")
    assert found.reasons == ("authenticated by our mail server",)


def test_every_address_of_a_person_is_that_person() -> None:
    assert judged(who="POP@Work.Example", domain="work.example").speaker == "ana"


def test_the_display_name_never_identifies() -> None:
    found = judged(who="Ana Pop <zed@elsewhere.example>", domain="elsewhere.example")
    assert found.speaker is None


@pytest.mark.parametrize("name", ["Reply-To", "Sender", "X-Original-From", "Return-Path"])
def test_no_other_header_identifies(name: str) -> None:
    found = judged(
        who=STRANGER, domain="elsewhere.example", head=f"{name}: Ana Pop <ana@mail.example>"
    )
    assert found.speaker is None


UNCLEAN = {
    "two From headers": "From: ana@mail.example\nFrom: zed@elsewhere.example",
    "the same From twice": "From: ana@mail.example\nFrom: ana@mail.example",
    "two addresses": "From: ana@mail.example, zed@elsewhere.example",
    "a name with another address": 'From: "eva@reps.example" <ana@mail.example>',
    "an address before the address": "From: eva@reps.example <ana@mail.example>",
    "no From": "X-From: ana@mail.example",
    "an empty From": "From: ",
    "group syntax": "From: friends: ana@mail.example;",
    "no address": "From: Ana Pop",
    "an unclosed quotation mark": 'From: "Ana <ana@mail.example>',
    "a look-alike letter": "From: \u0430na@mail.example",
    "the Kelvin sign for a k": "From: \u212aim@mail.example",
    "a full-width letter": "From: ana@m\uff41il.example",
    "a control character": "From: ana\x00@mail.example",
    "a source route": "From: <@evil.example:ana@mail.example>",
}


@pytest.mark.parametrize("lines", UNCLEAN.values(), ids=UNCLEAN)
def test_an_unclean_from_is_held_and_names_nobody(lines: str) -> None:
    found = judge(
        parse(
            f"Authentication-Results: {OUR_SERVER}; dmarc=pass header.from=mail.example\r\n"
            f"{lines}\r\nSubject: x\r\n\r\nI resign.\r\n".replace("\nFrom:", "\r\nFrom:").encode()
        ),
        roster(),
        None,
        POLICY,
    )
    assert held(found)
    assert found.speaker is None


@pytest.mark.parametrize(
    "given",
    [
        {"dmarc": "fail"},
        {"dmarc": "pass", "domain": "evil.example"},
        {"dmarc": "pass", "domain": "mail.example.evil.example"},
        {"dmarc": "pass", "domain": ""},
    ],
    ids=["fail", "other domain", "a domain that begins so", "no domain"],
)
def test_a_forged_sender_is_held_and_never_answered(given: dict[str, str]) -> None:
    found = judged(**given)
    assert held(found)
    assert "forged" in found.reasons[0]


def test_a_forged_sender_is_held_whatever_token_it_carries() -> None:
    assert held(judged(sent(ANA), dmarc="fail"))


@pytest.mark.parametrize("dmarc", [None, "none", "temperror", "permerror"])
def test_without_a_pass_a_sender_is_only_claimed(dmarc: str | None) -> None:
    found = judged(dmarc=dmarc)
    assert (found.action, found.trust, found.speaker) == (Action.ACCEPT, Trust.CLAIMED, "ana")


def test_without_an_id_nobody_is_authenticated_and_the_reason_says_so() -> None:
    found = judged(policy=TrustPolicy(COUNCIL))
    assert found.trust is Trust.CLAIMED
    assert found.reasons == ("not authenticated: no authserv_id is set",)


def test_spf_alone_is_not_enough() -> None:
    head = f"Authentication-Results: {OUR_SERVER}; spf=pass smtp.mailfrom=ana@mail.example"
    assert judged(dmarc=None, head=head).trust is Trust.CLAIMED


def test_proven_needs_both_proofs() -> None:
    assert judged(sent(ANA)).trust is Trust.PROVEN
    assert judged(sent(ANA), dmarc=None).trust is Trust.CLAIMED
    assert judged(sent(ANA, by_token=False)).trust is Trust.AUTHENTICATED
    assert judged(sent(ANA, expired=True)).trust is Trust.AUTHENTICATED


def test_the_token_of_another_proves_nothing() -> None:
    found = judged(sent(EVA))
    assert (found.trust, found.speaker) == (Trust.AUTHENTICATED, "ana")


def test_a_stranger_with_a_members_token_stays_a_stranger() -> None:
    found = judged(sent(EVA), who=STRANGER, domain="elsewhere.example")
    assert found.speaker is None
    assert found.trust is Trust.AUTHENTICATED


def test_a_stranger_is_answered_only_where_the_address_is_proven() -> None:
    assert judged(who=STRANGER, domain="elsewhere.example").may_answer
    assert not judged(who=STRANGER, dmarc=None).may_answer


def test_a_robot_is_ignored_before_anything_else() -> None:
    found = judged(sent(EVA), who="Eva <eva@reps.example>", domain="reps.example",
                   head="Auto-Submitted: auto-replied")  # fmt: skip
    assert found == Verdict(
        Action.IGNORE, Kind.AUTO, Trust.CLAIMED, "eva", may_answer=False,
        reasons=("written by a machine",), step=9,
    )  # fmt: skip


PGP = "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----"


def test_an_encrypted_mail_is_held() -> None:
    found = judged(text=PGP)
    assert held(found)
    assert found.speaker == "ana"


FORWARD = (
    "Please see below.\r\n\r\n---------- Forwarded message ---------\r\n"
    "From: {who}\r\nDate: Sat, Jan 2, 2027 at 10:00 AM\r\nSubject: Bye\r\n"
    "To: Bo Lind <bo@post.example>\r\n\r\n"
    "I resign as a mentor.\r\n"
)  # fmt: skip
ATTACHED = (
    "--b\r\nContent-Type: text/plain\r\n\r\nSee the mail.\r\n"
    "--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: {who}\r\nSubject: Bye\r\n\r\n"
    "I resign as a mentor.\r\n--b--\r\n"
)


def forwarded(who: str, author: str, *, attached: bool = False, **more: Any) -> Verdict:
    more.setdefault("domain", who.rpartition("@")[2].strip(">"))
    if attached:
        more["content_type"] = 'multipart/mixed; boundary="b"'
    text = (ATTACHED if attached else FORWARD).format(who=author)
    return judged(text=text, who=who, subject="Fwd: Bye", **more)


@pytest.mark.parametrize("attached", [False, True], ids=["inline", "attached"])
def test_a_forward_is_a_claim_of_its_author_and_the_forwarder_a_witness(*, attached: bool) -> None:
    found = forwarded("Bo Lind <bo@post.example>", "Ana Pop <ana@mail.example>", attached=attached)
    assert (found.action, found.trust) == (Action.ACCEPT, Trust.CLAIMED)
    assert (found.speaker, found.witness) == ("ana", "bo")


@pytest.mark.parametrize("attached", [False, True], ids=["inline", "attached"])
def test_a_strangers_forward_is_held(*, attached: bool) -> None:
    found = forwarded(STRANGER, "Ana Pop <ana@mail.example>", attached=attached)
    assert held(found)
    assert (found.speaker, found.witness) == (None, None)


def test_a_forged_forward_is_held() -> None:
    found = forwarded("Bo Lind <bo@post.example>", "Ana Pop <ana@mail.example>", dmarc="fail")
    assert held(found)


def test_a_forward_with_the_authors_token_is_still_a_claim() -> None:
    found = forwarded("Bo Lind <bo@post.example>", "Ana Pop <ana@mail.example>", answers=sent(ANA))
    assert (found.trust, found.speaker) == (Trust.CLAIMED, "ana")


def test_ones_own_forward_is_as_sure_as_its_mail() -> None:
    found = forwarded("Ana Pop <ana@mail.example>", "Ana Pop <ana@mail.example>")
    assert (found.trust, found.speaker, found.witness) == (Trust.AUTHENTICATED, "ana", "ana")
    unsure = forwarded("Ana Pop <ana@mail.example>", "Ana Pop <ana@mail.example>", dmarc=None)
    assert unsure.trust is Trust.CLAIMED


def test_the_author_of_a_forward_who_is_unknown_is_nobody() -> None:
    found = forwarded("Bo Lind <bo@post.example>", STRANGER)
    assert (found.speaker, found.witness, found.trust) == (None, "bo", Trust.CLAIMED)


def test_an_encrypted_forward_of_a_member_is_held() -> None:
    text = FORWARD.format(who="Ana Pop <ana@mail.example>") + PGP
    assert held(judged(text=text, who="Bo <bo@post.example>", domain="post.example"))


RECEIVED = "Received: from {0} by {1} with ESMTPS; Mon, 4 Jan 2027 09:00:00 +0000\r\n"
OWN = RECEIVED.format("out.mail.example", "mx.reps.example")
LOCAL = RECEIVED.format("mx.reps.example", "mailstore.reps.example")
THEIRS = RECEIVED.format("laptop", "out.mail.example")
RELAY = RECEIVED.format("a", "b.relay.example")
PASS = f"Authentication-Results: {OUR_SERVER}; dmarc=pass header.from=mail.example\r\n"
FAIL = f"Authentication-Results: {OUR_SERVER}; dmarc=fail header.from=mail.example\r\n"
NONE = f"Authentication-Results: {OUR_SERVER}; dmarc=none header.from=mail.example\r\n"
OTHER = "Authentication-Results: out.mail.example; auth=pass smtp.auth=ana\r\n"

LAYOUTS = {
    "our server above its result": (OWN + PASS + THEIRS, Trust.AUTHENTICATED),
    "our server below its result": (PASS + OWN + THEIRS, Trust.AUTHENTICATED),
    "a mail store in front": (LOCAL + OWN + PASS + THEIRS, Trust.AUTHENTICATED),
    "the result of the sender's server below": (OWN + PASS + THEIRS + OTHER, Trust.AUTHENTICATED),
    "another result of our own above": (OTHER + OWN + PASS + THEIRS, Trust.AUTHENTICATED),
    "three of our servers": (LOCAL * 2 + OWN + PASS, Trust.AUTHENTICATED),
    "a forged one below ours": (OWN + NONE + PASS + THEIRS, Trust.CLAIMED),
    "a forged one below the sender's": (OWN + NONE + THEIRS + PASS, Trust.CLAIMED),
    "a forged one through relays": (LOCAL + OWN + RELAY * 2 + PASS, Trust.CLAIMED),
}


@pytest.mark.parametrize(("head", "trust"), LAYOUTS.values(), ids=LAYOUTS)
def test_only_the_topmost_result_of_our_own_server_counts(head: str, trust: Trust) -> None:
    data = f"{head}From: ana@mail.example\r\nSubject: x\r\n\r\nHello\r\n".encode()
    assert judge(parse(data), roster(), None, POLICY).trust is trust


def test_a_failure_above_a_forged_pass_is_held() -> None:
    data = f"{OWN}{FAIL}{THEIRS}{PASS}From: ana@mail.example\r\n\r\nHello\r\n".encode()
    assert held(judge(parse(data), roster(), None, POLICY))


def test_the_own_servers_above_the_result_can_be_counted_exactly() -> None:
    policy = TrustPolicy(COUNCIL, OUR_SERVER, received_above=0)
    data = f"{OWN}{PASS}{THEIRS}From: ana@mail.example\r\n\r\nHello\r\n".encode()
    assert judge(parse(data), roster(), None, policy).trust is Trust.CLAIMED


GMAIL = (
    "Delivered-To: council@reps.example\r\n"
    "Received: by 2002:a05:6a10:1 with SMTP id abc; Mon, 4 Jan 2027 01:00:00 -0800 (PST)\r\n"
    "X-Received: by 2002:a05:6a10:2 with SMTP id def; Mon, 4 Jan 2027 01:00:00 -0800 (PST)\r\n"
    "ARC-Authentication-Results: i=1; mx.google.com; dmarc=pass header.from=mail.example\r\n"
    "Return-Path: <ana@mail.example>\r\n"
    "Received: from out.mail.example (out.mail.example. [192.0.2.4])\r\n"
    "        by mx.google.com with ESMTPS id ghi; Mon, 4 Jan 2027 01:00:00 -0800 (PST)\r\n"
    "Received-SPF: pass (google.com: domain of ana@mail.example designates 192.0.2.4)\r\n"
    "Authentication-Results: mx.google.com;\r\n"
    "       dkim=pass header.i=@mail.example header.s=s1 header.b=ZrT4mS7n;\r\n"
    "       spf=pass (google.com: domain of ana@mail.example designates 192.0.2.4 as permitted"
    " sender) smtp.mailfrom=ana@mail.example;\r\n"
    "       dmarc=pass (p=NONE sp=QUARANTINE dis=NONE) header.from=mail.example\r\n"
)
EXCHANGE = (
    "Received: from A.prod.outlook.example by B.prod.outlook.example with HTTPS\r\n"
    "Received: from C.prod.outlook.example by A.prod.outlook.example; Mon, 4 Jan 2027\r\n"
    "Received: from D.protection.outlook.example by C.outlook.example; Mon, 4 Jan 2027\r\n"
    "Authentication-Results: spf=pass (sender IP is 192.0.2.4)\r\n"
    " smtp.mailfrom=mail.example; dkim=pass (signature was verified)\r\n"
    " header.d=mail.example;dmarc=pass action=none\r\n"
    " header.from=mail.example;compauth=pass reason=100\r\n"
    "Received-SPF: Pass (protection.outlook.example: domain of mail.example designates)\r\n"
    "Received: from out.mail.example (192.0.2.4) by D.mail.protection.outlook.example\r\n"
)


@pytest.mark.parametrize(("head", "our_id"), [(GMAIL, "mx.google.com"), (EXCHANGE, "microsoft365")])
def test_the_layouts_of_large_mail_services_are_read(head: str, our_id: str) -> None:
    policy = TrustPolicy(COUNCIL, our_id)
    message = parse(f"{head}From: Ana <ana@mail.example>\r\nSubject: x\r\n\r\nHello\r\n".encode())
    assert judge(message, roster(), None, policy).trust is Trust.AUTHENTICATED
    forged = parse(f"{head}From: Bo <bo@post.example>\r\nSubject: x\r\n\r\nHello\r\n".encode())
    assert held(judge(forged, roster(), None, policy))


def test_arc_results_are_not_results() -> None:
    head = f"ARC-Authentication-Results: i=1; {OUR_SERVER}; dmarc=pass header.from=mail.example"
    assert judged(dmarc=None, head=head).trust is Trust.CLAIMED


def test_no_person_is_found_at_an_empty_address() -> None:
    assert roster().at("") is None
    assert roster().at(None) is None
    assert roster().at(BO.address.upper()) == BO


COURSES = replace(POLICY, platforms=(Platform("courses.example", "sign.example"),))
NOTICE = {"who": "Courses <no-reply@courses.example>", "dmarc": None}


def signed(domain: str = "sign.example", verdict: str = "pass") -> str:
    return f"Authentication-Results: {OUR_SERVER}; dkim={verdict} header.d={domain}"


@pytest.mark.parametrize("mark", ["Auto-Submitted: auto-generated", "Precedence: bulk", ""])
def test_a_course_platforms_signed_notice_may_act(mark: str) -> None:
    found = judged(policy=COURSES, head=f"{signed()}\n{mark}", **NOTICE)
    assert (found.action, found.kind) == (Action.ACCEPT, Kind.PLATFORM)
    assert not found.may_answer
    assert found.speaker is None


@pytest.mark.parametrize(
    "given",
    [
        {"head": ""},
        {"head": signed("courses.example")},
        {"head": signed(verdict="fail")},
        {"head": signed().replace(OUR_SERVER, "other.example")},
        {"head": signed(), "who": "no-reply@other.example"},
        {"head": signed(), "who": "no-reply@sub.courses.example"},
        {"head": signed(), "who": "From: a@courses.example\nFrom: b@courses.example"},
        {"head": f"{signed()}\nReturn-Path: <>\nX-Loop: reps@reps.example"},
    ],
    ids=["unsigned", "another signer", "broken", "another server", "another sender", "below it",
         "two senders", "our own letter"],
)  # fmt: skip
def test_anything_else_is_no_notice_of_a_platform(given: dict[str, str]) -> None:
    found = judged(policy=COURSES, **{**NOTICE, **given})
    assert found.kind is not Kind.PLATFORM


def test_a_vacation_reply_is_linked_to_whoever_got_the_letter() -> None:
    found = judged(sent(BO), head="Auto-Submitted: auto-replied")
    assert (found.action, found.speaker) == (Action.IGNORE, "bo")


def test_a_subject_of_the_absent_is_held_and_not_answered() -> None:
    found = judged(subject="Automatic reply: x", head="In-Reply-To: <1@reps.example>")
    assert (found.action, found.kind, found.may_answer) == (Action.HOLD, Kind.ABSENT, False)


def test_a_wish_for_no_automatic_answer_changes_nothing_else() -> None:
    plain, quiet = judged(), judged(head="X-Auto-Response-Suppress: OOF")
    assert (quiet.action, quiet.trust, quiet.speaker) == (plain.action, plain.trust, plain.speaker)
    assert (plain.may_answer, quiet.may_answer) == (True, False)
