"""The list of notes: filtered, given a status and tags, removed and brought back, and the way to each."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace

import pytest
from textual.app import App
from textual.pilot import Pilot

from reader.model import Comparison
from reader.notes import STATUSES, note_on_story
from reader.tui import outside
from reader.tui.reading import Reading
from tests.tui.conftest import Opened, frame, room, value


def kept(reading: Reading) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """What the store has of each note."""
    return sorted((note.body, note.target, note.status, note.tags) for note in reading.store.notes())


async def test_notes_on_everything_are_listed_and_filtered(reading: Reading, opened: Opened) -> None:
    """On an alignment, a passage, a difference and the story; by status and by tag."""
    async with opened(reading) as pilot:
        await pilot.press("]", "u", "i", *"one", "enter", "[", "d", "i", *"two", "enter", "I")
        await pilot.press("a", *"three", "enter", "d", *"four", "enter")
        await pilot.pause()
        assert [(body, target) for body, target, _, _ in kept(reading)] == [
            ("four", "difference"),
            ("one", "passage"),
            ("three", "story"),
            ("two", "alignment"),
        ]
        assert all(body in frame(pilot) for body in ("one", "two", "three", "four"))
        await pilot.press("s", "t", *"#police later", "enter")
        await pilot.pause()
        assert ("three", "story", STATUSES[1], ("police", "later")) in kept(reading)
        for shown in ("open", "checked", "quoted", "#later", "#police", ""):
            await pilot.press("f")
            await pilot.pause()
            number = {"open": 3, "checked": 1, "quoted": 0, "#later": 1, "#police": 1}.get(shown)
            assert (f"{number} of 4 notes: {shown}" if shown else "4 notes") in frame(pilot)


async def test_every_step_is_undone(reading: Reading, opened: Opened) -> None:
    """Removing, tags, a status, adding and what was written in place; then there is nothing left to undo."""
    async with opened(reading) as pilot:
        await pilot.press("n", "i", *"hi", "enter", "I")
        before = kept(reading)
        await pilot.press("s", "t", *"new", "enter", "x")
        assert not kept(reading)
        await pilot.press("ctrl+z")
        assert kept(reading) == [("hi", "alignment", STATUSES[1], ("new",))]
        await pilot.press("ctrl+z", "ctrl+z")
        assert kept(reading) == before
        await pilot.press("a", *"all", "enter", "ctrl+z")
        assert kept(reading) == before
        await pilot.press("ctrl+z")
        assert kept(reading) == []
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "There is no note to undo." in frame(pilot)


async def test_what_is_written_in_place_is_undone_and_done_again(
    reading: Reading, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With `i` and with `e`: written, changed and removed, step by step among the corrections."""
    monkeypatch.setattr(App, "suspend", contextlib.nullcontext)
    monkeypatch.setattr(outside, "edited", lambda text: f"{text} and two")
    async with opened(reading) as pilot:
        await pilot.press("n", "i", *"one", "enter", "c", "e", "i", "ctrl+a", "ctrl+k", "enter")
        bodies = [[], ["one and two"], ["one"], ["one"], []]
        for step, (expected, told) in enumerate(
            zip(bodies[1:], ("note removed", "note changed", "confirmed", "note"), strict=True)
        ):
            await pilot.press("ctrl+z")
            await pilot.pause()
            assert [body for body, *_ in kept(reading)] == expected, step
            assert f"Undone: {told}." in frame(pilot)
        for expected in bodies[-2::-1]:
            await pilot.press("ctrl+y")
            assert [body for body, *_ in kept(reading)] == expected
        await pilot.press("ctrl+z", "ctrl+z")
        await pilot.pause()
        assert "1 note" in frame(pilot)


async def test_the_list_leaves_corrections_alone(reading: Reading, opened: Opened) -> None:
    """They are undone where one sees what becomes of them."""
    async with opened(reading) as pilot:
        await pilot.press("n", "i", *"one", "enter", "c", "I", "ctrl+z")
        await pilot.pause()
        assert "The last step was: confirmed." in frame(pilot)
        assert len(reading.amendments.corrections) == 1
        assert kept(reading)


