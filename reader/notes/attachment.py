"""Where notes stand in a comparison: found again by their quotations after a new alignment or an edited article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reader.model import Alignment, Comparison, Span
from reader.notes.anchors import span_of
from reader.notes.note import Note
from reader.notes.quotations import folded

Condition = Literal["found", "moved", "changed", "lost"]
_ORDER: tuple[Condition, ...] = ("found", "moved", "changed", "lost")


@dataclass(frozen=True, slots=True)
class Attached:
    """A note and where it stands now."""

    note: Note
    condition: Condition
    """The worst that befell one of its quotations; "lost" where all of them are gone."""
    spans: tuple[Span, ...] = ()
    """The quotations that still have a place, in today's offsets."""
    missing: tuple[str, ...] = ()
    """The quotations that have none."""
    alignment: str | None = None
    """The alignment it belongs to today."""
    difference: int | None = None
    """Of a note on a difference: which of the alignment's differences."""

    @property
    def gone(self) -> tuple[str, ...]:
        """What it quotes that no longer stands there in these words."""
        standing = {folded(span.text) for span in self.spans}
        quoted = (anchor.exact for anchor in self.note.anchors if anchor.exact)
        return tuple(exact for exact in quoted if folded(exact) not in standing)

    @property
    def explanation(self) -> str:
        """What a reader must know about its place; empty where all is as it was."""
        if self.condition == "lost":
            return "its quotations are no longer in these articles"
        if self.missing:
            return f"{len(self.missing)} of its {len(self.missing) + len(self.spans)} quotations are gone"
        if self.condition == "changed":
            return "the words it quotes have changed"
        if self.note.target in ("alignment", "difference") and self.alignment is None:
            return "its passages are no longer aligned"
        return ""


@dataclass(frozen=True, slots=True)
class Notebook:
    """The notes of a comparison, each in its place."""

    attached: tuple[Attached, ...] = ()
    """In reading order; those on the story first, the lost ones last."""

    def on_story(self) -> tuple[Attached, ...]:
        """Notes on the story as a whole."""
        return tuple(entry for entry in self.attached if entry.note.target == "story")

    def on_alignment(self, id: str) -> tuple[Attached, ...]:
        """Notes on an alignment, on one of its differences, or on a passage of it."""
        return tuple(entry for entry in self.attached if entry.alignment == id)

    def on_span(self, span: Span) -> tuple[Attached, ...]:
        """Notes that quote some of a passage."""
        return tuple(entry for entry in self.attached if any(_overlap(place, span) for place in entry.spans))

    def elsewhere(self) -> tuple[Attached, ...]:
        """Notes on passages that no alignment has, those whose alignment is gone, and the lost ones."""
        return tuple(entry for entry in self.attached if entry.alignment is None and entry.note.target != "story")

    def alignments(self) -> frozenset[str]:
        """Ids of the alignments that have notes."""
        return frozenset(entry.alignment for entry in self.attached if entry.alignment)


def attach(notes: Sequence[Note], comparison: Comparison) -> Notebook:
    """Every note in its place; none is dropped."""
    order = {article.id: position for position, article in enumerate(comparison.articles)}
    attached = [_attach(note, comparison) for note in notes]

    def reading(entry: Attached) -> tuple[object, ...]:
        first = min(((order[span.article], span.start) for span in entry.spans), default=(0, 0))
        return entry.note.target != "story", entry.condition == "lost", *first, entry.note.created, entry.note.id

    return Notebook(tuple(sorted(attached, key=reading)))


def _attach(note: Note, comparison: Comparison) -> Attached:
    if note.target == "story":
        return Attached(note, "found")
    places = [(anchor, span_of(anchor, comparison.articles)) for anchor in note.anchors]
    spans = tuple(place[0] for _, place in places if place)
    missing = tuple(anchor.exact for anchor, place in places if not place)
    if not spans:
        return Attached(note, "lost", missing=missing)
    condition = max((place[1] for _, place in places if place), key=_ORDER.index)
    alignment = _alignment(spans, comparison, together=note.target != "passage")
    difference = _difference(note, spans, alignment) if alignment else None
    return Attached(note, condition, spans, missing, alignment.id if alignment else None, difference)


def _alignment(spans: Sequence[Span], comparison: Comparison, together: bool) -> Alignment | None:
    """The alignment with most of the quotations; a note on several must have two of them in it."""
    needed = min(2, len(spans)) if together else 1
    best: Alignment | None = None
    best_fit = (needed, 0)
    for alignment in comparison.alignments:
        shared = [max((_overlap(span, member) for member in alignment.members), default=0) for span in spans]
        fit = sum(length > 0 for length in shared), sum(shared)
        if fit > best_fit:
            best, best_fit = alignment, fit
    return best


def _difference(note: Note, spans: Sequence[Span], alignment: Alignment) -> int | None:
    """Which difference of an alignment a note means: of its kind, and with most of the quotations."""
    if note.target != "difference":
        return None
    fits = [
        (sum(_overlap(span, value) for span in spans for value in difference.values), -position)
        for position, difference in enumerate(alignment.differences)
        if note.kind in (None, difference.kind)
    ]
    most, position = max(fits, default=(0, 0))
    return -position if most else None


def _overlap(one: Span, other: Span) -> int:
    """Characters that two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start)) if one.article == other.article else 0
