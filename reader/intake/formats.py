"""The formats that articles come in: how each is recognised, and which module reads it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Format:
    """One format. Its module has `drafts(document) -> Iterator[Draft]` and is imported only to read one."""

    name: str
    """For a reader: "a saved page"."""
    suffixes: tuple[str, ...]
    module: str

    @property
    def path(self) -> str:
        """Where the module is."""
        return f"reader.intake.{self.module}"


PLAIN = Format("plain text", (".txt", ".text"), "plain")
MARKDOWN = Format("Markdown", (".md", ".markdown"), "markdown")

FORMATS = (PLAIN, MARKDOWN)

ARTICLE_SUFFIXES = frozenset(suffix for format in FORMATS for suffix in format.suffixes)
"""What a folder is searched for; a file that is named on the command line may have any suffix."""


def format_of(name: str) -> Format:
    """The format of a file by its suffix; plain text where that tells nothing."""
    suffix = PurePosixPath(name).suffix.lower()
    for format in FORMATS:
        if suffix in format.suffixes:
            return format
    return PLAIN
