"""The first line: what is read, and in which view."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from reader.tui.lineup import cut

_BETWEEN = " · "

_LEGIBLE = 24
"""Cells of a title below which what stands beside it makes room."""


class TitleBar(Widget):
    """One line, with a rule under it."""

    DEFAULT_CSS = "TitleBar { height: 2; border-bottom: solid $line; background: $background; }"

    @dataclass
    class ViewPressed(Message):
        """The name of a view was clicked."""

        name: str

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
        shown = _views(views, width)
        names = _BETWEEN.join(name for name, _ in shown)
        room = max(0, width - cell_len(names) - 2)
        while facts and min(cell_len(title), _LEGIBLE) + 3 + cell_len(facts) > room:
            # What it is called matters most; of what is said of it the last gives way first.
            facts = facts.rpartition("   ")[0]
        title = cut(title, room - (cell_len(facts) + 3 if facts else 0))
        left = f"{title}   {facts}" if facts else title
        pieces: list[Content | tuple[str, str] | str] = [" ", (title, "bold"), (left[len(title) :], "$quiet")]
        pieces.append(" " * max(1, width - cell_len(left) - cell_len(names)))
        for place, (name, open_) in enumerate(shown):
            pieces += [(_BETWEEN, "$line")] if place else []
            pieces.append((name, "bold $accent" if open_ else "$quiet"))
        return Content.assemble(*pieces)

    def on_click(self, event: events.Click) -> None:
        """A click on the name of a view opens it."""
        event.stop()
        width = self.size.width - 2
        shown = _views(self._said[2], width)
        left = width + 1 - cell_len(_BETWEEN.join(name for name, _ in shown))
        for name, _ in shown:
            if left <= event.x < left + cell_len(name):
                self.post_message(self.ViewPressed(name))
            left += cell_len(name + _BETWEEN)


def _views(views: tuple[tuple[str, bool], ...], width: int) -> tuple[tuple[str, bool], ...]:
    """The names of all views where there is room, or of the one that is open; none where there is only one."""
    if len(views) < 2:
        return ()
    if cell_len(_BETWEEN.join(name for name, _ in views)) + _LEGIBLE + 2 <= width:
        return views
    return tuple(view for view in views if view[1])
