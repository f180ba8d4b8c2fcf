"""A note: what a reader writes about a passage, an alignment, a difference or the story as a whole."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal, get_args

from reader.model import Alignment, Article, Comparison, Difference, Kind, Span
from reader.notes.anchors import Anchor, anchored, fingerprint

Target = Literal["passage", "alignment", "difference", "story"]
Status = Literal["open", "checked", "quoted"]
TARGETS: tuple[Target, ...] = get_args(Target)
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Note:
    """One note. It holds on by quotation, so it outlives the alignment it was written on."""

    id: str
    """Twelve hexadecimal digits, unique everywhere."""
    story: str
    """`story_key` of the articles that were open."""
    target: Target
    body: str
    """What the reader wrote: plain text, paragraphs parted by blank lines."""
    anchors: tuple[Anchor, ...]
    """One for each passage it is about; for a story, one for each article."""
    kind: Kind | None = None
    """Of a note on a difference: what kind of difference."""
    tags: tuple[str, ...] = ()
    status: Status = "open"
    created: str = ""
    """Time in UTC, ISO 8601 to the second."""
    updated: str = ""


def story_key(articles: Sequence[Article]) -> str:
    """Names a set of articles by their texts, wherever the files lie and in whatever order they are given."""
    together = "".join(sorted(fingerprint(article.text) for article in articles))
    return hashlib.sha256(together.encode()).hexdigest()[:16]


def note_on_story(comparison: Comparison, body: str, tags: Sequence[str] = ()) -> Note:
    """A new note on the story as a whole."""
    return _new(comparison, "story", body, tuple(anchored(article) for article in comparison.articles), tags)


def note_on_passage(comparison: Comparison, passage: Span, body: str, tags: Sequence[str] = ()) -> Note:
    """A new note on one passage."""
    return _new(comparison, "passage", body, _anchors(comparison, [passage]), tags)


def note_on_alignment(comparison: Comparison, alignment: Alignment, body: str, tags: Sequence[str] = ()) -> Note:
    """A new note on an alignment."""
    return _new(comparison, "alignment", body, _anchors(comparison, alignment.members), tags)


def note_on_difference(comparison: Comparison, difference: Difference, body: str, tags: Sequence[str] = ()) -> Note:
    """A new note on one difference."""
    note = _new(comparison, "difference", body, _anchors(comparison, difference.values), tags)
    return replace(note, kind=difference.kind)


def revised(
    note: Note, body: str | None = None, tags: Sequence[str] | None = None, status: Status | None = None
) -> Note:
    """A note with another body, tags or status, and the time of the change."""
    changed = replace(
        note,
        body=note.body if body is None else body,
        tags=note.tags if tags is None else _words(tags),
        status=note.status if status is None else status,
    )
    return note if changed == note else replace(changed, updated=_now())


def _new(comparison: Comparison, target: Target, body: str, anchors: tuple[Anchor, ...], tags: Sequence[str]) -> Note:
    now = _now()
    key = story_key(comparison.articles)
    return Note(os.urandom(6).hex(), key, target, body, anchors, tags=_words(tags), created=now, updated=now)


def _words(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags as single words without "#", each once: so they can be written in a line and read back."""
    words = ("-".join(tag.replace(",", " ").strip("# \t").split()) for tag in tags)
    return tuple(dict.fromkeys(word for word in words if word))


def _anchors(comparison: Comparison, spans: Sequence[Span]) -> tuple[Anchor, ...]:
    return tuple(anchored(comparison.article(span.article), span.start, span.end) for span in spans)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
