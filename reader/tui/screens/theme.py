"""Choosing a theme: each is put on while one looks at it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from reader.tui.moving import Moving
from reader.tui.screens.commanded import OverlaidScreen
from reader.tui.themes import Theme, describe

_HINTS = (("details", "keeps it"), ("leave", "leaves it as it was"))


class ThemeScreen(Moving, OverlaidScreen[str | None]):
    """A list; returns what is kept, None for what there was before."""

    DEFAULT_CSS = """
    ThemeScreen { align: right middle; }
    ThemeScreen Vertical { width: 48; height: auto; max-height: 80%; border: round $line; padding: 0 1;
        background: $background; margin: 0 2; }
    ThemeScreen Label { color: $quiet; }
    ThemeScreen OptionList { height: auto; max-height: 20; border: none;
        background: $background; padding: 0; margin: 1 0;
        color: $foreground; scrollbar-size-vertical: 1; }
    ThemeScreen OptionList > .option-list--option { padding: 0; }
    ThemeScreen OptionList > .option-list--option-highlighted { color: $accent; background: $tint; text-style: bold; }
    """

    def __init__(self, themes: tuple[Theme, ...], chosen: str) -> None:
        super().__init__()
        self._themes = tuple(sorted(themes, key=lambda theme: theme.name))
        self._before = chosen

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical():
            yield Label(f"{'Theme':<22}ground and contrast", markup=False)
            rows = []
            for theme in self._themes:
                told = describe(theme)
                aside = "as it is" if theme.contrast is None else f"{told['ground']:<5} {theme.contrast:4.1f}"
                rows.append(Option(Content.assemble(f"{theme.name:<22}", (aside, "$quiet")), id=theme.id))
            yield OptionList(*rows)
            yield Label(", ".join(self.rashomon.key_map.hints(_HINTS)), markup=False)

    def on_mount(self) -> None:
        """Begin at the theme in use."""
        self._list.can_focus = False
        self._list.highlighted = next((i for i, theme in enumerate(self._themes) if theme.id == self._before), 0)

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Put it on."""
        if event.option_id is not None:
            self.app.theme = event.option_id

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Keep what was clicked."""
        self.dismiss(event.option_id)

    def move(self, by: int) -> None:
        """To a theme below or above."""
        self._list.highlighted = min(max((self._list.highlighted or 0) + by, 0), self.length - 1)

    @property
    def page(self) -> int:
        """All in sight."""
        return max(1, self._list.size.height)

    @property
    def length(self) -> int:
        """All themes."""
        return len(self._themes)

    def do_details(self) -> None:
        """Keep the one that is on."""
        self.dismiss(self.app.theme)

    def do_leave(self) -> None:
        """Take the old one back."""
        self.app.theme = self._before
        self.dismiss(None)

    def do_quit(self) -> None:
        """Take the old one back."""
        self.do_leave()

    def do_theme(self) -> None:
        """The key that opened it closes it."""
        self.do_leave()
