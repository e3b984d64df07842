"""What strangers write, in our letters: it is shown, and it can be nothing but words.

A stranger's mail is full of what a decision, a header, a template or our own letter looks like. The
council reads it in a digest, and a member's program quotes that digest in many ways.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from email.header import Header
from email.utils import format_datetime
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import pytest

from mailer.render.commands import disarmed
from mailer.understand.commands import commands
from tests.attacks.place import Place, ours
from tests.story import ANA, CHI, COUNCIL, EVA, Received, Story

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff\u00ad"
MARKER = "## reply above this line ##"
BAD = ours("pass", "bad.example")
NAME = f"Approve: {BIDI}2 {{{{ 7*7 }}}} <b>x</b> [a](http://bad.example)"
SUBJECT = (
    f"approve 2 {BIDI}\r\nBcc: victim@x.example\r\n\r\n{MARKER} -- 1: approve filler words that "
    "reach the end of the line, and then the next begins with approve 2 reject 1"
)
WORDS = f"""\
approve 2
2: approve
1: ?   # approve
council add Zed from 2027-01-01
# # reply above this line ##
--\x20
{MARKER}
-----Original Message-----
From: Eva Council <eva@reps.example>
"""
CODE = (
    "Where do I find {{ config }} {% include 'x' %} <script>alert(1)</script> **bold** "
    f"[go](http://bad.example) and {BIDI}levorppa{BIDI}?"
)
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f" + BIDI + "]")


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Place, Received]]:
    """A digest to Eva with Ana's question, 1, and those of strangers."""
    place = Place(tmp_path_factory.mktemp("words"), objection_hours=0)
    place.write(ANA, "I have finished the Coaching Training on 2 January 2027.", subject="Course")
    number = place.bring(hostile(place, NAME, SUBJECT, WORDS, "mallory@bad.example"))
    place.bring(hostile(place, "No", "more of this", "approve 3", "no@bad.example"))
    place.bring(hostile(place, "Wyn", "a question", CODE, "wyn@bad.example"))
    bomb(place)
    yield place, place.digest_for(EVA)
    assert place.outcome(number) == "needs_review"
    place.close()


def hostile(place: Story, name: str, subject: str, words: str, address: str) -> bytes:
    head = (
        f"{BAD}\nFrom: {Header(name, 'utf-8').encode(maxlinelen=10**6)} <{address}>\n"
        f"To: {COUNCIL}\nSubject: {Header(subject, 'utf-8').encode(maxlinelen=10**6)}\n"
        f"Date: {format_datetime(place.now)}\nMessage-ID: <{len(words)}@bad.example>\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: 8bit\n\n"
    )
    return (head + words + "\n").replace("\n", "\r\n").encode()


def bomb(place: Place) -> None:
    """Send a mail with an archive of 200 MB of zeros, under the name of a picture."""
    packed = BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("zeros", "w") as file,
    ):
        for _ in range(200):
            file.write(bytes(1024 * 1024))
    before = getrusage(RUSAGE_SELF).ru_maxrss
    place.write(
        "Zip <zip@bad.example>", "See the pictures.", attachment="x.zip", content=packed.getvalue()
    )
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 100 * 1024  # In kilobytes.


def test_the_words_are_shown(digest: tuple[Place, Received]) -> None:
    _place, letter = digest
    assert "| approve 2" in letter.text
    assert "levorppa" in letter.text
    assert "zip@bad.example" in letter.text


def test_no_header_is_injected(digest: tuple[Place, Received]) -> None:
    _place, letter = digest
    assert letter.message["Bcc"] is None
    assert letter.message["Cc"] is None
    assert len(letter.message.get_all("To", [])) == 1
    assert "\n" not in letter.subject


def test_no_control_or_bidi_character_is_left(digest: tuple[Place, Received]) -> None:
    _place, letter = digest
    assert not FORBIDDEN.search(letter.text.replace("\r\n", "\n"))
    assert not FORBIDDEN.search(letter.html.replace("\r\n", "\n"))
    assert not FORBIDDEN.search(letter.subject)


def test_no_template_markdown_or_html_of_theirs_is_rendered(digest: tuple[Place, Received]) -> None:
    _place, letter = digest
    assert "49" not in letter.words
    assert "{{ 7*7 }}" in letter.words
    assert "{{ config }}" in letter.words
    assert "<script" not in letter.html
    assert "<b>x" not in letter.html
    assert 'href="http://bad.example' not in letter.html
    assert "<strong>bold" not in letter.html


def test_the_marker_and_the_signature_separator_are_ours_alone(
    digest: tuple[Place, Received],
) -> None:
    _place, letter = digest
    assert letter.text.count(MARKER) == 1
    assert letter.text.splitlines().count("-- ") == 1


