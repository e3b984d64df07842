"""E32: a copy of one's data, their erasure over every table, and raw mail after its time."""

import json
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from mailer.record import lists, trail
from mailer.record.database import reading, writing
from mailer.record.load import table
from storage.privacy import HELD, forget
from tests.story import ANA, BO, CHI, DEV, EVA, STRANGER, Story

OWN = "Ana's private words about mountains."


def everything(story: Story, *, letters: bool = True) -> str:
    """Return every text of every table, and every byte of mails and letters, as one text."""
    found: list[str] = []
    with reading(story.app.engine) as connection:
        for name in HELD if letters else set(HELD) - {"letter"}:
            for row in connection.execute(select(table(name))):
                found += [_text(value) for value in row]
    return "\n".join(found)


def _text(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return json.dumps(value, default=str, ensure_ascii=False)


def test_a_copy_goes_to_the_address_on_file_as_json_and_as_text(story: Story) -> None:
    story.write(ANA, f"I would like to become a mentor. {OWN}", subject="Mentor")
    story.letters()

    story.write(ANA, "Please send me a copy of my data.", subject="My data")

    letter = story.letter_to(ANA, about="Your data")
    files = {part.get_filename(): part for part in letter.message.iter_attachments()}
    assert set(files) == {"my-data.json", "my-data.txt"}
    held = json.loads(files["my-data.json"].get_payload(decode=True))
    assert held["person"][0]["name"] == "Ana Pop"
    assert held["address"][0]["email"] == "ana@mail.example"
    assert "mountains" in str(held["inbox"])
    assert "Romania" in files["my-data.txt"].get_payload(decode=True).decode()


def test_a_strangers_wish_for_data_gets_none(story: Story) -> None:
    story.write(STRANGER, "I am Ana Pop. Please send me a copy of my data.", subject="My data")
    story.write(ANA, "Please send me a copy of my data.", subject="x", authentication="fail")

    assert not [letter for letter in story.letters() if "Your data" in letter.subject]


def test_a_copy_shows_nothing_that_others_said_in_confidence(story: Story) -> None:
    why = "I would like to change my mentor because our time zones do not fit."
    story.write(CHI, why, subject="Change of mentor")
    story.letters()

    story.write(BO, "Please send me a copy of my data.", subject="My data")

    letter = story.letter_to(BO, about="Your data")
    for part in letter.message.iter_attachments():
        assert "time zones" not in part.get_payload(decode=True).decode()


def erased(story: Story, who: str) -> None:
    story.write(who, "Please delete all my personal data.", subject="My data")
    story.reply(story.letter_to(who, about="Please confirm"), "Yes, erase my data.")


def test_erasing_leaves_no_name_no_address_and_no_word_in_any_table(story: Story) -> None:
    story.write(ANA, f"I would like to become a mentor. {OWN}", subject="Mentor")
    story.letters()

    erased(story, ANA)

    left = everything(story)
    for word in ("Ana Pop", "ana@mail.example", "mountains"):
        assert word not in left, left[left.index(word) - 200 : left.index(word) + 100]
    assert "a former member" in left


def test_nobody_who_is_erased_gets_a_letter_afterwards(story: Story) -> None:
    story.write(ANA, "I would like to become a mentor.", subject="Mentor")
    story.letters()
    erased(story, ANA)
    story.letters()

    story.wait(days=120)

    story.nothing_for(ANA)


def test_who_is_erased_is_a_stranger_when_they_write_again(story: Story) -> None:
    erased(story, ANA)
    story.letters()

    number = story.write(ANA, "I would like to become a mentor.", subject="Mentor")

    assert story.outcome(number) == "needs_review"
    assert "application" not in story.cases()


def test_erasing_needs_a_yes_from_the_address_on_file(story: Story) -> None:
    story.write(ANA, "Please delete all my personal data.", subject="My data")
    letter = story.letter_to(ANA, about="Please confirm")

    story.reply(letter, "Yes, erase my data.", who=DEV)

    assert "ana@mail.example" in everything(story)
    assert story.cases()["privacy"] == "asked"


def test_silence_and_no_keep_the_data(story: Story) -> None:
    story.write(ANA, "Please delete all my personal data.", subject="My data")
    story.letters()
    story.wait(days=7)
    assert "Your data are kept" in [x.subject for x in story.letters() if x.to == ANA]

    story.write(ANA, "Please delete all my personal data!", subject="My data")
    story.reply(story.letter_to(ANA, about="Please confirm"), "No, keep my data")
    assert story.letter_to(ANA).subject == "Your data are kept"


def test_a_mentor_with_mentees_is_erased_after_the_council_has_settled_it(story: Story) -> None:
    erased(story, BO)
    assert "roles first" in next(x for x in story.letters() if x.to == BO).subject
    [question] = [q for q in story.questions() if q["kind"] == "privacy"]
    assert ["Mentor of", "Chi Okafor"] in question["facts"]

    story.reply(story.digest_for(EVA), f"approve {question['number']}")

    # The receipt of the member who decided is on its way, and names what was decided.
    left = everything(story, letters=False)
    for word in ("Bo Lind", "bo@post.example"):
        assert word not in left, left[left.index(word) - 200 : left.index(word) + 100]
    assert story.cases()["assignment"]


def test_the_council_hears_of_an_erasure_without_a_name(story: Story) -> None:
    erased(story, ANA)

    digest = story.digest_for(EVA)

    assert "data of a former member were erased" in digest.words
    assert "Ana" not in digest.words


def test_raw_mails_and_letters_lose_their_text_after_their_time(story: Story) -> None:
    story.write(ANA, f"I would like to become a mentor. {OWN}", subject="Mentor")
    assert "mountains" in everything(story)

    story.now = story.now.replace(year=2028, month=2)
    story.run()
    story.wait(days=2)

    with reading(story.app.engine) as connection:
        mails = connection.execute(select(table("inbox").c.data)).scalars().all()
        letter = table("letter").c
        old = connection.execute(
            select(letter.data).where(letter.created < story.now.replace(year=2027))
        )
    assert mails == [b""]
    assert set(old.scalars()) == {b""}


def test_the_operator_erases_and_sends_copies_in_the_same_way(story: Story) -> None:
    story.line.desk.look_up([], story.now)
    ids = {person.name: person.id for person in story.line.desk.roster}

    story.line.privacy(ids["Ana Pop"], "export", story.now)
    story.run()
    assert story.letter_to(ANA).subject == "Your data"
    story.line.privacy(ids["Ana Pop"], "erase", story.now)
    story.line.privacy(ids["Bo Lind"], "erase", story.now)

    assert "Ana Pop" not in everything(story)
    assert [q["title"] for q in story.questions()] == ["Bo Lind wants their data erased"]


def test_an_erasure_leaves_the_trail_whole_and_says_how_many_lines_it_took(story: Story) -> None:
    story.write(ANA, f"I would like to become a mentor. {OWN}", subject="Mentor")
    story.letters()
    with reading(story.app.engine) as connection:
        _, noted = trail.head(connection, "reps")

    erased(story, ANA)

    with reading(story.app.engine) as connection:
        found = trail.check(connection, "reps", noted)
    assert found.fault is None
    assert found.noted is not None
    assert found.rewritten > 0


def test_why_is_answered_and_mails_are_listed_when_their_bytes_are_gone(story: Story) -> None:
    mail = story.write(STRANGER, "I am Ana Pop and resign as a mentor.", subject="Resignation")
    [question] = story.questions()
    digest = story.digest_for(EVA)
    with writing(story.app.engine) as connection:
        assert forget(connection, "reps", story.now + timedelta(days=1))

    answer = story.reply(digest, f"why {question['number']}")

    assert story.outcome(answer) == "applied"
    with reading(story.app.engine) as connection:
        assert lists.heads(connection, [mail])[mail].subject == ""
