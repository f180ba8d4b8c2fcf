"""Trains the engine's small models on complete answer keys, and says what they reach on stories they have not seen.

python -m reader.evaluate.training ../shared/gold/complete > reader/compare/data/weights.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.compare import compare
from reader.compare.alignment import UNLIKELY, Aligner, Matched
from reader.compare.evidence import SENTENCE_MEASURES, WINDOW_MEASURES
from reader.compare.meaning import SENTENCE_MEASURES as SENTENCE_MEANING
from reader.compare.meaning import WINDOW_MEASURES as WINDOW_MEANING
from reader.compare.meaning import Meaning
from reader.compare.passages import Passage, read
from reader.compare.weighing import Model, Models
from reader.evaluate import keys
from reader.evaluate.case import Case
from reader.evaluate.gold import Gold
from reader.evaluate.judgement import facts_of, judge
from reader.evaluate.score import Score
from reader.model import Alignment, Article

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Rows = npt.NDArray[np.float64]

SENTENCE_PENALTY = 100.0
"""Against large weights, on measures of unit variance: 7 points of found F1 are lost to overfitting with 1."""
WINDOW_PENALTY = 10.0
UNTRAINED = Model((), (), 0.0)


@dataclass(frozen=True, slots=True)
class Examples:
    """Pairs of one story with what is measured of them and whether they are right."""

    rows: Rows
    right: Rows


class Trainer:
    """What is measured of the stories of some keys, kept so that models can be fitted and scored without each."""

    def __init__(self, cases: Sequence[Case], *, semantic: bool) -> None:
        names = SENTENCE_MEASURES + (SENTENCE_MEANING if semantic else ())
        window_names = WINDOW_MEASURES + (WINDOW_MEANING if semantic else ())
        self.cases = cases
        self.semantic = semantic
        self._sentence_names, self._window_names = names, window_names
        self._stories = [self._story(case) for case in cases]
        self._without: frozenset[str] = frozenset()

    def forgetting(self, measures: frozenset[str]) -> Trainer:
        """The same stories, without these measures."""
        other = copy(self)
        other._without = measures
        return other

    def _story(self, case: Case) -> tuple[Aligner, list[Matched], Sequence[Article]]:
        articles = sorted(case.articles, key=lambda article: (article.id, article.text))
        sentences = read(articles)
        blank = Models(
            Model(self._sentence_names, (0.0,) * len(self._sentence_names), 0.0), UNTRAINED, UNTRAINED, figures={}
        )
        meaning: Callable[[Mapping[str, float]], Meaning] | None = None
        if self.semantic:

            def meaning(weight: Mapping[str, float]) -> Meaning:
                return Meaning(sentences, articles, weight)

        aligner = Aligner(sentences, [0] * len(articles), blank, meaning)
        return aligner, list(aligner.matches()), articles

    def models(self) -> Models:
        """Fitted on all stories."""
        sentence = self._sentence_model(range(len(self.cases)))
        fold_scores = [self._sentence_model(self._others(held)) for held in range(len(self.cases))]
        examples = [self._window_examples(story, fold_scores[story]) for story in range(len(self.cases))]
        window = _fit(examples, self._window_names, WINDOW_PENALTY, self._without)
        return Models(sentence, window, self._confidence([*self.held_out()]), figures={})

    def held_out(self) -> Iterator[tuple[Case, Models]]:
        """For each story the models fitted on the others."""
        everyone = range(len(self.cases))
        fold_models = [self._sentence_model(self._others(held)) for held in everyone]
        examples = [self._window_examples(story, fold_models[story]) for story in everyone]
        for held in everyone:
            window = _fit(
                [examples[story] for story in self._others(held)], self._window_names, WINDOW_PENALTY, self._without
            )
            yield self.cases[held], Models(fold_models[held], window, IDENTITY, figures={})

    def score(self) -> Score:
        """What the models reach on stories that they were not fitted on, through the whole engine."""
        total = Score()
        for case, fitted in self.held_out():
            alignments = compare(case.articles, semantic=self.semantic, weighed=fitted).alignments
            total += judge(alignments, case.key).score
        return total

    def _others(self, held: int) -> list[int]:
        return [story for story in range(len(self.cases)) if story != held]

    def _sentence_model(self, stories: Sequence[int]) -> Model:
        return _fit(
            [self._sentence_examples(story) for story in stories], self._sentence_names, SENTENCE_PENALTY, self._without
        )

    def _sentence_examples(self, story: int) -> Examples:
        import numpy as np

        aligner, matches, articles = self._stories[story]
        facts = self.cases[story].key.facts
        told = [facts_of(sentence.passage.span(articles), facts) for sentence in aligner.sentences]
        rows = np.array([matched.measures for matched in matches])
        right = np.array([bool(told[matched.pair[0]] & told[matched.pair[1]]) for matched in matches], dtype=float)
        return Examples(rows, right)

    def _window_examples(self, story: int, sentence: Model) -> Examples:
        import numpy as np

        aligner, matches, articles = self._stories[story]
        facts = self.cases[story].key.facts
        told: dict[Passage, frozenset[int]] = {}

        def pinned(passage: Passage) -> frozenset[int]:
            if passage not in told:
                told[passage] = facts_of(passage.span(articles), facts, Gold.pinned)
            return told[passage]

        rows, right = [], []
        for matched in matches:
            scored = replace(matched, score=sentence.score(matched.measures))
            if scored.score >= UNLIKELY:
                for left, other, measures in aligner.windows(scored):
                    rows.append(measures)
                    right.append(float(bool(pinned(left) & pinned(other))))
        return Examples(np.array(rows), np.array(right))

    def _confidence(self, held_out: Sequence[tuple[Case, Models]]) -> Model:
        """Turns the mean score of an alignment's pairs into a probability, from stories that were held out."""
        import numpy as np

        rows, right = [], []
        for case, fitted in held_out:
            facts = case.key.facts
            for alignment in compare(case.articles, semantic=self.semantic, weighed=fitted).alignments:
                rows.append([_logit(alignment.confidence), float(len(alignment.members) - 2)])
                right.append(float(_is_right(alignment, facts)))
        return _fit([Examples(np.array(rows), np.array(right))], ("strength", "members"), 1.0, frozenset())


