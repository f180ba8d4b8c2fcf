"""What speaks for two passages reporting the same fact, in figures that a small model weighs."""

from __future__ import annotations

import math
import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby, pairwise

from reader.compare.passages import Sentence
from reader.language.name_words import TITLES
from reader.language.rarity import general, rarity, scarcity
from reader.language.related import nearness
from reader.language.spelling import romanised
from reader.language.words import words

Pair = tuple[int, int]
"""Indices of two sentences, the smaller first."""

RIVALS = 3
"""How many nearest sentences of an article are asked when one is suspected of resembling everything."""
LIKELY = 0.04
"""Overlap under which two sentences are looked at no further."""
LIKELY_FAR = 0.1
"""The same for articles of different events. Half of all pairs of such sentences lie between the two, and none of them
was seen to report a common background."""
FAR = 60
"""Sentences that a word may stand in and still bring together articles of different events."""
CLOSE = 0.1
"""By how much of the greater two measurements may differ that answer each other: 20 and 21 minutes."""
LATE = 20
"""Sentences from the beginning after which it is all one how many they are."""
SMOOTHING = 0.5
"""Added to the weight of two passages that are divided by it, so that one shared word is no full agreement."""

ACT = 0.5
"""What a verb weighs that stands beside the same word in two sentences: the same was done. What verbs weigh by rarity
tells no more."""

SENTENCE_MEASURES = (
    "overlap", "shared", "rarest", "names", "numbers", "acts", "count", "hub", "neighbours", "context", "ledes",
    "early",
)  # fmt: skip
"""What `sentence_measures` tells of a pair, in its order."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The words that two sentences have in common."""

    same: frozenset[str]
    near: tuple[tuple[str, str, float], ...]
    """Words of the one that answer words of the other, with what they weigh together."""
    weight: float
    """Of all of them."""


