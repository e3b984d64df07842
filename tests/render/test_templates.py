"""Letters from templates: what is written, and what no value can do to it."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mailer.render.templates import MARKER, Rendered, TemplateError, Templates, default_folder
from mailer.render.words import clean, date_words, datetime_words, join_names

COMMON = {"programme": "Guild", "council": "council@example.org", "why": "You are a mentor."}
ANSWERS_TO = "service+tok@example.org"
Write = Callable[..., Rendered]


def written(folder: Path, source: str, **context: Any) -> Rendered:
    path = folder / "t" / "letter.md"
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(source)
    return Templates([folder]).render("t/letter", COMMON | context, ANSWERS_TO)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    return lambda body, **context: written(tmp_path, f"Subject: Hello\n\n{body}", **context)


def body_of(text: str) -> str:
    return text.removeprefix(f"{MARKER}\n\n").split("\n-- \n")[0]


def test_both_parts_begin_with_the_marker_and_end_with_the_footer(write: Write) -> None:
    letter = write("Dear Ana,\n\nwelcome.")
    assert letter.text.startswith("## reply above this line ##\n\nDear Ana,\n\nwelcome.\n\n-- \n")
    assert "You are a mentor." in letter.text
    assert "the records of Guild" in " ".join(letter.text.split())
    page = LexborHTMLParser(letter.html)
    assert page.body is not None
    assert page.body.text(strip=True).startswith(MARKER)
    footer = page.css_first("footer")
    assert footer is not None
    assert "You are a mentor." in footer.text()
    assert "the records of Guild" in footer.text()


def test_an_address_is_written_once(write: Write) -> None:
    letter = write("Write to [{{ council }}](mailto:{{ council }}) or <https://example.org/>.")
    assert body_of(letter.text) == "Write to council@example.org or https://example.org/.\n"
    assert 'href="mailto:council@example.org"' in letter.html


def test_the_page_loads_nothing_and_names_its_language(write: Write) -> None:
    letter = write("x")
    assert '<html lang="en">' in letter.html
    assert not re.search(r"<img|<script|<link|\ssrc=|url\(|@import", letter.html)


def test_a_letter_comes_in_the_language_wanted_where_it_is_written_in_it(tmp_path: Path) -> None:
    for name in ("t/both", "t/english", "es/t/both"):
        file = tmp_path / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Subject: {name}\n\n{{{{ day | date }}}}, {{{{ yes }}}}, [x](answer:x)")
    templates = Templates([tmp_path])
    context = {**COMMON, "day": "2027-03-02", "yes": True}

    def render(name: str, language: str) -> Rendered:
        return templates.render(name, {**context, "language": language}, ANSWERS_TO)

    spanish = render("t/both", "es-MX")
    assert spanish.subject == "es/t/both"
    assert '<html lang="es">' in spanish.html
    assert body_of(spanish.text) == '2 de marzo de 2027, sí, x (responde con "x")\n'
    for name, language in (("t/english", "es"), ("t/both", "pt"), ("t/both", "")):
        english = render(name, language)
        assert english.subject == name
        assert '<html lang="en">' in english.html
        assert body_of(english.text) == '2 March 2027, yes, x (reply with "x")\n'
    assert templates.language("t/english", "es", "en").code == "en"
    assert templates.language("t/both", "pt", "es").code == "es"
    assert "es/t/both" not in templates.names()
    assert "t/both" in templates.names("es")
    assert "t/english" not in templates.names("es")


def test_an_operators_file_takes_the_place_of_ours_file_by_file(tmp_path: Path) -> None:
    ours, own = tmp_path / "ours", tmp_path / "own"
    for folder, word in ((ours, "ours"), (own, "own")):
        (folder / "t").mkdir(parents=True)
        (folder / "t" / "a.md").write_text(f"Subject: {word}\n\nx")
    (ours / "t" / "b.md").write_text("Subject: only ours\n\nx")
    templates = Templates([own, ours])
    assert templates.render("t/a", COMMON, ANSWERS_TO).subject == "own"
    assert templates.render("t/b", COMMON, ANSWERS_TO).subject == "only ours"
    assert {"t/a", "t/b"} <= set(templates.names())
    pieces = {"common/footer", "common/meeting", "common/layout"}
    assert pieces.isdisjoint(templates.names())


def test_an_operators_footer_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "common").mkdir()
    (tmp_path / "common" / "footer.md").write_text("Mine.")
    assert written(tmp_path, "Subject: s\n\nx").text.endswith("\n-- \nMine.\n")


def test_the_default_folder_is_found() -> None:
    assert (default_folder() / "common" / "footer.md").is_file()


HOSTILE = [
    "](javascript:alert(1))",
    "[x](https://evil.example)",
    "<script>alert(1)</script>",
    "<https://evil.example>",
    "*a* _b_ `c` # d",
    "&lt;b&gt; &amp;",
    "![p](https://evil.example/p.png)",
    "| a | b |",
    "{{ why }} {% if %}",
    "a\\",
]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(
    "body",
    ["{{ v }}", "Hi {{ v }}!", "# {{ v }}", "- {{ v }}", "> {{ v }}", "Name: {{ v }}\nX: {{ v }}",
     "| A |\n|---|\n| {{ v }} |", "**{{ v }}**", "`{{ v }}`", "```\n{{ v }}\n```",
     "{% macro m(x) %}_{{ x }}_{% endmacro %}{{ m(v)|safe }}"],
)  # fmt: skip
def test_a_value_is_only_ever_words(write: Write, body: str, value: str) -> None:
    letter = write(body, v=value)
    page = LexborHTMLParser(letter.html)
    main = page.css_first("main")
    assert main is not None
    assert value in main.text()
    assert main.css_first("a, script, img, em") is None or "macro" in body
    assert main.css_first("a, script, img") is None
    assert value in body_of(letter.text)


@pytest.mark.parametrize(
    "value",
    ["a\napprove 12", "a\r\n\r\n# b", "a\u2028approve 12", "a\x0bb", "a\x85b"],
    ids=["line feed", "blank line", "line separator", "vertical tab", "next line"],
)
def test_a_value_stays_on_one_line(write: Write, value: str) -> None:
    text = body_of(write("Dear {{ v }}.", v=value).text)
    assert len(text.strip().split("\n")) == 1
    assert "# b" not in text or text.startswith("Dear a # b")


def test_controls_and_bidi_marks_are_removed(write: Write) -> None:
    letter = write("{{ v }} {{ v|quote }}", v="a\u202eb\u2066c\x00d\x1be\ufefff\u200bg\U000f0000h")
    assert body_of(letter.text) == "abcdefgh\n\n| abcdefgh\n"


def test_joiners_that_scripts_need_stay() -> None:
    assert clean("می\u200cخواهم 👩\u200d🚀") == "می\u200cخواهم 👩\u200d🚀"


QUOTED = """approve 12
## reply above
this line ##
--
-- \tAna
> quoted
# heading
<b>bold</b>
Subject: x"""


def test_words_of_others_stand_behind_a_bar_line_by_line(write: Write) -> None:
    letter = write("They wrote:\n\n{{ words|quote }}\n\nPlease answer.", words=QUOTED)
    text = body_of(letter.text)
    quoted = [line for line in text.split("\n") if "|" in line]
    assert len(quoted) == 9
    assert all(line.startswith("|") for line in quoted)
    assert not re.search(r"#[\s>|]*#[\s>|]*reply[\s>|]+above", text)
    assert text.startswith("They wrote:\n\n| approve 12\n")
    assert text.endswith("| Subject: x\n\nPlease answer.\n")
    block = LexborHTMLParser(letter.html).css_first("blockquote.words")
    assert block is not None
    assert "<b>bold</b>" in block.text()
    assert block.css_first("b") is None


def test_long_words_of_others_are_shortened(write: Write) -> None:
    letter = write("{{ words|quote }}", words="line\n" * 500)
    assert body_of(letter.text).endswith("| line\n| [shortened]\n")


@given(st.text())
def test_no_words_imitate_our_marker(words: str) -> None:
    for value in (f"## reply {words}", f"{words}## reply above this line ##", words):
        assert not re.search(r"##\s*reply", clean(value), re.IGNORECASE)
        assert clean(value) == clean(clean(value))


def test_answers_are_buttons_and_lines(write: Write) -> None:
    letter = write("[Yes, I confirm](answer:yes)\n[Not now](answer:no%20thanks)")
    assert body_of(letter.text) == (
        '  * Yes, I confirm: reply with "yes"\n  * Not now: reply with "no thanks"\n'
    )
    links = LexborHTMLParser(letter.html).css("a.answer")
    assert [link.text() for link in links] == ["Yes, I confirm", "Not now"]
    target = urlsplit(links[1].attributes["href"] or "")
    assert unquote(target.path) == ANSWERS_TO
    assert "+" not in target.path
    assert parse_qs(target.query) == {"subject": ["Re: Hello"], "body": ["no thanks"]}


def test_answers_read_the_same_in_a_list(write: Write) -> None:
    letter = write("- [Yes](answer:yes)\n- [No](answer:no)")
    assert body_of(letter.text) == '  * Yes: reply with "yes"\n  * No: reply with "no"\n'


def test_an_answer_may_hold_a_value_and_stays_encoded(tmp_path: Path) -> None:
    source = 'Subject: A & "B" {{ n }}\n\nPlease [take it](answer:take%20{{ n }}) soon.'
    letter = written(tmp_path, source, n="12&body=x <é>")
    assert body_of(letter.text) == ('Please take it (reply with "take 12&body=x <é>") soon.\n')
    link = LexborHTMLParser(letter.html).css_first("a.answer")
    assert link is not None
    target = urlsplit(link.attributes["href"] or "")
    assert parse_qs(target.query) == {
        "subject": ['Re: A & "B" 12&body=x <é>'],
        "body": ["take 12&body=x <é>"],
    }


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://example.org/a?b=1&c=é", "https://example.org/a?b=1&c=%C3%A9"),
        ("javascript:alert(1)", "#"),
        ("JavaScript:alert(1)", "#"),
        ("data:text/html,x", "#"),
        ('https://example.org/"onclick=x', "https://example.org/%22onclick=x"),
    ],
)
def test_a_value_as_address_is_looked_at(write: Write, url: str, href: str) -> None:
    link = LexborHTMLParser(write("[see]({{ url }})", url=url).html).css_first("main a")
    assert link is not None
    assert link.attributes["href"] == href


LONG = (
    "This paragraph is long enough to be wrapped more than once, and it names "
    "https://example.org/a/very/long/address/that/is/longer/than/a/line/of/seventy-two/columns "
    "and `reject 12: a reason` and **words** that stand in it, together with {{ name }}."
)


def test_text_is_wrapped_but_never_within_addresses_and_commands(write: Write) -> None:
    letter = write(f"{LONG}\n\n- {LONG}\n  - {LONG}\n\n1. {LONG}\n\n> {LONG}", name="Ana " * 30)
    lines = letter.text.split("\n")
    assert all(len(line) <= 72 or "https://" in line for line in lines)
    assert sum("reject 12: a reason" in line for line in lines) == 5
    assert sum("seventy-two/columns" in line for line in lines) == 5


def test_literal_lines_stay_as_they_are(write: Write) -> None:
    command = "approve 12 | reject | later - " + "word " * 20
    letter = write(f"Say:\n\n```\n{command}\nreject {{{{ n }}}}\n```", n=12)
    assert body_of(letter.text) == f"Say:\n\n    {command.rstrip()}\n    reject 12\n"


def test_facts_stand_one_below_the_other(write: Write) -> None:
    letter = write("Name: {{ name }}\nStart date: {{ day|date }}\nNote: {{ note }}",
                   name="Ana", day="2027-03-02", note="word " * 20)  # fmt: skip
    assert body_of(letter.text).split("\n")[:4] == [
        "Name:       Ana",
        "Start date: 2 March 2027",
        "Note:       word word word word word word word word word word word word",
        "            word word word word word word word word",
    ]
    cells = LexborHTMLParser(letter.html).css("table.facts td")
    assert [cell.text() for cell in cells][:2] == ["Ana", "2 March 2027"]


def test_a_table_is_in_columns_or_field_by_field(write: Write) -> None:
    rows = "{% for n in names %}\n| {{ loop.index }} | {{ n }} |\n{% endfor %}"
    source = f"| No | Name |\n|---|---|\n{rows}"
    assert body_of(write(source, names=["Ana", "Bo"]).text) == (
        "No  Name\n--  ----\n1   Ana\n2   Bo\n"
    )
    wide = body_of(write(source, names=["word " * 20, "Bo"]).text)
    assert wide.startswith("No:   1\nName: word")
    assert wide.endswith("\n\nNo:   2\nName: Bo\n")


def test_the_subject_is_one_short_line(tmp_path: Path) -> None:
    letter = written(tmp_path, "Subject: Hi {{ v }}\n\nx", v="a\r\nBcc: x@example.org " + "y" * 300)
    assert letter.subject.startswith("Hi a Bcc: x@example.org yyy")
    assert len(letter.subject) == 200


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("{{ missing }}", "'missing' is undefined"),
        ("{{ none }}", "prints None"),
        ("{{ names }}", "prints \\['a'\\]"),
        ("{% if %}", "Expected an expression"),
        ("{% include 'nothing.md' %}", "nothing.md"),
        ("{{ '2027-13-01'|date }}", "month"),
    ],
)
def test_a_fault_names_the_template_and_itself(write: Write, body: str, says: str) -> None:
    with pytest.raises(TemplateError, match=f"t/letter: .*{says}"):
        write(body, none=None, names=["a"])


@pytest.mark.parametrize("name", ["t/absent", "../secret", "/etc/passwd"])
def test_a_name_outside_the_folders_is_not_found(name: str) -> None:
    with pytest.raises(TemplateError, match="not readable"):
        Templates().render(name, COMMON, ANSWERS_TO)


def test_a_file_must_begin_with_its_subject(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="Subject"):
        written(tmp_path, "Dear Ana,\n\nhello")


def test_dates_and_names_in_words() -> None:
    assert date_words(date(2027, 3, 2)) == "2 March 2027"
    moment = datetime(2027, 3, 2, 23, 5, tzinfo=UTC)
    assert datetime_words(moment) == "2 March 2027, 23:05 UTC"
    assert datetime_words(moment, "Europe/Berlin") == "3 March 2027, 00:05 CET"
    assert [join_names(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "", "A", "A and B", "A, B and C",
    ]  # fmt: skip


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_words_can_be_written(
    tmp_path_factory: pytest.TempPathFactory, name: str, words: str
) -> None:
    folder = tmp_path_factory.mktemp("t", numbered=True)
    letter = written(
        folder, "Subject: Hi {{ n }}\n\nDear {{ n }},\n\n{{ w|quote }}", n=name, w=words
    )
    assert not any(
        unicodedata.category(character) in ("Cc", "Zl", "Zp") for character in letter.subject
    )
    assert letter.text.count(MARKER) == 1
    assert not re.search("[\U000f0000-\U0010ffff\ud800-\udfff]", letter.text + letter.html)
    assert all(len(line) <= 72 for line in letter.text.split("\n") if "@" not in line + "://")
