"""XML that declares entities is refused before any parser sees it: no feed needs them, and a bomb is made of them."""

from __future__ import annotations

import re

from reader.errors import IntakeError
from reader.intake.document import Document

_ENTITY = re.compile(rb"<!(?:\x00)?E(?:\x00)?N(?:\x00)?T(?:\x00)?I(?:\x00)?T(?:\x00)?Y")


def refuse_entities(document: Document) -> None:
    """Raises `IntakeError` where the document declares entities."""
    if _ENTITY.search(document.data):
        raise IntakeError(f"'{document.source}' declares XML entities, which may unfold without end; it is not read")
