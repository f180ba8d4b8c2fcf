"""The matrix view: facts against outlets, on the cursor of all views."""

from __future__ import annotations

import pytest

from reader.model import Comparison
from reader.notes import Store
from reader.tui.reading import Reading
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.sheet import Sheet
from tests.tui.conftest import Opened, frame, room
from tests.tui.crowd import crowd
from tests.tui.golden import SIZES, assert_frame


@pytest.mark.parametrize("size", SIZES)
async def test_frames(reading: Reading, opened: Opened, size: tuple[int, int]) -> None:
    """The view at the three sizes."""
    async with opened(reading, size) as pilot:
        await pilot.press("n", "v", "v")
        await pilot.pause()
        assert_frame(pilot, f"matrix-{size[0]}x{size[1]}")


@pytest.mark.parametrize("number", [1, 2, 9])
async def test_one_to_nine_articles(opened: Opened, number: int) -> None:
    """Outlets that do not fit come with the cursor, and the status line says which are in sight."""
    found = crowd(number)
    reading = Reading(found.articles, Store.open(None))
    reading.compare(found if number > 1 else Comparison(found.articles))
    async with opened(reading, (80, 24)) as pilot:
        await pilot.press("v", "v", *("l" * 8 if number == 9 else "j"))
        await pilot.pause()
        assert_frame(pilot, f"matrix-{number}-outlets")


async def test_rows_and_outlets(reading: Reading, opened: Opened) -> None:
    """j and k move by a row, h and l by an outlet; the outlet stays although it is silent on a fact."""
    async with opened(reading) as pilot:
        await pilot.press("v", "v", "j")
        assert reading.cursor.stop == "a1"
        await pilot.press("l", "l", "j", "j")
        assert (reading.cursor.article, reading.cursor.stop) == ("post", "herald+166")
        await pilot.press("k")
        assert reading.cursor.stop == "a2"
        await pilot.press("G")
        assert reading.cursor.stop == "a4"
        await pilot.press("g")
        assert reading.cursor.stop == "a1"
        assert not reading.jumps.behind


async def test_sorting(reading: Reading, opened: Opened) -> None:
    """O sorts, walks follow the rows as they are sorted, and the cursor stays on its fact."""
    async with opened(reading) as pilot:
        await pilot.press("v", "v", "j", "O")
        assert "facts by conflict" in frame(pilot)
        assert reading.cursor.stop == "a1"
        await pilot.press("n")
        assert reading.cursor.stop == "a4"
        await pilot.press("O")
        assert "facts by silence" in frame(pilot)
        await pilot.press("O")
        assert "facts by reading order" in frame(pilot)


async def test_enter_goes_to_the_place(reading: Reading, opened: Opened) -> None:
    """To the view of the texts that was open last; q goes back there too."""
    async with opened(reading) as pilot:
        await pilot.press("v", "v", "j", "j", "enter")
        assert room(pilot).opened == "Focus"
        assert reading.cursor.stop == "a2"
        await pilot.press("v", "q")
        assert room(pilot).opened == "Focus"
        await pilot.press("v", "escape")
        assert room(pilot).opened == "Focus"


async def test_the_mouse(reading: Reading, opened: Opened) -> None:
    """A click chooses a row, two open it; a click on a name uses that outlet."""
    async with opened(reading) as pilot:
        await pilot.press("v", "v")
        await pilot.pause()
        await pilot.click(Sheet, offset=(8, 4))
        assert reading.cursor.stop == "a2"
        heading = frame(pilot).splitlines()[3]
        await pilot.click(Sheet, offset=(heading.index("Evening"), 1))
        assert reading.cursor.article == "post"
        await pilot.click(Sheet, offset=(8, 3), times=2)
        assert room(pilot).opened == "Focus"
        assert reading.cursor.stop == "a1"


async def test_without_a_comparison(comparison: Comparison, opened: Opened) -> None:
    """The table says why it is empty: not yet, or not at all."""
    reading = Reading(comparison.articles, Store.open(None))
    async with opened(reading) as pilot:
        await pilot.press("v", "v", "j", "enter")
        await pilot.pause()
        assert "can be read while they are compared" in frame(pilot)
        room(pilot).post_message(ReadingScreen.NotCompared("the comparison ended too early"))
        await pilot.pause()
        assert "There is no comparison: the comparison ended too early." in frame(pilot)
        room(pilot).post_message(ReadingScreen.Compared(comparison))
        await pilot.pause()
        assert "≠ 21 minutes lede" in frame(pilot)


async def test_what_a_reader_of_one_outlet_misses(reading: Reading, opened: Opened) -> None:
    """Above the facts stands how many the outlet in use lacks, and no row leaps where it lacks none."""
    async with opened(reading, (120, 36)) as pilot:
        await pilot.press("v", "v")
        await pilot.pause()
        before = frame(pilot).splitlines()
        assert "reading only 1" not in "\n".join(before)
        await pilot.press("l", "l")
        await pilot.pause()
        after = frame(pilot).splitlines()
        assert "reading only 3 Evening Post misses" in after[2]
        assert before[5][4:30] == after[5][4:30]
