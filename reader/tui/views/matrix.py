"""The matrix view: facts against outlets, with agreement, difference, silence and how early each tells it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from reader.config import Config
from reader.tui.facts import SORTINGS, Fact, Measure, facts, fewest, header, lacking, line, measure
from reader.tui.lineup import Line
from reader.tui.painting import GUTTER
from reader.tui.reading import Reading
from reader.tui.stops import Stop
from reader.tui.views.table import TableView
from reader.tui.views.view import Hints, OutletView
from reader.tui.widgets.sheet import Sheet
from reader.tui.wording import absence

_LOW = 30
"""Rows of the terminal below which only facts are shown."""


class MatrixView(TableView, OutletView):
    """A row for each stop; the outlets slide where not all fit."""

    hints: ClassVar[Hints] = (
        ("details", "go there"),
        ("sort", "sort"),
        ("next-difference", "difference"),
        ("view", "view"),
        ("quit", "back"),
        ("help", "help"),
    )

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self._sorting = SORTINGS[0]
        self._facts: list[Fact] = []
        self._places: dict[str, int] = {}
        self._noted: frozenset[str] = frozenset()
        self._enough = ""
        """Which outlets are enough to read all that several report."""
        self._missed: dict[str, str] = {}
        """For each outlet, what a reader of it alone misses."""
        self._first = 0
        """The first outlet in sight."""

    @property
    def order(self) -> Sequence[Stop]:
        """As sorted."""
        return [fact.stop for fact in self._facts]

    @property
    def count(self) -> int:
        """One row for each stop."""
        return len(self._facts)

    @property
    def row(self) -> int | None:
        """The row of the stop."""
        return self._places.get(self.reading.cursor.stop or "")

    @property
    def aside(self) -> str:
        """Which outlets are in sight, where not all are."""
        total = len(self.reading.ids)
        shown = self._widths.outlets
        return f"outlets {self._first + 1}–{self._first + shown} of {total}" if shown < total else ""

    @property
    def _widths(self) -> Measure:
        # A view that has just been opened has no size yet, and is as wide as the screen.
        return measure(self.size.width or self.app.size.width, len(self.reading.ids))

    def rebuild(self) -> None:
        """Make the rows anew."""
        self._facts = facts(self.reading.stops, self.reading.articles, self._sorting)
        self._places = {fact.stop.id: place for place, fact in enumerate(self._facts)}
        self._noted = self.reading.noted
        self._enough, self._missed = self._reading_less()
        self.show()

    def _reading_less(self) -> tuple[str, dict[str, str]]:
        """Which outlets are enough, and what each alone misses, in words."""
        reading = self.reading
        if reading.event is None:
            return "", {}
        # The engine's room takes a while to import, and only a comparison needs it.
        from reader.compare.reading import blind_spots, smallest_reading

        found = smallest_reading(reading.all, reading.event)
        own = [article for article in reading.articles if article.id in reading.own]
        missed = {
            article.id: lacking(number, article, len(blind_spots(reading.all, article.id).facts))
            for number, article in enumerate(reading.articles, 1)
            if article.id in reading.own
        }
        return fewest(own, found.articles, found.facts), missed

    def show(self) -> None:
        """Slide to the outlet in use, and have the row of the stop in sight."""
        reading, sheet = self.reading, self.sheet
        widths = self._widths
        used = reading.column
        self._first = min(max(self._first, used - widths.outlets + 1), used, len(reading.ids) - widths.outlets)
        first, row = self._first, self.row

        def drawn(place: int) -> Line:
            fact = self._facts[place]
            return line(fact, first, used, place == row, fact.stop.id in self._noted, widths)

        # A low screen gives the line to a fact. Else it stays while one moves, so that no row leaps.
        known = (self._enough or any(self._missed.values())) and self.app.size.height >= _LOW
        said = ";   ".join(filter(None, (self._enough, self._missed.get(reading.ids[used], ""))))
        above: tuple[Line, ...] = (((" " * GUTTER, ()), (said, ("quiet",))),) if known else ()
        heading = (
            *above,
            header(reading.articles, reading.own, first, used, self._sorting, widths),
        )
        sheet.show(heading, len(self._facts), drawn, absence(reading))
        if row is not None:
            sheet.reveal(row)

    def pick(self, row: int) -> None:
        """Put the cursor on a fact; the outlet in use stays."""
        column = self.reading.column
        self.reading.go(self._facts[row].stop, jump=False)
        self.reading.use(column)

    def do_sort(self) -> None:
        """The next way of sorting."""
        self._sorting = SORTINGS[(SORTINGS.index(self._sorting) + 1) % len(SORTINGS)]
        self.rebuild()

    def on_sheet_heading_pressed(self, message: Sheet.HeadingPressed) -> None:
        """A click on an outlet uses it; a click on the facts sorts them."""
        message.stop()
        widths = self._widths
        column = (message.x - 4 - widths.fact) // widths.cell
        if column < 0:
            self.do_sort()
        elif column < widths.outlets:
            self.reading.use(self._first + column)
        self.post_message(self.Moved())
