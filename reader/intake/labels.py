"""Labels at the top of a text ("Title: …", "Source: …"), as archives and exports of databases write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.intake.calendar import iso_moment
from reader.intake.cuts import Cut
from reader.intake.layout import Line, head, whole
from reader.intake.web import is_address

REASON = "label"

_FIELDS = {
    "title": "title",
    "headline": "title",
    "source": "outlet",
    "outlet": "outlet",
    "publication": "outlet",
    "publisher": "outlet",
    "newspaper": "outlet",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "date": "published",
    "published": "published",
    "publication date": "published",
    "place": "place",
    "url": "address",
    "link": "address",
    "address": "address",
    "language": "language",
}

_LABEL = re.compile(
    rf"(?P<label>{'|'.join(sorted(_FIELDS, key=len, reverse=True))})\s*:\s+(?P<value>\S.*)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled line: what goes, and the field that it gives."""

    cut: Cut
    field: str
    value: str


def labels(source: str, story: Sequence[Line]) -> list[Label]:
    """The labels that open a source. One alone is not taken for a label: "Source: the ministry" may be a sentence.

    Of a title only its label goes, since the headline is part of the story.
    """
    found: list[Label] = []
    for line in story:
        match = _LABEL.fullmatch(line.text)
        label = _read(source, line, match) if match else None
        if label is None:
            break
        found.append(label)
    return found if len(found) > 1 else []


def _read(source: str, line: Line, match: re.Match[str]) -> Label | None:
    field, value = _FIELDS[match["label"].casefold()], match["value"].strip()
    if field == "title":
        return Label(head(source, line.start, line.start + match.start("value"), REASON), field, value)
    if field == "published":
        day = iso_moment(value)
        if day is None:
            return None
        value = day
    elif field == "address":
        if not is_address(value):
            return None
    elif field == "language":
        value = value[:2].casefold()
    elif field == "outlet" and is_address(value):
        field = "address"
    return Label(whole(source, line, REASON), field, value)
