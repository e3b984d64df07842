"""HTML to text: what a reader sees, with quotes and signatures marked as mail programs mark them."""

# ruff: noqa: E501 - the mails keep the long lines that programs write

import pytest

from mailer.parse.html import html_text
from mailer.parse.quote import tell_apart

PAGES = {
    "paragraphs": ("<p>a</p><p>b</p>", "a\n\nb"),
    "divs": ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
    "breaks": ("a<br>b<br><br>c", "a\nb\n\nc"),
    "list": ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
    "numbers": ("<ol><li>a<li>b</ol>", "1. a\n2. b"),
    "table": (
        "<table><tr><td>Name</td><td>Ana</td></tr><tr><td>Mark</td><td>8</td></tr></table>",
        "Name Ana\nMark 8",
    ),
    "link": ('<a href="https://x.example/a">here</a>', "here <https://x.example/a>"),
    "link-shown": ('<a href="https://x.example/a">https://x.example/a</a>', "https://x.example/a"),
    "mailto": ('<a href="mailto:a@x.example">a@x.example</a>', "a@x.example"),
    "script": ("<script>x</script><style>y</style>a", "a"),
    "head": ("<html><head><title>t</title></head><body>a</body></html>", "a"),
    "comment": ("<!-- x -->a<!--[if mso]>y<![endif]-->", "a"),
    "entities": ("&lt;b&gt; &amp; &eacute;&nbsp;x", "<b> & é x"),
    "pre": ("<pre>a\n  b</pre>", "a\n  b"),
    "unclosed": ("<div>a<p>b", "a\n\nb"),
    "inline": ("<b>a</b>b <i>c</i>", "ab c"),
    "outlook": (
        "<p class=MsoNormal>a<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p>b</p>",
        "a\n\nb",
    ),
}


@pytest.mark.parametrize(("html", "text"), PAGES.values(), ids=PAGES.keys())
def test_a_page_becomes_text(html, text):
    assert html_text(html).text.strip() == text
    assert not html_text(html).hidden


HIDDEN = {
    "display": '<div style="display:none">x</div>',
    "display-important": '<div style="display : none !important">x</div>',
    "visibility": '<span style="visibility:hidden">x</span>',
    "attribute": "<p hidden>x</p>",
    "size": '<span style="font-size:0px">x</span>',
    "opacity": '<span style="opacity:0">x</span>',
    "far": '<div style="position:absolute;left:-9999px">x</div>',
    "sheet": "<style>.k{display:none}</style><p class=k>x</p>",
    "mso": '<div style="mso-hide:all">x</div>',
}


@pytest.mark.parametrize("page", HIDDEN.values(), ids=HIDDEN.keys())
def test_text_that_is_not_seen_is_dropped_and_told(page):
    shown = html_text(f"<p>a</p>{page}")
    assert shown.text.strip() == "a"
    assert shown.hidden


CLIENTS = {
    "gmail": '<div dir="ltr">Yes.</div><br><div class="gmail_quote"><div class="gmail_attr">Zork 17.9.:<br></div><blockquote class="gmail_quote">old<div>words</div></blockquote></div>',
    "apple": '<div>Yes.</div><div><br><blockquote type="cite"><div>On 17 Sep 2025, at 10:03, X &lt;x@x.example&gt; wrote:</div><br><div>old words</div></blockquote></div>',
    "outlook-web": '<div>Yes.</div><hr><div id="divRplyFwdMsg"><b>Xx:</b> X<br><b>Yy:</b> now</div><div>old words</div>',
    "outlook-append": '<div>Yes.</div><div id="appendonsend"></div><hr><div>old words</div>',
    "thunderbird": '<p>Yes.</p><div class="moz-cite-prefix">Zork X:<br></div><blockquote type="cite"><p>old words</p></blockquote>',
    "proton": '<div>Yes.</div><div class="protonmail_quote">Zork<br><blockquote>old words</blockquote></div>',
    "yahoo": '<div>Yes.</div><div id="ydp1" class="yahoo_quoted"><div>Zork</div><div>old words</div></div>',
    "exchange": '<div name="messageBodySection">Yes.</div><div name="messageReplySection">Zork<br>old words</div>',
    "zimbra": '<div>Yes.</div><hr data-marker="__DIVIDER__"><div data-marker="__QUOTED_TEXT__">old words</div>',
    "outlook-mobile": '<div>Yes.</div><div class="ms-outlook-mobile-reference-message"><b>Xx</b> y</div><div>old words</div>',
    "word": '<div class=WordSection1><p class=MsoNormal>Yes.</p><div style="border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal><b>From:</b> X &lt;x@x.example&gt;<br><b>Sent:</b> Monday<br><b>To:</b> Ana<br><b>Subject:</b> RE: x</p></div><p>old words</p></div>',
}


@pytest.mark.parametrize("page", CLIENTS.values(), ids=CLIENTS.keys())
def test_the_quote_of_each_client_is_told_apart(page):
    body = tell_apart(html_text(page).text)
    assert body.fresh == "Yes."
    assert "words" in body.quoted
    assert "words" not in body.fresh


@pytest.mark.parametrize(
    "place",
    [
        'class="gmail_signature"',
        'id="Signature"',
        'id="AppleMailSignature"',
        'class="moz-signature"',
        'class="protonmail_signature_block"',
    ],
)
def test_a_marked_signature_is_told_apart(place):
    body = tell_apart(
        html_text(f"<div>Yes.</div><div {place}>Ana<br>Mentor</div><div>And more.</div>").text
    )
    assert body.fresh.split() == ["Yes.", "And", "more."]
    assert body.signature == "Ana\nMentor"


def test_inline_answers_in_html_are_paired():
    page = '<div class="gmail_quote"><div class="gmail_attr">X wrote:</div><blockquote>Extend?</blockquote><div>Yes.</div><blockquote>Mark?</blockquote><div>Nine.</div></div>'
    body = tell_apart(html_text(page).text)
    assert body.answers == (("Extend?", "Yes."), ("Mark?", "Nine."))


def test_marks_of_our_own_cannot_be_sent():
    assert html_text("<p>\ufdd0a</p>").text.strip() == "a"
