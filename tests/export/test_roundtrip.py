"""The Markdown export can be edited: notes are taken back, and a later export keeps the reader's own words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ExportError
from reader.export import render, save
from reader.export.markdown import notes_as_markdown
from reader.export.roundtrip import edited_notes, merged, taken_back
from reader.notes import Note, note_on_alignment, note_on_story
from tests.story import comparison

STORY = comparison()
BODY = "Ask the *police* – again.\n\nSee <https://x.example> & “them”; 5 > 3_000 | 2."
NOTES = (
    replace(note_on_story(STORY, "All in all …"), id="aaaaaaaaaaaa", updated="2024-03-02T10:00:00Z"),
    replace(note_on_alignment(STORY, STORY.alignments[0], BODY, ["police"]), id="bbbbbbbbbbbb"),
)
EXPORT = render(STORY, NOTES, "markdown")


def _back(text: str) -> dict[str, Note]:
    known = {note.id: note for note in NOTES}
    return {entry.id: taken_back(known[entry.id], entry) for entry in edited_notes(text)}


class TestNotes:
    """Notes that were edited in the file."""

    def test_what_was_not_edited_is_not_changed(self):
        """Whatever characters the note has."""
        assert _back(EXPORT) == {note.id: note for note in NOTES}

    def test_an_edited_note_is_taken_back(self):
        """Text, status and tags; written with or without the quotation marks of Markdown."""
        edited = EXPORT.replace("All in all …", "All in all, no.\n>\n> Second thoughts.\nAnd third.").replace(
            "**Note** (open)", "**Note** (checked, #done #Tokyo-2)"
        )
        note = _back(edited)["aaaaaaaaaaaa"]
        assert note.body == "All in all, no.\n\nSecond thoughts.\nAnd third."
        assert (note.status, note.tags) == ("checked", ("done", "Tokyo-2"))
        assert note.updated > NOTES[0].updated

    def test_a_status_that_does_not_exist_is_told(self):
        """With the note and those that do."""
        with pytest.raises(ExportError, match="'finished'; there are open, checked, quoted"):
            edited_notes(EXPORT.replace("(open)", "(finished)"))

    @given(st.text(alphabet="ab *_`\\<>[]()#|~&$!-+.1\n\t“é", max_size=60))
    def test_any_text_comes_back(self, body):
        """A note survives Markdown, but for white space at the ends of its lines."""
        note = replace(NOTES[0], body=body)
        (entry,) = edited_notes(notes_as_markdown([note]))
        assert taken_back(note, entry) == note


class TestOwnWords:
    """Paragraphs that a reader wrote into the file."""

    def test_they_stay_where_they_were(self):
        """After the same paragraph, when the export is written again with other content."""
        old = EXPORT.replace("### What differs\n", "### What differs\n\nMy own words,\non two lines.\n\n- a list\n")
        old = old.replace("## Sources", "Before the sources.\n\n## Sources")
        again = merged(render(STORY, NOTES[:1], "markdown"), old)
        assert "### What differs\n\nMy own words,\non two lines.\n\n- a list\n\n**1.** Number." in again
        assert "Before the sources.\n\n## Sources" in again
        assert "bbbbbbbbbbbb" not in again

    def test_writing_again_changes_nothing_more(self):
        """Twice is as good as once."""
        old = EXPORT.replace("## Sources", "Before the sources.\n\n## Sources")
        assert merged(EXPORT, old) == old
        assert merged(EXPORT, EXPORT) == EXPORT

    def test_what_a_formatter_does_is_no_change(self):
        """Tables aligned, lines wrapped, other bullets: nothing is kept twice."""
        old = EXPORT.replace("|---|---|---|", "| ------ | ----- | ---- |").replace("\n- ", "\n* ").replace(" ", "\n", 3)
        assert merged(EXPORT, old) == EXPORT

    def test_they_outlive_the_paragraph_before_them(self):
        """They move up to the nearest one that is still written."""
        old = EXPORT.replace("### Only Harbour Herald\n", "### Only Harbour Herald\n\nMine.\n")
        shorter = render(replace(STORY, unique=()), NOTES, "markdown")
        assert "Mine." in merged(shorter, old)

    def test_a_paragraph_of_ours_that_was_edited_is_the_readers(self):
        """Both are there: theirs and the new one."""
        old = EXPORT.replace("There is nothing to compare it with.", "There is nothing else on the pier yet.")
        again = merged(EXPORT, old)
        assert "There is nothing else on the pier yet." in again
        assert "There is nothing to compare it with." in again

    def test_what_stands_first_stays_first(self):
        """Words before the title."""
        assert merged(EXPORT, "Draft!\n\n" + EXPORT).startswith("Draft!\n\n# Ferry")

    @given(st.lists(st.tuples(st.integers(0, 40), st.text(alphabet="abc .,", min_size=1, max_size=20)), max_size=5))
    def test_no_word_of_a_reader_is_lost(self, additions):
        """Wherever it was written."""
        blocks = EXPORT.split("\n\n")
        own = [f"own {words.strip()}" for _, words in additions]
        for (place, _), words in zip(additions, own, strict=True):
            blocks.insert(min(place, len(blocks) - 1), words)
        again = merged(render(STORY, (), "markdown"), "\n\n".join(blocks))
        for words in own:
            assert words.strip() in again

    def test_another_file_is_simply_replaced(self, tmp_path):
        """What is no export of ours is not mixed with one."""
        path = tmp_path / "notes.md"
        path.write_text("# My diary\n\nDear diary.\n")
        save(path, EXPORT, "markdown")
        assert path.read_text() == EXPORT

    def test_changed_notes_are_not_written_over(self, tmp_path):
        """Until they were taken back."""
        path = tmp_path / "report.md"
        path.write_text(EXPORT.replace("All in all …", "All in all, no."))
        with pytest.raises(ExportError, match="rashomon notes import"):
            save(path, EXPORT, "markdown")
        taken = list(_back(path.read_text()).values())
        save(path, render(STORY, taken, "markdown"), "markdown")
        assert "All in all, no." in path.read_text()
