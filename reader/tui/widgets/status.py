"""The last line: where one is at the left, what can be done at the right."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widget import Widget


class Status(Widget):
    """One line."""

    DEFAULT_CSS = "Status { height: 1; background: $background; color: $foreground; }"

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[str, tuple[str, ...], bool] = ("", (), False)

    def say(self, text: str, hints: tuple[str, ...], strong: bool = False) -> None:
        """Show a text, and hints as far as there is room; the last of them, the way to help, goes last."""
        if (text, hints, strong) != self._said:
            self._said = (text, hints, strong)
            self.refresh()

    def on_resize(self) -> None:
        """Another width has other room for hints."""
        self.refresh()

    def render(self) -> Content:
        """The line."""
        text, hints, strong = self._said
        width = self.size.width - 2
        while cell_len(text) > width and "   " in text:
            # What stands last matters least; half a word says nothing.
            text = text.rpartition("   ")[0]
        if cell_len(text) > width:
            text = set_cell_size(text, max(1, width - 1)) + "…"
        room = width - cell_len(text) - 3
        while hints and cell_len("  ".join(hints)) > room:
            hints = (*hints[:-2], *hints[-1:]) if len(hints) > 1 else ()
        shown = "  ".join(hints)
        gap = " " * (width - cell_len(text) - cell_len(shown))
        return Content.assemble(" ", (text, "bold $accent" if strong else "$foreground"), gap, (shown, "$quiet"))
