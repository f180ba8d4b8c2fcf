"""Passages and alignments as text to be copied, quoted or piped: the words, and where they are from."""

from __future__ import annotations

from collections.abc import Sequence

from reader.compare.selection import Selected
from reader.export.dates import day_in_words
from reader.export.outline import Entry, outline
from reader.export.places import Sources
from reader.export.safety import one_line
from reader.export.text import entry_lines
from reader.model import Alignment, Article, Comparison, Span
from reader.notes import Note, attach


def citation(article: Article, where: str = "") -> str:
    """Where words are from, as far as it is known: “Yonhap, “S. Korea, Japan …”, 24 October 2019, paragraph 4”."""
    parts = [
        one_line(article.outlet),
        f"“{one_line(article.title)}”" if article.title else "",
        one_line(article.place or ""),
        day_in_words(article.published or ""),
        where,
    ]
    return ", ".join(part for part in parts if part)


def passage_as_text(comparison: Comparison, passage: Span) -> str:
    """The words of a passage, and below them outlet, title, place, day, paragraph and address."""
    article = comparison.article(passage.article)
    quotation = Sources([article]).quotation(passage)
    address = article.address or (article.source if "://" in article.source else "")
    lines = [quotation.text, f"— {citation(article, quotation.where)}", one_line(address)]
    return "\n".join(line for line in lines if line) + "\n"


def alignment_as_text(comparison: Comparison, alignment: Alignment, notes: Sequence[Note] = ()) -> str:
    """An alignment as the text format writes it, with its notes, and a citation for each article in it."""
    entry = _entry(comparison, alignment, notes)
    cited = [citation(comparison.article(id)) for id in dict.fromkeys(q.span.article for q in entry.quotations)]
    return "\n".join([*entry_lines(entry), *(f"— {line}" for line in cited)]) + "\n"


def _entry(comparison: Comparison, alignment: Alignment, notes: Sequence[Note]) -> Entry:
    written = outline(Selected(comparison, 0, 0, 0), attach(notes, comparison))
    entries = (entry for section in written.sections for entry in section.entries)
    return next(entry for entry in entries if entry.alignment.id == alignment.id)
