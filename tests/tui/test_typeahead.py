"""Typing ahead: what is typed at once does the same as what is typed key by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from reader.tui.reading import Reading
from tests.tui.conftest import Opened, frame, room

Check = Callable[[Pilot[None], Reading], bool]


SIGNS = {"/": "slash", "?": "question_mark", ".": "full_stop", "!": "exclamation_mark"}
"""What Textual calls them."""


def key(name: str) -> Key:
    """A key as a terminal sends it."""
    return Key(SIGNS.get(name, name), name if len(name) == 1 else None)


def bodies(reading: Reading) -> list[str]:
    """What was noted."""
    return [entry.note.body for entry in reading.notebook.attached]


CASES: dict[str, tuple[list[str], Check]] = {
    "a line that opens": (["/", *"hail", "enter"], lambda pilot, _: "/hail" in frame(pilot)),
    "a page that opens": (["n", "i", *"Ask.", "enter"], lambda _, reading: bodies(reading) == ["Ask."]),
    "what is pasted": (["n", "i", "Ask them", "!", "enter"], lambda _, reading: bodies(reading) == ["Ask them!"]),
    "keys of the line itself": (
        ["s", "ctrl+u", *"x.html"],
        lambda pilot, _: "x.html" in frame(pilot) and "<!doctype html>" in frame(pilot),
    ),
    "a screen that closes": (["?", "q", "q"], lambda pilot, _: bool(pilot.app._exit)),
    "a screen that opens and closes": (["f", "q", "n"], lambda _, reading: reading.cursor.stop == "a1"),
    "a view that changes": (["v", "v", "j", "enter"], lambda pilot, _: room(pilot).opened == "Focus"),
}


@pytest.mark.parametrize("case", CASES)
async def test_keys_typed_at_once(case: str, reading: Reading, opened: Opened) -> None:
    """Each waits for what the one before it opens or closes, and none is lost."""
    typed, check = CASES[case]
    async with opened(reading) as pilot:
        for each in typed:
            pilot.app.post_message(Paste(each) if " " in each else key(each))
        await pilot.pause()
        assert check(pilot, reading), frame(pilot)
