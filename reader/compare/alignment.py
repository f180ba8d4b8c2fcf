"""Which passages of two articles report the same fact: first which sentences, then which words of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from reader.compare.evidence import Lexicon, Pair, Shared, candidates, sentence_measures
from reader.compare.meaning import Meaning
from reader.compare.passages import Passage, Sentence
from reader.compare.stretches import Beside, Likely, Stretch, Window, stretches
from reader.compare.weighing import Model, Models

UNLIKELY = -2.5
"""Score of two sentences under which no stretch of them is looked at."""
UNLIKELY_FAR = -0.75
"""The same for articles of different events, which have little in common and are many."""

SEVERAL = 3
"""Facts that two sentences share, at most."""
EDGE_MEASURES = ("sentence", "further")
"""What is known of two stretches beside their own measures: the score of their sentences, and whether others of them
were chosen before."""

FARTHER = 1.0
"""What the odds lose where two articles report different events: most of what such articles share is the subject, and
few statements. On six look-alike events this keeps .7 pairs for two articles instead of 1.6. With 1.5 it is .4, and
background told in other words is lost with as much that is false."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two passages of different articles that may report the same fact."""

    left: Passage
    right: Passage
    score: float
    """The logarithm of the odds that they do."""
    sentences: Pair


@dataclass(frozen=True, slots=True)
class Matched:
    """Two sentences that share enough to be looked at, and what speaks for them."""

    pair: Pair
    shared: Shared
    measures: tuple[float, ...]
    score: float


class Aligner:
    """The evidence on one set of articles, and the models that weigh it."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        events: Sequence[int],
        models: Models,
        meaning: Meaning | None = None,
    ) -> None:
        self.sentences = sentences
        self.lexicon = Lexicon(sentences)
        self.models = models
        self.meaning = meaning
        self._events = events
        self._known: dict[int, Sequence[Stretch]] = {}

    def matches(self) -> Iterator[Matched]:
        """All pairs of sentences that share enough, two articles after two articles, each with its score."""
        for pairs in candidates(self.sentences, self.lexicon, self._events):
            shared = {
                (left, right): self.lexicon.shared(self.sentences[left], self.sentences[right]) for left, right in pairs
            }
            for pair, measures in sentence_measures(shared, self.sentences, self.lexicon).items():
                if self.meaning:
                    measures += self.meaning.of_sentences(*pair)
                yield Matched(pair, shared[pair], measures, self.models.sentence.score(measures))

    def promising(self) -> Iterator[Matched]:
        """Those of `matches` that are worth a closer look."""
        for matched in self.matches():
            if matched.score >= (UNLIKELY_FAR if self._far(matched.pair) else UNLIKELY):
                yield matched

    def _far(self, pair: Pair) -> bool:
        """Whether two sentences are of different events."""
        left, right = (self._events[self.sentences[index].passage.article] for index in pair)
        return left != right

    def beside(self, matched: Matched) -> Beside:
        """The stretches of two sentences side by side."""
        return self._beside(matched.pair, matched.shared)

    def edges(self, matched: Matched, least: float) -> list[Edge]:
        """The stretches of two sentences that report the same facts, with a score of at least `least`."""
        loss = FARTHER if self._far(matched.pair) else 0.0
        edges = (
            Edge(window.left, window.right, self.models.edge.score(measures) - loss, matched.pair)
            for window, measures in chosen(matched, self.beside(matched), self.models.window)
        )
        return [edge for edge in edges if edge.score >= least]

    def likely(self, edge: Edge) -> tuple[Likely, Likely]:
        """How likely each stretch about the passages of an edge is to be the words that report what they share."""
        shared = self.lexicon.shared(*(self.sentences[index] for index in edge.sentences))
        return self._beside(edge.sentences, shared).likely(self.models.window, edge.left, edge.right)

    def _beside(self, pair: Pair, shared: Shared) -> Beside:
        left, right = map(self._stretches, pair)
        resemblance = partial(self.meaning.of_windows, pair) if self.meaning else None
        return Beside(left, right, shared, self.lexicon, resemblance)

    def _stretches(self, sentence: int) -> Sequence[Stretch]:
        known = self._known.get(sentence)
        if known is None:
            known = self._known[sentence] = stretches(self.sentences[sentence], self.lexicon)
        return known


def chosen(matched: Matched, beside: Beside, model: Model) -> Iterator[tuple[Window, tuple[float, ...]]]:
    """The stretches that tell best what two sentences share, if they do, and then others that share no character with
    those before; each with `EDGE_MEASURES` and its own."""
    for number, window in enumerate(beside.best(model, SEVERAL)):
        yield window, (matched.score, float(number > 0), *window.measures)
