"""Story files: YAML that names a story, lists its articles, and says of them what their texts do not."""

from __future__ import annotations

import datetime
import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from reader.errors import StoryError
from reader.intake.calendar import iso_moment
from reader.intake.identity import slug
from reader.model import Article
from reader.yamlfile import Mapping as Yaml
from reader.yamlfile import read_mapping

FIELDS = ("id", "outlet", "title", "byline", "published", "place", "agency", "language", "address", "note")
"""What a story file may say of an article; a note tells how it is known."""

_KEYS = ("name", "articles")


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of a story file."""

    source: str
    """Its path, joined to the story file's folder, or its address."""
    fields: Mapping[str, str]
    line: int | None


@dataclass(frozen=True, slots=True)
class StoryFile:
    """A story file, read and checked."""

    path: Path
    name: str
    entries: tuple[Entry, ...]


def read_story(path: Path) -> StoryFile:
    """The story of a file. Raises `StoryError` with the line of what is wrong."""
    story = read_mapping(path, StoryError)
    _check_keys(story, _KEYS)
    name = story.values.get("name")
    if not isinstance(name, str) or not name.strip():
        raise StoryError(story.path, story.line_of("name"), "needs a name for the story: 'name: …'")
    listed = story.values.get("articles")
    if not isinstance(listed, list) or not listed:
        problem = "needs a list of articles: 'articles:' and lines of '- source: …'"
        raise StoryError(story.path, story.line_of("articles"), problem)
    entries: dict[str, Entry] = {}
    for item in listed:
        entry = _entry(path, story, item)
        if entry.source in entries:
            problem = f"lists '{entry.source}' twice; it stands on line {entries[entry.source].line} already"
            raise StoryError(story.path, entry.line, problem)
        entries[entry.source] = entry
    return StoryFile(path, name.strip(), tuple(entries.values()))


def _entry(path: Path, story: Yaml, item: object) -> Entry:
    if isinstance(item, str):
        return Entry(_resolve(path, item), {}, story.line_of("articles"))
    if not isinstance(item, Yaml):
        problem = "lists an article that is neither a path nor 'source: …'"
        raise StoryError(story.path, story.line_of("articles"), problem)
    _check_keys(item, ("source", *FIELDS))
    source = item.values.get("source")
    if not isinstance(source, str) or not source.strip():
        raise StoryError(story.path, item.line, "has an article without 'source: …', its path or address")
    fields = {key: _field(item, key) for key in item if key != "source"}
    return Entry(_resolve(path, source.strip()), fields, item.line)


def _field(item: Yaml, key: str) -> str:
    value, line = item.values[key], item.line_of(key)
    if key == "published":
        text = value.isoformat() if isinstance(value, datetime.date) else str(value)
        moment = iso_moment(text)
        if moment is None:
            raise StoryError(item.path, line, f"has '{value}' as the day of publication; write it as 2019-10-24")
        return moment
    if not isinstance(value, str) or not value.strip():
        raise StoryError(item.path, line, f"has no text for '{key}'; write it in quotation marks or leave the line out")
    if key == "language" and not re.fullmatch("[a-z]{2}", value):
        raise StoryError(item.path, line, f"has '{value}' as the language; write its two letters, such as 'en'")
    if key == "id" and slug(value) != value:
        raise StoryError(
            item.path,
            line,
            f"has '{value}' as an id; use lower-case letters, digits and hyphens ('{slug(value) or 'yonhap'}')",
        )
    return value.strip()


def _check_keys(mapping: Yaml, known: tuple[str, ...]) -> None:
    for key in mapping:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"it may have {', '.join(known)}"
            raise StoryError(mapping.path, mapping.line_of(key), f"has an unknown key '{key}'; {hint}")


def _resolve(path: Path, source: str) -> str:
    return source if "://" in source else str(path.parent / source)


def story_text(name: str, articles: Sequence[Article], folder: Path) -> str:
    """A story file for articles, relative to a folder: what is known of each stands in comments, to be completed."""
    lines = [f"name: {json.dumps(name, ensure_ascii=False)}", "articles:"]
    for source in dict.fromkeys(_whole(article.source) for article in articles):
        parts = [article for article in articles if _whole(article.source) == source]
        place = source if "://" in source else Path(os.path.relpath(source, folder)).as_posix()
        lines.append(f"  - source: {json.dumps(place, ensure_ascii=False)}")
        if len(parts) == 1:
            where = dict(parts[0].provenance)
            for field in ("outlet", "published", "byline", "place"):
                value = getattr(parts[0], field)
                known = f"{value} ({where[field]})" if value and field in where else value or "not in the text"
                lines.append(f"    # {field}: {' '.join(known.split())}")
    return "\n".join(lines) + "\n"


def _whole(source: str) -> str:
    """The file of a source that is a part of one."""
    return source if "://" in source else source.partition("#")[0]
