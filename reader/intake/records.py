"""JSON: articles as news-please, newspaper, trafilatura, schema.org and this program write them, and JSON feeds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from reader.errors import IntakeError, ReaderError
from reader.intake.decoding import decode
from reader.intake.desk import Desk
from reader.intake.document import Document
from reader.intake.draft import Draft
from reader.intake.entries import Entry, draft, first, is_summary, whole

_LISTS = ("articles", "items", "results", "docs", "data", "entries", "@graph")
_MOST = 5_000
"""Records of one file."""


def drafts(document: Document, desk: Desk) -> Iterator[Draft]:
    """The articles of a JSON file: one, a list of them, an object that holds such a list, or one a line."""
    value = _parsed(decode(document.data, document.source, document.charset), document.source)
    outlet = first(value, "title") if _is_feed(value) else ""
    records = list(_records(value))
    if len(records) > _MOST:
        raise IntakeError(f"'{document.source}' holds more than {_MOST:,} records; split it first")
    readable = [entry for entry in map(_entry, records) if entry.text or (outlet and entry.address)]
    if not readable:
        raise IntakeError(f"'{document.source}' is JSON without an article; articles have a field such as 'text'")
    if outlet:
        desk.expect([entry.address for entry in readable if is_summary(entry, document.source)])
    for number, found in enumerate(readable, start=1):
        source = document.source if len(readable) == 1 else f"{document.source}#{number}"
        try:
            if outlet:
                entry = replace(found, outlet=found.outlet or outlet)
                yield from whole(entry, source, document.name, "feed", desk)
            else:
                yield draft(found, source, document.name, "JSON")
        except ReaderError as problem:
            desk.tell(problem)


def _parsed(text: str, source: str) -> Any:
    try:
        try:
            return json.loads(text)
        except ValueError:
            lines = [json.loads(line) for line in text.splitlines() if line.strip()]
            if len(lines) < 2:
                raise
            return lines
    except ValueError as failure:
        line = getattr(failure, "lineno", None)
        where = f" (line {line})" if line else ""
        raise IntakeError(f"'{source}' is not valid JSON{where}; save it anew") from None
    except RecursionError:
        raise IntakeError(f"'{source}' is JSON nested too deeply to be an article") from None


def _is_feed(value: object) -> bool:
    return isinstance(value, Mapping) and "jsonfeed.org" in str(value.get("version", ""))


def _records(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, Mapping))
    elif isinstance(value, Mapping):
        for name in _LISTS:
            if isinstance(value.get(name), list):
                yield from (item for item in value[name] if isinstance(item, Mapping))
                return
        yield value


def _entry(record: Mapping[str, Any]) -> Entry:
    return Entry(
        title=first(record, "title", "headline", "heading"),
        text=first(
            record,
            "maintext",
            "text",
            "article_text",
            "articleBody",
            "content_html",
            "content_text",
            "full_text",
            "body",
            "content",
            "summary",
        ),
        byline=first(record, "byline", "authors", "author", "creator"),
        published=first(
            record,
            "published",
            "date_publish",
            "publish_date",
            "datePublished",
            "date_published",
            "pub_date",
            "date",
        ),
        outlet=first(
            record, "outlet", "sitename", "site_name", "publisher", "source_domain", "hostname", "source-hostname"
        ),
        address=first(record, "address", "canonical_link", "url", "link", "source"),
        language=first(record, "language", "meta_lang", "lang", "inLanguage"),
    )
