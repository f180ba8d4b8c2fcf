"""`rashomon themes`: lists the themes, and what is wrong with those that cannot be used."""

from __future__ import annotations

import argparse

from reader import paths
from reader.cli.streams import warn
from reader.tui import themes


def configure(parser: argparse.ArgumentParser) -> None:
    """It has no options."""


def run(_: argparse.Namespace) -> int:
    """Print them."""
    known, problems = themes.load()
    rows = [themes.describe(theme) for theme in known.values()]
    for row in rows:
        default = "  (default)" if row["id"] == themes.DEFAULT else ""
        print(f"{row['id']:<16}{row['name']:<24}{row['ground']:<7}{row['contrast']}{default}")
    print(f"\nYour own go into {paths.user_themes()}: copy one from {paths.themes()} and change it.")
    for problem in problems:
        warn(problem)
    return 1 if problems else 0
