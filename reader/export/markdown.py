"""A comparison as Markdown for an editor's desk: what is agreed, what differs, what only one has, notes, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.export.dates import day_in_words
from reader.export.excerpts import Excerpt, runs, signed
from reader.export.outline import TOLD, Entry, Outline, Section
from reader.export.roundtrip import sealed, version
from reader.model import Article, Span
from reader.notes import Attached, Note
from reader.safety import harmless, one_line

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
    if outline.signs:
        yield outline.signs
        yield ""
    if outline.doubt:
        yield outline.doubt
        yield ""
    several = len(outline.sections) > 1
    for _, section in outline.told:
        yield from _section(section, several)
    story = outline.notebook.on_story()
    if story or outline.elsewhere:
        yield "## Notes"
        yield ""
        for entry in story:
            yield from _note(entry)
        for apart in outline.elsewhere:
            yield from (f"- {escaped(found.outlet)}, {found.where}: {_words(found)}" for found in apart.excerpts)
            if apart.excerpts:
                yield ""
            yield from _note(apart.note)
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
        yield section.alone
        yield ""
    found = {finding: [entry for entry in section.entries if entry.alignment.finding == finding] for finding in TOLD}
    agreed = found["agreement"]
    everywhere = [entry for entry in agreed if entry.outlets == entry.of]
    partly = [entry for entry in agreed if entry.outlets != entry.of]
    for heading, entries in (
        ("What all agree on", everywhere),
        ("What several agree on", partly),
        ("What differs", found["difference"]),
        ("What perhaps agrees", found["doubtful"]),
    ):
        if entries:
            yield f"{level} {heading}"
            yield ""
        for entry in entries:
            yield from _entry(entry)
    for own in section.only:
        yield f"{level} Only {escaped(own.outlet)}"
        yield ""
        for excerpt in own.excerpts:
            yield f"- {excerpt.where}: {_words(excerpt)}"
        yield ""
    if section.missed:
        yield f"{level} Reading less"
        yield ""
        yield from (f"- {escaped(sentence)}" for sentence in section.missed)
        yield ""


def _entry(entry: Entry) -> Iterator[str]:
    kinds = f"{entry.kinds.capitalize()}. " if entry.kinds else ""
    yield f"**{entry.number}.** {kinds}*{escaped(entry.standing)}*"
    yield ""
    yield "| outlet | where | says |"
    yield "|---|---|---|"
    for excerpt in entry.excerpts:
        yield f"| {escaped(excerpt.outlet)} | {excerpt.where} | {_words(excerpt, entry.values)} |"
    yield ""
    for difference, given in entry.differences:
        said = "; ".join(f"{escaped(value.outlet)} “{escaped(value.text)}”" for value in given)
        yield f"- *{difference.kind}, {difference.verdict}*: {escaped(difference.reason)} {said}"
    for quotation in entry.unique:
        yield f"- only {escaped(quotation.outlet)}, {quotation.where}: {escaped(quotation.text)}"
    for values in entry.styles:
        yield f"- *style*: {'; '.join(f'{escaped(value.outlet)} “{escaped(value.text)}”' for value in values)}"
    if entry.differences or entry.unique or entry.styles:
        yield ""
    for note in entry.notes:
        yield from _note(note)


def _words(excerpt: Excerpt, values: Sequence[Span] = ()) -> str:
    """A sentence with the words that differ in bold."""
    return "".join(
        f"**{_MARKUP.sub(_BACKSLASH, words)}**" if run and run.strong else _MARKUP.sub(_BACKSLASH, words)
        for words, run in signed(runs(excerpt, values))
    )


def _note(entry: Attached) -> Iterator[str]:
    yield from note_block(entry.note)
    yield ""
    if entry.explanation:
        quoted = f" It quoted: {'; '.join(f'“{escaped(words)}”' for words in entry.gone)}" if entry.gone else ""
        yield f"*{escaped(entry.explanation.capitalize())}.*{quoted}"
        yield ""


def note_block(note: Note) -> Iterator[str]:
    """A note between two comments, by which it is found again when the file was edited."""
    tags = " ".join(f"#{tag}" for tag in note.tags)
    yield f"<!-- note {note.id} {version(note)} -->"
    yield f"> **Note** ({', '.join(filter(None, [note.status, escaped(tags)]))})"
    for line in harmless(note.body).splitlines():
        yield f"> {_MARKUP.sub(_BACKSLASH, line)}".rstrip()
    yield "<!-- /note -->"
