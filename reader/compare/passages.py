"""The stretches of an article that can be aligned: sentences, and within them runs of clauses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reader.language.clauses import clauses
from reader.language.quantities import within
from reader.language.sentences import sentences
from reader.language.verbs import verb
from reader.language.words import Word, folded, words
from reader.model import Article, Span

LONGEST = 180
"""Characters of a passage that is more than one clause: at 140 fewer facts are found, at 240 fewer are pinned."""
MEASURED = frozenset(("area", "duration", "length", "mass", "speed", "temperature", "volume"))
"""Dimensions in which two outlets give two figures for one thing, as their clocks and roundings go."""
SENTENCE = 400
"""Characters of a sentence at most that is parted: what is longer is a list or a page without stops."""
NEAR = 5
"""Words to either side of a verb within which stands who did it and to what."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of one article."""

    article: int
    """Index into the articles that are compared."""
    start: int
    end: int

    def overlaps(self, other: Passage) -> bool:
        """They share characters."""
        return self.article == other.article and self.start < other.end and other.start < self.end

    def covers(self, other: Passage) -> float:
        """The share of the other that lies in this one."""
        if self.article != other.article:
            return 0.0
        return max(0, min(self.end, other.end) - max(self.start, other.start)) / (other.end - other.start)

    def span(self, articles: Sequence[Article]) -> Span:
        """The same stretch, as the model tells it."""
        article = articles[self.article]
        return Span(article.id, self.start, self.end, article.text[self.start : self.end])


@dataclass(frozen=True, slots=True)
class Wording:
    """A passage and what is known of its words; only those that carry news are counted."""

    passage: Passage
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sentence(Wording):
    """One sentence."""

    names: frozenset[str]
    """Stems that are printed with a capital inside the sentence."""
    numbers: frozenset[str]
    titles: frozenset[tuple[str, ...]]
    """Stems that are printed together as one name ("President Moon Jae-in")."""
    measures: frozenset[tuple[str, str, float]]
    """Stems of numbers that are lengths, durations and the like, with what is measured and the amount in base units."""
    acts: frozenset[tuple[str, str]]
    """Stems of verbs, each with one of the stems that stand near it: who did it, or to what."""
    number: int
    """Its place among the sentences of its article."""
    clauses: tuple[Passage, ...]
    """What it says, statement by statement."""
    windows: tuple[Wording, ...]
    """Its clauses and runs of clauses: what can be aligned when one of its facts is meant. Ascending."""

    def parts(self) -> list[Passage]:
        """The sentence in as few stretches as can be aligned, in order."""
        found: list[Passage] = []
        for window in self.windows:
            passage = window.passage
            if found and passage.start == found[-1].start:
                found[-1] = passage
            elif not found or passage.start >= found[-1].end:
                found.append(passage)
        return found


def read(articles: Sequence[Article], tell: Callable[[int], None] | None = None) -> list[Sentence]:
    """Every sentence of every article, in order; `tell` is told of each article that is begun."""
    found = []
    for index, article in enumerate(articles):
        if tell:
            tell(index)
        for number, (start, end) in enumerate(sentences(article.text, article.language)):
            found.append(_sentence(index, article, number, start, end))
    return found


def _sentence(index: int, article: Article, number: int, start: int, end: int) -> Sentence:
    text = article.text
    printed = words(text, start, end, article.language)
    telling = [word for word in printed if not word.common]
    starts = [word.start for word in telling]
    stems = [word.stem for word in telling]

    def wording(low: int, high: int) -> Wording:
        first, last = bisect_left(starts, low), bisect_left(starts, high)
        return Wording(Passage(index, low, high), frozenset(stems[first:last]))

    whole = wording(start, end)
    parts = [(start, end)] if end - start > SENTENCE else clauses(text, start, end)
    runs = [
        (parts[first][0], parts[last][1])
        for first in range(len(parts))
        for last in range(first, len(parts))
        if last == first or parts[last][1] - parts[first][0] <= LONGEST
    ]
    return Sentence(
        whole.passage,
        whole.stems,
        names=frozenset(word.stem for word in telling if word.start != start and text[word.start].isupper()),
        numbers=frozenset(stem for stem in stems if stem[0].isdigit()),
        titles=_titles(text, telling),
        measures=frozenset(_measures(text, start, end, telling)),
        acts=frozenset(_acts(text, printed) if article.language in (None, "en") else ()),
        number=number,
        clauses=tuple(Passage(index, low, high) for low, high in parts),
        windows=tuple(
            window for window in (whole if run == (start, end) else wording(*run) for run in runs) if window.stems
        ),
    )


def _measures(text: str, start: int, end: int, telling: Sequence[Word]) -> Iterator[tuple[str, str, float]]:
    """The amounts that a stretch gives of something that is measured."""
    numbers = [word for word in telling if word.stem[0].isdigit()]
    for quantity in within(text, start, end) if numbers else ():
        if quantity.dimension in MEASURED and quantity.exact:
            for number in numbers:
                if quantity.start <= number.start < quantity.end:
                    yield number.stem, quantity.dimension, quantity.low


def _acts(text: str, printed: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """The verbs of a sentence, each with the words near it; what has a capital inside the sentence is a name."""
    verbs = [
        None if word is not printed[0] and text[word.start].isupper() else verb(folded(text[word.start : word.end]))
        for word in printed
    ]
    told = [(word, act) for word, act in zip(printed, verbs, strict=True) if act or not word.common]
    for place, (_, act) in enumerate(told):
        if act:
            for beside, (word, _) in enumerate(told[max(0, place - NEAR) : place + NEAR + 1], max(0, place - NEAR)):
                if beside != place and not word.common:
                    yield act, word.stem


def _titles(text: str, telling: Sequence[Word]) -> frozenset[tuple[str, ...]]:
    found: list[list[Word]] = []
    for word in telling:
        between = text[found[-1][-1].end : word.start] if found else None
        if between == "-" or (between in (" ", ". ") and text[word.start].isupper()):
            found[-1].append(word)
        elif text[word.start].isupper():
            found.append([word])
    return frozenset(tuple(word.stem for word in title) for title in found)
