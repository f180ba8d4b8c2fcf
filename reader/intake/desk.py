"""What reading one source may need of others: parts read, addresses fetched, problems told."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader.errors import ReaderError
from reader.intake.document import Document
from reader.intake.draft import Draft
from reader.intake.formats import format_of

_DEEPEST = 3
"""Sources within sources: a list of feeds holds feeds, whose entries are pages."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the readers of formats turn to."""

    fetch: Callable[[str], Document]
    """Gets what is at an address. Raises `IntakeError` where that cannot be had."""
    fetch_all: Callable[[Sequence[str]], None]
    """Gets what is at several addresses at once, so that `fetch` has it at hand."""
    tell: Callable[[ReaderError], None]
    """Takes note of a part that cannot be read, while the rest goes on."""
    shelf: Path | None = None
    """Where what is taken out of pages is kept; without it, every page is taken apart."""
    depth: int = 0

    def read(self, document: Document) -> Iterator[Draft]:
        """The drafts of a document of any format."""
        module = importlib.import_module(format_of(document).path)
        yield from module.drafts(document, self)

    def expect(self, addresses: Sequence[str]) -> None:
        """Fetch what parts will be read of, several at once."""
        if self.depth < _DEEPEST:
            self.fetch_all(addresses)

    def read_part(self, part: Document | Callable[[], Document]) -> Iterator[Draft]:
        """The drafts of a part of another source; where it cannot be read, that is told and there are none."""
        if self.depth >= _DEEPEST:
            return
        inner = replace(self, depth=self.depth + 1)
        try:
            yield from inner.read(part() if callable(part) else part)
        except ReaderError as problem:
            self.tell(problem)
