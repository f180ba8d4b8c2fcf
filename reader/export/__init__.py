"""A comparison with its notes in every written form: `render(comparison, notes, format, selection)`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import UsageError
from reader.model import Comparison

if TYPE_CHECKING:
    # The engine takes a quarter of a second to import, and what only lists notes or formats needs none of it.
    from reader.compare.selection import Selection
    from reader.export.outline import Outline
    from reader.notes import Note

__all__ = ["FORMATS", "Format", "format_of", "outline_of", "renamed", "render", "save", "written"]


@dataclass(frozen=True, slots=True)
class Format:
    """One written form."""

    name: str
    suffix: str
    """Of files, with the dot."""
    help: str
    """What it is good for, in half a line."""
    write: Callable[[Outline, Comparison], str]
    """From the outline and the comparison as selected."""
    encoding: str = "utf-8"
    """Of files. Spreadsheets take a CSV file for UTF-8 only where it begins with a byte order mark."""


def _text(outline: Outline, _: Comparison) -> str:
    from reader.export.text import as_text

    return as_text(outline)


def _markdown(outline: Outline, _: Comparison) -> str:
    from reader.export.markdown import as_markdown

    return as_markdown(outline)


def _json(outline: Outline, comparison: Comparison) -> str:
    from reader.export.contract import as_json

    return as_json(comparison, outline.notebook, outline.title, outline.hidden)


def _html(outline: Outline, comparison: Comparison) -> str:
    from reader.export.html import as_html

    return as_html(outline, comparison)


def _csv(outline: Outline, _: Comparison) -> str:
    from reader.export.spreadsheet import as_csv

    return as_csv(outline)


def _annotations(outline: Outline, comparison: Comparison) -> str:
    from reader.export.annotations import as_annotations

    return as_annotations(outline, comparison)


def _csl(outline: Outline, _: Comparison) -> str:
    from reader.export.csl import as_csl

    return as_csl(outline)


FORMATS: Mapping[str, Format] = {
    form.name: form
    for form in (
        Format("text", ".txt", "to be read, aloud too, piped and searched", _text),
        Format("markdown", ".md", "for an editor's desk; notes can be edited in it", _markdown),
        Format("html", ".html", "one file for a browser: side by side, and fact by fact", _html),
        Format("json", ".json", "for other programs: everything", _json),
        Format("csv", ".csv", "for a spreadsheet: one row a passage", _csv, "utf-8-sig"),
        Format("annotations", ".jsonld", "W3C Web Annotations", _annotations),
        Format("csl", ".csl.json", "the articles, for Zotero and pandoc", _csl),
    )
}


def format_of(path: Path) -> Format | None:
    """The format that the end of a file's name means; of ".csl.json" and ".json" the longer."""
    fitting = [form for form in FORMATS.values() if path.name.lower().endswith(form.suffix)]
    return max(fitting, key=lambda form: len(form.suffix), default=None)


def renamed(path: Path, form: Format) -> Path:
    """The same file with the end of another format."""
    known = format_of(path)
    stem = path.name[: -len(known.suffix)] if known else path.name
    return path.with_name((stem or "comparison") + form.suffix)


def render(
    comparison: Comparison,
    notes: Sequence[Note] = (),
    format: str = "text",
    selection: Selection | None = None,
    title: str | None = None,
) -> str:
    """A comparison and its notes in one of `FORMATS`; the same for the same input, to the byte.

    Raises UsageError for a format that does not exist.
    """
    if format not in FORMATS:
        raise UsageError(f"there is no format '{format}'; there are {', '.join(FORMATS)}")
    content, shown = outline_of(comparison, notes, selection, title)
    return FORMATS[format].write(content, shown)


def save(path: Path, text: str, format: str) -> None:
    """Write what `render` gave to a file, whole or not at all. Raises ExportError where that cannot be done."""
    from reader.export.files import write_file

    write_file(path, written(path, text, format), FORMATS[format].encoding)


def written(path: Path, text: str, format: str) -> str:
    """What `save` writes to a file.

    Paragraphs that a reader wrote into a Markdown export are kept when it is written again. Raises ExportError where
    it has changed notes that were not taken back.
    """
    from reader.export.files import read_file, stands
    from reader.export.roundtrip import merged

    return merged(text, read_file(path)) if format == "markdown" and stands(path) else text


def outline_of(
    comparison: Comparison, notes: Sequence[Note] = (), selection: Selection | None = None, title: str | None = None
) -> tuple[Outline, Comparison]:
    """What `render` writes before it has a form, and the comparison without what the selection hides."""
    from reader.compare.selection import Selection, select
    from reader.export.composition import outline
    from reader.notes import attach

    notebook = attach(notes, comparison)
    selected = select(comparison, selection or Selection(), notebook.alignments())
    wording = selection is not None and bool(selection.kinds or selection.verdicts)
    style = selection is not None and selection.style
    return outline(selected, notebook, title, whole=comparison, wording=wording, style=style), selected.comparison
