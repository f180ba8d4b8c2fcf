"""Scores how saved pages are read: the text that an article must and must not have, its title, author and day.

The key is a file `key.jsonl` in the folder of the pages, one page a line: `file`, and where they are known `url`,
`must_have` and `must_not_have` (stretches of the page), `title`, `author` and `date`.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import KeyFileError, ReaderError
from reader.evaluate import rows
from reader.evaluate.result import Options, Result, decimal, percent, rounded, tally_figures
from reader.evaluate.score import Tally
from reader.intake import Web
from reader.intake.document import Document
from reader.intake.reading import Reading
from reader.model import Article

KEY = "key.jsonl"

_FIELDS = {"title": "title", "author": "byline", "date": "published"}
"""What the key calls the fields of an article."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the key says of one page."""

    file: str
    url: str | None
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PageRead:
    """A page and the article that intake made of it; None where it made none."""

    page: Page
    article: Article | None

    @property
    def text(self) -> str:
        """The article's text; empty where there is none."""
        return self.article.text if self.article else ""

    def missed(self) -> list[str]:
        """What the text must have and has not."""
        return [stretch for stretch in self.page.wanted if stretch not in self.text]

    def false(self) -> list[str]:
        """What the text must not have and has."""
        return [stretch for stretch in self.page.unwanted if stretch in self.text]

    def found(self, name: str) -> str | None:
        """A field as intake found it; of a moment only the day."""
        value = getattr(self.article, _FIELDS[name], None)
        return value[: len("2019-10-24")] if value and name == "date" else value


def evaluate(path: Path, options: Options) -> Result:
    """A folder of saved pages with their key."""
    pages = rows.read(path / KEY, _page)
    started = time.process_time()
    read = []
    for done, page in enumerate(pages):
        options.tell("reading pages", done, len(pages))
        read.append(PageRead(page, _article(path, page)))
    seconds = time.process_time() - started
    tally = _tally(read)
    fields = {name: _right(read, name) for name in _FIELDS}
    figures: dict[str, Any] = {
        "pages": len(pages),
        "seconds": rounded(seconds),
        "segments": tally_figures(tally),
        **{name: {"right": right, "of": of} for name, (right, of) in fields.items()},
    }
    lines = [
        f"{len(pages)} pages, {seconds:.3f} s of CPU",
        "",
        f"segments: F1 {decimal(tally.f1)}, precision {decimal(tally.precision)}, recall {decimal(tally.recall)}",
        *(f"{name}: {percent(right, of)} right ({right} of {of})" for name, (right, of) in fields.items()),
    ]
    if options.errors:
        errors = _errors(read)
        figures["errors"] = errors
        lines += ["", *(f"{error['kind']:7} {error['file']}: {error['text']}" for error in errors)]
    return Result(str(path), "pages", figures, tuple(lines))


def _article(folder: Path, page: Page) -> Article | None:
    reading = Reading(Web(offline=True), lambda _: None)
    try:
        data = (folder / page.file).read_bytes()
    except OSError as failure:
        problem = f"lists '{page.file}', which cannot be read ({failure.strerror})"
        raise KeyFileError(str(folder / KEY), None, problem) from None
    try:
        return next(reading.articles(Document(str(folder / page.file), data, address=page.url)), None)
    except ReaderError:
        return None


def _tally(read: Sequence[PageRead]) -> Tally:
    wanted = sum(len(one.page.wanted) for one in read)
    right = wanted - sum(len(one.missed()) for one in read)
    return Tally(right=right, predicted=right + sum(len(one.false()) for one in read), reached=right, wanted=wanted)


def _right(read: Sequence[PageRead], name: str) -> tuple[int, int]:
    told = [one for one in read if name in one.page.fields]
    return sum(one.found(name) == one.page.fields[name] for one in told), len(told)


def _errors(read: Sequence[PageRead]) -> list[dict[str, str]]:
    errors = []
    for one in read:
        file = one.page.file
        errors += [{"kind": "missed", "file": file, "text": stretch} for stretch in one.missed()]
        errors += [{"kind": "false", "file": file, "text": stretch} for stretch in one.false()]
        for name, value in one.page.fields.items():
            if one.found(name) != value:
                errors.append({"kind": name, "file": file, "text": f"{one.found(name)!r}, where it is {value!r}"})
    return errors


def _page(_line: int, row: Mapping[str, Any]) -> Page:
    fields = {name: str(row[name]).strip() for name in _FIELDS if row.get(name)}
    if "date" in fields:
        fields["date"] = fields["date"][: len("2019-10-24")]
    url = row.get("url")
    return Page(
        file=str(row["file"]),
        url=str(url) if url else None,
        wanted=tuple(map(str, row.get("must_have") or ())),
        unwanted=tuple(map(str, row.get("must_not_have") or ())),
        fields=fields,
    )
