"""What the user names, taken apart: a folder stands for its files, a story file for what it lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths
from reader.errors import IntakeError, ReaderError, StoryError
from reader.intake.files import STORY, because, listing, missing
from reader.intake.formats import ARTICLE_SUFFIXES
from reader.intake.web import is_address

if TYPE_CHECKING:
    from reader.intake.story import StoryFile

STANDARD_INPUT = "-"
LIBRARY = "library:"
"""Begins the name of an article that is kept in the library: `library:12`."""


class Sources:
    """The places at which articles are to be read, the story files on the way, and what was wrong."""

    def __init__(self, sources: Sequence[str]) -> None:
        self.stories: list[StoryFile] = []
        self.problems: list[ReaderError] = []
        self.places = tuple(dict.fromkeys(place for source in sources for place in self._of(source)))

    def details(self, place: str) -> dict[str, str]:
        """What a story file says of the article at a place."""
        for story in self.stories:
            for entry in story.entries:
                if entry.source == place:
                    return dict(entry.fields)
        return {}

    def refused(self, place: str, problem: ReaderError) -> None:
        """Keep what is wrong with a place, and where a story file names it."""
        named = ((story, entry) for story in self.stories for entry in story.entries if entry.source == place)
        for story, entry in named:
            problem = StoryError(str(story.path), entry.line, f"lists what cannot be read: {problem}")
        self.problems.append(problem)

    def _of(self, source: str) -> Iterator[str]:
        if source == STANDARD_INPUT or is_address(source) or source.startswith(LIBRARY):
            yield source
            return
        path = Path(source)
        try:
            if not source:
                raise IntakeError("an empty name was given; name a file, a folder or an address")
            if "://" in source:
                raise IntakeError(f"'{source}' is no address that can be fetched; it must begin with http or https")
            if source == "seeds" and not path.exists():
                path = paths.seeds()
            if path.is_dir():
                yield from self._folder(path)
            elif path.suffix.lower() in (".yaml", ".yml"):
                yield from self._story(path)
            elif not path.exists() and not path.is_symlink():
                raise IntakeError(missing(source))
            else:
                yield str(path)
        except ReaderError as problem:
            self.problems.append(problem)
        except (OSError, ValueError) as failure:
            # A path with a NUL is a ValueError.
            reason = because(failure) if isinstance(failure, OSError) else str(failure)
            self.problems.append(IntakeError(f"'{source}' cannot be read ({reason}); check the path"))

    def _story(self, path: Path) -> list[str]:
        # YAML takes longer to import than a short text to read.
        from reader.intake.story import read_story

        story = read_story(path)
        self.stories.append(story)
        return [entry.source for entry in story.entries]

    def _folder(self, folder: Path) -> Iterator[str]:
        """What a folder's story lists, in its order, then the folder's other articles."""
        listed: list[str] = []
        if (folder / STORY).is_file():
            try:
                listed = self._story(folder / STORY)
            except ReaderError as problem:
                self.problems.append(problem)
        found = list(map(str, listing(folder)))
        if not found and not listed:
            if not any(folder.iterdir()):
                raise IntakeError(f"the folder '{folder}' is empty; give a folder with articles")
            kinds = ", ".join(sorted(ARTICLE_SUFFIXES))
            raise IntakeError(f"the folder '{folder}' holds no article; it is searched for {kinds}")
        yield from listed
        yield from (place for place in found if place not in listed)
