"""The quotations of an export, read back out of the file: who is said to have printed what, and where."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import PurePath
from typing import Any
from urllib.parse import unquote

from reader.errors import ExportError
from reader.export.contract import FORMAT
from reader.export.excerpts import unsigned
from reader.export.exchange import text_at
from reader.export.spreadsheet import COLUMNS, plain_cell
from reader.notes.anchors import CONTEXT


@dataclass(frozen=True, slots=True)
class Source:
    """An article as an export names it."""

    outlet: str = ""
    title: str = ""
    source: str = ""
    """Path or address; empty where the export does not tell."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation."""

    source: Source
    exact: str
    start: int | None = None
    """Offset in the article's text, where the export tells it."""
    where: str = ""
    """The place in words, "headline" or "paragraph 4", where the export tells it."""
    prefix: str = ""
    suffix: str = ""


def quotations(text: str, name: str = "") -> tuple[Quoted, ...]:
    """All quotations of an export, each once; its form is told by its content.

    Raises ExportError where there is nothing that can be verified. `name` is the file in messages.
    """
    content = text.removeprefix("\ufeff")
    found = tuple(dict.fromkeys(_reader(content)(content)))
    if not found:
        raise ExportError(
            f"{name or 'this text'} has no quotations that can be verified; "
            "rashomon verifies what it exported as markdown, html, json, csv, annotations or text"
        )
    return found


def _reader(content: str) -> Callable[[str], Iterator[Quoted]]:
    start = content.lstrip()[:2000]
    if start.startswith("{"):
        return _from_json
    if re.match(r"<!doctype html|<html", start, re.IGNORECASE):
        return _from_html
    if start.lstrip('"').startswith(COLUMNS[0]) and COLUMNS[1] in start:
        return _from_csv
    return _from_text if re.search(r"^ARTICLES$", start, re.MULTILINE) else _from_markdown


def _from_json(content: str) -> Iterator[Quoted]:
    try:
        value = json.loads(content)
        if value.get("format") == FORMAT:
            yield from _from_contract(value)
        elif "first" in value or "items" in value or "target" in value:
            yield from _from_annotations(value)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as failure:
        raise ExportError(f"this JSON cannot be verified: {failure}") from None


def _from_contract(value: Mapping[str, Any]) -> Iterator[Quoted]:
    articles = {article["id"]: article for article in value["articles"]}
    for place in _places(value):
        article = articles[place["article"]]
        text, start, end = text_at(article, "text"), int(place["start"]), int(place["end"])
        title = text_at(article, "title") if article.get("title") else ""
        source = Source(text_at(article, "outlet"), title, text_at(article, "source"))
        prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        yield Quoted(source, text_at(place, "text"), start, prefix=prefix, suffix=suffix)


