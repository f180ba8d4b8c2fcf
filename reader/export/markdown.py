"""A comparison as Markdown for an editor's desk: what is agreed, what differs, what only one has, notes, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.export.dates import day_in_words
from reader.export.outline import Entry, Outline, Section
from reader.export.places import Quotation
from reader.export.roundtrip import sealed
from reader.export.safety import harmless, one_line
from reader.model import Article
from reader.notes import Attached, Note

# Everything that CommonMark, GitHub's tables or a formula renderer could take for markup inside a line.
_MARKUP = re.compile(r"[\\`*\[\]<>|~$]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
_BACKSLASH = r"\\\g<0>"


def as_markdown(outline: Outline) -> str:
    """The whole outline, sealed so that a later export knows which words are ours."""
    return sealed("\n".join(_lines(outline)).rstrip() + "\n")


def notes_as_markdown(notes: Sequence[Note]) -> str:
    """Notes alone, to be edited and taken back."""
    lines = ["# Notes", ""]
    for note in notes:
        quoted = (anchor for anchor in note.anchors if anchor.exact)
        lines += [f"- {escaped(anchor.witness.outlet)}: {escaped(anchor.exact)}" for anchor in quoted]
        lines += ["", *note_block(note), ""]
    return sealed("\n".join(lines))


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    return _MARKUP.sub(_BACKSLASH, one_line(text))


def _lines(outline: Outline) -> Iterator[str]:
    yield f"# {escaped(outline.title)}"
    yield ""
    yield escaped(outline.summary)
    yield ""
    if outline.hidden:
        yield f"Hidden by the selection: {outline.hidden}."
        yield ""
    several = len(outline.sections) > 1
    for section in outline.sections:
        yield from _section(section, several)
    story, elsewhere = outline.notebook.on_story(), outline.notebook.elsewhere()
    if story or elsewhere:
        yield "## Notes"
        yield ""
        for entry in (*story, *elsewhere):
            yield from _note(entry)
    if outline.rulings:
        yield "## Corrections"
        yield ""
        for ruling in outline.rulings:
            said = "; ".join(f"{escaped(value.outlet)} “{escaped(value.text)}”" for value in ruling.quotations)
            yield f"- *{ruling.told}*: {said}"
        yield ""
    yield "## Sources"
    yield ""
    for number, (article, outlet) in enumerate(outline.articles, 1):
        yield f"{number}. {source_line(article, outlet)}"
    yield ""


def source_line(article: Article, outlet: str) -> str:
    """One article of the list of sources."""
    about = [f"**{escaped(outlet)}**", escaped(day_in_words(article.published or ""))]
    about.append(escaped(article.place or ""))
    title = f": *{escaped(article.title)}*" if article.title else ""
    byline = f", by {escaped(article.byline)}" if article.byline else ""
    return f"{', '.join(part for part in about if part)}{title}{byline}. {escaped(article.source)}"


def _section(section: Section, several: bool) -> Iterator[str]:
    level = "###" if several else "##"
    if several:
        yield f"## {escaped(section.title)}"
        yield ""
    if several and section.event is not None:
        yield f"Reported by {escaped(', '.join(section.outlets))}."
        yield ""
    if section.alone:
        yield "There is nothing to compare it with."
        yield ""
    agreed = [entry for entry in section.entries if entry.alignment.relation == "agreement"]
    differing = [entry for entry in section.entries if entry.alignment.relation == "difference"]
    everywhere = [entry for entry in agreed if entry.outlets == entry.of]
    partly = [entry for entry in agreed if entry.outlets != entry.of]
    for heading, entries in (
        ("What all agree on", everywhere),
        ("What several agree on", partly),
        ("What differs", differing),
    ):
        if entries:
            yield f"{level} {heading}"
            yield ""
        for entry in entries:
            yield from _entry(entry)
    for outlet, quotations in section.only:
        yield f"{level} Only {escaped(outlet)}"
        yield ""
        for quotation in quotations:
            yield f"- {quotation.where}: {escaped(quotation.text)}"
        yield ""


def _entry(entry: Entry) -> Iterator[str]:
    kinds = f"{entry.kinds.capitalize()}. " if entry.kinds else ""
    yield f"**{entry.number}.** {kinds}*{escaped(entry.standing)}*"
    yield ""
    values = [value for _, values in entry.differences for value in values]
    yield "| outlet | where | says |"
    yield "|---|---|---|"
    for quotation in entry.quotations:
        yield f"| {escaped(quotation.outlet)} | {quotation.where} | {_emphasised(quotation, values)} |"
    yield ""
    for difference, given in entry.differences:
        said = "; ".join(f"{escaped(value.outlet)} “{escaped(value.text)}”" for value in given)
        yield f"- *{difference.kind}, {difference.verdict}*: {escaped(difference.reason)} {said}"
    for quotation in entry.unique:
        yield f"- only {escaped(quotation.outlet)}, {quotation.where}: {escaped(quotation.text)}"
    if entry.differences or entry.unique:
        yield ""
    for note in entry.notes:
        yield from _note(note)


def _emphasised(quotation: Quotation, values: Sequence[Quotation]) -> str:
    """A quotation with the words that differ in bold."""
    span = quotation.span
    inside = sorted(
        {
            (value.span.start, value.span.end)
            for value in values
            if value.span.article == span.article and span.start <= value.span.start and value.span.end <= span.end
        }
    )
    pieces, last = [], span.start
    for start, end in inside:
        if start >= last:
            bold = escaped(span.text[start - span.start : end - span.start])
            pieces += [_spaced(span.text[last - span.start : start - span.start]), f"**{bold}**"]
            last = end
    pieces.append(_spaced(span.text[last - span.start :]))
    return "".join(pieces).strip()


def _spaced(text: str) -> str:
    """Escaped text that keeps one space at an end that has any."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{escaped(text)}{after}"


def _note(entry: Attached) -> Iterator[str]:
    yield from note_block(entry.note)
    yield ""
    if entry.explanation:
        yield f"*{escaped(entry.explanation.capitalize())}.*"
        yield ""


def note_block(note: Note) -> Iterator[str]:
    """A note between two comments, by which it is found again when the file was edited."""
    tags = " ".join(f"#{tag}" for tag in note.tags)
    yield f"<!-- note {note.id} -->"
    yield f"> **Note** ({', '.join(filter(None, [note.status, escaped(tags)]))})"
    for line in harmless(note.body).splitlines():
        yield f"> {_MARKUP.sub(_BACKSLASH, line)}".rstrip()
    yield "<!-- /note -->"
