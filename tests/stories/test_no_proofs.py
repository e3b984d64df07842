"""It fails closed, and says so: a day in which no mail carried a proof of its sender."""

from datetime import timedelta

from mailer.commands.setup import _proofs
from mailer.record.database import reading
from mailer.record.proofs import Proofs, proofs
from tests.story import ANA, BO, CHI, EVA, Story

UNPROVEN = "No sender can be proven: nobody can decide by mail now"


def titles(story: Story) -> list[str]:
    return [question["title"] for question in story.questions()]


def test_a_day_without_any_result_is_told_to_the_council_once_a_day(story: Story) -> None:
    for who in (ANA, BO, CHI):
        story.write(who, "What is new in the programme?", authentication=None)
    for _ in range(2):
        story.app.watch()

    assert titles(story).count(UNPROVEN) == 1
    assert "3 mails in 24 hours" in story.digest_for(EVA).words


def test_results_that_are_bad_are_results_all_the_same(story: Story) -> None:
    for who in (ANA, BO, CHI):
        story.write(who, "What is new in the programme?", authentication="none")
    story.app.watch()

    assert UNPROVEN not in titles(story)


def test_a_few_mails_and_robots_and_older_days_tell_nothing(story: Story) -> None:
    for who in (ANA, BO):
        story.write(who, "What is new in the programme?", authentication=None)
    for who in (ANA, BO, CHI):
        story.write(who, "Away.", authentication=None, headers={"Auto-Submitted": "auto-replied"})
    with reading(story.app.engine) as connection:
        assert proofs(connection, "reps", story.now - timedelta(days=1)) == Proofs(2, 0)
        assert proofs(connection, "reps", story.now + timedelta(days=1)) == Proofs()
    story.app.watch()

    assert UNPROVEN not in titles(story)


def test_without_anything_that_proves_there_is_nothing_to_miss(tmp_path: object) -> None:
    story = Story(tmp_path, authserv_id="")  # type: ignore[arg-type]
    try:
        for who in (ANA, BO, CHI):
            story.write(who, "What is new in the programme?", authentication=None)
        story.app.watch()
        assert UNPROVEN not in titles(story)
    finally:
        story.close()


def test_check_is_wrong_then_and_says_what_to_look_at(story: Story) -> None:
    found = {"programmes": {"reps": {"senders": {"mails": 3, "judged": 0, "blind": True}}}}
    [line] = _proofs(story.settings, found)
    assert not line.ok
    assert "Authentication-Results" in line.fix
    found["programmes"]["reps"]["senders"]["blind"] = False
    assert _proofs(story.settings, found) == []
