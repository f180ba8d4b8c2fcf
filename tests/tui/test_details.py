"""The panel grown to the whole of a stop, and to why its passages were aligned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.model import Comparison, Event, Origin, UniqueDetail
from reader.tui.details import Row, whole, why
from reader.tui.reading import Reading
from reader.tui.widgets.panel import Panel
from reader.tui.wording import absence
from tests.tui.conftest import Opened, frame, room, span
from tests.tui.golden import SIZES, assert_frame


def told(rows: list[Row]) -> list[tuple[str, str]]:
    """Labels and texts."""
    return [(row.label.strip(), row.text) for row in rows if row.text]


def test_everything_is_told(reading: Reading, comparison: Comparison) -> None:
    """What differs with its reason, every passage with its place, what one alone has, shared origins, and notes."""
    alone = span("courier", "fell for 21 minutes")
    detail = UniqueDetail(alone.article, alone.start, alone.end, alone.text, "a1")
    origin = Origin("o1", "weather service", ("herald", "courier"))
    reading.compare(replace(comparison, unique=(*comparison.unique, detail), origins=(origin,)))
    reading.step("alignment", 1)
    reading.write("Ask the weather service.")
    assert reading.stop is not None
    assert told(whole(reading, reading.stop)) == [
        ("≠ differ", "number · 3 of 3 outlets, 2 origins · 90 % sure · 1 note"),
        ("number", "20 minutes (1) · 21 minutes (2)"),
        ("", "compatible: 20 and 21 minutes: rounding"),
        ("1 The Herald lede", "The old bridge was closed on Monday after 20 minutes of hail."),
        ("2 Valley Courier lede", "Hail fell for 21 minutes, and the old bridge was shut on Monday."),
        ("3 Evening Post lede", "The bridge is closed."),
        ("+ 2 only here", "fell for 21 minutes"),
        ("one origin", "weather service (1, 2)"),
        ("• note", "Ask the weather service."),
    ]


def test_articles_of_other_events_are_counted_apart(reading: Reading, comparison: Comparison) -> None:
    """The origins are those of all its articles, so the panel says how many of these are not read here."""
    events = Event("e1", "The bridge", ("herald", "courier")), Event("e2", "Injuries", ("post",))
    shared = replace(comparison.alignments[0], event=None, scope="background", origins=3)
    reading.compare(replace(comparison, events=events, alignments=(shared,)))
    (_, said), *_ = told(whole(reading, reading.stops[0]))
    assert "2 of 2 outlets and 1 elsewhere, 3 origins" in said


def test_an_event_that_one_reports_says_so(reading: Reading, comparison: Comparison) -> None:
    """There are not two articles that could share anything."""
    reading.compare(replace(comparison, alignments=(), unique=(), events=(Event("e1", "The bridge", ("herald",)),)))
    assert absence(reading) == "No other article reports this event, or shares background with it."


def test_why(reading: Reading) -> None:
    """Each reason with its share, the strongest first, for and against, and what the confidence means."""
    assert told(why(reading, reading.stops[0])) == [
        ("≠ differ", "number · 3 of 3 outlets, 2 origins · 90 % sure"),
        ("+ words", "━━━━━━━━  share: bridge, hail"),
        ("− position", "━         far apart"),
        ("how sure", "90 %: of alignments that are as sure as this one, about 90 in 100 are right."),
    ]


@pytest.mark.parametrize(
    ("place", "expected"),
    [(1, "No reasons were kept for this alignment."), (2, "No other article has a passage that was found to match.")],
)
def test_why_without_reasons(reading: Reading, place: int, expected: str) -> None:
    """An alignment without evidence and a unique detail say so."""
    assert ("why", expected) in told(why(reading, reading.stops[place]))


@pytest.mark.parametrize("size", SIZES)
async def test_frames(reading: Reading, opened: Opened, size: tuple[int, int]) -> None:
    """The details at the three sizes, and the reasons at one."""
    async with opened(reading, size) as pilot:
        await pilot.press("n", "enter")
        await pilot.pause()
        assert_frame(pilot, f"details-{size[0]}x{size[1]}")
        await pilot.press("w")
        await pilot.pause()
        if size == (120, 36):
            assert_frame(pilot, "why-120x36")


async def test_enter_and_w(reading: Reading, opened: Opened) -> None:
    """Enter and w open and close their own, and lead from one to the other; q closes either."""
    async with opened(reading) as pilot:
        panel = pilot.app.screen.query_one(Panel)
        states = []
        await pilot.press("n")
        for key in ("enter", "enter", "w", "w", "w", "enter", "w", "q"):
            await pilot.press(key)
            states.append("why" if panel.why else "whole" if panel.grown else "small")
        assert states == ["whole", "small", "why", "small", "why", "whole", "why", "small"]


@pytest.mark.parametrize("key", ["enter", "w"])
async def test_without_a_stop(reading: Reading, opened: Opened, key: str) -> None:
    """Before one is on a stop they say what to do."""
    async with opened(reading) as pilot:
        await pilot.press(key)
        assert "Step to an alignment first" in frame(pilot)
        assert not pilot.app.screen.query_one(Panel).grown


async def test_why_in_a_table(reading: Reading, opened: Opened) -> None:
    """w works in every view; Enter goes to the place in the tables."""
    async with opened(reading) as pilot:
        await pilot.press("L", "j", "w")
        await pilot.pause()
        assert "share: bridge, hail" in frame(pilot)
        assert room(pilot).opened == "Ledger"


def test_style_is_told(reading: Reading, comparison: Comparison) -> None:
    """What two outlets print in two styles and mean as one stands in the whole of a stop."""
    texts = {"herald": "20 cows of every colour", "courier": "Twenty cows of every color"}
    first = comparison.alignments[0]
    members = tuple(
        replace(member, end=member.start + len(texts[member.article]), text=texts[member.article])
        for member in first.members
        if member.article in texts
    )
    reading.compare(replace(comparison, alignments=(replace(first, members=members), *comparison.alignments[1:])))
    rows = told(whole(reading, reading.stops[0]))
    assert [text for label, text in rows if label == "in style alone"] == ["1 20 · 2 Twenty", "1 colour · 2 color"]
