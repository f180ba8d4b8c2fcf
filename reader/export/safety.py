"""Characters that must never leave the program: what a terminal obeys, and what hides or turns text around."""

from __future__ import annotations

import re

# Intake takes these out already; a story, a note or a comparison read back from JSON may still bring them.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_BREAKS = re.compile(r"\s+")


def harmless(text: str) -> str:
    """A text without control, direction and invisible characters; line ends and tabs stay."""
    return _HARMFUL.sub("", text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """A harmless text on one line."""
    return _BREAKS.sub(" ", harmless(text)).strip()
