"""Which words are one in two forms ("stole" and "stolen", "twenty" and "20"), and which stand near each other in
meaning, so that "deceased" answers "dead" without a model at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache
from itertools import permutations

from reader.language.quantity_words import SMALL, TENS
from reader.language.tables import rows
from reader.language.verbs import verb
from reader.language.words import words

CHANCE = 0.4
"""Cosine of two words that have little to do with each other: nearness is counted from here."""

_DIGITS = {words(word)[0].stem: str(value) for word, value in (SMALL | TENS).items()}


def nearness(stems: Collection[str]) -> Mapping[str, Mapping[str, float]]:
    """For each of these stems those others among them that stand near it, with a nearness between 0 and 1: that of two
    forms of one word."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    table = _table()
    for stem in sorted(table.keys() & stems):
        for entry in table[stem].split(" "):
            other, cosine = entry.split(":")
            if other in stems:
                found[stem][other] = found[other][stem] = (int(cosine) / 100 - CHANCE) / (1 - CHANCE)
    families: dict[str, list[str]] = defaultdict(list)
    for stem in sorted(stems):
        families[_DIGITS.get(stem) or verb(stem) or stem].append(stem)
    for stem, other in (pair for family in families.values() for pair in permutations(family, 2)):
        found[stem][other] = 1.0
    return found


@lru_cache(maxsize=65_536)
def near(one: str, other: str) -> bool:
    """Whether two stems stand near each other."""
    first, second = sorted((one, other))
    return any(entry.partition(":")[0] == second for entry in _table().get(first, "").split(" "))


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """For each stem its neighbours that come after it in the alphabet, still as text: a story needs few of them."""
    return {stem: neighbours for stem, _, neighbours in (row.partition(" ") for row in rows("related"))}
