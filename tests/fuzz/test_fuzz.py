"""Each fuzz target holds for what it begins with, for what broke it once, and for a short run."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import DICTIONARY, seeds
from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).parents[2]
LINES = [
    line
    for target in ("quotes", "forwards")
    for seed in seeds(target)[::7]
    for line in seed.split(b"\n")
]
PIECES = st.one_of(
    st.sampled_from(LINES),
    st.sampled_from([word.encode() for word in DICTIONARY]),
    st.binary(max_size=8),
)
JOINTS = st.sampled_from([b"\n", b"\n\n", b" ", b"\r\n", b"\n> ", b""])


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_holds_for_its_seeds(target):
    for seed in seeds(target):
        TARGETS[target](seed)
        TARGETS[target](seed[: len(seed) // 2])


@pytest.mark.parametrize("target", TARGETS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(pieces=st.lists(st.tuples(PIECES, JOINTS), max_size=40))
def test_a_target_holds_for_any_mixture(target, pieces):
    TARGETS[target](b"".join(piece + joint for piece, joint in pieces))


# The start of the fuzzer costs seconds: these four stand for all, `make fuzz` runs each of them.
@pytest.mark.slow
@pytest.mark.parametrize("target", ["parse", "quotes", "html", "results"])
def test_a_short_run_of_the_fuzzer_finds_nothing(target, tmp_path):
    if sys.version_info >= (3, 14):
        return  # Atheris has not been built for it yet; the two tests above hold there too.
    run = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", target, "1", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        timeout=100,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-4000:].decode("utf-8", "replace")
