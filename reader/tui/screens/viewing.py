"""Viewing: the views of one reading, of which one is open; all show the same place."""

from __future__ import annotations

from reader.tui.reading import Reading
from reader.tui.screens.room import Room
from reader.tui.views.view import View
from reader.tui.widgets.panel import Panel
from reader.tui.widgets.titlebar import TitleBar

VIEWS = ("Columns", "Focus", "Matrix", "Ledger")
"""All views, in the order in which they are cycled."""


class Viewing(Room):
    """The part of the reading room that goes from view to view."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._views: dict[str, View] = {}
        """Those that have been opened."""
        self.opened = VIEWS[0]
        """The name of the view that is open."""
        self._text = VIEWS[0]
        """The view of the texts that was open last."""
        self._stale: set[str] = set()
        """Views that show an older state."""

    @property
    def view(self) -> View:
        """The view that is open."""
        return self._views[self.opened]

    @property
    def titles(self) -> tuple[tuple[str, bool], ...]:
        """The names of all views, and which one is open."""
        return tuple((title, title == self.opened) for title in VIEWS)

    def _made(self, title: str) -> View:
        """A view that has not been open yet."""
        self._stale.add(title)
        self._views[title] = _kind(title)(self.reading, self.rashomon.config)
        return self._views[title]

    def first_view(self) -> View:
        """The view to begin with."""
        return self._made(VIEWS[0])

    async def turn(self, title: str) -> None:
        """Open a view."""
        if title not in self._views:
            await self.mount(self._made(title), before=self.query_one(Panel))
        self.opened = title
        for other in self._views.values():
            other.display = other is self.view
        if self.view.of_text:
            self._text = title
        if title in self._stale:
            self._stale.discard(title)
            self.view.rebuild()
        self.show()

    async def to_text(self) -> None:
        """From a table back to the texts."""
        await self.turn(self._text)

    def rebuild(self) -> None:
        """The comparison, the event, the filters or the notes have changed."""
        # The others are drawn anew when they are opened.
        self._stale = self._views.keys() - {self.opened}
        self.view.rebuild()
        self.show()

    async def _cycle(self, by: int) -> None:
        await self.turn(VIEWS[(VIEWS.index(self.opened) + by) % len(VIEWS)])

    async def do_view(self) -> None:
        """The next view, at the same place."""
        await self._cycle(1)

    async def do_previous_view(self) -> None:
        """The view before this one."""
        await self._cycle(-1)

    async def do_ledger(self) -> None:
        """The ledger, or back from it."""
        await self.turn(self._text if self.opened == "Ledger" else "Ledger")

    async def on_title_bar_view_pressed(self, message: TitleBar.ViewPressed) -> None:
        """Open the view whose name was clicked."""
        await self.turn(message.name)

    async def on_view_place_chosen(self, _: View.PlaceChosen) -> None:
        """Show the place in the texts."""
        await self.to_text()


def _kind(title: str) -> type[View]:
    """Imported when it is opened for the first time: the first picture needs one view alone."""
    match title:
        case "Focus":
            from reader.tui.views.focus import FocusView

            return FocusView
        case "Matrix":
            from reader.tui.views.matrix import MatrixView

            return MatrixView
        case "Ledger":
            from reader.tui.views.ledger import LedgerView

            return LedgerView
        case _:
            from reader.tui.views.columns import ColumnsView

            return ColumnsView
