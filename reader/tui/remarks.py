"""Remarks: what the other outlets say of each passage of one article, and how they are laid out beside its text."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from reader.model import Finding, Span
from reader.tui.ink import LOUDEST, Stroke
from reader.tui.lines import LineTable, blocks
from reader.tui.stops import AMID, Stop

INDENT = 5
"""Cells before the text of a remark: its mark and the number of its outlet."""

_LINES = 6
"""Lines of one remark at most: what does not fit is told in the panel."""


ONLY = "only here"
"""Said of what no other outlet has."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What one other outlet says of a passage, or that none does."""

    stops: tuple[str, ...]
    """The alignments that pair it with the passage, the loudest first; or the details that no other outlet has."""
    at: int
    """Offset of the passage in the article that is read."""
    mark: Finding
    number: str
    """The number of the outlet's column; empty where no other outlet has it."""
    text: str
    """Its passage on one line."""
    span: Span | None = None
    """Where that stands; None where no other outlet has it."""
    noted: bool = False
    """Whether there is a note on it that the text beside cannot show."""


def remarks(article: str, ids: Sequence[str], stops: Iterable[Stop]) -> tuple[Remark, ...]:
    """All remarks on one article, in the order of its text, and of the stops that make them.

    A passage that two alignments pair with the same one is quoted once, under the louder mark.
    """
    pairs: dict[tuple[int, Span | None], list[Stop]] = {}
    for stop in stops:
        own = stop.of(article)
        others = [member for member in stop.members if member.article != article]
        for member in others if own else ():
            pairs.setdefault((own[0].start, member), []).append(stop)
        if own and not others:
            pairs.setdefault((own[0].start, None), []).append(stop)
    found = []
    for (at, span), given in pairs.items():
        given = sorted(given, key=lambda stop: LOUDEST.index(stop.mark))
        number = str(ids.index(span.article) + 1) if span else ""
        text = given[0].words(span) if span else ONLY
        names = tuple(stop.id for stop in given)
        found.append(Remark(names, at, given[0].mark, number, text, span))
    return tuple(sorted(found, key=lambda remark: remark.at))


def gathered(given: Sequence[Remark], table: LineTable) -> tuple[Remark, ...]:
    """The same, with what no other outlet has told once beside each paragraph, where the first of it stands."""
    found: list[Remark] = []
    firsts: dict[int, int] = {}
    for remark in given:
        block = table.block_of(remark.at)
        if remark.mark != "unique" or block not in firsts:
            if remark.mark == "unique":
                firsts[block] = len(found)
            found.append(remark)
            continue
        first = found[firsts[block]]
        names = (*first.stops, *remark.stops)
        found[firsts[block]] = replace(first, stops=names, text=f"{len(names)} details {ONLY}")
    return tuple(found)


def missing(article: str, ids: Sequence[str], stops: Iterable[Stop], noted: Container[str] = ()) -> tuple[Remark, ...]:
    """What two or more other articles report and this one does not, in the words of the briefest."""
    found = []
    for stop in stops:
        if stop.alignment is not None and not stop.of(article):
            member = min(stop.members, key=lambda member: len(member.text))
            number = str(ids.index(member.article) + 1)
            found.append(Remark((stop.id,), -1, stop.mark, number, stop.words(member), member, stop.id in noted))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a remark, as offsets into its text."""

    remark: int
    first: bool
    start: int
    end: int
    cut: bool
    """Whether it is the last that there is room for, and more follows."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the page."""

    block: int | None = None
    line: int = 0
    """Which line of the block; None as block where the text has nothing here."""
    remark: Line | None = None
    heading: bool = False
    """Whether it announces what the article does not report."""


class Spread:
    """A text and its remarks as rows: a paragraph ends no earlier than what is said of it."""

    def __init__(
        self,
        table: LineTable,
        given: Sequence[Remark],
        width: int,
        beneath: bool = False,
        absent: Sequence[Remark] = (),
    ) -> None:
        given = gathered(given, table)
        self.table, self.remarks = table, (*given, *absent)
        self.rows: list[Row] = []
        self._tops: list[int] = []
        per_block: list[list[int]] = [[] for _ in table.blocks]
        for place, remark in enumerate(given):
            per_block[table.block_of(remark.at)].append(place)
        for block, places in enumerate(per_block):
            if block:
                self.rows.append(Row())
            self._tops.append(len(self.rows))
            self._lay(block, places, width, beneath)
        if absent:
            self.rows += [Row(), Row(heading=True)] if self.rows else [Row(heading=True)]
        for place in range(len(given), len(self.remarks)):
            self.rows += [Row(remark=line) for line in _wrapped(place, self.remarks[place], width, 2)]

    def _lay(self, block: int, places: Sequence[int], width: int, beneath: bool) -> None:
        height = len(self.table.breaks[block])
        lines: dict[int, Line] = {}
        row = height if beneath else 0
        most = room(len(places), height)
        for place in places:
            own = self.table.line_of(self.remarks[place].at) - self.table.top_of(block)
            row = max(row, 0 if beneath else own)
            for line in _wrapped(place, self.remarks[place], width, most):
                lines[row] = line
                row += 1
        for row in range(max([height, *(row + 1 for row in lines)])):
            self.rows.append(Row(block if row < height else None, row, lines.get(row)))

    def row_of(self, offset: int) -> int:
        """The row on which a place of the text stands."""
        if not self.table.blocks:
            return 0
        block = self.table.block_of(offset)
        return self._tops[block] + self.table.line_of(offset) - self.table.top_of(block)

    def offset_at(self, row: int) -> int:
        """The offset at which a row begins; where it has no text, that of the next text."""
        for later in self.rows[max(0, row) :]:
            if later.block is not None:
                return self.table.bounds(later.block, later.line)[0]
        return self.table.blocks[-1].start if self.table.blocks else 0


def room(count: int, height: int) -> int:
    """Lines that each of so many remarks may take beside a paragraph of so many lines.

    Together they may be a little longer than the paragraph, so that few passages stand apart from the next; with two
    lines for each one still reads what an outlet says, and where there are many, one must do.
    """
    share = (height + 2) // max(1, count)
    return min(_LINES, max(share, 2 if count <= 6 else 1))


def _wrapped(place: int, remark: Remark, width: int, most: int) -> list[Line]:
    table = LineTable(remark.text, blocks(remark.text), max(1, width - INDENT - 1))
    bounds = [table.bounds(0, line) for line in range(len(table.breaks[0]))] if table.blocks else [(0, 0)]
    shown = bounds[:most]
    return [
        Line(place, number == 0, *span, cut=number == len(shown) - 1 and len(bounds) > len(shown))
        for number, span in enumerate(shown)
    ]


def strokes_on(remark: Remark, marked: Iterable[Stroke]) -> tuple[Stroke, ...]:
    """Words marked in a passage as they stand in the remark, where white space may be shorter than in the source."""
    if remark.span is None:
        return ()
    places = _flat_places(remark.span.text, len(AMID) if remark.text.startswith(AMID) else 0)
    return tuple(Stroke(places[stroke.start], places[stroke.end], stroke.layer) for stroke in marked)


def _flat_places(text: str, first: int) -> list[int]:
    """For each offset of a text, where it stands once its white space is joined and it begins at `first`."""
    places: list[int] = []
    length = first
    pending = False
    for character in text:
        if character.isspace():
            pending = length > first
            places.append(length)
            continue
        length += pending
        pending = False
        places.append(length)
        length += 1
    return [*places, length]
