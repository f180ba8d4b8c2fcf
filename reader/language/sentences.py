"""Where paragraphs and sentences begin and end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from functools import cache

from reader.language.tables import rows

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

    nupunkt is trained on English. What it parts in the middle of another language's sentence is put together again,
    and what ends one by a sign that English does not have is parted.
    """
    from nupunkt import sent_spans

    found: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        paragraph = text[start:end]
        if language in {"zh", "ja"}:
            spans = _ideographic(paragraph)
        elif language in {"en", None}:
            spans = sent_spans(paragraph)
        else:
            spans = _foreign(paragraph, sent_spans(paragraph), language)
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


_ORDINALS = frozenset(("cs", "da", "de", "et", "fi", "hr", "hu", "lv", "nb", "no", "sk", "sl", "sr", "tr"))
"""Languages that write "the 3rd of May" with a full stop."""
_ORDINAL = re.compile(r"(?:^|[^\w.,:])\d{1,2}\.$")
_LAST_WORD = re.compile(r"([^\s'’(\[„“«\"]+)\.$")
_ENDS = (
    # Arabic, Urdu, Devanagari, Armenian, Ethiopian and Burmese signs, with the quotation mark that closes after them.
    r"(?<=[؟۔।॥։።။])[”»\"]?\s*(?=\S)"
    # A Spanish question, a quotation that closes as an English one opens, and one with a space inside its mark.
    r"|(?<=[.!?…])\s+(?=[¿¡])|(?<=[.!?…][“‘])\s+(?=[^\W\d_a-zß-ÿ])|(?<=[.!?…]\s»)\s+(?=[^\W\d_a-zß-ÿ])"
)
_GREEK_QUESTION = "(?<=[;\u037e])\\s+"


def _foreign(paragraph: str, spans: Iterable[tuple[int, int]], language: str) -> list[tuple[int, int]]:
    """The sentences of a language other than English."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and _goes_on(paragraph[slice(*joined[-1])].rstrip(), paragraph[start:end].lstrip(), language):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    found: list[tuple[int, int]] = []
    for start, end in joined:
        sentence = paragraph[start:end]
        ends = [match.end() for match in re.finditer(_ENDS, sentence)]
        if language == "el":
            ends += [match.end() for match in re.finditer(_GREEK_QUESTION, sentence)]
        found += itertools.pairwise([start, *(start + each for each in sorted(ends)), end])
    return found


def _goes_on(before: str, after: str, language: str) -> bool:
    """Whether the sentence that seems to end `before` goes on `after`."""
    if after[:1].islower() or (language in _ORDINALS and _ORDINAL.search(before)):
        return True
    word = _LAST_WORD.search(before)
    return word is not None and word[1].casefold() in _abbreviations().get(language, ())


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, *words in map(str.split, rows("abbreviations"))}


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
