"""`rashomon list`: what the library keeps."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli.streams import add_format, warn

if TYPE_CHECKING:
    from reader.intake.library import Kept


def configure(parser: argparse.ArgumentParser) -> None:
    """The format."""
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    """List everything, the latest first."""
    from reader.intake.library import Library

    with Library() as library:
        kept = library.everything()
    show(kept, options.format)
    if not kept:
        warn("the library is empty; 'rashomon add PATH…' keeps articles in it")
    return 0


def show(articles: Sequence[Kept], format: str) -> None:
    """Print what was found: a line an article, and below it the words around those that were looked for."""
    if format == "json":
        print(json.dumps({"articles": [dataclasses.asdict(kept) for kept in articles]}, ensure_ascii=False, indent=2))
        return
    width = max((len(str(kept.id)) for kept in articles), default=0)
    for kept in articles:
        version = f"  (version {kept.version} of {kept.versions})" if kept.versions > 1 else ""
        print(f"{kept.id:>{width}}  {(kept.published or '')[:10]:10}  {kept.outlet}  {kept.title}{version}")
        if kept.snippet:
            print(f"{'':>{width}}  {'':10}  {kept.snippet}")
