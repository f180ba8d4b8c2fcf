"""What the matrix and the ledger have in common: rows to move among, one of which is the cursor's."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from reader.tui.moving import Moving
from reader.tui.views.view import Hints, View
from reader.tui.widgets.sheet import Sheet


class TableView(Moving, View):
    """Moves from row to row with the keys that scroll a text; Enter goes to the place in the texts."""

    of_text: ClassVar[bool] = False
    hints: ClassVar[Hints] = (
        ("details", "go there"),
        ("next-difference", "difference"),
        ("view", "view"),
        ("quit", "back"),
        ("help", "help"),
    )
    DEFAULT_CSS = "TableView { layout: vertical; }"

    def compose(self) -> ComposeResult:
        """The sheet."""
        yield Sheet()

    @property
    def sheet(self) -> Sheet:
        """Where the rows are drawn."""
        return self.query_one(Sheet)

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def row(self) -> int | None:
        """The row of the cursor."""
        raise NotImplementedError

    def pick(self, row: int) -> None:
        """Put the cursor on a row."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Another width has other cells."""
        self.call_after_refresh(self.show)

    def move(self, by: int) -> None:
        """Put the cursor on a row further down or up; where it is on none, count from the end that is left behind."""
        if self.count:
            here = self.row
            start = (-1 if by > 0 else self.count) if here is None else here
            self.pick(min(max(start + by, 0), self.count - 1))

    @property
    def page(self) -> int:
        """All rows in sight but one."""
        return max(1, self.sheet.rows - 1)

    @property
    def length(self) -> int:
        """All rows."""
        return self.count

    def do_details(self) -> None:
        """Go to the place in the texts."""
        if self.row is not None:
            self.post_message(self.PlaceChosen())
        else:
            self.post_message(self.Said("Choose a row first; what it tells of is shown in the texts then."))

    def on_sheet_pressed(self, message: Sheet.Pressed) -> None:
        """A click chooses a row, a second one opens it."""
        message.stop()
        self.pick(message.row)
        self.post_message(self.PlaceChosen() if message.twice else self.Moved())
