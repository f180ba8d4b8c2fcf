"""Several events: the list of them, the way into one, and background from the others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from reader.model import Alignment, Comparison, Event
from reader.notes import Store
from reader.tui.eventlist import entries, lines, scattered
from reader.tui.lineup import plain
from reader.tui.reading import Reading
from reader.tui.screens.events import EventsScreen
from reader.tui.screens.reading import ReadingScreen
from tests.story import HERALD, TIDES, comparison, span
from tests.tui.conftest import Opened, frame, room
from tests.tui.crowd import crowd
from tests.tui.golden import SIZES, assert_frame


def shared() -> Comparison:
    """The ferry and the pier, with background that both have."""
    found = comparison()
    members = (span(HERALD, "The ferry was built in 1987."), span(TIDES, "The council will vote on a new pier in May."))
    return replace(
        found, alignments=(*found.alignments, Alignment("a4", None, "background", "agreement", 0.6, members))
    )


def many(number: int = 8) -> Comparison:
    """Events of two articles each."""
    found = crowd()
    events = tuple(
        Event(f"e{place}", f"What happened on day {place}", tuple(article.id for article in found.articles[place:][:1]))
        for place in range(number)
    )
    return Comparison(found.articles[:number], events)


def opened_on(found: Comparison) -> Reading:
    """A reading of it."""
    reading = Reading(found.articles, Store.open(None))
    reading.compare(found)
    return reading


@pytest.mark.parametrize(
    ("sizes", "expected"), [((), False), ((3,), False), ((3, 1, 1), False), ((2, 2), True), ((2, 1, 1), True)]
)
def test_scattered(sizes: tuple[int, ...], expected: bool) -> None:
    """A reader is asked first only where no event has most of the articles."""
    events = tuple(Event(f"e{place}", "", tuple(map(str, range(size)))) for place, size in enumerate(sizes))
    assert scattered(Comparison((), events)) is expected


def test_what_the_list_says() -> None:
    """What it is, when, who reports it, how much agrees and differs, and what is in dispute."""
    ferry, pier = entries(comparison())
    assert [" ".join(plain(line).split()) for line in lines(ferry, False, 110)] == [
        "Ferry runs aground off Skerry Point 2 Mar 2024",
        "2 articles: Harbour Herald, The Daily Wire",
        "= 1 ≠ 2 + 3 number: 120 passengers / At least 118 people quotation: The captain did everything r…",
        "",
    ]
    assert plain(lines(pier, False, 110)[2]).strip() == "nothing to compare it with"
    held = replace(pier, marks={"unique": 2})
    assert plain(lines(held, False, 110)[2]).strip() == "+ 2   no other article reports it"


def test_a_choice_of_words_is_no_dispute() -> None:
    """However telling it is, the outlets agree in what they say."""

    def worded(alignment: Alignment) -> Alignment:
        told = (replace(each, kind="wording", verdict="framing") for each in alignment.differences)
        return replace(alignment, differences=tuple(told))

    found = comparison()
    assert entries(found)[0].disputed
    assert not entries(replace(found, alignments=tuple(map(worded, found.alignments))))[0].disputed


@pytest.mark.parametrize("width", [30, 80, 200])
def test_lines_fit(width: int) -> None:
    """No line is wider than the screen."""
    for entry in entries(comparison()):
        assert all(cell_len(plain(line)) <= max(width, 20) for line in lines(entry, True, width))


@pytest.mark.parametrize("size", SIZES)
async def test_frames(opened: Opened, size: tuple[int, int]) -> None:
    """The list at the three sizes."""
    async with opened(opened_on(shared()), size) as pilot:
        await pilot.press("E")
        await pilot.pause()
        assert_frame(pilot, f"events-{size[0]}x{size[1]}")


async def test_the_list_comes_first_where_there_is_a_choice(opened: Opened) -> None:
    """With several events and none that has most articles, it is the first screen after the comparison."""
    found = many()
    async with opened(Reading(found.articles, Store.open(None))) as pilot:
        room(pilot).post_message(ReadingScreen.Compared(found))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(pilot.app.screen, EventsScreen)
        assert "event 1 of 8" in frame(pilot)
        await pilot.press("2", "j", "enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert room(pilot).reading.event == "e2"


async def test_it_does_not_come_first_where_there_is_none(opened: Opened) -> None:
    """One event with most of the articles is opened at once."""
    found = comparison()
    async with opened(Reading(found.articles, Store.open(None))) as pilot:
        room(pilot).post_message(ReadingScreen.Compared(found))
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_moving_in_the_list(opened: Opened) -> None:
    """By one, by pages and to the ends; what one is on is in sight; q leaves everything as it was."""
    reading = opened_on(many())
    async with opened(reading, (80, 24)) as pilot:
        await pilot.press("E")
        await pilot.pause()
        at = []
        for key in ("j", "k", "n", "N", "G", "g", "space", "b", "d", "u"):
            await pilot.press(key)
            await pilot.pause()
            shown = frame(pilot)
            number = int(shown.splitlines()[-1].split()[1])
            assert f"▌ What happened on day {number - 1}" in shown
            at.append(number)
        assert at == [2, 1, 2, 1, 8, 1, 6, 1, 3, 1]
        before = reading.event
        await pilot.press("j", "q")
        assert reading.event == before


async def test_the_mouse_in_the_list(opened: Opened) -> None:
    """A click chooses, two open."""
    reading = opened_on(many())
    async with opened(reading) as pilot:
        await pilot.press("E")
        await pilot.pause()
        await pilot.click("Sheet", offset=(10, 5))
        assert "event 2 of 8" in frame(pilot)
        await pilot.click("Sheet", offset=(10, 8), times=2)
        await pilot.pause()
        assert reading.event == "e2"


async def test_next_and_previous_event(opened: Opened) -> None:
    """]e and [e go round; the title says which event it is."""
    reading = opened_on(comparison())
    async with opened(reading) as pilot:
        await pilot.press("]", "e")
        assert reading.event == "e2"
        assert "event 2 of 2" in frame(pilot)
        await pilot.press("]", "e")
        assert reading.event == "e1"
        await pilot.press("[", "e")
        assert reading.event == "e2"


async def test_background_is_called_in(opened: Opened) -> None:
    """B shows articles of other events that share background, marked as such, and takes them away again."""
    reading = opened_on(shared())
    async with opened(reading) as pilot:
        assert reading.ids == ("herald", "daily")
        await pilot.press("B")
        assert reading.ids == ("herald", "daily", "tides")
        assert "1 article of other events shown for background." in frame(pilot)
        assert "background" in frame(pilot).splitlines()[2]
        assert any(stop.id == "a4" for stop in reading.stops)
        await pilot.press("B")
        assert reading.ids == ("herald", "daily")
        assert not any(stop.id == "a4" for stop in reading.stops)


async def test_no_background(opened: Opened) -> None:
    """Where nothing is shared, that is said."""
    reading = opened_on(comparison())
    async with opened(reading) as pilot:
        await pilot.press("B")
        assert "No article of another event shares background" in frame(pilot)
        assert not reading.background


async def test_one_event(reading: Reading, opened: Opened) -> None:
    """There is nothing to choose."""
    async with opened(reading) as pilot:
        await pilot.press("E")
        assert "All articles report one event." in frame(pilot)
        await pilot.press("]", "e")
        assert "All articles report one event." in frame(pilot)
