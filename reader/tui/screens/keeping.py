"""Keeping: notes and exports, and passages handed to other programs."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual.app import SuspendNotSupported

from reader.errors import ReaderError
from reader.export.files import named, read_file, stands, write_file
from reader.model import Span
from reader.tui import outside
from reader.tui.citing import citation
from reader.tui.screens.room import Room
from reader.tui.widgets.selectable import Selectable
from reader.tui.wording import count

_NO_TERMINAL = "There is no terminal to leave: the app runs in a browser."


class Keeping(Room):
    """The part of the reading room that puts something somewhere."""

    def do_note(self) -> None:
        """Write on what one is on."""
        from reader.tui.screens.note import NoteScreen

        self.app.push_screen(NoteScreen(self.reading), self._noted)

    def _noted(self, told: str | None) -> None:
        if told:
            self.tell(told)
            self.rebuild()

    def do_notes(self) -> None:
        """All notes on these articles."""
        from reader.tui.screens.notes import NotesScreen

        def closed(changed: bool | None) -> None:
            if changed:
                self.rebuild()

        self.app.push_screen(NotesScreen(self.reading), closed)

    def do_edit(self) -> None:
        """Write the note in the reader's editor."""
        note = self.reading.note()
        before = note.body if note else ""
        try:
            with self.app.suspend():
                after = outside.edited(before)
            self.reading.write(after, note)
        except SuspendNotSupported:
            self.tell(_NO_TERMINAL)
        except ReaderError as error:
            self.tell(str(error))
        else:
            self._noted(
                "Nothing was changed." if after == before else "Note kept." if after.strip() else "Note removed."
            )

    def do_export(self) -> None:
        """Ask for a format and a file."""
        if self.uncompared():
            return
        from reader.tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self.reading, self), self._exported)

    def _exported(self, told: str | None) -> None:
        if told:
            self.tell(told)

    # Passages

    def _passages(self, verb: str) -> tuple[Span, ...]:
        """What the mouse has selected or, without a selection, the passages that one is on.

        Where there are none, it is told that nothing can be done with them.
        """
        for shown in self.query(Selectable):
            if shown.selected:
                start, end = shown.selected
                return (Span(shown.article.id, start, end, shown.article.text[start:end]),)
        if not self.reading.passages:
            self.tell(f"There is nothing to {verb} here; step to an alignment or click a passage.")
        return self.reading.passages

    def do_copy(self) -> None:
        """To the terminal's clipboard, of which nobody tells whether it took it."""
        if not (passages := self._passages("copy")):
            return
        self.app.copy_to_clipboard(citation(passages, self.reading.all))
        key = self.rashomon.key_map.hint("save-copy")
        otherwise = f"; {key} writes to a file" if key else ""
        self.tell(f"Copied {count(len(passages), 'passage')}, if the terminal allows it{otherwise}.")

    def do_save_copy(self) -> None:
        """To the end of a file."""
        from reader.tui.screens.ask import AskScreen

        if not (passages := self._passages("copy")):
            return
        ask = AskScreen("Add to the file", "Enter adds the passages at its end, Escape leaves", "quotations.txt")
        self.app.push_screen(ask, partial(self._save_copy, passages))

    def _save_copy(self, passages: tuple[Span, ...], name: str | None) -> None:
        if name is None:
            return
        path = named(name)
        try:
            before = read_file(path) if stands(path) else ""
            write_file(path, before + citation(passages, self.reading.all))
        except ReaderError as error:
            self.tell(str(error))
        else:
            self.tell(f"Added to {path}.")

    def do_open(self) -> None:
        """The article's address in a browser, its file in a pager."""
        article = self.reading.article
        address = article.address or article.source
        if address.startswith(("https://", "http://")):
            self.app.open_url(address)
            self.tell(f"Opened {address}.")
            return
        path = Path(article.source)
        if not path.is_file():
            self.tell(f"The source '{article.source}' is not a file here and has no address.")
            return
        try:
            with self.app.suspend():
                outside.shown(path)
        except SuspendNotSupported:
            self.tell(_NO_TERMINAL)
        except ReaderError as error:
            self.tell(str(error))

    def do_pipe(self) -> None:
        """To a command's standard input."""
        if self.app.is_web:
            # Whoever reaches the page could run anything as the one who serves it.
            self.tell("Commands are not run from a browser.")
            return
        from reader.tui.screens.ask import AskScreen

        if not (passages := self._passages("pipe")):
            return
        ask = AskScreen("Pipe to", "a shell command gets the passages and says something; Escape leaves")
        self.app.push_screen(ask, partial(self._pipe, passages))

    def _pipe(self, passages: tuple[Span, ...], command: str | None) -> None:
        if command is not None:
            self.tell(f"'{command}' is running.")
            text = citation(passages, self.reading.all)
            self.run_worker(partial(self._run, command, text), thread=True, exit_on_error=False)

    def _run(self, command: str, text: str) -> None:
        try:
            said = outside.piped(command, text)
        except ReaderError as error:
            self.app.call_from_thread(self.tell, str(error))
        else:
            self.app.call_from_thread(self._answered, command, said)

    def _answered(self, command: str, said: str) -> None:
        from reader.tui.screens.page import PageScreen, titled

        self.tell("")
        self.app.push_screen(
            PageScreen(titled(command, said, f"{self.rashomon.key_map.hint('quit')} closes this page."))
        )
