"""What the cursor, a begun link and the search draw on one article, over its ink."""

from __future__ import annotations

from collections.abc import Iterator

from reader.tui.details import words
from reader.tui.ink import Stroke
from reader.tui.reading import Reading


def strokes_of(reading: Reading, article: str) -> Iterator[Stroke]:
    """The strokes on one article."""
    marked = words(reading.current)
    for member in reading.current:
        if member.article == article:
            yield Stroke(member.start, member.end, "current")
            for stroke in marked.get(member, ()):
                yield Stroke(member.start + stroke.start, member.start + stroke.end, stroke.layer)
    for member in reading.linking:
        if member.article == article:
            yield Stroke(member.start, member.end, "selected")
    search = reading.search
    for place, match in enumerate(search.found if search else ()):
        if match.article == article:
            yield Stroke(match.start, match.end, "found" if search and place == search.at else "match")
