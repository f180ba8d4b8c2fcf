"""What every view is: a widget that shows a reading and does the commands that are about looking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.message import Message
from textual.widget import Widget

from reader.config import Config
from reader.tui.reading import Reading
from reader.tui.stops import Stop, Walk
from reader.tui.wording import count

Hints = tuple[tuple[str, str], ...]
"""Commands that the status line names, each with a word for what it does."""


class View(Widget):
    """Draws what the reading says, and never keeps a place of its own that another view would not find.

    A view does a command by having its method (`do_down` for `down`); what it does not do, the screen or the app does.
    """

    of_text: ClassVar[bool] = True
    """Whether it shows the texts themselves, and not a table of what was found in them."""

    hints: ClassVar[Hints] = (
        ("next", "next"),
        ("next-difference", "difference"),
        ("details", "details"),
        ("view", "view"),
        ("note", "note"),
        ("help", "help"),
    )

    DEFAULT_CSS = "View { width: 1fr; height: 1fr; layout: horizontal; background: $background; }"

    @dataclass
    class Moved(Message):
        """The cursor was moved by the mouse."""

    @dataclass
    class PlaceChosen(Message):
        """The reader wants to see the cursor's place in the texts."""

    @dataclass
    class Said(Message):
        """Something to tell the reader."""

        text: str

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__()
        self.reading = reading
        self.config = config

    def rebuild(self) -> None:
        """The comparison, the event, the filters or the notes have changed."""
        raise NotImplementedError

    def show(self) -> None:
        """The cursor or the search may have changed. Called after every command, so it must be cheap."""
        raise NotImplementedError

    def settle(self) -> None:
        """Before a walk: where the stop has been scrolled out of sight, walk on from what is in sight."""

    @property
    def sight(self) -> int:
        """The place in the article in use that is in sight, where the cursor is not."""
        return self.reading.cursor.offset

    @property
    def order(self) -> Sequence[Stop]:
        """The stops that walks visit, in the order in which this view shows them."""
        return self.reading.stops

    def step(self, walk: Walk, by: int) -> bool:
        """Go to the next stop of a walk, or the one `by` further; whether there was any."""
        return self.reading.step(walk, by, self.order)

    def step_match(self, by: int) -> bool:
        """Go to the next match of the search; whether there is any."""
        return self.reading.step_match(by)

    @property
    def found(self) -> str:
        """How much a search finds, in words."""
        search = self.reading.search
        return count(len(search.found) if search else 0, "match", "matches")

    @property
    def within(self) -> str:
        """Where a walk has ended, for a message, when the view shows not everything: " in Yonhap"."""
        return ""

    @property
    def aside(self) -> str:
        """What the status line says of the view itself; empty where there is nothing to say."""
        return ""

    def on_selectable_marked(self) -> None:
        """Draw what the mouse selects while it does."""
        self.show()


class OutletView(View):
    """A view that shows which outlet is in use, and takes another."""

    def do_left(self, count: int = 1) -> None:
        """To an outlet on the left."""
        self._use(self.reading.column - count)

    def do_right(self, count: int = 1) -> None:
        """To an outlet on the right."""
        self._use(self.reading.column + count)

    def _use(self, column: int) -> None:
        """Take an outlet, the last one where there are not so many; where nothing changes, say why."""
        before, last = self.reading.column, len(self.reading.ids) - 1
        self.reading.use(column)
        if self.reading.column == before and not 0 <= column <= last:
            end = "the only" if last == 0 else "the first" if column < 0 else "the last"
            self.post_message(self.Said(f"{self.reading.article.outlet} is {end} outlet."))

    def do_column(self, count: int) -> None:
        """To an outlet by its number."""
        self._use(count - 1)
