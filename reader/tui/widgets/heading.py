"""The heading of a column: outlet, byline, place, date and title, always in sight above the text."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from reader.model import Article
from reader.tui.ink import Stroke, Strokes
from reader.tui.lines import LineTable, blocks
from reader.tui.painting import GUTTER, paint
from reader.tui.pens import Pens
from reader.tui.widgets.painted import Painted
from reader.tui.wording import byline, day


class Heading(Painted):
    """Who published it, when, and under which title. The title is the text's first line, with its marks."""

    DEFAULT_CSS = "Heading { width: 1fr; height: 4; }"

    def __init__(self, article: Article, width: int) -> None:
        super().__init__(())
        self.table = LineTable("", (), width - GUTTER - 2)
        self.open(article)
        self.number = 1
        self.used = False
        self.silent = False
        self.background = False
        """Whether it reports another event."""
        self.dense = False
        """Whether one line must do for outlet and date, on low terminals."""
        self._strips: dict[tuple[int, Strokes], list[Strip]] = {}

    def open(self, article: Article) -> None:
        """Name an article."""
        title = article.headline
        self.article = article
        self._text = article.text if title else article.title or ""
        self._of_text = title is not None
        self.blocks = blocks(self._text, *title) if title else blocks(self._text)
        self.table = LineTable(self._text, self.blocks, self.table.width)

    def forget(self) -> None:
        """Forget the lines that were drawn."""
        self._strips.clear()

    @property
    def _details(self) -> str:
        """What has a line of its own under the outlet."""
        return "" if self.dense else byline(self.article)

    def rows(self, width: int, most: int) -> int:
        """Lines that it needs at a width when its title may have so many."""
        table = LineTable(self._text, self.blocks, width - GUTTER - 2)
        return (3 if self._details else 2) + min(most, max(1, table.height))

    def state(self, number: int, used: bool, silent: bool, background: bool, dense: bool) -> None:
        """What it must show beside the article."""
        if (number, used, silent, background, dense) != (
            *(self.number, self.used, self.silent),
            *(self.background, self.dense),
        ):
            self.number, self.used, self.silent = number, used, silent
            self.background, self.dense = background, dense
            self.refresh()

    def overlay(self, strokes: Iterable[Stroke]) -> None:
        """Draw what the cursor and the search ask for, where the title is part of the text."""
        if self._of_text:
            super().overlay(strokes)

    def on_resize(self) -> None:
        """Wrap the title to the new width."""
        self.table = LineTable(self._text, self.blocks, self.size.width - GUTTER - 2)
        self.forget()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line."""
        lines = self._lines(self.pens)
        return lines[y] if y < len(lines) else Strip.blank(self.size.width, self.pens.base)

    def _lines(self, pens: Pens) -> list[Strip]:
        width, height = self.size
        details = [self._plain(self._details, "quiet", width)] if self._details else []
        top = [self._top(pens, width), *details]
        titles = self._titles(pens, width, height - len(top) - 1)
        rule = "━" if self.used else "─"
        style = pens.mix("used" if self.used else "rule")
        line = Strip([Segment(" ", pens.base), Segment(rule * (width - 3), style), Segment("  ", pens.base)], width)
        return [*top, *titles, line]

    def _top(self, pens: Pens, width: int) -> Strip:
        name = f" {self.number}  "
        outlet = self.article.outlet
        aside = (
            "silent"
            if self.silent
            else "background"
            if self.background
            else day(self.article.published)
            if self.dense
            else ""
        )
        room = width - cell_len(name) - 1 - (cell_len(aside) + 1 if aside else 0)
        shown = outlet if cell_len(outlet) <= room else set_cell_size(outlet, max(1, room - 1)) + "…"
        segments = [
            Segment(name, pens.mix("used" if self.used else "quiet")),
            Segment(shown, pens.mix("used" if self.used else "outlet")),
            Segment(" " * (room - cell_len(shown)), pens.base),
        ]
        if aside:
            segments += [Segment(" ", pens.base), Segment(aside, pens.mix("silent" if self.silent else "quiet"))]
        return Strip([*segments, Segment(" ", pens.base)]).adjust_cell_length(width, pens.base)

    def _plain(self, text: str, layer: str, width: int) -> Strip:
        room = width - GUTTER - 1
        shown = text if cell_len(text) <= room else set_cell_size(text, max(1, room - 1)) + "…"
        return Strip([Segment(" " * GUTTER, self.pens.base), Segment(shown, self.pens.mix(layer))]).adjust_cell_length(
            width, self.pens.base
        )

    def _titles(self, pens: Pens, width: int, rows: int) -> list[Strip]:
        if not self.blocks:
            return [self._plain("(no headline)", "silent", width), *[Strip.blank(width, pens.base)] * (rows - 1)]
        bold = Stroke(0, len(self._text), "headline")
        strips: list[Strip] = []
        for index in range(len(self.blocks)):
            overlay = (bold, *self._overlay.get(index, ()))
            if (index, overlay) not in self._strips:
                lines = paint(self.table, index, self.ink, overlay, pens, width)
                self._strips[index, overlay] = [Strip(line, width) for line in lines]
            strips += self._strips[index, overlay]
        shown = strips[:rows]
        if len(strips) > rows and shown:
            last = shown[-1].crop(0, width - 2)
            text = last.text.rstrip()
            shown[-1] = Strip([*last.crop(0, cell_len(text)), Segment("…", pens.mix("headline"))]).adjust_cell_length(
                width, pens.base
            )
        return shown + [Strip.blank(width, pens.base)] * (rows - len(shown))
