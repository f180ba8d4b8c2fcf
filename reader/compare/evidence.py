"""What speaks for two passages reporting the same fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reader.compare.passages import Passage
from reader.language.rarity import rarity

Pair = tuple[int, int]
"""Indices of two passages, the smaller first."""


def similarities(passages: Sequence[Passage]) -> Mapping[Pair, float]:
    """The weighted share of words that two passages of different articles have in common, for all that share any.

    Candidates come from an index of words, so that what shares nothing costs nothing.
    """
    stems = [passage.stems for passage in passages]
    weight = rarity(stems)
    mass = [sum(sorted(weight[stem] for stem in of)) for of in stems]
    holders: dict[str, list[int]] = defaultdict(list)
    for index, of in enumerate(stems):
        for stem in of:
            holders[stem].append(index)
    shared: dict[Pair, float] = defaultdict(float)
    for stem in sorted(holders):
        here = holders[stem]
        for place, left in enumerate(here):
            for right in here[place + 1 :]:
                if passages[left].article != passages[right].article:
                    shared[left, right] += weight[stem]
    return {(left, right): 2 * common / (mass[left] + mass[right]) for (left, right), common in sorted(shared.items())}
