"""Credits of pictures that were left in a text: in brackets after a caption, or on a line of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.intake.agencies import FORMS, agency
from reader.intake.calendar import SHORT_DATE
from reader.intake.cuts import Cut
from reader.intake.layout import Line, head, tail, whole

PICTURE = "picture credit"

_FIRMS = (
    *("AP Photo", "EPA-EFE", "EPA", "Alamy", "Getty Images", "Getty", "Google Maps", "Pixabay", "Rex Features", "Rex"),
    *("Shutterstock", "Unsplash", "iStock"),
)
_FOLDED_FIRMS = frozenset(map(str.casefold, _FIRMS))
_FIRM = rf"(?:{'|'.join(_FIRMS)}|{FORMS})"
_PERSON = r"(?:[\w.'-]+\s+){0,3}[\w.'-]+"

_WORDS = ("hoto", "icture", "mage", "Pic", "Foto", "bild", "Bild", "Video", "Credit")
# The characters that a line must have before a pattern is tried, and so compiled. What it calls "firm" must be one.
_WITH_A_WORD = (
    ("(", r"\((?:Photo(?:graph)?|Picture|Image|Pic|Foto|Bild|Video|Credit)s?\s*(?::|by|credit|courtesy)[^()]{2,100}\)"),
    ("[", r"\[(?:Photo(?:graph)?|Picture|Image|Pic|Foto|Bild|Credit)s?\s*(?::|by|via|credit|courtesy)[^\[\]]{2,100}\]"),
    ("/", rf"(?:Photograph|Photo|Picture|Image)\s*(?::|by|courtesy of)\s+{_PERSON}(?:\s*/\s*{_FIRM})+"),
)
_WITHOUT_A_WORD = (
    (
        "(/)",
        rf"\({_PERSON}\s*/\s*(?:[\w.'-]+[\s/]+){{0,5}}[\w.'-]+\)"
        rf"(?:\s+{_PERSON}\s*[-/]\s*(?:[A-Z]{{2,5}}/)?(?P<firm>[\w -]{{2,40}}))?$",
    ),
    ("()", r"\((?P<firm>[^()/]{2,40})(?:/[^()]{2,60})?\)$"),
    ("()", rf"\({SHORT_DATE}\)\s+(?P<firm>[\w -]{{2,40}})$"),
    ("|/", rf"\|\s+{_PERSON}/{_FIRM}(?=\s|$)"),
)
_LINE = (
    r"(?i)(?:Photograph|Photo|Picture|Image)s?(?: credit)?\s*(?::|by|courtesy of)\s+[^.!?]{2,80}"
    r"|(?:Beitragsbild|Titelbild|Bildquelle|Bildnachweis|Image illustrative|Crédit photo|Foto)\s*:\s+.{2,140}"
)


def pictures(source: str, line: Line, straight: str) -> Iterator[Cut]:
    """What of a line credits a picture; `straight` is its text with straight apostrophes."""
    worded = any(word in straight for word in _WORDS)
    if len(straight) <= 160 and ((worded and re.fullmatch(_LINE, straight)) or _names_taker(straight)):
        yield whole(source, line, PICTURE)
        return
    for marks, pattern in (*_WITH_A_WORD, *_WITHOUT_A_WORD) if worded else _WITHOUT_A_WORD:
        if not all(mark in straight for mark in marks):
            continue
        for match in re.finditer(pattern, straight):
            firm = match.groupdict().get("firm")
            if firm and not _is_firm(firm):
                continue
            start, end = line.start + match.start(), line.start + match.end()
            if match.end() - match.start() == len(straight):
                yield whole(source, line, PICTURE)
            else:
                yield tail(source, start, end, PICTURE) if match.start() else head(source, start, end, PICTURE)


def _names_taker(text: str) -> bool:
    """Whether a line is only a name and those whom the picture was sold to, as in "Ann Gray / AFP - Getty Images"."""
    if "/" not in text:
        return False
    person, *firms = re.split(r"\s*/\s*|\s+-\s+", text)
    return len(person.split()) in range(1, 5) and all(map(_is_firm, firms))


def _is_firm(name: str) -> bool:
    return name.strip().casefold() in _FOLDED_FIRMS or agency(name) is not None
