"""Each program's line or header block above a quote is found, however the mail was wrapped."""

import textwrap

import pytest

from mailer.parse.quote import tell_apart
from tests.parse.attributions import ATTRIBUTIONS
from tests.parse.blocks import BLOCKS

WORDS = "Yes, gladly. I will do it.\n\nAna"
BARE = "Hi Ana,\n\nWould you write the report?\n\nPlease answer until May.\nBob"
QUOTE = "\n".join(f"> {row}".rstrip() for row in BARE.split("\n"))
# These name neither an address nor a time: without `>` they could be the writer's own words, and
# a leak of a quote is the lesser evil. Some always come with `>` of their own.
NEEDS_PREFIX = {
    "gmail-en-year",
    "apple-nl-iphone",
    "thunderbird-en-plain",
    "thunderbird-de-plain",
    "other-squirrel",
    "other-horde",
    "other-horde-de",
    "other-mutt-star",
    "other-gnus-colon",
    "other-pine",
    "other-laposte",
    "other-orange",
    "other-quoted-itself",
}


def wrapped(text, width):
    rows = text.split("\n")
    return "\n".join(
        textwrap.fill(row, width, break_long_words=False, break_on_hyphens=False) for row in rows
    )


@pytest.mark.parametrize("name", ATTRIBUTIONS)
def test_words_above_a_quote_are_fresh(name):
    line = ATTRIBUTIONS[name]
    for text in (
        f"{WORDS}\n\n{line}\n\n{QUOTE}\n",
        f"{WORDS}\n{line}\n{QUOTE}",
        f"{WORDS}\n\n{line}\n\n{QUOTE.replace('>', '>>')}\n",
        f"{WORDS}\n\n{line}\n\n{QUOTE.replace('>', '> >')}\n",
        f"{WORDS}\n\n{line}\n\n{QUOTE.replace('>', '|')}\n",
        f"{WORDS}\r\n\r\n{line}\r\n\r\n{QUOTE}\r\n".replace("\r\n", "\n"),
    ):
        assert tell_apart(text).fresh == WORDS


@pytest.mark.parametrize("name", ATTRIBUTIONS)
def test_words_below_a_quote_are_fresh(name):
    assert tell_apart(f"{ATTRIBUTIONS[name]}\n{QUOTE}\n\n{WORDS}\n").fresh == WORDS


@pytest.mark.parametrize("name", ATTRIBUTIONS)
def test_words_between_quotes_are_fresh(name):
    body = tell_apart(f"Hi,\n\n{ATTRIBUTIONS[name]}\n> Would you?\n\nYes.\n\n> When?\n\nIn May.\n")
    assert body.fresh == "Hi,\n\nYes.\n\nIn May."
    assert [answer for _, answer in body.answers] == ["Yes.", "In May."]


@pytest.mark.parametrize(
    "name", [name for name, line in ATTRIBUTIONS.items() if "\n" not in line and line != "> "]
)
def test_a_wrapped_attribution_is_found(name):
    line = ATTRIBUTIONS[name]
    for width in (40, 60, 72):
        assert tell_apart(f"{WORDS}\n\n{wrapped(line, width)}\n\n{QUOTE}\n").fresh == WORDS
    assert tell_apart(f"{WORDS}\n\n*{line}*\n\n{QUOTE}\n").fresh == WORDS
    assert tell_apart(f"{WORDS}\n\n> {line}\n>\n{QUOTE}\n").fresh == WORDS


@pytest.mark.parametrize("name", sorted(ATTRIBUTIONS.keys() - NEEDS_PREFIX))
def test_a_sure_attribution_needs_no_marks_at_the_quote(name):
    line = ATTRIBUTIONS[name]
    assert tell_apart(f"{WORDS}\n\n{line}\n\n{BARE}\n").fresh == WORDS
    assert tell_apart(f"{WORDS}\n\n{line}\n\n{textwrap.indent(BARE, '    ')}\n").fresh == WORDS
    assert tell_apart(f"{line}\n\n{BARE}\n").fresh == ""


@pytest.mark.parametrize("name", [name for name, block in BLOCKS.items() if block[0] != ">"])
def test_a_header_block_cuts_to_the_end(name):
    block = BLOCKS[name]
    for text in (
        f"{WORDS}\n\n{block}\n\n{BARE}\n",
        f"{WORDS}\n{block}\n{BARE}",
        f"{WORDS}\n\n\n\n{block}\n\n\n\n{BARE}\n",
        f"{WORDS}\n\n{block}\n",
        f"{WORDS}\n\n{block}\n\n{BARE}\n\n{block}\n\n{BARE}\n",
        f"{WORDS}\n\nSent from my iPhone\n\n{block}\n\n{BARE}\n",
        f"{WORDS}\n\nGet Outlook for Android<https://aka.ms/x>\n\n{block}\n\n{BARE}\n",
    ):
        assert tell_apart(text).fresh == WORDS


@pytest.mark.parametrize("name", BLOCKS)
def test_a_header_block_above_or_within_a_marked_quote_is_part_of_it(name):
    block = BLOCKS[name]
    for text in (
        f"{WORDS}\n\n{block}\n\n{QUOTE}\n",
        f"{WORDS}\n\n{textwrap.indent(block, '> ', lambda _: True)}\n>\n{QUOTE}\n",
    ):
        assert tell_apart(text).fresh == WORDS
