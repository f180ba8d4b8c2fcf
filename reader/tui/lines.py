"""The line table: where each word of a text stands when it is wrapped to a width, and back. Knows no screen.

A text is cut into blocks, its non-empty lines; each is wrapped, and one blank line parts it from the next. Marks and
alignments play no part, so that nothing moves when they arrive.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

_WORD = re.compile(r"\S+\s*")
_PLAIN = re.compile("[ -~¡-¬®-\u02ff‐-\u2027]*")
"""Characters of Western news, without the soft hyphen and other oddities between them."""
_BLOCK = re.compile(r"[^\S\n]*(\S[^\n]*)")


@dataclass(frozen=True, slots=True)
class Word:
    """One word with the space after it."""

    start: int
    end: int
    cells: int
    """Its width without the space."""
    advance: int
    """Its width with the space."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or one line of the source."""

    start: int
    end: int
    words: tuple[Word, ...] | None
    """None where every character is one cell wide and all space is plain: such a text is wrapped without its words."""


def blocks(text: str, start: int = 0, end: int | None = None) -> tuple[Block, ...]:
    """The non-empty lines of a stretch of text, with what wrapping them to any width takes."""
    found: list[Block] = []
    for line in _BLOCK.finditer(text, start, len(text) if end is None else end):
        first, last = line.start(1), line.start(1) + len(line[1].rstrip())
        plain = _PLAIN.fullmatch(text, first, last)
        found.append(Block(first, last, None if plain else _words(text, first, last)))
    return tuple(found)


def _words(text: str, start: int, end: int) -> tuple[Word, ...]:
    return tuple(
        Word(word.start(), word.end(), cell_len(word[0].rstrip()), cell_len(word[0]))
        for word in _WORD.finditer(text, start, end)
    )


def wrap(text: str, block: Block, width: int) -> tuple[int, ...]:
    """Offsets at which the lines of a block begin. A word wider than the line is folded by characters."""
    if block.words is None:
        return _wrap_plain(text, block.start, block.end, width)
    breaks = [block.start]
    column = 0
    for word in block.words:
        if column and column + word.cells > width:
            breaks.append(word.start)
            column = 0
        if word.cells > width:
            column = _fold(text, word, width, breaks) + word.advance - word.cells
        else:
            column += word.advance
    return tuple(breaks)


def _wrap_plain(text: str, start: int, end: int, width: int) -> tuple[int, ...]:
    """The same where cells are characters: a search for a line, in place of a sum over words (12 times as fast)."""
    breaks = [start]
    while end - start > width:
        space = text.rfind(" ", start, start + width + 1)
        if space > start:
            start = space + 1
            while text[start] == " ":
                start += 1
        else:
            start += width
        if start >= end:
            break
        breaks.append(start)
    return tuple(breaks)


def _fold(text: str, word: Word, width: int, breaks: list[int]) -> int:
    """Break inside a word; returns how far its last piece reaches."""
    column = 0
    for offset in range(word.start, word.start + len(text[word.start : word.end].rstrip())):
        cells = cell_len(text[offset])
        if column + cells > width and column:
            breaks.append(offset)
            column = 0
        column += cells
    return column


class LineTable:
    """A text wrapped to one width."""

    def __init__(self, text: str, pieces: Sequence[Block], width: int) -> None:
        self.text, self.blocks, self.width = text, tuple(pieces), max(1, width)
        self.breaks = tuple(wrap(text, block, self.width) for block in self.blocks)
        self._offsets = [block.start for block in self.blocks]
        self._tops: list[int] = []
        line = 0
        for breaks in self.breaks:
            self._tops.append(line)
            line += len(breaks) + 1
        self.height = max(0, line - 1)
        """Lines in all, without a blank one at the end."""

    def block_at(self, line: int) -> tuple[int, int] | None:
        """The block on a line and the line within it; None on blank lines and outside the text."""
        index = bisect_right(self._tops, line) - 1
        if index < 0 or line - self._tops[index] >= len(self.breaks[index]):
            return None
        return index, line - self._tops[index]

    def block_of(self, offset: int) -> int:
        """The block that holds an offset; the nearest one before it where it lies between two."""
        return max(0, bisect_right(self._offsets, offset) - 1)

    def top_of(self, index: int) -> int:
        """The first line of a block."""
        return self._tops[index]

    def bounds(self, index: int, line: int) -> tuple[int, int]:
        """Offsets of one line of a block, without the space at its end."""
        breaks = self.breaks[index]
        start = breaks[line]
        end = breaks[line + 1] if line + 1 < len(breaks) else self.blocks[index].end
        return start, start + len(self.text[start:end].rstrip())

    def line_of(self, offset: int) -> int:
        """The line that an offset stands on."""
        if not self.blocks:
            return 0
        index = self.block_of(offset)
        return self._tops[index] + max(0, bisect_right(self.breaks[index], offset) - 1)

    def offset_of(self, line: int) -> int:
        """The offset at which a line begins; for a blank line, that of the next text."""
        if not self.blocks:
            return 0
        index = max(0, bisect_right(self._tops, line) - 1)
        within = line - self._tops[index]
        if within < 0:
            return self.blocks[0].start
        if within < len(self.breaks[index]):
            return self.breaks[index][within]
        return self.blocks[min(index + 1, len(self.blocks) - 1)].start

    def offset_in(self, index: int, line: int, column: int) -> int:
        """The offset of the character under a cell of one line, or the last one of the line."""
        start, end = self.bounds(index, line)
        for offset in range(start, end):
            column -= cell_len(self.text[offset])
            if column < 0:
                return offset
        return end
