"""Finding the stretches that another one touches."""

from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.language.overlap import touching


@given(st.lists(st.integers(1, 5), max_size=12), st.integers(0, 40), st.integers(0, 20))
def test_every_stretch_that_shares_a_character_is_found(lengths: list[int], start: int, length: int) -> None:
    """And no other one, whether the stretches stand side by side or apart."""
    every = list(pairwise(accumulate(lengths)))
    for stretches in (every, every[::2]):
        shared = [span for span in stretches if span[0] < start + length and start < span[1]]
        assert list(touching(stretches, start, start + length)) == shared
