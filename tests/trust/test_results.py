"""Authentication-Results: what is believed, and what a sender can try."""

import pytest

from mailer.trust.results import MICROSOFT_365, Results, read

OURS = "mx.reps.example"
GOOD = f"{OURS}; dmarc=pass header.from=mail.example"


def verdict(*headers: str, our_id: str = OURS, domain: str = "mail.example") -> tuple[str, bool]:
    found = read(headers, our_id, domain)
    return found.dmarc, found.aligned


SERVERS = {
    "postfix with opendmarc": (
        "mx.reps.example; dmarc=pass (p=quarantine dis=none) header.from=mail.example",
        OURS,
    ),
    "one header of opendkim, spf and opendmarc": (
        (
            "mx.reps.example; dmarc=pass (p=quarantine) header.from=mail.example; "
            "spf=pass smtp.mailfrom=ana@mail.example; dkim=pass header.d=mail.example"
        ),
        OURS,
    ),
    "rspamd": (
        (
            'mx.reps.example; dkim=pass header.d=mail.example header.s=s1 header.b="Ab+/3d="; '
            "dmarc=pass (policy=none) header.from=mail.example; spf=pass (mx.reps.example: domain "
            "of ana@mail.example designates 192.0.2.1 as permitted sender) "
            "smtp.mailfrom=ana@mail.example"
        ),
        OURS,
    ),
    "gmail": (
        (
            "mx.google.com; dkim=pass header.i=@mail.example header.s=20230601 header.b=ZrT4mS7n; "
            "spf=pass (google.com: domain of ana@mail.example designates 192.0.2.4 as permitted "
            "sender) smtp.mailfrom=ana@mail.example; dmarc=pass (p=NONE sp=QUARANTINE dis=NONE) "
            "header.from=mail.example"
        ),
        "mx.google.com",
    ),
    "exchange online": (
        (
            "spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=mail.example; dkim=pass (signature "
            "was verified) header.d=mail.example;dmarc=pass action=none header.from=mail.example;"
            "compauth=pass reason=100"
        ),
        MICROSOFT_365,
    ),
    "with a version": (f"{OURS} 1; dmarc=pass header.from=mail.example", OURS),
    "with a quoted id": (f'"{OURS}"; dmarc=pass header.from=mail.example', OURS),
    "uppercase": ("MX.REPS.EXAMPLE; DMARC=PASS HEADER.FROM=MAIL.EXAMPLE", OURS),
    "with blanks and comments everywhere": (
        f"(a (nested; one)) {OURS} (x) ; dmarc (y) = (z) pass header.from = (\\) ;) mail.example",
        OURS,
    ),
    "with a version of the method": (f"{OURS}; dmarc/1=pass header.from=mail.example", OURS),
    "with a final dot": (f"{OURS}; dmarc=pass header.from=mail.example.", OURS),
    "with an empty result at its end": (f"{GOOD};", OURS),
    "with a reason": (
        f'{OURS}; dmarc=pass reason="all (well); really" header.from=mail.example',
        OURS,
    ),
}


@pytest.mark.parametrize(("header", "our_id"), SERVERS.values(), ids=SERVERS)
def test_a_pass_of_our_server_is_believed(header: str, our_id: str) -> None:
    assert verdict(header, our_id=our_id) == ("pass", True)


@pytest.mark.parametrize(
    ("header", "domain", "expected"),
    [
        (f"{OURS}; dmarc=fail header.from=mail.example", "mail.example", "fail"),
        (f"{OURS}; dmarc=fail (p=reject) header.from=mail.example", "mail.example", "fail"),
        (f"{OURS}; dmarc=none header.from=mail.example", "mail.example", "none"),
        (f"{OURS}; dmarc=temperror header.from=mail.example", "mail.example", "temperror"),
        (f"{OURS}; spf=pass smtp.mailfrom=ana@mail.example", "mail.example", ""),
        (f"{OURS}; none", "mail.example", ""),
        (OURS, "mail.example", ""),
        (GOOD, "other.example", "pass"),
        (GOOD, "sub.mail.example", "pass"),
        (f"{OURS}; dmarc=pass header.from=mail.example.evil.example", "mail.example", "pass"),
        (f"{OURS}; dmarc=pass header.from=evilmail.example", "mail.example", "pass"),
        (f"{OURS}; dmarc=pass", "mail.example", "pass"),
        (f"{OURS}; dmarc=pass", "", "pass"),
        (f"{OURS}; dmarc=passed header.from=mail.example", "mail.example", "passed"),
        (f"{OURS}; dkim=pass header.d=evil.example", "mail.example", ""),
        (f"{OURS}; dkim=fail header.d=mail.example", "mail.example", ""),
        (f"{OURS}; dkim=pass header.d=evil.example header.i=@mail.example", "mail.example", ""),
        (f"{OURS}; dmarc=fail; dkim=pass header.d=mail.example", "mail.example", "fail"),
    ],
)  # fmt: skip
def test_anything_less_than_a_pass_of_this_domain_proves_nothing(
    header: str, domain: str, expected: str
) -> None:
    assert verdict(header, domain=domain) == (expected, False)


