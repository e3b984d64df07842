"""The arithmetic and the command line of the benchmark."""

import os

import pytest

from tests.benchmarks import cpu, drain
from tests.benchmarks.bench import PARTS, parsed
from tests.benchmarks.place import Run


def run(side: str, seconds: float, cpu_seconds: float) -> Run:
    return Run(side, 100, seconds, cpu_seconds, 50.0, {"parse": 1.0}, letters=90)


def test_a_ratio_is_the_median_of_runs_that_stood_side_by_side() -> None:
    found = drain.summary(
        {
            "ours": [run("ours", 1, 0.5), run("ours", 10, 0.5), run("ours", 2, 0.5)],
            "bare": [run("bare", 2, 1.0), run("bare", 20, 1.5), run("bare", 2, 2.0)],
            "naive": [run("naive", 5, 1.0), run("naive", 50, 1.0), run("naive", 10, 1.0)],
        }
    )
    assert (found["than_bare"], found["than_naive"]) == (2, 5)
    assert found["than_bare_by_cpu"] == 3
    assert found["ours_cpu_ms"] == 5


def test_parts_databases_and_sizes_are_chosen_on_the_command_line() -> None:
    chosen = parsed(["--only", "rows,digest", "--database", "both", "--folders", "5,10"])
    assert (chosen.only, chosen.folders) == (["rows", "digest"], [5, 10])
    assert chosen.databases == ["sqlite", "postgresql"]
    assert parsed([]).only == list(PARTS)


def test_an_unknown_part_is_named_with_what_was_expected(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        parsed(["--only", "rows,speed"])
    assert "speed: expected of loops, memory" in capsys.readouterr().err


def test_what_a_process_computes_is_counted_with_its_children() -> None:
    before = cpu.spent([os.getpid()])
    while cpu.spent([os.getpid()]) < before + 0.02:
        sum(range(10_000))
    assert cpu.of_server(os.getpid()) >= cpu.spent([os.getpid()]) > before
    assert cpu.of_server(None) == 0
