"""The matrix as a table: rows, sortings, prominence, and widths that fit."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from reader.model import Article
from reader.notes import Store
from reader.tui.facts import Sorting, facts, fewest, header, line, measure
from reader.tui.lineup import cut, plain
from reader.tui.reading import Reading
from reader.tui.wording import where
from tests.tui.crowd import crowd


@pytest.mark.parametrize(
    ("sorting", "expected"),
    [
        ("reading order", ["a1", "a2", "herald+166", "a3", "courier+133", "a4"]),
        ("conflict", ["a2", "a1", "a4", "a3", "herald+166", "courier+133"]),
        ("silence", ["a3", "a4", "a2", "courier+133", "herald+166", "a1"]),
    ],
)
def test_sortings(reading: Reading, sorting: Sorting, expected: list[str]) -> None:
    """What most needs looking into first, or what one outlet alone lacks; reading order decides what is left open."""
    assert [fact.stop.id for fact in facts(reading.stops, reading.articles, sorting)] == expected


def test_cells_tell_value_and_prominence(reading: Reading) -> None:
    """Each outlet's own words for what differs, and where it has them; silence is an empty cell."""
    rows = {fact.stop.id: fact for fact in facts(reading.stops, reading.articles)}
    assert [given and (given.value, given.place) for given in rows["a1"].given] == [
        ("20 minutes", "lede"),
        ("21 minutes", "lede"),
        ("", "lede"),
    ]
    assert [given and given.place for given in rows["a4"].given] == ["title", None, "lede"]
    assert [given and given.place for given in rows["a2"].given] == ["¶2", "¶2", None]


@pytest.mark.parametrize(("offset", "expected"), [(0, "title"), (7, "lede"), (14, "lede"), (21, "¶2"), (30, "¶3")])
def test_prominence(offset: int, expected: str) -> None:
    """The title is not counted as a paragraph."""
    article = Article("a", "a", "Title\n\nFirst one.\n\nSecond.\n\nThird.", "A", title="Title")
    assert where(article, offset) == expected


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("number", [1, 2, 9])
def test_rows_fit(width: int, number: int) -> None:
    """No row is wider than the screen, whatever it shows, and at least one outlet is in sight."""
    found = crowd(number)
    reading = Reading(found.articles, Store.open(None))
    reading.compare(found)
    widths = measure(width, number)
    assert widths.outlets >= 1
    first = number - widths.outlets
    for row in facts(reading.stops, reading.articles):
        assert cell_len(plain(line(row, first, 0, True, True, widths))) <= width
    assert cell_len(plain(header(reading.articles, reading.own, first, 0, "conflict", widths))) <= width


def test_outlets_of_other_events_step_back(reading: Reading) -> None:
    """Their names are drawn as what is silent here; the outlet in use is marked whatever it reports."""
    names = header(reading.articles, {"herald"}, 0, 1, "conflict", measure(120, 3))[3::2]
    assert [layers for _, layers in names] == [("outlet",), ("used",), ("silent",)]


@pytest.mark.parametrize(
    ("chosen", "shared", "expected"),
    [
        (["courier", "herald"], 4, "1 The Herald and 2 Valley Courier tell all 4 shared facts"),
        (["courier"], 1, "2 Valley Courier tells the one shared fact"),
        (["courier", "herald", "post"], 4, ""),
        ([], 0, ""),
    ],
)
def test_which_outlets_are_enough(reading: Reading, chosen: list[str], shared: int, expected: str) -> None:
    """The fewest that tell all that several report, by their columns; nothing is said where all are needed."""
    assert fewest(reading.articles, chosen, shared) == expected


def test_cutting_counts_cells() -> None:
    """Wide characters count two, and what is missing is shown."""
    assert cut("日本語", 5) == "日本…"
    assert cut("abc", 3) == "abc"
    assert cut("abcd", 3) == "ab…"
    assert cut("abcd", 0) == ""
