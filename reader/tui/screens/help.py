"""Help: the marks and every key, made from the command table and the live keys."""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.tui.commands import COMMANDS
from reader.tui.keys import KeyMap, shown_keys
from reader.tui.screens.commanded import CommandScreen

_MARKS = (
    ("=", "$agreement", "agreement: two or more outlets report the same"),
    ("≠", "$difference", "difference: they report the same thing, and a detail differs"),
    ("+", "$unique", "only here: no other outlet of the event has it"),
    ("▌", "$accent", "the passages of the alignment you are on"),
    ("•", "$accent", "a note of yours"),
)
_WORDS = (
    "Inside these passages words that differ are bold and words that one alone has are italic;\n"
    "  where most words differ, those that are shared are underlined."
)


class HelpScreen(CommandScreen[None]):
    """One page that scrolls."""

    DEFAULT_CSS = """
    HelpScreen { background: $background; }
    HelpScreen VerticalScroll { padding: 1 2; background: $background; scrollbar-size-vertical: 1; }
    HelpScreen Static { width: 1fr; height: auto; color: $foreground; background: $background; }
    """

    def compose(self) -> ComposeResult:
        """The page."""
        with VerticalScroll(can_focus=False):
            yield Static(page(self.rashomon.key_map), markup=False)

    def _scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def do_down(self, count: int = 1) -> None:
        """Scroll."""
        self._scroll(count)

    def do_up(self, count: int = 1) -> None:
        """Scroll."""
        self._scroll(-count)

    def do_half_down(self, count: int = 1) -> None:
        """Scroll."""
        self._scroll(count * self.size.height // 2)

    def do_half_up(self, count: int = 1) -> None:
        """Scroll."""
        self._scroll(-(count * self.size.height // 2))

    def do_page_down(self, count: int = 1) -> None:
        """Scroll."""
        self._scroll(count * (self.size.height - 2))

    def do_page_up(self, count: int = 1) -> None:
        """Scroll."""
        self._scroll(-count * (self.size.height - 2))

    def do_top(self) -> None:
        """Scroll."""
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def do_bottom(self) -> None:
        """Scroll."""
        self.query_one(VerticalScroll).scroll_end(animate=False)

    def do_help(self) -> None:
        """The key that opened it closes it."""
        self.dismiss()

    def do_leave(self) -> None:
        """Close."""
        self.dismiss()

    def do_quit(self) -> None:
        """Close."""
        self.dismiss()


def page(keys: KeyMap) -> Content:
    """The text of the help."""
    lines = [Content.styled("Marks", "bold"), Content("")]
    lines += [Content.assemble("  ", (sign, style), "   ", text) for sign, style, text in _MARKS]
    lines += [Content(f"  {_WORDS}")]
    width = max(cell_len(shown_keys(keys.notations[command.id])) for command in COMMANDS) + 3
    for section, commands in groupby(COMMANDS, key=lambda command: command.section):
        lines += [Content(""), Content.styled(section, "bold"), Content("")]
        for command in commands:
            told = shown_keys(keys.notations[command.id])
            lines.append(Content.assemble("  ", (told, "$accent"), " " * (width - cell_len(told)), command.help))
    counted = "A number before a key repeats it: 3n goes three alignments on."
    lines += [Content(""), Content.styled(f"{counted} {keys.hint('quit')} closes this page.", "$quiet")]
    return Content("\n").join(lines)
