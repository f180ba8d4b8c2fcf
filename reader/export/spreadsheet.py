"""A comparison as CSV: one row a passage, in a form that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from reader.export.excerpts import Excerpt
from reader.export.outline import Entry, Outline, note_head
from reader.export.places import Quotation
from reader.model import Span
from reader.notes import Attached
from reader.safety import one_line

COLUMNS = (
    *("fact", "event", "finding", "kinds", "outlets", "of", "origins", "confidence", "confirmed"),
    *(
        "outlet",
        "published",
        "title",
        "source",
        "where",
        "start",
        "end",
        "quotation",
        "sentence",
        "values",
        "reasons",
        "notes",
    ),
)

# What spreadsheets take for the beginning of a formula, wide forms too. https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def as_csv(outline: Outline) -> str:
    """The header, a row for each member of each alignment, for each unique detail and for each note elsewhere.

    Where it was asked for, there is a row for each word that differs in style alone.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for row in _rows(outline):
        writer.writerow([safe_cell(cell) for cell in row])
    return buffer.getvalue()


def safe_cell(text: str) -> str:
    """A cell that is shown as it is. An apostrophe before it tells spreadsheets that it is text."""
    text = one_line(text)
    return f"'{text}" if _FORMULA.match(text) else text


def plain_cell(cell: str) -> str:
    """What `safe_cell` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _rows(outline: Outline) -> Iterator[Sequence[str]]:
    about = {
        article.id: (outlet, article.published or "", article.title or "", article.source)
        for article, outlet in outline.articles
    }

    def row(known: Sequence[str], quotation: Quotation, excerpts: Sequence[Excerpt], *rest: str) -> Sequence[str]:
        span = quotation.span
        place = (quotation.where, str(span.start), str(span.end), quotation.text)
        return [*known, *about[span.article], *place, _sentence(span, excerpts), *(rest or ("", "", ""))]

    if outline.hidden:
        yield ["", outline.title, f"hidden by the selection: {outline.hidden}", *[""] * (len(COLUMNS) - 3)]
    for note in outline.notebook.on_story():
        yield ["", outline.title, "note", *[""] * (len(COLUMNS) - 4), _note(note)]
    for section in outline.sections:
        for entry in section.entries:
            known = _known(entry, section.title)
            for position, quotation in enumerate(entry.quotations):
                # Once an alignment, on its first row, so that a filtered or summed column tells the truth.
                notes = "; ".join(map(_note, entry.notes)) if position == 0 else ""
                yield row(known, quotation, entry.excerpts, *_differences(entry, quotation), notes)
            for quotation in entry.unique:
                yield row([known[0], section.title, "unique", *[""] * 6], quotation, entry.excerpts)
            for quotation in (value for values in entry.styles for value in values):
                yield row([known[0], section.title, "style", *[""] * 6], quotation, entry.excerpts)
        for own in section.only:
            for quotation in own.quotations:
                yield row(["", section.title, "unique", *[""] * 6], quotation, own.excerpts)
    for apart in outline.elsewhere:
        told = _note(apart.note)
        for position, quotation in enumerate(apart.quotations):
            yield row(["", "", "note", *[""] * 6], quotation, apart.excerpts, "", "", "" if position else told)
        if not apart.quotations:
            yield ["", "", "note", *[""] * (len(COLUMNS) - 4), told]


def _sentence(span: Span, excerpts: Sequence[Excerpt]) -> str:
    """What a stretch stands in, since half a sentence is hard to read."""
    around = (excerpt.span for excerpt in excerpts if excerpt.span.article == span.article)
    return next((other.text for other in around if other.start <= span.start and span.end <= other.end), span.text)


def _known(entry: Entry, event: str) -> Sequence[str]:
    alignment = entry.alignment
    kinds = ", ".join(dict.fromkeys(difference.kind for difference in alignment.differences))
    counts = (str(entry.outlets), str(entry.of), str(alignment.origins), f"{alignment.confidence:.3f}")
    return [str(entry.number), event, alignment.finding, kinds, *counts, "yes" if alignment.confirmed else "no"]


def _differences(entry: Entry, quotation: Quotation) -> tuple[str, str]:
    """What this passage gives for the details that differ, and what each difference is about."""
    values, reasons = [], []
    for difference, given in entry.differences:
        for value in given:
            if _passage(value.span, entry) == quotation:
                values.append(value.text)
                reasons.append(f"{difference.kind}, {difference.verdict}: {difference.reason}")
    return "; ".join(values), "; ".join(dict.fromkeys(reasons))


def _passage(value: Span, entry: Entry) -> Quotation:
    """The passage that a detail is told with: it may stand elsewhere in the sentence."""
    own = (quotation for quotation in entry.quotations if quotation.span.article == value.article)
    return min(own, key=lambda quotation: max(quotation.span.start - value.start, value.end - quotation.span.end, 0))


def _note(entry: Attached) -> str:
    gone = "".join(f" It quoted: “{words}”" for words in entry.gone)
    return f"{entry.note.body} ({note_head(entry)}){gone}"
