"""Where paragraphs and sentences begin and end."""

from __future__ import annotations

import re

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LINE = re.compile(r"[^\n]+")
_TITLE = re.compile(
    r"(?:^|[\s“\"(])(?:Lt|Cmdr|Capt|Cpt|Maj|Col|Gen|Adm|Sgt|Cpl|Pvt|Supt|Insp|Det|Gov|Sen|Rep|Rev|Fr|Hon|Prof|Dr|Mr|Mrs|Ms"
    r"|St|Mt|Ft)\.$"
)
"""A sentence never ends with a title before a name ("said Lt. Ada Falk"), as nupunkt believes of some."""
_TERMINAL = ".!?:…\"'”’»)]。！？"


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs, without the white space around them.

    A line is a paragraph, as news sites print them, unless it is plainly the rest of a hard-wrapped one: the line
    before it is unfinished and it goes on in lower case.
    """
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        span = _stripped(text, *line.span())
        if span is None:
            continue
        if found and text[span[0]].islower() and text[found[-1][1] - 1] not in _TERMINAL:
            gap = text[found[-1][1] : span[0]]
            if not _BLANK_LINE.search(gap):
                found[-1] = (found[-1][0], span[1])
                continue
        found.append(span)
    return found


def sentences(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """Offsets of the sentences, without the white space around them; none crosses a paragraph.

    nupunkt is trained on English and does well by other languages that end sentences with a full stop; `language`
    only tells the scripts that do not.
    """
    from nupunkt import sent_spans

    found: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        paragraph = text[start:end]
        spans = _ideographic(paragraph) if language in {"zh", "ja"} else sent_spans(paragraph)
        for low, high in spans:
            span = _stripped(text, start + low, start + high)
            if span is None:
                continue
            if found and found[-1][0] >= start and _TITLE.search(text, *found[-1]):
                found[-1] = (found[-1][0], span[1])
            else:
                found.append(span)
    return found


def _ideographic(paragraph: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^。！？]*[。！？]+[”」』）]*|[^。！？]+$", paragraph)]


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
