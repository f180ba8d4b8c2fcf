"""Which words an article alone has, among the articles that it is held against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reader.compare.evidence import Lexicon
from reader.compare.passages import Passage, Sentence
from reader.language.quantity_words import SMALL, TENS
from reader.language.words import words
from reader.model import Alignment, Article, Event

FIGURE = 2
"""Words that a figure counts for: "from 3,656 locations" is a detail by its figure alone."""
ROUNDED = 0.02
"""Share by which two figures differ that may be one, rounded …"""
YEARS = frozenset(range(1900, 2101))
"""… unless they are years."""

_AMOUNTS = {words(word)[0].stem: float(value) for word, value in (SMALL | TENS).items()}


class Own:
    """The words of some articles, each with those that it is held against."""

    def __init__(
        self,
        articles: Sequence[Article],
        sentences: Iterable[Sentence],
        against: Mapping[int, Sequence[int]],
        lexicon: Lexicon,
    ) -> None:
        self.against = against
        self._articles = articles
        self._near = lexicon.near
        self._stems: dict[int, set[str]] = defaultdict(set)
        for sentence in sentences:
            self._stems[sentence.passage.article] |= sentence.stems
        self._known: dict[tuple[int, str, bool], bool] = {}
        """What has been asked before: one word stands in many phrases."""
        self._figures = {
            article: [figure for stem in stems if (figure := _figure(stem)) is not None]
            for article, stems in self._stems.items()
        }

    def telling(self, passage: Passage) -> frozenset[str]:
        """The words of a passage that carry news."""
        article = self._articles[passage.article]
        return frozenset(
            word.stem for word in words(article.text, passage.start, passage.end, article.language) if not word.common
        )

    def counted(self, passage: Passage, *, near: bool = False) -> int:
        """How many words that carry news its article alone has; a figure counts for several.

        With `near`, no other article has one that stands near it in meaning, or nearly the same figure, either.
        """
        return sum(
            1 if _figure(stem) is None else FIGURE
            for stem in self.telling(passage)
            if self._alone(passage.article, stem, near)
        )

    def share(self, passage: Passage) -> float:
        """The share of its words that carry news which its article alone has; 0 where none carries any."""
        stems = self.telling(passage)
        return sum(self._alone(passage.article, stem, True) for stem in stems) / max(1, len(stems))

    def _alone(self, article: int, stem: str, near: bool) -> bool:
        asked = article, stem, near
        if asked not in self._known:
            self._known[asked] = self._found_alone(*asked)
        return self._known[asked]

    def _found_alone(self, article: int, stem: str, near: bool) -> bool:
        told = {stem, *(self._near.get(stem, ()) if near else ())}
        figure = _figure(stem) if near else None
        return all(
            told.isdisjoint(self._stems[other])
            and (figure is None or not any(_same(figure, known) for known in self._figures.get(other, ())))
            for other in self.against[article]
        )


def held_against(
    articles: Sequence[Article], events: Iterable[Event], alignments: Iterable[Alignment]
) -> dict[int, list[int]]:
    """For each article the others that it is held against.

    These are the others of its event or, where it reports an event alone, those with which it shares background. One
    that shares nothing with any other has none, and is left out.
    """
    index = {article.id: number for number, article in enumerate(articles)}
    beside: dict[int, set[int]] = defaultdict(set)
    for alignment in alignments:
        told = {index[id] for id in alignment.articles}
        for number in told:
            beside[number] |= told - {number}
    against = {}
    for event in events:
        members = [index[id] for id in event.articles]
        for number in members:
            others = sorted(set(members) - {number} if len(members) > 1 else beside[number])
            if others:
                against[number] = others
    return against


def _figure(stem: str) -> float | None:
    if stem[0].isdecimal():
        try:
            return float(stem)
        except ValueError:  # "1.2.3" is no number
            return None
    return _AMOUNTS.get(stem)


def _same(one: float, other: float) -> bool:
    if one == other:
        return True
    return one not in YEARS and other not in YEARS and abs(one - other) <= ROUNDED * max(one, other)
