"""Small models fitted to examples."""

from __future__ import annotations

import math

import pytest

from reader.evaluate.fitting import Examples, choice, likelihood

np = pytest.importorskip("numpy")


def examples(*pairs: tuple[tuple[float, ...], float]) -> Examples:
    """Examples of rows with what they are worth."""
    return Examples(np.array([row for row, _ in pairs]), np.array([worth for _, worth in pairs]))


def test_likelihood_gives_the_odds_of_what_it_was_shown() -> None:
    """Where a measure tells nothing, the score is the logarithm of the odds of all examples."""
    shown = examples(*[((1.0,), 1.0)] * 3, ((1.0,), 0.0))
    assert abs(likelihood([shown], ["measure"], 1.0, ()).score((1.0,)) - math.log(3)) < 1e-6


def test_choice_prefers_what_was_worth_more_among_the_same_examples() -> None:
    """Only what stands in the same examples is compared: that all of one story are higher tells nothing."""
    near = examples(((1.0,), 1.0), ((2.0,), 0.0), ((3.0,), 0.0))
    far = examples(((101.0,), 1.0), ((102.0,), 0.0))
    model = choice([near, far], ["measure"], 0.1, ())
    assert model.score((1.0,)) > model.score((2.0,)) > model.score((3.0,))


def test_choice_takes_the_better_of_two_that_are_worth_something() -> None:
    """What is worth more pulls harder."""
    shown = [examples(((0.0,), 0.2), ((1.0,), 1.0), ((2.0,), 0.0), ((-1.0,), 0.0))] * 5
    model = choice(shown, ["measure"], 0.1, ())
    assert model.weights[0] > 0


def test_a_measure_left_out_has_no_weight() -> None:
    """Neither model looks at what it is told to do without."""
    shown = examples(((1.0, 5.0), 1.0), ((2.0, 7.0), 0.0), ((3.0, 6.0), 0.0))
    for fit in (likelihood, choice):
        model = fit([shown], ["kept", "left out"], 1.0, {"left out"})
        assert model.weights[0] < 0
        assert model.weights[1] == 0
