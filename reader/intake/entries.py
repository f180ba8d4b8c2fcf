"""Entries of feeds and records of databases: fields under many names become a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reader.errors import IntakeError
from reader.intake.calendar import iso_moment
from reader.intake.desk import Desk
from reader.intake.draft import Draft, Found
from reader.intake.fragments import text_of
from reader.intake.web import is_address

SUMMARY = 600
"""Characters up to which a feed's entry is taken for a summary, of which the article is fetched."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as a feed or a database gives it; empty strings where it gives nothing."""

    title: str = ""
    text: str = ""
    """Plain or HTML."""
    byline: str = ""
    published: str = ""
    outlet: str = ""
    address: str = ""
    language: str = ""


def draft(entry: Entry, source: str, name: str, where: str) -> Draft:
    """The draft of an entry. Raises `IntakeError` where it has no text."""
    text = text_of(entry.text, f"reading '{source}'")
    if not text:
        raise IntakeError(f"the entry '{entry.title or name}' of '{source}' has no text")
    title = " ".join(text_of(entry.title, f"reading '{source}'").split())
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    given = {
        "title": title,
        "byline": entry.byline,
        "published": iso_moment(entry.published) or "",
        "outlet": entry.outlet,
        "address": entry.address if is_address(entry.address) else "",
        "language": entry.language[:2].casefold() if entry.language[:2].isalpha() else "",
    }
    told = {field: Found(" ".join(value.split()), where) for field, value in given.items() if value.strip()}
    return Draft(source, name, text, told)


def is_summary(entry: Entry, source: str) -> bool:
    """Whether an entry has less than its article, and says where that is."""
    return is_address(entry.address) and len(text_of(entry.text, f"reading '{source}'")) < SUMMARY


def whole(entry: Entry, source: str, name: str, where: str, desk: Desk) -> Iterator[Draft]:
    """The article of an entry: fetched where the entry has only a summary, which stands in where it cannot be."""
    address = entry.address
    if is_summary(entry, source):
        fetched = list(desk.read_part(lambda: desk.fetch(address)))
        if fetched:
            # What the page says of itself outranks the feed, which may be another outlet's selection.
            told = draft(replace(entry, text="summary"), source, name, where).found
            yield from (replace(piece, found={**told, **piece.found}) for piece in fetched)
            return
    yield draft(entry, source, name, where)


def first(record: Mapping[str, Any], *names: str) -> str:
    """The first of these fields that holds text, a list of texts, or things with names."""
    return next(filter(None, (_plain(record.get(name), _NESTED) for name in names)), "")


_NESTED = 3
"""Things within things in which a text is looked for: a list of authors, each with a name."""


def _plain(value: object, deep: int) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, Mapping) and deep:
        names = ("name", "title", "value", "url", "@id")
        return next(filter(None, (_plain(value.get(name), deep - 1) for name in names)), "")
    if isinstance(value, list) and deep:
        return ", ".join(filter(None, (_plain(item, deep - 1) for item in value[:20])))
    return ""
