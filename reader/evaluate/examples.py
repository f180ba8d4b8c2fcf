"""What the engine measures of the articles of an answer key, and which of it the key says is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.compare.alignment import UNLIKELY, Aligner, Matched, chosen
from reader.compare.meaning import Meaning
from reader.compare.passages import Passage, read
from reader.compare.weighing import Model, Models
from reader.evaluate.case import Case
from reader.evaluate.gold import Gold
from reader.evaluate.judgement import Reaches, facts_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Rows = npt.NDArray[np.float64]

UNTRAINED = Model((), (), 0.0)


@dataclass(frozen=True, slots=True)
class Examples:
    """Pairs with what is measured of them and whether they are right."""

    rows: Rows
    right: Rows


class Story:
    """What is measured of one key's articles, and what the key says of it."""

    def __init__(self, case: Case, *, semantic: bool) -> None:
        self.case = case
        self._articles = sorted(case.articles, key=lambda article: (article.id, article.text))
        self._sentences = read(self._articles)
        untrained = Models(UNTRAINED, UNTRAINED, UNTRAINED, UNTRAINED, figures={})
        meaning = Meaning(self._sentences, self._articles) if semantic else None
        aligner = Aligner(self._sentences, [0] * len(self._articles), untrained, meaning)
        self._matches = list(aligner.matches())
        self._beside = [aligner.beside(matched) for matched in self._matches]
        self._told: dict[tuple[Passage, Reaches], frozenset[int]] = {}

    def sentences(self) -> Examples:
        """Pairs of sentences: right are those that find the same fact."""
        return self._examples((matched.measures, self._finds(matched)) for matched in self._matches)

    def windows(self) -> Examples:
        """Pairs of stretches of sentences that find the same fact: right are those that pin one."""
        return self._examples(
            (window.measures, self._share(window.left, window.right, Gold.pinned))
            for matched, beside in zip(self._matches, self._beside, strict=True)
            if self._finds(matched)
            for window in beside
        )

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

    def _examples(self, pairs: Iterable[tuple[Sequence[float], bool]]) -> Examples:
        import numpy as np

        rows, right = zip(*pairs, strict=True)
        return Examples(np.array(rows), np.array(right, dtype=float))

    def _finds(self, matched: Matched) -> bool:
        left, right = (self._sentences[number].passage for number in matched.pair)
        return self._share(left, right, Gold.found)

    def _share(self, left: Passage, right: Passage, reaches: Reaches) -> bool:
        """They find (or pin) the same fact."""
        return bool(self._facts(left, reaches) & self._facts(right, reaches))

    def _facts(self, passage: Passage, reaches: Reaches) -> frozenset[int]:
        known = self._told.get((passage, reaches))
        if known is None:
            known = facts_of(passage.span(self._articles), self.case.key.facts, reaches)
            self._told[passage, reaches] = known
        return known
