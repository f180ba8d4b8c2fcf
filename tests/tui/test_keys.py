"""Keys: notation, the map with a reader's changes, counts and sequences."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from reader.config import KeyChange
from reader.tui.commands import COMMANDS, FILTER, NOTES, PLACES
from reader.tui.keys import KeyReader, Press, key_map, parse, shown
from reader.tui.screens.help import page


@pytest.mark.parametrize(
    ("notation", "keys", "told"),
    [
        ("n", ("n",), "n"),
        ("]d", ("]", "d"), "]d"),
        ("g g", ("g", "g"), "gg"),
        ("ctrl+o", ("ctrl+o",), "Ctrl-o"),
        ("shift+tab", ("shift+tab",), "Shift-Tab"),
        ("ctrl+w h", ("ctrl+w", "h"), "Ctrl-w h"),
        ("enter", ("enter",), "Enter"),
        ("+", ("+",), "+"),
        ("]+", ("]", "+"), "]+"),
    ],
)
def test_notation(notation: str, keys: tuple[str, ...], told: str) -> None:
    """Characters stand for themselves, other keys have names, and a sequence is written as it is typed."""
    assert parse(notation) == keys
    assert shown(notation) == told


@pytest.mark.parametrize(("notation", "hint"), [("entr", "enter"), ("", "empty"), ("wrong+x", "ctrl")])
def test_wrong_notation(notation: str, hint: str) -> None:
    """What is no key is refused in a sentence that says what to write."""
    with pytest.raises(ValueError, match=hint):
        parse(notation)


@pytest.mark.parametrize("place", ["", *PLACES])
def test_defaults_do_not_clash(place: str) -> None:
    """No two commands of one place have the same keys, and none begins another's."""
    sequences = [parse(key) for command in COMMANDS for key in command.keys if command.place == place]
    assert len(sequences) == len(set(sequences))
    for one in sequences:
        assert not any(other != one and other[: len(one)] == one for other in sequences)


def change(command: str, *keys: str, line: int = 1) -> KeyChange:
    """A line of the settings."""
    return KeyChange(command, keys, "config.yaml", line)


@pytest.mark.parametrize("plain", [False, True])
def test_the_help_fits_a_terminal(plain: bool) -> None:
    """Of 80 columns, less the margins of the page and its scrollbar."""
    assert max(map(cell_len, page(key_map()[0], plain).plain.split("\n"))) <= 75


def test_a_change_takes_the_key_from_its_owner() -> None:
    """A remapped key does the new command, and the old one keeps its others."""
    keys, problems = key_map([change("zoom", "j")])
    assert keys.commands()[("j",)] == "zoom"
    assert keys.commands()[("down",)] == "down"
    assert problems == ()


def test_where_a_line_is_typed_keys_write_nothing() -> None:
    """Hints name only keys that hold there; a change to a key that would be typed is refused in a sentence."""
    keys, problems = key_map([change("export-filter", "F"), change("export-format", "home")])
    assert all("is used by the line" in problem for problem in problems)
    assert len(problems) == 2
    assert (keys.hint("down"), keys.hint("down", typed=True)) == ("j", "↓")
    assert keys.hints((("export-filter", "filters"), ("next", "goes on")), typed=True) == ("Ctrl-f filters",)


def test_a_list_has_keys_of_its_own() -> None:
    """The same key does one thing in a list and another in the texts, and each is changed for itself."""
    keys, problems = key_map([change("note-remove", "D"), change("filter-choose", "j")])
    assert problems == ()
    assert keys.commands(NOTES)[("D",)] == "note-remove"
    assert keys.commands(NOTES)[("x",)] == "apart"
    assert keys.commands(FILTER)[("j",)] == "filter-choose"
    assert keys.commands(NOTES)[("j",)] == keys.commands()[("j",)] == "down"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([change("nxt", "Q")], "did you mean 'next'"),
        ([change("zoom", "Q", line=2), change("theme", "Q", line=3)], "line 3: 'Q' is given to 'zoom' on line 2"),
        ([change("zoom", "Q", line=2), change("theme", "Qy", line=3)], "line 3: 'Qy' clashes with 'Q' of 'zoom'"),
        ([change("zoom", "entr")], "did you mean 'enter'"),
        ([change("zoom", "t")], "from 'theme', which has no key now"),
        ([change("column", "Q")], "digits"),
        ([change("note-remove", "s")], "from 'note-status', which has no key now"),
    ],
)
def test_wrong_changes_are_named(changes: list[KeyChange], expected: str) -> None:
    """What is wrong with a change is told with file and line."""
    _, problems = key_map(changes)
    assert len(problems) == 1
    assert expected in problems[0]
    assert problems[0].startswith("config.yaml, line")


def typed(keys: str) -> list[Press]:
    """What a row of characters asks for, and what is left to settle."""
    reader = KeyReader(key_map()[0])
    presses = [press for key in keys for press in reader.feed(key) or []]
    return presses + reader.settle()


@pytest.mark.parametrize(
    ("keys", "presses"),
    [
        ("n", [Press("next", None)]),
        ("3n", [Press("next", 3)]),
        ("12n", [Press("next", 12)]),
        ("]d", [Press("next-difference", None)]),
        ("3]d", [Press("next-difference", 3)]),
        ("3", [Press("column", 3)]),
        ("3i", [Press("column", 3), Press("note", None)]),
        ("10n", [Press("next", 10)]),
        ("12", []),
        ("]", []),
        ("]x", []),
        ("Zn", [Press("next", None)]),
    ],
)
def test_counts_and_sequences(keys: str, presses: list[Press]) -> None:
    """A digit is a count where a counted command follows, and else a column."""
    assert typed(keys) == presses


def test_a_pause_takes_no_count_away() -> None:
    """Of two digits only a count can come: it waits for its command."""
    reader = KeyReader(key_map()[0])
    assert [reader.feed(digit) for digit in "12"] == [[], []]
    assert reader.settle() == []
    assert reader.pending == "12"
    assert reader.feed("n") == [Press("next", 12)]


def test_pending_is_told_and_escape_forgets_it() -> None:
    """What waits for more can be shown, and Escape takes it back."""
    reader = KeyReader(key_map()[0])
    reader.feed("3")
    reader.feed("]")
    assert reader.pending == "3]"
    assert reader.feed("escape") == []
    assert reader.pending == ""
