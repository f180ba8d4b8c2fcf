"""`rashomon serve`: the app in a browser."""

from __future__ import annotations

import argparse
import importlib.util
import shlex
import sys
from pathlib import Path

from reader.cli.keeping import add_store
from reader.cli.meaning import add_meaning
from reader.cli.sourcing import DEMONSTRATION, PATHS
from reader.cli.streams import warn
from reader.errors import MissingExtra, UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("sources", nargs="*", metavar="PATH", help=f"{PATHS} {DEMONSTRATION}")
    parser.add_argument("--theme", help="the theme to start with; 'rashomon themes' lists them")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine alone)")
    parser.add_argument("--port", type=int, default=8000, help="the port (default: 8000)")
    add_meaning(parser)
    add_store(parser)


def command(options: argparse.Namespace) -> list[str]:
    """What is run for each browser that connects."""
    chosen = [sys.executable, "-m", "reader", "read", *options.sources]
    if options.theme:
        chosen += ["--theme", options.theme]
    if options.meaning:
        chosen.append("--meaning")
    if options.store:
        chosen += ["--store", str(options.store)]
    return [*chosen, "--no-store"] if options.no_store else chosen


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from reader.language import vectors

    if importlib.util.find_spec("textual_serve") is None:
        raise MissingExtra("serve", "the app in a browser")
    if options.meaning and not vectors.available():
        raise MissingExtra("semantic", "comparing by meaning")
    if not 0 < options.port < 65536:
        raise UsageError(f"there is no port {options.port}; choose one from 1 to 65535")
    for source in options.sources:
        if "://" not in source and source != "seeds" and not Path(source).exists():
            raise UsageError(f"there is no file or folder '{source}'; check the path")
    from reader.tui.served.server import BrowserServer

    server = BrowserServer(shlex.join(command(options)), options.host, options.port)
    if not server.local:
        warn(f"whoever reaches {options.host} can use the app and write files as you")
    try:
        server.serve()
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise UsageError(f"port {options.port} cannot be used ({reason}); choose another with --port") from None
    return 0
