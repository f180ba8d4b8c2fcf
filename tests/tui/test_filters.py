"""Filters: what can be chosen, what it hides, and that the place and the way back are kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from reader.compare.selection import Selection
from reader.model import Event
from reader.notes import Store
from reader.tui.filters import filters, lines
from reader.tui.lineup import plain
from reader.tui.reading import Reading
from reader.tui.screens.filter import FilterScreen
from reader.tui.widgets.column import Column
from tests.tui.conftest import Opened, frame, room
from tests.tui.crowd import crowd
from tests.tui.golden import SIZES, assert_frame


def test_choices_are_counted(reading: Reading) -> None:
    """Each choice says how many there are, and what nothing has is no choice."""
    rows = filters(reading.stops, reading.articles, frozenset({"a1"}))
    assert [(row.title, [(choice.label, choice.count) for choice in row.choices]) for row in rows] == [
        ("show", [("agree", 1), ("perhaps agree", 1), ("differ", 2), ("only here", 2)]),
        ("kind", [("number", 1), ("attribution", 1)]),
        ("verdict", [("compatible", 1), ("framing", 1)]),
        ("outlet", [("1 The Herald", 4), ("2 Valley Courier", 4), ("3 Evening Post", 3)]),
        ("at least so sure", [("50%", 3), ("60%", 3), ("70%", 3), ("80%", 2), ("90%", 1)]),
        ("only", [("confirmed", 0), ("with notes", 1)]),
    ]


def test_choosing_twice_changes_nothing(reading: Reading) -> None:
    """Every choice can be taken back, and holds while it is taken."""
    for row in filters(reading.stops, reading.articles, frozenset()):
        for choice in row.choices:
            chosen = choice.toggled(Selection())
            assert choice.on(chosen)
            assert chosen
            assert choice.toggled(chosen) == Selection()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_rows_wrap(width: int) -> None:
    """Nine outlets need several lines on a narrow screen, and none is wider than it."""
    found = crowd()
    reading = Reading(found.articles, Store.open(None))
    reading.compare(found)
    drawn = lines(filters(reading.stops, reading.articles, frozenset()), Selection(), (0, 0), width)
    assert all(cell_len(plain(line)) <= width for line in drawn)
    assert sum("Gazette" in plain(line) for line in drawn) == {40: 9, 80: 5, 200: 2}[width]


@pytest.mark.parametrize("size", SIZES)
async def test_frames(reading: Reading, opened: Opened, size: tuple[int, int]) -> None:
    """The choices over the text, at the three sizes."""
    async with opened(reading, size) as pilot:
        await pilot.press("n", "f", "j", "space")
        await pilot.pause()
        assert_frame(pilot, f"filter-{size[0]}x{size[1]}")


async def test_choices_hold_at_once(reading: Reading, opened: Opened) -> None:
    """Space chooses, the text behind follows, and Enter keeps it; the status line says that something is hidden."""
    async with opened(reading) as pilot:
        await pilot.press("f", "2", "l", "space")
        assert [stop.id for stop in reading.stops] == ["a1", "a2"]
        assert "Hidden: 2 of 4 alignments and 2 of 2 unique details." in frame(pilot)
        await pilot.press("enter", "n")
        assert "4 of 6 hidden · 1 of 2" in frame(pilot)
        await pilot.press("f", "r", "enter")
        assert "Nothing is hidden." in frame(pilot)
        assert len(reading.stops) == 6


async def test_escape_leaves_it_as_it_was(reading: Reading, opened: Opened) -> None:
    """What was chosen before the filters were opened holds again, and the place is kept."""
    async with opened(reading) as pilot:
        await pilot.press("]", "d", "f", "space", "j", "l", "space", "escape")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, FilterScreen)
        assert len(reading.stops) == 6
        assert reading.cursor.stop == "a1"


async def test_moving_among_choices(reading: Reading, opened: Opened) -> None:
    """Arrows and letters move, and stop at the edges; a shorter row takes the last of its choices."""
    async with opened(reading) as pilot:
        await pilot.press("f", "k", "h", "right", "right", "right", "down", "space", "enter")
        assert reading.selection is not None
        assert reading.selection.kinds == {"attribution"}


async def test_hiding_what_agrees(reading: Reading, opened: Opened) -> None:
    """= hides agreements, whose text steps back in the columns, and shows them again."""
    async with opened(reading) as pilot:
        await pilot.press("=")
        assert "Hidden: 2 of 4 alignments." in frame(pilot)
        assert {stop.mark for stop in reading.stops} == {"difference", "unique"}
        post = next(column for column in pilot.app.screen.query(Column) if column.article.id == "post")
        place = post.article.text.index("Police counted")
        assert "hidden" in {stroke.layer for stroke in post.ink.strokes(len(post.blocks) - 1)}
        assert post.ink.marks(place, place + 1) == ()
        await pilot.press("=")
        assert "Nothing is hidden." in frame(pilot)
        assert post.ink.marks(place, place + 1) == ("doubtful",)


async def test_hiding_what_is_doubtful(reading: Reading, opened: Opened) -> None:
    """% hides what perhaps agrees and nothing else, and shows it again."""
    async with opened(reading) as pilot:
        await pilot.press("%")
        assert "Hidden: 1 of 4 alignments." in frame(pilot)
        assert {stop.mark for stop in reading.stops} == {"agreement", "difference", "unique"}
        await pilot.press("=")
        assert "Hidden: 2 of 4 alignments." in frame(pilot)
        await pilot.press("=", "%", "%")
        assert "Nothing is hidden." in frame(pilot)


async def test_what_is_counted_is_what_is_read(reading: Reading, opened: Opened) -> None:
    """How much is hidden is told of the event that is read, not of all that were compared."""
    events = Event("e1", "The bridge is closed", ("herald", "courier")), Event("e2", "No injuries", ("post",))
    reading.compare(replace(reading.all, events=events))
    async with opened(reading) as pilot:
        await pilot.press("%")
        assert "Nothing here is doubtful." in frame(pilot)


async def test_everything_filtered_out(reading: Reading, opened: Opened) -> None:
    """The views say that it is the filters, and how much they hide."""
    reading.filter(Selection(confirmed=True))
    async with opened(reading) as pilot:
        assert "Hidden: 4 of 4 alignments" in frame(pilot)
        await pilot.press("v", "v")
        await pilot.pause()
        assert "Hidden: 4 of 4 alignments" in frame(pilot)
        assert room(pilot).opened == "Matrix"
