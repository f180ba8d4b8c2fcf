"""Which stretches of a text another one touches, found without looking at all of them: a long text has thousands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

_START, _END = itemgetter(0), itemgetter(1)


def touching(stretches: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """Those that have a character in common with a stretch; they follow one another, and none reaches into the next."""
    return stretches[bisect_right(stretches, start, key=_END) : bisect_left(stretches, end, key=_START)]
