"""Where a note holds on: a quotation with its surroundings, found again in an article that has changed or moved."""

from __future__ import annotations

import functools
import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reader.model import Article, Span
from reader.notes.quotations import occurrences, resembling

CONTEXT = 32
"""Characters of prefix and suffix, as the W3C's examples and Hypothesis use."""

_TELLING = 40
"""Characters of a quotation that two articles hardly share by chance."""

How = Literal["found", "moved", "changed"]


@dataclass(frozen=True, slots=True)
class Witness:
    """An article as a note remembers it: enough to know it again when the file has moved or its text was edited."""

    hash: str
    """SHA-256 of `Article.text` in UTF-8, hexadecimal."""
    source: str
    """Absolute path, or address; empty for what came without a name (standard input)."""
    outlet: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of an article, as in the W3C Web Annotation model: text quote, text position and state."""

    witness: Witness
    start: int
    end: int
    exact: str
    """The quotation; empty where the article as a whole is meant."""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands now."""

    start: int
    end: int
    how: How
    """Either "found" at the offsets given, "moved" elsewhere in the article, or "changed": only similar words stand."""


@functools.lru_cache(maxsize=64)
def fingerprint(text: str) -> str:
    """SHA-256 of a text, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def witness(article: Article) -> Witness:
    """The article as a note remembers it."""
    return Witness(fingerprint(article.text), settled(article.source), article.outlet, article.title)


def settled(source: str) -> str:
    """A source that means the same from another folder."""
    if not source or source == "-":
        return ""
    return source if "://" in source else _absolute(source, Path.cwd())


@functools.lru_cache(maxsize=256)
def _absolute(source: str, folder: Path) -> str:
    """Looking at the disk for each of a thousand notes would take a second."""
    return str((folder / source).resolve())


def anchored(article: Article, start: int = 0, end: int = 0) -> Anchor:
    """An anchor on `[start, end)` of an article, or on the article as a whole."""
    if start == end:
        return Anchor(witness(article), 0, 0, "")
    text = article.text
    return Anchor(
        witness(article),
        start,
        end,
        text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def located(anchor: Anchor, text: str) -> Place | None:
    """Where an anchor's quotation stands in a text; None where nothing like it is left.

    Line breaks, spaces and the style of quotation marks and dashes do not count: a file saved by another program
    still has the quotation. Of several places the one with the same surroundings is taken, then the nearest.
    """
    if not anchor.exact:
        return Place(0, 0, "found")
    if fingerprint(text) == anchor.witness.hash and text[anchor.start : anchor.end] == anchor.exact:
        return Place(anchor.start, anchor.end, "found")
    found = occurrences(anchor.exact, text)
    if found:
        start, end = max(
            found, key=lambda span: (_agreement(anchor, text, *span), -abs(span[0] - anchor.start), -span[0])
        )
        return Place(start, end, "found" if (start, end) == (anchor.start, anchor.end) else "moved")
    similar = resembling(anchor.exact, text)
    return Place(*similar, "changed") if similar else None


def _agreement(anchor: Anchor, text: str, start: int, end: int) -> int:
    """How many characters before and after are those that stood there."""
    before = zip(reversed(anchor.prefix), reversed(text[max(0, start - CONTEXT) : start]), strict=False)
    after = zip(anchor.suffix, text[end : end + CONTEXT], strict=False)
    return sum(sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs)) for pairs in (before, after))


def same_article(known: Witness, article: Article) -> bool:
    """Whether an article is the one remembered: the same text, the same file, or the same title of the same outlet."""
    now = witness(article)
    return (
        known.hash == now.hash
        or (bool(known.source) and known.source == now.source)
        or (bool(known.title) and (known.title, known.outlet) == (now.title, now.outlet))
    )


def article_of(anchor: Anchor, articles: Sequence[Article]) -> Article | None:
    """The article that an anchor means, among those that are open.

    The same text before the same file or title; last, for a file that was both moved and edited, whichever has the
    quotation to the letter.
    """
    same_text = (article for article in articles if fingerprint(article.text) == anchor.witness.hash)
    same_name = (article for article in articles if same_article(anchor.witness, article))
    same_words = (article for article in articles if len(anchor.exact) >= _TELLING and anchor.exact in article.text)
    return next(itertools.chain(same_text, same_name, same_words), None)


def span_of(anchor: Anchor, articles: Sequence[Article]) -> tuple[Span, How] | None:
    """Where an anchor stands among the articles that are open, and how it was found; None where it has no place."""
    article = article_of(anchor, articles)
    place = located(anchor, article.text) if article else None
    if article is None or place is None:
        return None
    return Span(article.id, place.start, place.end, article.text[place.start : place.end]), place.how
