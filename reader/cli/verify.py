"""`rashomon verify`: whether every quotation of an export still stands in the sources."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from reader.cli.sourcing import tell
from reader.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """The export and the sources."""
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="an export: markdown, html, json, csv, annotations, text"
    )
    parser.add_argument("sources", metavar="SOURCE", nargs="*", help="articles (default: those that the export names)")
    parser.add_argument("--all", action="store_true", help="list those that were found or moved as well")


def run(options: argparse.Namespace) -> int:
    """Look every quotation up; 0 where all were found, 1 where some are changed or missing."""
    from reader.export.files import read_file
    from reader.export.quoted import quotations
    from reader.export.verification import FAILURES, counts, verify
    from reader.intake import load
    from reader.safety import one_line

    found = quotations(read_file(options.file), str(options.file))
    named = list(dict.fromkeys(entry.source.source for entry in found))
    loaded = load(options.sources or _existing(named, options.file))
    unread = tell(loaded)
    checked = verify(found, loaded.articles)
    for entry in checked:
        if entry.outcome in FAILURES or options.all:
            source = entry.quoted.source
            place = ", ".join(part for part in (source.outlet or source.source, entry.quoted.where) if part)
            print(f"{entry.outcome:<8} {one_line(place)}: {one_line(entry.quoted.exact)}")
            if entry.now:
                print(f"{'':<8} {one_line(entry.now)}")
    number = counts(checked)
    total = f"{len(checked)} quotation{'' if len(checked) == 1 else 's'}"
    print(f"{total}: {', '.join(f'{count} {outcome}' for outcome, count in number.items())}")
    return 1 if any(number[outcome] for outcome in FAILURES) else unread


def _existing(named: Sequence[str], file: Path) -> list[str]:
    """The sources that an export names, from here or from the folder that it lies in."""
    if not any(named):
        raise UsageError(f"{file} does not say where its articles lie; name them: rashomon verify {file} SOURCE…")
    beside = (str(file.parent / source) for source in named)
    return [
        other if "://" not in source and not Path(source).exists() and Path(other).exists() else source
        for source, other in zip(named, beside, strict=True)
        if source
    ]
