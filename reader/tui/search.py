"""Search on the texts themselves, never on wrapped lines: a line break does not hide a match."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.model import Article, Span


def pattern(query: str) -> re.Pattern[str] | None:
    """What a query means: its words with any space between; capitals matter once it has one. None where it is empty."""
    words = query.split()
    if not words:
        return None
    flags = re.IGNORECASE if query == query.lower() else 0
    return re.compile(r"\s+".join(_word(word) for word in words), flags)


def _word(word: str) -> str:
    """Straight quotation marks and apostrophes also find curly ones, which no keyboard has."""
    return re.escape(word).replace("'", "['‘’]").replace('"', '["“”]')


def matches(articles: Iterable[Article], query: str) -> tuple[Span, ...]:
    """Every match, article by article."""
    wanted = pattern(query)
    if wanted is None:
        return ()
    return tuple(
        Span(article.id, found.start(), found.end(), found[0])
        for article in articles
        for found in wanted.finditer(article.text)
    )
