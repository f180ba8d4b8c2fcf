"""The ledger view: all differences by kind, searched and filtered; Enter goes to the place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reader.config import Config
from reader.tui.ledger import Entry, entries, heading, line, measure, telling
from reader.tui.lineup import Line, highlighted
from reader.tui.reading import Reading, Search
from reader.tui.search import pattern
from reader.tui.stops import FIGURES, VOICES, WALKS, Stop, Walk
from reader.tui.views.table import TableView
from reader.tui.wording import absence, count

_ROWS: Mapping[Walk, Callable[[Entry], bool]] = {
    "alignment": lambda _: True,
    "difference": lambda _: True,
    "figure": lambda entry: entry.difference.kind in FIGURES,
    "voice": lambda entry: entry.difference.kind in VOICES,
    "doubtful": lambda entry: WALKS["doubtful"](entry.stop),
}
"""At which rows each walk stops; a ledger holds no other kind of stop."""


class LedgerView(TableView):
    """A row for each difference; while a search is active, for each in which it finds something."""

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self._entries: list[Entry] = []
        self._worded = 0
        """How many differences of mere wording are left out."""
        self._searched: Search | None = None
        self._key: tuple[str, int] = ("", 0)
        """The row that was chosen last: an alignment may have several."""

    @property
    def order(self) -> Sequence[Stop]:
        """As listed."""
        return list({entry.stop.id: entry.stop for entry in self._entries}.values())

    @property
    def count(self) -> int:
        """One row for each difference."""
        return len(self._entries)

    @property
    def row(self) -> int | None:
        """The row that was chosen, while the cursor is on its alignment; or else the first of that alignment."""
        stop = self.reading.cursor.stop
        rows = [place for place, entry in enumerate(self._entries) if entry.stop.id == stop]
        chosen = [place for place in rows if self._entries[place].key == self._key]
        return next(iter(chosen or rows), None)

    @property
    def found(self) -> str:
        """How many rows the search leaves."""
        return count(self.count, "differing detail")

    @property
    def within(self) -> str:
        """A ledger lists no agreement and no unique detail."""
        return " in the ledger"

    def rebuild(self) -> None:
        """Make the rows anew."""
        self._searched = None
        self._list()
        self.show()

    def _list(self) -> None:
        search = self.reading.search
        found = entries(self.reading.stops, self.reading.ids, pattern(search.query) if search else None)
        chosen = self.reading.selection
        # They are there for who asks for them.
        asked = search is not None or (chosen is not None and "wording" in chosen.kinds)
        self._entries = found if asked else telling(found)
        self._worded = len(found) - len(self._entries)
        self._searched = search

    def show(self) -> None:
        """Have the row of the cursor in sight."""
        if (self._searched and self._searched.query) != (self.reading.search and self.reading.search.query):
            self._list()
        widths = measure(self.size.width or self.app.size.width)
        wanted = pattern(self.reading.search.query) if self.reading.search else None
        row = self.row

        def drawn(place: int) -> Line:
            entry, before = self._entries[place], self._entries[place - 1] if place else None
            again = before is not None and before.difference.kind == entry.difference.kind
            noted = any(each.note.kind in (None, entry.difference.kind) for each in self.reading.notes_on(entry.stop))
            shown = line(entry, again, place == row, noted, widths)
            return highlighted(shown, wanted) if wanted else shown

        sheet = self.sheet
        sheet.show(heading(self._entries, self._left_out, widths), self.count, drawn, self._nothing())
        if row is not None:
            sheet.reveal(row)

    @property
    def _left_out(self) -> str:
        """What is not listed, in words."""
        parts = [f"hidden: {self.reading.hidden}"] if self.reading.hidden else []
        return " · ".join([*parts, f"{self._worded} of wording left out"] if self._worded else parts)

    def _nothing(self) -> str:
        """Why there are no rows."""
        if self.reading.search is not None:
            return f"No difference has '{self.reading.search.query}' in it."
        left_out = f" ({self._left_out})" if self._left_out else ""
        return absence(self.reading) or f"No details were found that these articles give differently{left_out}."

    def pick(self, row: int) -> None:
        """Put the cursor on a difference."""
        entry = self._entries[row]
        self._key = entry.key
        self.reading.go(entry.stop, jump=False)

    def step(self, walk: Walk, by: int) -> bool:
        """Row by row, at those of the walk."""
        fits = _ROWS.get(walk)
        here = self.row
        start = here if here is not None else -1 if by > 0 else self.count
        rows = [place for place, entry in enumerate(self._entries) if fits is not None and fits(entry)]
        ahead = (
            [place for place in rows if place > start] if by > 0 else [place for place in rows[::-1] if place < start]
        )
        if ahead:
            self.pick(ahead[min(abs(by), len(ahead)) - 1])
        return bool(ahead)

    def step_match(self, by: int) -> bool:
        """Row by row, around the end."""
        if self.count:
            here = self.row
            start = here if here is not None else -1 if by > 0 else 0
            self.pick((start + by) % self.count)
        return self.count > 0
