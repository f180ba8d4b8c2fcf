"""The list of events: the first screen where the articles report several, and a key away otherwise."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult

from reader.tui.eventlist import TALL, entries, lines
from reader.tui.keys import Press
from reader.tui.lineup import Line
from reader.tui.moving import Moving
from reader.tui.reading import Reading
from reader.tui.screens.commanded import CommandScreen
from reader.tui.widgets.sheet import Sheet
from reader.tui.widgets.status import Status
from reader.tui.widgets.titlebar import TitleBar
from reader.tui.wording import count, days

_HINTS = (("details", "opens it"), ("quit", "back"), ("help", "help"))


class EventsScreen(Moving, CommandScreen[str | None]):
    """Returns the id of the event to read; None to go on with what was read."""

    DEFAULT_CSS = "EventsScreen { layout: vertical; background: $background; }"

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._entries = entries(reading.all)
        ids = [entry.event.id for entry in self._entries]
        self._at = ids.index(reading.event) if reading.event in ids else 0
        self._told = ""

    def compose(self) -> ComposeResult:
        """Title, list, status."""
        yield TitleBar()
        yield Sheet()
        yield Status()

    def on_mount(self) -> None:
        """Begin at the event that is read."""
        self.call_after_refresh(self._show)

    def on_resize(self, _: events.Resize) -> None:
        """Another width has other lines."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        reading, sheet = self._reading, self.query_one(Sheet)
        articles = reading.all.articles
        facts = f"{days(articles)}   {count(len(articles), 'article')}"
        self.query_one(TitleBar).say(reading.name or count(len(self._entries), "event"), facts, ())
        width = self.app.size.width

        def drawn(row: int) -> Line:
            place, line = divmod(row, TALL)
            return lines(self._entries[place], place == self._at, width)[line]

        sheet.show((), TALL * len(self._entries), drawn, "")
        sheet.reveal(TALL * self._at)
        sheet.reveal(TALL * self._at + TALL - 2)
        told = self._told or f"event {self._at + 1} of {len(self._entries)}"
        self.query_one(Status).say(told, self.rashomon.key_map.hints(_HINTS), strong=bool(self._told))

    def tell(self, text: str) -> None:
        """In the last line, until the next command."""
        self._told = text
        self._show()

    async def perform(self, press: Press) -> None:
        """What was told has been read."""
        self._told = ""
        await super().perform(press)

    def move(self, by: int) -> None:
        """To an event below or above."""
        self._at = min(max(self._at + by, 0), len(self._entries) - 1)
        self._show()

    @property
    def page(self) -> int:
        """Events in sight."""
        return max(1, self.query_one(Sheet).rows // TALL)

    @property
    def length(self) -> int:
        """All events."""
        return len(self._entries)

    def do_next(self, count: int = 1) -> None:
        """To the event below."""
        self.move(count)

    def do_previous(self, count: int = 1) -> None:
        """To the event above."""
        self.move(-count)

    def do_details(self) -> None:
        """Read it."""
        self.dismiss(self._entries[self._at].event.id)

    def do_events(self) -> None:
        """The key that opened it closes it."""
        self.dismiss(None)

    def do_leave(self) -> None:
        """Go on with what was read."""
        self.dismiss(None)

    def do_quit(self) -> None:
        """Go on with what was read."""
        self.dismiss(None)

    def on_sheet_pressed(self, message: Sheet.Pressed) -> None:
        """A click chooses an event, a second one opens it."""
        self._at = message.row // TALL
        if message.twice:
            self.do_details()
        else:
            self._show()
