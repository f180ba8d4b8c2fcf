"""What columns, headings, pages and sheets have in common: lines that they draw themselves, with the app's pens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual.widget import Widget

from reader.tui.ink import Ink, Stroke, Strokes
from reader.tui.lines import Block
from reader.tui.pens import Pens

if TYPE_CHECKING:
    from reader.tui.app import Rashomon


class Painted(Widget):
    """A widget that paints text with ink and with an overlay of what the cursor is on."""

    DEFAULT_CSS = "Painted { background: $background; color: $foreground; }"

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        super().__init__()
        self.blocks = blocks
        self.ink = Ink(blocks, (), (), ())
        self._overlay: dict[int, Strokes] = {}

    def draw(self, ink: Ink) -> None:
        """Draw other findings."""
        self.ink = ink
        self.forget()
        self.refresh()

    def overlay(self, strokes: Iterable[Stroke]) -> None:
        """Draw what the cursor, the search and the mouse ask for."""
        overlay = self.ink.by_block(strokes)
        if overlay != self._overlay:
            self._overlay = overlay
            self.refresh()

    @property
    def pens(self) -> Pens:
        """The styles of the theme."""
        return cast("Rashomon", self.app).pens

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self.forget()

    def forget(self) -> None:
        """Forget strips that were drawn."""
