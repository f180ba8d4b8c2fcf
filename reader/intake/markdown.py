"""Markdown: front matter becomes metadata, and marks of layout are taken out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.errors import FileError
from reader.intake.calendar import iso_moment
from reader.intake.cuts import Cut, apply
from reader.intake.decoding import decode, mend
from reader.intake.desk import Desk
from reader.intake.document import Document
from reader.intake.draft import Draft, Found
from reader.intake.web import is_address
from reader.yamlfile import Mapping, parse_mapping

REASON = "Markdown"
WHERE = "front matter"

_FRONT = re.compile(r"\A---\n(.{0,20000}?)\n---(?:\n+|\Z)", re.DOTALL)
_MARKS = re.compile(
    r"""
      ^(?P<heading>\#{1,6}[ \t]+) | ^(?P<quote>>[ \t]?) | ^(?P<image>!\[[^\]\n]*\]\([^)\n]*\)[ \t]*)$
    | (?P<open>!?\[)(?=[^\]\n]{1,500}\]\([^)\n]{1,2000}\)) | (?<=[^\]\n])(?P<target>\]\([^)\n]{1,2000}\))
    | (?P<strong>\*\*|__)(?=\S[^\n]{0,2000}?\S?(?P=strong)) | (?<=\S)(?P<strong_end>\*\*|__)
    | (?<![\w*])(?P<emphasis>\*)(?=\S[^*\n]{0,1000}\*) | (?<=[^\s*])(?P<emphasis_end>\*)(?![\w*])
    """,
    re.VERBOSE | re.MULTILINE,
)
_FIELDS = {
    "title": "title",
    "author": "byline",
    "authors": "byline",
    "date": "published",
    "published": "published",
    "source": "address",
    "url": "address",
    "outlet": "outlet",
    "site": "outlet",
    "publisher": "outlet",
    "lang": "language",
    "language": "language",
}


def drafts(document: Document, desk: Desk) -> Iterator[Draft]:  # noqa: ARG001 - one signature for every format
    """The article of a Markdown file."""
    source = mend(decode(document.data, document.source, document.charset))
    front = _FRONT.match(source)
    told = _front_matter(front[1], document.source) if front else {}
    start = front.end() if front else 0
    cuts = [Cut(0, start, WHERE)] if front else []
    cuts += [Cut(match.start(), match.end(), REASON) for match in _MARKS.finditer(source, start)]
    text, removed = apply(source, cuts)
    title = told.get("title")
    if title is None and re.match(r"#\s+\S", source[start:].lstrip()):
        told["title"] = Found(text.strip().split("\n", 1)[0].strip(), "first heading")
    elif title and not text.lstrip().startswith(title.value):
        text = f"{title.value}\n\n{text}"
        removed = tuple(replace(piece, at=piece.at + len(title.value) + 2) for piece in removed)
    yield Draft(document.source, document.name, text, told, removed)


def _front_matter(text: str, source: str) -> dict[str, Found]:
    """What the lines between "---" say; front matter that is no YAML says nothing."""
    try:
        given = parse_mapping(text, source)
    except FileError:
        return {}
    told: dict[str, Found] = {}
    for key in given:
        field = _FIELDS.get(key.casefold())
        value = _plain(given.values[key])
        if field == "published":
            value = iso_moment(value) or ""
        if field == "language":
            value = value[:2].casefold()
        if field == "address" and not is_address(value):
            field = "outlet"
        if field and value:
            told.setdefault(field, Found(value, WHERE))
    return told


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_plain, value)))
    return "" if value is None or isinstance(value, Mapping) else str(value).strip().strip("[]")
