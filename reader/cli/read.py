"""`rashomon read`: opens articles side by side."""

from __future__ import annotations

import argparse
import os
import sys

from reader.cli.keeping import add_store, open_store
from reader.cli.meaning import add_meaning
from reader.cli.progress import ProgressLine
from reader.cli.sourcing import DEMONSTRATION, PATHS, add_about, add_web, sources_of, web_of
from reader.cli.streams import warn
from reader.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("sources", nargs="*", metavar="PATH", help=f"{PATHS} {DEMONSTRATION}")
    parser.add_argument("--theme", help="the theme to start with; 'rashomon themes' lists them")
    add_meaning(parser)
    add_store(parser)
    add_about(parser)
    add_web(parser)


def run(options: argparse.Namespace) -> int:
    """Show the texts at once, while a process compares them."""
    # Served to a browser, the app speaks to a server instead, which says so in this variable.
    served = "TEXTUAL_DRIVER" in os.environ
    if not served and not (sys.stdin.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"):
        raise UsageError("the app needs a terminal; 'rashomon compare' prints the comparison without one")
    from reader.tui.opening import open_app

    sources = sources_of(options, options.sources)
    with open_store(options) as store, ProgressLine() as told:
        open_app(sources, store, options.theme, web_of(options), told, warn=warn, meaning=options.meaning)
    return 0
