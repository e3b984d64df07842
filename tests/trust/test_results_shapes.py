"""Authentication-Results as the servers of the world write them, whole heads of mails.

Written anew by the shape of each; `{dmarc}` is what the server found.
"""

import pytest

from mailer.parse.message import parse
from mailer.trust.judge import TrustPolicy, judge
from mailer.trust.model import Action, Trust, Verdict
from tests.builders import COUNCIL, roster

OPENDMARC = """\
Return-Path: <ana@mail.example>
Delivered-To: council@reps.example
Received: from out.mail.example (out.mail.example [192.0.2.4])
\tby mx.reps.example (Postfix) with ESMTPS id 4XyZ; Mon,  4 Jan 2027 09:00:00 +0000 (UTC)
Authentication-Results: mx.reps.example; dmarc={dmarc} (p=none dis=none) header.from=mail.example
Authentication-Results: mx.reps.example; spf=pass smtp.mailfrom=mail.example
Authentication-Results: mx.reps.example;
\tdkim=pass (2048-bit key; unprotected) header.d=mail.example header.i=@mail.example
\t header.a=rsa-sha256 header.s=s1 header.b=Ab12/+Cd;
\tdkim-atps=neutral
"""
RSPAMD = """\
Return-Path: <ana@mail.example>
Received: from out.mail.example (out.mail.example [IPv6:2001:db8::4])
\tby mx.reps.example (Postfix) with ESMTPS id 4XyZ
\tfor <council@reps.example>; Mon,  4 Jan 2027 09:00:00 +0000 (UTC)
Authentication-Results: mx.reps.example;
\tdkim=pass header.d=mail.example header.s=s1 header.b="Ab12/+Cd";
\tspf=pass (mx.reps.example: domain of ana@mail.example designates 2001:db8::4 as permitted
\t sender) smtp.mailfrom=ana@mail.example;
\tdmarc={dmarc} (policy=quarantine) header.from=mail.example;
\tarc=none
X-Rspamd-Server: mx
"""
GMAIL = """\
Delivered-To: council@reps.example
Received: by 2002:a05:6a10:1 with SMTP id abc; Mon, 4 Jan 2027 01:00:00 -0800 (PST)
X-Received: by 2002:a05:6a10:2 with SMTP id def; Mon, 4 Jan 2027 01:00:00 -0800 (PST)
ARC-Seal: i=1; a=rsa-sha256; t=1; cv=none; d=google.com; s=arc-1; b=Ab12
ARC-Authentication-Results: i=1; mx.google.com;
       dkim=pass header.i=@mail.example header.s=s1 header.b=ZrT4mS7n;
       dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=mail.example
Return-Path: <ana@mail.example>
Received: from out.mail.example (out.mail.example. [192.0.2.4])
        by mx.google.com with ESMTPS id ghi for <council@reps.example>
        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);
        Mon, 04 Jan 2027 01:00:00 -0800 (PST)
Received-SPF: pass (google.com: domain of ana@mail.example designates 192.0.2.4) client-ip=192.0.2.4
Authentication-Results: mx.google.com;
       dkim=pass header.i=@mail.example header.s=s1 header.b=ZrT4mS7n;
       spf=pass (google.com: domain of ana@mail.example designates 192.0.2.4 as permitted sender)
 smtp.mailfrom=ana@mail.example;
       dmarc={dmarc} (p=NONE sp=NONE dis=NONE) header.from=mail.example
"""
MICROSOFT = """\
Received: from A.prod.outlook.example (2001:db8::1) by B.prod.outlook.example with HTTPS;
 Mon, 4 Jan 2027 09:00:03 +0000
ARC-Seal: i=1; a=rsa-sha256; s=arcselector; d=microsoft.example; cv=none; b=Ab12
ARC-Authentication-Results: i=1; mx.microsoft.com 1; spf=pass (sender ip is 192.0.2.4)
 smtp.rcpttodomain=reps.example smtp.mailfrom=mail.example; dmarc=pass (p=none sp=none pct=100)
 action=none header.from=mail.example; dkim=pass (signature was verified) header.d=mail.example;
 arc=none (0)
Received: from C.eop.outlook.example by A.prod.outlook.example; Mon, 4 Jan 2027 09:00:02 +0000
Authentication-Results: spf=pass (sender IP is 192.0.2.4)
 smtp.mailfrom=mail.example; dkim=pass (signature was verified)
 header.d=mail.example;dmarc={dmarc} action=none
 header.from=mail.example;compauth=pass reason=100
Received-SPF: Pass (protection.outlook.example: domain of mail.example designates 192.0.2.4)
Received: from out.mail.example (192.0.2.4) by C.mail.protection.outlook.example; Mon, 4 Jan 2027
X-MS-Exchange-Authentication-Results: spf=pass; dmarc=pass header.from=mail.example
"""
FASTMAIL = """\
Return-Path: <ana@mail.example>
Received: from compute1.internal (compute1.nyi.internal [10.0.0.1])
\t by store1 (Cyrus 3.9) with LMTPA; Mon, 04 Jan 2027 04:00:01 -0500
X-Delivered-to: council@reps.example
Received: from mx4 ([10.0.0.2]) by compute1.internal (LMTPProxy); Mon, 04 Jan 2027 04:00:01 -0500
Received: from mx4.messagingengine.com (localhost [127.0.0.1])
\tby mailmx.nyi.internal (Postfix) with ESMTP id A1; Mon,  4 Jan 2027 04:00:00 -0500 (EST)
Received: from mx4.messagingengine.com (localhost [127.0.0.1])
\tby mx4.messagingengine.com (Authentication Milter) with ESMTP id B2.C3;
\tMon, 4 Jan 2027 04:00:00 -0500
ARC-Authentication-Results: i=1; mx4.messagingengine.com;
\tx-csa=none; dmarc=pass header.from=mail.example
X-ME-Authentication-Results: mx4.messagingengine.com; x-aligned-from=pass (Address match)
Authentication-Results: mx4.messagingengine.com; x-csa=none; x-me-sender=none;
\tx-ptr=pass smtp.helo=out.mail.example policy.ptr=out.mail.example
Authentication-Results: mx4.messagingengine.com; bimi=skipped (DMARC Policy is not at enforcement)
Authentication-Results: mx4.messagingengine.com; arc=none (no signatures found)
Authentication-Results: mx4.messagingengine.com;
\tdkim=pass (2048-bit rsa key sha256) header.d=mail.example header.i=@mail.example
\theader.b=Ab12/+Cd header.a=rsa-sha256 header.s=s1 x-bits=2048;
\tdmarc={dmarc} policy.published-domain-policy=none policy.applied-disposition=none
\tpolicy.evaluated-disposition=none (p=none,d=none,d.eval=none) policy.policy-from=p
\theader.from=mail.example;
\tiprev=pass smtp.remote-ip=192.0.2.4 (out.mail.example);
\tspf=pass smtp.mailfrom=ana@mail.example smtp.helo=out.mail.example
Received-SPF: pass (mail.example: 192.0.2.4 is authorized) receiver=mx4.messagingengine.com
Received: from out.mail.example (out.mail.example [192.0.2.4])
\tby mx4.messagingengine.com (Postfix) with ESMTPS; Mon,  4 Jan 2027 04:00:00 -0500 (EST)
"""
SERVERS = {
    "postfix, opendkim and opendmarc": (OPENDMARC, "mx.reps.example", 3),
    "rspamd": (RSPAMD, "mx.reps.example", 3),
    "gmail": (GMAIL, "mx.google.com", 3),
    "microsoft 365": (MICROSOFT, "microsoft365", 3),
    "fastmail": (FASTMAIL, "fastmail", 4),
}
FORGED = {
    "mx.reps.example": "mx.reps.example; dmarc=pass header.from=mail.example",
    "mx.google.com": "mx.google.com; dmarc=pass header.from=mail.example",
    "microsoft365": "spf=pass; dmarc=pass header.from=mail.example;compauth=pass reason=100",
    "fastmail": "mx4.messagingengine.com; dmarc=pass header.from=mail.example",
}
EVERY = pytest.mark.parametrize(("head", "our_id", "deepest"), SERVERS.values(), ids=SERVERS.keys())


