"""Stops: the alignments and unique details of a comparison in one reading order, which every walk follows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from reader.model import Alignment, Comparison, Difference, Finding, Kind, Span, UniqueDetail

Walk = Literal["alignment", "agreement", "doubtful", "difference", "unique", "figure", "voice"]

SIGNS: Mapping[Finding, str] = {"agreement": "=", "doubtful": "?", "difference": "≠", "unique": "+"}

AMID = "… "
"""Stands before words that begin inside a sentence."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that a reader can step to."""

    id: str
    """The alignment's id; for a unique detail, its article and where it begins."""
    mark: Finding
    members: tuple[Span, ...]
    """Passages, by article in the order of the columns and within one in the order of the text."""
    alignment: Alignment | None = None
    """None for a unique detail."""
    amid: frozenset[Span] = frozenset()
    """Those of its passages that begin inside a sentence."""

    def of(self, article: str) -> tuple[Span, ...]:
        """Its passages in one article."""
        return tuple(member for member in self.members if member.article == article)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The details in which its passages differ."""
        return self.alignment.differences if self.alignment else ()

    def words(self, member: Span) -> str:
        """A passage on one line, with "…" before what begins inside a sentence."""
        return (AMID if member in self.amid else "") + " ".join(member.text.split())


def stops(comparison: Comparison, articles: tuple[str, ...]) -> tuple[Stop, ...]:
    """All stops that concern these articles, in reading order.

    Alignments come as the comparison has them. A unique detail follows the alignment that stands before it in its
    own article, so that walking on never leaps far.
    """
    order = {article: place for place, article in enumerate(articles)}
    found: list[tuple[tuple[int, int, int], Stop]] = []
    places: dict[str, list[tuple[int, int]]] = {article: [] for article in articles}
    sentences = {(passage.article, passage.start) for passage in comparison.passages}
    for position, alignment in enumerate(comparison.alignments):
        members = tuple(
            sorted(
                (member for member in alignment.members if member.article in order),
                key=lambda member: (order[member.article], member.start),
            )
        )
        if len({member.article for member in members}) < 2:
            continue
        amid = _amid(members, sentences)
        found.append(((position, -1, 0), Stop(alignment.id, alignment.finding, members, alignment, amid)))
        for member in members:
            places[member.article].append((member.start, position))
    for entries in places.values():
        entries.sort()
    for detail in comparison.unique:
        if detail.article in order:
            entries = places[detail.article]
            before = bisect_right(entries, (detail.start, len(comparison.alignments))) - 1
            position = entries[before][1] if before >= 0 else -1
            found.append(((position, order[detail.article], detail.start), _unique(detail, sentences)))
    return tuple(stop for _, stop in sorted(found, key=lambda entry: entry[0]))


def _unique(detail: UniqueDetail, sentences: Container[tuple[str, int]]) -> Stop:
    span = Span(detail.article, detail.start, detail.end, detail.text)
    return Stop(f"{detail.article}+{detail.start}", "unique", (span,), amid=_amid((span,), sentences))


def _amid(members: Iterable[Span], sentences: Container[tuple[str, int]]) -> frozenset[Span]:
    return frozenset(member for member in members if (member.article, member.start) not in sentences)


FIGURES: tuple[Kind, ...] = ("number", "date")
VOICES: tuple[Kind, ...] = ("attribution", "quotation")
"""Kinds of difference that are walked together."""


def _differs_in(kinds: tuple[Kind, ...]) -> Callable[[Stop], bool]:
    return lambda stop: any(entry.kind in kinds for entry in stop.differences)


WALKS: Mapping[Walk, Callable[[Stop], bool]] = {
    "alignment": lambda stop: stop.alignment is not None,
    "agreement": lambda stop: stop.mark == "agreement",
    "doubtful": lambda stop: stop.mark == "doubtful",
    "difference": lambda stop: stop.mark == "difference",
    "unique": lambda stop: stop.mark == "unique",
    "figure": _differs_in(FIGURES),
    "voice": _differs_in(VOICES),
}
"""What each walk stops at."""
