"""Cutting mails into batches."""

from hypothesis import given
from hypothesis import strategies as st

from mailer.receive.folder import batches

SIZES = st.dictionaries(st.integers(1, 10_000), st.integers(0, 500), max_size=60)


@given(SIZES, st.integers(1, 10), st.integers(1, 1000))
def test_batches_hold_every_mail_once_in_order_and_keep_the_bounds(
    sizes: dict[int, int], count: int, volume: int
) -> None:
    found = list(batches(sizes, count, volume))
    assert [uid for batch in found for uid in batch] == list(sizes)
    for batch in found:
        assert 1 <= len(batch) <= count
        assert len(batch) == 1 or sum(sizes[uid] for uid in batch) <= volume
