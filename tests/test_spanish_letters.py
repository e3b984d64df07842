"""The letters in Spanish: what the English ones say, in words that are understood when used."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any
from urllib.parse import unquote

import pytest
from jinja2 import nodes

from mailer.render.languages import base
from mailer.render.samples import SAMPLES, common
from mailer.render.spanish import SPANISH
from mailer.render.templates import MARKER, Rendered, Templates
from mailer.rules import limits, spanish
from mailer.rules.echo import LABELS
from mailer.rules.effects import Send
from mailer.rules.events import Trust
from mailer.rules.intents import WRITTEN_UNASKED, Intent
from mailer.rules.procedures import UNASKED
from mailer.rules.readings import plain
from mailer.rules.sayings import SAYABLE, saying
from mailer.trust.judge import TrustPolicy, judge
from mailer.understand.hear import hear
from mailer.understand.model import ReadPolicy, Thread
from tests.builders import COUNCIL, NOW, OUR_SERVER, POLICY, mail, sent
from tests.rules import worlds_placing
from tests.test_templates import ANSWERS_TO, MEANT, STRANGER, WIDTH, buttons, letters

TEMPLATES = Templates()
NAMES = TEMPLATES.names("es")
ANSWERS = {
    "yes": "sí",
    "no": "no",
    "withdraw": "retiro mi solicitud",
    "please forget my request": "por favor, olviden mi solicitud",
    "please cancel my break": "por favor, olviden mi descanso",
    "please ignore my mail": "por favor, ignoren mi correo",
    "got it": "recibido",
    "I would like to become a mentor": "Me gustaría ser mentor",
    "done 1": "hecho 1",
    "extend": "extender",
    "change": "cambiar",
    "end": "terminar",
}
"""The answers that letters offer, in English and in Spanish; numbers stay."""
FOR_THE_COUNCIL = {"handover/ends.rep", "seat/chosen.rep", "seat/not_chosen.rep"}
_ENGLISH = re.compile(
    r"\b(?:the|and|with|your|you|of|is|are|given|since|days|weeks|years?|months?|speaks)\b"
)


def written(name: str, context: dict[str, Any]) -> Rendered:
    policy = replace(POLICY, guide_url="https://guide.example")
    shared = common(policy, name="Ana Pop", language="es", why=SPANISH.wrote.format(address="a@b"))
    return TEMPLATES.render(name, {**shared, **context}, ANSWERS_TO)


def parts(name: str, language: str) -> tuple[set[str], set[str], Counter[str]]:
    """Return the variables of a letter, the pieces that it includes, and where its links lead."""
    shelf = TEMPLATES._shelf(language)
    tree = shelf.markdown.parse(shelf.source(name))
    assigned = {x.name for x in tree.find_all(nodes.Name) if x.ctx != "load"}
    used = {x.name for x in tree.find_all(nodes.Name) if x.ctx == "load"}
    attributes = {f".{x.attr}" for x in tree.find_all(nodes.Getattr)} - {".get", ".split"}
    includes = {x.template.value for x in tree.find_all(nodes.Include)}
    links = re.findall(r"\]\(([^)]*)\)", shelf.source(name))
    return used | assigned | attributes, includes, Counter(unquote(link) for link in links)


def test_every_letter_that_is_no_councils_is_written_in_spanish() -> None:
    councils = {name for name in SAMPLES if name.endswith(".council")}
    assert set(NAMES) == set(SAMPLES) - councils - FOR_THE_COUNCIL


@pytest.mark.parametrize("name", NAMES)
def test_a_spanish_letter_says_what_the_english_one_says(name: str) -> None:
    variables, includes, links = parts(name, "en")
    own_variables, own_includes, own_links = parts(name, "es")
    assert own_variables == variables
    assert own_includes == includes
    assert own_links == Counter({_translated(link): n for link, n in links.items()})
    letter = written(name, dict(SAMPLES[name]))
    assert '<html lang="es">' in letter.html
    assert 5 < len(letter.subject) < 80
    assert letter.text.startswith((f"{MARKER}\n\nHola, Ana Pop:\n\n", f"{MARKER}\n\nHola:\n\n"))
    assert not re.search(r"\n\n\n| [.,;:]|\(\)|\{\{|\{%|reply with", letter.text)
    assert [x for x in letter.text.split("\n") if len(x) > WIDTH and "://" not in x] == []


def _translated(link: str) -> str:
    scheme, _, word = link.rpartition("answer:")
    if not link.startswith("answer:"):
        return link
    if word.startswith("done "):
        return f"answer:hecho {word.removeprefix('done ')}"
    return f"{scheme}answer:{ANSWERS.get(word, word)}"


def test_no_english_word_of_the_rules_is_left_in_a_spanish_letter() -> None:
    left = []
    for letter in letters():
        # The steps of a programme are in the words of its settings; commands of the council stay,
        # and the titles of letters as they were sent.
        if letter.template not in NAMES or letter.template.startswith(
            ("onboarding/", "query/help", "contact/by_number")
        ):
            continue
        text = written(letter.template, dict(letter.context)).text.removeprefix(MARKER)
        lines = (line for line in text.split("\n") if not line.startswith("|"))
        left += [(letter.template, line) for line in lines if _ENGLISH.search(line)]
    assert left == []


# What they offer is understood. ------------------------------------------------------------------


@cache
def asking() -> dict[tuple[str, str], Send]:
    """Return one letter of each name for each answer that its English form offers."""
    found: dict[tuple[str, str], Send] = {}
    for letter in letters():
        if letter.asks is not None and letter.template in NAMES:
            for text in buttons(written(letter.template, dict(letter.context))):
                found.setdefault((text, letter.template), letter)
    return found


def test_the_spanish_letters_offer_all_these_answers() -> None:
    offered = {text for text, _ in asking()}
    assert offered == {*ANSWERS.values(), "1", "2", "3"}


@pytest.mark.parametrize("english", [*ANSWERS, "1"])
def test_an_answer_in_spanish_is_read_as_it_is_meant(english: str) -> None:
    text = ANSWERS.get(english, english)
    roster = worlds_placing.mentors().roster
    tried = 0
    for (offered, name), letter in asking().items():
        if offered != text or letter.asks is None:
            continue
        shown = written(name, dict(letter.context))
        person = next((p for p in roster if p.id == letter.to), STRANGER)
        quoted = "\r\n".join(f"> {line}" for line in shown.text.split("\n"))
        message = mail(
            f"{text}\r\n\r\nEl lun, 4 ene 2027 a las 10:00, Reps Council <{COUNCIL}> escribió:"
            f"\r\n\r\n{quoted}\r\n",
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
        assert reading.unclear is None, name
        assert reading.doubts == (), name
        assert [heard.intent for heard in reading.heard] == [MEANT[english]], name
        tried += 1
    assert tried


# What stands in no template. ---------------------------------------------------------------------


def test_the_words_of_the_rules_are_known_in_spanish() -> None:
    assert set(LABELS.values()) <= set(spanish.LABELS)
    words = [plain(intent) for intent in WRITTEN_UNASKED if intent is not Intent.OTHER]
    words += [saying(intent, "en") for intent in SAYABLE] + [saying(None, "fr")]
    assert [x for x in words if SPANISH.said(x) == x] == []
    policy = replace(POLICY, answers_per_day=1)
    assert SPANISH.said(limits.last(0, (), NOW, policy)).startswith("Esta es la última")


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("year", "año"),
        ("12 weeks", "12 semanas"),
        ("every 2 weeks", "cada 2 semanas"),
        ("once a year", "una vez al año"),
        ("1 day", "1 día"),
        ("2 years and 1 month", "2 años y 1 mes"),
        ("speaks Spanish and Italian", "habla español e italiano"),
        ("lives in Spain, too", "vive también en España"),
        ("Jordan is your own mentor", "Jordan es tu propio mentor"),
        ("offers event planning", "ofrece event planning"),
        ("Meeting with Jordan: by today", "Reunión con Jordan: a más tardar hoy"),
        ("Ana Pop", "Ana Pop"),
    ],
)
def test_words_of_the_rules_are_said_in_spanish(english: str, said: str) -> None:
    assert SPANISH.said(english) == said


def test_the_value_of_a_line_is_said_in_spanish_by_its_label() -> None:
    assert SPANISH.stated("not given", "Certificate") == "no indicado"
    assert SPANISH.stated("Spanish, Volapük", "Languages") == "español, Volapük"
    assert SPANISH.stated("Germany", "Country") == "Alemania"
    assert SPANISH.stated("feedback, Spanish", "Skills") == "feedback, Spanish"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Ana", "Inés"], "Ana e Inés"),
        (["Ana", "Bo", "Hilda"], "Ana, Bo e Hilda"),
        (["agua", "hielo"], "agua y hielo"),
        (["Ana", "Bo"], "Ana y Bo"),
    ],
)
def test_names_are_joined_as_they_are_spoken(names: list[str], said: str) -> None:
    assert SPANISH.join(names) == said


def test_a_language_may_name_a_country_too() -> None:
    assert [base(code) for code in ("es-MX", "ES", " pt_BR", "")] == ["es", "es", "pt", ""]
