"""Short mails that ask for a list, read as commands; longer ones are left to the reader."""

import pytest

from mailer.rules.intents import Intent
from mailer.understand.lists import asked_list
from mailer.understand.sentences import sentences


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("mentors", Intent.MENTORS),
        ("List of mentors, please.", None),
        ("Please send me the list of mentors.", Intent.MENTORS),
        ("open", Intent.OPENINGS),
        ("open assignments", Intent.OPENINGS),
        ("Who is looking for a mentor?", Intent.OPENINGS),
        ("I am looking for a mentor.", None),
        ("I would like to become a mentor", None),
        ("The mentors do good work.", None),
        ("open the door", None),
        ("Mentores", Intent.MENTORS),
        ("¿Quién busca mentor?", Intent.OPENINGS),
        ("lista de espera", Intent.OPENINGS),
        ("Busco mentor", None),
    ],
)
def test_lists_are_asked_for_in_few_words(text: str, intent: Intent | None) -> None:
    found = asked_list(sentences(text))
    assert (found[0] if found else None) == intent


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Who can help me with goal setting?", ("goal setting",)),
        ("Which mentor can coach us on events and writing?", ("events", "writing")),
        ("I would like a coaching session about public speaking.", ("public speaking",)),
        ("Hi all, who could help me with events? Thanks, Ana", ("events",)),
        ("¿Quién me puede ayudar con eventos?", ("eventos",)),
        ("Quem pode me ajudar com eventos?", ("eventos",)),
        ("Qui peut m'aider avec la planification ?", ("la planification",)),
        ("Wer kann mir bei Veranstaltungen helfen?", ("veranstaltungen",)),
        ("Chi può aiutarmi con gli eventi?", ("gli eventi",)),
        ("Siapa yang bisa membantu saya dengan acara?", ("acara",)),
    ],
)
def test_help_with_a_subject_is_asked_for_in_seven_languages(
    text: str, skills: tuple[str, ...]
) -> None:
    found = asked_list(sentences(text))
    assert found is not None
    assert found[0] is Intent.SKILL_HELP
    assert found[1].skills == skills


def test_a_longer_mail_is_no_command() -> None:
    text = "Who can help me with events? I finished the course. I resign as a mentor."
    assert asked_list(sentences(text)) is None