def test_nothing_attached_is_sent_on(digest: tuple[Place, Received]) -> None:
    _place, letter = digest
    assert [part.get_content_type() for part in letter.message.walk()] == [
        "multipart/alternative", "text/plain", "text/html",
    ]  # fmt: skip
    assert len(letter.message.as_bytes()) < 100_000


def test_no_link_in_a_digest_does_anything(digest: tuple[Place, Received]) -> None:
    """Scanners follow links and submit forms (mail.md 3.2): there are none, nor the token."""
    _place, letter = digest
    token = letter.reply_to.partition("+")[2].partition("@")[0]
    links = re.findall(r'href="([^"]*)"', letter.html)
    assert token not in letter.html + letter.text
    assert [link for link in links if not link.startswith(("mailto:", "https://wiki."))] == []
    assert "<form" not in letter.html


# How mail programs put a letter below an answer. The last ones do what none should: no mark at all.
QUOTED: dict[str, Callable[[str], str]] = {
    "with >": lambda text: "".join(f"> {line}\n" for line in text.splitlines()),
    "with > and no blank": lambda text: "".join(f">{line}\n" for line in text.splitlines()),
    "with |": lambda text: "".join(f"| {line}\n" for line in text.splitlines()),
    "with initials": lambda text: "".join(f"EC> {line}\n" for line in text.splitlines()),
    "with > and lines broken anew": lambda text: "".join(
        f"> {line[:40]}\n{line[40:]}\n" for line in text.splitlines()
    ),
    "below an Outlook header": lambda text: (
        f"-----Original Message-----\nFrom: Reps Council\nSent: Monday\nTo: Eva\n\n{text}"
    ),
    "with a blank before each line": lambda text: "".join(f" {x}\n" for x in text.splitlines()),
    "without a mark": lambda text: text,
    "without a mark, all in one": lambda text: " ".join(text.split()),
}


@pytest.mark.parametrize("style", QUOTED)
def test_a_quoted_digest_decides_nothing(style: str, digest: tuple[Place, Received]) -> None:
    place, letter = digest
    before = [(q["number"], q["state"], q["votes"]) for q in place.questions()]

    text = f"Thank you, I will look at it.\n\n{QUOTED[style](letter.text)}"
    place.write(EVA, text, subject=f"Re: {letter.subject}", to=letter.reply_to, answers=letter)

    after = [(q["number"], q["state"], q["votes"]) for q in place.questions()]
    assert after[: len(before)] == before


@pytest.mark.parametrize("style", ["as it is", "broken at 40", "broken at 60", "stripped"])
def test_no_line_of_a_digest_is_a_decision_without_the_marks_of_a_quotation(
    style: str, digest: tuple[Place, Received]
) -> None:
    """Even where a program quotes without a mark and a member deletes our first line."""
    _place, letter = digest
    lines = letter.text.replace(MARKER, "").partition("\n-- \n")[0].splitlines()
    width = {"broken at 40": 40, "broken at 60": 60}.get(style, 1000)
    cut = [line[at : at + width] for line in lines for at in range(0, len(line) or 1, width)]
    if style == "stripped":
        cut = [line.strip() for line in cut]
    for line in cut:
        found = commands(line, _place.now.date())
        assert [one for one in found if one.verb in ("approve", "reject", "done", "add")] == [], (
            line
        )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("approve 12", "approve ‹12›"),
        ("Approve: 12 and reject 13", "Approve: ‹12› and reject ‹13›"),
        ("12 approve", "‹12› approve"),
        ("ja 2", "ja ‹2›"),
        ("done 12.2", "done ‹12.2›"),
        ("council add Zed", "council ‹add› Zed"),
        ("“stop 12”", "“stop 12”"),
        ("2 January 2027", "2 January 2027"),
        ("12 meetings", "12 meetings"),
        ("done on 2027-01-12", "done on 2027-01-12"),
        ("Finished 2027-01-12", "Finished 2027-01-12"),
    ],
)
def test_a_value_that_reads_like_a_decision_is_disarmed(value: str, shown: str) -> None:
    assert disarmed(value) == shown


def test_an_answer_goes_to_the_writer_alone_whoever_is_in_cc(tmp_path: Path) -> None:
    """Nobody is pulled into a thread by Cc, To or Reply-To (mail.md 3.2, 2.2 rule 4)."""
    story = Story(tmp_path)
    story.write(
        CHI, "status", subject="status\N{SNOWMAN}", to=f"{COUNCIL}, spy@bad.example",
        headers={"Cc": "other@bad.example", "Reply-To": "third@bad.example"},
    )  # fmt: skip
    assert [letter.to for letter in story.letters()] == [CHI]
    story.close()
