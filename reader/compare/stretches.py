"""What speaks for two stretches of two sentences being the words that report a fact."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from reader.compare.evidence import Lexicon, Shared
from reader.compare.passages import Sentence, Wording
from reader.language.rarity import general

WINDOW_MEASURES = (
    "shared", "unshared", "plain", "runs", "count", "length", "balance", "long", "wide", "part",
)  # fmt: skip
"""What `windows` tells of a pair, in its order."""

LONG, WIDE = 60, 100
"""Characters from which a stretch is long, as half of all statements are, and from which it holds more than one."""
LITTLE = 0.05
"""Weight of shared words under which two stretches have nothing in common."""


def windows(
    left: Sentence, right: Sentence, shared: Shared, lexicon: Lexicon
) -> Iterator[tuple[Wording, Wording, tuple[float, ...]]]:
    """Pairs of stretches of two sentences that have something in common, each with `WINDOW_MEASURES`."""
    runs = left.runs & right.runs
    ones = _stretches(left, shared.same.union(stem for stem, _, _ in shared.near), runs, lexicon)
    others = _stretches(right, shared.same.union(stem for _, stem, _ in shared.near), runs, lexicon)
    # Long sentences have thousands of pairs of stretches, but few choices of words that the two share.
    common: dict[tuple[frozenset[str], frozenset[str]], tuple[float, float, float]] = {}
    for one in ones:
        for other in others:
            key = one.answered, other.answered
            if key not in common:
                common[key] = _common(*key, shared, lexicon)
            weight, plain, count = common[key]
            if weight >= LITTLE:
                follow = one.runs & other.runs
                yield (
                    one.wording,
                    other.wording,
                    (
                        math.log1p(weight),
                        math.log1p(max(0.0, one.mass + other.mass - 2 * weight)),
                        plain,
                        math.log1p(lexicon.running(follow)) if follow else 0.0,
                        count,
                        one.length + other.length,
                        abs(one.length - other.length),
                        one.long + other.long,
                        one.wide + other.wide,
                        one.wording.part + other.wording.part,
                    ),
                )


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a sentence, and what does not depend on the other's."""

    wording: Wording
    answered: frozenset[str]
    """Its words that the other sentence has, or something near to."""
    runs: frozenset[tuple[str, str]]
    """Of those that both sentences have."""
    mass: float
    length: float
    """The logarithm of its characters."""
    long: float
    wide: float


def _stretches(
    sentence: Sentence, answered: frozenset[str], runs: frozenset[tuple[str, str]], lexicon: Lexicon
) -> list[_Stretch]:
    """Those of a sentence's stretches that have a word to which the other sentence answers."""
    found = []
    for wording in sentence.windows:
        words = wording.stems & answered
        if words:
            length = wording.passage.end - wording.passage.start
            long, wide = max(0, length - LONG) / LONG, float(length > WIDE)
            mass = lexicon.mass(wording.stems)
            found.append(_Stretch(wording, words, wording.runs & runs, mass, math.log(length), long, wide))
    return found


def _common(one: frozenset[str], other: frozenset[str], shared: Shared, lexicon: Lexicon) -> tuple[float, float, float]:
    """What the words weigh that two stretches share, in the story and in English, and how many are the same."""
    same = one & other
    near = [value for stem, answer, value in shared.near if stem in one and answer in other]
    weight = lexicon.mass(same) + math.fsum(near)
    return weight, math.fsum(map(general, same)), float(min(len(same), 4))
