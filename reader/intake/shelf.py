"""What was taken out of pages, kept by their content: a folder that was stopped goes on, one opened again is quick."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from reader.intake.cache import write
from reader.intake.document import Document
from reader.intake.draft import Draft, Found
from reader.model import Removed

_MOST = 5_000
"""Pages that are kept, some 20 kB each; where there are more, the older half goes."""


def kept(folder: Path, document: Document) -> Draft | None:
    """What was taken out of a page of the same content, under the name of this one.

    None where it was never read, its file is damaged, or another version of the program had read it.
    """
    try:
        value = json.loads(_path(folder, document).read_bytes())
        found = {name: Found(text, where) for name, (text, where) in value["found"].items()}
        outside = tuple(Removed(text, reason, at) for text, reason, at in value["outside"])
        return Draft(document.source, document.name, value["text"], found, outside)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def keep(folder: Path, document: Document, draft: Draft) -> None:
    """Keep what was taken out of a page. A full or unwritable disk is no reason to stop."""
    found = {name: (piece.value, piece.where) for name, piece in draft.found.items()}
    outside = [(piece.text, piece.reason, piece.at) for piece in draft.outside]
    value = json.dumps({"text": draft.text, "found": found, "outside": outside})
    try:
        _make_room(folder)
        write(_path(folder, document), value.encode())
    except OSError:
        return


def _path(folder: Path, document: Document) -> Path:
    digest = hashlib.sha256(document.data)
    digest.update(repr((document.charset, document.address, _version())).encode())
    return folder / f"{digest.hexdigest()}.json"


@cache
def _version() -> tuple[object, ...]:
    """What changes when another version of this program or of trafilatura is installed."""
    library = find_spec("trafilatura")
    programs = [*sorted(Path(__file__).parent.glob("*.py")), Path((library and library.origin) or __file__)]
    return tuple((path.name, path.stat().st_mtime_ns) for path in programs)


@cache
def _make_room(folder: Path) -> None:
    """Once in each run, since it looks at every file."""
    newest = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest[_MOST // 2 :] if len(newest) > _MOST else ():
        path.unlink(missing_ok=True)
