"""The tables of words that lie in `data`: text with a row a line, below lines that say where it is from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_DATA = Path(__file__).parent / "data"


def rows(name: str) -> Iterator[str]:
    """The rows of a table, in order."""
    text = (_DATA / f"{name}.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if not line.startswith("#"))
