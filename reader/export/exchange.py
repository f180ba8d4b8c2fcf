"""Notes as JSON, both ways: inside a comparison, and as a file of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from reader.errors import ExportError
from reader.model import Kind
from reader.notes import STATUSES, TARGETS, Anchor, Note, Witness
from reader.safety import as_safe_json

FORMAT, VERSION = "rashomon-notes", 1


def notes_as_json(notes: Sequence[Note]) -> str:
    """Notes as a file that `notes_from_json` reads, on this machine or another."""
    return as_safe_json({"format": FORMAT, "version": VERSION, "notes": [note_as_json(note) for note in notes]})


def notes_from_json(text: str) -> tuple[Note, ...]:
    """The notes of a file of notes, or of a comparison. Raises ExportError where it is neither."""
    try:
        value = json.loads(text)
        if not isinstance(value, dict) or value.get("format") not in (FORMAT, "rashomon-comparison"):
            raise ExportError(f"this JSON has no notes: its 'format' is not '{FORMAT}' or 'rashomon-comparison'")
        return tuple(map(note_from_json, value["notes"]))
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError, RecursionError) as failure:
        raise ExportError(f"the notes in this JSON cannot be read: {failure}") from None


def note_as_json(note: Note, given: Mapping[str, str] | None = None) -> dict[str, Any]:
    """A note with its anchors; `given` tells for absolute paths how the reader named them."""
    return {
        "id": note.id,
        "target": note.target,
        "kind": note.kind,
        "body": note.body,
        "tags": list(note.tags),
        "status": note.status,
        "created": note.created,
        "updated": note.updated,
        "story": note.story,
        "anchors": [_anchor(anchor, given or {}) for anchor in note.anchors],
    }


def note_from_json(entry: Mapping[str, Any]) -> Note:
    """A note from JSON. Raises KeyError, TypeError or ValueError where it is none."""
    for key, known in (("target", TARGETS), ("status", STATUSES), ("kind", (None, *get_args(Kind)))):
        if entry.get(key) not in known:
            raise ValueError(f"a note has the {key} '{entry.get(key)}'")
    return Note(
        id=text_at(entry, "id"),
        story=text_at(entry, "story"),
        target=entry["target"],
        body=text_at(entry, "body"),
        anchors=tuple(map(_anchor_from, entry["anchors"])),
        kind=entry.get("kind"),
        tags=tuple(str(tag) for tag in entry["tags"]),
        status=entry["status"],
        created=text_at(entry, "created"),
        updated=text_at(entry, "updated"),
    )


def _anchor(anchor: Anchor, given: Mapping[str, str]) -> dict[str, Any]:
    return {
        "hash": anchor.witness.hash,
        "source": given.get(anchor.witness.source, anchor.witness.source),
        "outlet": anchor.witness.outlet,
        "title": anchor.witness.title,
        "start": anchor.start,
        "end": anchor.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def _anchor_from(entry: Mapping[str, Any]) -> Anchor:
    title = text_at(entry, "title") if entry.get("title") is not None else None
    witness = Witness(text_at(entry, "hash"), text_at(entry, "source"), text_at(entry, "outlet"), title)
    start, end, exact = int(entry["start"]), int(entry["end"]), text_at(entry, "exact")
    return Anchor(witness, start, end, exact, text_at(entry, "prefix"), text_at(entry, "suffix"))


def text_at(entry: Mapping[str, Any], key: str) -> str:
    """A text in JSON. Raises KeyError where it is missing, TypeError where it is none."""
    value = entry[key]
    if not isinstance(value, str):
        raise TypeError(f"'{key}' is not text")
    return value
