"""The store: notes, corrections, marks and sessions in one SQLite file that several processes may use at once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self, TypeVar, get_args

from reader.errors import StoreError
from reader.model import Article, Correction, CorrectionKind, Kind, Span
from reader.notes.anchors import Anchor, Witness, anchored, article_of, same_article, span_of, witness
from reader.notes.note import STATUSES, TARGETS, Note, Status, Target, story_key
from reader.notes.schema import migrate

Item = TypeVar("Item")

_PATIENCE = 30.0
"""Seconds to wait while another process writes; a write takes milliseconds."""


@dataclass(frozen=True, slots=True)
class Session:
    """Where a reader was in a story."""

    story: str
    sources: tuple[str, ...]
    """What was opened, as it was given."""
    state: Mapping[str, Any]
    """What the app wants back; JSON."""
    updated: str = ""
    """Time in UTC, ISO 8601."""


class Store:
    """Everything that readers wrote. A method that has returned has written to the disk.

    SQLite's rollback journal with `synchronous = EXTRA` is used and not its write-ahead log: the log does not work
    on network file systems, needs a second file that is easily left behind when the store is copied, and could lose
    commits of several processes in versions before 3.51.3 (https://sqlite.org/wal.html, "the WAL-reset bug").
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self.path = path
        """The file; None where nothing is kept."""

    @classmethod
    def open(cls, path: Path | None) -> Self:
        """The store in a file, made where there is none; None keeps everything in memory and nothing afterwards.

        Raises StoreError where the file cannot be used.
        """
        with _told(path):
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path or ":memory:", timeout=_PATIENCE, isolation_level=None)
            try:
                connection.execute("PRAGMA synchronous = EXTRA")
                migrate(connection, path)
            except BaseException:
                connection.close()
                raise
            return cls(connection, path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Notes

    def save(self, note: Note) -> None:
        """Keep a note, or its new version."""
        self.save_all([note])

    def save_all(self, notes: Sequence[Note]) -> None:
        """Keep several notes: all of them or, where that fails, none."""
        rows = [
            (
                *(note.id, note.story, note.target, note.kind, note.body),
                *(_json(note.tags), note.status, note.created, note.updated, _json(map(asdict, note.anchors))),
            )
            for note in notes
        ]
        with self._writing() as connection:
            connection.executemany("INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def remove(self, *ids: str) -> int:
        """Forget notes; how many of them there were."""
        with self._writing() as connection:
            return sum(connection.execute("DELETE FROM notes WHERE id = ?", (id,)).rowcount for id in ids)

    def notes(self) -> tuple[Note, ...]:
        """Every note, oldest first."""
        return tuple(self._read(_note, "SELECT * FROM notes ORDER BY created, id"))

    def recall(self, articles: Sequence[Article]) -> tuple[Note, ...]:
        """The notes about any of these articles, wherever their files lie now and however they were edited.

        A note on the story as a whole is recalled when most of the story's articles are here.
        """
        return tuple(note for note in self.notes() if _concerns(note, articles))

    # Corrections

    def corrections(self, articles: Sequence[Article]) -> tuple[Correction, ...]:
        """What the reader said of alignments among these articles, in the order in which it was said.

        Offsets and ids are today's; a correction whose passages are gone is kept, and not told.
        """
        found = []
        for _, kind, anchors in self._corrections():
            places = [span_of(anchor, articles) for anchor in anchors]
            members = tuple(place[0] for place in places if place)
            if len(members) == len(places):
                found.append(Correction(kind, members))
        return tuple(found)

    def correct(self, articles: Sequence[Article], correction: Correction) -> None:
        """Keep a correction; the newest outranks the older ones."""
        anchors = _spans_as_json(articles, correction.members)
        with self._writing() as connection:
            connection.execute("DELETE FROM corrections WHERE kind = ? AND anchors = ?", (correction.kind, anchors))
            connection.execute("INSERT INTO corrections (kind, anchors) VALUES (?, ?)", (correction.kind, anchors))

    def uncorrect(self, articles: Sequence[Article], correction: Correction) -> None:
        """Take a correction back."""
        with self._writing() as connection:
            for id, kind, anchors in self._corrections():
                places = [span_of(anchor, articles) for anchor in anchors]
                members = tuple(place[0] if place else None for place in places)
                if (kind, members) == (correction.kind, correction.members):
                    connection.execute("DELETE FROM corrections WHERE id = ?", (id,))

    def _corrections(self) -> list[tuple[int, CorrectionKind, tuple[Anchor, ...]]]:
        """Every correction with its number, oldest first."""
        return self._read(
            lambda id, kind, anchors: (id, kind, _anchors(anchors)),
            "SELECT id, kind, anchors FROM corrections ORDER BY id",
        )

    # Marks

    def marks(self, articles: Sequence[Article]) -> dict[str, Span]:
        """The places that the reader named, in these articles."""
        own = story_key(articles)
        marked = self._read(
            lambda name, anchor: (name, _anchor(json.loads(anchor))),
            "SELECT name, anchor FROM marks ORDER BY story = ?, rowid",
            (own,),
        )
        places = {name: span_of(anchor, articles) for name, anchor in marked}
        return {name: place[0] for name, place in places.items() if place}

    def mark(self, articles: Sequence[Article], name: str, place: Span) -> None:
        """Name a place."""
        (anchor,) = json.loads(_spans_as_json(articles, [place]))
        with self._writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO marks VALUES (?, ?, ?)", (story_key(articles), name, _json(anchor))
            )

    # Sessions

    def session(self, articles: Sequence[Article]) -> Session | None:
        """Where the reader was when these articles, or most of them, were last open."""
        kept = self._read(
            _session, "SELECT story, sources, articles, state, updated FROM sessions ORDER BY updated DESC, rowid"
        )
        own = story_key(articles)
        for session, known in sorted(kept, key=lambda entry: entry[0].story != own):
            if session.story == own or _mostly(known, articles):
                return session
        return None

    def keep_session(self, articles: Sequence[Article], state: Mapping[str, Any], updated: str) -> None:
        """Remember where the reader is."""
        row = (
            story_key(articles),
            _json([article.source for article in articles]),
            _json([asdict(witness(article)) for article in articles]),
            _json(state),
            updated,
        )
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO sessions VALUES (?, ?, ?, ?, ?)", row)

    def _read(self, build: Callable[..., Item], query: str, values: Sequence[str] = ()) -> list[Item]:
        """What `build` makes of each row."""
        with _told(self.path):
            rows = self._connection.execute(query, values).fetchall()
        try:
            return [build(*row) for row in rows]
        except (ValueError, TypeError, KeyError) as failure:
            raise _unusable(self.path, f"a row of it is damaged: {failure}") from None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is on the disk afterwards, or none."""
        with _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back on its own.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


@contextmanager
def _told(path: Path | None) -> Iterator[None]:
    """Failures of SQLite and of the disk as one sentence."""
    try:
        yield
    except (sqlite3.Error, OSError, UnicodeError) as failure:
        # UnicodeError: text that SQLite cannot keep, and what it says of a damaged file.
        raise _unusable(path, getattr(failure, "strerror", None) or str(failure)) from None


def _unusable(path: Path | None, reason: str) -> StoreError:
    return StoreError(
        f"the notes in {path or 'memory'} cannot be used ({reason}); "
        "name another file with --store, or read without keeping notes with --no-store"
    )


def _json(value: Any) -> str:
    return json.dumps(list(value) if isinstance(value, map) else value, ensure_ascii=True, separators=(",", ":"))


def _note(
    id: str,
    story: str,
    target: Target,
    kind: Kind | None,
    body: str,
    tags: str,
    status: Status,
    created: str,
    updated: str,
    anchors: str,
) -> Note:
    if target not in TARGETS or status not in STATUSES or kind not in (None, *get_args(Kind)):
        raise ValueError(f"{(target, kind, status)} is no target, kind and status of a note")
    return Note(id, story, target, body, _anchors(anchors), kind, tuple(json.loads(tags)), status, created, updated)


def _session(story: str, sources: str, articles: str, state: str, updated: str) -> tuple[Session, list[Witness]]:
    """A session, and the articles that were open."""
    known = [Witness(**entry) for entry in json.loads(articles)]
    return Session(story, tuple(json.loads(sources)), json.loads(state), updated), known


def _anchors(text: str) -> tuple[Anchor, ...]:
    return tuple(_anchor(entry) for entry in json.loads(text))


def _anchor(entry: Mapping[str, Any]) -> Anchor:
    return Anchor(**{**entry, "witness": Witness(**entry["witness"])})


def _spans_as_json(articles: Sequence[Article], spans: Sequence[Span]) -> str:
    by_id = {article.id: article for article in articles}
    return _json([asdict(anchored(by_id[span.article], span.start, span.end)) for span in spans])


def _concerns(note: Note, articles: Sequence[Article]) -> bool:
    if note.target == "story":
        return _mostly([anchor.witness for anchor in note.anchors], articles)
    return any(article_of(anchor, articles) for anchor in note.anchors)


def _mostly(known: Sequence[Witness], articles: Sequence[Article]) -> bool:
    """Whether more than half of the articles remembered are here."""
    return 2 * sum(any(same_article(entry, article) for article in articles) for entry in known) > len(known)
