"""Every letter that the rules can send: written, complete, readable, with buttons that work."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from mailer.render.samples import SAMPLES, common, problems
from mailer.render.templates import LANGUAGES, MARKER, Rendered, Templates, default_folder
from mailer.rules.effects import Send
from mailer.rules.events import Trust
from mailer.rules.fields import Command, Fields, Named, Verb
from mailer.rules.intents import Intent
from mailer.rules.procedures import PROCEDURES, UNASKED
from mailer.rules.records import Asks, Person
from mailer.rules.together import TEMPLATE as TOGETHER
from mailer.rules.together import UNPLACED, asks_all
from mailer.trust.judge import TrustPolicy, judge
from mailer.understand.hear import hear
from mailer.understand.model import ReadPolicy, Thread
from tests.builders import ANA, BO, COUNCIL, EVA, NOW, OUR_SERVER, POLICY, mail, said, sent, told
from tests.rules import (
    worlds_council,
    worlds_going,
    worlds_mail,
    worlds_placing,
    worlds_undoing,
    worlds_year,
)
from tests.rules.world import World, accepted, answer, applied, asked, doubtful, started

TEMPLATES = Templates()
ANSWERS_TO = "council+aaaaaaaaaaaaaaaaaaaaaaaaaa@reps.example"
WHY = "You get this letter as a member of Mozilla Reps."
WIDTH = 72
READERS = {
    "candidate",
    "mentor",
    "mentee",
    "party",
    "successor",
    "substitute",
    "rep",
    "witness",
    "sender",
    "council",
    "stranger",
}
CHI = started().roster.person("chi")


def written(name: str, context: Mapping[str, Any]) -> Rendered:
    policy = replace(POLICY, guide_url="https://guide.example")
    shared = common(policy, name="Ana Pop", language="en", why=WHY)
    return TEMPLATES.render(name, {**shared, **context}, ANSWERS_TO)


def test_every_template_has_a_sample_and_every_sample_a_template() -> None:
    assert set(TEMPLATES.names()) == set(SAMPLES)


def test_every_file_is_a_letter_or_a_common_piece() -> None:
    files = {p.relative_to(default_folder()) for p in default_folder().rglob("*") if p.is_file()}
    letters = {f"{name}.md" for name in SAMPLES}
    left = {path.as_posix() for path in files if path.parts[0] not in LANGUAGES} - letters
    pieces = {"common/footer.md", "common/meeting.md", "common/layout.html", "site/page.html"}
    assert left == pieces


def test_a_letter_is_named_after_its_procedure_and_its_reader() -> None:
    for name in SAMPLES.keys() - {TOGETHER}:
        procedure, _, rest = name.partition("/")
        assert procedure in PROCEDURES
        assert rest.partition(".")[2] in READERS


def test_every_letter_can_be_written_and_sent() -> None:
    assert problems(TEMPLATES) == []


# What the rules send, with the values that they give. --------------------------------------------


def correspondence() -> Iterator[World]:
    """Play until every letter was sent once."""
    yield from worlds_going.correspondence()
    yield from worlds_undoing.correspondence()
    yield from worlds_year.correspondence()
    yield from (becoming(), leaving(), deciding(), asking(), *clarifying())
    yield from worlds_placing.correspondence()
    yield from worlds_council.correspondence()
    yield from worlds_mail.correspondence()


def becoming() -> World:
    world = applied()
    case = world.case_of("application").id
    world.happen(said(Intent.MENTOR_APPLICATION, "application", inbox=10))
    world.clock(NOW + timedelta(days=91))
    world.happen(said(Intent.CORRECTION, case=case, inbox=11, fields=Fields(country="Peru")))
    world.happen(said(Intent.COURSE_COMPLETION, "application", inbox=12))
    world.happen(told("rejected", "application", case=case, by="eva"))
    world.happen(said(Intent.MENTOR_APPLICATION, "application", BO, inbox=13))
    for number, name in enumerate(("silent", "yes", "no"), start=14):
        world.happen(told("invited", "application", id=name, about="chi", by="bo"))
        if name == "silent":
            world.clock(NOW + timedelta(days=30))
            continue
        [latest] = [c for c in world.cases.values() if "chi" in c.parties.values() and not c.closed]
        world.happen(said(Intent(name), speaker=CHI, case=latest.id, inbox=number))
        if name == "yes":
            world.happen(said(Intent.TAKE_BACK, speaker=CHI, case=latest.id, inbox=20))
    world.happen(said(Intent.COURSE_COMPLETION, "application", EVA, inbox=21))
    onboarding = accepted()
    case = onboarding.case_of("onboarding").id
    onboarding.clock(NOW + timedelta(days=15))
    onboarding.happen(said(Intent.DONE, case=case, inbox=30, fields=Fields(steps=(1, 2))))
    every = Fields(steps=tuple(range(1, 7)))
    onboarding.happen(told("step_done", "onboarding", case=case, by="eva", fields=every))
    world.letters += onboarding.letters
    return world


def leaving() -> World:
    letters: list[Send] = []
    for witness, last in ((None, Intent.NO), ("chi", None), (None, Intent.YES)):
        world = started()
        named = (Named("Ana Pop", person="ana"),)
        fields = Fields(effective_on=(NOW + timedelta(days=30)).date(), recommended=named)
        first = said(Intent.RESIGNATION, "resignation", BO, inbox=5, fields=fields)
        world.happen(replace(first, witness=witness))
        case = world.case_of("resignation").id
        world.happen(said(Intent.CORRECTION, speaker=BO, case=case, inbox=6, fields=fields))
        if last is None:
            world.clock(NOW + timedelta(days=4))
            world.happen(told("rejected", "resignation", case=case, by="eva"))
        else:
            world.happen(said(last, speaker=BO, case=case, inbox=7))
            world.happen(told("approved", "resignation", case=case, by="eva"))
        letters += world.letters
    world.happen(said(Intent.RESIGNATION, "resignation", ANA, inbox=8))
    world.letters = [*letters, *world.letters]
    return world


def deciding() -> World:
    world = asked()
    case = world.case_of("digest").id
    world.clock(NOW + timedelta(days=1))
    letter = sent(EVA, asks=Asks("digest", case, (Intent.DECISION,), ((1, 1),)))
    for number, (lines, answers) in enumerate(
        [
            ((), letter),
            ((Command("approve 1", Verb.APPROVE, (1, 9)),), letter),
            ((Command("approve 1", Verb.APPROVE, (1,)),), None),
        ],
        start=40,
    ):
        world.happen(said(Intent.DECISION, "digest", EVA, inbox=number, case=case,
                          answers=answers, fields=Fields(commands=lines)))  # fmt: skip
    quiet = started()
    quiet.clock(NOW + timedelta(days=7))
    world.letters += quiet.letters
    return world


def asking() -> World:
    world = asked()
    for number, (intent, speaker, about) in enumerate(
        [
            (Intent.STATUS, ANA, None),
            (Intent.STATUS, EVA, Named("Ana Pop", person="ana")),
            (Intent.STATUS, BO, Named("Ana Pop", person="ana")),
            (Intent.STATUS, EVA, Named("Ana")),
            (Intent.HELP, ANA, None),
            (Intent.HELP, EVA, None),
        ],
        start=50,
    ):
        world.happen(said(intent, "query", speaker, inbox=number, fields=Fields(about=about)))
    world.happen(said(Intent.MENTOR_REQUEST, "", ANA, inbox=60))
    world.happen(said(Intent.OTHER, "", ANA, inbox=61))
    world.happen(said(Intent.RESIGNATION, "resignation", None, inbox=62))
    parts = [Asks("meeting", title=title) for title in ("Your year", "Are you in touch?")]
    several = sent(ANA, asks=asks_all(parts))
    world.happen(said(Intent.YES, "", ANA, inbox=63, answers=several, doubts=(UNPLACED,)))
    return world


def clarifying() -> Iterator[World]:
    for intents in ((Intent.UNCLEAR,), (Intent.TAKE_BACK,)):
        yield doubtful(*intents)
    late = doubtful(Intent.UNCLEAR)
    case = late.case_of("clarification").id
    late.happen(told("approved", "clarification", case=case, by="eva"))
    late.happen(answer(late, Intent.CHOICE, 1, inbox=9))
    yield late


@cache
def letters() -> tuple[Send, ...]:
    return tuple(letter for world in correspondence() for letter in world.letters)


def test_the_rules_send_every_letter_that_there_is() -> None:
    # What holds several is put together of them (tests/stories/test_one_letter_a_day.py).
    assert {letter.template for letter in letters()} == SAMPLES.keys() - {TOGETHER}


@dataclass(frozen=True)
class Written:
    name: str
    letter: Rendered
    asks: Asks | None


@cache
def all_written() -> tuple[Written, ...]:
    """Return every letter with its sample values and with the values that rules gave it."""
    samples = [Written(name, written(name, values), None) for name, values in SAMPLES.items()]
    played = [Written(x.template, written(x.template, x.context), x.asks) for x in letters()]
    return (*samples, *played)


@pytest.fixture(params=sorted(SAMPLES))
def several(request: pytest.FixtureRequest) -> list[Rendered]:
    """All that was written of one letter."""
    return [one.letter for one in all_written() if one.name == request.param]


def test_a_letter_has_a_subject_and_begins_with_its_marker(several: list[Rendered]) -> None:
    for letter in several:
        assert 5 < len(letter.subject) < 80
        assert not letter.subject.endswith(".")
        assert letter.text.startswith(f"{MARKER}\n\nDear Ana Pop,\n\n") or "Hello," in letter.text
        assert letter.text.count(MARKER) == 1


def test_a_letter_keeps_within_its_columns(several: list[Rendered]) -> None:
    long = [line for x in several for line in x.text.split("\n") if len(line) > WIDTH]
    assert [line for line in long if "://" not in line] == []


def test_a_letter_loads_nothing_from_elsewhere(several: list[Rendered]) -> None:
    for letter in several:
        assert not re.search(r"<img|<script|<link|<iframe|\ssrc=|url\(|@import", letter.html)
        page = LexborHTMLParser(letter.html)
        targets = [link.attributes.get("href") or "" for link in page.css("a")]
        assert [x for x in targets if not x.startswith(("mailto:", "https://"))] == []


def test_a_letter_ends_with_its_reason(several: list[Rendered]) -> None:
    for letter in several:
        body, _, footer = letter.text.partition("\n-- \n")
        assert body.strip()
        assert " ".join(footer.split()).startswith(WHY)
        assert "read by a person" in " ".join(footer.split())


def test_a_date_can_be_read_in_one_way_only(several: list[Rendered]) -> None:
    for letter in several:
        text = letter.subject + letter.text
        assert not re.search(r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b", text)
        assert "datetime" not in text
        assert not re.search(r"\d{2}:\d{2}:\d{2}", text)


def test_a_letter_shows_no_inner_names(several: list[Rendered]) -> None:
    for letter in several:
        assert not re.search(r"\b[a-z]+_[a-z]+\b|None|True|False|\{\{|\{%|undefined", letter.text)


def test_a_letter_has_no_gaps(several: list[Rendered]) -> None:
    for letter in several:
        assert "\n\n\n" not in letter.text
        assert not re.search(r" [.,;:]|\(\)|\.\.(?!\.)", letter.text)


def test_a_subject_begins_as_a_sentence_does(several: list[Rendered]) -> None:
    for letter in several:
        first = letter.subject.split()[0]
        assert "@" in first or not first[0].islower(), letter.subject


def test_a_letter_says_no_word_twice(several: list[Rendered]) -> None:
    for letter in several:
        words = " ".join(letter.text.split()).lower()
        assert not re.search(r"\b([a-z]{2,}) \1\b", words.replace("had had", ""))


def test_one_of_a_thing_is_no_plural(several: list[Rendered]) -> None:
    for letter in several:
        words = " ".join([letter.subject, *letter.text.split()])
        assert not re.search(r"(?<![\d.,:-])1 (?!is\b|was\b|has\b)[a-z]+s\b", words)
        assert not re.search(r"\b0 days\b", words)


def test_a_value_stands_apart_from_its_label(several: list[Rendered]) -> None:
    for letter in several:
        assert not re.search(r"[a-z\"]:[A-Za-z\d]", re.sub(r"\S+://\S+", "", letter.text))


def test_an_answer_to_choose_is_a_line_of_its_own(several: list[Rendered]) -> None:
    for letter in several:
        assert '(reply with "' not in letter.text


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_paragraph_that_ends_in_a_condition_ends(name: str) -> None:
    """Jinja takes the line feed behind a tag, so that one blank line behind it is none."""
    lines = (default_folder() / f"{name}.md").read_text("utf-8").split("\n")
    for line, second, third in zip(lines[1:], lines[2:], lines[3:], strict=False):
        words = re.sub(r"\{%.*?%\}", "", line).strip()
        ends = line.endswith("%}") and words and not line.startswith("*")
        item = third.startswith("{% endfor")  # In a list the lines shall stay together.
        assert not (ends and not second and third and not item), line


# What its buttons say is what they mean. ---------------------------------------------------------

STRANGER = Person("new", "Chi Okafor", ("chi@new.example",))
MEANT = {
    "yes": Intent.YES,
    "no": Intent.NO,
    "withdraw": Intent.TAKE_BACK,
    "please forget my request": Intent.TAKE_BACK,
    "please cancel my break": Intent.TAKE_BACK,
    "got it": Intent.YES,
    "please ignore my mail": Intent.TAKE_BACK,
    "I would like to become a mentor": Intent.MENTOR_APPLICATION,
    "done 1": Intent.DONE,
    "1": Intent.CHOICE,
    "2": Intent.CHOICE,
    "3": Intent.CHOICE,
    "extend": Intent.RENEWAL,
    "change": Intent.RENEWAL,
    "end": Intent.RENEWAL,
}


def buttons(letter: Rendered) -> list[str]:
    found = []
    for link in LexborHTMLParser(letter.html).css("a.answer"):
        target = urlsplit(link.attributes["href"] or "")
        assert unquote(target.path) == ANSWERS_TO
        query = parse_qs(target.query)
        assert query["subject"] == [f"Re: {letter.subject}"]
        found += query["body"]
    return found


PLAYED = [(x.template, written(x.template, x.context)) for x in letters()]
WITH_BUTTONS = sorted({(name, text) for name, letter in PLAYED for text in buttons(letter)})


def test_a_letter_with_buttons_asks_and_so_carries_a_token() -> None:
    for letter in letters():
        if buttons(written(letter.template, letter.context)):
            assert letter.asks is not None, letter.template
    assert {text for _, text in WITH_BUTTONS} == set(MEANT)


def test_the_digest_has_no_button_because_one_would_show_its_token() -> None:
    assert not any(name.startswith("digest/") for name, _ in WITH_BUTTONS)


@pytest.mark.parametrize(("name", "text"), WITH_BUTTONS)
def test_a_button_is_read_as_it_is_meant(name: str, text: str) -> None:
    tried = 0
    for letter in letters():
        if letter.template != name or letter.asks is None:
            continue
        shown = written(name, letter.context)
        if text not in buttons(shown):
            continue
        tried += 1
        roster = worlds_placing.mentors().roster
        person = next((p for p in roster if p.id == letter.to), STRANGER)
        quoted = "\r\n".join(f"> {line}" for line in shown.text.split("\n"))
        message = mail(
            f"{text}\r\n\r\nOn Mon, 4 Jan 2027 at 10:00, Reps Council <{COUNCIL}> wrote:\r\n\r\n"
            f"{quoted}\r\n",
            f"{person.name} <{person.address}>",
            domain=person.address.partition("@")[2],
            subject=f"Re: {shown.subject}",
        )
        answered = sent(person, template=name, subject=shown.subject, asks=letter.asks)
        if letter.to is None:
            answered = replace(answered, person=None)
        verdict = judge(message, roster, answered, TrustPolicy(COUNCIL, OUR_SERVER))
        assert verdict.trust is (Trust.PROVEN if letter.to else Trust.AUTHENTICATED)
        policy = ReadPolicy(procedures=UNASKED, marker=MARKER.lower())
        reading = hear(message, Thread(answered, letter.asks.case), roster, verdict, policy, NOW)
        assert reading.unclear is None
        assert reading.doubts == ()
        assert [heard.intent for heard in reading.heard] == [MEANT[text]]
        assert MEANT[text] in letter.asks.intents or letter.asks.choice
        assert reading.heard[0].procedure == letter.asks.procedure
    assert tried


@pytest.mark.parametrize(("name", "text"), WITH_BUTTONS)
def test_a_button_does_something_while_its_case_is_open(name: str, text: str) -> None:
    """Each answer has a line in the state in which the letter is sent."""
    procedure = PROCEDURES[name.partition("/")[0]]
    states = [state for state, event in procedure.steps if event == MEANT[text].value]
    assert states
    assert MEANT[text] in procedure.hears
