"""`schedule` as the heartbeat and nothing more: it ticks, and holds no state.

What is due is asked of the database, so nothing is missed by having been down. Every beat is
guarded, because a job that raises would stop the jobs behind it (mail.md 7.1).
"""

import threading
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import schedule
import structlog

log = structlog.get_logger()

TICK = 0.2

Job = Callable[[], Any]
_Told = TypeVar("_Told")


def beat(
    jobs: Iterable[tuple[int, Job]],
    stop: threading.Event,
    news: threading.Event | None = None,
    at_once: Iterable[Job] = (),
) -> None:
    """Run each (seconds, job) that often until `stop` is set; a job that has begun is finished.

    Whenever `news` is set, the jobs `at_once` are run without waiting for their beat.
    """
    scheduler = schedule.Scheduler()
    for seconds, job in jobs:
        scheduler.every(seconds).seconds.do(guarded(job))
    soon = [guarded(job) for job in at_once]
    awaited = news or stop
    while not stop.is_set():
        scheduler.run_pending()
        if awaited.wait(TICK) and news:
            news.clear()  # First: what comes while the jobs run is seen by the next turn.
            for run in soon:
                run()


def guarded(job: Callable[[], _Told]) -> Callable[[], _Told | None]:
    """Return the job such that whatever it raises is logged, and the next beat comes.

    It then returns None.
    """

    def run() -> _Told | None:
        try:
            return job()
        except Exception:
            log.exception("beat_failed", job=getattr(job, "__name__", "beat"))
            return None

    return run
