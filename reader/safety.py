"""Characters that must never leave the program: what a terminal obeys, and what hides or turns text around."""

from __future__ import annotations

import json
import re

UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
"""Control, direction and invisible characters, as the inside of a character class. None of them is read."""

# Intake takes these out already; a story, a note or a comparison read back from JSON may still bring them. A joiner
# and a soft hyphen belong to the spelling of some languages and harm nobody.
_HARMFUL = re.compile(f"(?![\u00ad\u200c\u200d])[{UNSEEN}]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
# JSON writes C0 controls as escapes by itself; these it would print as they are.
_HIDDEN = re.compile(f"[{UNSEEN}\x85\u2028\u2029]")
_BREAKS = re.compile(r"\s+")


def harmless(text: str) -> str:
    """A text without control, direction and invisible characters; tabs stay, and every line end is a line feed."""
    return _HARMFUL.sub("", _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """A harmless text on one line."""
    return _BREAKS.sub(" ", harmless(text)).strip()


def as_safe_json(value: object) -> str:
    """JSON that is safe to print: to the letter, with escapes for what a terminal would obey or nobody would see."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return _HIDDEN.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"
