"""The simulated year: what it foresees agrees with the rules of the programme."""

import json
import logging
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner

from mailer.cli import app
from mailer.errors import MailerError, SettingsError
from mailer.rules.together import TEMPLATE
from mailer.settings import Programme, Settings
from mailer.simulation import Year, simulate
from tests.rosters import roster

BEGIN = datetime(2027, 1, 4, tzinfo=UTC)
END = datetime(2028, 1, 4, tzinfo=UTC)
SINCE = date(2026, 1, 5)
MENTORS, PAIRS, MEMBERS = 12, 30, 3
YEARLY = ("commitment/ask", "meeting/remind", "meeting/ask", "inactivity/friendly")


def year_of(people: str, end: datetime = END, *, digests: bool = False) -> Year:
    settings = Settings(programme={"reps": Programme(address="council@reps.example")})
    return simulate(settings, "reps", BEGIN, end, now=BEGIN, roster=people, digests=digests)


def people() -> str:
    return roster(MENTORS, 40, MEMBERS, pairs=PAIRS, since=SINCE)


def counts(year: Year) -> Counter[str]:
    """Count what the letters are about: reminders of one day share a letter (R32)."""
    return Counter(template for letter in year.letters for template in letter.matters)


@pytest.fixture(autouse=True)
def logs() -> Iterator[None]:
    """The command sets up logs for its whole process, which here is that of other tests."""
    handlers, level = logging.root.handlers[:], logging.root.level
    yield
    structlog.reset_defaults()
    logging.root.handlers[:], logging.root.level = handlers, level


@pytest.fixture(scope="module")
def whole() -> Year:
    return year_of(people())


def test_each_side_of_a_pair_is_asked_30_days_before_its_review_and_on_the_day(whole: Year) -> None:
    found = counts(whole)
    assert found["commitment/ask.mentor"] == found["commitment/ask.mentee"] == 2 * PAIRS


