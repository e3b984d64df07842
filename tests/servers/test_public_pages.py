"""The public pages in a real browser: at the widths of a phone and a desk, in light and dark."""

from datetime import date
from pathlib import Path

import pytest

from mailer.record.site import write
from mailer.render.site import site
from mailer.render.templates import Templates
from mailer.rules.directory import Opening, PublicMentor
from tests.builders import POLICY
from tests.servers.chromium import DARK, LIGHT, ChromiumMissingError, measured, run

LONG = "Aleksandra-Konstantina Papadopoulou-Wolfeschlegelsteinhausen"
MENTORS = [
    PublicMentor("Bo Lind", "Sweden", ("English", "Swedish"), ("writing", "events"), free=True),
    PublicMentor(LONG, "Greece", ("Greek",), ("localisation",) * 6, free=False),
    PublicMentor("阿明", "", (), (), free=True),
]
OPENINGS = [
    Opening("Dev Rao", "India", ("English", "Hindi"), ("events",), date(2027, 1, 4), "3 days", True)
]
PHONE, DESK = 360, 1280


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public")
    write(site(Templates(), POLICY, MENTORS, OPENINGS, names=False), folder)
    return folder


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("page", ["index.html", "openings.html"])
def test_a_page_fits_and_can_be_read(pages: Path, page: str, width: int, scheme: int) -> None:
    found = measured(pages, page, width, scheme)
    assert found["wide"] <= width
    assert found["contrast"] >= 4.5  # WCAG 2.2, 1.4.3
    assert (found["paper"] < 0.1) is (scheme == DARK)
    assert all(height >= 24 for _, height in found["links"])  # WCAG 2.2, 2.5.8
    assert found["loaded"] == 0


def test_a_missing_browser_is_told_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(ChromiumMissingError, match="apt-get install -y chromium"):
        run("--version")
