"""What a session keeps of a reader's place: written when the app is left, and read strictly when it is opened again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.model import Article, Span


@dataclass(frozen=True, slots=True)
class Kept:
    """A place in articles."""

    article: str
    offset: int
    members: tuple[Span, ...] = ()
    """The passages of the stop that one was on: several stops may have a passage at one place."""

    def state(self) -> dict[str, object]:
        """As a session keeps it."""
        members = [[member.article, member.start, member.end] for member in self.members]
        return {"article": self.article, "offset": self.offset, "stop": members}


def read(state: Mapping[str, object], articles: Sequence[Article]) -> Kept | None:
    """The place that a session has kept; None where it is not one in these articles."""
    texts = {article.id: article.text for article in articles}
    article, offset = state.get("article"), state.get("offset")
    if not isinstance(article, str) or not isinstance(offset, int) or not 0 <= offset < len(texts.get(article, "")):
        return None
    return Kept(article, offset, _spans(state.get("stop"), texts))


def _spans(kept: object, texts: Mapping[str, str]) -> tuple[Span, ...]:
    """All passages, or none where one of them does not fit the texts."""
    found: list[Span] = []
    for entry in kept if isinstance(kept, list) else ():
        match entry:
            case [str(article), int(start), int(end)] if 0 <= start < end <= len(texts.get(article, "")):
                found.append(Span(article, start, end, texts[article][start:end]))
            case _:
                return ()
    return tuple(found)
