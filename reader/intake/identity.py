"""Ids that a reader can say aloud, unique among the articles at hand whatever order they are given in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reader.model import Article

_LONGEST = 32
"""Characters of an id before its year or number."""


def identified(articles: Sequence[Article], given: Mapping[str, str]) -> tuple[Article, ...]:
    """The articles with their ids; `given` holds those that a story file gives, by source.

    An id is the outlet's name. Of several articles of one outlet the latest has the plain name, and the others
    have their year, their day or a number with it.
    """
    ids: dict[int, str] = {}
    taken: set[str] = set()
    everyone = sorted(range(len(articles)), key=lambda index: _rank(articles[index]))
    for index in everyone:
        wish = slug(given.get(articles[index].source, ""))
        if wish and wish not in taken:
            ids[index] = wish
            taken.add(wish)
    for index in everyone:
        if index not in ids:
            ids[index] = next(name for name in _names(articles[index]) if name not in taken)
            taken.add(ids[index])
    return tuple(replace(article, id=ids[index]) for index, article in enumerate(articles))


def slug(name: str) -> str:
    """A name in lower-case ASCII letters, digits and hyphens: "Arirang News" is `arirang`."""
    if not name.isascii():
        # Some milliseconds to import, which most names do without.
        from anyascii import anyascii

        name = anyascii(name)
    words = re.findall(r"[a-z0-9]+", name.casefold().replace("'", ""))
    telling = [word for word in words if word not in ("the", "news")] or words
    short = "-".join(telling)
    return short if len(short) <= _LONGEST else short[:_LONGEST].rsplit("-", 1)[0]


def _rank(article: Article) -> tuple[str, str, str]:
    """The latest first; the source and the text decide where the day does not."""
    later_first = "".join(chr(0x10FFFF - ord(character)) for character in article.published or "")
    return later_first or "\U0010ffff", article.source, article.text


def _names(article: Article) -> Iterator[str]:
    # Of "Pakistan Point News / Sputnik" the last is where the text comes from.
    plain = slug(article.outlet.rsplit(" / ", 1)[-1]) or "article"
    yield plain
    if article.published:
        yield f"{plain}-{article.published[:4]}"
        yield f"{plain}-{article.published[:10]}"
    number = 2
    while True:
        yield f"{plain}-{number}"
        number += 1
