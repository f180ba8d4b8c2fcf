"""Help: the marks and every key, made from the command table and the live keys."""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len
from textual.content import Content

from reader.model import SURE
from reader.tui.commands import COMMANDS
from reader.tui.keys import KeyMap, shown_keys
from reader.tui.screens.page import PageScreen

_MARKS = (
    ("=", "$agreement", "two or more outlets agree"),
    ("?", "$quiet", f"they perhaps agree: less than {round(SURE * 100)} % sure, and wrong about as"),
    (" ", "", "often as right"),
    ("≠", "$difference", "they report the same thing, and differ in a detail"),
    ("+", "$unique", "only here: no other outlet of the event has it; where one alone"),
    (" ", "", "reports the event, none that shares background with it"),
    ("•", "$accent", "a note of yours"),
    ("▌", "$accent", "the passages of the alignment you are on"),
    ("│", "$quiet", "the strip at a column's edge: where marks lie in all of its text"),
)
_WORDS = (
    "In the passages you are on, words that differ are bold and words",
    "that one alone has italic; where most differ, the shared underlined.",
)
_PLAIN_WORDS = (
    "The passages you are on are underlined. In them, words that differ",
    "are bold and words that one alone has italic; where most differ, the",
    "shared ones are bold.",
)
"""Where colours cannot tell where a passage begins and ends."""


class HelpScreen(PageScreen):
    """The page of help; the key that opened it closes it."""

    def content(self) -> Content:
        """The live keys."""
        return page(self.rashomon.key_map, self.rashomon.plain)

    def do_help(self) -> None:
        """Close."""
        self.dismiss()


def page(keys: KeyMap, plain: bool = False) -> Content:
    """The text of the help."""
    ways = ", ".join(keys.hints((("down", "scrolls"), ("page-down", "turns a page"), ("quit", "closes"))))
    lines = [Content.styled(ways, "$quiet"), Content(""), Content.styled("Marks", "bold"), Content("")]
    lines += [Content.assemble("  ", (sign, style), "   ", text) for sign, style, text in _MARKS]
    lines += [Content(f"      {words}") for words in (_PLAIN_WORDS if plain else _WORDS)]
    width = max(cell_len(shown_keys(keys.notations[command.id])) for command in COMMANDS) + 3
    for section, commands in groupby(COMMANDS, key=lambda command: command.section):
        lines += [Content(""), Content.styled(section, "bold"), Content("")]
        for command in commands:
            told = shown_keys(keys.notations[command.id])
            lines.append(Content.assemble("  ", (told, "$accent"), " " * (width - cell_len(told)), command.help))
    counted = f"A number before a key repeats it: 3{keys.hint('next')} goes three alignments on."
    lines += [Content(""), Content.styled(counted, "$quiet")]
    return Content("\n").join(lines)
