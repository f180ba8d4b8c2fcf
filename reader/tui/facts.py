"""Facts against outlets: the rows of the matrix, what each outlet gives for a fact, and how early it gives it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len

from reader.model import Alignment, Article, Difference, Finding, Verdict
from reader.tui.lineup import Line, Piece, cell, cut
from reader.tui.painting import BAR, GUTTER
from reader.tui.stops import SIGNS, Stop
from reader.tui.wording import where

Sorting = Literal["reading order", "conflict", "silence"]
SORTINGS: tuple[Sorting, ...] = ("reading order", "conflict", "silence")

GRAVITY: tuple[Verdict, ...] = ("conflict", "update", "more-specific", "framing", "compatible")
"""Verdicts, the one that most needs looking into first."""

_FACT, _CELL, _WIDEST, _FARTHEST = 28, 9, 24, 84
"""Least cells of a fact and of an outlet, most cells of an outlet and of a fact."""


@dataclass(frozen=True, slots=True)
class Given:
    """What one outlet has of a fact."""

    value: str
    """Its words for the detail that differs; empty where none does."""
    place: str
    """How early it comes: "title", "lede", "¶4"."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row."""

    stop: Stop
    text: str
    """The passage that says it most briefly, on one line."""
    given: tuple[Given | None, ...]
    """For each outlet; None where it is silent."""


def facts(stops: Sequence[Stop], articles: Sequence[Article], sorting: Sorting = "reading order") -> list[Fact]:
    """A row for each stop."""
    rows = [Fact(stop, briefest(stop), tuple(_given(stop, article) for article in articles)) for stop in stops]
    return sorted(rows, key=_SORTINGS[sorting])


def gravest(alignment: Alignment) -> Difference | None:
    """The difference that most needs looking into."""
    return min(alignment.differences, key=lambda difference: GRAVITY.index(difference.verdict), default=None)


def briefest(stop: Stop) -> str:
    """The shortest of its passages: the outlets' own words have to name a fact."""
    return stop.words(min(stop.members, key=lambda member: len(member.text)))


def _given(stop: Stop, article: Article) -> Given | None:
    members = stop.of(article.id)
    if not members:
        return None
    difference = gravest(stop.alignment) if stop.alignment and stop.mark == "difference" else None
    values = [value.text for value in (difference.values if difference else ()) if value.article == article.id]
    return Given(" ".join(values[0].split()) if values else "", where(article, members[0].start))


def _conflict(fact: Fact) -> int:
    if fact.stop.alignment is None:
        return len(GRAVITY) + 2
    if fact.stop.mark == "doubtful":
        return len(GRAVITY) + 1
    difference = gravest(fact.stop.alignment)
    return GRAVITY.index(difference.verdict) if difference else len(GRAVITY)


def _silence(fact: Fact) -> tuple[bool, int, tuple[bool, ...]]:
    """Facts that one outlet alone lacks come first: there a reader of that one misses most."""
    silent = tuple(given is not None for given in fact.given)
    missing = silent.count(False)
    return missing == 0, missing, silent


_SORTINGS: Mapping[Sorting, Callable[[Fact], int | tuple[bool, int, tuple[bool, ...]]]] = {
    # Sorting is stable, and the stops come in reading order.
    "reading order": lambda _: 0,
    "conflict": _conflict,
    "silence": _silence,
}


@dataclass(frozen=True, slots=True)
class Measure:
    """Widths of the matrix."""

    fact: int
    cell: int
    outlets: int
    """How many outlets fit."""


def measure(width: int, outlets: int) -> Measure:
    """How a width is shared between facts and outlets."""
    room = max(0, width - GUTTER - 1)
    wide = min(_WIDEST, max(_CELL, room * 62 // 100 // max(1, outlets)))
    shown = min(outlets, max(1, (room - _FACT) // wide))
    return Measure(max(1, min(_FARTHEST, room - wide * shown)), wide, shown)


def header(
    articles: Sequence[Article], own: Collection[str], first: int, used: int, sorting: Sorting, widths: Measure
) -> Line:
    """The names of the outlets that are in sight, from the `first` on; those of other events step back."""
    names = []
    for number in range(first, min(first + widths.outlets, len(articles))):
        name = f"{number + 1} {articles[number].outlet}"
        layer = "used" if number == used else "outlet" if articles[number].id in own else "silent"
        names.append(cell(name, widths.cell - 1, layer))
        names.append((" ", ()))
    return ((" " * GUTTER, ()), cell(f"facts by {sorting}", widths.fact - 1, "quiet"), (" ", ()), *names)


def fewest(articles: Sequence[Article], chosen: Collection[str], shared: int) -> str:
    """Which outlets are enough to read every fact that several report; empty where all are needed."""
    names = [f"{number} {article.outlet}" for number, article in enumerate(articles, 1) if article.id in chosen]
    if not shared or not names or len(names) >= len(articles):
        return ""
    told = f"all {shared} shared facts" if shared > 1 else "the one shared fact"
    return f"{' and '.join(names)} {'tell' if len(names) > 1 else 'tells'} {told}"


def lacking(number: int, article: Article, missed: int) -> str:
    """What a reader of one outlet alone misses; empty where that is nothing."""
    facts = "1 fact that others share" if missed == 1 else f"{missed} facts that others share"
    return f"reading only {number} {article.outlet} misses {facts}" if missed else ""


def line(fact: Fact, first: int, used: int, current: bool, noted: bool, widths: Measure) -> Line:
    """One row of the matrix."""
    ground = ("current",) if current else ()
    bar = BAR if current else "•" if noted else " "
    mark = fact.stop.mark
    pieces: list[Piece] = [
        (SIGNS[mark], (*ground, f"mark-{mark}")),
        (" ", ground),
        (bar, (*ground, "bar")),
        (" ", ground),
        cell(fact.text, widths.fact - 1, *ground, *(("unique",) if mark == "unique" else ())),
        (" ", ground),
    ]
    for number in range(first, min(first + widths.outlets, len(fact.given))):
        pieces += _cell(fact.given[number], mark, widths.cell - 1, ground, current and number == used)
        pieces.append((" ", ground))
    return tuple(pieces)


def _cell(given: Given | None, mark: Finding, width: int, ground: tuple[str, ...], used: bool) -> list[Piece]:
    if given is None:
        return [cell("·", width, *ground, "used" if used else "quiet")]
    sign = (SIGNS[mark] + " ", (*ground, f"mark-{mark}"))
    strong = (*ground, "used") if used else ground
    room = width - 2 - len(given.place) - 1
    if given.value and room >= 3:
        shown = cut(given.value, room)
        return [sign, (shown, strong), cell(f" {given.place}", width - 2 - cell_len(shown), *ground, "quiet")]
    return [sign, cell(given.place, width - 2, *(strong if used else (*ground, "quiet")))]
