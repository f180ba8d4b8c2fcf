"""One reader's state: walks, jumps, search and notes, without any screen."""

from __future__ import annotations

import pytest

from reader.compare.selection import Selection
from reader.model import Comparison
from reader.notes import Store
from reader.tui.reading import Reading
from reader.tui.stops import Walk


def ids(reading: Reading) -> list[str]:
    """The stops in reading order."""
    return [stop.id for stop in reading.stops]


def test_unique_details_stand_where_they_are_read(reading: Reading) -> None:
    """A unique detail follows the alignment before it in its own article."""
    assert ids(reading) == ["a1", "a2", "herald+166", "a3", "courier+133", "a4"]


@pytest.mark.parametrize(
    ("walk", "expected"),
    [
        ("alignment", ["a1", "a2", "a3", "a4"]),
        ("difference", ["a1", "a2"]),
        ("agreement", ["a4"]),
        ("unique", ["herald+166", "courier+133"]),
        ("figure", ["a1"]),
        ("voice", ["a2"]),
        ("doubtful", ["a3"]),
    ],
)
def test_walks(reading: Reading, walk: Walk, expected: list[str]) -> None:
    """Each walk visits its stops in order, stops at the end, and comes back the same way."""
    visited = []
    while reading.step(walk, 1):
        visited.append(reading.cursor.stop)
    assert visited == expected
    back = []
    while reading.step(walk, -1):
        back.append(reading.cursor.stop)
    assert back == expected[-2::-1]


def test_counts_stop_at_the_last(reading: Reading) -> None:
    """A count goes that many stops, and not past the last one."""
    reading.step("alignment", 3)
    assert reading.cursor.stop == "a3"
    reading.step("alignment", 40)
    assert reading.cursor.stop == "a4"
    assert reading.rank() == (4, 4)


def test_the_column_in_use_stays_where_it_has_a_member(reading: Reading) -> None:
    """Stepping does not move to another column unless this one is silent."""
    reading.use(1)
    reading.step("alignment", 1)
    assert reading.cursor.article == "courier"
    reading.go(reading.stops[-1])
    assert reading.cursor.article == "herald"


def test_jumps_go_back_and_forward(reading: Reading) -> None:
    """The jump list leads back through what was visited, and forward again."""
    for _ in range(3):
        reading.step("alignment", 1)
    assert reading.back()
    assert reading.cursor.stop == "a2"
    assert reading.back()
    assert reading.forward(2)
    assert reading.cursor.stop == "a3"
    assert not reading.forward()


def test_search_is_on_the_text(reading: Reading) -> None:
    """A match may run over a line break, wraps around at the end, and puts the cursor on the stop that holds it."""
    reading.find("the  old BRIDGE")
    assert reading.search is not None
    assert reading.search.found == ()
    reading.find("old bridge")
    assert [match.article for match in reading.search.found] == ["herald", "courier"]
    reading.step_match(1)
    assert reading.cursor.stop == "a1"
    reading.step_match(1)
    assert reading.cursor.article == "courier"
    reading.step_match(1)
    assert reading.cursor.article == "herald"


def test_a_place_without_a_stop_knows_what_is_next(reading: Reading) -> None:
    """From a place in the text, the walk goes on with what comes after it there."""
    reading.go_to("herald", reading.article.text.index("The town has owned"))
    assert reading.stop is None
    reading.step("alignment", 1)
    assert reading.cursor.stop == "a3"


def test_notes_are_kept_and_found_again(comparison: Comparison) -> None:
    """A note on an alignment or a passage is there when the same articles are opened again, and can be rewritten."""
    store = Store.open(None)
    reading = Reading(comparison.articles, store)
    reading.compare(comparison)
    reading.step("alignment", 1)
    reading.write("Ask the weather service.")
    reading.go_to("herald", reading.article.text.index("The town has owned"))
    reading.write("Since 1901?")
    again = Reading(comparison.articles, store)
    again.compare(comparison)
    assert [entry.note.body for entry in again.notebook.on_alignment("a1")] == ["Ask the weather service."]
    again.step("alignment", 1)
    note = again.note()
    assert note is not None
    again.write("Asked.", note)
    assert [entry.note.body for entry in again.notebook.on_alignment("a1")] == ["Asked."]
    again.write("", again.note())
    assert again.note() is None


def test_filters_keep_the_place_where_it_is_still_there(reading: Reading) -> None:
    """What is filtered out is not stepped to, and is counted."""
    reading.step("difference", 1)
    reading.filter(Selection(only=frozenset({"difference"})))
    assert reading.cursor.stop == "a1"
    assert ids(reading) == ["a1", "a2"]
    assert "2 of 4 alignments" in reading.hidden


def test_a_new_comparison_keeps_the_place(reading: Reading, comparison: Comparison) -> None:
    """After a new alignment one is at the same place in the text."""
    reading.step("alignment", 2)
    before = reading.cursor
    reading.compare(comparison)
    assert reading.cursor == before
