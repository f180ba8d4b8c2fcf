"""The options that say where notes are kept, shared by every command that reads or writes them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.notes import Store


def add_store(parser: argparse.ArgumentParser) -> None:
    """`--store` and `--no-store`."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--store", metavar="FILE", type=Path, help="where notes are kept (default: your data folder)")
    group.add_argument("--no-store", action="store_true", help="neither read nor keep notes")


def open_store(options: argparse.Namespace, *, reading: bool = False) -> Store:
    """The store that the options mean. To read only, a file that does not exist is not made."""
    from reader import paths
    from reader.notes import Store

    path: Path = options.store or paths.store_file()
    if options.no_store or (reading and options.store is None and not path.exists()):
        return Store.open(None)
    return Store.open(path)