def judged(
    head: str, our_id: str, deepest: int, who: str = "Ana <ana@mail.example>", below: str = ""
) -> Verdict:
    text = f"{head}{below}From: {who}\nSubject: x\n\nHello\n".replace("\n", "\r\n")
    policy = TrustPolicy(COUNCIL, our_id, received_above=deepest)
    return judge(parse(text.encode()), roster(), None, policy)


@EVERY
def test_a_pass_is_believed_and_only_for_its_domain(head: str, our_id: str, deepest: int) -> None:
    passed = head.format(dmarc="pass")
    assert judged(passed, our_id, deepest).trust is Trust.AUTHENTICATED
    other = judged(passed, our_id, deepest, "Bo <bo@post.example>")
    assert (other.action, other.trust) == (Action.HOLD, Trust.CLAIMED)


@EVERY
def test_a_failure_is_held_whatever_stands_below(head: str, our_id: str, deepest: int) -> None:
    forged = f"Authentication-Results: {FORGED[our_id]}\n"
    found = judged(head.format(dmarc="fail"), our_id, deepest, below=forged)
    assert found.action is Action.HOLD


@EVERY
def test_no_verdict_is_not_replaced_by_one_that_came_along(
    head: str, our_id: str, deepest: int
) -> None:
    """Neither what the sender wrote, nor ARC, nor the header that a server copies for itself."""
    forged = f"Authentication-Results: {FORGED[our_id]}\n"
    found = judged(head.format(dmarc="temperror"), our_id, deepest, below=forged)
    assert found.trust is Trust.CLAIMED


