"""The small models that weigh the evidence: logistic regressions, with weights that a reader can look at."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic regression over named measures."""

    measures: tuple[str, ...]
    weights: tuple[float, ...]
    """One for each measure, as it is measured."""
    bias: float

    def score(self, values: Sequence[float]) -> float:
        """The logarithm of the odds that the passages report the same fact."""
        evidence: float = sum(map(mul, self.weights, values))
        return self.bias + evidence


@dataclass(frozen=True, slots=True)
class Models:
    """What one kind of evidence is weighed with."""

    sentence: Model
    """Two sentences share a fact."""
    window: Model
    """Two stretches of sentences that share a fact are the words that report it: it chooses among them."""
    edge: Model
    """The stretches that were chosen report the same fact: it decides."""
    confidence: Model
    """An alignment is right, from the scores of its pairs."""
    figures: Mapping[str, float]
    """What they reached on stories that they were not trained on."""


def probability(score: float) -> float:
    """The probability whose odds have this logarithm."""
    return 1 / (1 + math.exp(-score)) if score > -700 else 0.0


@lru_cache(maxsize=2)
def models(kind: str) -> Models:
    """The models for evidence of `kind`: "words", or "meaning" where vectors stand beside the words."""
    text = (Path(__file__).parent / "data" / "weights.json").read_text(encoding="utf-8")
    entry = json.loads(text)[kind]
    sentence, window, edge, confidence = (
        Model(tuple(model["weights"]), tuple(model["weights"].values()), model["bias"])
        for model in (entry["sentence"], entry["window"], entry["edge"], entry["confidence"])
    )
    return Models(sentence, window, edge, confidence, entry["figures"])
