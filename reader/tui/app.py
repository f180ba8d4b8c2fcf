"""The app: themes, keys and the stack of screens, and nothing else."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress

from textual.filter import ANSIToTruecolor, LineFilter
from textual.theme import Theme as TextualTheme

from reader.config import Config, keep_theme
from reader.errors import ConfigError, StoreError
from reader.tui import failure
from reader.tui.background import Job
from reader.tui.keys import KeyMap
from reader.tui.pens import Pens
from reader.tui.reading import Reading
from reader.tui.screens.reading import ReadingScreen
from reader.tui.themes import DEFAULT, Theme, blend
from reader.tui.typeahead import Typeahead

_DARK = {"agreement": "#56b4e9", "difference": "#e69f00", "unique": "#cc79a7", "quiet": "#9a9a9a", "line": "#444444"}
_DARK |= {"tint": "#26262e", "match": "#554400", "picked": "#2f4470", "unique-text": "#d0b4c6"}
_LIGHT = {"agreement": "#0072b2", "difference": "#8f4800", "unique": "#8a3a72", "quiet": "#666666", "line": "#cccccc"}
_LIGHT |= {"tint": "#ececf4", "match": "#ffe28a", "picked": "#c3d7f7", "unique-text": "#5c3450"}

_REMEMBERED = 10.0
"""Seconds between two looks at whether the place is still the one that was kept: what a lost connection may cost."""


class Rashomon(Typeahead):
    """Opens one reading."""

    TITLE = "Rashomon"
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    CommandPalette > Vertical { background: $background; }
    CommandPalette #--input { border: blank; }
    CommandPalette SearchIcon { display: none; }
    CommandPalette CommandInput { padding-left: 2; }
    """

    def __init__(
        self,
        reading: Reading,
        job: Job | None,
        themes: dict[str, Theme],
        key_map: KeyMap,
        config: Config,
        problems: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self.reading = reading
        self.themes = themes
        self.key_map = key_map
        self.config = config
        self._job = job
        self._problems = problems
        self._pens: dict[str, Pens] = {}
        self.failure = ""
        """What is to be told of a failure, after the app has ended by it."""
        for theme in themes.values():
            self.register_theme(textual_theme(theme))
        chosen = config.theme if config.theme in themes else DEFAULT
        if chosen in themes:
            self.theme = chosen
            # Textual looks its themes up, by copying the table, several thousand times before the first picture.
            for name in [name for name in self.available_themes if name not in themes]:
                self.unregister_theme(name)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of the app's own for themes that do not know them."""
        return _DARK if self.current_theme.dark else _LIGHT

    @property
    def pens(self) -> Pens:
        """The ways of drawing in the theme that is on."""
        if self.theme not in self._pens:
            self._pens[self.theme] = Pens(self.theme_variables, self.plain)
        return self._pens[self.theme]

    @property
    def plain(self) -> bool:
        """Whether there are no colours, or only the terminal's sixteen."""
        return self.no_color or self.current_theme.ansi

    def get_line_filters(self) -> Sequence[LineFilter]:
        """No filter for ANSI colours where no theme has any: it would copy every line of every frame."""
        filters = super().get_line_filters()
        if self.current_theme.ansi:
            return filters
        return [each for each in filters if not isinstance(each, ANSIToTruecolor)]

    def _fatal_error(self) -> None:
        """Called while an exception is handled that nobody else has: Textual would print the texts with a traceback."""
        error = sys.exception()
        assert error is not None
        self.failure = failure.kept(error)
        self.panic()

    def on_mount(self) -> None:
        """Open the reading room, and be ready for an end that nobody asked for here."""
        if sys.platform != "win32":
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.exit)
        self.set_interval(_REMEMBERED, self._remember)
        self.push_screen(ReadingScreen(self.reading, self._job, self._problems))

    def _remember(self) -> None:
        # What cannot be kept is told when the app is left.
        with suppress(StoreError):
            self.reading.remember()

    def action_help_quit(self) -> None:
        """Ctrl-c, by which many programs end, is said to be another key here."""
        hint = self.key_map.hint("quit") if self.focused is None else "Escape"
        self.notify(f"{hint or 'Ctrl-q'} closes what is open, and the app at last.", markup=False)

    def do_help(self) -> None:
        """Marks and keys."""
        from reader.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen())

    def do_palette(self) -> None:
        """Commands by name."""
        from textual.command import CommandPalette

        from reader.tui.palette import Commands

        self.push_screen(CommandPalette(providers=[Commands], placeholder="What would you like to do?"))

    def do_theme(self) -> None:
        """Choose a theme."""
        from reader.tui.screens.theme import ThemeScreen

        self.push_screen(ThemeScreen(tuple(self.themes.values()), self.theme), self._keep_theme)

    def _keep_theme(self, name: str | None) -> None:
        """Start with it next time too."""
        if name is not None:
            try:
                keep_theme(name)
            except ConfigError as error:
                self.notify(str(error), severity="warning", markup=False)


def textual_theme(theme: Theme) -> TextualTheme:
    """A theme in the form that Textual knows."""
    colours = theme.colours

    def colour(name: str) -> str:
        return f"ansi_{name}" if theme.terminal else name

    own = ("quiet", "line", "tint", "agreement", "difference", "unique", "match")
    variables = {name: colour(getattr(colours, name)) for name in own}
    variables |= {
        # A page of prose must read as prose: whole passages only lean to the colour of their mark.
        "unique-text": "ansi_default" if theme.terminal else blend(colours.foreground, colours.unique, 0.45),
        "picked": colour(colours.selection),
        # Textual's own stylesheet asks for it where a theme leaves the colours to the terminal.
        "ansi-background": colour(colours.background),
        "border": colour(colours.line),
        "block-cursor-background": colour(colours.tint),
        "block-cursor-foreground": colour(colours.accent),
        "block-cursor-text-style": "bold",
        "input-selection-background": colour(colours.selection),
        "scrollbar": colour(colours.line),
        "scrollbar-background": colour(colours.background),
    }
    return TextualTheme(
        name=theme.id,
        primary=colour(colours.accent),
        secondary=colour(colours.accent),
        accent=colour(colours.accent),
        warning=colour(colours.difference),
        error=colour(colours.difference),
        success=colour(colours.agreement),
        foreground=colour(colours.foreground),
        background=colour(colours.background),
        surface=colour(colours.background),
        panel=colour(colours.tint),
        dark=theme.dark,
        ansi=theme.terminal,
        variables=variables,
    )
