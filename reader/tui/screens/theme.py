"""Choosing a theme: each is put on while one looks at it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from reader.tui.themes import Theme, describe


class ThemeScreen(ModalScreen[str | None]):
    """A list; Enter keeps what one sees, Escape takes the old one back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,t", "leave", "Leave"),
        ("j", "cursor(1)", "Down"),
        ("k", "cursor(-1)", "Up"),
    ]
    DEFAULT_CSS = """
    ThemeScreen { align: right middle; background: transparent; }
    ThemeScreen Vertical { width: 48; height: auto; max-height: 80%; border: round $line; padding: 0 1;
        background: $background; margin: 0 2; }
    ThemeScreen Label { color: $quiet; }
    ThemeScreen OptionList, ThemeScreen OptionList:focus { height: auto; max-height: 20; border: none;
        background: $background; background-tint: transparent; padding: 0; margin: 1 0;
        color: $foreground; scrollbar-size-vertical: 1; }
    ThemeScreen OptionList > .option-list--option { padding: 0; }
    """

    def __init__(self, themes: tuple[Theme, ...], chosen: str) -> None:
        super().__init__()
        self._themes = themes
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
            yield Label("Enter keeps it, Escape the one before", markup=False)

    def on_mount(self) -> None:
        """Begin at the theme in use."""
        options = self.query_one(OptionList)
        options.highlighted = next((i for i, theme in enumerate(self._themes) if theme.id == self._before), 0)
        options.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Put it on."""
        if event.option_id is not None:
            self.app.theme = event.option_id

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Keep it."""
        self.dismiss(event.option_id)

    def action_cursor(self, by: int) -> None:
        """Up and down by letters too."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if by > 0 else options.action_cursor_up)()

    def action_leave(self) -> None:
        """Take the old one back."""
        self.app.theme = self._before
        self.dismiss(None)
