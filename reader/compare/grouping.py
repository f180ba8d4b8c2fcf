"""Pairs of passages gathered into alignments of any number of articles."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from reader.compare.evidence import Pair
from reader.compare.passages import Passage

IMPOSSIBLE = float("-inf")


@dataclass(slots=True)
class Group:
    """The passages of one alignment."""

    members: set[int]
    """Indices of passages."""
    closed: bool = False
    """Nothing may join it: a reader has confirmed it as it is."""
    ruled: bool = field(default=False, kw_only=True)
    """A reader put it together."""


def groups(
    scores: Mapping[Pair, float],
    passages: Sequence[Passage],
    *,
    enough: float,
    agreeing: float,
    ruled: Sequence[Group] = (),
    apart: Collection[Pair] = (),
) -> list[Group]:
    """Groups in which every two passages of different articles agree, after those that a reader ruled.

    The strongest pairs come first. A pair joins a group that holds one of its passages if its other passage scores at
    least `agreeing` with every member, and else opens a group of its own: strangers are never chained together, and one
    passage may serve two facts.
    """
    told = {pair for group in ruled for pair in _told(group, passages)}
    allowed = {pair: score for pair, score in scores.items() if pair not in apart and pair not in told}
    found = list(ruled)
    holding: dict[int, list[Group]] = {}
    for group in found:
        for member in sorted(group.members):
            holding.setdefault(member, []).append(group)
    strongest = sorted(
        (pair for pair, score in allowed.items() if score >= enough), key=lambda pair: (-allowed[pair], pair)
    )
    for pair in strongest:
        if any(pair[1] in group.members for group in holding.get(pair[0], ())):
            continue
        joined = _join(pair, holding, allowed, passages, agreeing) or _join(
            pair[::-1], holding, allowed, passages, agreeing
        )
        if not joined:
            group = Group(set(pair))
            found.append(group)
            for member in pair:
                holding.setdefault(member, []).append(group)
    return found


def _join(
    pair: Pair,
    holding: dict[int, list[Group]],
    scores: Mapping[Pair, float],
    passages: Sequence[Passage],
    agreeing: float,
) -> bool:
    """Whether the second passage of the pair now is in a group of the first."""
    known, new = pair
    for group in holding.get(known, ()):
        if not group.closed and _agrees(new, group.members, scores, passages, agreeing):
            group.members.add(new)
            holding.setdefault(new, []).append(group)
            return True
    return False


def _agrees(
    new: int, members: Collection[int], scores: Mapping[Pair, float], passages: Sequence[Passage], agreeing: float
) -> bool:
    return all(
        scores.get((min(new, member), max(new, member)), IMPOSSIBLE) >= agreeing
        for member in members
        if passages[member].article != passages[new].article
    )


def _told(group: Group, passages: Sequence[Passage]) -> list[Pair]:
    """The pairs of passages that a ruled group already brings together, since they overlap its members."""
    near = {
        member: [index for index, passage in enumerate(passages) if passage.overlaps(passages[member])]
        for member in sorted(group.members)
    }
    return [
        (min(left, right), max(left, right))
        for one, other in combinations(sorted(group.members), 2)
        for left in near[one]
        for right in near[other]
        if passages[left].article != passages[right].article
    ]
