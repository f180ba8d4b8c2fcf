"""RSS and Atom: each entry an article, fetched where the feed has only its summary."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reader.errors import IntakeError, MissingExtra, ReaderError
from reader.intake.desk import Desk
from reader.intake.document import Document
from reader.intake.draft import Draft
from reader.intake.entries import Entry, is_summary, whole
from reader.intake.xmlfile import refuse_bombs

_MOST = 50
"""Entries of one feed; a newspaper's has 20 to 50, an archive's thousands."""


def drafts(document: Document, desk: Desk) -> Iterator[Draft]:
    """The articles of a feed, in its order."""
    refuse_bombs(document)
    try:
        import feedparser
    except ImportError:
        raise MissingExtra("web", f"reading the feed '{document.source}'") from None
    try:
        feed = feedparser.parse(BytesIO(document.data))
    except (ValueError, TypeError, RecursionError, AttributeError, LookupError) as failure:
        raise IntakeError(f"the feed '{document.source}' cannot be read ({type(failure).__name__})") from None
    if not feed.entries:
        raise IntakeError(f"'{document.source}' is XML without an entry of a feed; give a feed or a page")
    outlet = str(feed.feed.get("title", "")) or document.name
    language = str(feed.feed.get("language", ""))
    if len(feed.entries) > _MOST:
        desk.tell(
            IntakeError(f"the feed '{document.source}' has {len(feed.entries)} entries; the first {_MOST} are read")
        )
    entries = [
        Entry(
            title=str(item.get("title", "")),
            text=_text(item),
            byline=str(item.get("author", "")),
            published=_day(item),
            outlet=outlet,
            address=str(item.get("link", "")),
            language=language,
        )
        for item in feed.entries[:_MOST]
    ]
    desk.expect([entry.address for entry in entries if is_summary(entry, document.source)])
    for number, entry in enumerate(entries, start=1):
        try:
            yield from whole(entry, f"{document.source}#{number}", document.name, "feed", desk)
        except ReaderError as problem:
            desk.tell(problem)


def _text(item: Any) -> str:
    """The longest of what an entry gives: its content where there is some, else its summary."""
    contents = [str(content.get("value", "")) for content in item.get("content", [])]
    return max([*contents, str(item.get("summary", ""))], key=len)


def _day(item: Any) -> str:
    # Past feedparser's own lookup, which warns where it takes one for the other.
    moment = dict.get(item, "published_parsed") or dict.get(item, "updated_parsed")
    return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}+00:00".format(*moment[:6]) if moment else ""
