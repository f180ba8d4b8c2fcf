"""Which printed words say what a thing is like, found without a parser."""

from __future__ import annotations

from functools import lru_cache

from reader.language.tables import rows


def describes(word: str) -> bool:
    """Whether a word in lower case can say what a thing is like: "frayed", "ugly". English.

    Not those that pertain to a noun ("nuclear") and so say of what kind it is, nor common ones ("new").
    """
    return word in _table()


@lru_cache(maxsize=1)
def _table() -> frozenset[str]:
    return frozenset(rows("adjectives"))
