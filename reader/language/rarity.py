"""How much a word tells: its rarity in English times its rarity in the story."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

_UNKNOWN = 19.0
"""Bits of a word that the table does not have, a little more than its rarest."""


def rarity(passages: Iterable[Iterable[str]]) -> Mapping[str, float]:
    """The weight of each stem of a story, between 0 and 1, from the stems of all its passages.

    In a story on Japan and South Korea, "Japan" tells nothing: what a word weighs is how rare it is among the story's
    own passages, times how rare it is in English at large.
    """
    counts: Counter[str] = Counter()
    number = 0
    for passage in passages:
        counts.update(set(passage))
        number += 1
    top = math.log(1 + number)
    return {stem: general(stem) * math.log((1 + number) / count) / top for stem, count in sorted(counts.items())}


def general(stem: str) -> float:
    """Rarity in English, between 0 and 1; numbers and unknown words are as rare as can be."""
    return _table().get(stem, _UNKNOWN) / _UNKNOWN


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    text = (files(__package__) / "data" / "rarity.txt").read_text(encoding="utf-8")
    pairs = (line.split(" ") for line in text.splitlines() if not line.startswith("#"))
    return {stem: float(bits) for stem, bits in pairs}
