"""What a reader has said of alignments: it outranks all evidence, and the rest is aligned around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.model import Article, Correction, CorrectionKind, Span

Place = tuple[int, int, int]
"""Index of an article, start and end."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A correction whose passages were found in these articles."""

    kind: CorrectionKind
    places: tuple[Place, ...]
    """Of at least two articles, ascending."""


def rulings(corrections: Iterable[Correction], articles: Sequence[Article]) -> list[Ruling]:
    """The corrections that can be applied to these articles, in the order in which they were made.

    A passage whose text is gone is left out, and a correction that is left with one article says nothing.
    """
    found = []
    for correction in corrections:
        places = {place for span in correction.members for place in [_located(span, articles)] if place is not None}
        if len({article for article, _, _ in places}) >= 2:
            found.append(Ruling(correction.kind, tuple(sorted(places))))
    return found


def _located(span: Span, articles: Sequence[Article]) -> Place | None:
    """Where the span stands now: at its offsets, or else at the nearest place that has its text."""
    for index, article in enumerate(articles):
        if article.id != span.article or not span.text:
            continue
        if article.text[span.start : span.end] == span.text:
            return index, span.start, span.end
        starts = []
        start = article.text.find(span.text)
        while start >= 0:
            starts.append(start)
            start = article.text.find(span.text, start + 1)
        if starts:
            nearest = min(starts, key=lambda place: (abs(place - span.start), place))
            return index, nearest, nearest + len(span.text)
    return None
