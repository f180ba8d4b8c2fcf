"""`rashomon remove`: forgets articles of the library."""

from __future__ import annotations

import argparse

from reader.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Their numbers."""
    parser.add_argument("ids", nargs="+", metavar="NUMBER", help="as 'rashomon list' shows them")


def run(options: argparse.Namespace) -> int:
    """Forget all of them, or none where one is not there."""
    from reader.intake.library import Library

    for id in options.ids:
        if not id.isdecimal() or len(id) > 18:
            raise UsageError(f"'{id}' is no number of an article; 'rashomon list' shows them")
    with Library() as library:
        library.remove([int(id) for id in options.ids])
    return 0
