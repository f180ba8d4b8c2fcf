"""Details of two articles brought together one to one, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


Detail = TypeVar("Detail", bound=_Placed)


def paired(
    mine: Sequence[Detail], yours: Sequence[Detail], rank: Callable[[Detail, Detail], int]
) -> Iterator[tuple[Detail, Detail]]:
    """Pairs of a detail of each article, by descending rank, each detail in one pair at most.

    A rank of 0 or less says that the two do not belong together; equal ranks go in reading order.
    """
    pairs = sorted(
        (
            (-value, left.start, right.start, left, right)
            for left in mine
            for right in yours
            if (value := rank(left, right)) > 0
        ),
        key=lambda pair: pair[:3],
    )
    used: set[tuple[str, int]] = set()
    for _, _, _, left, right in pairs:
        if ("one", left.start) in used or ("other", right.start) in used:
            continue
        used |= {("one", left.start), ("other", right.start)}
        yield left, right
