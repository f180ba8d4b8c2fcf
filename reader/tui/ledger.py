"""The ledger: every detail that outlets give differently, by kind, as an editor would go through them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from rich.cells import cell_len

from reader.model import Difference, Finding, Kind
from reader.tui.facts import GRAVITY, briefest
from reader.tui.lineup import Line, cell, cut
from reader.tui.painting import BAR, GUTTER
from reader.tui.stops import SIGNS, Stop
from reader.tui.wording import count, values

_KINDS: tuple[Kind, ...] = get_args(Kind)

_KIND, _VERDICT = 12, 14
"""Cells of a kind and of a verdict: the longest of them and a space."""

_ROOMY, _SPACIOUS = 100, 150
"""Cells from which the fact, and from which the reason, has a column of its own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row."""

    stop: Stop
    number: int
    """Which of the alignment's differences it is, from 0."""
    difference: Difference
    fact: str
    """The passage that says it most briefly, on one line."""
    given: str
    """What each outlet gives, by the numbers of their columns."""

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from the others."""
        return self.stop.id, self.number

    @property
    def text(self) -> str:
        """All that a search looks at."""
        difference = self.difference
        told = (difference.kind, difference.verdict, difference.reason, self.given)
        normal = (value.value or "" for value in difference.values)
        return "\n".join((*told, *normal, *(" ".join(member.text.split()) for member in self.stop.members)))


def entries(stops: Iterable[Stop], ids: Sequence[str], wanted: re.Pattern[str] | None = None) -> list[Entry]:
    """All rows, or those in which a search finds something: by kind, then the gravest, then in reading order.

    Every difference is there, the mere choice of words too; `telling` leaves that out.
    """
    found = [
        Entry(stop, number, difference, briefest(stop), values(difference, ids))
        for stop in stops
        for number, difference in enumerate(stop.differences)
    ]
    if wanted is not None:
        found = [entry for entry in found if wanted.search(entry.text)]
    return sorted(
        found,
        key=lambda entry: (_KINDS.index(entry.difference.kind), GRAVITY.index(entry.difference.verdict)),
    )


def telling(rows: Sequence[Entry]) -> list[Entry]:
    """Without the mere choice of words, which an editor need not check."""
    return [entry for entry in rows if not entry.difference.merely_worded]


@dataclass(frozen=True, slots=True)
class Measure:
    """Widths of the ledger; 0 for what has no column."""

    fact: int
    given: int
    meaning: int
    """The verdict and, where there is room, the reason."""


def measure(width: int) -> Measure:
    """How a width is shared."""
    room = max(0, width - GUTTER - _KIND - 1)
    if width < _ROOMY:
        return Measure(0, max(1, room - _VERDICT), _VERDICT)
    if width < _SPACIOUS:
        fact = (room - _VERDICT) * 42 // 100
        return Measure(fact, room - _VERDICT - fact, _VERDICT)
    fact = room * 27 // 100
    given = room * 33 // 100
    return Measure(fact, given, room - fact - given)


def heading(rows: Sequence[Entry], aside: str, widths: Measure) -> tuple[Line, Line]:
    """How many there are of each verdict, what is left out, and the names of the columns."""
    verdicts = Counter(entry.difference.verdict for entry in rows)
    told = " · ".join(f"{verdicts[verdict]} {verdict}" for verdict in GRAVITY if verdicts[verdict])
    counted = count(len(rows), "differing detail")
    room = _KIND + widths.fact + widths.given + widths.meaning - cell_len(counted)
    rest = "".join(f"   {part}" for part in (told, aside) if part)
    if cell_len(rest) > room and aside:
        # The verdicts can be counted in the rows; what is not there cannot.
        rest = f"   {aside}"
    rest = cut(rest, room)
    first: Line = ((" " * GUTTER, ()), (counted, ("outlet",)), (rest, ("quiet",)))
    names = [("kind", _KIND), ("fact", widths.fact), ("given by (columns)", widths.given), ("verdict", widths.meaning)]
    return first, ((" " * GUTTER, ()), *(cell(name, width, "quiet") for name, width in names if width))


def line(entry: Entry, again: bool, current: bool, noted: bool, widths: Measure) -> Line:
    """One row; `again` where the one before it is of the same kind."""
    ground = ("current",) if current else ()
    difference = entry.difference
    mark: Finding = "agreement" if difference.verdict == "compatible" else "difference"
    if entry.stop.mark == "doubtful":
        mark = "doubtful"
    # Bold for what cannot both be so: a page of bold would say nothing.
    strong = ("different",) if difference.verdict in ("conflict", "update") else ()
    meaning: str = difference.verdict
    if widths.meaning > _VERDICT:
        meaning = f"{difference.verdict}: {difference.reason}"
    pieces = [
        (SIGNS[mark], (*ground, f"mark-{mark}")),
        (" ", ground),
        (BAR if current else "•" if noted else " ", (*ground, "bar")),
        (" ", ground),
        cell(difference.kind, _KIND - 1, *ground, "quiet" if again else "outlet"),
        (" ", ground),
    ]
    if widths.fact:
        pieces += [cell(entry.fact, widths.fact - 2, *ground), ("  ", ground)]
    pieces += [cell(entry.given, widths.given - 1, *ground, *strong), (" ", ground)]
    pieces.append(cell(meaning, widths.meaning, *ground, "quiet"))
    return tuple(pieces)
