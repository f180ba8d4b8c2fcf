"""`rashomon compare`: a comparison, printed or written to a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reader.cli.keeping import add_store, open_store
from reader.cli.meaning import add_meaning
from reader.cli.progress import ProgressLine
from reader.cli.selecting import add_selection, selection_of
from reader.cli.sourcing import DEMONSTRATION, PATHS, add_about, add_web, sources_of, tell, web_of
from reader.cli.streams import put
from reader.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Paths, format, file, filters and store."""
    from reader.export import FORMATS

    listed = "; ".join(f"{form.name}: {form.help}" for form in FORMATS.values())
    parser.add_argument("paths", metavar="PATH", nargs="*", help=f"{PATHS}, or - for standard input {DEMONSTRATION}")
    parser.add_argument("-f", "--format", metavar="FORMAT", help=f"{listed} (default: by the name of FILE, or text)")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to this file instead of printing")
    add_meaning(parser)
    add_selection(parser)
    add_store(parser)
    add_about(parser)
    add_web(parser)


def run(options: argparse.Namespace) -> int:
    """Compare and print."""
    from reader.export import render, save

    format = _format(options.format, options.output)
    from reader.compare import compare
    from reader.intake import load

    with ProgressLine() as report:
        loaded = load(sources_of(options, options.paths), report=report, web=web_of(options))
    status = tell(loaded)
    selection = selection_of(options, loaded.articles)
    with open_store(options, reading=True) as store:
        notes = store.recall(loaded.articles)
        corrections = store.corrections(loaded.articles)
    with ProgressLine() as report:
        comparison = compare(loaded.articles, report, corrections, semantic=options.meaning)
    title = loaded.story.name if loaded.story else None
    if options.output is not None and str(options.output) != "-":
        save(options.output, render(comparison, notes, format, selection, title), format)
    elif format == "text" and sys.stdout.isatty():
        from reader.cli.drawing import draw
        from reader.export import outline_of

        draw(outline_of(comparison, notes, selection, title)[0])
    else:
        put(render(comparison, notes, format, selection, title))
    return status


def _format(named: str | None, output: Path | None) -> str:
    from reader.export import FORMATS, format_of

    if named is not None:
        if named not in FORMATS:
            raise UsageError(f"there is no format '{named}'; there are {', '.join(FORMATS)}")
        return named
    by_name = format_of(output) if output else None
    if by_name is None and output is not None and output.suffix:
        ends = ", ".join(form.suffix for form in FORMATS.values())
        raise UsageError(f"the name '{output}' says no format; end it with one of {ends}, or choose one with --format")
    return by_name.name if by_name else "text"
