"""The reader's notes, corrections, marks and sessions: anchored by quotation, and kept safely.

from reader.notes import Store, attach, note_on_alignment

with Store.open(path) as store:
    notes = attach(store.recall(comparison.articles), comparison)
"""

from reader.notes.anchors import Anchor, Place, Witness, anchored, located
from reader.notes.attachment import Attached, Notebook, attach
from reader.notes.note import (
    STATUSES,
    TARGETS,
    Note,
    Status,
    Target,
    note_on_alignment,
    note_on_difference,
    note_on_passage,
    note_on_story,
    revised,
    story_key,
)
from reader.notes.store import Session, Store

__all__ = [
    "STATUSES",
    "TARGETS",
    "Anchor",
    "Attached",
    "Note",
    "Notebook",
    "Place",
    "Session",
    "Status",
    "Store",
    "Target",
    "Witness",
    "anchored",
    "attach",
    "located",
    "note_on_alignment",
    "note_on_difference",
    "note_on_passage",
    "note_on_story",
    "revised",
    "story_key",
]
