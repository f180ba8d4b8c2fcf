"""`rashomon extract`: what was kept of each article, and what was removed and why."""

from __future__ import annotations

import argparse

from reader.cli.progress import ProgressLine
from reader.cli.sourcing import PATHS, add_web, tell, web_of
from reader.cli.streams import add_format, put
from reader.model import Article

_INDENT = "    "


def configure(parser: argparse.ArgumentParser) -> None:
    """Paths, format and how the web may be used."""
    parser.add_argument("sources", nargs="+", metavar="PATH", help=f"{PATHS}, or - for standard input")
    add_format(parser)
    add_web(parser)


def run(options: argparse.Namespace) -> int:
    """Read and print."""
    from reader.intake import load

    with ProgressLine() as told:
        intake = load(options.sources, report=told, web=web_of(options))
    status = tell(intake)
    if options.format == "json":
        from reader.export.contract import article_value
        from reader.safety import as_safe_json

        text = as_safe_json({"articles": [article_value(article) for article in intake.articles]})
    else:
        text = "\n".join(map(_shown, intake.articles))
    put(text)
    return status


def _shown(article: Article) -> str:
    """One article: its metadata with where each piece was found, its text, and what was removed with its place."""
    where = dict(article.provenance)
    lines = [f"== {article.id}: {_safe(article.source)}"]
    for name in ("outlet", "title", "byline", "published", "place", "agency", "language", "address"):
        value = getattr(article, name)
        if value:
            lines.append(f"{name}: {value}" + (f"  ({where[name]})" if name in where else ""))
    lines += ["", article.text, ""]
    shown = [piece for piece in article.removed if piece.text.strip()]
    lines.append(f"-- removed: {len(shown)}" if shown else "-- nothing was removed")
    for piece in shown:
        paragraph = article.text.count("\n", 0, piece.at) + 1
        lines.append(f"{piece.reason}, before line {paragraph}:")
        lines += [_INDENT + _safe(line) for line in piece.text.strip("\n").split("\n")]
    return "\n".join(lines) + "\n"


def _safe(line: str) -> str:
    """What was removed may be a control sequence, which is shown and not sent to the terminal."""
    return "".join(
        character if character.isprintable() or character == "\t" else ascii(character)[1:-1] for character in line
    )
