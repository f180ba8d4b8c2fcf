"""Trains the engine's small models on complete answer keys, and says what they reach on stories they have not seen.

python -m reader.evaluate.training ../shared/gold/complete > reader/compare/data/weights.json
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

from reader.compare import compare
from reader.compare.alignment import EDGE_MEASURES
from reader.compare.evidence import SENTENCE_MEASURES
from reader.compare.meaning import SENTENCE_MEASURES as SENTENCE_MEANING
from reader.compare.meaning import WINDOW_MEASURES as WINDOW_MEANING
from reader.compare.stretches import WINDOW_MEASURES
from reader.compare.weighing import Model, Models
from reader.evaluate import keys
from reader.evaluate.case import Case
from reader.evaluate.examples import Story
from reader.evaluate.fitting import Examples, choice, likelihood
from reader.evaluate.judgement import is_right, judge
from reader.evaluate.score import Score

SENTENCE_PENALTY = 100.0
"""Against large weights, on measures of unit variance: 7 points of found F1 are lost to overfitting with 1."""
PENALTY = 5.0
"""The same for stretches of sentences, which are many more."""


class Trainer:
    """What is measured of the stories of some keys, kept so that models can be fitted and scored without each."""

    def __init__(self, cases: Sequence[Case], *, semantic: bool) -> None:
        self.semantic = semantic
        self._sentence_names = SENTENCE_MEASURES + (SENTENCE_MEANING if semantic else ())
        self._window_names = WINDOW_MEASURES + (WINDOW_MEANING if semantic else ())
        self._stories = [Story(case, semantic=semantic) for case in cases]
        self._forgotten: frozenset[str] = frozenset()

    def forgetting(self, measures: frozenset[str]) -> Trainer:
        """The same stories, without these measures."""
        other = copy(self)
        other._forgotten = measures
        return other

    def models(self) -> Models:
        """Fitted on all stories."""
        return replace(self._fitted(self._stories), confidence=self._confidence())

    def held_out(self) -> Iterator[tuple[Case, Models]]:
        """For each story the models fitted on the others."""
        for story in self._stories:
            yield story.case, self._fitted(_without(story, self._stories))

    def score(self) -> Score:
        """What the models reach on stories that they were not fitted on, through the whole engine."""
        total = Score()
        for case, fitted in self.held_out():
            alignments = compare(case.articles, semantic=self.semantic, weighed=fitted).alignments
            total += judge(alignments, case.key).score
        return total

    def _fitted(self, stories: Sequence[Story]) -> Models:
        """Fitted on these stories.

        What decides on stretches learns from those that models chose which had not seen their story, as it will meet
        them. Not so with vectors, where models that had seen it teach better: found F1 is .732 instead of .719 on other
        stories, and pinned F1 .609 instead of .600. By words alone found F1 would be .696 instead of .707.
        """
        choosing = self._choosing(stories)
        edges = [
            story.edges(*(choosing if self.semantic else self._choosing(_without(story, stories)))) for story in stories
        ]
        edge = likelihood(edges, EDGE_MEASURES + self._window_names, PENALTY, self._forgotten)
        return Models(*choosing, edge, IDENTITY, figures={})

    def _choosing(self, stories: Sequence[Story]) -> tuple[Model, Model]:
        """The models that say which sentences share a fact and which stretches of them tell it."""
        pairs = [story.sentences for story in stories]
        choices = [choices for story in stories for choices in story.windows]
        return (
            likelihood(pairs, self._sentence_names, SENTENCE_PENALTY, self._forgotten),
            choice(choices, self._window_names, PENALTY, self._forgotten),
        )

    def _confidence(self) -> Model:
        """Turns the mean score of an alignment's pairs into a probability, from stories that were held out."""
        import numpy as np

        rows, right = [], []
        for case, fitted in self.held_out():
            facts = case.key.facts
            for alignment in compare(case.articles, semantic=self.semantic, weighed=fitted).alignments:
                rows.append([_logit(alignment.confidence), float(len(alignment.members) - 2)])
                right.append(float(is_right(alignment, facts)))
        return likelihood([Examples(np.array(rows), np.array(right))], ("strength", "members"), 1.0, frozenset())


def _without(story: Story, stories: Sequence[Story]) -> Sequence[Story]:
    """The other stories."""
    return [other for other in stories if other is not story]


IDENTITY = Model(("strength", "members"), (1.0, 0.0), 0.0)
"""Leaves the mean score of an alignment's pairs as it is."""


def _logit(probability: float) -> float:
    inside = min(0.999, max(0.001, probability))
    return math.log(inside / (1 - inside))


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
        "edge": told(models.edge),
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
