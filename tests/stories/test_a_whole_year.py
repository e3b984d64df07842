"""Situation 14: the whole year of a pair, with stops over the anniversary and a month's end."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mailer.record.database import reading
from mailer.record.load import roster
from tests.story import BO, CHI, EVA, FINN, PEOPLE, Received, Story


def yearly(letters: list[Received]) -> Counter[tuple[str, str]]:
    """Count the letters of the year by reader and subject."""
    council = ("Nothing waits", "[Reps Council]")
    return Counter((x.to, x.subject) for x in letters if not any(w in x.subject for w in council))


def friendly(story: Story) -> dict[str, Received]:
    """Return the letters to a quiet pair."""
    asked = ("in touch?", "How is it")
    return {x.to: x for x in story.letters() if any(words in x.subject for words in asked)}


def skip(story: Story, days: int) -> None:
    """Let time pass in which nobody looks: what is due then comes at once."""
    story.now += timedelta(days=days)
    story.run()


def test_a_pair_is_followed_from_its_first_day_to_its_second_year(
    tmp_path: Path, database_url: str
) -> None:
    story = Story(tmp_path, database_url, PEOPLE.replace("2026-12-01,", "2027-01-04,"))
    story.wait(days=8)
    agree = {x.to: x for x in story.letters() if "keep in touch" in x.subject}
    story.reply(agree[CHI], "Telegram, every week")
    story.letters()

    skip(story, 180)
    quiet = {
        x.to: x for x in story.letters() if "in touch?" in x.subject or "How is it" in x.subject
    }
    assert quiet == {}
    skip(story, 20)
    quiet = {
        x.to: x for x in story.letters() if "in touch?" in x.subject or "How is it" in x.subject
    }
    assert set(quiet) == {BO, CHI}
    story.reply(quiet[CHI], "Yes, we met on 20 July.")
    story.letters()
    assert story.cases()["inactivity"] == "active"

    # The review is asked for, and no meeting: that of July counts.
    skip(story, 127)
    story.wait(days=2)
    skip(story, 29)
    story.wait(days=2)
    asked = yearly(story.letters())
    assert asked == Counter(
        {
            (BO, "Your year with Chi Okafor: how do you go on?"): 1,
            (CHI, "Your year with Bo Lind: how do you go on?"): 1,
            (BO, "The year with Chi Okafor is complete: how do you go on?"): 1,
            (CHI, "The year with Bo Lind is complete: how do you go on?"): 1,
        }
    )
    story.close()


@pytest.mark.parametrize(
    ("since", "before", "after"),
    [
        ("2024-02-29", datetime(2027, 2, 25, 9, tzinfo=UTC), datetime(2027, 3, 4, 9, tzinfo=UTC)),
        ("2026-01-31", datetime(2027, 1, 28, 9, tzinfo=UTC), datetime(2027, 2, 4, 9, tzinfo=UTC)),
    ],
    ids=["29 February", "month's end"],
)
def test_a_stop_of_a_week_over_the_anniversary_loses_and_doubles_nothing(
    since: str, before: datetime, after: datetime, tmp_path: Path, database_url: str
) -> None:
    people = PEOPLE.replace("2026-12-01,", f"{since},")
    story = Story(tmp_path, database_url, people, quiet_days=3000, meeting_reminder_days=3000,
                  meeting_mentee_days=3001)  # fmt: skip
    skip(story, (before - story.now).days)
    first = yearly(story.letters())
    assert sorted(first.values()) == [1, 1]

    story.now = after
    story.run()
    late = yearly(story.letters())
    assert sum(late.values()) == 2
    assert all("is complete" in subject for _, subject in late)
    skip(story, 10)
    assert yearly(story.letters()) == Counter()

    skip(story, 10)
    assert [q["kind"] for q in story.questions()] == ["commitment"]
    story.close()


def test_a_stop_over_everything_asks_once_and_still_gives_time(
    tmp_path: Path, database_url: str
) -> None:
    """Down from before the first letter until after the review day."""
    people = PEOPLE.replace("2026-12-01,", "2026-02-10,")
    story = Story(tmp_path, database_url, people, quiet_days=3000, meeting_reminder_days=3000,
                  meeting_mentee_days=3001)  # fmt: skip
    story.now = datetime(2027, 2, 20, 9, tzinfo=UTC)
    story.run()
    assert sum(yearly(story.letters()).values()) == 2
    story.wait(days=6)
    assert yearly(story.letters()) == Counter()
    story.wait(days=2)
    assert sum(yearly(story.letters()).values()) == 2
    story.close()


def test_nobody_gets_two_reminders_on_one_day(tmp_path: Path, database_url: str) -> None:
    more = "".join(
        f"Mentee {n},m{n}@mail.example,rep,Peru,bo@post.example,2026-02-10,,2024-03-01\n"
        for n in range(4)
    )
    people = PEOPLE.replace("2026-12-01,", "2026-02-10,") + more
    story = Story(tmp_path, database_url, people, quiet_days=340)
    days: Counter[tuple[str, str]] = Counter()
    matters = 0
    for _ in range(40):
        story.wait(days=1)
        for letter in story.letters():
            if letter.to not in {EVA, FINN}:
                days[letter.to, story.now.date().isoformat()] += 1
            if letter.to == BO:
                several = re.match(r"(\d+) matters in one letter", letter.subject)
                matters += int(several[1]) if several else 1
    assert max(days.values()) == 1
    assert matters >= 10 > sum(count for (to, _), count in days.items() if to == BO)
    story.close()


def test_another_year_is_recorded_on_the_anniversary(tmp_path: Path, database_url: str) -> None:
    story = Story(tmp_path, database_url, PEOPLE.replace("2026-12-01,", "2024-02-29,"))
    skip(story, 26)
    letters = {x.to: x for x in story.letters() if "how do you go on" in x.subject}
    story.reply(letters[CHI], "extend")
    story.reply(letters[BO], "extend")
    with reading(story.app.engine) as connection:
        [pair] = roster(connection, "reps").mentorships()
    assert str(pair.review) == "2028-02-29"
    story.close()