async def test_enter_goes_to_the_passage(reading: Reading, opened: Opened) -> None:
    """And the views know at once of what was removed in the list."""
    async with opened(reading) as pilot:
        await pilot.press("n", "n", "i", *"hi", "enter")
        place = reading.cursor
        await pilot.press("G", "n", "n", "I", "enter")
        await pilot.pause()
        assert (reading.cursor.article, reading.cursor.offset) == (place.article, place.offset)
        assert pilot.app.screen is room(pilot)
        await pilot.press("I", "x", "escape")
        await pilot.pause()
        assert not reading.notebook.attached


async def test_what_a_filter_hides_is_still_told(reading: Reading, opened: Opened) -> None:
    """A note that leaves the list by its new status: that is said beside what is listed."""
    async with opened(reading) as pilot:
        await pilot.press("n", "i", *"hi", "enter", "I", "f", "s")
        await pilot.pause()
        assert "Now checked.   0 of 1 note: open" in frame(pilot)
        await pilot.press("t")
        await pilot.pause()
        assert "There is no note here." in frame(pilot)
        await pilot.press("z")
        await pilot.pause()
        assert "This column alone: not here." in frame(pilot)


async def test_an_empty_list_says_what_can_be_done(reading: Reading, opened: Opened) -> None:
    """No key fails where there is no note, and a difference needs an alignment."""
    async with opened(reading) as pilot:
        await pilot.press("I", "x", "s", "t", "j", "k", "enter")
        await pilot.pause()
        assert "There is no note here." in frame(pilot)
        await pilot.press("d")
        await pilot.pause()
        assert "Step to an alignment with differences first" in frame(pilot)


def _signed(pilot: Pilot[None]) -> list[str]:
    """The words beside the signs of notes, in the view that is open."""
    _, *views, _ = frame(pilot).split("\n───")
    return re.findall(r"• +(\w+)", "\n".join(views))


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_notes_are_seen_in_every_view(reading: Reading, opened: Opened, size: tuple[int, int]) -> None:
    """On an alignment, a unique detail, a passage, a difference and the story; also where its article is not shown."""
    for words in ("Nobody was hurt", "A café nearby", "Traffic is led"):
        reading.go(next(stop for stop in reading.stops if stop.members[0].text.startswith(words)))
        reading.write(f"on {words}")
    reading.keep(None, note_on_story(reading.all, "on all"))
    reading.use(0)
    reading.go(reading.stops[0])
    async with opened(reading, size) as pilot:
        assert size[1] < 30 or "• 4 notes" in frame(pilot)
        assert {"Nobody", "A", "According"} <= set(_signed(pilot))
        await pilot.press("v")
        await pilot.pause()
        assert {"Nobody", "A"} <= set(_signed(pilot))
        # The third article has nothing of the first note's alignment: it is seen beside what the article misses.
        await pilot.press("l", "l", "G")
        await pilot.pause()
        assert _signed(pilot) == ["Nobody"]
        await pilot.press("v")
        await pilot.pause()
        assert _signed(pilot) == ["Nobody", "A", "Traffic"]
        await pilot.press("v")
        await pilot.pause()
        assert _signed(pilot) == ["attribution"]


async def test_a_note_on_a_difference_is_seen_at_that_difference(
    comparison: Comparison, reading: Reading, opened: Opened
) -> None:
    """The ledger has a row for each; the panel tells which one the note is on, its status and tags."""
    first, second, *rest = comparison.alignments
    voice = replace(second.differences[0], values=(value("herald", "Monday", "1"), value("courier", "Hail", "2")))
    reading.compare(
        replace(comparison, alignments=(replace(first, differences=(*first.differences, voice)), second, *rest))
    )
    async with opened(reading) as pilot:
        await pilot.press("n", "I", "d", *"count", "enter", "s", "t", *"#hail", "enter", "escape", "enter")
        await pilot.pause()
        assert "count   on the number, checked, #hail" in frame(pilot)
        await pilot.press("q", "L", "G")
        await pilot.pause()
        assert _signed(pilot) == ["number"]
