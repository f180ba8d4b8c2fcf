"""Pieces of HTML, as feeds and mails carry them, as text: a block a paragraph."""

from __future__ import annotations

import re

from reader.errors import MissingExtra
from reader.intake.decoding import mend

_MARKUP = re.compile(r"<(?:/?[a-z][a-z0-9]{0,10}\b[^<>]{0,2000}|!--)", re.IGNORECASE)
_UNSTORIED = frozenset(("navigation", "page footer", "form", "button"))


def is_markup(text: str) -> bool:
    """Whether a text is written in HTML."""
    return bool(_MARKUP.search(text))


def text_of(html: str, purpose: str) -> str:
    """The paragraphs of a piece of HTML. Raises `MissingExtra` where HTML cannot be read; `purpose` says what for."""
    if not is_markup(html):
        return mend(html).strip()
    try:
        from reader.intake.blocks import blocks, parse
    except ImportError:
        raise MissingExtra("web", purpose) from None
    return "\n\n".join(mend(block.text) for block in blocks(parse(html)) if block.landmark not in _UNSTORIED)
