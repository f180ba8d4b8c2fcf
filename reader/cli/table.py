"""Which commands there are: what the overview prints and where each is found when it runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command. Its module has `configure(parser)` and `run(options) -> int`, and is imported only to run it."""

    name: str
    usage: str
    """Name and arguments, for the overview."""
    help: str
    """What it does, in half a line."""

    @property
    def module(self) -> str:
        """Where it is."""
        return f"reader.cli.{self.name}"


DEFAULT = "read"

COMMANDS = (
    Command("read", "read [PATH…]", "open articles side by side"),
    Command("compare", "compare [PATH…]", "print a comparison as text, Markdown, HTML, JSON, CSV …"),
    Command("notes", "notes VERB", "list, export, import or remove notes"),
    Command("verify", "verify FILE [SOURCE…]", "look up every quotation of an export in the sources"),
    Command("evaluate", "evaluate PATH…", "score the engine on answer keys"),
    Command("extract", "extract PATH…", "show what is kept of articles, and what is removed"),
    Command("story", "story new PATH…", "write a story file for articles"),
    Command("add", "add PATH…", "keep articles in your library, to find them again"),
    Command("list", "list", "list your library"),
    Command("find", "find WORD…", "find articles of your library"),
    Command("remove", "remove NUMBER…", "forget articles of your library"),
    Command("serve", "serve [PATH…]", "open articles side by side in a browser"),
    Command("keys", "keys", "list the keys of the app, and where the settings lie"),
    Command("themes", "themes", "list the themes, and where your own lie"),
)
