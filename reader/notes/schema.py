"""The tables of the store, and how an older file becomes a newer one: backed up first, then step by step."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from reader.errors import StoreError

MIGRATIONS: tuple[str, ...] = (
    # Version 1. Anchors and articles are JSON: they are read and written whole, never searched by column.
    """
    CREATE TABLE notes (
        id TEXT PRIMARY KEY, story TEXT NOT NULL, target TEXT NOT NULL, kind TEXT, body TEXT NOT NULL,
        tags TEXT NOT NULL, status TEXT NOT NULL, created TEXT NOT NULL, updated TEXT NOT NULL, anchors TEXT NOT NULL
    );
    CREATE TABLE corrections (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, anchors TEXT NOT NULL, UNIQUE (kind, anchors)
    );
    CREATE TABLE marks (
        story TEXT NOT NULL, name TEXT NOT NULL, anchor TEXT NOT NULL, PRIMARY KEY (story, name)
    );
    CREATE TABLE sessions (
        story TEXT PRIMARY KEY, sources TEXT NOT NULL, articles TEXT NOT NULL, state TEXT NOT NULL,
        updated TEXT NOT NULL
    );
    """,
)


APPLICATION = 0x52415348
"""SQLite's application id of a store: "RASH"."""


def version(connection: sqlite3.Connection) -> int:
    """Which version of the tables a file has; 0 where it is new."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _application(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def migrate(connection: sqlite3.Connection, path: Path | None) -> None:
    """Bring a file to the newest version, all steps in one transaction; a file with notes in it is copied first.

    Raises StoreError for a file that a newer program wrote, or another program altogether.
    """
    if version(connection) == len(MIGRATIONS) and _application(connection) == APPLICATION:
        return
    # Whoever comes second waits here, and finds the work done.
    connection.execute("BEGIN IMMEDIATE")
    try:
        have = version(connection)
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and _application(connection) != APPLICATION:
            raise StoreError(f"{path} is a database of another program; name another file with --store")
        if have > len(MIGRATIONS):
            raise StoreError(
                f"the notes in {path} were written by a newer rashomon (version {have} of the store, this one knows "
                f"{len(MIGRATIONS)}); update rashomon or name another file with --store"
            )
        if have and path is not None and have < len(MIGRATIONS):
            back_up(path, backup_name(path, have))
        for script in MIGRATIONS[have:]:
            for statement in _statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def backup_name(path: Path, have: int) -> Path:
    """Where the copy of a file of an older version goes."""
    return path.with_name(f"{path.stem}.version-{have}{path.suffix}")


def back_up(path: Path, copy: Path) -> None:
    """A whole copy of a store, by SQLite's own backup, put in its place at once."""
    unfinished = copy.with_name(copy.name + ".part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as target:
        source.backup(target)
    unfinished.replace(copy)


def _statements(script: str) -> list[str]:
    """The statements of a script. (`executescript` would commit the transaction that holds the steps together.)"""
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements
