"""The stretches of an article that can be aligned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.language.sentences import sentences
from reader.language.words import Word, words
from reader.model import Article, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one article with what is known about its words."""

    article: int
    """Index into the articles that are compared."""
    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its words that carry news."""
        return frozenset(word.stem for word in self.words if not word.common)

    def overlaps(self, other: Passage) -> bool:
        """They share characters."""
        return self.article == other.article and self.start < other.end and other.start < self.end

    def span(self, articles: Sequence[Article]) -> Span:
        """The same stretch, as the model tells it."""
        article = articles[self.article]
        return Span(article.id, self.start, self.end, article.text[self.start : self.end])


def passages(articles: Sequence[Article]) -> list[Passage]:
    """Every sentence of every article, in order."""
    return passages_at(
        (
            (index, start, end)
            for index, article in enumerate(articles)
            for start, end in sentences(article.text, article.language)
        ),
        articles,
    )


def passages_at(places: Iterable[tuple[int, int, int]], articles: Sequence[Article]) -> list[Passage]:
    """The passages at these places: index of the article, start and end."""
    return [Passage(index, start, end, tuple(words(articles[index].text, start, end))) for index, start, end in places]
