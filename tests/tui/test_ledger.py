"""The ledger: all differences by kind, searched, walked, and the way to their places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from reader.compare.selection import Selection
from reader.model import Comparison
from reader.notes import Store
from reader.tui.ledger import entries, heading, line, measure
from reader.tui.lineup import highlighted, plain
from reader.tui.reading import Reading
from reader.tui.screens.reading import ReadingScreen
from reader.tui.search import pattern
from reader.tui.wording import values
from tests.tui.conftest import Opened, frame, room
from tests.tui.crowd import crowd
from tests.tui.golden import SIZES, assert_frame


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [("a1", "number"), ("a2", "attribution")]),
        ("hail", [("a1", "number")]),
        ("rounding", [("a1", "number")]),
        ("21 min", [("a1", "number")]),
        ("framing", [("a2", "attribution")]),
        ("no injuries", [("a2", "attribution")]),
        ("Police", []),
        ("nothing of the kind", []),
    ],
)
def test_entries(reading: Reading, query: str, expected: list[tuple[str, str]]) -> None:
    """By kind; a search looks at kind, verdict, reason, values in both forms, and at the passages."""
    found = entries(reading.stops, reading.ids, pattern(query))
    assert [(entry.stop.id, entry.difference.kind) for entry in found] == expected


@pytest.mark.parametrize("width", [60, 80, 100, 120, 150, 200])
def test_rows_fit(width: int) -> None:
    """No line is wider than the screen."""
    found = crowd()
    reading = Reading(found.articles, Store.open(None))
    reading.compare(found)
    rows = entries(reading.stops, reading.ids)
    widths = measure(width)
    assert rows
    for shown in (line(rows[0], False, True, True, widths), heading(rows, "", widths)[1]):
        assert cell_len(plain(shown)) <= width


def test_matches_are_marked() -> None:
    """What a search finds is drawn as a match, the rest as it was, and nothing is lost."""
    wanted = pattern("20 min")
    assert wanted is not None
    shown = highlighted((("20 minutes (1)", ("different",)), (" · 21", ())), wanted)
    assert shown == (("20 min", ("different", "match")), ("utes (1)", ("different",)), (" · 21", ()))


@pytest.mark.parametrize("size", SIZES)
async def test_frames(reading: Reading, opened: Opened, size: tuple[int, int]) -> None:
    """The view at the three sizes."""
    async with opened(reading, size) as pilot:
        await pilot.press("n", "L")
        await pilot.pause()
        assert_frame(pilot, f"ledger-{size[0]}x{size[1]}")


async def test_nine_outlets(opened: Opened) -> None:
    """Values of nine outlets are told by the numbers of their columns."""
    found = crowd()
    reading = Reading(found.articles, Store.open(None))
    reading.compare(found)
    async with opened(reading) as pilot:
        await pilot.press("L")
        await pilot.pause()
        assert "Three people (2, 4, 6, 8) · 3 people (3, 5, 7, 9)" in frame(pilot)


def test_values_of_an_article_that_is_not_shown(reading: Reading) -> None:
    """What an article of another event gives is told too: a difference has two sides."""
    difference = entries(reading.stops, reading.ids)[0].difference
    first, second = difference.values[0].article, difference.values[-1].article
    assert values(difference, [first]).endswith(f"· {difference.values[-1].text} (elsewhere)")
    assert "elsewhere" not in values(difference, [first, second])


async def test_rows_and_the_way_to_their_places(reading: Reading, opened: Opened) -> None:
    """j and n go down, k up, Enter to the place in the view of the texts that was open; L comes back to the row."""
    async with opened(reading) as pilot:
        await pilot.press("L", "j")
        assert reading.cursor.stop == "a1"
        await pilot.press("n")
        assert reading.cursor.stop == "a2"
        await pilot.press("n")
        assert "There is no alignment after this one in the ledger." in frame(pilot)
        await pilot.press("enter")
        assert room(pilot).opened == "Columns"
        assert reading.cursor.stop == "a2"
        await pilot.press("L", "k")
        assert room(pilot).opened == "Ledger"
        assert reading.cursor.stop == "a1"
        await pilot.press("L")
        assert room(pilot).opened == "Columns"


async def test_walks_by_kind(reading: Reading, opened: Opened) -> None:
    """Walks stop at rows of their kind, and there are none of agreement."""
    async with opened(reading) as pilot:
        await pilot.press("L", "]", '"')
        assert reading.cursor.stop == "a2"
        await pilot.press("[", "#")
        assert reading.cursor.stop == "a1"
        await pilot.press("]", "a")
        assert "There is no agreement in the ledger." in frame(pilot)


async def test_searching(reading: Reading, opened: Opened) -> None:
    """A search leaves the rows that have it, counts them while it is typed, and Escape brings all back."""
    async with opened(reading) as pilot:
        await pilot.press("L", "slash", *"mayor")
        await pilot.pause()
        assert "1 differing detail" in frame(pilot)
        await pilot.press("enter")
        assert reading.cursor.stop == "a2"
        assert "20 minutes (1)" not in frame(pilot)
        await pilot.press("escape")
        assert "20 minutes (1)" in frame(pilot)
        await pilot.press("slash", *"zeppelin", "enter")
        assert "'zeppelin' was not found." in frame(pilot)


async def test_the_mouse(reading: Reading, opened: Opened) -> None:
    """A click chooses a row, two open it."""
    async with opened(reading) as pilot:
        await pilot.press("L")
        await pilot.pause()
        await pilot.click("LedgerView Sheet", offset=(20, 4))
        assert reading.cursor.stop == "a2"
        await pilot.click("LedgerView Sheet", offset=(20, 3), times=2)
        assert reading.cursor.stop == "a1"
        assert room(pilot).opened == "Columns"


async def test_without_differences(comparison: Comparison, opened: Opened) -> None:
    """The ledger says why it is empty: not yet, not at all, or nothing differs."""
    reading = Reading(comparison.articles, Store.open(None))
    async with opened(reading) as pilot:
        await pilot.press("L", "j", "enter")
        await pilot.pause()
        assert "can be read while they are compared" in frame(pilot)
        room(pilot).post_message(ReadingScreen.NotCompared("the comparison ended too early"))
        await pilot.pause()
        assert "There is no comparison: the comparison ended too early." in frame(pilot)
        same = Comparison(comparison.articles, comparison.events, comparison.alignments[3:])
        room(pilot).post_message(ReadingScreen.Compared(same))
        await pilot.pause()
        assert "No details were found that these articles give differently." in frame(pilot)


async def test_the_mere_choice_of_words_is_left_out(reading: Reading, comparison: Comparison, opened: Opened) -> None:
    """It is counted, and listed for who asks for it."""
    first, *others = comparison.alignments
    worded = replace(first.differences[0], kind="wording", verdict="compatible", reason="Other words.")
    changed = replace(first, differences=(*first.differences, worded))
    reading.compare(replace(comparison, alignments=(changed, *others)))
    async with opened(reading) as pilot:
        await pilot.press("L")
        await pilot.pause()
        assert "1 of wording left out" in frame(pilot)
        assert "2 differing details" in frame(pilot)
        reading.filter(Selection(kinds=frozenset({"wording"})))
        room(pilot).rebuild()
        await pilot.pause()
        assert "1 differing detail " in frame(pilot)
        assert "left out" not in frame(pilot)


async def test_what_a_view_does_not_do_is_said(reading: Reading, opened: Opened) -> None:
    """A key that is for another view is answered."""
    async with opened(reading) as pilot:
        await pilot.press("L", "S")
        await pilot.pause()
        assert "Scroll lock: not in this view." in frame(pilot)
        await pilot.press("L", "S")
        await pilot.pause()
        assert "Each column scrolls by itself." in frame(pilot)
