"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator

from reader.intake.decoding import decode, mend, unwrapped
from reader.intake.desk import Desk
from reader.intake.document import Document
from reader.intake.draft import Draft


def drafts(document: Document, desk: Desk) -> Iterator[Draft]:  # noqa: ARG001 - one signature for every format
    """The article of a text file."""
    text = unwrapped(mend(decode(document.data, document.source, document.charset)))
    yield Draft(document.source, document.name, text)
