"""The list of events: the first screen where the articles report several, and a key away otherwise."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult

from reader.tui.eventlist import TALL, entries, lines
from reader.tui.lineup import Line
from reader.tui.reading import Reading
from reader.tui.screens.commanded import CommandScreen
from reader.tui.widgets.sheet import Sheet
from reader.tui.widgets.status import Status
from reader.tui.widgets.titlebar import TitleBar
from reader.tui.wording import count, days

_HINTS = (("details", "opens it"), ("quit", "back"), ("help", "help"))


class EventsScreen(CommandScreen[str | None]):
    """Returns the id of the event to read; None to go on with what was read."""

    DEFAULT_CSS = "EventsScreen { layout: vertical; background: $background; }"

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._entries = entries(reading.all)
        ids = [entry.event.id for entry in self._entries]
        self._at = ids.index(reading.event) if reading.event in ids else 0

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
        hint = self.rashomon.key_map.hint
        self.query_one(Status).say(
            f"event {self._at + 1} of {len(self._entries)}",
            tuple(f"{hint(command)} {words}" for command, words in _HINTS if hint(command)),
        )

    def _move(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._entries) - 1)
        self._show()

    @property
    def _page(self) -> int:
        return max(1, self.query_one(Sheet).rows // TALL)

    def do_down(self, count: int = 1) -> None:
        """To the event below."""
        self._move(count)

    def do_up(self, count: int = 1) -> None:
        """To the event above."""
        self._move(-count)

    def do_next(self, count: int = 1) -> None:
        """To the event below."""
        self._move(count)

    def do_previous(self, count: int = 1) -> None:
        """To the event above."""
        self._move(-count)

    def do_half_down(self, count: int = 1) -> None:
        """Half a page of events."""
        self._move(count * max(1, self._page // 2))

    def do_half_up(self, count: int = 1) -> None:
        """Half a page of events."""
        self._move(-count * max(1, self._page // 2))

    def do_page_down(self, count: int = 1) -> None:
        """A page of events."""
        self._move(count * self._page)

    def do_page_up(self, count: int = 1) -> None:
        """A page of events."""
        self._move(-count * self._page)

    def do_top(self) -> None:
        """To the first event."""
        self._move(-len(self._entries))

    def do_bottom(self) -> None:
        """To the last event."""
        self._move(len(self._entries))

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
