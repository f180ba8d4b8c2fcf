"""The reading room: one view of the articles, the panel, and what the reader does with them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.geometry import Offset
from textual.widget import Widget

from reader.tui.background import Job
from reader.tui.commands import BY_ID
from reader.tui.keys import Press
from reader.tui.painting import NOTE
from reader.tui.reading import Reading
from reader.tui.screens.choosing import Choosing
from reader.tui.screens.comparing import Comparing
from reader.tui.screens.correcting import Correcting
from reader.tui.screens.filtering import Filtering
from reader.tui.screens.keeping import Keeping
from reader.tui.screens.looking import Looking
from reader.tui.screens.viewing import VIEWS, Viewing
from reader.tui.screens.walking import Walking
from reader.tui.stops import SIGNS
from reader.tui.views.view import View
from reader.tui.widgets.column import Column
from reader.tui.widgets.panel import Panel
from reader.tui.widgets.selectable import Selectable
from reader.tui.widgets.status import Status
from reader.tui.widgets.titlebar import TitleBar
from reader.tui.wording import MARK_NAMES, absence, count, days, headline, place, progress


class ReadingScreen(Comparing, Viewing, Choosing, Walking, Filtering, Looking, Correcting, Keeping):
    """Shows a reading in one view at a time, and its state in the panel and the status line."""

    DEFAULT_CSS = "ReadingScreen { layout: vertical; background: $background; }"

    def __init__(self, reading: Reading, job: Job | None, problems: tuple[str, ...] = ()) -> None:
        super().__init__(reading, job)
        self._problems = problems
        self._told = ""

    def compose(self) -> ComposeResult:
        """Title, a view, panel, status."""
        yield TitleBar()
        yield self.first_view()
        yield Panel()
        yield Status()

    async def on_mount(self) -> None:
        """Begin with the first view."""
        self._share()
        await self.turn(VIEWS[0])

    # Showing

    def show(self) -> None:
        """Say in the title, the panel and the status line what the reading is at."""
        reading = self.reading
        self.view.show()
        notes = len(reading.notebook.attached)
        facts = [f"{NOTE} {count(notes, 'note')}" if notes else "", days(reading.articles)]
        facts.append(count(len(reading.articles), "outlet"))
        if len(reading.all.events) > 1:
            number = [event.id for event in reading.all.events].index(reading.event) + 1 if reading.event else 0
            facts.append(f"event {number} of {len(reading.all.events)}")
        self.query_one(TitleBar).say(headline(reading), "   ".join(filter(None, facts)), self.titles)
        self.query_one(Panel).show(reading, self._hint())
        self._say()

    def _say(self) -> None:
        keys, status = self.rashomon.key_map, self.query_one(Status)
        hints = keys.hints(self.view.hints)
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
            many = len(self._problems)
            # Where there is no room for all, the others are told when the app is left.
            room = many <= self.query_one(Panel).lines
            return "\n ".join(self._problems) if room else f"(1 of {many}) {self._problems[0]}"
        if nothing := absence(self.reading):
            # A table without rows says it itself.
            return nothing if self.view.of_text else ""
        walks = (
            ("next", "alignments"),
            ("next-difference", "differences"),
            ("next-unique", "what one outlet alone has"),
        )
        steps = ", ".join(keys.hints(walks))
        marks = ", ".join(f"{sign} {MARK_NAMES[mark]}" for mark, sign in SIGNS.items())
        ways = f"{keys.hint('help')} tells all keys, {keys.hint('palette')} finds a command."
        return f"Step through {steps}.\n {ways}\n The marks: {marks}."

    def tell(self, text: str) -> None:
        """Say something for a while, until the next command."""
        self._told = text
        self.show()

    def on_resize(self) -> None:
        """Another size has another share for each."""
        self._share()
        self.show()

    def _share(self) -> None:
        """Low terminals give their lines to the text."""
        height = self.app.size.height
        self.query_one(Panel).resize(0 if height < 10 else 1 if height < 30 else 6 if height < 44 else 9)
        self.query_one(TitleBar).display = height >= 20

    # Doing

    def targets(self) -> Iterable[object]:
        """The grown panel scrolls in place of the view."""
        panel = self.query_one(Panel)
        return (panel, self.view, self, self.app) if panel.grown else (self.view, self, self.app)

    async def perform(self, press: Press) -> None:
        """What was told has been read."""
        self._told = ""
        await super().perform(press)

    def refused(self, command: str) -> None:
        """Another view may do it."""
        self.tell(f"{BY_ID[command].title}: not in this view.")

    def performed(self) -> None:
        """Draw what has changed."""
        if self.is_current:
            self.show()

    def heard(self) -> None:
        """Show keys that await others."""
        if self.is_current:
            self._say()

    def on_view_moved(self, _: View.Moved) -> None:
        """The mouse has moved the cursor."""
        self._told = ""
        self.show()

    def do_details(self) -> None:
        """Grow the panel, or make it small again."""
        panel = self.query_one(Panel)
        if self.reading.stop is None and not panel.grown:
            if not self.uncompared():
                self.tell("Step to an alignment first; its details are shown here.")
            return
        # From the reasons, the same key leads to the details.
        panel.grow(not panel.grown or panel.why)

    def do_why(self) -> None:
        """Why the passages were aligned, and less again."""
        panel = self.query_one(Panel)
        if self.reading.stop is None:
            if not self.uncompared():
                self.tell("Step to an alignment first; why it was aligned is told here.")
            return
        panel.grow(not panel.why, why=True)

    async def do_leave(self) -> None:
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
            await self.to_text()
        elif not self.reading.compared:
            self.realign()

    async def do_quit(self) -> None:
        """Close the details, or a table; quit where none is open."""
        panel = self.query_one(Panel)
        if panel.grown:
            panel.grow(False)
        elif not self.view.of_text:
            await self.to_text()
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
