"""Which words say the opposite of each other: rise and fall, guilty and innocent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from reader.language.tables import rows
from reader.language.words import words

_NEWS = """
rise fall|rise drop|rise decline|increase decrease|increase fall|increase drop|increase decline|gain lose|gain loss
grow shrink|climb fall|climb drop|higher lower|open close|win lose|victory defeat|accept reject
approve reject|approve deny|confirm deny|admit deny|agree refuse|support oppose|back oppose|allow ban|allow bar
permit prohibit|lift impose|guilty innocent|guilty acquit|convict acquit|alive dead|survive die
hold terminate|keep terminate|preserve terminate|keep scrap|maintain scrap|join leave|arrive leave
strengthen weaken|improve worsen|success failure|succeed fail|pass fail|safe dangerous|include exclude|remain leave
stay quit|release detain|free detain|legal illegal|likely unlikely|possible impossible|able unable|cheap expensive
"""
"""Opposites of which news is made; a dictionary has few of them."""


def opposed(stem: str) -> frozenset[str]:
    """The stems of the opposites that news sets against a word."""
    return _news().get(stem, frozenset())


def antonyms(stem: str) -> frozenset[str]:
    """The stems that WordNet has as its opposites. Many of them stand side by side without a quarrel ("old", "new")."""
    return _table().get(stem, frozenset())


@lru_cache(maxsize=1)
def _news() -> dict[str, frozenset[str]]:
    return _both_ways(
        (_stem(one), _stem(other))
        for one, other in (pair.split() for pair in _NEWS.strip().replace("\n", "|").split("|"))
    )


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    return _both_ways((one, other) for one, *others in map(str.split, rows("antonyms")) for other in others)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return {stem: frozenset(others) for stem, others in found.items()}


def _stem(word: str) -> str:
    return words(word)[0].stem
