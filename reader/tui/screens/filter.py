"""Choosing what is shown: each choice holds at once, so that one sees what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.compare.selection import Selection
from reader.tui.commands import FILTER
from reader.tui.filters import Filter, filters, lines
from reader.tui.lineup import Line
from reader.tui.moving import Moving
from reader.tui.reading import Reading
from reader.tui.screens.commanded import OverlaidScreen

_HINTS = (
    ("filter-choose", "chooses"),
    ("filter-all", "shows everything"),
    ("details", "keeps it"),
    ("leave", "leaves it as it was"),
)

_STYLES = {
    ("used",): "bold $accent",
    ("quiet",): "$quiet",
    ("outlet",): "bold",
    ("current", "used"): "bold $accent on $panel",
    (): "$foreground",
}


class FilterScreen(Moving, OverlaidScreen[str | None]):
    """Returns what to tell: how much is hidden; None where everything was left as it was."""

    place: ClassVar[str] = FILTER
    DEFAULT_CSS = """
    FilterScreen { align: center bottom; }
    FilterScreen Vertical { height: auto; max-height: 80%; border-top: solid $accent; background: $background; }
    FilterScreen Static { color: $foreground; height: auto; background: $background; }
    FilterScreen #told { color: $quiet; padding: 0 1; margin: 1 0 0 0; }
    """

    def __init__(self, reading: Reading, applied: Callable[[], None]) -> None:
        super().__init__()
        self._reading = reading
        self._applied = applied
        self._before = reading.selection or Selection()
        self._place = reading.cursor
        self._selection = self._before
        self._rows: tuple[Filter, ...] = filters(reading.every_stop, reading.articles, reading.notebook.alignments())
        self._at = (0, 0)

    def compose(self) -> ComposeResult:
        """The rows, and what they hide."""
        with Vertical():
            yield Static(id="rows", markup=False)
            yield Static(id="told", markup=False)

    def on_mount(self) -> None:
        """Begin with what holds now."""
        self._show()

    def on_resize(self) -> None:
        """Another width has other lines."""
        self._show()

    def _show(self) -> None:
        drawn = lines(self._rows, self._selection, self._at, self.app.size.width)
        self.query_one("#rows", Static).update(Content("\n").join(map(_content, drawn)))
        hidden = self._reading.hidden
        told = f"Hidden: {hidden}." if hidden else "Nothing is hidden."
        keys = ", ".join(self.rashomon.key_map.hints(_HINTS))
        self.query_one("#told", Static).update(Content.assemble((told, "bold"), f"  {keys}"))

    def _choose(self, selection: Selection) -> None:
        self._selection = selection
        self._reading.filter(selection)
        self._applied()
        self._show()

    def move(self, by: int) -> None:
        """To a row below or above."""
        row = min(max(self._at[0] + by, 0), len(self._rows) - 1)
        self._at = (row, min(self._at[1], len(self._rows[row].choices) - 1))
        self._show()

    @property
    def page(self) -> int:
        """All rows: they are few."""
        return len(self._rows)

    @property
    def length(self) -> int:
        """All rows."""
        return len(self._rows)

    def do_right(self, count: int = 1) -> None:
        """To another choice of the row."""
        row, choice = self._at
        self._at = (row, min(max(choice + count, 0), len(self._rows[row].choices) - 1))
        self._show()

    def do_left(self, count: int = 1) -> None:
        """To another choice of the row."""
        self.do_right(-count)

    def do_filter_choose(self) -> None:
        """Take the choice, or leave it."""
        row, choice = self._at
        self._choose(self._rows[row].choices[choice].toggled(self._selection))

    def do_filter_all(self) -> None:
        """Show everything."""
        self._choose(Selection())

    def do_details(self) -> None:
        """Go on with what is chosen."""
        hidden = self._reading.hidden
        self.dismiss(f"Hidden: {hidden}." if hidden else "Nothing is hidden.")

    def do_filter(self) -> None:
        """The key that opened it closes it."""
        self.do_details()

    def do_quit(self) -> None:
        """Go on with what is chosen."""
        self.do_details()

    def do_leave(self) -> None:
        """Leave everything as it was."""
        if self._selection != self._before:
            self._reading.filter(self._before)
            self._reading.cursor = self._place
            self._applied()
        self.dismiss(None)


def _content(line: Line) -> Content:
    return Content.assemble(*((text, _STYLES[layers]) for text, layers in line))
