"""The title bar: what gives way where there is little room, and the way to the views."""

from __future__ import annotations

import pytest

from reader.tui.reading import Reading
from tests.tui.conftest import Opened, frame, room


@pytest.mark.parametrize(
    ("width", "shown", "gone"),
    [
        (120, ["The bridge", "4 Mar 2024   3 outlets", "Columns · Focus · Matrix · Ledger"], []),
        (80, ["The bridge", "Columns · Focus · Matrix · Ledger"], []),
        (50, ["The bridge", "Columns"], ["Focus"]),
    ],
)
async def test_what_gives_way(reading: Reading, opened: Opened, width: int, shown: list[str], gone: list[str]) -> None:
    """The story's name stays, facts go first, then the names of the views that are not open."""
    async with opened(reading, (width, 24)) as pilot:
        line = frame(pilot).splitlines()[0]
        assert all(text in line for text in shown)
        assert not any(text in line for text in gone)


@pytest.mark.parametrize("name", ["Focus", "Matrix", "Ledger", "Columns"])
async def test_a_click_on_a_view_opens_it(reading: Reading, opened: Opened, name: str) -> None:
    """At the same place."""
    async with opened(reading) as pilot:
        await pilot.press("n")
        line = frame(pilot).splitlines()[0]
        await pilot.click("TitleBar", offset=(line.index(name) + 1, 0))
        await pilot.pause()
        assert room(pilot).opened == name
        assert reading.cursor.stop == "a1"
        await pilot.click("TitleBar", offset=(2, 0))
        assert room(pilot).opened == name