def _places(value: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for alignment in value["alignments"]:
        yield from alignment["members"]
        for difference in alignment["differences"]:
            yield from difference["values"]
    yield from value["unique"]
    for said in value.get("corrections", ()):
        yield from said["members"]
    for note in value.get("notes", ()):
        yield from note.get("spans", ())


def _from_annotations(value: Mapping[str, Any]) -> Iterator[Quoted]:
    page = value.get("first", value)
    for annotation in page.get("items", [page]):
        for target in _listed(annotation["target"]):
            selectors = {chosen["type"]: chosen for chosen in _listed(target.get("selector", []))}
            quote = selectors.get("TextQuoteSelector")
            if quote:
                source = target["source"]
                address = unquote(source if isinstance(source, str) else text_at(source, "id"))
                place = selectors.get("TextPositionSelector", {})
                start = int(place["start"]) if "start" in place else None
                prefix, suffix = (text_at({"prefix": "", "suffix": "", **quote}, key) for key in ("prefix", "suffix"))
                yield Quoted(Source(source=address), text_at(quote, "exact"), start, prefix=prefix, suffix=suffix)


def _listed(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [value]


def _from_csv(content: str) -> Iterator[Quoted]:
    # A cell may be as long as an article; 128 kB is Python's default.
    csv.field_size_limit(10_000_000)
    try:
        for row in csv.DictReader(io.StringIO(content, newline="")):
            cells = {key: plain_cell(value or "") for key, value in row.items() if key}
            if cells.get("quotation"):
                source = Source(cells["outlet"], cells["title"], cells["source"])
                yield Quoted(source, cells["quotation"], _offset(cells["start"]), cells["where"])
    except (csv.Error, KeyError) as failure:
        raise ExportError(f"this table cannot be verified: {failure}") from None


def _offset(printed: str) -> int | None:
    """An offset as a file prints it; None where it is none that an article can have."""
    return int(printed) if printed.isdecimal() and len(printed) < 10 else None


@dataclass
class _Open:
    """A quotation whose end has not come yet."""

    article: str
    start: int | None
    text: list[str] = field(default_factory=list)


class _Document(HTMLParser):
    """Collects what stands in `<q data-article …>`, and the articles of the list of sources."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[_Open] = []
        self.found: list[_Open] = []
        self.sources: dict[str, Source] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        article = given.get("data-article")
        if tag == "q":
            self.open.append(_Open(article or "", _offset(given.get("data-start", ""))))
        elif tag == "li" and article:
            names = (given.get(f"data-{key}", "") for key in ("outlet", "title", "source"))
            self.sources[article] = Source(*names)

    def handle_endtag(self, tag: str) -> None:
        if tag == "q" and self.open:
            self.found.append(self.open.pop())

    def handle_data(self, data: str) -> None:
        for quotation in self.open:
            quotation.text.append(data)


def _from_html(content: str) -> Iterator[Quoted]:
    document = _Document()
    document.feed(content)
    document.close()
    for quotation in document.found:
        yield Quoted(document.sources.get(quotation.article, Source()), "".join(quotation.text), quotation.start)


_WHERE = r"(?P<where>headline|paragraph \d+)"
_CELLS = re.compile(r"(?<!\\)\|")
_ITEM = re.compile(rf"- (?:(?P<only>only )?(?P<outlet>.+?), )?{_WHERE}: (?P<text>.*)$")
_HEADING = re.compile(r"#+ Only (?P<outlet>.*)$")
_SOURCE = re.compile(r"\d+\. \*\*(?P<outlet>.+?)\*\*(?P<about>.*)$")
_ESCAPED_OR_STRONG = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*")


def plain_markdown(text: str) -> str:
    """What escaped Markdown says."""
    return _ESCAPED_OR_STRONG.sub(lambda match: match[1] or "", text)


def _from_markdown(content: str) -> Iterator[Quoted]:
    lines = content.splitlines()
    listed = {plain_markdown(match["outlet"]): match["about"] for match in map(_SOURCE.match, lines) if match}
    sources = {outlet: _listed_source(outlet, about) for outlet, about in listed.items()}
    heading = ""
    for line in lines:
        only = _HEADING.match(line)
        heading = plain_markdown(only["outlet"]) if only else "" if line.startswith("#") else heading
        cells = [cell.strip() for cell in _CELLS.split(line)]
        match = _ITEM.match(line)
        if len(cells) == 5 and re.fullmatch(_WHERE, cells[2]):
            outlet, words = plain_markdown(cells[1]), unsigned(plain_markdown(cells[3]))
            yield Quoted(sources.get(outlet, Source(outlet)), words, where=cells[2])
        elif match:
            outlet = plain_markdown(match["outlet"] or "") or heading
            # What only one has inside a fact is quoted without its sentence, which stands above it.
            words = plain_markdown(match["text"]) if match["only"] else unsigned(plain_markdown(match["text"]))
            yield Quoted(sources.get(outlet, Source(outlet)), words, where=match["where"])
        elif line.startswith("- *"):
            yield from _values(plain_markdown(line), sources)


def _values(line: str, sources: Mapping[str, Source]) -> Iterator[Quoted]:
    """What a line on a difference quotes: `Outlet “words”; Other outlet “words”`."""
    if not sources:
        return
    names = "|".join(map(re.escape, sorted(sources, key=len, reverse=True)))
    for match in re.finditer(rf"(?:^|(?<=[ ;]))({names}) “(.*?)”(?=$|; (?:{names}) “)", line):
        yield Quoted(sources[match[1]], match[2])


def _listed_source(outlet: str, about: str) -> Source:
    title = re.search(r": \*(.+?)(?<!\\)\*(?:, by |\. )", about)
    # The source is what follows the last ". " of the line; names of files may have one, so the whole rest is tried.
    rest = about[title.end() :] if title else about
    source = rest.rsplit(". ", 1)[-1] if ". " in rest else rest
    return Source(outlet, plain_markdown(title[1]) if title else "", plain_markdown(source.strip()))


_SPOKEN = re.compile(rf"   (?:(?P<only>- ONLY )?(?P<outlet>.+?), )?{_WHERE}: (?P<text>.*)$")
_ONLY = re.compile(r"ONLY (?P<outlet>.*)$")
_ARTICLE = re.compile(r"\d+\. (?P<head>.*) \((?P<source>[^()]*(?:\([^()]*\)[^()]*)*)\)$")


def _from_text(content: str) -> Iterator[Quoted]:
    lines = content.splitlines()
    heads = {match["head"]: match["source"] for match in map(_ARTICLE.match, lines) if match}
    outlet = ""
    sources: dict[str, Source] = {}
    for line in lines:
        only, spoken = _ONLY.match(line), _SPOKEN.match(line)
        if only:
            outlet = only["outlet"]
        elif spoken:
            name = spoken["outlet"] or outlet
            sources.setdefault(name, _source_of(name, heads))
            words = spoken["text"] if spoken["only"] else unsigned(spoken["text"])
            yield Quoted(sources[name], words, where=spoken["where"])
        elif line.startswith("   - "):
            yield from _values(line, sources)


def _source_of(outlet: str, heads: Mapping[str, str]) -> Source:
    """The line of an article begins with its outlet; of several the shortest is meant."""
    fitting = [head for head in heads if head == outlet or head.startswith((f"{outlet},", f"{outlet}:"))]
    return Source(outlet, source=heads[min(fitting, key=len)] if fitting else "")


def file_name(source: str) -> str:
    """The last part of a path or address."""
    return PurePath(source.rstrip("/")).name if "://" not in source else source.rstrip("/").rsplit("/", 1)[-1]
