"""What a comparison says to a reader without time for all of it: blind spots and the smallest reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.model import Alignment, Comparison, UniqueDetail

EXACT = 12
"""Articles up to which every choice of them is tried; the smallest of more is searched greedily."""


@dataclass(frozen=True, slots=True)
class BlindSpots:
    """What a reader of one article alone misses of its event."""

    article: str
    facts: tuple[Alignment, ...]
    """What at least two of the other articles report, as far as that is not doubtful, in reading order."""
    details: tuple[UniqueDetail, ...]
    """What one other article alone has."""


@dataclass(frozen=True, slots=True)
class ReadingSet:
    """The fewest articles that tell every fact which two or more articles of an event report, without the doubtful."""

    articles: tuple[str, ...]
    """Ids, in the order in which they are best read: the one with most facts first."""
    facts: int
    """How many facts that is."""
    details: int
    """How many unique details of the other articles are still missed."""


def blind_spots(comparison: Comparison, article: str) -> BlindSpots:
    """What the other articles of its event report and this one does not; nothing for an article alone in its event."""
    event = next((event for event in comparison.events if article in event.articles), None)
    if event is None:
        return BlindSpots(article, (), ())
    others = frozenset(event.articles) - {article}
    facts = tuple(
        alignment
        for alignment in comparison.alignments
        if alignment.event in (event.id, None)
        and alignment.finding != "doubtful"
        and article not in alignment.articles
        and len(others.intersection(alignment.articles)) > 1
    )
    return BlindSpots(article, facts, tuple(detail for detail in comparison.unique if detail.article in others))


def smallest_reading(comparison: Comparison, event: str) -> ReadingSet:
    """The fewest articles that together have every fact of an event which several of its articles report.

    Of several equally small choices, the one that leaves the fewest unique details unread, then the first by id.
    Raises KeyError where there is no such event.
    """
    articles = sorted({each.id: each for each in comparison.events}[event].articles)
    facts = [
        frozenset(alignment.articles) & frozenset(articles)
        for alignment in comparison.alignments
        if alignment.event == event and alignment.finding != "doubtful" and len(alignment.articles) > 1
    ]
    details = {id: sum(detail.article == id for detail in comparison.unique) for id in articles}
    chosen = _smallest(articles, facts, details) if len(articles) <= EXACT else _greedy(articles, facts)
    order = sorted(chosen, key=lambda id: (-sum(id in fact for fact in facts), -details[id], id))
    return ReadingSet(tuple(order), len(facts), sum(details[id] for id in articles if id not in chosen))


def _smallest(articles: Sequence[str], facts: Sequence[frozenset[str]], details: Mapping[str, int]) -> frozenset[str]:
    for size in range(1, len(articles) + 1):
        enough = [choice for choice in combinations(articles, size) if all(fact & set(choice) for fact in facts)]
        if enough:
            return frozenset(max(enough, key=lambda choice: sum(details[id] for id in choice)))
    return frozenset()


def _greedy(articles: Sequence[str], facts: Sequence[frozenset[str]]) -> frozenset[str]:
    """The article that adds most, again and again: at most ln(facts) times as many as needed (Chvátal 1979)."""
    left, chosen = list(facts), set[str]()
    while left:
        best = max(articles, key=lambda id: sum(id in fact for fact in left))
        chosen.add(best)
        left = [fact for fact in left if best not in fact]
    return frozenset(chosen or articles[:1])
