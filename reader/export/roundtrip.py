"""Markdown that readers edit: a later export keeps what they wrote, and the notes that they changed are taken back."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.errors import ExportError
from reader.export.quoted import plain_markdown
from reader.notes import STATUSES, Note, Status, revised
from reader.safety import harmless

_SEAL = re.compile(r"<!-- rashomon wrote:\s(?P<hashes>[0-9a-f\s]*)-->")
_NOTE = re.compile(r"<!-- note (?P<id>[0-9a-f]+)(?: (?P<version>[0-9a-f]{8}))? -->")
_LAYOUT = re.compile(r"[\s\\*_>-]+")
_END = "<!-- /note -->"
_HEAD = re.compile(r"> \*\*Note\*\* \((?P<about>[^)]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, table, list or note of a Markdown file: what stands between blank lines."""

    text: str
    note: str = ""
    """Of a note: its id."""

    @property
    def hash(self) -> str:
        """Tells whether somebody has changed it; wrapping lines or aligning tables, as editors do, is no change."""
        # Without the version of a note: what was changed in a file and taken back has the same words.
        return _hash(_LAYOUT.sub("", _NOTE.sub(r"\g<id>", self.text)))


@dataclass(frozen=True, slots=True)
class Edited:
    """A note as it stands in a Markdown file."""

    id: str
    body: str
    status: Status
    tags: tuple[str, ...]
    version: str = ""
    """`version` of the note that was written; empty where the file does not tell."""


def version(note: Note | Edited) -> str:
    """Tells whether somebody has changed a note, here or in a file."""
    return _hash("\n".join([note.status, *note.tags, "", *_lines(harmless(note.body))]))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def sealed(text: str) -> str:
    """Markdown that can be told apart from what readers add: it ends with a comment that lists its blocks."""
    hashes = [block.hash for block in _blocks(text)]
    lines = (" ".join(hashes[start : start + 12]) for start in range(0, len(hashes), 12))
    return text.rstrip("\n") + "\n\n<!-- rashomon wrote:\n" + "\n".join(lines) + "\n-->\n"


def merged(new: str, old: str) -> str:
    """A new export with the paragraphs that readers wrote into the old one, each after the paragraph it followed.

    Where that one is no longer written, they follow the nearest before it that is. What is not one of our exports is
    not kept. Raises ExportError where the old one has notes that were changed and not yet taken back.
    """
    seal = _SEAL.search(old)
    if not seal:
        return new
    wrote = Counter(seal["hashes"].split())
    fresh = list(_blocks(new))
    notes = {block.note: block for block in fresh if block.note}
    written = {block.hash for block in fresh}
    kept: dict[tuple[str, int], list[str]] = {}
    seen: Counter[str] = Counter()
    standing = {(hash, number) for hash, count in Counter(b.hash for b in fresh).items() for number in range(count)}
    last = ("", 0)
    for block in _blocks(old):
        if _SEAL.fullmatch(block.text):
            continue
        place = (block.hash, seen[block.hash])
        if seen[block.hash] < wrote[block.hash] or block.hash in written:
            seen[block.hash] += 1
            last = place if place in standing else last
        elif block.note in notes:
            raise ExportError(
                f"the note {block.note} was changed in the file that would be replaced; take it back first with "
                "'rashomon notes import', or write to another file"
            )
        else:
            kept.setdefault(last, []).append(block.text)
    return _joined(fresh, kept)


def _joined(fresh: Sequence[Block], kept: Mapping[tuple[str, int], Sequence[str]]) -> str:
    parts = list(kept.get(("", 0), ()))
    seen: Counter[str] = Counter()
    for block in fresh:
        parts += (block.text, *kept.get((block.hash, seen[block.hash]), ()))
        seen[block.hash] += 1
    return "\n\n".join(parts) + "\n"


def edited_notes(text: str) -> tuple[Edited, ...]:
    """The notes of a Markdown file as they stand there.

    Raises ExportError for a status that does not exist, and for a file that neither has notes nor is an export.
    """
    found = tuple(_edited(block) for block in _blocks(text) if block.note)
    if not found and not _SEAL.search(text):
        raise ExportError("this file has no notes that rashomon wrote; it takes back its own JSON and Markdown")
    return found


def taken_back(note: Note, edited: Edited) -> Note:
    """A note with what was changed in a file; the same one where nothing was."""
    if version(edited) in (edited.version, version(note)):
        return note
    return revised(note, body=edited.body, tags=edited.tags, status=edited.status)


def conflicts(note: Note, edited: Edited) -> bool:
    """Whether a note was changed in another way since the file was written that has changed it too."""
    here, there = version(note), version(edited)
    return bool(edited.version) and len({edited.version, here, there}) == 3


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip().splitlines()]


def _edited(block: Block) -> Edited:
    first, *lines = block.text.splitlines()
    written = _NOTE.fullmatch(first.strip())
    if lines and lines[-1].strip() == _END:
        lines.pop()
    status: Status = "open"
    tags: tuple[str, ...] = ()
    head = _HEAD.match(lines[0]) if lines else None
    if head:
        lines.pop(0)
        given = plain_markdown(head["about"]).partition(",")[0].strip()
        if given not in STATUSES:
            raise ExportError(f"the note {block.note} has the status '{given}'; there are {', '.join(STATUSES)}")
        status = given
        tags = tuple(re.findall(r"#([^\s,]+)", plain_markdown(head["about"])))
    body = "\n".join(plain_markdown(re.sub(r"^> ?", "", line)) for line in lines)
    return Edited(block.note, body.strip("\n"), status, tags, (written and written["version"]) or "")


def _blocks(text: str) -> Iterator[Block]:
    lines: list[str] = []
    note = ""
    for line in [*text.splitlines(), ""]:
        starts = _NOTE.fullmatch(line.strip())
        if starts and not note:
            if lines:
                yield Block("\n".join(lines))
            lines, note = [], starts["id"]
        if line.strip() or note:
            lines.append(line)
        if lines and (line.strip() == _END if note else not line.strip()):
            yield Block("\n".join(lines), note)
            lines, note = [], ""
    if lines:
        # A note whose end was deleted: its lines are the reader's own now.
        yield Block("\n".join(lines).rstrip("\n"))