@EVERY
def test_the_shape_of_one_server_is_none_of_another(head: str, our_id: str, deepest: int) -> None:
    for other in FORGED:
        if other != our_id:
            assert judged(head.format(dmarc="pass"), other, deepest).trust is Trust.CLAIMED


@EVERY
def test_without_its_header_nobody_is_proven(head: str, our_id: str, deepest: int) -> None:
    bare = head.format(dmarc="pass").replace("\nAuthentication-Results:", "\nX-Old-Results:")
    found = judged(bare, our_id, deepest)
    assert (found.trust, found.used) == (Trust.CLAIMED, "")


def test_microsofts_own_guess_is_no_proof() -> None:
    """compauth passes mails that neither DMARC nor an aligned signature proves."""
    head = MICROSOFT.format(dmarc="none").replace(
        "header.d=mail.example;dmarc", "header.d=a.b;dmarc"
    )
    assert judged(head, "microsoft365", 3).trust is Trust.CLAIMED


def test_an_unaligned_signature_beside_a_best_guess_is_no_proof() -> None:
    head = MICROSOFT.format(dmarc="bestguesspass").replace(
        "header.d=mail.example;dmarc", "header.d=tenant.onmicrosoft.example;dmarc"
    )
    assert judged(head, "microsoft365", 3).trust is Trust.CLAIMED


def test_of_two_servers_of_fastmail_only_the_topmost_one_speaks() -> None:
    lower = FASTMAIL.format(dmarc="pass").replace("; bimi=", ";dmarc=fail header.from=x.y; bimi=")
    assert judged(lower, "fastmail", 4).trust is Trust.CLAIMED
    other = FASTMAIL.format(dmarc="pass").replace(
        "Results: mx4.messagingengine.com;\n\tdkim=pass",
        "Results: mx5.messagingengine.com;\n\tdkim=pass",
    )
    assert judged(other, "fastmail", 4).trust is Trust.CLAIMED


def test_a_name_like_fastmails_is_another_one() -> None:
    head = FASTMAIL.format(dmarc="pass").replace(
        "messagingengine.com", "messagingengine.com.evil.example"
    )
    assert judged(head, "fastmail", 4).trust is Trust.CLAIMED


def test_a_broken_result_of_fastmail_proves_nothing() -> None:
    head = FASTMAIL.format(dmarc="pass").replace("(no signatures found)", "(no signatures found")
    assert judged(head, "fastmail", 4).trust is Trust.CLAIMED
