"""A comparison drawn on a terminal: the same content as the text format, with colour, width and links.

This is the only module of the headless commands that knows Rich; it is imported when there is a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text

from reader.export.dates import day_in_words
from reader.export.excerpts import Excerpt, runs, signed
from reader.export.outline import SIGNS, Entry, Outline, Section, note_head
from reader.export.places import given
from reader.model import Article, Span
from reader.notes import Attached
from reader.safety import harmless, one_line

_WIDEST = 100
"""Columns. Longer lines of prose are hard to read."""
_WIDE_ENOUGH = 64
"""Columns from which two columns are easier to read than one."""
_WHERE = 25
"""Columns for outlet and paragraph: "Arirang News (2019-10-24)" fits."""
_MARKS = {"agreement": "bold green", "doubtful": "italic", "difference": "bold yellow", "unique": "bold magenta"}
"""The sixteen colours that the terminal's own theme keeps legible; the words beside them say the same."""


def draw(outline: Outline) -> None:
    """Print an outline on the terminal."""
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    for part in _parts(outline):
        console.print(part)


def _parts(outline: Outline) -> Iterator[RenderableType]:
    yield Text(outline.title, style="bold")
    yield Text(outline.summary, style="dim")
    if outline.hidden:
        yield Text(f"Hidden by the selection: {outline.hidden}.", style="italic")
    if outline.signs:
        yield Text(outline.signs, style="dim")
    if outline.doubt:
        yield Text(outline.doubt, style="dim")
    yield Text()
    articles = Table.grid(padding=(0, 2))
    for number, (article, outlet) in enumerate(outline.articles, 1):
        articles.add_row(Text(str(number), style="dim"), _article(article, outlet))
    yield articles
    yield Text()
    for note in outline.notebook.on_story():
        yield _note(note)
        yield Text()
    for _, section in outline.told:
        yield from _section(section, len(outline.sections) > 1)
    if outline.elsewhere:
        yield Rule("Other notes", align="left", style="dim")
    for apart in outline.elsewhere:
        rows = [(each.outlet, each.where, _words(each)) for each in apart.excerpts]
        yield Group(_Quotations(rows), _note(apart.note))


def _article(article: Article, outlet: str) -> Text:
    byline = f"by {one_line(article.byline)}" if article.byline else ""
    about = [day_in_words(article.published or ""), one_line(article.place or ""), byline]
    line = Text(outlet, style="bold")
    line.append("".join(f", {part}" for part in about if part), style="not bold")
    if article.title:
        line.append(f"\n{one_line(article.title)}", style="not bold")
    link = one_line(article.source)
    target = link if "://" in link else Path(article.source).absolute().as_uri() if Path(link).exists() else ""
    line.append(f"\n{link}", style=f"not bold dim link {target}" if target else "not bold dim")
    return line


def _section(section: Section, several: bool) -> Iterator[RenderableType]:
    if several:
        yield Rule(style="dim")
        yield Text(section.title, style="bold")
    if several and section.event is not None:
        yield Text(f"Reported by {', '.join(section.outlets)}.", style="dim")
    if section.alone:
        yield Text(section.alone)
    if several:
        yield Text()
    for entry in section.entries:
        yield _entry(entry)
        yield Text()
    for own in section.only:
        yield Text.assemble((f"{SIGNS['unique']} ONLY ", _MARKS["unique"]), own.outlet)
        yield _Quotations([("", excerpt.where, _words(excerpt)) for excerpt in own.excerpts])
        yield Text()
    if section.missed:
        yield Text("READING LESS", style="bold")
        yield from map(Text, section.missed)
        yield Text()


def _entry(entry: Entry) -> RenderableType:
    finding = entry.alignment.finding
    head = Text.assemble(
        (f"{entry.number}. ", "dim"),
        (f"{SIGNS[finding]} {entry.mark}", _MARKS[finding]),
        (f"  {entry.standing}", "dim"),
    )
    unique = [each.span for each in entry.unique]
    rows = [(excerpt.outlet, excerpt.where, _words(excerpt, entry.values, unique)) for excerpt in entry.excerpts]
    parts: list[RenderableType] = [head, _Quotations(rows)]
    for difference, values in entry.differences:
        text = Text.assemble(
            (f"{difference.kind}, {difference.verdict}: ", _MARKS["difference"]),
            f"{one_line(difference.reason)} {given(values)}",
        )
        parts.append(Padding(text, (0, 0, 0, 3)))
    parts += [Padding(Text(f"style: {given(values)}", style="dim"), (0, 0, 0, 3)) for values in entry.styles]
    for quotation in entry.unique:
        text = Text.assemble((f"only {quotation.outlet}: ", _MARKS["unique"]), quotation.text)
        parts.append(Padding(text, (0, 0, 0, 3)))
    return Group(*parts, *map(_note, entry.notes))


def _words(excerpt: Excerpt, values: Sequence[Span] = (), unique: Sequence[Span] = ()) -> Text:
    """A sentence: what is not meant dim, differing words strong, unique ones italic."""
    text = Text()
    for words, run in signed(runs(excerpt, values, unique)):
        style = Style(dim=run is None or not run.told)
        if run is not None:
            style += Style(bold=run.strong, underline=run.strong, italic=run.alone)
        text.append(words, style)
    return text


@dataclass(frozen=True)
class _Quotations:
    """Quotations beside where they stand; below it where the terminal is narrow."""

    rows: Sequence[tuple[str, str, Text]]
    """Outlet, place and words."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        grid = Table.grid(padding=(0, 2, 0, 0))
        wide = options.max_width >= _WIDE_ENOUGH
        if wide:
            grid.add_column(width=_WHERE)
        grid.add_column(ratio=1)
        for outlet, where, text in self.rows:
            place = Text.assemble(outlet, "\n" if outlet and wide else " ", (where, "dim"))
            if wide:
                grid.add_row(place, text)
            else:
                grid.add_row(place)
                grid.add_row(Padding(text, (0, 0, 0, 2)))
        yield Padding(grid, (0, 0, 0, 3))


def _note(entry: Attached) -> RenderableType:
    note = entry.note
    head = f"note ({note_head(entry)}) "
    gone = "".join(f"\nIt quoted: “{one_line(words)}”" for words in entry.gone)
    return Padding(Text.assemble((head, "bold cyan"), harmless(note.body), (gone, "dim")), (0, 0, 0, 3))
