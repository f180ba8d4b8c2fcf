"""What speaks for two stretches of two sentences being the words that report a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, inf, log, log1p
from operator import itemgetter, mul
from typing import TypeVar

from reader.compare.evidence import Lexicon, Shared
from reader.compare.passages import Passage, Sentence, Wording
from reader.compare.weighing import Model
from reader.language.rarity import general

WINDOW_MEASURES = (
    "shared", "unshared", "plain", "count", "length", "balance", "long", "wide", "part",
)  # fmt: skip
"""What is measured of a pair, in this order, and then what resemblance adds."""

LONG, WIDE = 60, 100
"""Characters from which a stretch is long, as half of all statements are, and from which it holds more than one."""
LITTLE = 0.05
"""Weight of shared words under which two stretches have nothing in common."""

Likely = Mapping[Passage, float]
"""Stretches of one sentence, and how likely each is to be the one that is meant."""
Resemblance = Callable[[Passage, Passage], tuple[float, ...]]
"""What else is measured of two stretches."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a sentence, and what can be said of it without another."""

    wording: Wording
    mass: float
    """What its words weigh."""
    length: float
    """The logarithm of its characters."""
    long: float
    wide: float
    part: float
    """The share of its sentence that it is."""


@dataclass(frozen=True, slots=True)
class Window:
    """Stretches of two sentences, and what is measured of them."""

    left: Passage
    right: Passage
    measures: tuple[float, ...]


@dataclass(slots=True)
class _Placed:
    """A stretch beside another sentence."""

    stretch: Stretch
    held: int
    """What it has of all that the two sentences share, a bit for each."""

    @property
    def passage(self) -> Passage:
        return self.stretch.wording.passage


@dataclass(slots=True)
class _Common:
    """What two stretches have in common, as it is measured."""

    weight: float
    """Of the words of the one that the other has or answers."""
    shared: float
    """Its logarithm."""
    plain: float
    """What those that both have weigh in English."""
    count: float


def stretches(sentence: Sentence, lexicon: Lexicon) -> tuple[Stretch, ...]:
    """The stretches of a sentence that can be aligned, ascending."""
    whole = sentence.passage.end - sentence.passage.start
    found = []
    for wording in sentence.windows:
        length = wording.passage.end - wording.passage.start
        long, wide = max(0, length - LONG) / LONG, float(length > WIDE)
        found.append(Stretch(wording, lexicon.mass(wording.stems), log(length), long, wide, length / whole))
    return tuple(found)