class Lexicon:
    """What the words of a story weigh, and which of them answer each other."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        variants = _variants(sentences)
        self.weight = _as_spelt(_as_named(sentences), variants)
        self.near = {**nearness(self.weight.keys()), **variants}
        self.masses = [self.mass(sentence.stems) for sentence in sentences]
        """What each sentence weighs."""
        self.around = [beside - sentence.stems for sentence, beside in zip(sentences, _beside(sentences), strict=True)]
        """For each sentence the words that a sentence before or after it has in its article, and it has not."""
        self._answers: dict[frozenset[str], frozenset[str]] = {}

    def mass(self, stems: Iterable[str]) -> float:
        """What the words weigh together."""
        # fsum does not depend on the order, which differs between runs for a set of strings.
        return math.fsum(map(self.weight.__getitem__, stems))

    def shared(self, left: Sentence, right: Sentence) -> Shared:
        """The same words, and beside them pairs of near words and amounts, each in one at most, the heaviest first."""
        same = left.stems & right.stems
        options = []
        if not self._answering(left.stems).isdisjoint(right.stems):
            options += [
                (self.near[stem][other] * min(self.weight[stem], self.weight[other]), stem, other)
                for stem in left.stems - same
                if stem in self.near
                for other in (self.near[stem].keys() & right.stems) - same
            ]
        options += [
            (min(self.weight[stem], self.weight[other]), stem, other)
            for stem, kind, amount in left.measures
            for other, answer, figure in right.measures
            if stem != other and kind == answer and abs(amount - figure) <= CLOSE * max(amount, figure)
        ]
        taken: set[tuple[int, str]] = set()
        near = []
        for value, stem, other in sorted(options, key=lambda option: (-option[0], option[1:])):
            if (0, stem) not in taken and (1, other) not in taken:
                taken |= {(0, stem), (1, other)}
                near.append((stem, other, value))
        weight = math.fsum([*map(self.weight.__getitem__, same), *(value for _, _, value in near)])
        return Shared(same, tuple(near), weight)

    def _answering(self, stems: frozenset[str]) -> frozenset[str]:
        """All words that answer one of these."""
        known = self._answers.get(stems)
        if known is None:
            known = self._answers[stems] = frozenset().union(*(self.near[stem] for stem in stems if stem in self.near))
        return known


def _beside(sentences: Sequence[Sentence]) -> list[frozenset[str]]:
    """For each sentence the words of those before and after it in its article."""
    found = [frozenset[str]()] * len(sentences)
    for number, (here, there) in enumerate(pairwise(sentences)):
        if here.passage.article == there.passage.article:
            found[number] |= there.stems
            found[number + 1] |= here.stems
    return found


_NUMERAL = re.compile("[ivxlcdm]+")


def _variants(sentences: Iterable[Sentence]) -> dict[str, dict[str, float]]:
    """Stems of names that are one name spelt differently, each with the others: those that stand beside the same stem
    of a name and differ only as romanisations do ("Nak-yeon", "Nak-yon")."""
    offices = {word.stem for word in words(" ".join(sorted(TITLES)))}
    spelt: dict[tuple[str, bool, str], set[str]] = defaultdict(set)
    for title in {title for sentence in sentences for title in sentence.titles}:
        for pair in pairwise(title):
            for beside, stem in (pair, pair[::-1]):
                if beside not in offices and not _NUMERAL.fullmatch(stem):
                    spelt[beside, stem == pair[1], romanised(stem)].add(stem)
    return {
        stem: dict.fromkeys(sorted(stems - {stem}), 1.0)
        for stems in spelt.values()
        if len(stems) > 1
        for stem in sorted(stems)
    }


def _as_spelt(weight: Mapping[str, float], variants: Mapping[str, Iterable[str]]) -> Mapping[str, float]:
    """The weights, where no spelling of a name weighs more than another."""
    return {stem: min([value, *(weight[other] for other in variants.get(stem, ()))]) for stem, value in weight.items()}


def _as_named(sentences: Sequence[Sentence]) -> Mapping[str, float]:
    """What words weigh, where one that is only printed inside a longer name is no rarer than the name's commonest word
    is in names: "Shinzo" beside every third "Abe" tells no more than "Abe", but a "Book Fair" tells more than books."""
    by_article = [list(group) for _, group in groupby(sentences, key=lambda sentence: sentence.passage.article)]
    weight = rarity([[sentence.stems for sentence in article] for article in by_article])
    rare = scarcity([[frozenset().union(*sentence.titles) for sentence in article] for article in by_article])
    named: dict[str, float] = {}
    for sentence in sentences:
        for title in sentence.titles:
            least = min(rare[stem] for stem in title)
            for stem in title:
                named[stem] = max(named.get(stem, 0.0), general(stem) * least)
        for stem in sentence.stems.difference(*sentence.titles):
            named[stem] = weight[stem]
    return {stem: min(value, named[stem]) for stem, value in weight.items()}


def candidates(sentences: Sequence[Sentence], lexicon: Lexicon, events: Sequence[int]) -> Iterator[list[Pair]]:
    """Pairs of sentences that share enough to be looked at, ascending; those of two articles at a time, so that only
    they are held in memory.

    An index of words finds them, so that what shares nothing costs nothing. `events` tells the event of each article:
    articles of different events meet only in words that few sentences have, which keeps the cost of a hundred
    unrelated stories near a hundred times that of one.
    """
    index = _Index(sentences, lexicon, events)
    for article, group in groupby(range(len(sentences)), key=lambda number: sentences[number].passage.article):
        here = list(group)
        # Packed, since two books have millions of pairs.
        blocks: dict[int, array[int]] = defaultdict(lambda: array("q"))
        for left in here:
            for right, overlap in index.overlaps(left, here[-1] + 1):
                other = sentences[right].passage.article
                if overlap > (LIKELY if events[article] == events[other] else LIKELY_FAR):
                    blocks[other].append(left * len(sentences) + right)
        for other in sorted(blocks):
            yield [divmod(pair, len(sentences)) for pair in blocks[other]]


class _Index:
    """In which sentences each word stands."""

    def __init__(self, sentences: Sequence[Sentence], lexicon: Lexicon, events: Sequence[int]) -> None:
        self._sentences, self._lexicon = sentences, lexicon
        self._event = [events[sentence.passage.article] for sentence in sentences]
        self._everywhere: dict[str, list[int]] = defaultdict(list)
        self._of_event: dict[tuple[int, str], list[int]] = defaultdict(list)
        for number, sentence in enumerate(sentences):
            for stem in sentence.stems:
                if lexicon.weight[stem]:
                    self._everywhere[stem].append(number)
                    self._of_event[self._event[number], stem].append(number)

    def overlaps(self, left: int, first: int) -> Iterator[tuple[int, float]]:
        """The sentences from `first` on that share words with one before them, ascending, and the share of the two
        sentences' words that these are."""
        weight, near = self._lexicon.weight, self._lexicon.near
        event = self._event[left]
        common: dict[int, float] = defaultdict(float)
        for stem in sorted(self._sentences[left].stems):
            everywhere = self._everywhere.get(stem, ())
            for right in _from(first, everywhere if len(everywhere) <= FAR else self._of_event[event, stem]):
                common[right] += weight[stem]
            for other, close in near.get(stem, {}).items():
                for right in _from(first, self._of_event.get((event, other), ())):
                    common[right] += close * min(weight[stem], weight[other])
        masses = self._lexicon.masses
        for right in sorted(common):
            yield right, 2 * common[right] / (masses[left] + masses[right] + SMOOTHING)


