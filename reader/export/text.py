"""A comparison as plain text: complete, in reading order, to be read aloud, piped and searched."""

from __future__ import annotations

from collections.abc import Iterator

from reader.export.dates import day_in_words
from reader.export.excerpts import Excerpt, runs, signed
from reader.export.outline import Entry, Outline, Section, note_head
from reader.export.places import given
from reader.model import Article
from reader.notes import Attached
from reader.safety import harmless, one_line


def as_text(outline: Outline) -> str:
    """The whole outline, one line a quotation."""
    return "\n".join(_lines(outline)).rstrip() + "\n"


def _lines(outline: Outline) -> Iterator[str]:
    yield outline.title
    yield outline.summary
    if outline.hidden:
        yield f"Hidden by the selection: {outline.hidden}."
    if outline.signs:
        yield outline.signs
    if outline.doubt:
        yield outline.doubt
    yield ""
    yield "ARTICLES"
    for number, (article, outlet) in enumerate(outline.articles, 1):
        yield f"{number}. {article_line(article, outlet)}"
    yield ""
    for entry in outline.notebook.on_story():
        yield from _note(entry)
        yield ""
    for number, section in outline.told:
        yield from _section(number, section, len(outline.sections) > 1)
    if outline.rulings:
        yield "CORRECTIONS"
        for ruling in outline.rulings:
            yield f"   - {ruling.told}: {given(ruling.quotations)}"
        yield ""
    if outline.elsewhere:
        yield "OTHER NOTES"
        for apart in outline.elsewhere:
            for excerpt in apart.excerpts:
                yield f"   {excerpt.outlet}, {excerpt.where}: {_words(excerpt)}"
            yield from _note(apart.note)
        yield ""


def article_line(article: Article, outlet: str) -> str:
    """One article: outlet, day, place, headline, byline and source."""
    about = [outlet, day_in_words(article.published) if article.published else "", one_line(article.place or "")]
    head = ", ".join(part for part in about if part)
    title = f": {one_line(article.title)}" if article.title else ""
    byline = f", by {one_line(article.byline)}" if article.byline else ""
    return f"{head}{title}{byline} ({one_line(article.source)})"


def _section(number: int, section: Section, several: bool) -> Iterator[str]:
    if section.event is None:
        yield section.title.upper()
    elif several:
        yield f"EVENT {number}: {section.title}"
        yield f"Reported by {', '.join(section.outlets)}."
    if section.alone:
        yield section.alone
    if several or section.alone:
        yield ""
    for entry in section.entries:
        yield from entry_lines(entry)
    for own in section.only:
        yield f"ONLY {own.outlet}"
        for excerpt in own.excerpts:
            yield f"   {excerpt.where}: {_words(excerpt)}"
        yield ""
    if section.missed:
        yield "READING LESS"
        yield from (f"   {sentence}" for sentence in section.missed)
        yield ""


def entry_lines(entry: Entry) -> Iterator[str]:
    """One alignment with all that belongs to it."""
    yield f"{entry.number}. {entry.mark} ({entry.standing})"
    for excerpt in entry.excerpts:
        yield f"   {excerpt.outlet}, {excerpt.where}: {_words(excerpt)}"
    for difference, values in entry.differences:
        yield f"   - {difference.kind}, {difference.verdict}: {one_line(difference.reason)} {given(values)}"
    for quotation in entry.unique:
        yield f"   - ONLY {quotation.outlet}, {quotation.where}: {quotation.text}"
    for values in entry.styles:
        yield f"   - style: {given(values)}"
    for note in entry.notes:
        yield from _note(note)
    yield ""


def _words(excerpt: Excerpt) -> str:
    return "".join(words for words, _ in signed(runs(excerpt)))


def _note(entry: Attached) -> Iterator[str]:
    lines = harmless(entry.note.body).splitlines() or [""]
    yield f"   NOTE ({note_head(entry)}): {lines[0]}"
    for line in lines[1:]:
        yield f"      {line}".rstrip()
    for words in entry.gone:
        yield f"      It quoted: “{one_line(words)}”"
