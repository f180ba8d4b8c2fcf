"""The events of many articles as a list: who reports each, when, and what is in dispute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from reader.model import Article, Comparison, Difference, Event, Finding
from reader.tui.facts import GRAVITY
from reader.tui.lineup import Line, Piece, cell, cut
from reader.tui.painting import BAR, GUTTER
from reader.tui.stops import SIGNS, stops
from reader.tui.wording import count, days

TALL = 4
"""Lines of one event; the last is blank."""

_TELLING = 28
"""Cells of a difference of which less says nothing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event."""

    event: Event
    articles: tuple[Article, ...]
    marks: Mapping[Finding, int]
    """How many places of each kind one can step to when it is read."""
    disputed: tuple[Difference, ...]
    """What its articles give differently, the gravest first, and no mere choice of words."""


def entries(comparison: Comparison) -> list[Entry]:
    """A row for each event, in the order of the comparison."""
    found = []
    for event in comparison.events:
        alignments = [alignment for alignment in comparison.alignments if alignment.event == event.id]
        differences = [
            difference
            for alignment in alignments
            for difference in alignment.differences
            if difference.verdict != "compatible" and difference.kind != "wording"
        ]
        differences.sort(key=lambda difference: GRAVITY.index(difference.verdict))
        articles = tuple(article for article in comparison.articles if article.id in event.articles)
        marks = Counter(stop.mark for stop in stops(comparison, tuple(article.id for article in articles)))
        found.append(Entry(event, articles, marks, tuple(differences)))
    return found


def scattered(comparison: Comparison) -> bool:
    """Whether no event has most of the articles, so that a reader should choose one first."""
    sizes = [len(event.articles) for event in comparison.events]
    return len(sizes) > 1 and 2 * max(sizes) <= sum(sizes)


def lines(entry: Entry, current: bool, width: int) -> tuple[Line, ...]:
    """The lines of one event: what it is, who reports it, what is found in it."""
    ground = ("current",) if current else ()
    room = max(8, width - GUTTER - 1)
    when = days(entry.articles)
    title_room = max(1, room - len(when) - 3)
    outlets = ", ".join(dict.fromkeys(article.outlet for article in entry.articles))
    counted = f"{count(len(entry.articles), 'article')}: {outlets}"
    bar = ("  " + (BAR if current else " ") + " ", (*ground, "bar"))
    # A bar on each line, as beside a passage.
    return (
        (bar, cell(entry.event.label, title_room, *ground, "outlet"), (f"   {when}", (*ground, "quiet"))),
        (bar, cell(counted, room, *ground)),
        (bar, *_findings(entry, room, ground)),
        (),
    )


def _findings(entry: Entry, room: int, ground: tuple[str, ...]) -> Line:
    alone = len(entry.articles) < 2
    if alone and not entry.marks:
        return (cell("nothing to compare it with", room, *ground, "quiet"),)
    marks: list[Piece] = []
    for mark, sign in SIGNS.items():
        if number := entry.marks.get(mark):
            marks += [(f"{sign} ", (*ground, f"mark-{mark}")), (f"{number}   ", (*ground, "quiet"))]
    left = room - sum(cell_len(text) for text, _ in marks)
    told = "no other article reports it" if alone else _dispute(entry.disputed, left)
    return (*marks, cell(told, max(1, left), *ground))


def _dispute(disputed: Sequence[Difference], room: int) -> str:
    """The gravest differences in the outlets' words, as many as there is room for; cut off by whoever draws it."""
    told = ""
    for difference in disputed:
        if told and cell_len(told) + _TELLING > room:
            break
        given = dict.fromkeys(cut(" ".join(value.text.split()), 32) for value in difference.values)
        told = f"{told}   {difference.kind}: {' / '.join(given)}".lstrip()
    return told