def _from(first: int, numbers: Sequence[int]) -> Sequence[int]:
    """Those of ascending numbers that are not before the first."""
    return numbers[bisect_left(numbers, first) :]


def sentence_measures(
    pairs: Mapping[Pair, Shared], sentences: Sequence[Sentence], lexicon: Lexicon
) -> dict[Pair, tuple[float, ...]]:
    """`SENTENCE_MEASURES` of each pair; `pairs` are all that two articles have."""
    weight = lexicon.weight
    masses, around = lexicon.masses, lexicon.around
    overlap = {
        (left, right): 2 * shared.weight / (masses[left] + masses[right] + SMOOTHING)
        for (left, right), shared in pairs.items()
    }
    crowding = _crowding(overlap, sentences)
    measures: dict[Pair, tuple[float, ...]] = {}
    for pair, shared in pairs.items():
        left, right = sentences[pair[0]], sentences[pair[1]]
        names = left.names & right.names - left.numbers
        measures[pair] = (
            overlap[pair],
            math.log1p(shared.weight),
            max((weight[stem] for stem in shared.same), default=0.0),
            math.log1p(lexicon.mass(names)),
            math.log1p(lexicon.mass(left.numbers & right.numbers)),
            math.log1p(math.fsum(ACT + weight[word] for _, word in left.acts & right.acts)),
            math.log1p(len(shared.same)),
            2 * overlap[pair] - crowding[pair[0], right.passage.article] - crowding[pair[1], left.passage.article],
            # Pairs of other articles are not among these.
            max(overlap.get((pair[0] - 1, pair[1] - 1), 0.0), overlap.get((pair[0] + 1, pair[1] + 1), 0.0)),
            # "He" is named in a sentence beside, and what happened is.
            lexicon.mass(right.stems & around[pair[0]]) + lexicon.mass(left.stems & around[pair[1]]),
            float(left.number < 2 and right.number < 2),
            float(min(left.number, right.number, LATE)),
        )
    return measures


def _crowding(overlap: Mapping[Pair, float], sentences: Sequence[Sentence]) -> Mapping[tuple[int, int], float]:
    """For each sentence and other article the mean overlap with its nearest rivals there, so that a lede which
    resembles everything aligns with nothing by that alone.

    Cross-domain similarity local scaling (Conneau et al., 2018), per pair of articles.
    """
    rivals: dict[tuple[int, int], list[float]] = defaultdict(list)
    for (left, right), value in overlap.items():
        rivals[left, sentences[right].passage.article].append(value)
        rivals[right, sentences[left].passage.article].append(value)
    return {place: sum(nlargest(RIVALS, values)) / RIVALS for place, values in rivals.items()}
