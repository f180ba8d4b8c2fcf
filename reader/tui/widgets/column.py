"""A column: one article's text on lines that it draws itself, since a widget for each passage costs seconds."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.model import Article, Finding
from reader.tui.ink import LOUDEST, Strokes
from reader.tui.lines import LineTable, blocks
from reader.tui.painting import GUTTER, paint
from reader.tui.stops import SIGNS
from reader.tui.widgets.selectable import Selectable

_MARGIN = 3
"""Cells after the text: a space, the overview strip, a space."""

READABLE = 84
"""Cells of text in a line at most; longer lines are hard to come back from."""

_KEPT = 400
"""Rows kept ready at most: more are seldom seen again, and the collector would look at all of them."""

WHEEL = 3
"""Lines that one turn of the wheel scrolls."""


def _measure(width: int) -> int:
    """Cells of text in a line of a column."""
    return min(READABLE, width - GUTTER - _MARGIN)


_Edge = tuple[Finding | None, bool]


class Column(Selectable):
    """Draws the lines of one article from `top` on. Blank lines above and below let any line go anywhere."""

    DEFAULT_CSS = "Column { width: 1fr; height: 1fr; }"

    @dataclass
    class Pressed(Message):
        """A place in the text was clicked."""

        article: str
        offset: int

    @dataclass
    class Wheeled(Message):
        """The wheel was turned over the column."""

        article: str
        lines: int

    def __init__(self, article: Article, width: int) -> None:
        title = article.headline
        super().__init__(article, blocks(article.text, title[1] if title else 0))
        self.table = LineTable(article.text, self.blocks, _measure(width))
        self.top = 0
        """The line of the table on the first row."""
        self.overview = True
        self._painted: dict[tuple[int, Strokes], list[list[Segment]]] = {}
        self._strips: dict[tuple[tuple[int, int] | None, Strokes, _Edge], Strip] = {}
        self._marked: list[Finding | None] = []

    def open(self, article: Article) -> None:
        """Show another text of the same article, wrapped to the same width."""
        title = article.headline
        self.article = article
        self.blocks = blocks(article.text, title[1] if title else 0)
        self.table = LineTable(article.text, self.blocks, self.table.width)
        self.forget()

    def forget(self) -> None:
        """Forget the lines that were drawn, and where marks lie."""
        self._painted.clear()
        self._strips.clear()
        self._marked = []

    def show_overview(self, shown: bool) -> None:
        """Show the strip at the edge, or leave it blank."""
        self.overview = shown
        self.refresh()

    # Where it is

    def lowest(self, height: int) -> int:
        """The greatest `top` that scrolling reaches at a height: a few lines of the end stay in sight."""
        return max(0, self.table.height - height * 2 // 3)

    def scroll_lines(self, count: int) -> None:
        """Scroll down, or up where negative."""
        self._move(min(max(self.top + count, min(self.top, 0)), max(self.lowest(self.size.height), self.top)))

    def rest(self) -> None:
        """Where a stop has left blank lines above the text, take them away: this column has no part in the next one."""
        self._move(max(self.top, 0))

    def stand(self, top: int) -> None:
        """Have a line of the text, or a blank one above or below it, on the first row."""
        self._move(top)

    def put(self, offset: int, row: int) -> None:
        """Scroll so that a place stands on a row."""
        self._move(self.table.line_of(offset) - row)

    def _move(self, top: int) -> None:
        if top != self.top:
            self.top = top
            self.refresh()

    def row_of(self, offset: int) -> int | None:
        """The row on which a place stands; None where it is out of sight."""
        row = self.table.line_of(offset) - self.top
        return row if 0 <= row < self.size.height else None

    def offset_at(self, x: int, y: int) -> int:
        """The place in the text under a cell; on blank cells, the nearest place before it."""
        at = self.table.block_at(self.top + y)
        if at is None:
            return self.table.offset_of(self.top + y)
        return self.table.offset_in(*at, x - GUTTER)

    # Drawing

    def on_resize(self) -> None:
        """Wrap to the new width, and keep the same text on the first row."""
        width = _measure(self.size.width)
        if width == self.table.width or width < 1:
            self._marked = []
            self.refresh()
            return
        anchor = self.table.offset_of(self.top) if self.top > 0 else None
        self.table = LineTable(self.article.text, self.blocks, width)
        if anchor is not None:
            self.top = self.table.line_of(anchor)
        self.forget()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row: the text, and the overview at its edge."""
        edge = self._edge(y)
        at = self.table.block_at(self.top + y)
        overlay = self._overlay.get(at[0], ()) if at else ()
        key = (at, overlay, edge)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) > _KEPT:
                self._strips.clear()
            line = self._line(*at, overlay) if at else [Segment(" " * (self.size.width - 2), self.pens.base)]
            # The list of a block's line is used for several rows, as it is scrolled: it must not grow.
            strip = self._strips[key] = Strip([*line, *self._edge_segments(*edge)], self.size.width)
        return strip

    def _line(self, index: int, line: int, overlay: Strokes) -> list[Segment]:
        painted = self._painted.get((index, overlay))
        if painted is None:
            painted = paint(self.table, index, self.ink, overlay, self.pens, self.size.width - 2)
            self._painted[index, overlay] = painted
        return painted[line]

    def _edge(self, y: int) -> _Edge:
        """The overview on a row: the mark that lies there in the whole text, and whether that part is in sight."""
        height = self.size.height
        if not self.overview or self.table.height <= height:
            return None, False
        if len(self._marked) != height:
            self._marked = self._survey(height)
        scale = self.table.height / height
        inside = self.top < (y + 1) * scale and y * scale < self.top + height
        return self._marked[y], inside

    def _edge_segments(self, mark: Finding | None, inside: bool) -> tuple[Segment, Segment]:
        # Quiet but for differences: beside the gutter's marks, the same colours once more would be a noise.
        layers = [f"mark-{mark}" if mark == "difference" else "quiet"] + ["thumb"] * inside
        sign = SIGNS[mark] if mark is not None else "│" if inside else " "
        return Segment(sign, self.pens.mix(*layers)), Segment(" ", self.pens.base)

    def _survey(self, height: int) -> list[Finding | None]:
        scale = self.table.height / height
        rows: list[Finding | None] = [None] * height
        for offset, mark in self.ink.offsets():
            row = min(height - 1, int(self.table.line_of(offset) / scale))
            other = rows[row]
            if other is None or LOUDEST.index(mark) < LOUDEST.index(other):
                rows[row] = mark
        return rows

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """A click goes to the passage; a second one selects it."""
        event.stop()
        if not self.screen.selections:
            self.post_message(self.Pressed(self.article.id, self.offset_at(event.x, event.y)))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls."""
        event.stop()
        self.post_message(self.Wheeled(self.article.id, WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel scrolls."""
        event.stop()
        self.post_message(self.Wheeled(self.article.id, -WHEEL))
