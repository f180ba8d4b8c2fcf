"""What an answer key marks in the articles: stretches, and the facts that they report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Place = tuple[tuple[int, int], ...]
"""Pieces of one article, `[start, end)` in `Article.text`, in order; several where words between them do not count."""

LONGEST = 400
"""Characters. A longer passage leads nobody to a fact."""
PINNED = 100
"""Characters. A passage no longer than this pins whatever it finds."""
SLACK = 3
"""A longer passage pins a stretch that is at least a third as long."""


@dataclass(frozen=True, slots=True)
class Gold:
    """Words of one article that report a fact."""

    text: str
    """The words as the key gives them."""
    length: int
    """How many characters they have in the source."""
    places: tuple[Place, ...]
    """Where they stand in the article: several where they are printed more than once, none where they were removed."""

    def found(self, start: int, end: int) -> bool:
        """Whether the passage covers at least half of these words and is short enough to lead a reader to them."""
        if end - start > LONGEST:
            return False
        return any(2 * covered(place, start, end) >= self.length for place in self.places)

    def pinned(self, start: int, end: int) -> bool:
        """Whether the passage finds these words and holds little else."""
        return end - start <= max(PINNED, SLACK * self.length) and self.found(start, end)


@dataclass(frozen=True, slots=True)
class Fact:
    """What the words of several articles report."""

    id: str
    members: Mapping[str, tuple[Gold, ...]]
    """For each article's id, the stretches that report it."""


@dataclass(frozen=True, slots=True)
class Key:
    """The facts of one story."""

    name: str
    facts: tuple[Fact, ...]
    complete: bool
    """Whether it holds every fact that two articles report. Where it does not, an alignment of unmarked passages
    says nothing."""


def covered(place: Place, start: int, end: int) -> int:
    """How many characters of the pieces lie in `[start, end)`."""
    return sum(max(0, min(end, stop) - max(start, begin)) for begin, stop in place)
