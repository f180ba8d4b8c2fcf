"""How a file, page or address becomes an `Article`: `load(sources)` reads, decodes, cleans and names each."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reader import paths
from reader.errors import IntakeError, NothingToRead, ReaderError
from reader.intake.cleaning import FIELDS, clean
from reader.intake.document import Document
from reader.intake.files import STORY, because, listing, missing, read
from reader.intake.formats import ARTICLE_SUFFIXES, format_of
from reader.intake.identity import identified
from reader.intake.story import StoryFile, read_story
from reader.model import Article, Progress, Report, Story

__all__ = ["Intake", "load"]

_STEP = "reading articles"


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read."""

    articles: tuple[Article, ...]
    """In the order in which their sources were given; at least one."""
    problems: tuple[str, ...] = ()
    """What could not be read, one sentence each."""
    story: Story | None = None
    """What a story file says, where one was given or lies in a folder that was."""


def load(sources: Sequence[str], *, report: Report | None = None) -> Intake:
    """The articles of files, folders and story files; what cannot be read is told, and the rest opens.

    Raises `NothingToRead`, or the only problem there is, where no article is left.
    """
    problems: list[ReaderError] = []
    stories: list[StoryFile] = []
    places = list(dict.fromkeys(place for source in sources for place in _places(source, stories, problems)))
    details = {entry.source: dict(entry.fields) for story in stories for entry in story.entries}
    articles: list[Article] = []
    for done, place in enumerate(places):
        if report:
            report(Progress(_STEP, done, len(places)))
        try:
            articles += (_completed(article, details.get(place, {})) for article in read_articles(place))
        except IntakeError as problem:
            problems.append(problem)
    if report:
        report(Progress(_STEP, len(places), len(places)))
    if not articles:
        raise _nothing(problems)
    ids = {source: fields["id"] for source, fields in details.items() if "id" in fields}
    story = Story(stories[0].name, details) if stories else None
    return Intake(identified(articles, ids), tuple(map(str, problems)), story)


def read_articles(place: str) -> Iterator[Article]:
    """The articles of one file, cleaned and still without ids."""
    data = read(Path(place))
    document = Document(place, data)
    reader = importlib.import_module(format_of(place).path)
    for draft in reader.drafts(document):
        article = clean(draft)
        if not any(map(str.isalnum, article.text)):
            raise IntakeError(f"'{place}' holds no words to read")
        yield article


def _places(source: str, stories: list[StoryFile], problems: list[ReaderError]) -> Iterator[str]:
    """The files that a source stands for; stories and problems on the way are added to the lists."""
    path = Path(source)
    if source == "seeds" and not path.exists():
        path = paths.seeds()
    try:
        if path.is_dir():
            yield from _folder(path, stories, problems)
        elif path.suffix.lower() in (".yaml", ".yml"):
            stories.append(read_story(path))
            yield from (entry.source for entry in stories[-1].entries)
        elif not path.exists() and not path.is_symlink():
            raise IntakeError(missing(source))
        else:
            yield str(path)
    except ReaderError as problem:
        problems.append(problem)
    except OSError as failure:
        problems.append(IntakeError(f"'{source}' cannot be read ({because(failure)}); check the path"))


def _folder(folder: Path, stories: list[StoryFile], problems: list[ReaderError]) -> Iterator[str]:
    """What a folder's story lists, in its order, then the folder's other articles."""
    listed: list[str] = []
    if (folder / STORY).is_file():
        try:
            stories.append(read_story(folder / STORY))
            listed = [entry.source for entry in stories[-1].entries]
        except ReaderError as problem:
            problems.append(problem)
    found = list(map(str, listing(folder)))
    if not found and not listed:
        if not any(folder.iterdir()):
            raise IntakeError(f"the folder '{folder}' is empty; give a folder with articles")
        kinds = ", ".join(sorted(ARTICLE_SUFFIXES))
        raise IntakeError(f"the folder '{folder}' holds no article; it is searched for {kinds}")
    yield from listed
    yield from (place for place in found if place not in listed)


def _completed(article: Article, fields: dict[str, str]) -> Article:
    """The article with what a story file says of it, which outranks what its text says."""
    given = {name: value for name, value in fields.items() if name in FIELDS}
    if not given:
        return article
    where = f"story file: {fields['note']}" if "note" in fields else "story file"
    told = [(name, place) for name, place in article.provenance if name not in given]
    provenance = tuple(sorted([*told, *((name, where) for name in given)]))
    return replace(article, provenance=provenance, **given)  # type: ignore[arg-type]  # every field in it is a string


def _nothing(problems: Sequence[ReaderError]) -> ReaderError:
    if not problems:
        return NothingToRead("no article was given; name a file, a folder or an address")
    if len(problems) == 1:
        return problems[0]
    return NothingToRead("; ".join(["none of the sources can be read", *map(str, problems)]))
