"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator

from reader.intake.decoding import decode
from reader.intake.document import Document
from reader.intake.draft import Draft


def drafts(document: Document) -> Iterator[Draft]:
    """The article of a text file."""
    yield Draft(document.source, document.name, decode(document.data, document.source, document.charset))
