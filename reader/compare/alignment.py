"""Which pairs of passages report the same fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest

from reader.compare.evidence import Pair
from reader.compare.passages import Passage

RIVALS = 3
"""How many nearest passages of an article are asked when a passage is suspected of resembling everything."""


def discounted(similarity: Mapping[Pair, float], passages: Sequence[Passage]) -> dict[Pair, float]:
    """Each similarity less what its two passages have with their nearest rivals, so that a lede which resembles
    everything aligns with nothing by that alone.

    Cross-domain similarity local scaling (Conneau et al., 2018), per pair of articles.
    """
    rivals: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (left, right), value in similarity.items():
        rivals[left, passages[right].article].append(value)
        rivals[right, passages[left].article].append(value)
    crowding = {key: sum(nlargest(RIVALS, values)) / RIVALS for key, values in rivals.items()}
    return {
        (left, right): 2 * value - crowding[left, passages[right].article] - crowding[right, passages[left].article]
        for (left, right), value in similarity.items()
    }
