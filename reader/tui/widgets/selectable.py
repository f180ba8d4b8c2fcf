"""Text of an article that the mouse selects by its places in the text, whatever lines it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message
from textual.selection import Selection

from reader.model import Article
from reader.tui.lines import Block
from reader.tui.widgets.painted import Painted


class Selectable(Painted):
    """Draws an article's text; the screen asks it for places and gives them back as a selection."""

    @dataclass
    class Marked(Message):
        """The mouse has selected something else."""

    def __init__(self, article: Article, blocks: tuple[Block, ...]) -> None:
        super().__init__(blocks)
        self.article = article

    def offset_at(self, x: int, y: int) -> int:
        """The place in the text under a cell; on blank cells, the nearest place before it."""
        raise NotImplementedError

    def selection_updated(self, selection: Selection | None) -> None:
        """The overlay has to be drawn anew."""
        super().selection_updated(selection)
        self.post_message(self.Marked())

    def get_selection(self, _: Selection) -> tuple[str, str] | None:
        """What is selected, as it stands in the article: wrapping leaves no line breaks in it."""
        span = self.selected
        return (self.article.text[slice(*span)], "\n") if span else None

    @property
    def selected(self) -> tuple[int, int] | None:
        """Offsets of what is selected. The screen gives offsets in the text as x, on line 0."""
        selection = self.text_selection
        if selection is None:
            return None
        start = selection.start.x if selection.start else 0
        end = selection.end.x if selection.end else len(self.article.text)
        return start, end
