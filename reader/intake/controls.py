"""What must never reach a terminal: control sequences, and characters that hide or turn around others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.intake.cuts import Cut, apply

_SEQUENCE = (
    # ANSI: operating system commands and other strings (at most a line), control sequences, short escapes.
    "\x1b[\\]PX^_][^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\\\|\x9c)?"
    "|[\x9d\x90\x98\x9e\x9f][^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\\\|\x9c)"
    "|(?:\x1b\\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]?"
    "|\x1b[()*+#%][0-~]|\x1b"
)
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufff9-\ufffb\uffff\ufffe]+"
_DIRECTION = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
_JOINER_SCRIPTS = "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\ufe0f\U0001f000-\U0001faff"
_HIDDEN = (
    "(?:[\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\U000e0000-\U000e007f]"
    # Joiners are spelling in Persian, in Indic scripts and inside emoji; elsewhere they only hide.
    f"|(?<![{_JOINER_SCRIPTS}])[\u200c\u200d]+)+"
)

_UNSAFE = f"(?P<sequence>{_SEQUENCE})|(?P<control>{_CONTROL})|(?P<direction>{_DIRECTION})|(?P<hidden>{_HIDDEN})"

_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
"""One class that holds every first character of `_UNSAFE`: clean text is passed at 200 MB/s."""

_REASONS = {
    "sequence": "terminal control sequence",
    "control": "control character",
    "direction": "character that changes the direction of writing",
    "hidden": "invisible character",
}


def controls(text: str) -> Iterator[Cut]:
    """Everything in a text that a terminal would obey or a reader could not see."""
    if not _SUSPECT.search(text):
        return
    for match in re.finditer(_UNSAFE, text):
        yield Cut(match.start(), match.end(), _REASONS[match.lastgroup or "control"])


def printable(text: str) -> str:
    """A piece of metadata or of a message: on one line, and without what a terminal would obey."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return " ".join(apply(text, controls(text))[0].split())
