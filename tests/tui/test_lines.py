"""The line table: wrapping by cells, and the way from offsets to lines and back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.lines import Block, LineTable, Word, blocks, wrap

WORDS = st.text(st.sampled_from("abc 日本é\n“”—"), max_size=120)


def table(text: str, width: int) -> LineTable:
    """A text wrapped."""
    return LineTable(text, blocks(text), width)


def lines(found: LineTable) -> list[str]:
    """All lines, blank ones too."""
    shown = []
    for line in range(found.height):
        at = found.block_at(line)
        shown.append(found.text[slice(*found.bounds(*at))] if at else "")
    return shown


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one\n\n\ntwo", 20, ["one", "", "two"]),
        ("  one  ", 20, ["one"]),
        ("abcdefgh ij", 4, ["abcd", "efgh", "ij"]),
        ("日本語のニュース", 6, ["日本語", "のニュ", "ース"]),
        ("a b", 1, ["a", "b"]),
        ("", 10, []),
    ],
)
def test_wrapping(text: str, width: int, expected: list[str]) -> None:
    """Words go to the next line, words that are too wide are folded, and paragraphs are parted by one blank line."""
    assert lines(table(text, width)) == expected


@given(text=WORDS, width=st.integers(2, 30))
def test_nothing_is_lost_and_nothing_sticks_out(text: str, width: int) -> None:
    """Every character but space is on exactly one line, and no line is wider than the width."""
    found = table(text, width)
    shown = lines(found)
    assert "".join("".join(shown).split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in shown)


@given(text=WORDS, width=st.integers(2, 30))
def test_offsets_and_lines_agree(text: str, width: int) -> None:
    """The line of an offset holds that offset."""
    found = table(text, width)
    for offset, character in enumerate(text):
        if not character.isspace():
            at = found.block_at(found.line_of(offset))
            assert at is not None
            start, end = found.bounds(*at)
            assert start <= offset < end


def test_the_character_under_a_cell() -> None:
    """Wide characters count two cells; past the end of a line is the end of the line."""
    found = table("日本 ab", 10)
    assert [found.offset_in(0, 0, cell) for cell in (0, 1, 2, 5, 6, 9)] == [0, 0, 1, 3, 4, 5]


@given(text=st.text(st.sampled_from("abcé “—"), max_size=80), width=st.integers(1, 20))
def test_the_short_way_for_plain_text_is_the_same(text: str, width: int) -> None:
    """Text without wide characters is wrapped as any other."""
    for block in blocks(text):
        assert block.words is None
        words = tuple(
            Word(word.start(), word.end(), len(word[0].rstrip()), len(word[0]))
            for word in re.finditer(r"\S+\s*", text[: block.end])
        )
        assert wrap(text, block, width) == wrap(text, Block(block.start, block.end, words), width)
