"""What a mail server answered while the database was away."""

import pytest
from sqlalchemy.exc import OperationalError

from storage import outbox
from tests.servers.test_deliver_courier import HALF_HOUR, Post, post, run

__all__ = ["post"]


def test_an_answer_that_could_not_be_recorded_is_recorded_later_and_leaves_no_doubt(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    post.queue("a", "b")
    courier = post.courier()
    mark, away = outbox.mark_results, OperationalError("statement", None, Exception("it is away"))

    def fail(connection: object, results: object) -> None:
        if results:
            raise away

    monkeypatch.setattr(outbox, "mark_results", fail)
    with pytest.raises(OperationalError):
        run(courier)
    assert (post.arrived, post.states()) == (["a"], {"sending": 1, "queued": 1})

    monkeypatch.setattr(outbox, "mark_results", mark)
    post.clock.forward(HALF_HOUR)
    run(courier)

    assert post.arrived == ["a", "b"]
    assert post.states() == {"sent": 2}
