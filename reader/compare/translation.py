"""Which passages of articles in different languages report the same fact, where words can tell nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from reader.compare.alignment import Edge
from reader.compare.passages import Sentence
from reader.language import multilingual
from reader.model import Article, Event

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

RIVALS = 3
"""Nearest sentences of the other article that are asked when a sentence is suspected of resembling everything."""
NEAR = 0.3
"""Discounted nearness from which two sentences report the same fact; unrelated ones stay below .2."""
STEEPNESS = 7.0
"""How fast the odds rise with nearness, so that a pair at `NEAR` is just aligned and one at .9 outranks most words."""
_AT_ONCE = 10
"""Sentences that are encoded between two reports of progress: a third of a second."""
SAME_EVENT = 0.15
"""Share of the shorter article's sentences that are told in the other, from which both report one event."""


def edges(
    sentences: Sequence[Sentence], articles: Sequence[Article], enough: float, tell: Callable[[str, int, int], None]
) -> list[Edge]:
    """Pairs of sentences in different languages that report the same fact, each with a score of at least `enough`.

    None where all articles are in one language, or where the extra `multilingual` is not installed. `tell` is told of
    the step and of how many sentences are done.
    """
    if len(multilingual.languages(articles)) < 2 or not multilingual.available():
        return []
    of: dict[int, list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        of[sentence.passage.article].append(index)
    vectors = _centred(sentences, articles, tell)
    found: list[Edge] = []
    for left, right in combinations(sorted(of), 2):
        if _differ(articles[left], articles[right]):
            found += _between(of[left], of[right], vectors, sentences, enough)
    return found


def merged(events: Sequence[Event], found: Sequence[Edge], articles: Sequence[Article]) -> tuple[Event, ...]:
    """The events, with those made one that articles in different languages report."""
    sentences: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for edge in found:
        sentences[edge.left.article, edge.right.article].add(edge.sentences)
    event_of = {id: number for number, event in enumerate(events) for id in event.articles}
    group = list(range(len(events)))
    for (left, right), pairs in sorted(sentences.items()):
        shorter = min(_length(articles[left]), _length(articles[right]))
        if len(pairs) >= max(2, SAME_EVENT * shorter):
            one, other = sorted(group[event_of[articles[index].id]] for index in (left, right))
            group = [one if of == other else of for of in group]
    together: dict[int, list[Event]] = defaultdict(list)
    for number, event in zip(group, events, strict=True):
        together[number].append(event)
    joined = [
        replace(of[0], articles=tuple(sorted(id for event in of for id in event.articles))) for of in together.values()
    ]
    joined.sort(key=lambda event: (-len(event.articles), event.articles))
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(joined, start=1))


def _differ(one: Article, other: Article) -> bool:
    return bool(one.language and other.language and one.language != other.language)


def _length(article: Article) -> int:
    """About how many sentences an article has."""
    return max(1, len(article.text) // 120)


def _centred(
    sentences: Sequence[Sentence], articles: Sequence[Article], tell: Callable[[str, int, int], None]
) -> Floats:
    """Vectors of length 1 that have lost what all sentences of their language share."""
    import numpy as np

    texts = [sentence.passage.span(articles).text for sentence in sentences]
    parts = []
    for start in range(0, len(texts), _AT_ONCE):
        tell("translating passages", start, len(texts))
        parts.append(multilingual.encode(texts[start : start + _AT_ONCE]))
    vectors: Floats = np.concatenate(parts)
    spoken = [articles[sentence.passage.article].language or "" for sentence in sentences]
    for language in sorted(set(spoken)):
        rows = np.array([own == language for own in spoken])
        vectors[rows] -= vectors[rows].mean(axis=0)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    centred: Floats = vectors / np.maximum(lengths, 1e-9)
    return centred


def _between(
    left: Sequence[int], right: Sequence[int], vectors: Floats, sentences: Sequence[Sentence], enough: float
) -> list[Edge]:
    import numpy as np

    cosine = vectors[list(left)] @ vectors[list(right)].T
    rows = np.sort(cosine, axis=1)[:, -RIVALS:].mean(axis=1)
    columns = np.sort(cosine, axis=0)[-RIVALS:].mean(axis=0)
    # Cross-domain similarity local scaling (Conneau et al., 2018).
    near = 2 * cosine - rows[:, None] - columns[None, :]
    return [
        Edge(
            sentences[left[row]].passage,
            sentences[right[column]].passage,
            round(enough + STEEPNESS * (float(near[row, column]) - NEAR), 4),
            (left[row], right[column]),
        )
        for row, column in np.argwhere(near >= NEAR).tolist()
    ]
