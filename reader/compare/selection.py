"""What of a comparison is shown: the filters that views and exports share, and what they hide."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import get_args

from reader.model import Alignment, Article, Comparison, Difference, Finding, Kind, UniqueDetail, Verdict

FINDINGS: tuple[Finding, ...] = get_args(Finding)
KINDS: tuple[Kind, ...] = get_args(Kind)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Selection:
    """What a reader wants to see. Every filter narrows, those left empty do not; `style` alone adds something."""

    only: frozenset[Finding] = frozenset()
    """Agreements, doubtful ones, differences, unique details; empty for all four."""
    kinds: frozenset[Kind] = frozenset()
    """Only alignments with such a difference, and of their differences only these."""
    verdicts: frozenset[Verdict] = frozenset()
    """The same for what a difference means."""
    outlets: frozenset[str] = frozenset()
    """Ids of articles: only alignments in which one of them takes part, and what only they have."""
    confidence: float = 0.0
    """Only alignments that are at least so sure."""
    confirmed: bool = False
    """Only alignments that the reader has confirmed."""
    noted: bool = False
    """Only alignments and passages with notes."""
    style: bool = False
    """Besides, what differs in style alone ("U.S.", "US"), which is only counted else."""

    def __bool__(self) -> bool:
        """Whether anything is filtered at all."""
        return self != Selection()

    def shows(self, alignment: Alignment, noted: Collection[str] = ()) -> bool:
        """Whether an alignment is shown; `noted` are the ids of those with notes."""
        return (
            (not self.only or alignment.finding in self.only)
            and (not (self.kinds or self.verdicts) or any(map(self.shows_difference, alignment.differences)))
            and (not self.outlets or not self.outlets.isdisjoint(alignment.articles))
            and alignment.confidence >= self.confidence
            and (not self.confirmed or alignment.confirmed)
            and (not self.noted or alignment.id in noted)
        )

    def shows_difference(self, difference: Difference) -> bool:
        """Whether a difference of an alignment that is shown is shown."""
        return (not self.kinds or difference.kind in self.kinds) and (
            not self.verdicts or difference.verdict in self.verdicts
        )

    def shows_unique(self, detail: UniqueDetail, noted: Collection[str] = ()) -> bool:
        """Whether a unique detail is shown. One inside an alignment needs that one's notes; none can be confirmed."""
        return (
            (not self.only or "unique" in self.only)
            and not (self.kinds or self.verdicts or self.confirmed)
            and (not self.outlets or detail.article in self.outlets)
            and (not self.noted or detail.alignment in noted)
        )


@dataclass(frozen=True, slots=True)
class Selected:
    """A comparison without what is hidden, and how much that is."""

    comparison: Comparison
    """The articles and events are all there; alignments, differences and unique details are those shown."""
    alignments: int
    """How many there are in all."""
    differences: int
    unique: int

    @property
    def hidden(self) -> str:
        """What is hidden, in words; empty where nothing is."""
        shown = self.comparison
        differences = sum(len(alignment.differences) for alignment in shown.alignments)
        parts = [
            f"{total - count} of {total} {noun}"
            for noun, total, count in (
                ("alignments", self.alignments, len(shown.alignments)),
                ("differences", self.differences, differences),
                ("unique details", self.unique, len(shown.unique)),
            )
            if total > count
        ]
        return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def select(comparison: Comparison, selection: Selection, noted: Collection[str] = ()) -> Selected:
    """A comparison as a selection shows it. `noted` are the ids of alignments with notes."""
    shown = comparison
    if selection:
        alignments = tuple(
            replace(alignment, differences=tuple(filter(selection.shows_difference, alignment.differences)))
            for alignment in comparison.alignments
            if selection.shows(alignment, noted)
        )
        unique = tuple(detail for detail in comparison.unique if selection.shows_unique(detail, noted))
        shown = replace(comparison, alignments=alignments, unique=unique)
    differences = sum(len(alignment.differences) for alignment in comparison.alignments)
    return Selected(shown, len(comparison.alignments), differences, len(comparison.unique))


def articles_named(names: Iterable[str], articles: Iterable[Article]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Ids of the articles that are meant by ids, outlets or the beginnings of either, and the names that mean none."""
    known = tuple(articles)
    found: set[str] = set()
    unknown = []
    for name in names:
        wanted = name.casefold()
        exactly = {entry.id for entry in known if wanted in (entry.id.casefold(), entry.outlet.casefold())}
        begins = {
            entry.id
            for entry in known
            if entry.id.casefold().startswith(wanted) or entry.outlet.casefold().startswith(wanted)
        }
        if not wanted or not (exactly or begins):
            unknown.append(name)
        else:
            found |= exactly or begins
    return frozenset(found), tuple(unknown)
