"""What a reader has said of alignments: it outranks all evidence, and the rest is aligned around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from reader.compare.grouping import Group
from reader.compare.passages import Passage
from reader.model import Article, Correction, Span


class Rulings:
    """The corrections that can be applied to these articles; of two that contradict each other the later one holds.

    A passage whose text is gone is left out, and a correction that is left with one article says nothing.
    """

    def __init__(self, corrections: Iterable[Correction], articles: Sequence[Article]) -> None:
        self.together: list[Group] = []
        self._apart: list[tuple[Passage, Passage]] = []
        for correction in corrections:
            found = {_located(span, articles) for span in correction.members} - {None}
            members = sorted(passage for passage in found if passage is not None)
            if len({passage.article for passage in members}) >= 2:
                self._apply(correction, members)

    def _apply(self, correction: Correction, members: list[Passage]) -> None:
        pairs = [(one, other) for one, other in combinations(members, 2) if one.article != other.article]
        if correction.kind == "apart":
            self.together = [group for group in self.together if not _brings(group, pairs)]
            self._apart += pairs
        else:
            self._apart = [apart for apart in self._apart if not any(_same(apart, pair) for pair in pairs)]
            self.together = [group for group in self.together if not set(group.members) <= set(members)]
            self.together.append(Group(members, confirmed=correction.kind == "confirmed", ruled=True))

    def parted(self, one: Passage, other: Passage) -> bool:
        """A reader said that these do not belong together, or passages that they overlap."""
        pair = min(one, other), max(one, other)
        return any(_same(apart, pair) for apart in self._apart)


def _same(one: tuple[Passage, Passage], other: tuple[Passage, Passage]) -> bool:
    return one[0].overlaps(other[0]) and one[1].overlaps(other[1])


def _brings(group: Group, pairs: Iterable[tuple[Passage, Passage]]) -> bool:
    return any(one in group.members and other in group.members for one, other in pairs)


def _located(span: Span, articles: Sequence[Article]) -> Passage | None:
    """Where the span stands now: at its offsets, or else at the nearest place that has its text."""
    for index, article in enumerate(articles):
        if article.id != span.article or not span.text:
            continue
        if article.text[span.start : span.end] == span.text:
            return Passage(index, span.start, span.end)
        starts = []
        start = article.text.find(span.text)
        while start >= 0:
            starts.append(start)
            start = article.text.find(span.text, start + 1)
        if starts:
            nearest = min(starts, key=lambda place: (abs(place - span.start), place))
            return Passage(index, nearest, nearest + len(span.text))
    return None
