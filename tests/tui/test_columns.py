"""The columns view: texts at once, in step, sliding, and nothing lost on the way."""

from __future__ import annotations

import asyncio

import pytest

from reader.model import Comparison
from reader.notes import Store
from reader.tui.reading import Reading
from reader.tui.screens import commanded
from reader.tui.screens.reading import ReadingScreen
from reader.tui.widgets.column import Column
from reader.tui.widgets.panel import Panel
from tests.tui.conftest import Opened, frame, room
from tests.tui.crowd import crowd
from tests.tui.golden import SIZES, assert_frame


async def test_the_texts_are_there_before_the_comparison(comparison: Comparison, opened: Opened) -> None:
    """Texts can be read at once; the findings arrive later and move nothing."""
    reading = Reading(comparison.articles, Store.open(None))
    async with opened(reading) as pilot:
        before = frame(pilot)
        assert "Nobody was hurt, the mayor said." in before
        assert "can be read while they are compared" in before
        room(pilot).post_message(ReadingScreen.Compared(comparison))
        await pilot.pause()
        after = frame(pilot)
        assert "≠" in after
        column = pilot.app.screen.query(Column).first()
        assert column.top == 0


async def test_a_step_brings_columns_in_step(reading: Reading, opened: Opened) -> None:
    """All members of the alignment begin on one row."""
    async with opened(reading, (120, 24)) as pilot:
        await pilot.press("]", "d", "]", "d")
        rows = {
            column.article.id: column.row_of(member.start)
            for column in pilot.app.screen.query(Column)
            for member in (reading.stop.of(column.article.id) if reading.stop else ())
        }
        assert set(rows) == {"herald", "courier"}
        assert len(set(rows.values())) == 1
        assert "silent" in frame(pilot)


async def test_columns_slide_where_not_all_fit(reading: Reading, opened: Opened) -> None:
    """At 80 columns two texts are shown, and the third comes with the cursor."""
    async with opened(reading, (80, 24)) as pilot:
        assert "columns 1–2 of 3" in frame(pilot)
        assert "Evening Post" not in frame(pilot)
        await pilot.press("l", "l")
        assert "columns 2–3 of 3" in frame(pilot)
        assert "Evening Post" in frame(pilot)
        await pilot.press("z")
        assert "column 3 of 3" in frame(pilot)


async def test_what_the_alignment_is_in_is_in_sight(reading: Reading, opened: Opened) -> None:
    """Where not all columns fit, those that the alignment is in come before a neighbour that is silent."""
    async with opened(reading, (80, 24)) as pilot:
        reading.go(next(stop for stop in reading.stops if stop.id == "a4"))
        room(pilot).show()
        await pilot.pause()
        assert "columns 1, 3 of 3" in frame(pilot)
        assert "silent" not in frame(pilot)
        await pilot.press("l")
        assert "columns 1–2 of 3" in frame(pilot)
        assert "silent" in frame(pilot)


async def test_neighbours_stay_together(opened: Opened) -> None:
    """Where all have the alignment, the columns in sight are those beside the one in use."""
    found = crowd()
    state = Reading(found.articles, Store.open(None))
    state.compare(found)
    async with opened(state, (100, 26)) as pilot:
        await pilot.press("n", "l", "l", "l")
        assert "columns 2–4 of 9" in frame(pilot)
        await pilot.press("9", "i", "escape")
        assert "columns 7–9 of 9" in frame(pilot)


async def test_a_key_that_leads_nowhere_says_why(reading: Reading, opened: Opened) -> None:
    """There is no outlet beyond the first and the last, and no number for one that is not there."""
    async with opened(reading, (80, 24)) as pilot:
        await pilot.press("h")
        assert "The Herald is the first outlet." in frame(pilot)
        await pilot.press("9", "i", "escape", "l")
        assert "Evening Post is the last outlet." in frame(pilot)


async def test_a_digit_alone_is_a_column(reading: Reading, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is understood when nothing has followed for a while."""
    async with opened(reading) as pilot:
        monkeypatch.setattr(commanded, "PATIENCE", 0.01)
        await pilot.press("3")
        async with asyncio.timeout(60):
            while reading.cursor.article != "post":
                await pilot.pause(0.01)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_frames(reading: Reading, opened: Opened, size: tuple[int, int]) -> None:
    """The columns at three sizes, on a difference with a note, as they are kept."""
    reading.step("alignment", 1)
    reading.write("Ask the weather service.")
    async with opened(reading, size) as pilot:
        assert_frame(pilot, f"columns-{size[0]}x{size[1]}")


async def test_a_very_small_terminal_shows_text(reading: Reading, opened: Opened) -> None:
    """What stands around the text makes room for it, down to a few lines; details are still to be had."""
    async with opened(reading, (24, 7)) as pilot:
        await pilot.press("n", "n")
        assert "▌" in frame(pilot)
        assert not room(pilot).query_one(Panel).display
        await pilot.press("enter")
        await pilot.pause()
        assert room(pilot).query_one(Panel).display


async def test_resizing_keeps_the_place(reading: Reading, opened: Opened) -> None:
    """After a resize the alignment is still in sight in every column that has it."""
    async with opened(reading, (120, 24)) as pilot:
        await pilot.press("2", "n")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        column = next(column for column in pilot.app.screen.query(Column) if column.article.id == "herald")
        assert reading.stop is not None
        assert column.row_of(reading.stop.members[0].start) is not None


async def test_article_text_is_never_markup(opened: Opened) -> None:
    """Square brackets in an article are shown as they are, in columns and in the panel."""
    from reader.model import Alignment, Article, Span

    text = "[bold]He said[/] [link=x]yes[/link] [red"
    articles = (Article("a", "a", text, "A [b]"), Article("b", "b", text, "B", title="[i]t[/i]"))
    members = tuple(Span(id, 0, len(text), text) for id in "ab")
    found = Comparison(articles, (), (Alignment("a1", None, "event", "agreement", 0.9, members),))
    reading = Reading(articles, Store.open(None))
    reading.compare(found)
    async with opened(reading) as pilot:
        await pilot.press("n")
        shown = frame(pilot)
        assert shown.count(text) == 4
        assert "A [b]" in shown
        assert "[i]t[/i]" in shown
