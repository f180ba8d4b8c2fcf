"""Which articles report the same event."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from reader.language.rarity import general
from reader.language.words import words
from reader.model import Article, Event

SAME = 0.3
"""Mean cosine of two groups of articles from which they report one event."""
LABEL = 80
"""Characters of a label at most."""


def events(articles: Sequence[Article]) -> tuple[Event, ...]:
    """Articles gathered by the words they share (average linkage), the largest event first."""
    vectors = _vectors(articles)
    likeness = [[_cosine(left, right) for right in vectors] for left in vectors]
    clusters = [[index] for index in range(len(articles))]
    while len(clusters) > 1:
        best, left, right = max(
            (_mean(likeness, clusters[left], clusters[right]), -left, -right)
            for left in range(len(clusters))
            for right in range(left + 1, len(clusters))
        )
        if best < SAME:
            break
        clusters[-left] += clusters.pop(-right)
    clusters.sort(key=lambda members: (-len(members), min(articles[member].id for member in members)))
    return tuple(
        Event(f"e{number}", _label(articles[min(members)]), tuple(sorted(articles[member].id for member in members)))
        for number, members in enumerate(clusters, start=1)
    )


def _mean(likeness: Sequence[Sequence[float]], left: Sequence[int], right: Sequence[int]) -> float:
    return math.fsum(likeness[i][j] for i in left for j in right) / (len(left) * len(right))


def _vectors(articles: Sequence[Article]) -> list[dict[str, float]]:
    counts = [Counter(word.stem for word in words(article.text) if not word.common) for article in articles]
    vectors = []
    for count in counts:
        raw = {stem: (1 + math.log(number)) * general(stem) ** 2 for stem, number in sorted(count.items())}
        length = math.sqrt(math.fsum(value * value for value in raw.values())) or 1.0
        vectors.append({stem: value / length for stem, value in raw.items()})
    return vectors


def _cosine(left: dict[str, float], right: dict[str, float]) -> float:
    if len(left) > len(right):
        left, right = right, left
    return math.fsum(value * right[stem] for stem, value in left.items() if stem in right)


def _label(article: Article) -> str:
    line = article.title or article.text.strip().split("\n", 1)[0]
    return line if len(line) <= LABEL else line[: LABEL - 1].rsplit(" ", 1)[0] + "…"
