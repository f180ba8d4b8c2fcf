"""What a reader wrote is on the disk when the program says so, and stays there."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import random
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from reader.errors import StoreError
from reader.model import Correction
from reader.notes import Store, note_on_alignment, note_on_passage, note_on_story, schema
from tests.story import DAILY, HERALD, TIDES, comparison, span

STORY = comparison()
NOTE = note_on_alignment(STORY, STORY.alignments[0], "Ask the police – “twice”.", ["police", "number"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "notes.sqlite3"


class TestNotes:
    """Notes go in and come out."""

    def test_a_note_comes_back_to_the_letter(self, path):
        """From another opening of the same file, in a folder that did not exist."""
        with Store.open(path) as store:
            store.save(NOTE)
        with Store.open(path) as store:
            assert store.notes() == (NOTE,)

    def test_saving_again_replaces_and_removing_forgets(self, path):
        """A note has one version."""
        with Store.open(path) as store:
            store.save(NOTE)
            store.save(replace(NOTE, body="other"))
            assert [note.body for note in store.notes()] == ["other"]
            assert store.remove(NOTE.id, "never there") == 1
            assert store.notes() == ()

    def test_without_a_file_nothing_is_kept(self):
        """In memory everything works, and is gone afterwards."""
        with Store.open(None) as store:
            store.save(NOTE)
            assert store.notes() == (NOTE,)
        with Store.open(None) as store:
            assert store.notes() == ()

    def test_notes_are_recalled_with_their_articles(self, path):
        """With one of the articles, in another place, under another id; not with others."""
        with Store.open(path) as store:
            store.save(NOTE)
            assert store.recall([replace(HERALD, id="other", source="/moved.txt"), TIDES]) == (NOTE,)
            assert store.recall([TIDES]) == ()

    def test_a_note_on_the_story_comes_with_most_of_its_articles(self, path):
        """One article of three is another story."""
        note = note_on_story(STORY, "All in all …")
        with Store.open(path) as store:
            store.save(note)
            assert store.recall([HERALD, DAILY]) == (note,)
            assert store.recall([HERALD]) == ()


class TestTheRest:
    """Corrections, marks and sessions."""

    def test_corrections_come_back_in_todays_offsets(self, path):
        """Ids and offsets are those of the articles that are open now; a correction without a place is not told."""
        members = (span(HERALD, "Nobody was hurt."), span(DAILY, "No one was injured."))
        with Store.open(path) as store:
            store.correct(STORY.articles, Correction("together", members))
            moved = replace(HERALD, id="h", text=HERALD.text.replace("\n\n", "\n\n\n"))
            (found,) = store.corrections([moved, DAILY])
            assert found.members == (span(moved, "Nobody was hurt."), members[1])
            assert store.corrections([DAILY]) == ()
            store.uncorrect([moved, DAILY], found)
            assert store.corrections(STORY.articles) == ()

    def test_the_newest_correction_is_the_last(self, path):
        """Saying something again makes it the newest."""
        members = (span(HERALD, "Nobody was hurt."), span(DAILY, "No one was injured."))
        together, apart = Correction("together", members), Correction("apart", members)
        with Store.open(path) as store:
            for correction in (together, apart, together):
                store.correct(STORY.articles, correction)
            assert store.corrections(STORY.articles) == (apart, together)

    def test_marks_are_found_again(self, path):
        """A letter names one place in a story."""
        with Store.open(path) as store:
            store.mark(STORY.articles, "a", span(HERALD, "1987"))
            store.mark(STORY.articles, "a", span(HERALD, "Tom Reyes"))
            moved = replace(HERALD, text="Updated. " + HERALD.text)
            assert store.marks([moved]) == {"a": span(moved, "Tom Reyes")}

    def test_sessions_are_found_again(self, path):
        """For the same articles, and for most of them."""
        with Store.open(path) as store:
            store.keep_session(STORY.articles, {"alignment": 3}, "2024-03-02T10:00:00Z")
            store.keep_session([TIDES], {"alignment": 1}, "2024-03-02T11:00:00Z")
            session = store.session([DAILY, HERALD])
            assert session is not None
            assert session.state == {"alignment": 3}
            assert session.sources == tuple(article.source for article in STORY.articles)
            assert store.session([TIDES]).state == {"alignment": 1}
            assert store.session([replace(TIDES, text="x", source="y", title="z")]) is None
            stranger = replace(TIDES, text="x", source="y", title="z")
            assert store.session([DAILY, stranger]) is None, "one of three articles is not most of them"
            store.keep_session([HERALD, DAILY], {"alignment": 5}, "2024-03-02T12:00:00Z")
            assert store.session([HERALD, stranger]) is None, "nor is half of them"


class TestFiles:
    """Files that cannot be used, and files of other versions."""

    def test_what_is_no_store_is_left_alone(self, tmp_path):
        """Text, a folder, another program's database, a newer version: one sentence each, and not a byte changed."""
        text = tmp_path / "text"
        text.write_text("dear diary " * 100)
        foreign = tmp_path / "foreign"
        with closing(sqlite3.connect(foreign)) as connection:
            connection.execute("CREATE TABLE places (url)")
        newer = tmp_path / "newer"
        Store.open(newer).close()
        with closing(sqlite3.connect(newer)) as connection:
            connection.execute("PRAGMA user_version = 99")
        before = {path: path.read_bytes() for path in (text, foreign, newer)}
        for path, reason in (
            (text, "not a database"),
            (foreign, "another program"),
            (newer, "newer"),
            (tmp_path, "unable to open"),
        ):
            with pytest.raises(StoreError, match=reason) as raised:
                Store.open(path)
            assert str(path) in str(raised.value)
            assert "\n" not in str(raised.value)
        assert before == {path: path.read_bytes() for path in before}

    def test_an_older_file_is_copied_and_then_changed(self, path, monkeypatch):
        """The copy has the version in its name and everything that the file had."""
        with Store.open(path) as store:
            store.save(NOTE)
        monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "ALTER TABLE marks ADD COLUMN colour TEXT;"))
        with Store.open(path) as store:
            assert store.notes() == (NOTE,)
        with closing(sqlite3.connect(path)) as connection:
            assert schema.version(connection) == 2
        copy = path.with_name("notes.version-1.sqlite3")
        monkeypatch.undo()
        with Store.open(copy) as store:
            assert store.notes() == (NOTE,)

    def test_a_migration_that_fails_changes_nothing(self, path, monkeypatch):
        """Half a migration would be a file that no version can read."""
        with Store.open(path) as store:
            store.save(NOTE)
        broken = "CREATE TABLE colours (name TEXT); ALTER TABLE nothing ADD COLUMN colour TEXT;"
        monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
        with pytest.raises(StoreError):
            Store.open(path)
        monkeypatch.undo()
        with Store.open(path) as store:
            assert store.notes() == (NOTE,)
        with closing(sqlite3.connect(path)) as connection:
            assert not connection.execute("SELECT name FROM sqlite_master WHERE name = 'colours'").fetchall()

    @pytest.mark.parametrize(
        ("change", "recall"),
        [
            ("UPDATE notes SET anchors = '[{\"start\": 1'", Store.notes),
            ("UPDATE notes SET anchors = '[1]'", Store.notes),
            ("UPDATE notes SET status = 'forgotten'", Store.notes),
            ("UPDATE corrections SET anchors = '[{}]'", lambda store: store.corrections(STORY.articles)),
            ("UPDATE marks SET anchor = ''", lambda store: store.marks(STORY.articles)),
            ("UPDATE sessions SET articles = '[{}]'", lambda store: store.session(STORY.articles)),
        ],
    )
    def test_a_damaged_row_is_told(self, path, change, recall):
        """In the sentence that any other unusable file gets."""
        with Store.open(path) as store:
            store.save(NOTE)
            store.correct(STORY.articles, Correction("apart", STORY.alignments[0].members))
            store.mark(STORY.articles, "a", STORY.alignments[0].members[0])
            store.keep_session(STORY.articles, {}, "2026-01-01T00:00:00Z")
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(change)
        with Store.open(path) as store, pytest.raises(StoreError, match=r"damaged.*--no-store"):
            recall(store)

    def test_text_that_cannot_be_written_is_told(self, path):
        """Half of a pair of surrogates, as JSON may have it, is no text."""
        with Store.open(path) as store, pytest.raises(StoreError, match="surrogates"):
            store.save(replace(NOTE, body="\ud800"))

    def test_a_full_disk_loses_nothing_that_was_confirmed(self, path):
        """The write that does not fit fails as one, says so, and the store goes on."""
        with Store.open(path) as store:
            store.save(NOTE)
            pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
            store._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
            big = [replace(NOTE, id=f"{number:012}", body="x" * 5000) for number in range(20)]
            with pytest.raises(StoreError, match="full"):
                store.save_all(big)
            assert store.notes() == (NOTE,)
            store.save(replace(NOTE, body="still works"))
            assert store.notes()[0].body == "still works"

    def test_a_file_that_may_only_be_read_can_be_read(self, path):
        """Writing says what to do."""
        with Store.open(path) as store:
            store.save(NOTE)
        with Store.open(path) as store:
            store._connection.execute("PRAGMA query_only = 1")
            assert store.notes() == (NOTE,)
            with pytest.raises(StoreError, match="--no-store"):
                store.save(NOTE)


