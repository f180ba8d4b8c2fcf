"""Selecting with the mouse: places in the text of one article, drawn at once, copied without line breaks."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reader.tui.reading import Reading
from reader.tui.widgets.selectable import Selectable
from tests.tui.conftest import Opened, frame


async def dragged(pilot: Pilot[None], kind: str, start: tuple[int, int], end: tuple[int, int]) -> Selectable:
    """The widget of that kind, with a selection between two of its cells."""
    widget = next(found for found in pilot.app.screen.query(kind).results(Selectable) if found.article.id == "herald")
    await pilot.mouse_down(widget, offset=start)
    await pilot.hover(widget, offset=end)
    await pilot.pause()
    await pilot.mouse_up(widget, offset=end)
    await pilot.pause()
    return widget


@pytest.mark.parametrize(("view", "kind", "height"), [("", "Column", 0), ("v", "Page", 2)])
async def test_a_drag_selects_text(reading: Reading, opened: Opened, view: str, kind: str, height: int) -> None:
    """In columns and in the focused article, over line ends; what is selected is drawn and can be copied."""
    async with opened(reading, (80, 30)) as pilot:
        await pilot.press(*view)
        await pilot.pause()
        widget = await dragged(pilot, kind, (8, height), (12, height + 1))
        assert widget.selected is not None
        copied = widget.article.text[slice(*widget.selected)]
        assert copied.startswith("old bridge was closed on")
        assert "\n" not in copied
        assert pilot.app.screen.get_selected_text() == copied
        drawn = {stroke.layer for strokes in widget._overlay.values() for stroke in strokes}
        assert "selected" in drawn
        await pilot.press("y")
        assert "opied" in frame(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert widget.selected is None
