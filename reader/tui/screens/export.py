"""Exporting: a format, a file, and nothing written over without being asked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.errors import ReaderError
from reader.export import FORMATS, format_of, renamed, render, save
from reader.tui.reading import Reading
from reader.tui.wording import headline


class ExportScreen(ModalScreen[str | None]):
    """Returns what to tell: where it was written; None where nothing was."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave"), ("tab", "form", "Another format")]
    DEFAULT_CSS = """
    ExportScreen { align: center bottom; background: transparent; }
    ExportScreen Vertical { height: auto; border-top: solid $accent; background: $background; padding: 0 1; }
    ExportScreen Static { color: $foreground; height: auto; background: $background; }
    ExportScreen Input { height: 1; border: none; padding: 0; background: $background; color: $foreground; }
    ExportScreen Input:focus { border: none; background: $background; }
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._agreed: Path | None = None
        """The existing file that may be replaced."""

    def compose(self) -> ComposeResult:
        """The formats and the name of the file."""
        with Vertical():
            yield Static(id="forms", markup=False)
            yield Input(f"{_slug(headline(self._reading))}.md", compact=True)
            yield Static(id="told", markup=False)

    def on_mount(self) -> None:
        """Begin with the name."""
        self.query_one(Input).focus()
        self._show()

    def _show(self, told: str = "") -> None:
        chosen = self._format()
        pieces: list[Content | tuple[str, str] | str] = [("Export as ", "bold $accent")]
        for form in FORMATS.values():
            pieces += ["  ", (form.name, "bold $accent" if form.name == chosen else "$quiet")]
        help_text = FORMATS[chosen].help if chosen else "the end of the name says the format"
        pieces.append((f"   {help_text}", "$quiet"))
        self.query_one("#forms", Static).update(Content.assemble(*pieces))
        hidden = self._reading.hidden
        keys = "Enter writes it, Tab takes another format, Escape leaves"
        shown = told or (f"Without what is filtered out: {hidden}. {keys}" if hidden else keys)
        self.query_one("#told", Static).update(Content.styled(shown, "bold $difference" if told else "$quiet"))

    def _format(self) -> str | None:
        form = format_of(Path(self.query_one(Input).value))
        return form.name if form else None

    def action_form(self) -> None:
        """The next format: the end of the name follows it."""
        line = self.query_one(Input)
        names = list(FORMATS)
        chosen = self._format()
        following = FORMATS[names[(names.index(chosen) + 1) % len(names) if chosen else 0]]
        line.value = str(renamed(Path(line.value or "comparison"), following))
        line.cursor_position = len(line.value)

    def on_input_changed(self) -> None:
        """Another name may mean another format."""
        self._agreed = None
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write it; a file that is there already takes a second Enter."""
        event.stop()
        path = Path(event.value).expanduser()
        format_name = self._format()
        if format_name is None:
            ends = ", ".join(form.suffix for form in FORMATS.values())
            self._show(f"End the name with one of {ends}.")
        elif path.exists() and path != self._agreed:
            self._agreed = path
            self._show(f"'{path}' exists. Enter again replaces it.")
        else:
            reading = self._reading
            notes = [entry.note for entry in reading.notebook.attached]
            try:
                text = render(reading.all, notes, format_name, reading.selection, headline(reading))
                save(path, text, format_name)
            except ReaderError as error:
                self._show(str(error))
            else:
                self.dismiss(f"Written to {path}.")

    def action_leave(self) -> None:
        """Write nothing."""
        self.dismiss(None)


def _slug(title: str) -> str:
    """A file name that a shell does not stumble over."""
    return re.sub(r"[^\w-]+", "-", title.casefold()).strip("-")[:60] or "comparison"
