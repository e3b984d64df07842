"""Debian's Chromium, without a window: what a page measures, and how it looks."""

import functools
import json
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

INSTALL = "apt-get install -y chromium"
SECONDS = 90
DARK, LIGHT = 0, 1

# A page in a frame of exact width is measured from outside, so that it needs no script itself.
MEASURE = """<!doctype html><meta charset="utf-8"><title>measure</title>
<iframe id="f" src="/%(page)s" style="width:%(width)dpx;height:900px;border:0"></iframe>
<pre id="out"></pre><script>
addEventListener("load", () => {
  const frame = document.getElementById("f");
  const inside = frame.contentDocument, view = frame.contentWindow;
  const rgb = (text) => text.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const paper = light(rgb(view.getComputedStyle(inside.body).backgroundColor));
  const contrasts = [...inside.querySelectorAll("h1, p, a, th, td, caption")]
    .map((one) => light(rgb(view.getComputedStyle(one).color)))
    .map((ink) => (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05));
  const size = (box) => [box.width, box.height];
  document.getElementById("out").textContent = "FOUND" + JSON.stringify({
    wide: inside.documentElement.scrollWidth,
    contrast: Math.min(...contrasts),
    paper: paper,
    links: [...inside.querySelectorAll("nav a")].map((one) => size(one.getBoundingClientRect())),
    loaded: view.performance.getEntriesByType("resource").length,
  }) + "END";
});
</script>"""


class ChromiumMissingError(RuntimeError):
    """Chromium is not installed; the text names the command that installs it."""


def run(*arguments: str) -> str:
    """Run Chromium once and return what it prints; raises ChromiumMissingError."""
    program = shutil.which("chromium")
    if program is None:
        raise ChromiumMissingError(f"no chromium was found; install it: {INSTALL}")
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [
                program, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-dev-shm-usage", "--disable-background-networking",
                "--hide-scrollbars", f"--user-data-dir={profile}", *arguments,
            ],
            capture_output=True, text=True, timeout=SECONDS, check=True,
        )  # fmt: skip
    return done.stdout


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine for as long as a block lasts; yields its address."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing: the output is the tests'."""


def measured(folder: Path, page: str, width: int, scheme: int = LIGHT) -> dict[str, Any]:
    """Return what a page measures at a width: how wide it is, contrast, links, what it loaded."""
    (folder / "measure.html").write_text(MEASURE % {"page": page, "width": width})
    try:
        with served(folder) as address:
            dumped = run(
                f"--blink-settings=preferredColorScheme={scheme}", "--window-size=1500,1000",
                "--virtual-time-budget=4000", "--dump-dom", f"{address}/measure.html",
            )  # fmt: skip
    finally:
        (folder / "measure.html").unlink()
    told = re.search(r'<pre id="out">FOUND(.*?)END</pre>', dumped, re.DOTALL)
    assert told, dumped[:2000]
    found: dict[str, Any] = json.loads(unescape(told.group(1)))
    return found


def picture(folder: Path, page: str, width: int, target: Path, scheme: int = LIGHT) -> None:
    """Write a PNG of a page at a width."""
    with served(folder) as address:
        run(
            f"--blink-settings=preferredColorScheme={scheme}", f"--window-size={width},1000",
            f"--screenshot={target}", f"{address}/{page}",
        )  # fmt: skip
