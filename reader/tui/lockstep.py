"""Lockstep: how far down one column stands when another does, so that aligned places meet on the way."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

Pair = tuple[int, int]
"""The first lines of two columns that stand together."""


def chain(pairs: Sequence[Pair], here: Pair, ends: Pair, gap: int) -> tuple[Pair, ...]:
    """Where two columns stand together from their beginnings to their `ends`, never going back, and as they do `here`.

    Articles tell the same in another order. As many of the `pairs` are kept as do not cross each other, and of those
    that follow in fewer than `gap` lines of the first column only the first, so that the second does not leap.
    """
    first = (min(0, here[0]), min(0, here[1]))
    last = (max(ends[0], here[0]), max(ends[1], here[1]))
    # At an end, where one stands goes before what the end would ask for.
    fixed = list(dict.fromkeys(pair for pair in (first, here, last) if pair == here or pair[0] != here[0]))
    found = fixed[:1]
    for begin, end in pairwise(fixed):
        # Of several on one line the way takes one: the farthest of the second column is tried first.
        within = sorted((pair for pair in pairs if _between(begin, pair, end)), key=lambda pair: (pair[0], -pair[1]))
        for pair in _longest(within):
            if pair[0] - found[-1][0] >= gap and end[0] - pair[0] >= gap:
                found.append(pair)
        found.append(end)
    return tuple(found)


def standing(together: Sequence[Pair], line: int) -> int:
    """The first line of the second column when `line` is that of the first: in between, in proportion."""
    after = bisect_right(together, line, key=lambda pair: pair[0])
    if after == 0:
        return together[0][1]
    if after == len(together):
        return together[-1][1]
    (left, low), (right, high) = together[after - 1 : after + 1]
    return low + (high - low) * (line - left) // (right - left)


def _between(begin: Pair, pair: Pair, end: Pair) -> bool:
    return begin[0] < pair[0] < end[0] and begin[1] < pair[1] < end[1]


def _longest(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest way through sorted pairs on which both grow."""
    lows: list[int] = []
    """The lowest second of a way of each length."""
    tails: list[int] = []
    before: list[int | None] = []
    for place, (_, second) in enumerate(pairs):
        length = bisect_left(lows, second)
        lows[length : length + 1] = [second]
        tails[length : length + 1] = [place]
        before.append(tails[length - 1] if length else None)
    way: list[Pair] = []
    at = tails[-1] if tails else None
    while at is not None:
        way.append(pairs[at])
        at = before[at]
    return way[::-1]
