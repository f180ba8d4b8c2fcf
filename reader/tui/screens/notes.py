"""The notes as a list: chosen by status or tag, marked, removed, undone; and the way to the place of each."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.errors import StoreError
from reader.notes import STATUSES, Attached, Note, note_on_difference, note_on_story, revised
from reader.tui.commands import NOTES
from reader.tui.lineup import cut
from reader.tui.moving import Moving
from reader.tui.reading import Reading
from reader.tui.screens.ask import AskScreen
from reader.tui.screens.commanded import OverlaidScreen
from reader.tui.wording import count

_HINTS = (
    ("details", "goes there"),
    ("filter", "filters"),
    ("note-status", "changes the status"),
    ("note-tags", "the tags"),
    ("note-story", "adds a note on the story"),
    ("note-difference", "on a difference of this alignment"),
    ("note-remove", "removes"),
    ("undo", "undoes"),
    ("leave", "leaves"),
)


class NotesScreen(Moving, OverlaidScreen[bool]):
    """Returns whether anything was changed or gone to."""

    place: ClassVar[str] = NOTES
    DEFAULT_CSS = """
    NotesScreen { align: center bottom; }
    NotesScreen Vertical { height: auto; border-top: solid $accent; background: $background; padding: 0 1; }
    NotesScreen Static { color: $foreground; height: auto; background: $background; }
    NotesScreen #keys { color: $quiet; margin: 1 0 0 0; }
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._filter = ""
        self._at = 0
        self._changed = False

    def compose(self) -> ComposeResult:
        """What is shown, the notes, and the keys."""
        with Vertical():
            yield Static(id="head", markup=False)
            yield Static(id="rows", markup=False)
            yield Static(", ".join(self.rashomon.key_map.hints(_HINTS)), id="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with all."""
        self._show()

    def on_resize(self) -> None:
        """Another width has other lines."""
        self._show()

    @property
    def _all(self) -> tuple[Attached, ...]:
        return self._reading.notebook.attached

    @property
    def _listed(self) -> list[Attached]:
        return [entry for entry in self._all if self._filter in ("", entry.note.status, *_signs(entry.note))]

    def _chosen(self) -> Attached | None:
        """The note that one is on; where there is none, that is told."""
        listed = self._listed
        if not listed:
            self._show("There is no note here.")
        return listed[self._at] if listed else None

    def tell(self, text: str) -> None:
        """In the first line."""
        self._show(text)

    def _show(self, told: str = "") -> None:
        listed = self._listed
        self._at = max(0, min(self._at, len(listed) - 1))
        all_told = count(len(self._all), "note")
        none = f"No notes yet; {self.rashomon.key_map.hint('note')} in the texts writes one on what you are on."
        state = f"{len(listed)} of {all_told}: {self._filter}" if self._filter else all_told if listed else none
        head = Content.assemble(
            (told, "bold $accent"), "   " if told else "", (state, "bold" if told else "bold $accent")
        )
        self.query_one("#head", Static).update(head)
        width, room = self.app.size.width - 2, self.page
        top = max(0, self._at - room + 1)
        rows = [
            Content.styled(cut(_line(entry), width), "bold on $panel" if place == self._at else "$foreground")
            for place, entry in enumerate(listed[top : top + room], top)
        ]
        self.query_one("#rows", Static).update(Content("\n").join(rows))

    def _keep(self, before: Note | None, after: Note | None, told: str) -> None:
        """Write one step; `before` is what undoing it brings back."""
        try:
            self._reading.keep(before, after)
        except StoreError as error:
            self._show(str(error))
            return
        self._changed = True
        self._show(told)

    def move(self, by: int) -> None:
        """To a note below or above."""
        self._at += by
        self._show()

    @property
    def page(self) -> int:
        """Notes in sight."""
        return max(1, self.app.size.height // 2 - 5)

    @property
    def length(self) -> int:
        """All notes that are listed."""
        return len(self._listed)

    def do_filter(self) -> None:
        """All, then each status and each tag that there is."""
        tags = sorted({sign for entry in self._all for sign in _signs(entry.note)})
        filters = ["", *STATUSES, *tags]
        at = filters.index(self._filter) if self._filter in filters else 0
        self._filter = filters[(at + 1) % len(filters)]
        self._show()

    def do_note_status(self) -> None:
        """The next status."""
        if entry := self._chosen():
            note = entry.note
            status = STATUSES[(STATUSES.index(note.status) + 1) % len(STATUSES)]
            self._keep(note, revised(note, status=status), f"Now {status}.")

    def do_note_tags(self) -> None:
        """Ask for the tags."""
        entry = self._chosen()
        if entry is None:
            return
        note = entry.note

        def tagged(answer: str | None) -> None:
            if answer is not None:
                self._keep(note, revised(note, tags=answer.split()), "Tags kept.")

        self.app.push_screen(AskScreen("Tags", "words parted by spaces; “#” alone takes all away", _tags(note)), tagged)

    def do_note_story(self) -> None:
        """Ask for a note on the story as a whole."""

        def written(body: str | None) -> None:
            if body:
                self._keep(None, note_on_story(self._reading.all, body), "Note kept.")

        self.app.push_screen(AskScreen("Note on the story", "Enter keeps it, Escape leaves"), written)

    def do_note_difference(self) -> None:
        """Ask for a note on the first difference of the alignment one is on that has none yet."""
        stop = self._reading.stop
        alignment = stop.alignment if stop else None
        if alignment is None or not alignment.differences:
            self._show("Step to an alignment with differences first; a note on one of them is added here.")
            return
        noted = {entry.difference for entry in self._reading.notebook.on_alignment(alignment.id)}
        free = [difference for number, difference in enumerate(alignment.differences) if number not in noted]
        difference = (free or alignment.differences)[0]

        def written(body: str | None) -> None:
            if body:
                self._keep(None, note_on_difference(self._reading.all, difference, body), "Note kept.")

        about = cut(f"{difference.kind}: {difference.reason}", max(8, self.app.size.width - 32))
        self.app.push_screen(AskScreen("Note on this difference", about), written)

    def do_note_remove(self) -> None:
        """Remove the note."""
        if entry := self._chosen():
            self._keep(entry.note, None, f"Note removed. {self.rashomon.key_map.hint('undo')} undoes it.")

    def do_undo(self) -> None:
        """Take the last step back, where that is a note; corrections are undone where one sees them."""
        last = self._reading.amendments.last
        if last is None or not last.noted:
            self._show("There is no note to undo." if last is None else f"The last step was: {last.told}.")
            return
        try:
            self._reading.amendments.undo()
        except StoreError as error:
            self._show(str(error))
            return
        self._changed = True
        self._reading.forget()
        self._show(f"Undone: {last.told}.")

    def do_details(self) -> None:
        """To the passage that it is on."""
        entry = self._chosen()
        if entry is None:
            return
        places = [span for span in entry.spans if span.article in self._reading.ids]
        if not places:
            self._show("This note has no place in the articles that are shown.")
            return
        self._reading.go_to(places[0].article, places[0].start)
        self.dismiss(True)

    def do_leave(self) -> None:
        """Close the list."""
        self.dismiss(self._changed)

    def do_quit(self) -> None:
        """Close the list."""
        self.do_leave()

    def do_notes(self) -> None:
        """The key that opened it closes it."""
        self.do_leave()


def _signs(note: Note) -> tuple[str, ...]:
    return tuple(f"#{tag}" for tag in note.tags)


def _tags(note: Note) -> str:
    return " ".join(_signs(note))


def _line(entry: Attached) -> str:
    """Status, what it is on, tags, its first words, what is quoted, and what befell its place."""
    note = entry.note
    quoted = f"“{' '.join(entry.spans[0].text.split())}”" if entry.spans else ""
    parts = (f"{note.status:<8}{note.target:<11}{_tags(note)}", " ".join(note.body.split()), quoted, entry.explanation)
    return "  ".join(part.rstrip() for part in parts if part)