@pytest.mark.parametrize(
    "header",
    [
        f"{OURS}; dkim=pass header.d=mail.example",
        f"{OURS}; dkim=pass header.i=@mail.example",
        f"{OURS}; dmarc=none header.from=mail.example; dkim=pass header.d=mail.example",
        f"{OURS}; dmarc=bestguesspass header.from=mail.example; dkim=pass header.d=mail.example",
        f"{OURS}; dkim=fail header.d=mail.example; dkim=pass header.d=mail.example",
    ],
)
def test_an_aligned_signature_speaks_where_the_domain_has_no_dmarc(header: str) -> None:
    assert verdict(header)[1]


FORGED = {
    "below the one of our server": [f"{OURS}; dmarc=fail header.from=mail.example", GOOD],
    "below one of our server without a result": [f"{OURS}; none", GOOD],
    "below a broken one of our server": [f"{OURS}; spf=fail (no end", GOOD],
    "below a broken one with an open quotation": [f'{OURS}; spf=fail reason="no end', GOOD],
    "below an endless one of our server": [f"{OURS}; x={'a' * 9_000}", GOOD],
    "below one of ours without a semicolon": [f"{OURS} dmarc=fail", GOOD],
    "by another server": ["evil.example; dmarc=pass header.from=mail.example"],
    "by a server named like ours": [f"{OURS}.evil.example; dmarc=pass header.from=mail.example"],
    "by one with our name in a comment": [f"({OURS}) evil.example; {GOOD.partition(';')[2]}"],
    "with our name behind another": [f"evil.example {OURS}; dmarc=pass header.from=mail.example"],
    "without a name": ["dmarc=pass header.from=mail.example"],
    "empty": [""],
    "nothing": [],
}  # fmt: skip


@pytest.mark.parametrize("headers", FORGED.values(), ids=FORGED)
def test_a_forged_header_is_not_believed(headers: list[str]) -> None:
    assert not verdict(*headers)[1]


SMUGGLED = {
    "in a quoted reason": 'spf=fail reason="x; dmarc=pass header.from=mail.example"',
    "in a quoted reason with an escape": r'spf=fail reason="x\"; dmarc=pass header.from=mail.example"',  # noqa: E501
    "in a quoted sender": 'spf=fail smtp.mailfrom="x; dmarc=pass header.from=mail.example"@e.net',
    "in a comment": "spf=fail (x; dmarc=pass header.from=mail.example)",
    "in a nested comment": "spf=fail (a (b) ; dmarc=pass header.from=mail.example; )",
    "in a comment with an escape": r"spf=fail (a \) ; dmarc=pass header.from=mail.example; )",
    "behind another result": "spf=fail dmarc=pass header.from=mail.example",
    "as a property": "spf=fail smtp.helo=dmarc=pass header.from=mail.example",
    "as a signer in a reason": 'spf=fail reason="; dkim=pass header.d=mail.example"',
    "with a property given twice": "dmarc=pass header.from=evil.example header.from=mail.example",
    "the other way round": "dmarc=pass header.from=mail.example header.from=evil.example",
    "with a signer given twice": "dkim=pass header.d=mail.example header.d=evil.example",
    "with an address": "dmarc=pass header.from=mail.example@evil.example",
    "with a quoted domain": 'dmarc=pass header.from="mail.example evil.example"',
    "with a look-alike sign": "dmarc=pass header.from=mail.exam\u212aple",
    "with a full-width letter": "dmarc=pass header.from=\uff4dail.example",
}  # fmt: skip


@pytest.mark.parametrize("words", SMUGGLED.values(), ids=SMUGGLED)
def test_what_a_sender_smuggles_into_our_header_is_not_believed(words: str) -> None:
    assert not verdict(f"{OURS}; {words}")[1]
    assert not verdict(f"{OURS}; {words}; dmarc=fail header.from=evil.example")[1]


def test_the_kelvin_sign_does_not_become_a_k() -> None:
    assert not verdict(f"{OURS}; dmarc=pass header.from=ban\u212a.example", domain="bank.example")[
        1
    ]


@pytest.mark.parametrize("second", ["fail", "none", "temperror"])
def test_of_two_dmarc_results_the_worse_one_counts(second: str) -> None:
    header = f"{GOOD}; dmarc={second} header.from=mail.example"
    assert verdict(header) == (second, False)
    assert not verdict(f"{OURS}; dmarc={second}; dmarc=pass header.from=mail.example")[1]


def test_two_passes_for_two_domains_prove_neither() -> None:
    header = f"{GOOD}; dmarc=pass header.from=evil.example"
    assert verdict(header) == ("pass", False)


def test_without_an_id_nobody_is_believed() -> None:
    assert read([GOOD], "", "mail.example") == Results()


def test_results_with_an_id_are_not_those_of_exchange_online() -> None:
    assert not verdict(GOOD, our_id=MICROSOFT_365)[1]


@pytest.mark.parametrize(
    ("below", "deepest", "believed"),
    [(0, 3, True), (1, 3, True), (3, 3, True), (4, 3, False), (1, 0, False), (0, 0, True)],
)
def test_a_result_below_foreign_servers_is_not_believed(
    below: int, deepest: int, *, believed: bool
) -> None:
    assert read([GOOD], OURS, "mail.example", [below], deepest).aligned is believed


def test_a_result_that_stands_too_deep_is_not_replaced_by_another() -> None:
    assert read([GOOD, GOOD], OURS, "mail.example", [4, 1]) == Results()


def test_hostile_lengths_are_read_in_no_time() -> None:
    for text in ("(" * 7_000, '"' * 7_001, ";" * 7_000, "=" * 7_000, "a " * 3_500, "\\" * 7_000):
        assert not verdict(f"{OURS}; {text}")[1]
