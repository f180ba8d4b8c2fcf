"""Writing a note: a few lines at the foot of the screen, with what it is about above them."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from reader.errors import StoreError
from reader.tui.reading import Reading
from reader.tui.stops import Stop


class _Page(TextArea):
    """Enter keeps the note, as in a chat; Ctrl-j begins a new line, and so does Shift-Enter where it is told apart."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.screen.run_action("keep")
        elif event.key in ("ctrl+j", "shift+enter"):
            event.stop()
            event.prevent_default()
            self.insert("\n")
        else:
            await super()._on_key(event)


class NoteScreen(ModalScreen[str | None]):
    """Returns what to tell: that the note was kept or removed; None where nothing was done."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave"), ("ctrl+s", "keep", "Keep")]
    DEFAULT_CSS = """
    NoteScreen { align: center bottom; background: transparent; }
    NoteScreen Vertical { height: auto; border-top: solid $accent; background: $background; padding: 0 1; }
    NoteScreen Static { color: $quiet; height: auto; max-height: 3; background: $background; }
    NoteScreen TextArea { height: 5; border: none; padding: 0; background: $background; color: $foreground; }
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._note = reading.note()

    def compose(self) -> ComposeResult:
        """What it is about, and the page."""
        here = self._reading.here
        if isinstance(here, Stop) and here.alignment is not None:
            about = "Note on this alignment"
        else:
            about = f"Note on a passage of {self._reading.article.outlet}"
        quoted = " ".join((here.members[0].text if isinstance(here, Stop) else here.text if here else "").split())
        keys = "Enter keeps it, Ctrl-j begins a line, Escape leaves"
        with Vertical():
            yield Static(Content.assemble((about, "bold $accent"), f"   {keys}\n", (quoted, "italic")), markup=False)
            yield _Page(self._note.body if self._note else "", soft_wrap=True, show_line_numbers=False, compact=True)

    def on_mount(self) -> None:
        """Write at the end of what is there."""
        page = self.query_one(_Page)
        page.focus()
        page.move_cursor(page.document.end)

    def action_keep(self) -> None:
        """Keep it; without any text, an existing note is removed."""
        body = self.query_one(_Page).text
        try:
            self._reading.write(body, self._note)
        except StoreError as error:
            self.dismiss(str(error))
            return
        self.dismiss("Note kept." if body.strip() else "Note removed." if self._note else None)

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)
