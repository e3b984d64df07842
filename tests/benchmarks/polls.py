"""What a poll costs when nothing is new, in folders of which every mail is left where it lies."""

from argparse import Namespace

from tests.benchmarks.corpus import mails, roster
from tests.benchmarks.workbench import Measured, Workbench

HEADS = 100


def measure(bench: Workbench, options: Namespace) -> Measured:
    """Poll a folder of each size; its mails are small, as only their number counts."""
    heads = [one.partition(b"\r\n\r\n")[0] for one in mails(HEADS, roster(HEADS))]
    polls: dict[int, float] = {}
    peaks: dict[int, float] = {}
    for size in sorted(options.folders):
        data = [heads[n % HEADS] + b"\r\n\r\nHello %d.\r\n" % n for n in range(size)]
        _, told = bench.told("idle", data)
        polls[size], peaks[size] = told["stages_ms"]["poll"], told["peak_mb"]
        print(f"folder of {size}: {polls[size]:.2f} ms a poll, {peaks[size]:.0f} MB", flush=True)
    figures = {
        "poll_ms": {str(size): round(ms, 3) for size, ms in polls.items()},
        "peak_mb": {str(size): round(mb, 1) for size, mb in peaks.items()},
    }
    first, last = min(polls), max(polls)
    return Measured(figures, {"poll of a full folder": polls[first] / polls[last]})
