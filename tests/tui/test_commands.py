"""Every command of the table does what it says, by its default keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.model import Comparison, Removed
from reader.notes import STATUSES, Note, Store
from reader.tui.app import Rashomon
from reader.tui.commands import COMMANDS
from reader.tui.keys import parse
from reader.tui.reading import Reading
from reader.tui.widgets.column import Column
from reader.tui.widgets.panel import Panel
from tests.tui.conftest import Opened, frame, room, span

Check = Callable[[Pilot[None], Reading], bool]


def tops(pilot: Pilot[None]) -> list[int]:
    """The first line of each column."""
    return [column.top for column in room(pilot).query(Column)]


def at(stop: str | None) -> Check:
    """The cursor is on a stop."""
    return lambda _, reading: reading.cursor.stop == stop


def says(text: str) -> Check:
    """The terminal shows a text."""
    return lambda pilot, _: text in frame(pilot)


def column(number: int) -> Check:
    """That column is in use."""
    return lambda _, reading: reading.column == number - 1


def overlaid(name: str) -> Check:
    """A screen of that name lies over the reading room."""
    return lambda pilot, _: type(pilot.app.screen).__name__ == name


def noted(reading: Reading) -> Note:
    """The one note that there is."""
    (entry,) = reading.notebook.attached
    return entry.note


CASES: Mapping[str, tuple[str, Check]] = {
    "down": ("3 j", lambda pilot, _: tops(pilot)[0] == 3),
    "up": ("3 j 2 k", lambda pilot, _: tops(pilot)[0] == 1),
    "half-down": ("d", lambda pilot, _: tops(pilot)[0] > 1),
    "half-up": ("d u", lambda pilot, _: tops(pilot)[0] == 0),
    "page-down": ("space", lambda pilot, _: tops(pilot)[0] > 3),
    "page-up": ("space b", lambda pilot, _: tops(pilot)[0] == 0),
    "top": ("G g", lambda pilot, _: tops(pilot)[0] == 0),
    "bottom": ("G", says("A café nearby")),
    "right": ("l", column(2)),
    "left": ("l l h", column(2)),
    "column": ("3 i escape", column(3)),
    "next": ("n n", at("a2")),
    "previous": ("n n n N", at("a2")),
    "next-difference": ("2 ] d", at("a2")),
    "previous-difference": ("2 ] d [ d", at("a1")),
    "next-unique": ("] u", at("herald+166")),
    "previous-unique": ("2 ] u [ u", at("herald+166")),
    "next-agreement": ("] a", at("a4")),
    "previous-agreement": ("] a n [ a", at("a4")),
    "next-figure": ("] #", at("a1")),
    "previous-figure": ("3 n [ #", at("a1")),
    "next-voice": ('] "', at("a2")),
    "previous-voice": ('3 n [ "', at("a2")),
    "next-doubtful": ("] ?", at("a3")),
    "previous-doubtful": ("4 n [ ?", at("a3")),
    "back": ("n n n ctrl+o", at("a2")),
    "forward": ("n n n [ j ] j", at("a3")),
    "next-member": ("n ;", lambda _, reading: reading.cursor.offset == reading.article.text.index("The town")),
    "search": ("/ h a i l enter", says("/hail")),
    "mark": ("n m a", says("This place is marked a")),
    "go-to-mark": ("n m a n n ' a", at("a1")),
    "details": ("n enter", lambda pilot, _: room(pilot).query_one(Panel).grown),
    "why": ("n w", says("share: bridge, hail")),
    "filter": ("f", overlaid("FilterScreen")),
    "hide-same": ("=", lambda _, reading: [stop.id for stop in reading.stops if stop.mark == "agreement"] == []),
    "removed": ("r", says("page furniture")),
    "lock": ("S j j", lambda pilot, _: tops(pilot) == [2, 0, 0]),
    "overview": ("M", lambda pilot, _: not any(each.overview for each in room(pilot).query(Column))),
    "zoom": ("z", says("column 1 of 3")),
    "events": ("E", says("All articles report one event")),
    "next-event": ("] e", says("All articles report one event")),
    "previous-event": ("[ e", says("All articles report one event")),
    "background": ("B", says("background")),
    "next-passage": (") )", lambda _, reading: reading.cursor.offset == reading.article.text.index("The old bridge")),
    "previous-passage": (
        ") ) ) (",
        lambda _, reading: reading.cursor.offset == reading.article.text.index("The old bridge"),
    ),
    "link": ("n a", lambda _, reading: bool(reading.linking)),
    "apart": ("n x", lambda _, reading: reading.amendments.corrections[0].kind == "apart"),
    "apart-all": ("n X", lambda _, reading: reading.amendments.corrections[0].kind == "apart"),
    "confirm": ("n c", lambda _, reading: reading.amendments.corrections[0].kind == "confirmed"),
    "undo": ("n c ctrl+z", lambda _, reading: not reading.amendments.corrections),
    "redo": ("n c ctrl+z ctrl+y", lambda _, reading: bool(reading.amendments.corrections)),
    "note": ("n i h i enter", says("Note kept")),
    "notes": ("I", overlaid("NotesScreen")),
    "copy": ("n y", lambda pilot, _: "The old bridge" in pilot.app.clipboard and "Evening Post" in pilot.app.clipboard),
    "save-copy": ("n Y enter", lambda _, __: "The Herald" in Path("quotations.txt").read_text(encoding="utf-8")),
    "open": ("o", says("Opened https://herald.example/bridge")),
    "pipe": ("n | t r space a - z space A - Z enter", says("THE OLD BRIDGE WAS CLOSED")),
    "edit": ("n e", says("no terminal to leave")),
    "export": ("s enter", lambda _, __: "Bridge closed" in Path("the-bridge.md").read_text(encoding="utf-8")),
    "view": ("v", says("The Herald")),
    "previous-view": ("V v", says("n next")),
    "ledger": ("L", says("2 differing details")),
    "sort": ("v v O", says("by conflict")),
    "palette": (":", overlaid("CommandPalette")),
    "help": ("?", overlaid("HelpScreen")),
    "theme": ("t", overlaid("ThemeScreen")),
    "leave": ("/ h a i l enter escape", lambda _, reading: reading.search is None),
    "quit": ("q", lambda pilot, _: pilot.app._exit),
    "filter-choose": ("f space enter", lambda _, reading: {stop.mark for stop in reading.stops} == {"agreement"}),
    "hide-doubtful": ("%", says("Hidden: 1 of 4 alignments.")),
    "filter-all": ("f space r enter", lambda _, reading: reading.hidden == ""),
    "note-status": ("n i h i enter I s", lambda _, reading: noted(reading).status == STATUSES[1]),
    "note-tags": ("n i h i enter I t x y enter", lambda _, reading: noted(reading).tags == ("xy",)),
    "note-story": ("I a h i enter", lambda _, reading: noted(reading).target == "story"),
    "note-difference": ("n I d h i enter", lambda _, reading: noted(reading).target == "difference"),
    "note-remove": ("n i h i enter I x", lambda _, reading: not reading.notebook.attached),
    "export-format": ("s tab enter", lambda _, __: Path("the-bridge.html").exists()),
    "export-format-before": ("s shift+tab enter", lambda _, __: Path("the-bridge.txt").exists()),
    "export-filter": ("s ctrl+f", overlaid("FilterScreen")),
}


@pytest.fixture
def story(comparison: Comparison) -> Reading:
    """The story, with something removed from its first article, and with its address; it tells one thing twice."""
    removed = (Removed("Back To Top", "page furniture", 0),)
    first = replace(comparison.articles[0], removed=removed, address="https://herald.example/bridge")
    found, *others = comparison.alignments
    twice = replace(found, members=(*found.members, span("herald", "The town has owned the bridge since 1903.")))
    reading = Reading((first, *comparison.articles[1:]), Store.open(None), "The bridge")
    reading.compare(replace(comparison, articles=reading.all.articles, alignments=(twice, *others)))
    return reading


@pytest.mark.slow
@pytest.mark.parametrize("command", CASES)
async def test_command(
    command: str, story: Reading, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its keys have the effect that the table promises."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Rashomon, "open_url", lambda *_, **__: None)
    keys, check = CASES[command]
    async with opened(story, (110, 14)) as pilot:
        await pilot.press(*keys.split())
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert check(pilot, story), frame(pilot)


def test_every_command_has_its_test() -> None:
    """No command is in the table without a test of what it does, and each is tested by its own keys."""
    assert set(CASES) == {command.id for command in COMMANDS}
    for command in COMMANDS:
        typed = "".join(CASES[command.id][0].split())
        assert any("".join(parse(key)) in typed for key in command.keys), command.id