IDENTITY = Model(("strength", "members"), (1.0, 0.0), 0.0)
"""Leaves the mean score of an alignment's pairs as it is."""


def _is_right(alignment: Alignment, facts: Sequence[Any]) -> bool:
    """One fact of the key is found in each of its articles."""
    told: dict[str, frozenset[int]] = {}
    for member in alignment.members:
        told[member.article] = told.get(member.article, frozenset()) | facts_of(member, facts)
    return bool(frozenset.intersection(*told.values()))


def _logit(probability: float) -> float:
    import math

    inside = min(0.999, max(0.001, probability))
    return math.log(inside / (1 - inside))


def _fit(examples: Sequence[Examples], names: Sequence[str], penalty: float, without: frozenset[str]) -> Model:
    """A logistic regression by Newton's method, with a penalty on the squared weights of standardised measures."""
    import numpy as np

    rows = np.concatenate([each.rows for each in examples])
    right = np.concatenate([each.right for each in examples])
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1.0
    used = np.array([name not in without for name in names])
    standard = np.where(used, (rows - mean) / spread, 0.0)
    design = np.column_stack([standard, np.ones(len(standard))])
    ridge = np.diag([penalty] * len(names) + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(30):
        odds = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (right - odds) - ridge @ weights
        curvature = (design * (odds * (1 - odds))[:, None]).T @ design + ridge
        step = np.linalg.solve(curvature, gradient)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    plain = weights[:-1] / spread
    bias = weights[-1] - plain @ mean
    return Model(tuple(names), tuple(float(weight) for weight in plain), float(bias))


def figures(score: Score) -> dict[str, float]:
    """What is kept beside the weights."""
    return {
        "found F1": round(score.found.f1, 3),
        "pinned F1": round(score.pinned.f1, 3),
        "whole facts": round(score.whole / max(1, score.shared), 3),
    }


def _entry(models: Models, reached: Mapping[str, float]) -> dict[str, Any]:
    def told(model: Model) -> dict[str, Any]:
        weights = {name: round(weight, 4) for name, weight in zip(model.measures, model.weights, strict=True)}
        return {"bias": round(model.bias, 4), "weights": weights}

    return {
        "figures": reached,
        "sentence": told(models.sentence),
        "window": told(models.window),
        "confidence": told(models.confidence),
    }


def main() -> None:
    """Train on a folder of complete keys and print the weights."""
    cases = [keys.read(path) for path in sorted(Path(sys.argv[1]).glob("*.yaml"))]
    entries = {}
    for kind, semantic in (("words", False), ("meaning", True)):
        trainer = Trainer(cases, semantic=semantic)
        entries[kind] = _entry(trainer.models(), figures(trainer.score()))
        print(kind, entries[kind]["figures"], file=sys.stderr)
    print(json.dumps(entries, indent=1))


if __name__ == "__main__":
    main()
