"""Overlapping marks on one text, cut into pieces that can be written one after another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.model import Finding

_RANK: tuple[Finding | None, ...] = ("unique", "difference", "agreement", "doubtful", None)
"""Which mark a piece shows where several lie on it: the rarer one."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch with a mark."""

    start: int
    end: int
    kind: Finding | None
    """None for words that are only strong."""
    number: int
    """Of the fact; 0 where it is none."""
    strong: bool = False
    """These are words that differ."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch on which nothing begins or ends but at its ends."""

    start: int
    end: int
    kind: Finding | None
    """The mark that is shown; None for plain text."""
    strong: bool
    begins: tuple[Marked, ...]
    """The marks that begin here, those of facts and unique details only."""


def pieces(marks: Sequence[Marked], start: int, end: int) -> Iterator[Piece]:
    """`[start, end)` of a text, cut wherever a mark begins or ends; the pieces join up to the whole."""
    here = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start),
        key=lambda mark: (mark.start, -mark.end, mark.number),
    )
    cuts = {start, end} | {cut for mark in here for cut in (mark.start, mark.end) if start < cut < end}
    ordered = sorted(cuts)
    for low, high in pairwise(ordered):
        over = [mark for mark in here if mark.start < high and mark.end > low]
        kind = min((mark.kind for mark in over), key=_RANK.index, default=None)
        # A mark that runs over a paragraph's end is announced where it begins, and only there.
        begins = tuple(mark for mark in over if mark.start == low and mark.kind)
        yield Piece(low, high, kind, any(mark.strong for mark in over), begins)