_PROCESSES = multiprocessing.get_context("forkserver" if hasattr(os, "fork") else "spawn")
"""A new interpreter for each of two hundred processes would take most of the time."""
_PROCESSES.set_forkserver_preload([__name__])


def _save_notes(path: Path, name: str, count: int, told: Connection) -> None:
    """What a process does: save notes, and tell the id of each that is saved."""
    note = note_on_story(STORY, "x" * 300)
    with Store.open(path) as store:
        for number in range(count):
            store.save(replace(note, id=f"{name}-{number}"))
            told.send(f"{name}-{number}")


def _write(path: Path, name: str, count: int) -> tuple[BaseProcess, Connection]:
    told, tells = _PROCESSES.Pipe(duplex=False)
    writer = _PROCESSES.Process(target=_save_notes, args=(path, name, count, tells))
    writer.start()
    tells.close()
    return writer, told


def _told(connection: Connection) -> Iterator[str]:
    """All that is told until the other side ends, however it ends."""
    with connection, contextlib.suppress(EOFError, OSError):
        while True:
            yield connection.recv()


def _kill_while_writing(path: Path, times: int) -> set[str]:
    """The ids of the notes that a process reported as saved before it was killed, over several processes."""
    path.parent.mkdir(exist_ok=True)
    chance = random.Random(7)
    confirmed: set[str] = set()
    for round in range(times):
        writer, told = _write(path, str(round), 100_000)
        confirmed.add(told.recv())
        time.sleep(chance.uniform(0, 0.03))
        writer.kill()
        confirmed.update(_told(told))
        writer.join()
        assert writer.exitcode == -signal.SIGKILL
        writer.close()
    return confirmed


