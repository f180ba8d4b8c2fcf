"""What two articles have in common where a detail stands: the ground on which it can be called different."""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache

from reader.compare.differences.sides import COPIED, Found, Side, all_words, likeness, word_list
from reader.language.rarity import general
from reader.language.words import Word

BESIDE = 3
"""Words that carry news on each side of a detail, within its sentence, that tell what it is a detail of."""
_BOUNDS = frozenset(("least", "averag", "approxim", "estim", "rough"))
"""Words beside a number that say how exact it is, and nothing of what is counted."""


def copied(one: Side, a: tuple[int, int], other: Side, b: tuple[int, int]) -> bool:
    """Whether two details stand in one sentence that both articles print, word for word but for little."""
    mine, yours = (side.value(*side.sentence(*at)) for side, at in ((one, a), (other, b)))
    return likeness(one.text, mine, other.text, yours) >= COPIED


def common_share(one: Side, a: tuple[int, int], other: Side, b: tuple[int, int]) -> float:
    """How much of what two passages tell, beside the details given, both tell: the share of the lesser one's weight.

    The passages are those members in which the details stand. A word that an article repeats weighs less.
    """
    mine, yours = _told(one, *a), _told(other, *b)
    lesser = min(_weight(mine, one, other), _weight(yours, one, other))
    return _weight(mine & yours, one, other) / lesser if lesser else 0.0


def common_beside(one: Side, a: tuple[int, int], other: Side, b: tuple[int, int]) -> int:
    """How many words that carry news stand close to both details, each in its sentence."""
    return len(_beside(one, *a) & _beside(other, *b))


def common_inside(found: Found) -> int:
    """How many words the two details themselves have in common: the day of "noon Saturday" and "just after noon on
    Saturday"."""
    mine, yours = ({word.stem for word in all_words(value.text)[0]} for value in found.values)
    return sum(not stem[0].isdigit() and len(stem) > 2 for stem in mine & yours)


def _told(side: Side, start: int, end: int) -> frozenset[str]:
    """The stems that carry news in the member nearest a detail, without the detail's own words."""
    member = max(side.members, key=lambda member: (min(member.end, end) - max(member.start, start), -member.start))
    words = word_list(side.text, member.start, member.end)
    return frozenset(word.stem for word in words if not word.common and not start <= word.start < end)


def _weight(stems: frozenset[str], one: Side, other: Side) -> float:
    mine, yours = _counts(one.text), _counts(other.text)
    return math.fsum(general(stem) / (1 + math.log(max(mine[stem], yours[stem], 1))) for stem in stems)


@lru_cache(maxsize=1024)
def _counts(text: str) -> Counter[str]:
    return Counter(word.stem for word in all_words(text)[0])


def _beside(side: Side, start: int, end: int) -> frozenset[str]:
    low, high = side.sentence(start, end)
    before = [word for word in word_list(side.text, low, start) if _tells(word)]
    after = [word for word in word_list(side.text, end, high) if _tells(word)]
    return frozenset(word.stem for word in (*before[-BESIDE:], *after[:BESIDE]))


def _tells(word: Word) -> bool:
    return not word.common and not word.stem[0].isdigit() and word.stem not in _BOUNDS
