"""Ink: what the findings and the reader's notes draw on one article, as strokes on its text and marks beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.model import Finding, Span
from reader.tui.lines import Block
from reader.tui.stops import Stop

LOUDEST: tuple[Finding, ...] = ("difference", "unique", "agreement", "doubtful")
"""Where there is room for one mark only, the first of these."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A stretch of text and a way of drawing it."""

    start: int
    end: int
    layer: str
    """One of the layers of `reader.tui.pens`: "unique", "current", "match" …"""


Strokes = tuple[Stroke, ...]


class Ink:
    """What is drawn on one article whatever the cursor is on."""

    def __init__(
        self,
        blocks: Sequence[Block],
        strokes: Iterable[Stroke],
        marks: Iterable[tuple[int, Finding]],
        notes: Iterable[int],
    ) -> None:
        self._blocks = blocks
        self._starts = [block.start for block in blocks]
        self._strokes = self.by_block(strokes)
        self._marks = sorted(set(marks))
        self._offsets = [offset for offset, _ in self._marks]
        self._notes = sorted(set(notes))

    def by_block(self, strokes: Iterable[Stroke]) -> dict[int, Strokes]:
        """Strokes by the block that they touch."""
        touched: dict[int, list[Stroke]] = {}
        for stroke in strokes:
            index = max(0, bisect_right(self._starts, stroke.start) - 1)
            while index < len(self._blocks) and self._blocks[index].start < stroke.end:
                if stroke.start < self._blocks[index].end:
                    touched.setdefault(index, []).append(stroke)
                index += 1
        return {index: tuple(found) for index, found in touched.items()}

    def strokes(self, block: int) -> Strokes:
        """What is drawn on one block."""
        return self._strokes.get(block, ())

    def marks(self, start: int, end: int) -> tuple[Finding, ...]:
        """The kinds of mark of the passages that begin in a stretch, the loudest first."""
        first, last = bisect_left(self._offsets, start), bisect_left(self._offsets, end)
        found = {mark for _, mark in self._marks[first:last]}
        return tuple(mark for mark in LOUDEST if mark in found) if found else ()

    def noted(self, start: int, end: int) -> bool:
        """Whether a passage with a note begins in a stretch."""
        place = bisect_left(self._notes, start)
        return place < len(self._notes) and self._notes[place] < end

    def offsets(self) -> Sequence[tuple[int, Finding]]:
        """All marks with their places, for the overview."""
        return self._marks


def ink(
    article: str,
    blocks: Sequence[Block],
    stops: Iterable[Stop],
    notes: Iterable[Span],
    hidden: Iterable[Stop] = (),
) -> Ink:
    """What stops and notes draw on one article: unique passages, the details that differ, and marks.

    Passages of stops that are filtered out step back.
    """
    strokes = [Stroke(member.start, member.end, "hidden") for stop in hidden for member in stop.of(article)]
    marks: list[tuple[int, Finding]] = []
    for stop in stops:
        for member in stop.of(article):
            marks.append((member.start, stop.mark))
            if strokes and strokes[0].layer == "hidden":
                strokes.append(Stroke(member.start, member.end, "shown"))
            if stop.mark == "unique":
                strokes.append(Stroke(member.start, member.end, "unique"))
        if stop.mark == "difference" and stop.alignment is not None:
            strokes += [
                Stroke(value.start, value.end, "difference")
                for difference in stop.alignment.differences
                # Whole clauses in other words would drown the page; they are marked where one is.
                if difference.kind not in ("wording", "content")
                for value in difference.values
                if value.article == article
            ]
    return Ink(blocks, strokes, marks, (span.start for span in notes if span.article == article))


def overlaps(one: Stroke, start: int, end: int) -> bool:
    """Whether a stroke touches a stretch."""
    return one.start < end and start < one.end