def _check_whole(path: Path, confirmed: set[str]) -> None:
    with Store.open(path) as store:
        assert store._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert confirmed <= {note.id for note in store.notes()}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
class TestProcesses:
    """Several processes, and processes that die."""

    def test_killed_in_the_middle_of_writing(self, path):
        """What was confirmed is there."""
        _check_whole(path, _kill_while_writing(path, 3))

    @pytest.mark.slow
    def test_killed_two_hundred_times_in_the_middle_of_writing(self, path):
        """What was confirmed is there, every time."""
        _check_whole(path, _kill_while_writing(path, 200))

    @pytest.mark.slow
    def test_two_processes_write_a_thousand_notes_each(self, path):
        """Two thousand are there."""
        self._two_processes(path, 1000)

    def test_two_processes_write_at_once(self, path):
        """All notes are there."""
        self._two_processes(path, 40)

    def _two_processes(self, path: Path, count: int) -> None:
        path.parent.mkdir(exist_ok=True)
        writers = [_write(path, name, count) for name in "ab"]
        for writer, told in writers:
            assert len(list(_told(told))) == count
            writer.join()
            assert writer.exitcode == 0
        with Store.open(path) as store:
            assert {note.id for note in store.notes()} == {f"{name}-{n}" for name in "ab" for n in range(count)}


def test_a_passage_note_survives_everything_at_once(path):
    """Another folder, an edited text, another order of articles, another process' file: the note is where it was."""
    with Store.open(path) as store:
        store.save(note_on_passage(STORY, span(HERALD, "Nobody was hurt."), "check"))
        edited = replace(
            HERALD, source="/tmp/elsewhere.txt", text=HERALD.text.replace("SKERRY", "X").replace("120", "some 120")
        )
        (note,) = store.recall([TIDES, edited])
        assert note.body == "check"
