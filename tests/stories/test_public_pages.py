"""The public pages: what they show and hide, and when they are written."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from mailer.record.site import write
from tests.story import BO, DEV, Story

SECRETS = ("@mail.example", "@post.example", "Chi Okafor", "Dev Rao")


@pytest.fixture
def public(story: Story, tmp_path: Path) -> Path:
    folder = tmp_path / "public"
    one = story.settings.programme["reps"]
    object.__setattr__(one, "site", folder)
    story.run()
    return folder


def text(public: Path, name: str) -> str:
    return (public / name).read_text(encoding="utf-8")


def test_the_pages_list_mentors_and_who_waits_by_public_fields(story: Story, public: Path) -> None:
    story.write(DEV, "I do not have a mentor and would like one. I speak English and Hindi.")

    mentors, openings = text(public, "index.html"), text(public, "openings.html")
    assert "Bo Lind" in mentors
    assert "writing, events" in mentors
    assert "English, Hindi" in openings
    assert "4 January 2027" in openings
    assert [secret for secret in SECRETS if secret in mentors + openings] == []


def test_a_page_is_written_only_where_something_changed(story: Story, public: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in public.iterdir()}
    story.wait(days=3)
    assert {path.name: path.stat().st_mtime_ns for path in public.iterdir()} == before

    story.write(DEV, "I do not have a mentor and would like one.")

    after = {path.name: path.stat().st_mtime_ns for path in public.iterdir()}
    assert {name for name in after if after[name] != before[name]} == {
        "openings.html",
        "openings.csv",
    }


def test_a_page_can_be_read_by_a_web_server(public: Path) -> None:
    assert {path.stat().st_mode & 0o777 for path in public.iterdir()} == {0o644}


def test_names_of_those_who_wait_are_shown_where_the_programme_says_so(
    story: Story, public: Path
) -> None:
    object.__setattr__(story.settings.programme["reps"], "site_names", True)
    story.write(DEV, "I do not have a mentor and would like one.")
    assert "Dev Rao" in text(public, "openings.html")


def test_the_csv_says_the_same(story: Story, public: Path) -> None:
    story.write(BO, "Hello")
    rows = list(csv.DictReader(StringIO(text(public, "index.csv"))))
    assert [row["Name"] for row in rows] == ["Bo Lind"]


def test_a_cell_is_no_formula_and_no_markup(story: Story, public: Path) -> None:
    story.enrol("name,email,role,skills\n=1+1 <b>Eve</b>,eve@post.example,mentor,events\n")
    story.run()
    assert "'=1+1 <b>Eve</b>" in text(public, "index.csv")
    assert "&lt;b&gt;Eve" in text(public, "index.html")


def test_a_page_stands_by_itself(public: Path) -> None:
    page = LexborHTMLParser(text(public, "index.html"))
    assert page.css("script, link, img, iframe") == []
    assert page.css_first("html").attributes["lang"] == "en"
    assert len(page.css("h1")) == 1
    assert page.css_first("caption") is not None
    assert {one.attributes["scope"] for one in page.css("th")} == {"col", "row"}
    assert page.css_first("a.skip").attributes["href"] == "#content"


def test_no_half_written_file_stays(tmp_path: Path) -> None:
    assert write({"a.html": b"one"}, tmp_path) == ["a.html"]
    assert write({"a.html": b"one"}, tmp_path) == []
    assert write({"a.html": b"two"}, tmp_path) == ["a.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