def test_only_reviews_within_the_time_are_asked_about() -> None:
    end = date(2027, 7, 1)
    reviews = [SINCE + timedelta(days=number * 365 // PAIRS + 365) for number in range(PAIRS)]
    asked = sum(day - timedelta(days=30) < end for day in reviews)
    again = sum(day < end for day in reviews)
    found = counts(year_of(people(), datetime(2027, 7, 1, tzinfo=UTC)))
    assert 0 < again < asked < PAIRS
    assert found["commitment/ask.mentor"] == found["commitment/ask.mentee"] == asked + again


def test_silence_about_a_year_becomes_one_question_for_each_pair(whole: Year) -> None:
    kinds = Counter(kind for _, kind in whole.questions)
    silent = sum(  # Two weeks after the review day.
        SINCE + timedelta(days=number * 365 // PAIRS + 365 + 14) < END.date()
        for number in range(PAIRS)
    )
    assert kinds["commitment"] == silent


def test_each_pair_is_reminded_of_its_meeting_first_the_mentor_then_the_mentee(whole: Year) -> None:
    found = counts(whole)
    assert found["meeting/remind.mentor"] == PAIRS
    # A meeting that was due before the service began is counted from its first day, so that the
    # mentees of these pairs are asked a year later, after the end.
    known = sum(
        BEGIN.date() - (SINCE + timedelta(days=number * 365 // PAIRS)) < timedelta(days=335)
        for number in range(PAIRS)
    )
    assert found["meeting/ask.mentee"] == known < PAIRS


def test_every_member_of_the_council_gets_twelve_reports(whole: Year) -> None:
    assert counts(whole)["report/monthly.council"] == 12 * MEMBERS


def test_nobody_gets_two_reminders_on_one_day(whole: Year) -> None:
    days = Counter(
        (letter.person, letter.at.date())
        for letter in whole.letters
        if letter.template.startswith((*YEARLY, TEMPLATE))
    )
    assert days.most_common(1)[0][1] == 1


def test_reminders_of_one_day_are_one_letter_with_the_reasons_of_each() -> None:
    day = SINCE.isoformat()
    people = (
        "name,email,role,mentor_email,mentored_since,member_since\n"
        "Eva,eva@reps.example,council,,,2020-01-01\n"
        "Bo,bo@post.example,mentor,,,2020-01-01\n"
        f"Chi,chi@mail.example,rep,bo@post.example,{day},2020-01-01\n"
        f"Dev,dev@mail.example,rep,bo@post.example,{day},2020-01-01\n"
    )
    [both] = [
        letter for letter in year_of(people, BEGIN + timedelta(days=3)).letters
        if letter.template == TEMPLATE and "commitment/ask.mentor" in letter.matters
    ]  # fmt: skip
    assert both.name == "Bo"
    assert both.matters.count("commitment/ask.mentor") == 2
    assert "Ask both sides" in both.why


def test_a_letter_says_when_to_whom_and_why(whole: Year) -> None:
    letter = next(one for one in whole.letters if one.template == "commitment/ask.mentee")
    mentor = letter.parties["mentor"]
    assert letter.parties == {"mentee": letter.name, "mentor": mentor}
    assert letter.subject == f"Your year with {mentor}: how do you go on?"
    assert letter.why.startswith("Ask both sides, 30 days before the review day")
    assert letter.event == "commitment: due:ask running -> asked"
    assert letter.case
    assert BEGIN <= letter.at < END


def test_the_counts_of_a_year_of_50_mentors_agree_with_the_rules() -> None:
    pairs = 120
    found = counts(year_of(roster(50, 150, 9, pairs=pairs, since=SINCE)))
    on_the_day = sum(
        SINCE + timedelta(days=number * 365 // pairs + 365) < END.date() for number in range(pairs)
    )
    asked = found["commitment/ask.mentor"]
    assert asked == found["commitment/ask.mentee"] == pairs + on_the_day
    assert found["meeting/remind.mentor"] == pairs


def test_the_letters_stand_in_the_order_of_time(whole: Year) -> None:
    times = [letter.at for letter in whole.letters]
    assert times == sorted(times)


def test_digests_are_listed_only_where_they_are_wanted() -> None:
    end = BEGIN + timedelta(days=30)
    without, listed = counts(year_of(people(), end)), counts(year_of(people(), end, digests=True))
    digests = {name for name in listed if name.startswith("digest/")}
    assert digests
    assert without == {name: listed[name] for name in listed if name not in digests}


def test_the_command_prints_the_calendar_the_summary_and_a_file(tmp_path: Path) -> None:
    sheet, file = tmp_path / "people.csv", tmp_path / "letters.csv"
    sheet.write_text(people())
    words = ["simulate", "--roster", str(sheet), "--from", "2027-01-04", "--months", "1"]
    shown = CliRunner().invoke(app, words)
    assert shown.exit_code == 0
    assert "because: Ask both sides, 30 days before the review day" in shown.stdout
    assert "Letters by month" in shown.stdout
    told = json.loads(CliRunner().invoke(app, [*words, "--json", "--person", "Rep 0001"]).stdout)
    assert {letter["to"] for letter in told["letters"]} == {"Rep 0001"}
    assert CliRunner().invoke(app, [*words, "--csv", str(file)]).exit_code == 0
    assert file.read_text().startswith("day,time,to,address,letter,subject,why,event,case,about")


def test_a_faulty_spreadsheet_is_refused_with_every_fault() -> None:
    with pytest.raises(SettingsError) as caught:
        year_of("name,email,role\nAna,ana,rep\nBo,bo,rep\n")
    assert len(caught.value.faults) == 2


def test_without_a_database_a_spreadsheet_is_asked_for(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, programme={"reps": Programme()})
    with pytest.raises(MailerError, match="--roster"):
        simulate(settings, "reps", BEGIN, END, now=BEGIN)