class Beside:
    """The stretches of two sentences side by side, those that hold something which the other sentence has too.

    What the sentences share is numbered, so that what two stretches share is the `and` of two numbers: long sentences
    have thousands of pairs of stretches, but few choices of what they share.
    """

    def __init__(
        self,
        left: Sequence[Stretch],
        right: Sequence[Stretch],
        shared: Shared,
        lexicon: Lexicon,
        resemblance: Resemblance | None = None,
    ) -> None:
        self._lexicon, self._resemblance = lexicon, resemblance
        self._same = list(_numbered(shared.same, 0))
        self._near = list(_numbered(shared.near, len(self._same)))
        self._left = self._placed(left, [*self._same, *((stem, bit) for (stem, _, _), bit in self._near)])
        self._right = self._placed(right, [*self._same, *((answer, bit) for (_, answer, _), bit in self._near)])
        self._known: dict[int, _Common] = {}

    def __iter__(self) -> Iterator[Window]:
        """Every pair that has something in common."""
        for one in self._left:
            for other in self._right:
                if self._common(one.held & other.held).weight >= LITTLE:
                    yield self._window(one, other)

    def best(self, model: Model, several: int) -> list[Window]:
        """The pair that a model finds best, of equals the first; then the best that shares no character with it, and so
        on."""
        found: list[Window] = []
        left, right = self._left, self._right
        while len(found) < several and (best := self._best(left, right, model)):
            window = self._window(*best)
            found.append(window)
            left = [each for each in left if not each.passage.overlaps(window.left)]
            right = [each for each in right if not each.passage.overlaps(window.right)]
        return found

    def likely(self, model: Model, left: Passage, right: Passage) -> tuple[Likely, Likely]:
        """How likely the stretches that overlap two passages are the words that report what these share, on either
        side, by a model that chooses."""
        ones = [each for each in self._left if each.passage.overlaps(left)]
        others = [each for each in self._right if each.passage.overlaps(right)]
        scored = list(self._scored(ones, others, model))
        highest = max((score for score, _, _ in scored), default=0.0)
        odds = [exp(score - highest) for score, _, _ in scored]
        whole = fsum(odds)
        sides: tuple[dict[Passage, float], dict[Passage, float]] = {}, {}
        for (_, one, other), value in zip(scored, odds, strict=True):
            for side, placed in zip(sides, (one, other), strict=True):
                side[placed.passage] = side.get(placed.passage, 0.0) + value / whole
        return sides

    def _placed(self, stretches: Sequence[Stretch], words: Sequence[tuple[str, int]]) -> list[_Placed]:
        found = []
        for stretch in stretches:
            stems = stretch.wording.stems
            held = sum([bit for stem, bit in words if stem in stems])
            if held:
                found.append(_Placed(stretch, held))
        return found

    def _common(self, held: int) -> _Common:
        known = self._known.get(held)
        if known is None:
            same = [stem for stem, bit in self._same if held & bit]
            near = [value for (_, _, value), bit in self._near if held & bit]
            weight = self._lexicon.mass(same) + fsum(near)
            known = _Common(weight, log1p(weight), fsum(map(general, same)), float(min(len(same), 4)))
            self._known[held] = known
        return known

    def _window(self, one: _Placed, other: _Placed) -> Window:
        common, left, right = self._common(one.held & other.held), one.stretch, other.stretch
        measures: tuple[float, ...] = (
            common.shared,
            log1p(max(0.0, left.mass + right.mass - 2 * common.weight)),
            common.plain,
            common.count,
            left.length + right.length,
            abs(left.length - right.length),
            left.long + right.long,
            left.wide + right.wide,
            left.part + right.part,
        )
        if self._resemblance:
            measures += self._resemblance(one.passage, other.passage)
        return Window(one.passage, other.passage, measures)

    def _best(self, ones: Sequence[_Placed], others: Sequence[_Placed], model: Model) -> tuple[_Placed, _Placed] | None:
        """The pair with the highest score, of equals the first."""
        best = max(self._scored(ones, others, model), key=itemgetter(0), default=None)
        return best and best[1:]

    def _scored(
        self, ones: Sequence[_Placed], others: Sequence[_Placed], model: Model
    ) -> Iterator[tuple[float, _Placed, _Placed]]:
        """The pairs that have something in common, each with the score for what `_window` measures, of which as much as
        can be is weighed beforehand: for each stretch, and for each choice of what is shared."""
        shared, unshared, plain, count, length, balance, long, wide, part, *further = model.weights

        def alone(each: Stretch) -> float:
            return length * each.length + long * each.long + wide * each.wide + part * each.part

        def together(common: _Common) -> float:
            if common.weight < LITTLE:
                return -inf
            return shared * common.shared + plain * common.plain + count * common.count

        worth: dict[int, tuple[float, float]] = {}
        rows = [(each.held, each.stretch.mass, each.stretch.length, alone(each.stretch), each) for each in others]
        for one in ones:
            held, mass, size, own = one.held, one.stretch.mass, one.stretch.length, alone(one.stretch)
            for its_held, its_mass, its_size, its_own, other in rows:
                both = held & its_held
                if both not in worth:
                    common = self._common(both)
                    worth[both] = together(common), 2 * common.weight
                score, answered = worth[both]
                if score == -inf:
                    continue
                score += own + its_own + balance * abs(size - its_size)
                score += unshared * log1p(max(0.0, mass + its_mass - answered))
                if self._resemblance:
                    score += sum(map(mul, further, self._resemblance(one.passage, other.passage)))
                yield score, one, other


Item = TypeVar("Item")


def _numbered(items: Iterable[Item], first: int) -> Iterator[tuple[Item, int]]:
    """Each of some things with a bit of its own."""
    return ((item, 1 << place) for place, item in enumerate(items, first))
