"""Citing: passages as they are copied, piped and saved, each with where it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from reader.model import Article, Comparison, Span
from reader.tui.wording import byline


def cited(passage: Span, article: Article) -> str:
    """A passage on one line, in quotation marks, and its source in brackets."""
    text = " ".join(passage.text.split())
    title = f"“{article.title}”" if article.title else ""
    known = [article.outlet, title, byline(article), article.address or article.source]
    return f"“{text}” ({', '.join(part for part in known if part)})"


def citation(passages: Iterable[Span], comparison: Comparison) -> str:
    """Passages one under another."""
    return "\n".join(cited(passage, comparison.article(passage.article)) for passage in passages) + "\n"
