"""Which removed text a reader has put back into the articles, and where every place lies before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.intake.restoring import here, restored, there
from reader.model import Article, Span


class Restoration:
    """What is wanted back, and what is back already: a new comparison lies between the two."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._originals = {article.id: article for article in articles}
        self._back: dict[str, frozenset[int]] = {id: frozenset() for id in self._originals}
        self._wanted = dict(self._back)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles as they are wanted."""
        return tuple(restored(article, self._wanted[id]) for id, article in self._originals.items())

    @property
    def pending(self) -> bool:
        """Whether something else is wanted than is there."""
        return self._wanted != self._back

    def original(self, article: str) -> Article:
        """An article as intake made it."""
        return self._originals[article]

    def wanted(self, article: str) -> frozenset[int]:
        """The stretches of an article that are wanted back, as places in its original's `removed`."""
        return self._wanted[article]

    def turn(self, article: str, stretches: frozenset[int]) -> None:
        """Want these stretches back or, where all of them are wanted already, out again."""
        wanted = self._wanted[article]
        self._wanted[article] = wanted - stretches if stretches <= wanted else wanted | stretches

    def take(self) -> None:
        """What is wanted is there now."""
        self._back = dict(self._wanted)

    def give_up(self) -> None:
        """What is wanted will not come."""
        self._wanted = dict(self._back)

    def state(self) -> dict[str, list[list[object]]]:
        """What is wanted back, for the next time: each stretch by its place in `removed` and its words."""
        return {
            id: [[index, article.removed[index].text] for index in sorted(self._wanted[id])]
            for id, article in self._originals.items()
            if self._wanted[id]
        }

    def resume(self, state: object) -> None:
        """Want back what was back the last time, as far as the same has been removed again."""
        for id, article in self._originals.items():
            listed = state.get(id) if isinstance(state, Mapping) else None
            if isinstance(listed, list):
                again = (index for index, piece in enumerate(article.removed) if [index, piece.text] in listed)
                self._wanted[id] = frozenset(again)

    def original_place(self, article: str, offset: int) -> int:
        """The place in the original text, for a place in the text that is there."""
        return here(self._originals[article], self._back[article], offset)

    def original_span(self, span: Span) -> Span:
        """The same for a passage."""
        start = self.original_place(span.article, span.start)
        end = max(start, self.original_place(span.article, span.end - 1)) + 1
        return Span(span.article, start, end, self._originals[span.article].text[start:end])

    def place(self, article: str, offset: int) -> int:
        """The place in the text that is wanted, for a place in the text that is there."""
        return there(self._originals[article], self._wanted[article], self.original_place(article, offset))

    def span(self, span: Span) -> Span:
        """The same for a passage."""
        start, end = self.place(span.article, span.start), self.place(span.article, span.end - 1) + 1
        text = restored(self._originals[span.article], self._wanted[span.article]).text
        return Span(span.article, start, end, text[start:end])
