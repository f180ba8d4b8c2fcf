"""The first line: what is read, and in which view."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widget import Widget


class TitleBar(Widget):
    """One line, with a rule under it."""

    DEFAULT_CSS = "TitleBar { height: 2; border-bottom: solid $line; background: $background; }"

    def __init__(self) -> None:
        super().__init__()
        self._said: tuple[str, str, tuple[tuple[str, bool], ...]] = ("", "", ())

    def say(self, title: str, facts: str, views: tuple[tuple[str, bool], ...]) -> None:
        """The story, its facts in a few words, and the views, of which one is open."""
        if (title, facts, views) != self._said:
            self._said = (title, facts, views)
            self.refresh()

    def on_resize(self) -> None:
        """Another width has other room."""
        self.refresh()

    def render(self) -> Content:
        """The line."""
        title, facts, views = self._said
        width = self.size.width - 2
        names = " · ".join(name for name, _ in views) if len(views) > 1 else ""
        if cell_len(names) + 24 > width:
            names = ""
        room = width - cell_len(names) - 2
        if cell_len(title) + cell_len(facts) + 3 > room:
            title = title if cell_len(title) <= room - cell_len(facts) - 4 else _cut(title, room - cell_len(facts) - 4)
        pieces: list[Content | tuple[str, str] | str] = [" ", (title, "bold"), "   ", (facts, "$quiet")]
        pieces.append(" " * max(1, width - cell_len(title) - cell_len(facts) - 3 - cell_len(names)))
        for place, (name, open_) in enumerate(views if names else ()):
            pieces += [(" · ", "$line")] if place else []
            pieces.append((name, "bold $accent" if open_ else "$quiet"))
        return Content.assemble(*pieces)


def _cut(text: str, width: int) -> str:
    return set_cell_size(text, max(1, width - 1)) + "…" if width > 1 else ""
