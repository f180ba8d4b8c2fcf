"""What one article has and no other article of its event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reader.compare.passages import Sentence
from reader.model import Alignment, Article, Event, UniqueDetail

CONTENT = 2
"""Words that carry news, at least, before a passage is a detail and not a scrap of furniture."""


def unique_details(
    articles: Sequence[Article], events: Sequence[Event], sentences: Sequence[Sentence], alignments: Iterable[Alignment]
) -> tuple[UniqueDetail, ...]:
    """The passages without an alignment, in order; none where an article is alone in its event."""
    aligned: Mapping[str, list[tuple[int, int]]] = {article.id: [] for article in articles}
    for alignment in alignments:
        for member in alignment.members:
            aligned[member.article].append((member.start, member.end))
    accompanied = {id for event in events if len(event.articles) > 1 for id in event.articles}
    found = []
    for sentence in sentences:
        article, passage = articles[sentence.passage.article], sentence.passage
        if article.id not in accompanied or len(sentence.stems) < CONTENT:
            continue
        if any(start < passage.end and passage.start < end for start, end in aligned[article.id]):
            continue
        text = article.text[passage.start : passage.end]
        found.append(UniqueDetail(article.id, passage.start, passage.end, text))
    return tuple(found)
