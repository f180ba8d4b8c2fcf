"""How a file, page or address becomes an `Article`: `load(sources)` reads, decodes, cleans and names each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader import paths
from reader.errors import MissingExtra, NothingToRead, ReaderError
from reader.intake.cleaning import FIELDS
from reader.intake.controls import printable
from reader.intake.identity import identified
from reader.intake.reading import Reading
from reader.intake.sources import LIBRARY, Sources
from reader.intake.web import Web
from reader.language import multilingual
from reader.model import Article, Progress, Report, Story

__all__ = ["Intake", "Web", "load"]

_STEP = "reading articles"


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read."""

    articles: tuple[Article, ...]
    """In the order in which their sources were given; at least one."""
    problems: tuple[str, ...] = ()
    """What could not be read, one sentence each."""
    hints: tuple[str, ...] = ()
    """What was read and cannot be compared."""
    story: Story | None = None
    """What a story file says, where one was given or lies in a folder that was."""


def load(sources: Sequence[str], *, report: Report | None = None, web: Web | None = None) -> Intake:
    """The articles of files, folders, archives, addresses, story files, the library ("library:12") and "-".

    What cannot be read is told, and the rest opens. Raises the only problem there is, or `NothingToRead`, where no
    article is left. `report` may raise `Cancelled`.
    """
    given = Sources(sources)
    reading = Reading(web or Web(), given.problems.append, report, paths.cache_folder() / "stories")
    reading.prepare(given.places)
    articles: list[Article] = []
    ids: dict[str, str] = {}
    for done, place in enumerate(given.places):
        if report:
            report(Progress(_STEP, done, len(given.places)))
        details = given.details(place)
        if "id" in details:
            ids[place] = details["id"]
        try:
            articles += (completed(article, details) for article in _read(place, reading))
        except ReaderError as problem:
            given.refused(place, problem)
    if report:
        report(Progress(_STEP, len(given.places), len(given.places)))
    if not articles:
        raise _nothing(given.problems)
    problems, hints = (tuple(printable(str(told)) for told in each) for each in (given.problems, _foreign(articles)))
    return Intake(identified(articles, ids), problems, hints, _story(given))


def completed(article: Article, details: dict[str, str]) -> Article:
    """The article with what a story file says of it, which outranks what its text says."""
    given = {name: printable(value) for name, value in details.items() if name in FIELDS}
    if not given:
        return article
    where = f"story file: {details['note']}" if "note" in details else "story file"
    told = [(name, place) for name, place in article.provenance if name not in given]
    provenance = tuple(sorted([*told, *((name, where) for name in given)]))
    return replace(article, provenance=provenance, **given)  # type: ignore[arg-type]  # every field in it is a string


def _read(place: str, reading: Reading) -> Iterator[Article]:
    if place.startswith(LIBRARY):
        from reader.intake.library import Library

        with Library() as library:
            yield library.article(place.removeprefix(LIBRARY))
    else:
        yield from reading.articles(reading.document(place))


def _foreign(articles: Sequence[Article]) -> Iterator[ReaderError]:
    """Says so where articles are in different languages and what compares them is not installed."""
    languages = multilingual.languages(articles)
    if len(languages) > 1 and not multilingual.installed():
        yield MissingExtra("multilingual", f"finding the same fact in different languages ({', '.join(languages)})")


def _story(given: Sources) -> Story | None:
    if not given.stories:
        return None
    details = {entry.source: entry.fields for story in given.stories for entry in story.entries}
    return Story(printable(given.stories[0].name), details)


def _nothing(problems: Sequence[ReaderError]) -> ReaderError:
    if not problems:
        return NothingToRead("no article was given; name a file, a folder or an address")
    if len(problems) == 1:
        return problems[0]
    return NothingToRead("; ".join(["none of the sources can be read", *map(str, problems)]))
