"""Keeping: notes, marks, copies and exports."""

from __future__ import annotations

from reader.tui.screens.room import Room


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

    def do_export(self) -> None:
        """Ask for a format and a file."""
        from reader.tui.screens.export import ExportScreen

        self.app.push_screen(ExportScreen(self.reading), self._exported)

    def _exported(self, told: str | None) -> None:
        if told:
            self.tell(told)
