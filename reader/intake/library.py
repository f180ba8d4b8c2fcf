"""The library: articles kept in one file, found again by their words, with every version of the same address."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from reader import paths
from reader.errors import IntakeError, StoreError
from reader.intake.document import Document
from reader.intake.web import is_address
from reader.model import Article, Removed

Standing = Literal["new", "version", "known"]

_APPLICATION = 0x5241534C
"""SQLite's application id of a library: "RASL"."""
_VERSION = 1
_TABLES = """
    CREATE TABLE articles (
        id INTEGER PRIMARY KEY, origin TEXT NOT NULL, digest TEXT NOT NULL, outlet TEXT NOT NULL, title TEXT,
        published TEXT, added TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (origin, digest)
    );
    CREATE INDEX by_digest ON articles (digest);
    CREATE TABLE documents (origin TEXT, digest TEXT, PRIMARY KEY (origin, digest));
    CREATE VIRTUAL TABLE words USING fts5 (outlet, title, text, tokenize = "porter unicode61 remove_diacritics 2");
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """One article of the library, as lists show it."""

    id: int
    outlet: str
    title: str
    """The headline, else the text's first words."""
    published: str | None
    added: str
    version: int
    """1 for the first text of its address or file, 2 for the next that differs."""
    versions: int
    snippet: str = ""
    """Where it was found by its words: the words around them."""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding an article came to."""

    id: int
    standing: Standing
    """Not there before, a new version of one that was, or there already."""


class Library:
    """The articles a user keeps. Use it in a `with` statement; every change is whole or not at all."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or paths.library_file()
        with self._told():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self._path, timeout=10, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def add(self, document: Document, articles: Sequence[Article]) -> list[Added]:
        """Keep the articles of a document, and that it has been read."""
        with self._told(), self._change():
            added = [self._add(article) for article in articles]
            self._db.execute(
                "INSERT OR IGNORE INTO documents VALUES (?, ?)", (origin(document.source), _digest(document.data))
            )
        return added

    def has_read(self, document: Document) -> bool:
        """Whether this very document was added before, so that a long run goes on where it was stopped."""
        with self._told():
            row = self._db.execute(
                "SELECT 1 FROM documents WHERE origin = ? AND digest = ?",
                (origin(document.source), _digest(document.data)),
            ).fetchone()
        return row is not None

    def article(self, id: str) -> Article:
        """An article by the number that lists show. An older or newer version says so in its outlet."""
        if not id.isdecimal() or len(id) > 18:
            raise IntakeError(f"'library:{id}' is no article of the library; 'rashomon list' shows their numbers")
        with self._told():
            row = self._db.execute("SELECT body, origin FROM articles WHERE id = ?", (int(id),)).fetchone()
            if row is None:
                raise IntakeError(f"the library has no article {id}; 'rashomon list' shows their numbers")
            ids = [
                other
                for (other,) in self._db.execute("SELECT id FROM articles WHERE origin = ? ORDER BY id", (row[1],))
            ]
        try:
            article = replace(_article(json.loads(row[0])), source=f"library:{id}")
        except (ValueError, TypeError, KeyError) as failure:
            raise self._damaged(failure) from None
        if len(ids) == 1:
            return article
        return replace(article, outlet=f"{article.outlet} (version {ids.index(int(id)) + 1})")

    def everything(self) -> list[Kept]:
        """Everything that is kept, the latest publication first."""
        with self._told():
            latest_first = "ORDER BY coalesce(a.published, a.added) DESC, a.id DESC"
            return [_kept(row) for row in self._db.execute(f"SELECT {_COLUMNS}, '' FROM articles a {latest_first}")]

    def find(self, words: str, most: int = 50) -> list[Kept]:
        """The articles that have all of the words, the best first."""
        return self._match(" AND ".join(_quoted(words)), most)

    def about(self, words: str, most: int = 40) -> list[Kept]:
        """The articles that have any of the words, the best first."""
        return self._match(" OR ".join(_quoted(words)), most)

    def remove(self, ids: Sequence[int]) -> None:
        """Forget articles. Raises `IntakeError`, and forgets nothing, where one of them is not there."""
        with self._told(), self._change():
            for id in ids:
                row = self._db.execute("SELECT origin FROM articles WHERE id = ?", (id,)).fetchone()
                if row is None:
                    raise IntakeError(f"the library has no article {id}; 'rashomon list' shows their numbers")
                self._db.execute("DELETE FROM articles WHERE id = ?", (id,))
                self._db.execute("DELETE FROM words WHERE rowid = ?", (id,))
                # Adding the same file again is to bring it back.
                self._db.execute("DELETE FROM documents WHERE origin = ?", (row[0].partition("#")[0],))

    def _match(self, query: str, most: int) -> list[Kept]:
        if not query:
            return []
        with self._told():
            rows = self._db.execute(
                f"SELECT {_COLUMNS}, snippet(words, 2, '', '', '…', 12)"
                " FROM articles a JOIN words ON words.rowid = a.id WHERE words MATCH ?"
                " ORDER BY bm25(words, 2.0, 4.0, 1.0), a.id LIMIT ?",
                (query, most),
            )
            return [_kept(row) for row in rows]

    def _add(self, article: Article) -> Added:
        place = article.address or origin(article.source)
        digest = _digest(article.text.encode("utf-8", "replace"))
        same = self._db.execute(
            "SELECT id FROM articles WHERE digest = ? AND outlet = ?", (digest, article.outlet)
        ).fetchone()
        if same:
            return Added(same[0], "known")
        older = self._db.execute("SELECT count(*) FROM articles WHERE origin = ?", (place,)).fetchone()[0]
        body = json.dumps(asdict(article), ensure_ascii=False)
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        row = (place, digest, article.outlet, article.title, article.published, moment, body)
        id = self._db.execute(
            "INSERT INTO articles (origin, digest, outlet, title, published, added, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
            row,
        ).lastrowid
        assert id is not None
        self._db.execute(
            "INSERT INTO words (rowid, outlet, title, text) VALUES (?, ?, ?, ?)",
            (id, article.outlet, article.title or "", article.text),
        )
        return Added(id, "version" if older else "new")

    def _prepare(self) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        application = self._db.execute("PRAGMA application_id").fetchone()[0]
        if application == _APPLICATION and version == _VERSION:
            return
        if application == _APPLICATION and version > _VERSION:
            raise StoreError(f"{self._path} was written by a newer rashomon; update this one")
        if self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise StoreError(f"{self._path} is a database of another program; move it away")
        with self._change():
            for statement in _TABLES.strip().split(";\n"):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA application_id = {_APPLICATION}")
            self._db.execute(f"PRAGMA user_version = {_VERSION}")

    @contextmanager
    def _change(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong with the file, as one sentence."""
        try:
            yield
        except sqlite3.OperationalError as failure:
            if "fts5" in str(failure):
                raise StoreError(
                    "this Python's SQLite has no full-text search (FTS5), which the library needs"
                ) from None
            raise StoreError(f"the library {self._path} cannot be used ({failure}); look at its disk") from None
        except OSError as failure:
            reason = failure.strerror or failure
            raise StoreError(f"the library {self._path} cannot be used ({reason}); look at its folder") from None
        except (sqlite3.DatabaseError, UnicodeError) as failure:
            # UnicodeError: what SQLite says of a damaged file.
            raise self._damaged(failure) from None

    def _damaged(self, failure: Exception) -> StoreError:
        return StoreError(f"the library {self._path} cannot be used ({failure}); move it away to start anew")


_COLUMNS = """
    a.id, a.outlet, coalesce(a.title, substr(json_extract(a.body, '$.text'), 1, 80)), a.published, a.added,
        (SELECT count(*) FROM articles b WHERE b.origin = a.origin AND b.id <= a.id),
        (SELECT count(*) FROM articles b WHERE b.origin = a.origin)
"""


def origin(source: str) -> str:
    """What tells one source from another: an address, or the whole path of a file and the part of it."""
    if is_address(source) or source == "-":
        return source
    path, mark, part = source.partition("#")
    return f"{Path(path).resolve()}{mark}{part}"


def _quoted(words: str) -> list[str]:
    return [f'"{word}"' for word in re.findall(r"\w+", words)]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _kept(row: Sequence[Any]) -> Kept:
    id, outlet, title, published, added, version, versions, snippet = row
    return Kept(id, outlet, " ".join(title.split()), published, added, version, versions, " ".join(snippet.split()))


def _article(body: Mapping[str, Any]) -> Article:
    removed = tuple(Removed(**piece) for piece in body["removed"])
    provenance = tuple((name, where) for name, where in body["provenance"])
    return Article(**{**body, "removed": removed, "provenance": provenance})
