"""OPML: a list of feeds, each fetched and read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from reader.errors import IntakeError, MissingExtra
from reader.intake.desk import Desk
from reader.intake.document import Document
from reader.intake.draft import Draft
from reader.intake.web import is_address
from reader.intake.xmlfile import refuse_bombs

_MOST = 50
"""Feeds of one list."""


def drafts(document: Document, desk: Desk) -> Iterator[Draft]:
    """The articles of every feed in the list; a feed that cannot be read is told, and the others go on."""
    refuse_bombs(document)
    try:
        import listparser
    except ImportError:
        raise MissingExtra("web", f"reading the list of feeds '{document.source}'") from None
    try:
        outline = listparser.parse(document.data)
    except (ValueError, TypeError, RecursionError, AttributeError, LookupError) as failure:
        raise IntakeError(f"the list of feeds '{document.source}' cannot be read ({type(failure).__name__})") from None
    addresses = list(dict.fromkeys(feed.url for feed in outline.feeds if is_address(feed.url or "")))
    if not addresses:
        raise IntakeError(f"'{document.source}' is a list without a feed; give one with lines that have 'xmlUrl'")
    if len(addresses) > _MOST:
        desk.tell(IntakeError(f"'{document.source}' lists {len(addresses)} feeds; the first {_MOST} are read"))
    desk.expect(addresses[:_MOST])
    for address in addresses[:_MOST]:
        yield from desk.read_part(partial(desk.fetch, address))
