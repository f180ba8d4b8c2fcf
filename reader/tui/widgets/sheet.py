"""A sheet: rows of a table on lines that it draws itself, under a heading that stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.tui.lines import LineTable, blocks
from reader.tui.lineup import Line
from reader.tui.painting import GUTTER
from reader.tui.widgets.column import WHEEL
from reader.tui.widgets.painted import Painted


class Sheet(Painted):
    """Draws what it is given; each row is made when it is looked at."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Sheet { width: 1fr; height: 1fr; }"

    @dataclass
    class Pressed(Message):
        """A row was clicked."""

        row: int
        x: int
        twice: bool

    @dataclass
    class HeadingPressed(Message):
        """The heading was clicked."""

        x: int

    def __init__(self) -> None:
        super().__init__(())
        self.top = 0
        """The first row in sight."""
        self._heading: tuple[Line, ...] = ()
        self._count = 0
        self._line: Callable[[int], Line] = lambda _: ()
        self._empty = ""

    def show(self, heading: tuple[Line, ...], count: int, line: Callable[[int], Line], empty: str) -> None:
        """Draw `count` rows; `empty` is said where there are none."""
        self._heading, self._count, self._line, self._empty = heading, count, line, empty
        self.top = max(0, min(self.top, count - self.rows))
        self.refresh()

    @property
    def rows(self) -> int:
        """Rows that there is room for."""
        return max(1, self.size.height - self._above)

    @property
    def _above(self) -> int:
        """Lines above the rows: the heading and a rule under it, where there is a heading."""
        return len(self._heading) + bool(self._heading)

    def reveal(self, row: int) -> None:
        """Scroll as little as needed to have a row in sight with one more before and after it."""
        margin = min(1, (self.rows - 1) // 2)
        self.top = max(0, min(max(self.top, row + margin - self.rows + 1), row - margin))
        self.refresh()

    def scroll_lines(self, count: int) -> None:
        """Scroll down, or up where negative."""
        self.top = max(0, min(self.top + count, self._count - self.rows))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line."""
        width, pens = self.size.width, self.pens
        if y < len(self._heading):
            line = self._heading[y]
        elif y < self._above:
            line = ((" ", ()), ("─" * (width - 2), ("rule",)))
        elif not self._count:
            line = self._nothing(y - self._above - 1)
        else:
            row = self.top + y - self._above
            line = self._line(row) if 0 <= row < self._count else ()
        ground = pens.mix("current") if line and "current" in line[0][1] else pens.base
        return Strip([Segment(text, pens.mix(*layers)) for text, layers in line]).adjust_cell_length(width, ground)

    def _nothing(self, row: int) -> Line:
        """A line of what is said where there are no rows."""
        table = LineTable(self._empty, blocks(self._empty), max(8, self.size.width - GUTTER - 2))
        at = table.block_at(row) if 0 <= row < table.height else None
        return ((" " * GUTTER, ()), (self._empty[slice(*table.bounds(*at))], ("quiet",))) if at else ()

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """A click chooses a row, a second one opens it."""
        event.stop()
        row = self.top + event.y - self._above
        if event.y < len(self._heading):
            self.post_message(self.HeadingPressed(event.x))
        elif 0 <= row < self._count and event.y >= self._above:
            self.post_message(self.Pressed(row, event.x, event.chain > 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls."""
        event.stop()
        self.scroll_lines(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel scrolls."""
        event.stop()
        self.scroll_lines(-WHEEL)
