"""A page: a text that fills the screen and scrolls."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.tui.moving import Moving
from reader.tui.screens.commanded import CommandScreen


class PageScreen(Moving, CommandScreen[None]):
    """Shows a text until it is closed."""

    DEFAULT_CSS = """
    PageScreen { background: $background; }
    PageScreen VerticalScroll { padding: 1 2; background: $background; scrollbar-size-vertical: 1; }
    PageScreen Static { width: 1fr; height: auto; color: $foreground; background: $background; }
    """

    def __init__(self, text: Content | None = None) -> None:
        super().__init__()
        self._text = text

    def content(self) -> Content:
        """The text."""
        assert self._text is not None
        return self._text

    def compose(self) -> ComposeResult:
        """The page."""
        with VerticalScroll(can_focus=False):
            yield Static(self.content(), markup=False)

    def move(self, by: int) -> None:
        """Scroll."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

    @property
    def page(self) -> int:
        """Lines in sight but two."""
        return max(1, self.size.height - 2)

    @property
    def length(self) -> int:
        """Lines of the text."""
        return self.query_one(VerticalScroll).virtual_size.height

    def do_leave(self) -> None:
        """Close."""
        self.dismiss()

    def do_quit(self) -> None:
        """Close."""
        self.dismiss()


def titled(title: str, text: str, closing: str) -> Content:
    """A page of plain text under a title."""
    return Content.assemble((title, "bold"), "\n\n", Content(text), "\n\n", (closing, "$quiet"))
