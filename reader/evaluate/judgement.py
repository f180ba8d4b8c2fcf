"""Which facts of a key alignments bring together, which they miss, and which of the aligned pairs share none.

Recall counts pairs of articles in a fact: brought together when one alignment has a passage of each that finds (or
pins) the fact. Precision counts pairs of passages of two articles that stand in one alignment: right when both find
(or pin) the same fact. A pair that stands in two alignments counts once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.evaluate.gold import Fact, Gold, Key
from reader.evaluate.score import BANDS, Band, Score, Tally
from reader.model import Alignment, Span

Reaches = Callable[[Gold, int, int], bool]


@dataclass(frozen=True, slots=True)
class Miss:
    """A fact that two articles report and that no alignment brings together."""

    fact: Fact
    left: str
    right: str
    """Ids of the two articles."""


@dataclass(frozen=True, slots=True)
class Stray:
    """Two aligned passages that share no fact of the key."""

    alignment: Alignment
    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """Alignments held against one key; what is missed and what is false are those of *found*."""

    score: Score
    missed: tuple[Miss, ...]
    false: tuple[Stray, ...]


def judge(alignments: Sequence[Alignment], key: Key) -> Judgement:
    """Hold alignments against a key whose places are offsets into the same articles."""
    found, missed, false = _pairs(alignments, key, Gold.found)
    pinned, _, _ = _pairs(alignments, key, Gold.pinned)
    whole, shared = _whole(alignments, key)
    bands = _bands(alignments, key) if key.complete else Score().bands
    return Judgement(Score(found, pinned, whole, shared, bands), tuple(missed), tuple(false))


def facts_of(span: Span, facts: Sequence[Fact], reaches: Reaches = Gold.found) -> frozenset[int]:
    """Positions of the facts that a passage finds (or pins)."""
    return frozenset(
        position
        for position, fact in enumerate(facts)
        if any(reaches(gold, span.start, span.end) for gold in fact.members.get(span.article, ()))
    )


def is_right(alignment: Alignment, facts: Sequence[Fact]) -> bool:
    """Whether one fact of a key is found in each article of an alignment."""
    told: dict[str, frozenset[int]] = {}
    for member in alignment.members:
        told[member.article] = told.get(member.article, frozenset()) | facts_of(member, facts)
    return bool(frozenset.intersection(*told.values()))


def _pairs(alignments: Sequence[Alignment], key: Key, reaches: Reaches) -> tuple[Tally, list[Miss], list[Stray]]:
    right = 0
    false = []
    counted: set[tuple[Span, Span]] = set()
    together: set[tuple[int, str, str]] = set()
    for alignment in alignments:
        told = {member: facts_of(member, key.facts, reaches) for member in alignment.members}
        for pair in _across(alignment.members):
            left, other = pair
            shared = told[left] & told[other]
            together.update((position, left.article, other.article) for position in shared)
            # Where a key is not complete, a passage that carries none of its facts may still report one.
            judged = key.complete or all(facts_of(member, key.facts) for member in pair)
            if pair in counted or not judged:
                continue
            counted.add(pair)
            right += bool(shared)
            if not shared:
                false.append(Stray(alignment, left, other))
    wanted = [
        (position, one, two)
        for position, fact in enumerate(key.facts)
        for one, two in combinations(sorted(fact.members), 2)
    ]
    missed = [
        Miss(key.facts[position], one, two) for position, one, two in wanted if (position, one, two) not in together
    ]
    return Tally(right, len(counted), len(wanted) - len(missed), len(wanted)), missed, false


def _across(members: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Pairs of passages of two articles, each in one order whatever the order of the members."""
    ordered = sorted(members, key=lambda span: (span.article, span.start, span.end))
    return ((left, right) for left, right in combinations(ordered, 2) if left.article != right.article)


def _whole(alignments: Sequence[Alignment], key: Key) -> tuple[int, int]:
    """How many facts of three or more articles one alignment brings together, of how many."""
    shared = {position for position, fact in enumerate(key.facts) if len(fact.members) >= 3}
    whole = set()
    for alignment in alignments:
        articles: dict[int, set[str]] = {}
        for member in alignment.members:
            for position in facts_of(member, key.facts) & shared:
                articles.setdefault(position, set()).add(member.article)
        whole |= {position for position, reached in articles.items() if reached == set(key.facts[position].members)}
    return len(whole), len(shared)


def _bands(alignments: Sequence[Alignment], key: Key) -> tuple[Band, ...]:
    """Alignments by confidence."""
    bands = [Band()] * BANDS
    for alignment in alignments:
        band = min(BANDS - 1, int(alignment.confidence * BANDS))
        bands[band] += Band(1, int(is_right(alignment, key.facts)), alignment.confidence)
    return tuple(bands)
