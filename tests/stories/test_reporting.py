"""E30: on the first working day of a month the council gets the figures of the month before."""

import csv
from datetime import timedelta
from io import StringIO

from tests.story import ANA, EVA, FINN, Story

FINISHED = "I have finished the Coaching Training on 2 January 2027."


def first_report(story: Story) -> None:
    story.write(ANA, FINISHED, subject="Course finished")
    story.reply(story.digest_for(EVA), "approve 1")
    story.now = story.now.replace(day=31)
    story.run()
    story.letters()
    story.now = story.now.replace(month=2, day=1, hour=8, minute=1)
    story.run()


def test_every_member_gets_the_figures_in_words_pictures_and_a_spreadsheet(story: Story) -> None:
    first_report(story)
    reports = [x for x in story.letters() if "Report for January 2027" in x.subject]

    assert {letter.to for letter in reports} == {EVA, FINN}
    words = reports[0].words
    assert "Mentors: 1" in words
    assert "Decisions: approved: 1" in words
    assert "Mentors in onboarding: 1" in words
    files = {part.get_filename(): part for part in reports[0].message.walk() if part.get_filename()}
    assert set(files) == {"waiting.png", "meetings.png", "report-2027-01.csv"}
    for name in ("waiting", "meetings"):
        picture = files[f"{name}.png"]
        assert picture.get_content()[:8] == b"\x89PNG\r\n\x1a\n"
        assert len(picture.get_content()) < 50_000
        assert f'src="cid:{picture["Content-ID"].strip("<>")}"' in reports[0].html
    assert 'alt="Waiting times and open questions.' in reports[0].html
    [row] = csv.DictReader(StringIO(files["report-2027-01.csv"].get_content()))
    assert (row["month"], row["approved"], row["mentors"]) == ("2027-01", "1", "1")


def test_the_next_month_is_compared_with_the_one_before(story: Story) -> None:
    first_report(story)
    story.letters()
    story.now = story.now.replace(month=3, day=1)
    story.run()

    report = next(x for x in story.letters() if x.to == EVA and "Report for" in x.subject)
    assert "February 2027" in report.subject
    assert "Decisions: approved: 0 (before: 1)" in report.words
    text = next(p for p in report.message.walk() if p.get_content_type() == "text/csv")
    assert [row["month"] for row in csv.DictReader(StringIO(text.get_content()))] == [
        "2027-01",
        "2027-02",
    ]


def test_a_month_that_begins_on_a_weekend_is_reported_on_its_first_working_day(
    story: Story,
) -> None:
    story.now = story.now.replace(month=4, day=30)
    story.run()
    story.letters()
    story.now = story.now.replace(month=5, day=1, hour=12)  # A Saturday.
    story.run()
    assert not any("Report for" in letter.subject for letter in story.letters())
    story.now += timedelta(days=2)
    story.run()
    assert any("Report for April 2027" in letter.subject for letter in story.letters())


def test_after_a_standstill_the_report_comes_once(story: Story) -> None:
    first_report(story)
    story.letters()
    story.now += timedelta(days=10)
    story.run()
    assert not any("Report for" in letter.subject for letter in story.letters())
