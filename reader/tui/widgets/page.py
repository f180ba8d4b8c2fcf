"""A page: one article in full width, and what the other outlets say beside it or, where it is narrow, beneath."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.model import Article, Span
from reader.tui.ink import Ink, Strokes, overlaps
from reader.tui.lines import Block, LineTable
from reader.tui.lineup import cut
from reader.tui.painting import GUTTER, NOTE, paint
from reader.tui.remarks import INDENT, Line, Remark, Row, Spread, strokes_on
from reader.tui.stops import SIGNS
from reader.tui.widgets.column import READABLE, WHEEL
from reader.tui.widgets.selectable import Selectable

_BESIDE = 62
"""Cells from which there is room for remarks beside the text."""

_RULE = 3
"""Cells between text and remarks."""


def measure(width: int) -> tuple[int, int, bool]:
    """Cells for the text and for the remarks, and whether these stand beneath it."""
    if width < _BESIDE:
        return max(8, width - GUTTER - 1), max(8, width - GUTTER - 1), True
    text = min(READABLE, width - GUTTER - _RULE - max(28, width * 36 // 100))
    return text, min(READABLE, width - GUTTER - text - _RULE), False


class Page(Selectable):
    """Draws rows of a spread from `top` on."""

    DEFAULT_CSS = "Page { width: 1fr; height: 1fr; }"

    @dataclass
    class Pressed(Message):
        """A place in the text was clicked, or what another outlet says of it."""

        article: str
        offset: int
        remarked: str | None
        """The stop of what is said of it."""

    @dataclass
    class Wheeled(Message):
        """The wheel was turned."""

        lines: int

    def __init__(self, article: Article) -> None:
        super().__init__(article, ())
        self.top = 0
        """The row of the spread on the first row of the screen."""
        self._given: tuple[Remark, ...] = ()
        self._absent: tuple[Remark, ...] = ()
        self._told = ""
        self._spread = Spread(LineTable("", (), 1), (), 1)
        self._current: str | None = None
        self._marked: dict[int, Strokes] = {}
        self._painted: dict[tuple[int, Strokes], list[list[Segment]]] = {}

    def forget(self) -> None:
        """Forget the lines that were drawn."""
        self._painted.clear()

    def open(
        self,
        article: Article,
        pieces: tuple[Block, ...],
        ink: Ink,
        given: tuple[Remark, ...],
        absent: tuple[Remark, ...],
        told: str,
    ) -> None:
        """Show an article with its findings, and under it what it does not report, which `told` announces."""
        if article != self.article:
            self.top = 0
        self.article, self.blocks = article, pieces
        self._given, self._absent, self._told = given, absent, told
        self._overlay = {}
        self._lay_out()
        self.draw(ink)

    def emphasise(self, stop: str | None, marked: Mapping[Span, Strokes]) -> None:
        """Tint the remarks of a stop and mark words in them, given as offsets into its passages."""
        found = {
            place: strokes_on(remark, marked.get(remark.span, ()))
            for place, remark in enumerate(self._spread.remarks)
            if stop in remark.stops and remark.span is not None
        }
        if (stop, found) != (self._current, self._marked):
            self._current, self._marked = stop, found
            self.refresh()

    def _lay_out(self) -> None:
        text, aside, beneath = measure(self.size.width or 80)
        table = LineTable(self.article.text, self.blocks, text)
        self._spread = Spread(table, self._given, aside, beneath, self._absent)

    def on_resize(self) -> None:
        """Wrap to the new width, and keep the same text on the first row."""
        anchor = self._spread.offset_at(self.top) if self.top > 0 else None
        self._lay_out()
        if anchor is not None:
            self.top = self._spread.row_of(anchor)
        self.forget()
        self.refresh()

    # Where it is

    @property
    def height(self) -> int:
        """Rows of the spread."""
        return len(self._spread.rows)

    @property
    def lowest(self) -> int:
        """The greatest `top` that scrolling reaches."""
        return max(0, self.height - self.size.height * 2 // 3)

    def scroll_lines(self, count: int) -> None:
        """Scroll down, or up where negative."""
        self._move(min(max(self.top + count, 0), max(self.lowest, self.top)))

    def put(self, offset: int) -> None:
        """Bring a place into the upper half, with as little movement as that needs."""
        row = self._spread.row_of(offset)
        height = self.size.height
        if not self.top + 1 <= row <= self.top + height // 2:
            self._move(max(0, row - height // 3))

    def _move(self, top: int) -> None:
        if top != self.top:
            self.top = top
            self.refresh()

    def row_of(self, offset: int) -> int | None:
        """The row on which a place stands; None where it is out of sight."""
        row = self._spread.row_of(offset) - self.top
        return row if 0 <= row < self.size.height else None

    def offset_at(self, x: int, y: int) -> int:
        """The place in the text under a cell; beside or under the text, one that is near."""
        place = self.top + y
        row = self._spread.rows[place] if 0 <= place < len(self._spread.rows) else Row()
        if row.block is None:
            return self._spread.offset_at(place)
        return self._spread.table.offset_in(row.block, row.line, x - GUTTER)

    def offset_on(self, row: int) -> int:
        """The place in the text at which a row of the screen begins."""
        return self._spread.offset_at(self.top + row)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row: the text, a rule, a line of a remark."""
        width = self.size.width
        place = self.top + y
        if not 0 <= place < len(self._spread.rows):
            return Strip([Segment(" " * width, self.pens.base)], width)
        row = self._spread.rows[place]
        text, _, beneath = measure(width)
        if row.block is not None:
            left = self._text(row.block, text + GUTTER)[row.line]
        elif row.heading:
            told = cut(self._told, text)
            left = [Segment(" " * GUTTER, self.pens.base), Segment(told, self.pens.mix("silent"))]
            left.append(Segment(" " * (text - len(told)), self.pens.base))
        else:
            left = [Segment(" " * (text + GUTTER), self.pens.base)]
        if beneath:
            drawn = [Segment(" " * GUTTER, self.pens.base), *self._remark(row.remark)] if row.remark else left
        else:
            rule = Segment(" │ ", self.pens.mix("rule"))
            drawn = [*left, rule, *(self._remark(row.remark) if row.remark else ())]
        return Strip(drawn).adjust_cell_length(width, self.pens.base)

    def _text(self, block: int, width: int) -> list[list[Segment]]:
        overlay = self._overlay.get(block, ())
        painted = self._painted.get((block, overlay))
        if painted is None:
            painted = paint(self._spread.table, block, self.ink, overlay, self.pens, width)
            self._painted[block, overlay] = painted
        return painted

    def _remark(self, line: Line) -> list[Segment]:
        pens = self.pens
        remark = self._spread.remarks[line.remark]
        current = ("current",) if self._current in remark.stops else ()
        if line.first:
            number = f" {remark.number}{NOTE if remark.noted else ''}"
            segments = [
                Segment(SIGNS[remark.mark], pens.mix(*current, f"mark-{remark.mark}")),
                Segment(number.ljust(INDENT - 1), pens.mix(*current, "quiet")),
            ]
        else:
            segments = [Segment(" " * INDENT, pens.mix(*current))]
        segments += self._words(line, remark, current)
        if line.cut:
            segments.append(Segment("…", pens.mix(*current, "quiet")))
        _, aside, _ = measure(self.size.width)
        room = aside - sum(cell_len(segment.text) for segment in segments)
        return [*segments, Segment(" " * max(0, room), pens.mix(*current))] if current else segments

    def _words(self, line: Line, remark: Remark, current: tuple[str, ...]) -> list[Segment]:
        base = () if remark.span is not None else ("silent",)
        marked = [stroke for stroke in self._marked.get(line.remark, ()) if overlaps(stroke, line.start, line.end)]
        cuts = {line.start, line.end}
        for stroke in marked:
            cuts.update((max(line.start, stroke.start), min(line.end, stroke.end)))
        segments = []
        for left, right in pairwise(sorted(cuts)):
            layers = [stroke.layer for stroke in marked if overlaps(stroke, left, right)]
            segments.append(Segment(remark.text[left:right], self.pens.mix(*current, *base, *layers)))
        return segments

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """A click goes to the passage, or to what is said of it."""
        event.stop()
        place = self.top + event.y
        if self.screen.selections or not 0 <= place < len(self._spread.rows):
            return
        line = self._spread.rows[place].remark
        text, _, beneath = measure(self.size.width)
        on_remark = line is not None and (beneath or event.x >= text + GUTTER)
        stop = self._spread.remarks[line.remark].stops[0] if line is not None and on_remark else None
        self.post_message(self.Pressed(self.article.id, self.offset_at(event.x, event.y), stop))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls."""
        event.stop()
        self.post_message(self.Wheeled(WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel scrolls."""
        event.stop()
        self.post_message(self.Wheeled(-WHEEL))
