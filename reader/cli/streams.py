"""Where a command's words go: its result to standard output, and what went wrong to standard error."""

from __future__ import annotations

import sys

from reader.safety import one_line


def put(text: str) -> None:
    """Print a result in UTF-8 whatever the locale: a pipe must get the bytes that a file would."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.flush()


def warn(problem: object) -> None:
    """Print what went wrong on one line; it may quote a file's name or a page's title, in which a terminal could find
    commands."""
    print(f"rashomon: {one_line(str(problem))}", file=sys.stderr)
