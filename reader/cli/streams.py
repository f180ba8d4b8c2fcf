"""How a command speaks: a result on standard output, for people or programs, and what went wrong on standard error."""

from __future__ import annotations

import argparse
import sys

from reader.safety import one_line


def add_format(parser: argparse.ArgumentParser) -> None:
    """`--format`, for every command whose result is for people or for programs."""
    choices = ("text", "json")
    parser.add_argument(
        "-f", "--format", choices=choices, default="text", help="for people or programs (default: text)"
    )


def put(text: str) -> None:
    """Print a result in UTF-8 whatever the locale: a pipe must get the bytes that a file would."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.flush()


def warn(problem: object) -> None:
    """Print what went wrong on one line; it may quote a file's name or a page's title, in which a terminal could find
    commands."""
    print(f"rashomon: {one_line(str(problem))}", file=sys.stderr)
