"""`rashomon find`: articles of the library by their words."""

from __future__ import annotations

import argparse

from reader.cli.list import show
from reader.cli.streams import add_format, warn


def configure(parser: argparse.ArgumentParser) -> None:
    """The words, and the format."""
    parser.add_argument("words", nargs="+", metavar="WORD", help="words that the article has, in any form and order")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where nothing is found, as grep does."""
    from reader.intake.library import Library

    with Library() as library:
        found = library.find(" ".join(options.words))
    show(found, options.format)
    if not found:
        warn(f"the library has nothing with '{' '.join(options.words)}'")
    return 0 if found else 1
