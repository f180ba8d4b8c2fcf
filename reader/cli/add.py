"""`rashomon add`: keeps articles in the library."""

from __future__ import annotations

import argparse

from reader.cli.progress import ProgressLine
from reader.cli.sourcing import PATHS, add_web, web_of
from reader.cli.streams import warn
from reader.errors import NothingToRead, ReaderError
from reader.intake import completed
from reader.intake.library import Added, Library
from reader.intake.reading import Reading
from reader.intake.sources import Sources
from reader.model import Article, Progress

_SAID = {"new": "added", "version": "new version", "known": "known already"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Sources, and how the web may be used."""
    parser.add_argument("sources", nargs="+", metavar="PATH", help=f"{PATHS}, or - for standard input")
    add_web(parser)


def run(options: argparse.Namespace) -> int:
    """Add source by source; each is kept at once, so that a run that was stopped goes on where it was."""
    given = Sources(options.sources)
    told = ProgressLine()
    reading = Reading(web_of(options), given.problems.append, told)
    reading.prepare(given.places)
    kept = seen = 0
    with Library() as library:
        try:
            for done, place in enumerate(given.places):
                told(Progress("adding articles", done, len(given.places)))
                try:
                    document = reading.document(place)
                    if library.has_read(document):
                        seen += 1
                        continue
                    details = given.details(place)
                    articles = [completed(article, details) for article in reading.articles(document)]
                    for article, added in zip(articles, library.add(document, articles), strict=True):
                        told.clear()
                        print(_line(article, added))
                        kept += added.standing != "known"
                except ReaderError as problem:
                    given.refused(place, problem)
        except KeyboardInterrupt:
            told.clear()
            warn(f"stopped after {done} of {len(given.places)}; the same command goes on there")
            return 130
        finally:
            told.clear()
    for wrong in given.problems:
        warn(wrong)
    if seen:
        print(f"{seen} read before and unchanged")
    if not kept and not seen and given.problems:
        raise NothingToRead("nothing was added")
    return 2 if given.problems else 0


def _line(article: Article, added: Added) -> str:
    title = article.title or article.text[:80].split("\n")[0]
    return f"{added.id}  {_SAID[added.standing]}  {(article.published or '')[:10]}  {article.outlet}  {title}"
