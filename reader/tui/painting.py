"""Painting: lines of wrapped text with marks beside them, which columns and their headings show."""

from __future__ import annotations

from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment

from reader.model import Finding
from reader.tui.ink import Ink, Stroke, Strokes, overlaps
from reader.tui.lines import LineTable
from reader.tui.pens import TEXT, Pens
from reader.tui.stops import SIGNS

GUTTER = 4
"""Cells before the text: two marks, the bar of what is current (or the sign of a note), a space."""

BAR, NOTE = "▌", "•"

_ORDER = {layer: place for place, layer in enumerate(TEXT)}


def paint(table: LineTable, index: int, ink: Ink, overlay: Strokes, pens: Pens, width: int) -> list[list[Segment]]:
    """The lines of one block, `width` cells wide, with the gutter.

    As segments: making a strip of them costs as much again, and is for the widget to do once, when the line is whole.
    """
    strokes = ink.strokes(index) + overlay
    current = [stroke for stroke in overlay if stroke.layer == "current"]
    return [_line(table, index, line, ink, strokes, current, pens, width) for line in range(len(table.breaks[index]))]


def _line(
    table: LineTable, index: int, line: int, ink: Ink, strokes: Strokes, current: list[Stroke], pens: Pens, width: int
) -> list[Segment]:
    start, end = table.bounds(index, line)
    breaks = table.breaks[index]
    next_start = breaks[line + 1] if line + 1 < len(breaks) else table.blocks[index].end
    here = any(overlaps(stroke, start, end) for stroke in current)
    segments = gutter(ink.marks(start, next_start), here, ink.noted(start, next_start), pens)
    cells = 0
    touching = [stroke for stroke in strokes if overlaps(stroke, start, end)]
    if not touching:
        text = table.text[start:end]
        cells = cell_len(text)
        segments.append(Segment(text, pens.base))
    else:
        cuts = {start, end}
        for stroke in touching:
            cuts.update((max(start, stroke.start), min(end, stroke.end)))
        ordered = sorted(cuts)
        for left, right in pairwise(ordered):
            layers = {stroke.layer for stroke in touching if overlaps(stroke, left, right)}
            text = table.text[left:right]
            cells += cell_len(text)
            segments.append(Segment(text, pens.mix(*sorted(layers, key=_ORDER.__getitem__))))
    room = width - GUTTER - cells
    if room > 0:
        segments.append(Segment(" " * room, pens.base))
    return segments


def gutter(marks: tuple[Finding, ...], here: bool, noted: bool, pens: Pens) -> list[Segment]:
    """What stands before a line."""
    if not marks and not here and not noted:
        return [Segment(" " * GUTTER, pens.base)]
    segments = [Segment(SIGNS[mark], pens.mix(f"mark-{mark}")) for mark in marks[:2]]
    segments.append(Segment(" " * (2 - len(segments)), pens.base))
    sign = BAR if here else NOTE if noted else " "
    segments.append(Segment(sign, pens.mix("bar")))
    segments.append(Segment(" ", pens.base))
    return segments
