"""One story to be scored: its articles, what a key says of their facts, and what it says of how they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.errors import KeyFileError, ReaderError
from reader.evaluate.gold import Key, Place
from reader.intake import load
from reader.model import Article, Kind


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail that the key says the articles give differently."""

    fact: str
    """Id of the fact that it belongs to."""
    kind: Kind
    about: str
    """What differs, in words."""
    values: Mapping[str, tuple[Place, ...]]
    """For each article, where the words stand that give the detail."""
    texts: Mapping[str, str]
    """For each article, those words."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What intake and event detection must make of the articles, as far as the key says."""

    metadata: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For each article, fields and their values."""
    furniture: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each article, text that is no part of the story."""
    story: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each article, text that is."""
    unique: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each article, text that no other article of its event has."""
    details: tuple[Detail, ...] = ()
    """What differs in the facts."""
    events: tuple[frozenset[str], ...] = ()
    """Which articles report the same event; empty where the key does not say."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the engine gets and what it is held against."""

    articles: tuple[Article, ...]
    """Their ids are those of the key."""
    key: Key
    expected: Expected = Expected()


def read_article(id: str, path: Path, key: Path, line: int | None) -> tuple[Article, str]:
    """The article of a key as intake reads it, under the id that the key gives it, and the file's own text."""
    try:
        articles = load([str(path)]).articles
        raw = path.read_text(encoding="utf-8", errors="replace")
    except ReaderError as failure:
        raise KeyFileError(str(key), line, f"its article '{id}' is not there: {failure}") from None
    except OSError as failure:
        raise KeyFileError(str(key), line, f"its article '{path}' cannot be read ({failure.strerror})") from None
    if len(articles) != 1:
        raise KeyFileError(str(key), line, f"'{path}' holds {len(articles)} articles; name a file that holds one")
    return replace(articles[0], id=id), raw
