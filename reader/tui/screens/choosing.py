"""Choosing: which of several events is read, and whether background from the others is called in."""

from __future__ import annotations

from reader.tui.eventlist import scattered
from reader.tui.screens.room import Room
from reader.tui.wording import count as counted


class Choosing(Room):
    """The part of the reading room that goes from event to event."""

    def offer_events(self) -> None:
        """Where no event has most of the articles, a reader should choose one first."""
        if scattered(self.reading.all) and not self.reading.resumed and self.is_current:
            self.do_events()

    def do_events(self) -> None:
        """All events, with what is in dispute."""
        if not self.uncompared() and self._several():
            from reader.tui.screens.events import EventsScreen

            self.app.push_screen(EventsScreen(self.reading), self._chosen)

    def _chosen(self, event: str | None) -> None:
        if event is not None and event != self.reading.event:
            self.reading.choose(event)
            self.rebuild()

    def _several(self) -> bool:
        """Whether there is a choice of events; else it is told that there is none."""
        if len(self.reading.all.events) > 1:
            return True
        self.tell("All articles report one event.")
        return False

    def do_next_event(self, count: int = 1) -> None:
        """The next of several events, around the end."""
        if self.uncompared() or not self._several():
            return
        events = [event.id for event in self.reading.all.events]
        here = events.index(self.reading.event) if self.reading.event in events else -1
        self._chosen(events[(here + count) % len(events)])

    def do_previous_event(self, count: int = 1) -> None:
        """The event before this one."""
        self.do_next_event(-count)

    def do_background(self) -> None:
        """Show articles of other events that share background with this one, or leave them away."""
        if self.uncompared():
            return
        reading = self.reading
        called = reading.call_background(not reading.background)
        self.rebuild()
        if not reading.background:
            self.tell("Only the articles of this event are shown.")
        elif called:
            self.tell(f"{counted(called, 'article')} of other events shown for background.")
        else:
            reading.call_background(False)
            self.tell("No article of another event shares background with this one.")
