"""`rashomon notes`: list, export, import, remove."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader import paths
from reader.compare import compare
from reader.intake import load
from reader.notes import Note, Store, note_on_alignment, note_on_story, revised

FERRY = "tests/data/ferry"


@pytest.fixture
def kept(home: Path) -> tuple[Note, Note]:
    """Two notes in the reader's store."""
    assert home.exists()
    comparison = compare(load([FERRY]).articles)
    notes = (
        note_on_story(comparison, "Which pier?"),
        revised(note_on_alignment(comparison, comparison.alignments[0], "Ask them.", ["police"]), status="checked"),
    )
    with Store.open(paths.store_file()) as store:
        store.save_all(notes)
    return notes


def _kept() -> dict[str, Note]:
    with Store.open(paths.store_file()) as store:
        return {note.id: note for note in store.notes()}


def test_notes_are_listed_with_what_they_quote(command, kept):
    """Id, status, tags, outlets, text and quotations."""
    done = command("notes", "list")
    assert done.stdout.count("\n   > ") == len(kept[1].anchors)
    assert f"{kept[1].id}  checked #police" in done.stdout
    assert "   Which pier?\n" in done.stdout
    assert done.stdout.endswith("2 notes\n")


@pytest.mark.parametrize(
    ("filters", "there"),
    [
        (["--tag", "police"], [False, True]),
        (["--tag", "#police"], [False, True]),
        (["--status", "open"], [True, False]),
        ([FERRY], [True, True]),
        (["seeds"], [False, False]),
    ],
)
def test_filters(command, kept, filters, there):
    """By tag, status and articles."""
    done = command("notes", "list", *filters)
    assert [note.id in done.stdout for note in kept] == there


def test_without_a_store_there_are_no_notes_and_no_file_is_made(command):
    """Listing writes nothing."""
    assert command("notes", "list").stdout == "0 notes\n"
    assert not paths.store_file().exists()


def test_notes_go_to_another_store(command, kept, tmp_path):
    """By JSON, complete; importing twice changes nothing."""
    command("notes", "export", "-o", tmp_path / "notes.json")
    other = tmp_path / "other.sqlite3"
    first = command("notes", "import", tmp_path / "notes.json", "--store", other)
    assert "2 new, 0 changed, 0 as before" in first.stdout
    assert (
        "0 new, 0 changed, 2 as before" in command("notes", "import", tmp_path / "notes.json", "--store", other).stdout
    )
    with Store.open(other) as store:
        assert set(store.notes()) == set(kept)


def test_a_report_is_edited_and_taken_back(command, kept, tmp_path):
    """Export, edit, import, export again: the note has the new words, the reader's own paragraph is still there."""
    report = tmp_path / "report.md"
    command("compare", FERRY, "-o", report)
    edited = report.read_text().replace("Which pier?", "The old pier.").replace("## Notes", "My own words.\n\n## Notes")
    report.write_text(edited)
    refused = command("compare", FERRY, "-o", report)
    assert refused.returncode == 2
    assert "rashomon notes import" in refused.stderr
    assert report.read_text() == edited
    assert "0 new, 1 changed, 1 as before" in command("notes", "import", report).stdout
    assert _kept()[kept[0].id].body == "The old pier."
    assert command("compare", FERRY, "-o", report).returncode == 0
    assert "My own words.\n\n## Notes" in report.read_text()
    assert "> The old pier." in report.read_text()


def test_the_newer_version_of_a_note_wins(command, kept, tmp_path):
    """An old file does not undo what was written since."""
    command("notes", "export", "-o", tmp_path / "old.json")
    value = json.loads((tmp_path / "old.json").read_text())
    value["notes"][0]["body"] = "From the past."
    value["notes"][0]["updated"] = "2001-01-01T00:00:00Z"
    (tmp_path / "old.json").write_text(json.dumps(value))
    assert "0 new, 0 changed, 2 as before" in command("notes", "import", tmp_path / "old.json").stdout
    assert _kept() == {note.id: note for note in kept}


def test_a_note_changed_here_and_in_the_file_is_told(command, kept, tmp_path):
    """It stays as it is here, and the others are taken; the reader decides by an option. Exit status 1."""
    report = tmp_path / "report.md"
    command("compare", FERRY, "-o", report)
    report.write_text(
        report.read_text().replace("> Which pier?", "> The old pier.").replace("> Ask them.", "> Asked them.")
    )
    with Store.open(paths.store_file()) as store:
        store.save(revised(kept[0], body="The new pier."))
    done = command("notes", "import", report)
    assert done.returncode == 1
    assert f"the note {kept[0].id} was changed in this file and, since it was written, here as well" in done.stderr
    assert [_kept()[note.id].body for note in kept] == ["The new pier.", "Asked them."]
    assert command("compare", FERRY, "-o", report).returncode == 2
    assert command("notes", "import", report, "--overwrite").returncode == 0
    assert [_kept()[note.id].body for note in kept] == ["The old pier.", "Asked them."]
    assert command("compare", FERRY, "-o", report).returncode == 0


def test_an_old_report_does_not_undo_what_was_written_since(command, kept, tmp_path):
    """A note that the file has as it was written says nothing of what it became here."""
    report = tmp_path / "report.md"
    command("compare", FERRY, "-o", report)
    with Store.open(paths.store_file()) as store:
        store.save(revised(kept[0], body="The new pier.", status="quoted"))
    assert "0 new, 0 changed, 2 as before" in command("notes", "import", report).stdout
    assert (_kept()[kept[0].id].body, _kept()[kept[0].id].status) == ("The new pier.", "quoted")


def test_markdown_of_another_store_is_told(command, kept, tmp_path):
    """It lacks the anchors; exit status 1."""
    command("notes", "export", "-o", tmp_path / "notes.md")
    done = command("notes", "import", tmp_path / "notes.md", "--store", tmp_path / "other.sqlite3")
    assert done.returncode == 1
    assert all(f"the note {note.id} is not known to this store" in done.stderr for note in kept)


def test_notes_are_removed_by_the_beginning_of_their_id(command, kept):
    """Only what is meant without doubt."""
    assert command("notes", "remove", kept[0].id[:6]).stdout == "1 note removed\n"
    assert set(_kept()) == {kept[1].id}
    for wrong in ("zzz", ""):
        done = command("notes", "remove", kept[1].id, wrong)
        assert done.returncode == 2
        assert "nothing was removed" in done.stderr
    assert set(_kept()) == {kept[1].id}


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["liste"], "there is no verb 'liste'; did you mean 'list'?"),
        ([], "VERB"),
        (["import", "missing.md"], "missing.md cannot be read"),
        (["import", "pyproject.toml"], "has no notes"),
        (["import", "tests/data/csl.schema.json"], "has no notes"),
        (["list", "no/such/folder"], "no/such/folder"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(command, arguments, reason):
    """Exit status 2."""
    done = command("notes", *arguments)
    assert done.returncode == 2
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1
