"""A source seen as lines: where each begins and ends, and what is cut when a whole line goes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.intake.cuts import Cut

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_NOT_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it."""

    start: int
    end: int
    text: str

    @property
    def key(self) -> str:
        """What two printings of the same line have in common."""
        return _NOT_A_WORD.sub(" ", self.text.casefold()).strip()

    @property
    def words(self) -> int:
        """How many words it has, as white space tells them apart."""
        return len(self.text.split())


def lines(source: str) -> list[Line]:
    """The lines of a source that are not blank, in order."""
    found = []
    for match in _LINE.finditer(source):
        raw = match[0]
        start = match.start() + len(raw) - len(raw.lstrip())
        text = raw.strip()
        found.append(Line(start, start + len(text), text))
    return found


def whole(source: str, line: Line, reason: str) -> Cut:
    """The cut of a line with the white space after it, or before it where it is the last."""
    start, end = line.start, line.end
    while end < len(source) and source[end].isspace():
        end += 1
    if end == len(source):
        start = _before(source, start)
    elif not source[:start].strip():
        start = 0
    return Cut(start, end, reason)


def tail(source: str, start: int, end: int, reason: str) -> Cut:
    """The cut of a stretch at the end of a line, with the white space before it."""
    return Cut(_before(source, start), end, reason)


def head(source: str, start: int, end: int, reason: str) -> Cut:
    """The cut of a stretch at the start of a line, with the white space after it."""
    while end < len(source) and source[end].isspace() and source[end] != "\n":
        end += 1
    return Cut(start, end, reason)


def _before(source: str, start: int) -> int:
    while start > 0 and source[start - 1].isspace():
        start -= 1
    return start
