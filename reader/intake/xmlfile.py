"""XML that is a bomb is refused before any parser sees it: one of entities, which no feed needs, or of tags."""

from __future__ import annotations

import re

from reader.errors import IntakeError
from reader.intake.document import Document

_ENTITY = re.compile(rb"<!(?:\x00)?E(?:\x00)?N(?:\x00)?T(?:\x00)?I(?:\x00)?T(?:\x00)?Y")
_TAGS = 100_000
"""A feed of 50 whole articles has some 10,000."""


def refuse_bombs(document: Document) -> None:
    """Raises `IntakeError` where the document declares entities or has more tags than a parser can take."""
    if _ENTITY.search(document.data):
        raise IntakeError(f"'{document.source}' declares XML entities, which may unfold without end; it is not read")
    if document.data.count(b"<") > _TAGS:
        raise IntakeError(f"'{document.source}' has more than {_TAGS:,} tags, more than any feed; it is not read")
