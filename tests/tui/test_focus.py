"""The focus view: one article, the others beside it, on the cursor of all views."""

from __future__ import annotations

import pytest

from reader.model import Comparison
from reader.notes import Store
from reader.tui.reading import Reading
from reader.tui.screens.reading import ReadingScreen
from reader.tui.views.focus import FocusView
from reader.tui.widgets.page import Page
from tests.tui.conftest import Opened, frame, room
from tests.tui.crowd import crowd
from tests.tui.golden import SIZES, assert_frame


@pytest.mark.parametrize("size", SIZES)
async def test_frames(reading: Reading, opened: Opened, size: tuple[int, int]) -> None:
    """The view at the three sizes."""
    async with opened(reading, size) as pilot:
        await pilot.press("n", "v")
        await pilot.pause()
        assert_frame(pilot, f"focus-{size[0]}x{size[1]}")


async def test_nine_articles(opened: Opened) -> None:
    """With eight outlets on one passage each has its line, and all are there."""
    found = crowd()
    reading = Reading(found.articles, Store.open(None))
    reading.compare(found)
    async with opened(reading) as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert_frame(pilot, "focus-nine")


async def test_the_cursor_is_that_of_the_columns(reading: Reading, opened: Opened) -> None:
    """Switching views keeps the alignment and the article, both ways."""
    async with opened(reading) as pilot:
        await pilot.press("l", "n", "n", "v")
        assert isinstance(room(pilot).view, FocusView)
        assert (reading.cursor.article, reading.cursor.stop) == ("courier", "a2")
        assert "Valley Courier" in frame(pilot)
        await pilot.press("l")
        assert reading.cursor.article == "post"
        assert "silent on the alignment" in frame(pilot)
        await pilot.press("h", "V")
        assert room(pilot).opened == "Columns"
        assert reading.cursor.stop == "a2"


async def test_walks_stay_in_the_article(reading: Reading, opened: Opened) -> None:
    """Stepping visits what this article has, and says so at its end."""
    async with opened(reading) as pilot:
        await pilot.press("v", "1")
        visited = []
        for _ in range(3):
            await pilot.press("n")
            visited.append(reading.cursor.stop)
        assert visited == ["a1", "a2", "a4"]
        await pilot.press("n")
        assert "There is no alignment after this one in The Herald." in frame(pilot)


async def test_scrolling(opened: Opened) -> None:
    """Lines, half pages, pages and both ends."""
    found = crowd(2)
    reading = Reading(found.articles, Store.open(None))
    reading.compare(found)
    async with opened(reading, (64, 12)) as pilot:
        await pilot.press("v")
        await pilot.pause()
        page = pilot.app.screen.query_one(Page)
        tops = []
        for key in ("j", "k", "d", "u", "G", "g", "space", "b"):
            await pilot.press(key)
            tops.append(page.top)
        assert tops[0] == 1
        assert tops[1] == tops[3] == tops[5] == tops[7] == 0
        assert tops[2] > 0
        assert tops[4] > tops[0]
        assert tops[6] > tops[2]


async def test_a_click_on_a_remark_goes_to_its_alignment(reading: Reading, opened: Opened) -> None:
    """And a click on the text goes to the passage."""
    async with opened(reading) as pilot:
        await pilot.press("v")
        await pilot.pause()
        lines = frame(pilot).splitlines()
        row = next(number for number, line in enumerate(lines) if "Hail fell for 21" in line)
        top = pilot.app.screen.query_one(Page).region.y
        await pilot.click(Page, offset=(lines[row].index("Hail"), row - top))
        assert reading.cursor.stop == "a1"
        row = next(number for number, line in enumerate(lines) if "Nobody was hurt" in line)
        await pilot.click(Page, offset=(6, row - top))
        assert reading.cursor.stop == "a2"


async def test_narrow_terminals_have_remarks_beneath(reading: Reading, opened: Opened) -> None:
    """Nothing is lost but room."""
    async with opened(reading, (50, 30)) as pilot:
        await pilot.press("v")
        await pilot.pause()
        lines = frame(pilot).splitlines()
        closed = next(number for number, line in enumerate(lines) if "hail." in line)
        assert "≠ 2" in lines[closed + 1]


async def test_without_a_comparison(comparison: Comparison, opened: Opened) -> None:
    """The text can be read before the findings are there, when there are none, and when comparing failed."""
    reading = Reading(comparison.articles, Store.open(None))
    async with opened(reading) as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert "Nobody was hurt, the mayor said." in frame(pilot)
        assert "can be read while they are compared" in frame(pilot)
        room(pilot).post_message(ReadingScreen.NotCompared("the comparison ended too early"))
        await pilot.pause()
        assert "Nobody was hurt, the mayor said." in frame(pilot)
        assert "There is no comparison: the comparison ended too early." in frame(pilot)


async def test_one_article(comparison: Comparison, opened: Opened) -> None:
    """One article is read alone."""
    alone = Reading(comparison.articles[:1], Store.open(None))
    alone.compare(Comparison(comparison.articles[:1]))
    async with opened(alone) as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert "There is one article, and nothing to compare it with; open two or more." in frame(pilot)
        assert "beside it" not in frame(pilot)
