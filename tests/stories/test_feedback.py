"""S19: the council begins a round by mail, both sides answer by mail, the council gets totals."""

from pathlib import Path

from tests.story import BO, CHI, EVA, FINN, PEOPLE, Story

MORE = """\
Ina Two,ina@mail.example,rep,Peru,bo@post.example,2026-05-10,,2024-03-01
Jo Three,jo@mail.example,rep,Peru,bo@post.example,2026-05-10,,2024-03-01
"""


def told(tmp_path: Path, database_url: str) -> Story:
    people = PEOPLE.replace("2026-12-01,", "2026-05-01,") + MORE
    return Story(tmp_path, database_url, people, quiet_days=3000, objection_hours=0)


def test_a_round_from_the_command_to_the_totals(tmp_path: Path, database_url: str) -> None:
    story = told(tmp_path, database_url)
    story.write(EVA, "start feedback", subject="")
    preview = story.letter_to(EVA)
    assert "Letters: 6" in preview.words
    story.reply(preview, "yes")
    story.wait(days=3)

    letters = [x for x in story.letters() if x.subject.startswith("Three questions")]
    assert sum(x.to == BO for x in letters) == 3
    mentees = [x for x in letters if x.to != BO]
    assert len(mentees) == 3
    for letter, words in zip(mentees, ("4", "Bo is patient.\nMark: 5", "Mark: 3"), strict=True):
        story.reply(letter, words)
    assert sum("Thank you for your feedback" in x.subject for x in story.letters()) == 3

    story.wait(days=25)
    new = story.letters()
    chased = [x for x in new if "still time" in x.subject]
    assert {x.to for x in chased} == {BO}
    [totals] = [x for x in new if x.to == EVA and "totals" in x.subject]
    assert "Mean mark: 4.0 of 5" in totals.words
    assert "Bo is patient." in totals.words
    assert not any(name in totals.words for name in ("Chi", "Ina", "Jo Three"))
    assert any(x.to == FINN and "totals" in x.subject for x in new)
    story.close()


def test_feedback_of_ones_own_is_kept_in_confidence(story: Story) -> None:
    story.write(
        CHI, "Some feedback on my mentor Bo: he is patient and explains well, I give him 4 of 5."
    )
    letters = story.letters()
    assert [x.to for x in letters] == [CHI]
    assert story.questions() == [] or "feedback" not in story.cases()


def test_a_member_of_the_programme_cannot_begin_a_round(story: Story) -> None:
    story.write(CHI, "start feedback", subject="")
    assert "begun by the council" in story.letter_to(CHI).subject
    assert story.cases()["feedback_round"] == "idle"
