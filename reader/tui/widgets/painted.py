"""What columns and headings have in common: the component classes of text with findings, read once for each theme."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.widget import Widget

from reader.tui.ink import LOUDEST, Ink, Stroke, Strokes
from reader.tui.lines import Block
from reader.tui.painting import LAYERS, Pens

_NAMES = (
    *LAYERS,
    *(f"mark-{mark}" for mark in LOUDEST),
    *("bar", "thumb", "quiet", "outlet", "used", "rule", "silent"),
)


class Painted(Widget):
    """A widget that paints text with ink and with an overlay of what the cursor is on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"painted--{name}" for name in _NAMES}
    DEFAULT_CSS = """
    Painted { background: $background; color: $foreground; }
    Painted > .painted--hidden { color: $quiet; }
    Painted > .painted--shown { color: $foreground; }
    Painted > .painted--agreement { color: $agreement; }
    Painted > .painted--difference { color: $difference; text-style: bold; }
    Painted > .painted--unique { color: $unique-text; text-style: italic; }
    Painted > .painted--headline { text-style: bold; }
    Painted > .painted--current { background: $tint; }
    Painted > .painted--different { text-style: bold; }
    Painted > .painted--shared { text-style: underline; }
    Painted > .painted--only { text-style: italic; }
    Painted > .painted--match { background: $match; }
    Painted > .painted--found { background: $match; text-style: bold underline; }
    Painted > .painted--selected { background: $picked; }
    Painted > .painted--mark-agreement { color: $agreement; }
    Painted > .painted--mark-difference { color: $difference; text-style: bold; }
    Painted > .painted--mark-unique { color: $unique; }
    Painted > .painted--bar { color: $accent; }
    Painted > .painted--thumb { color: $quiet; }
    Painted > .painted--quiet { color: $quiet; }
    Painted > .painted--outlet { text-style: bold; }
    Painted > .painted--used { color: $accent; text-style: bold; }
    Painted > .painted--rule { color: $line; }
    Painted > .painted--silent { color: $quiet; text-style: italic; }
    """

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        super().__init__()
        self.blocks = blocks
        self.ink = Ink(blocks, (), (), ())
        self._overlay: dict[int, Strokes] = {}
        self._pens: Pens | None = None

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
        if self._pens is None:
            styles = {name: self.get_component_rich_style(f"painted--{name}", partial=True) for name in _NAMES}
            self._pens = Pens(self.rich_style, styles)
        return self._pens

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._pens = None
        self.forget()

    def forget(self) -> None:
        """Forget strips that were drawn."""
