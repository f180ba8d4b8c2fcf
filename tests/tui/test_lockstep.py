"""Lockstep: columns that scroll together meet at aligned places, and never go back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.lockstep import Pair, chain, standing
from reader.tui.reading import Reading
from reader.tui.widgets.column import Column
from tests.tui.conftest import Opened, room

lines = st.integers(0, 60)
pairs = st.lists(st.tuples(lines, lines), max_size=20)
place = st.tuples(st.integers(-20, 80), st.integers(-20, 80))


@pytest.mark.parametrize(
    ("given_", "here", "gap", "found"),
    [
        ([], (0, 0), 1, ((0, 0), (60, 30))),
        ([(20, 5), (40, 25)], (0, 0), 1, ((0, 0), (20, 5), (40, 25), (60, 30))),
        # Of two that cross, one is left away; three in a row outweigh one.
        ([(10, 25), (20, 5), (30, 10), (40, 20)], (0, 0), 1, ((0, 0), (20, 5), (30, 10), (40, 20), (60, 30))),
        # What crosses the place where one is cannot be reached from there.
        ([(20, 5), (40, 25)], (30, 2), 1, ((0, 0), (30, 2), (40, 25), (60, 30))),
        # Places that are close together would make the second column leap.
        ([(20, 5), (22, 25)], (0, 0), 5, ((0, 0), (20, 5), (60, 30))),
        # Where a step has left blank lines above the text, one goes on from there.
        ([], (-8, -3), 1, ((-8, -3), (60, 30))),
    ],
)
def test_a_chain(given_: list[Pair], here: Pair, gap: int, found: tuple[Pair, ...]) -> None:
    """From the beginnings to the ends, through the place where one is and as many aligned ones as do not cross."""
    assert chain(given_, here, (60, 30), gap) == found


@given(pairs, place, st.tuples(lines, lines), st.integers(1, 9))
def test_nothing_leaps_and_nothing_goes_back(given_: list[Pair], here: Pair, ends: Pair, gap: int) -> None:
    """Whatever is aligned, scrolling begins where the columns stand, goes one way, and comes to both ends."""
    together = chain(given_, here, ends, gap)
    assert here in together
    assert set(together) <= {*given_, here, (min(0, here[0]), min(0, here[1]))} | {
        (max(ends[0], here[0]), max(ends[1], here[1]))
    }
    assert all(one[0] < other[0] and one[1] <= other[1] for one, other in pairwise(together))
    assert standing(together, here[0]) == here[1]
    tops = [standing(together, line) for line in range(-25, 90)]
    assert tops == sorted(tops)


async def test_columns_meet_at_aligned_places(reading: Reading, opened: Opened) -> None:
    """With scroll lock, what is aligned with the text a third of the way down stands beside it; without it, not."""
    async with opened(reading, (110, 14)) as pilot:
        herald, courier, _ = room(pilot).query(Column)
        row = herald.size.height // 3
        begin, other = (reading.all.alignments[1].members[place].start for place in (0, 1))
        await pilot.press(*"j" * (herald.table.line_of(begin) - row))
        await pilot.pause()
        assert herald.row_of(begin) == row
        assert courier.row_of(other) == row
        before = courier.top
        await pilot.press("S", "k", "k")
        await pilot.pause()
        assert courier.top == before
        assert herald.row_of(begin) == row + 2
