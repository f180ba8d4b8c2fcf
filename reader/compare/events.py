"""Which articles report the same event."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.compare.likeness import STRANGERS, Likeness, Pair, day, days_apart, likeness
from reader.model import Article, Event

ENOUGH = -1.7
"""Mean log-odds from which two groups of articles report one event. Articles come in events, so two that look alike
are joined a little before it is as likely as not."""
LIKE_THE_REST = 0.35
"""Share of a group's own likeness that what joins it must have: where several articles are very much alike, one that
resembles them far less reports something else."""
ENOUGH_FOR_STRANGERS = 1.0
"""The same where nobody who acts in one group is named in the other: one event must be far more likely than two."""
LABEL = 80
"""Characters of a label at most."""


@dataclass(frozen=True, slots=True)
class _Pairs:
    """The pairs of articles of two groups that share anything telling."""

    odds: float = 0.0
    """Their sum."""
    number: int = 0
    strangers: int = 0
    """How many of them have no actor in common."""

    def __add__(self, other: _Pairs) -> _Pairs:
        return _Pairs(self.odds + other.odds, self.number + other.number, self.strangers + other.strangers)


@dataclass(slots=True)
class _Group:
    """Articles that have been put together so far."""

    members: list[int]
    day: float | None
    """The mean of the days that are known: an article without one takes part in the day of its group."""
    dated: int
    likeness: float = 0.0
    """Sum over its pairs."""
    near: dict[int, _Pairs] = field(default_factory=dict)
    """The other groups with which it shares anything telling."""

    @property
    def alike(self) -> float:
        """The mean likeness of its members; nothing can be said of one article."""
        pairs = len(self.members) * (len(self.members) - 1) // 2
        return self.likeness / pairs if pairs else 0.0


def events(articles: Sequence[Article]) -> tuple[Event, ...]:
    """Articles gathered by event, the largest event first.

    Groups grow by average linkage over what their articles' words and days say; the most alike are joined first.
    """
    articles = sorted(articles, key=lambda article: (article.id, article.text))
    gathered = sorted(
        clusters(likeness(articles), [day(article) for article in articles]),
        key=lambda members: (-len(members), min(articles[member].id for member in members)),
    )
    return tuple(
        Event(f"e{number}", _label(articles, members), tuple(sorted(articles[member].id for member in members)))
        for number, members in enumerate(gathered, start=1)
    )


def clusters(pairs: Mapping[Pair, Likeness], days: Sequence[int | None]) -> list[list[int]]:
    """Positions gathered into groups, from the likeness of pairs and each one's day."""
    groups = {number: _Group([number], known, int(known is not None)) for number, known in enumerate(days)}
    for (left, right), alike in pairs.items():
        groups[left].near[right] = groups[right].near[left] = _Pairs(alike.odds, 1, int(alike.strangers))
    heap = [(-_odds(groups[left], groups[right], right), left, right) for left, right in pairs]
    heapq.heapify(heap)
    following = len(groups)
    while heap:
        odds, left, right = heapq.heappop(heap)
        if left not in groups or right not in groups or not _joins(-odds, groups[left], groups[right], right):
            continue
        joined = _joined(groups.pop(left), groups.pop(right), -odds)
        del joined.near[left], joined.near[right]
        for other in joined.near:
            near = groups[other].near
            near.pop(left, None)
            near.pop(right, None)
            near[following] = joined.near[other]
            heapq.heappush(heap, (-_odds(joined, groups[other], other), other, following))
        groups[following] = joined
        following += 1
    return [sorted(group.members) for group in groups.values()]


def _odds(group: _Group, other: _Group, number: int) -> float:
    """Log-odds that two groups report one event; `number` is that of the other."""
    near = group.near[number]
    pairs = len(group.members) * len(other.members)
    words = (near.odds + STRANGERS * (pairs - near.number)) / pairs
    return words + days_apart(group.day, other.day)


def _joins(odds: float, group: _Group, other: _Group, number: int) -> bool:
    near = group.near[number]
    if near.strangers == near.number and odds < ENOUGH_FOR_STRANGERS:
        return False
    return odds >= ENOUGH + LIKE_THE_REST * max(0.0, group.alike, other.alike)


def _joined(group: _Group, other: _Group, odds: float) -> _Group:
    dated = group.dated + other.dated
    near = dict(group.near)
    for third, pairs in other.near.items():
        near[third] = near.get(third, _Pairs()) + pairs
    return _Group(
        members=group.members + other.members,
        day=((group.day or 0) * group.dated + (other.day or 0) * other.dated) / dated if dated else None,
        dated=dated,
        likeness=group.likeness + other.likeness + odds * len(group.members) * len(other.members),
        near=near,
    )


def _label(articles: Sequence[Article], members: Sequence[int]) -> str:
    """A headline of the event, or a first line where no article has one; cut between words where it is long, which an
    ellipsis tells."""
    article = min((articles[member] for member in members), key=lambda article: (article.title is None, article.id))
    line = (article.title or article.text).strip().split("\n", 1)[0]
    return line if len(line) <= LABEL else line[:LABEL].rsplit(" ", 1)[0][: LABEL - 1] + "…"
