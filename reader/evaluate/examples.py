"""What the engine measures of the articles of an answer key, and which of it the key says is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from reader.compare.alignment import UNLIKELY, Aligner, Matched, chosen
from reader.compare.copies import collapsed
from reader.compare.meaning import Meaning
from reader.compare.passages import Passage, read
from reader.compare.stretches import Window
from reader.compare.weighing import Model, Models
from reader.evaluate.case import Case
from reader.evaluate.fitting import Examples
from reader.evaluate.gold import Gold
from reader.evaluate.judgement import Reaches, facts_of

UNTRAINED = Model((), (), 0.0)
FINDING = 0.2
"""What stretches are worth that find a fact but pin none: with .5 fewer facts are pinned, with 0 fewer are found."""


class Story:
    """What is measured of one key's articles, and what the key says of it."""

    def __init__(self, case: Case, *, semantic: bool) -> None:
        self.case = case
        self._articles = sorted(case.articles, key=lambda article: (article.id, article.text))
        self._sentences, _ = collapsed(read(self._articles), self._articles)
        untrained = Models(UNTRAINED, UNTRAINED, UNTRAINED, UNTRAINED, figures={})
        meaning = Meaning(self._sentences, self._articles) if semantic else None
        aligner = Aligner(self._sentences, [0] * len(self._articles), untrained, meaning)
        self._matches = list(aligner.matches())
        self._beside = [aligner.beside(matched) for matched in self._matches]
        self._told: dict[tuple[Passage, Reaches], frozenset[int]] = {}

    @cached_property
    def sentences(self) -> Examples:
        """Pairs of sentences: right are those that find the same fact."""
        return self._examples((matched.measures, self._finds(matched)) for matched in self._matches)

    @cached_property
    def windows(self) -> list[Examples]:
        """Of each two sentences that find the same fact the pairs of stretches: best are those that pin one."""
        found = [
            [(window.measures, self._worth(window)) for window in beside]
            for matched, beside in zip(self._matches, self._beside, strict=True)
            if self._finds(matched)
        ]
        return [self._examples(choices) for choices in found if any(worth for _, worth in choices)]

    def edges(self, sentence: Model, window: Model) -> Examples:
        """The stretches that a model chooses of the sentences that another finds likely: right are those that find the
        same fact."""
        scored = [replace(matched, score=sentence.score(matched.measures)) for matched in self._matches]
        return self._examples(
            (measures, self._share(stretches.left, stretches.right, Gold.found))
            for matched, beside in zip(scored, self._beside, strict=True)
            if matched.score >= UNLIKELY
            for stretches, measures in chosen(matched, beside, window)
        )

    def _examples(self, pairs: Iterable[tuple[Sequence[float], float]]) -> Examples:
        import numpy as np

        rows, worth = zip(*pairs, strict=True)
        return Examples(np.array(rows), np.array(worth, dtype=float))

    def _finds(self, matched: Matched) -> bool:
        left, right = (self._sentences[number].passage for number in matched.pair)
        return self._share(left, right, Gold.found)

    def _worth(self, window: Window) -> float:
        if self._share(window.left, window.right, Gold.pinned):
            return 1.0
        return FINDING * self._share(window.left, window.right, Gold.found)

    def _share(self, left: Passage, right: Passage, reaches: Reaches) -> bool:
        """They find (or pin) the same fact."""
        return bool(self._facts(left, reaches) & self._facts(right, reaches))

    def _facts(self, passage: Passage, reaches: Reaches) -> frozenset[int]:
        known = self._told.get((passage, reaches))
        if known is None:
            known = facts_of(passage.span(self._articles), self.case.key.facts, reaches)
            self._told[passage, reaches] = known
        return known
