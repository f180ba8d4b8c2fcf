"""The page of removed text: what was taken out of an article and why, to be put back and taken out again."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.intake.restoring import shown
from reader.tui.restoration import Restoration
from reader.tui.screens.page import PageScreen


class RemovedScreen(PageScreen):
    """Lists the stretches in the order of the source; one of them is chosen."""

    DEFAULT_CSS = """
    RemovedScreen Static { margin-bottom: 1; }
    RemovedScreen .chosen { background: $tint; }
    """

    def __init__(self, restoration: Restoration, article: str) -> None:
        super().__init__()
        self._restoration, self._article = restoration, article
        self._pieces = restoration.original(article).removed
        self._listed = [index for index, piece in enumerate(self._pieces) if shown(piece)]
        self._at = 0

    def compose(self) -> ComposeResult:
        """Title, keys, stretches."""
        hint = self.rashomon.key_map.hint
        keys = f"{hint('details')} puts the chosen one back or takes it out again, {hint('apart-all')} all of them"
        outlet = self._restoration.original(self._article).outlet
        title = f"Removed from {outlet}, in the order of the source"
        with VerticalScroll(can_focus=False):
            yield Static(Content.assemble((title, "bold"), "\n", (f"{keys}; {hint('quit')} closes.", "$quiet")))
            for index in self._listed:
                yield Static(self._told(index), markup=False, classes="piece")

    def on_mount(self) -> None:
        """The first one is chosen."""
        self._show()

    def _told(self, index: int) -> Content:
        back = index in self._restoration.wanted(self._article)
        reason = f"{self._pieces[index].reason}, back in the text:" if back else f"{self._pieces[index].reason}:"
        return Content.assemble((reason, "$accent" if back else "$quiet"), "\n", shown(self._pieces[index]).strip())

    def _show(self) -> None:
        for place, line in enumerate(self.query(".piece").results(Static)):
            line.update(self._told(self._listed[place]))
            line.set_class(place == self._at, "chosen")
            if place == self._at:
                line.scroll_visible(animate=False)

    def move(self, by: int) -> None:
        """To a stretch below or above."""
        self._at = max(0, min(self._at + by, len(self._listed) - 1))
        self._show()

    @property
    def page(self) -> int:
        """A few stretches: they are of any height."""
        return 5

    @property
    def length(self) -> int:
        """All stretches."""
        return len(self._listed)

    def do_details(self) -> None:
        """Put the chosen stretch back, or take it out again."""
        self._restoration.turn(self._article, frozenset(self._listed[self._at : self._at + 1]))
        self._show()

    def do_apart_all(self) -> None:
        """Put all back, or take all out again."""
        self._restoration.turn(self._article, frozenset(self._listed))
        self._show()

    def do_removed(self) -> None:
        """The key that opened it closes it."""
        self.dismiss()
