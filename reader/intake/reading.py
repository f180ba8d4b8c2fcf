"""The way of one source: its bytes are had, its format's module drafts its articles, and each is cleaned."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import IntakeError, ReaderError
from reader.intake.cleaning import clean
from reader.intake.desk import Desk
from reader.intake.document import Document
from reader.intake.files import ARCHIVE_LIMIT, LIMIT, read
from reader.intake.sources import STANDARD_INPUT
from reader.intake.web import Web, is_address
from reader.model import Article, Report

if TYPE_CHECKING:
    from reader.intake.fetching import Fetcher


class Reading:
    """Reads documents and their articles; what of a document cannot be read is told to `tell`.

    With a folder as `shelf`, a page of which the story was found once is not taken apart again.
    """

    def __init__(
        self,
        web: Web,
        tell: Callable[[ReaderError], None],
        report: Report | None = None,
        shelf: Path | None = None,
    ) -> None:
        self._web = web
        self._report = report
        self._desk = Desk(self._fetch, self._fetch_all, tell, shelf)
        self._fetcher: Fetcher | None = None

    def prepare(self, places: Sequence[str]) -> None:
        """Fetch the addresses among the places, several at once."""
        self._fetch_all([place for place in places if is_address(place)])

    def document(self, place: str) -> Document:
        """What is at a place. Raises `IntakeError` where it cannot be had."""
        if is_address(place):
            return self._fetch(place)
        if place == STANDARD_INPUT:
            return Document(place, _standard_input())
        path = Path(place)
        return Document(place, read(path, ARCHIVE_LIMIT if path.suffix.lower() == ".zip" else LIMIT))

    def articles(self, document: Document) -> Iterator[Article]:
        """The articles of a document, cleaned and still without ids."""
        for draft in self._desk.read(document):
            article = clean(draft)
            if not any(map(str.isalnum, article.text)):
                raise IntakeError(f"'{draft.source}' holds no words to read")
            yield article

    def _fetch(self, address: str) -> Document:
        return self._fetching().fetch(address)

    def _fetch_all(self, addresses: Sequence[str]) -> None:
        if addresses:
            self._fetching().fetch_all(addresses, self._report)

    def _fetching(self) -> Fetcher:
        if self._fetcher is None:
            from reader.intake.fetching import Fetcher

            self._fetcher = Fetcher(self._web)
        return self._fetcher


def _standard_input() -> bytes:
    data = sys.stdin.buffer.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise IntakeError(
            f"standard input holds more than {LIMIT // 1_000_000} MB; articles are smaller, so split it first"
        )
    if not data.strip():
        raise IntakeError("standard input is empty; pipe an article into it")
    return data
