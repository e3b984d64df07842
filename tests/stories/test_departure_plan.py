"""S15, B7, B8, R30: whoever is left behind by a mentor is told, listed, proposed and placed."""

import pytest

from tests.story import BO, CHI, EVA, PEOPLE, Story

GUS = "Gus Berg <gus@post.example>"
IDA = "Ida Sol <ida@post.example>"
RESIGNS = "Dear Council,\n\nI resign as a mentor. My last day will be 31 January 2027.\n\nBo"


@pytest.fixture(autouse=True)
def more_people(story: Story) -> None:
    story.enrol(
        f"{PEOPLE}Gus Berg,gus@post.example,mentor,Nigeria,,,events,2020-05-01\n"
        "Ida Sol,ida@post.example,rep,Spain,bo@post.example,2026-03-01,,2024-03-01\n"
    )


def resigned(story: Story, text: str = RESIGNS) -> None:
    story.write(BO, text, subject="Stepping down as a mentor")
    story.reply(story.digest_for(EVA), "approve 1")
    story.wait(days=2)


def plan_of(story: Story) -> dict[str, str]:
    [question] = [q for q in story.questions() if q["kind"] == "placement"]
    return {"title": question["title"], **dict(question["facts"])}


def test_each_mentee_is_told_kindly_and_the_council_gets_one_plan(story: Story) -> None:
    resigned(story)

    letters = story.letters()
    for mentee in (CHI, IDA):
        [letter] = [x for x in letters if x.to == mentee]
        assert letter.subject == "Bo Lind leaves the role of mentor: what happens for you"
        assert "31 January 2027" in letter.words
    plan = plan_of(story)
    assert plan["title"] == "Bo Lind leaves: a new mentor for 2 mentees"
    assert "we would ask Gus Berg: " in plan["Chi Okafor"]
    assert "lives in Nigeria, too" in plan["Chi Okafor"]
    assert "we would ask Gus Berg: " in plan["Ida Sol"]


def test_approving_the_plan_asks_mentors_and_then_mentees(story: Story) -> None:
    resigned(story)
    story.reply(story.digest_for(EVA), "approve 2")
    story.wait(days=2)
    offers = [x for x in story.letters() if x.to == GUS and "Would you be" in x.subject]
    assert len(offers) == 2
    [for_chi] = [x for x in offers if "Chi Okafor" in x.subject]

    story.reply(for_chi, "Yes, I take Chi")
    [approval] = [x for x in story.letters() if x.to == CHI and "do you agree" in x.subject]
    story.reply(approval, "Yes, please")

    assert any("Gus Berg is your mentor now" in x.subject for x in story.letters() if x.to == CHI)
    story.write(CHI, "status")
    assert "Own mentor: Gus Berg" in story.letter_to(CHI).words


def test_whoever_is_not_placed_in_30_days_is_asked_about_again(story: Story) -> None:
    resigned(story)
    story.reply(story.digest_for(EVA), "approve 2")

    story.wait(days=35)

    plan = plan_of(story)
    assert plan["title"] == "Bo Lind leaves: a new mentor for 2 mentees"


def test_a_rejected_plan_asks_nobody_and_the_list_goes_on(story: Story) -> None:
    resigned(story)
    story.reply(story.digest_for(EVA), "reject 2: we speak with the mentees first")
    story.wait(days=2)

    assert not [x for x in story.letters() if "Would you be" in x.subject]
    story.wait(days=30)
    assert "2 mentees" in plan_of(story)["title"]


def test_taking_back_an_agreed_resignation_takes_the_search_back(story: Story) -> None:
    resigned(story)
    story.reply(story.digest_for(EVA), "approve 2")
    story.wait(days=2)
    story.letters()

    story.write(BO, "Please ignore my resignation, I stay on as a mentor.", subject="Sorry!")

    letters = story.letters()
    assert any(x.subject == "Bo Lind stays your mentor" for x in letters if x.to == CHI)
    assert any("no longer looks for a mentor" in x.subject for x in letters if x.to == GUS)
    assert [q for q in story.questions() if q["kind"] == "placement"] == []
    cases = story.cases()
    assert cases["assignment"] == "withdrawn"
    assert cases["placement"] == "withdrawn"


def test_on_the_last_day_the_relationships_end_with_their_reason(story: Story) -> None:
    resigned(story)

    story.wait(days=40)

    story.letters()
    story.write(CHI, "status")
    assert "Own mentor" not in story.letter_to(CHI).words
    assert story.mentor("Bo Lind") == "resigned"


def test_a_stop_of_weeks_over_every_deadline_asks_once(story: Story) -> None:
    resigned(story)
    story.letters()

    story.now = story.now.replace(month=4, day=5)
    story.run()
    story.run()

    placement = [q for q in story.questions() if q["kind"] == "placement"]
    assert len(placement) == 1
