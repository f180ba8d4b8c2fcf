"""The reading room: one view of the articles, the panel, and what the reader does with them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.geometry import Offset
from textual.timer import Timer
from textual.widget import Widget

from reader.tui.background import Job
from reader.tui.keys import Press
from reader.tui.reading import Reading
from reader.tui.screens.choosing import Choosing
from reader.tui.screens.comparing import Comparing
from reader.tui.screens.correcting import Correcting
from reader.tui.screens.filtering import Filtering
from reader.tui.screens.keeping import Keeping
from reader.tui.screens.looking import Looking
from reader.tui.screens.walking import Walking
from reader.tui.views.columns import ColumnsView
from reader.tui.views.focus import FocusView
from reader.tui.views.ledger import LedgerView
from reader.tui.views.matrix import MatrixView
from reader.tui.views.view import View
from reader.tui.widgets.column import Column
from reader.tui.widgets.panel import Panel
from reader.tui.widgets.selectable import Selectable
from reader.tui.widgets.status import Status
from reader.tui.widgets.titlebar import TitleBar
from reader.tui.wording import absence, count, days, headline, place, progress

VIEWS: tuple[type[View], ...] = (ColumnsView, FocusView, MatrixView, LedgerView)
"""All views, in the order in which they are cycled."""


class ReadingScreen(Comparing, Choosing, Walking, Filtering, Looking, Correcting, Keeping):
    """Shows a reading in one view at a time, and its state in the panel and the status line."""

    DEFAULT_CSS = "ReadingScreen { layout: vertical; background: $background; }"

    def __init__(self, reading: Reading, job: Job | None, problems: tuple[str, ...] = ()) -> None:
        super().__init__(reading, job)
        self._problems = problems
        self._view: View | None = None
        self._stale: set[View] = set()
        """Views that show an older state."""
        self._text_view: View | None = None
        """The view of the texts that was open last."""
        self._told = ""
        self._forgetting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Title, the views, panel, status."""
        yield TitleBar()
        for kind in VIEWS:
            yield kind(self.reading, self.rashomon.config)
        yield Panel()
        yield Status()

    def on_mount(self) -> None:
        """Begin with the first view."""
        self._stale = set(self.query(View))
        self._open(self.query_one(VIEWS[0]))

    # Showing

    @property
    def view(self) -> View:
        """The view that is open."""
        assert self._view is not None
        return self._view

    def _open(self, view: View) -> None:
        self._view = view
        if view.of_text:
            self._text_view = view
        for other in self.query(View):
            other.display = other is view
        if view in self._stale:
            self._stale.discard(view)
            view.rebuild()
        self.show()

    def rebuild(self) -> None:
        """The comparison, the event, the filters or the notes have changed."""
        # The others are drawn anew when they are opened.
        self._stale = set(self.query(View)) - {self.view}
        self.view.rebuild()
        self.show()

    def show(self) -> None:
        """Say in the title, the panel and the status line what the reading is at."""
        reading = self.reading
        self.view.show()
        facts = [days(reading.articles), count(len(reading.articles), "outlet")]
        if len(reading.all.events) > 1:
            number = [event.id for event in reading.all.events].index(reading.event) + 1 if reading.event else 0
            facts.append(f"event {number} of {len(reading.all.events)}")
        views = tuple((kind.title, isinstance(self.view, kind)) for kind in VIEWS)
        self.query_one(TitleBar).say(headline(reading), "   ".join(filter(None, facts)), views)
        self.query_one(Panel).show(reading, self._hint())
        self._say()

    def _say(self) -> None:
        keys, status = self.rashomon.key_map, self.query_one(Status)
        hints = tuple(f"{keys.hint(command)} {words}" for command, words in self.view.hints if keys.hint(command))
        if self.keys.pending:
            hints = (self.keys.pending,)
        if self._told:
            status.say(self._told, hints, strong=True)
        elif self.linked:
            status.say(self.linked, hints[-1:], strong=True)
        elif self._progress is not None:
            status.say(progress(self._progress), (f"{keys.hint('leave')} stops", *hints))
        else:
            parts = [place(self.reading)] if self.reading.compared else []
            search = self.reading.search
            if search is not None:
                at = f"{search.at + 1} of " if search.at is not None else ""
                parts.insert(0, f"/{search.query}  {at}{self.view.found}")
            parts.append(self.view.aside)
            status.say("   ".join(filter(None, parts)), hints)

    def _hint(self) -> str:
        """What the panel says while one is on no stop."""
        keys = self.rashomon.key_map
        if self._problems:
            return "\n ".join(self._problems)
        if nothing := absence(self.reading):
            # A table without rows says it itself.
            return nothing if self.view.of_text else ""
        walks = (
            ("next", "alignments"),
            ("next-difference", "differences"),
            ("next-unique", "what one outlet alone has"),
        )
        steps = ", ".join(f"{keys.hint(command)} {words}" for command, words in walks if keys.hint(command))
        return f"Step through {steps}.\n {keys.hint('help')} tells all keys, {keys.hint('palette')} finds a command."

    def tell(self, text: str) -> None:
        """Say something for a while, until the next command."""
        self._told = text
        self.show()

    def on_resize(self) -> None:
        """Low terminals give their lines to the text."""
        height = self.app.size.height
        self.query_one(Panel).resize(1 if height < 30 else 6 if height < 44 else 9)
        self.query_one(TitleBar).display = height >= 20
        self.show()

    # Doing

    def targets(self) -> Iterable[object]:
        """The grown panel scrolls in place of the view."""
        panel = self.query_one(Panel)
        return (panel, self.view, self, self.app) if panel.grown else (self.view, self, self.app)

    async def perform(self, press: Press) -> None:
        """What was told has been read."""
        self._told = ""
        await super().perform(press)

    def performed(self) -> None:
        """Draw what has changed."""
        if self.is_current:
            self.show()

    def heard(self) -> None:
        """Show keys that await others."""
        if self.is_current:
            self._say()

    def _cycle(self, by: int) -> None:
        views = list(self.query(View))
        self._open(views[(views.index(self.view) + by) % len(views)])

    def do_view(self) -> None:
        """The next view, at the same place."""
        self._cycle(1)

    def do_previous_view(self) -> None:
        """The view before this one."""
        self._cycle(-1)

    def do_ledger(self) -> None:
        """The ledger, or back from it."""
        ledger = self.query_one(LedgerView)
        if self.view is ledger:
            self._to_text()
        else:
            self._open(ledger)

    def _to_text(self) -> None:
        """From a table back to the texts."""
        assert self._text_view is not None
        self._open(self._text_view)

    def on_title_bar_view_pressed(self, message: TitleBar.ViewPressed) -> None:
        """Open the view whose name was clicked."""
        self._open(next(view for view in self.query(View) if view.title == message.name))

    def on_view_place_chosen(self, _: View.PlaceChosen) -> None:
        """Show the place in the texts."""
        self._to_text()

    def on_view_moved(self, _: View.Moved) -> None:
        """The mouse has moved the cursor."""
        self._told = ""
        self.show()

    def do_details(self) -> None:
        """Grow the panel, or make it small again."""
        panel = self.query_one(Panel)
        if self.reading.stop is None and not panel.grown:
            self.tell("Step to an alignment first; its details are shown here.")
            return
        # From the reasons, the same key leads to the details.
        panel.grow(not panel.grown or panel.why)

    def do_why(self) -> None:
        """Why the passages were aligned, and less again."""
        panel = self.query_one(Panel)
        if self.reading.stop is None:
            self.tell("Step to an alignment first; why it was aligned is told here.")
            return
        panel.grow(not panel.why, why=True)

    def do_leave(self) -> None:
        """End the search, or close what is open, or stop the comparison."""
        panel = self.query_one(Panel)
        if self.selections:
            self.clear_selection()
        elif self.leave_linking():
            return
        elif self.reading.search is not None:
            self.reading.end_search()
        elif panel.grown:
            panel.grow(False)
        elif self.comparing:
            self.stop_comparing()
        elif not self.view.of_text:
            self._to_text()

    def do_quit(self) -> None:
        """Close the details, or a table; quit where none is open."""
        panel = self.query_one(Panel)
        if panel.grown:
            panel.grow(False)
        elif not self.view.of_text:
            self._to_text()
        else:
            self.app.exit()

    # The mouse

    def on_column_pressed(self, message: Column.Pressed) -> None:
        """Go to the passage that was clicked."""
        self._told = ""
        self.reading.go_to(message.article, message.offset)
        self.show()

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Where a selection by mouse begins or ends: a place in the text of one article, whatever line it is on."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        if isinstance(widget, Selectable):
            region = widget.region
            return widget, Offset(widget.offset_at(x - region.x, y - region.y), 0)
        return widget, offset
