"""Filtering: what is shown, and how much that hides."""

from __future__ import annotations

from reader.tui.screens.room import Room


class Filtering(Room):
    """The part of the reading room that hides and shows."""

    def do_filter(self) -> None:
        """Choose what is shown."""
        if not self.reading.compared:
            self.tell("There is nothing to filter before the texts have been compared.")
            return
        from reader.tui.screens.filter import FilterScreen

        self.app.push_screen(FilterScreen(self.reading, self.rebuild), self._filtered)

    def _filtered(self, told: str | None) -> None:
        if told:
            self.tell(told)

    def do_hide_same(self) -> None:
        """Hide what agrees, or show it again."""
        if not self.reading.compared:
            self.tell("There is nothing to hide before the texts have been compared.")
            return
        from dataclasses import replace

        from reader.compare.selection import Finding, Selection

        chosen = self.reading.selection or Selection()
        differing: frozenset[Finding] = frozenset({"difference", "unique"})
        hide = chosen.only != differing
        self.reading.filter(replace(chosen, only=differing if hide else frozenset()))
        self.rebuild()
        hidden = self.reading.hidden
        self.tell(f"Hidden: {hidden}." if hidden else "Nothing is hidden." if not hide else "Nothing here agrees.")
