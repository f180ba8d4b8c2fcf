"""The columns view: articles side by side, brought in step at the alignment that one is on."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.widget import Widget

from reader.config import Config
from reader.model import Article
from reader.tui.ink import Stroke, ink
from reader.tui.lockstep import Pair, chain, standing
from reader.tui.moving import Moving
from reader.tui.overlay import strokes_of
from reader.tui.place import Cursor
from reader.tui.reading import Reading
from reader.tui.views.view import OutletView
from reader.tui.widgets.column import Column
from reader.tui.widgets.heading import Heading

_LOW = 30
"""Rows of the terminal below which headings and panel make room for the text."""


class Lane(Widget):
    """One article: its heading over its text."""

    DEFAULT_CSS = "Lane { width: 1fr; height: 1fr; layout: vertical; }"

    def __init__(self, article: Article, width: int) -> None:
        super().__init__()
        self.article = article
        self.heading = Heading(article, width)
        self.column = Column(article, width)

    def compose(self) -> ComposeResult:
        """Heading and text."""
        yield self.heading
        yield self.column

    def open(self, article: Article) -> None:
        """Show another text of the same article, where it is another one."""
        if article != self.article:
            self.article = article
            self.heading.open(article)
            self.column.open(article)


class ColumnsView(Moving, OutletView):
    """As many columns as fit: the one in use, and those that the stop is in before others."""

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self._lanes: dict[str, Lane] = {}
        self._window: tuple[int, ...] = ()
        """The columns in sight, from 0."""
        self._alone = False
        self._lock = config.lock
        self._overview = config.overview
        self._seen: Cursor | None = None
        self._chains: dict[tuple[str, str], tuple[Pair, ...]] = {}
        """Where two columns stand together, as far as that has been asked for since they were brought in step."""

    def compose(self) -> ComposeResult:
        """A lane for each article; those outside the window are not displayed."""
        # Texts are wrapped to the width that they are going to have: to wrap them again costs as much as to draw them.
        width = self._width // min(self._room, len(self.reading.ids))
        self._lanes = {article.id: Lane(article, width) for article in self.reading.all.articles}
        yield from self._lanes.values()

    @property
    def _width(self) -> int:
        """Cells for all columns together; before there is a size, those of the terminal."""
        return self.size.width or self.app.size.width

    @property
    def _room(self) -> int:
        """How many columns fit."""
        return 1 if self._alone else max(1, self._width // self.config.column)

    @property
    def _visible(self) -> list[Lane]:
        return [self._lanes[self.reading.ids[column]] for column in self._window]

    @property
    def _used(self) -> Lane:
        return self._lanes[self.reading.cursor.article]

    @property
    def aside(self) -> str:
        """Which columns are in sight, where not all are."""
        total, numbers = len(self.reading.ids), [column + 1 for column in self._window]
        if len(numbers) == total:
            return ""
        together = len(numbers) > 1 and numbers[-1] - numbers[0] == len(numbers) - 1
        told = f"{numbers[0]}–{numbers[-1]}" if together else ", ".join(map(str, numbers))
        return f"column{'s' if len(numbers) > 1 else ''} {told} of {total}"

    # Following the reading

    def rebuild(self) -> None:
        """Draw the findings on every text."""
        spans = [span for entry in self.reading.notebook.attached for span in entry.spans]
        for id, article in zip(self.reading.ids, self.reading.articles, strict=True):
            lane = self._lanes[id]
            lane.open(article)
            for part in (lane.heading, lane.column):
                part.draw(ink(id, part.blocks, self.reading.stops, spans, self.reading.hidden_stops))
        self._seen = None
        self.show()

    def show(self) -> None:
        """Slide the window, bring the columns in step where the cursor has moved, and draw what it is on."""
        cursor = self.reading.cursor
        moved = cursor != self._seen
        if moved:
            self._slide()
        self._arrange()
        if moved:
            self._chains.clear()
            self._follow()
            self._seen = cursor
        for lane in self._visible:
            strokes = tuple(self._strokes(lane.article.id))
            lane.heading.overlay(strokes)
            lane.column.overlay(strokes)

    def _slide(self) -> None:
        """Have the column in use in sight, and of those that the stop is in as many as fit.

        Where that costs none of these, neighbours stay together, and the window moves as little as needed.
        """
        count, here, stop = len(self.reading.ids), self.reading.column, self.reading.stop
        room = min(self._room, count)
        members = {self.reading.ids.index(member.article) for member in stop.members} if stop else set()
        near = sorted(range(count), key=lambda column: (column != here, column not in members, abs(column - here)))
        chosen = sorted(near[:room])
        left = self._window[0] if self._window else 0
        together = max(
            (range(start, start + room) for start in range(max(0, here - room + 1), min(here, count - room) + 1)),
            key=lambda window: (len(members.intersection(window)), -abs(window[0] - left)),
        )
        costs = len(members.intersection(together)) < len(members.intersection(chosen))
        self._window = tuple(chosen if costs else together)

    def _arrange(self) -> None:
        """Display what is in the window, and give all headings in it one height."""
        visible = self._visible
        for lane in self._lanes.values():
            lane.display = lane in visible
        dense = self.app.size.height < _LOW
        width = max(1, self._width // max(1, len(visible)))
        stop = self.reading.stop
        for lane in visible:
            number = self.reading.ids.index(lane.article.id) + 1
            silent = stop is not None and not stop.of(lane.article.id)
            used = lane is self._used and len(self.reading.ids) > 1
            lane.heading.state(number, used, silent, lane.article.id not in self.reading.own, dense)
        rows = max((lane.heading.rows(width, 1 if dense else 3) for lane in visible), default=1)
        for lane in visible:
            if lane.heading.styles.height is None or lane.heading.styles.height.value != rows:
                lane.heading.styles.height = rows

    def _follow(self) -> None:
        """Put every member of the stop on one row: a third of the way down, or higher where all begin near the top."""
        stop = self.reading.stop
        column = self._used.column
        if stop is None:
            if column.row_of(self.reading.cursor.offset) is None:
                column.put(self.reading.cursor.offset, column.size.height // 3)
            return
        places = {id: self._place(id) for id in self.reading.ids if stop.of(id)}
        lines = [self._lanes[id].column.table.line_of(offset) for id, offset in places.items()]
        row = min(column.size.height // 3, max(lines))
        for id in self.reading.ids:
            if id in places:
                self._lanes[id].column.put(places[id], row)
            else:
                self._lanes[id].column.rest()

    def _place(self, article: str) -> int:
        """Where the stop is in a column: at the cursor in the one in use, at its first passage in others."""
        cursor, stop = self.reading.cursor, self.reading.stop
        assert stop is not None
        members = stop.of(article)
        holding = [member for member in members if member.start <= cursor.offset < member.end]
        return (holding if article == cursor.article and holding else members)[0].start

    def _strokes(self, article: str) -> Iterator[Stroke]:
        """What the cursor, the search and the mouse draw on one article."""
        yield from strokes_of(self.reading, article)
        selected = self._lanes[article].column.selected
        if selected is not None:
            yield Stroke(*selected, "selected")

    @property
    def sight(self) -> int:
        """What stands a third of the way down in the column in use."""
        column = self._used.column
        return column.offset_at(0, column.size.height // 3)

    def settle(self) -> None:
        """Where the stop has been scrolled out of sight, walk on from what is in sight."""
        column = self._used.column
        cursor = self.reading.cursor
        if self.reading.stop is not None and cursor.offset and column.row_of(cursor.offset) is None:
            self.reading.scrolled(self.sight)
            self._seen = self.reading.cursor

    def on_resize(self) -> None:
        """Another width may have room for other columns."""
        self._chains.clear()
        self._slide()
        self.show()

    # Scrolling

    def _scroll(self, lines: int, article: str | None = None) -> None:
        leading = self._lanes[article or self.reading.cursor.article].column
        others = [id for id in self.reading.ids if id != leading.article.id] if self._lock else []
        chains = {id: self._chain(leading, id) for id in others}
        leading.scroll_lines(lines)
        for id, together in chains.items():
            self._lanes[id].column.stand(standing(together, leading.top))

    def _chain(self, leading: Column, other: str) -> tuple[Pair, ...]:
        """Where another column stands while one scrolls: as now, and at aligned places with these on one row."""
        key = (leading.article.id, other)
        if key not in self._chains:
            following = self._lanes[other].column
            height = leading.size.height
            row = height // 3
            pairs = [
                (leading.table.line_of(one[0].start) - row, following.table.line_of(another[0].start) - row)
                for stop in self.reading.stops
                if (one := stop.of(key[0])) and (another := stop.of(other))
            ]
            # A column that is not in sight has no height of its own.
            ends = (leading.lowest(height), following.lowest(height))
            self._chains[key] = chain(pairs, (leading.top, following.top), ends, max(1, row))
        return self._chains[key]

    def move(self, by: int) -> None:
        """Scroll the column in use, and with scroll lock all of them."""
        self._scroll(by)

    @property
    def page(self) -> int:
        """Lines in sight but two."""
        return max(1, self._used.column.size.height - 2)

    @property
    def length(self) -> int:
        """Lines of the column in use."""
        return self._used.column.table.height

    def do_top(self) -> None:
        """To the beginning; with scroll lock, of all columns."""
        for lane in self._lanes.values() if self._lock else [self._used]:
            lane.column.stand(0)

    def do_bottom(self) -> None:
        """To the end; with scroll lock, of all columns."""
        for lane in self._lanes.values() if self._lock else [self._used]:
            lane.column.stand(lane.column.lowest(self._used.column.size.height))

    def on_column_wheeled(self, message: Column.Wheeled) -> None:
        """Scroll the column under the mouse, and with scroll lock all of them."""
        message.stop()
        self._scroll(message.lines, message.article)

    # Looking

    def do_lock(self) -> None:
        """Scroll together, or each by itself."""
        self._lock = not self._lock
        self._chains.clear()
        self.post_message(self.Said("Columns scroll together." if self._lock else "Each column scrolls by itself."))

    def do_overview(self) -> None:
        """Show or hide the strips."""
        self._overview = not self._overview
        for lane in self._lanes.values():
            lane.column.show_overview(self._overview)

    def do_zoom(self) -> None:
        """This column alone, and all again."""
        self._alone = not self._alone
        self._slide()
        self._seen = None
