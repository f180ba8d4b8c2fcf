"""`rashomon story`: writes a story file for articles, to be completed by hand."""

from __future__ import annotations

import argparse
from pathlib import Path

from reader.cli.progress import ProgressLine
from reader.cli.sourcing import PATHS, add_web, tell, web_of
from reader.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """What to do, with which articles, and where to."""
    parser.add_argument("action", metavar="new", help="'new' writes a story file")
    parser.add_argument("sources", nargs="+", metavar="PATH", help=PATHS)
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, default=Path("story.yaml"), help="default: story.yaml"
    )
    parser.add_argument("--name", help="the story's name (default: the title of its first article)")
    add_web(parser)


def run(options: argparse.Namespace) -> int:
    """Read the articles, so that the file holds what is known of each, and write it."""
    if options.action != "new":
        raise UsageError(f"'rashomon story' does not know '{options.action}'; it is 'rashomon story new PATH… -o FILE'")
    if options.output.exists():
        raise UsageError(f"'{options.output}' exists already; name another file with -o, or remove it")
    from reader.export.files import write_file
    from reader.intake import load
    from reader.intake.story import story_text

    with ProgressLine() as told:
        intake = load(options.sources, report=told, web=web_of(options))
    status = tell(intake)
    name = options.name or next((article.title for article in intake.articles if article.title), options.output.stem)
    write_file(options.output, story_text(name, intake.articles, options.output.parent))
    print(f"{options.output}: {len(intake.articles)} articles")
    return status
