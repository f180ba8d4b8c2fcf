"""What a reader of some format hands to cleaning: a decoded text, and what the format itself tells about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.model import Removed


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of metadata and where it was found."""

    value: str
    where: str
    """In words: "dateline", "page metadata", "story file"."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One article before it is cleaned."""

    source: str
    """The path or address as it was given; for a part of a larger file, with that part's name."""
    name: str
    """What to call the outlet where nothing better is known: the file's name without its suffix, or the host."""
    text: str
    """As decoded: nothing is taken out yet, and lines end in a newline."""
    found: Mapping[str, Found] = field(default_factory=dict)
    """Fields of `Article` that the format gives: a page's metadata, a feed's entry."""
    outside: tuple[Removed, ...] = ()
    """What the format's own extraction left out already, with its place in `text`."""
