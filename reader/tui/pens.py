"""Pens: every way of drawing on a line, made once for each theme."""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color

TEXT: Mapping[str, str] = {
    "hidden": "{quiet}",
    "shown": "{foreground}",
    "agreement": "{agreement}",
    "difference": "bold {difference}",
    "unique": "{unique-text}",
    "headline": "bold",
    "current": "on {tint}",
    "shared": "underline",
    "different": "bold",
    "only": "italic",
    "match": "on {match}",
    "found": "bold underline on {match}",
    "selected": "on {picked}",
}
"""Layers of a text in Rich's words for styles and the theme's colours; a later one is drawn over an earlier one."""

SIGNS: Mapping[str, str] = {
    "mark-agreement": "{agreement}",
    "mark-doubtful": "{quiet}",
    "mark-difference": "bold {difference}",
    "mark-unique": "{unique}",
    "bar": "{accent}",
    "thumb": "bold on {tint}",
    "quiet": "{quiet}",
    "outlet": "bold",
    "used": "bold {accent}",
    "rule": "{line}",
    "silent": "italic {quiet}",
}
"""The same for what stands around a text."""

PLAIN: Mapping[str, str] = {
    "unique": "italic {unique-text}",
    "current": "underline",
    "shared": "bold underline",
}
"""What is drawn otherwise where colours cannot tell where a passage begins and ends: without any, and with sixteen."""


class Pens:
    """The styles of one theme.

    Component classes would do this too, but Textual works each of them out anew for each widget: of eight columns the
    first picture took a tenth of a second longer.
    """

    def __init__(self, colours: Mapping[str, str], plain: bool = False) -> None:
        """`colours` are the theme's variables, of which only those that are named above need be colours."""
        names = _Names(colours)
        layers = {**TEXT, **SIGNS, **(PLAIN if plain else {})}
        self.base = Style.parse("{foreground} on {background}".format_map(names))
        self._layers = {layer: Style.parse(drawn.format_map(names)) for layer, drawn in layers.items()}
        self._mixed: dict[tuple[str, ...], Style] = {(): self.base}

    def mix(self, *layers: str) -> Style:
        """Several ways of drawing at once."""
        style = self._mixed.get(layers)
        if style is None:
            style = self.base
            for layer in layers:
                style += self._layers[layer]
            self._mixed[layers] = style
        return style


class _Names(dict[str, str]):
    """Colours of a theme, by the names that Rich has for them."""

    def __getitem__(self, name: str) -> str:
        return Color.parse(super().__getitem__(name)).rich_color.name
