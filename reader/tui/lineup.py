"""A line of a table as pieces of text with their ways of drawing, fitted into cells of a width."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

Piece = tuple[str, tuple[str, ...]]
"""A text and the layers of `reader.tui.pens` that draw it."""

Line = tuple[Piece, ...]


def cut(text: str, width: int) -> str:
    """A text in at most so many cells, with "…" where something is missing."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 1 else "…"[:width]


def cell(text: str, width: int, *layers: str) -> Piece:
    """A text in exactly so many cells."""
    shown = cut(text, width)
    return shown + " " * (width - cell_len(shown)), layers


def highlighted(line: Line, wanted: re.Pattern[str]) -> Line:
    """A line with what a search finds in it marked."""
    pieces: list[Piece] = []
    for text, layers in line:
        end = 0
        for found in wanted.finditer(text):
            pieces += [(text[end : found.start()], layers), (found[0], (*layers, "match"))]
            end = found.end()
        pieces.append((text[end:], layers))
    return tuple(piece for piece in pieces if piece[0])


def plain(line: Sequence[Piece]) -> str:
    """The text of a line, as a reader sees it without colours."""
    return "".join(text for text, _ in line).rstrip()
