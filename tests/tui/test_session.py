"""Sessions: the app opens where it was left, on the same stop, and forgives what does not fit."""

from __future__ import annotations

import json

import pytest

from reader.model import Comparison
from reader.notes import Store
from reader.tui.reading import Reading


def again(reading: Reading, comparison: Comparison) -> Reading:
    """The same articles opened another time, after a session was kept as the store keeps it."""
    other = Reading(comparison.articles, Store.open(None))
    other.resume(json.loads(json.dumps(dict(reading.state()))))
    other.compare(comparison)
    return other


@pytest.mark.parametrize("steps", range(1, 7))
def test_every_stop_is_found_again(reading: Reading, comparison: Comparison, steps: int) -> None:
    """Also where two stops have a passage at one place."""
    for stop in reading.stops[:steps]:
        reading.go(stop)
    opened = again(reading, comparison)
    assert opened.resumed == (reading.cursor.offset > 0)
    assert opened.cursor == reading.cursor


@pytest.mark.parametrize(
    "change",
    [
        {"stop": None},
        {"stop": 3},
        {"stop": [["herald", 0, 10**6]]},
        {"stop": [["nobody", 0, 5]]},
        {"stop": [["herald", "0", 5]]},
        {"stop": [[]]},
    ],
)
def test_a_stop_that_does_not_fit_is_left_out(
    reading: Reading, comparison: Comparison, change: dict[str, object]
) -> None:
    """The place is taken up all the same, with the stop that is there."""
    reading.go(reading.stops[1])
    other = Reading(comparison.articles, Store.open(None))
    other.resume({**reading.state(), **change})
    other.compare(comparison)
    assert (other.cursor.article, other.cursor.offset) == (reading.cursor.article, reading.cursor.offset)
    assert other.stop is not None


@pytest.mark.parametrize("change", [{"article": "nobody"}, {"article": 1}, {"offset": -1}, {"offset": 10**6}])
def test_a_place_that_does_not_fit_is_the_beginning(
    reading: Reading, comparison: Comparison, change: dict[str, object]
) -> None:
    """Nothing is taken up."""
    reading.go(reading.stops[1])
    other = Reading(comparison.articles, Store.open(None))
    other.resume({**reading.state(), **change})
    assert not other.resumed
    assert other.cursor.offset == 0
