"""The events of many articles as a list: who reports each, when, and what is in dispute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.model import Article, Comparison, Difference, Event
from reader.tui.facts import GRAVITY
from reader.tui.lineup import Line, cell, cut
from reader.tui.painting import BAR, GUTTER
from reader.tui.wording import count, days, merely_worded

TALL = 4
"""Lines of one event; the last is blank."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event."""

    event: Event
    articles: tuple[Article, ...]
    agreements: int
    differences: int
    unique: int
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
            if difference.verdict != "compatible" and not merely_worded(difference)
        ]
        differences.sort(key=lambda difference: GRAVITY.index(difference.verdict))
        found.append(
            Entry(
                event,
                tuple(article for article in comparison.articles if article.id in event.articles),
                sum(alignment.relation == "agreement" for alignment in alignments),
                sum(alignment.relation == "difference" for alignment in alignments),
                sum(detail.article in event.articles and detail.alignment is None for detail in comparison.unique),
                tuple(differences),
            )
        )
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


def _findings(entry: Entry, room: int, ground: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if len(entry.articles) < 2:
        return (cell("nothing to compare it with", room, *ground, "quiet"),)
    counts = f"= {entry.agreements}   ≠ {entry.differences}   + {entry.unique}"
    marks = (
        ("= ", (*ground, "mark-agreement")),
        (f"{entry.agreements}   ", (*ground, "quiet")),
        ("≠ ", (*ground, "mark-difference")),
        (f"{entry.differences}   ", (*ground, "quiet")),
        ("+ ", (*ground, "mark-unique")),
        (f"{entry.unique}", (*ground, "quiet")),
    )
    told = _dispute(entry.disputed)
    return (*marks, cell(f"   {told}" if told else "", max(1, room - len(counts)), *ground))


def _dispute(disputed: Sequence[Difference]) -> str:
    """The gravest differences in the outlets' words."""
    told = []
    for difference in disputed[:3]:
        given = dict.fromkeys(cut(" ".join(value.text.split()), 32) for value in difference.values)
        told.append(f"{difference.kind}: {' / '.join(given)}")
    return "   ".join(told)
