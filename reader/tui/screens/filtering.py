"""Filtering: what is shown, and how much that hides."""

from __future__ import annotations

from reader.model import Finding
from reader.tui.screens.room import Room


class Filtering(Room):
    """The part of the reading room that hides and shows."""

    def do_filter(self) -> None:
        """Choose what is shown."""
        if self.uncompared():
            return
        from reader.tui.screens.filter import FilterScreen

        self.app.push_screen(FilterScreen(self.reading, self.rebuild), self._filtered)

    def _filtered(self, told: str | None) -> None:
        if told:
            self.tell(told)

    def do_hide_same(self) -> None:
        """Hide what agrees, or show it again."""
        self._hide(frozenset({"agreement", "doubtful"}), "Nothing here agrees.")

    def do_hide_doubtful(self) -> None:
        """Hide what perhaps agrees, or show it again."""
        self._hide(frozenset({"doubtful"}), "Nothing here is doubtful.")

    def _hide(self, findings: frozenset[Finding], none: str) -> None:
        if self.uncompared():
            return
        from dataclasses import replace

        from reader.compare.selection import FINDINGS, Selection

        chosen, every = self.reading.selection or Selection(), frozenset(FINDINGS)
        shown = chosen.only or every
        hide = bool(shown & findings)
        shown = shown - findings if hide else shown | findings
        self.reading.filter(replace(chosen, only=frozenset() if shown == every else shown))
        self.rebuild()
        hidden = self.reading.hidden
        self.tell(f"Hidden: {hidden}." if hidden else "Nothing is hidden." if not hide else none)
