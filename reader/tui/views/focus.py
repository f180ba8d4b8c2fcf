"""The focus view: one article in full width, with what the others say of each passage beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from reader.config import Config
from reader.tui.details import words
from reader.tui.ink import Stroke, ink
from reader.tui.lines import Block, blocks
from reader.tui.lineup import cut
from reader.tui.moving import Moving
from reader.tui.overlay import strokes_of
from reader.tui.place import Cursor
from reader.tui.reading import Reading
from reader.tui.remarks import missing, remarks
from reader.tui.stops import Stop
from reader.tui.views.view import OutletView
from reader.tui.widgets.page import Page
from reader.tui.wording import byline, count


class Legend(Widget):
    """Whose article it is, and by which numbers the others are called."""

    DEFAULT_CSS = "Legend { height: 2; border-bottom: solid $line; background: $background; }"

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def on_resize(self) -> None:
        """Another width has room for other names."""
        self.refresh()

    def render(self) -> Content:
        """One line."""
        reading, width = self._reading, self.size.width - 2
        article = reading.article
        name = f"{reading.column + 1}  {article.outlet}"
        others = [
            f"{number} {other.outlet}" for number, other in enumerate(reading.articles, 1) if other.id != article.id
        ]
        told = byline(article)
        stop = reading.stop
        silent = stop is not None and not stop.of(article.id)
        aside = f"beside it: {' · '.join(others)}" if others else ""
        left = f"{name}   {told}"
        if silent:
            left, aside = name, "silent on the alignment below"
        elif cell_len(left) + cell_len(aside) + 3 > width:
            left = name
        name, told = cut(name, width), cut(left[len(name) :], max(0, width - cell_len(name)))
        aside = cut(aside, width - cell_len(name) - cell_len(told) - 3)
        gap = " " * (width - cell_len(name) - cell_len(told) - cell_len(aside))
        return Content.assemble(
            " ", (name, "bold $accent"), (told, "$quiet"), gap, (aside, "italic $quiet" if silent else "$quiet")
        )


class FocusView(Moving, OutletView):
    """The article of the column in use; `h` and `l` take the others."""

    DEFAULT_CSS = "FocusView { layout: vertical; }"

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__(reading, config)
        self._blocks: dict[str, tuple[Block, ...]] = {}
        """The words of each article that was opened."""
        self._open = ""
        self._seen: Cursor | None = None

    def compose(self) -> ComposeResult:
        """Whose it is, and the page."""
        yield Legend(self.reading)
        yield Page(self.reading.article)

    @property
    def _text(self) -> Page:
        return self.query_one(Page)

    @property
    def order(self) -> Sequence[Stop]:
        """Walks stay in this article."""
        article = self.reading.cursor.article
        return [stop for stop in self.reading.stops if stop.of(article)]

    @property
    def within(self) -> str:
        """The article."""
        return f" in {self.reading.article.outlet}"

    # Following the reading

    def rebuild(self) -> None:
        """Draw other findings."""
        self._open = ""
        # Removed text may be back in an article.
        self._blocks.clear()
        self.show()

    def show(self) -> None:
        """Open the article in use, bring the stop in sight, and mark what it is on."""
        cursor = self.reading.cursor
        if self._open != cursor.article:
            self._take(cursor.article)
        if cursor != self._seen:
            if cursor.offset or self.reading.stop is not None:
                self._text.put(cursor.offset)
            self._seen = cursor
        stop = self.reading.stop
        self._text.overlay(self._strokes())
        self._text.emphasise(stop.id if stop else None, words(stop.members) if stop else {})
        self.query_one(Legend).refresh()

    def _take(self, id: str) -> None:
        article = self.reading.article
        pieces = self._blocks.setdefault(id, blocks(article.text))
        spans = [span for entry in self.reading.notebook.attached for span in entry.spans]
        stops, ids = self.reading.stops, self.reading.ids
        drawn = ink(id, pieces, stops, spans, self.reading.hidden_stops)
        absent = missing(id, ids, stops, self.reading.noted)
        details = sum(stop.mark == "unique" and not stop.of(id) for stop in stops)
        facts = sum(remark.mark != "doubtful" for remark in absent)
        missed = f"{count(facts, 'shared fact')} and {count(details, 'detail')}"
        told = f"This alone misses {missed}:" if facts else "Others perhaps share what this does not tell:"
        self._text.open(article, pieces, drawn, remarks(id, ids, stops), absent, told)
        self._open = id

    def _strokes(self) -> Iterator[Stroke]:
        """What the title, the cursor and the search draw on the text."""
        article = self.reading.article
        if article.headline:
            yield Stroke(*article.headline, "headline")
        yield from strokes_of(self.reading, article.id)
        if self._text.selected:
            yield Stroke(*self._text.selected, "selected")

    @property
    def sight(self) -> int:
        """What stands a third of the way down."""
        return self._text.offset_on(self._text.size.height // 3)

    def settle(self) -> None:
        """Where the stop has been scrolled out of sight, walk on from what is in sight."""
        cursor = self.reading.cursor
        if self.reading.stop is not None and cursor.offset and self._text.row_of(cursor.offset) is None:
            self.reading.scrolled(self.sight)
            self._seen = self.reading.cursor

    def on_resize(self) -> None:
        """Another width wraps other lines; the stop stays in sight."""
        self._seen = None
        self.call_after_refresh(self.show)

    # Scrolling

    def move(self, by: int) -> None:
        """Scroll."""
        self._text.scroll_lines(by)

    @property
    def page(self) -> int:
        """Lines in sight but two."""
        return max(1, self._text.size.height - 2)

    @property
    def length(self) -> int:
        """Lines of the text and of what is said beside it."""
        return self._text.height

    def on_page_wheeled(self, message: Page.Wheeled) -> None:
        """Scroll."""
        message.stop()
        self._text.scroll_lines(message.lines)

    # Other articles and other stops

    def on_page_pressed(self, message: Page.Pressed) -> None:
        """Go to what was clicked."""
        message.stop()
        remarked = next((stop for stop in self.reading.stops if stop.id == message.remarked), None)
        if remarked is not None:
            self.reading.go(remarked)
        else:
            self.reading.go_to(message.article, message.offset)
        self.post_message(self.Moved())
