"""Fits the engine's small models to examples: logistic regressions that say how likely, and such as choose."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.compare.weighing import Model

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Rows = npt.NDArray[np.float64]

ROUNDS = 300
"""Steps at most; a choice among the stretches of twelve stories is fitted in 70."""
STILL = 1e-6
"""Step of the largest weight, of measures of unit variance, at which a fit has come to rest."""


@dataclass(frozen=True, slots=True)
class Examples:
    """What is measured of pairs, a row each, and what they are worth, from 0 where wrong to 1 where right."""

    rows: Rows
    worth: Rows


def likelihood(examples: Sequence[Examples], names: Sequence[str], penalty: float, without: Collection[str]) -> Model:
    """A logistic regression by Newton's method, with a penalty on the squared weights of standardised measures."""
    import numpy as np

    rows, mean, spread = _standard([each.rows for each in examples], names, without)
    worth = np.concatenate([each.worth for each in examples])
    design = np.column_stack([rows, np.ones(len(rows))])
    ridge = np.diag([penalty] * len(names) + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(ROUNDS):
        odds = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (worth - odds) - ridge @ weights
        curvature = (design * (odds * (1 - odds))[:, None]).T @ design + ridge
        step = np.linalg.solve(curvature, gradient)
        weights += step
        if np.abs(step).max() < STILL:
            break
    plain = weights[:-1] / spread
    return Model(tuple(names), tuple(map(float, plain)), float(weights[-1] - plain @ mean))


def choice(examples: Sequence[Examples], names: Sequence[str], penalty: float, without: Collection[str]) -> Model:
    """A conditional logit: each of the examples holds what is to be chosen from, and the weights make it likely that
    what is chosen is worth something.

    By expectation and maximisation, each maximum approached by one step of Newton's method (McFadden, 1974; Dempster
    et al., 1977). The score tells which is better of the same examples, and nothing of others.
    """
    import numpy as np

    rows, _, spread = _standard([each.rows for each in examples], names, without)
    worth = np.concatenate([each.worth for each in examples])
    sizes = [len(each.rows) for each in examples]
    of = np.repeat(np.arange(len(examples)), sizes)
    first = np.cumsum([0, *sizes[:-1]])

    def shares(values: Rows) -> Rows:
        """Each value's share of the sum over the same examples."""
        found: Rows = values / np.add.reduceat(values, first)[of]
        return found

    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        score = rows @ weights
        likely = shares(np.exp(score - np.maximum.reduceat(score, first)[of]))
        wanted = shares(likely * worth)
        gradient = rows.T @ (wanted - likely) - penalty * weights
        centred = rows - np.add.reduceat(rows * likely[:, None], first)[of]
        curvature = (centred * likely[:, None]).T @ centred + penalty * np.eye(len(names))
        step = np.linalg.solve(curvature, gradient)
        weights += step
        if np.abs(step).max() < STILL:
            break
    return Model(tuple(names), tuple(map(float, weights / spread)), 0.0)


def _standard(rows: Sequence[Rows], names: Sequence[str], without: Collection[str]) -> tuple[Rows, Rows, Rows]:
    """Rows of measures of mean 0 and variance 1, those left out all 0, and what their mean and spread were."""
    import numpy as np

    together = np.concatenate(rows)
    mean, spread = together.mean(axis=0), together.std(axis=0)
    spread[spread == 0] = 1.0
    used = np.array([name not in without for name in names])
    return np.where(used, (together - mean) / spread, 0.0), mean, spread
