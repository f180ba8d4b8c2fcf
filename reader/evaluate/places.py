"""Where words of a source stand in the article that intake made of it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from functools import cache

from reader.evaluate.gold import Place
from reader.model import Article

_QUOTES = {"'": "'‘’‛`´", '"': '"“”„‟«»'}
"""A key and an article may print the same quotation mark differently, since intake mends encodings."""
_DASHES = "-‐‑‒–—"
_WORD = re.compile(r"\w+|[^\w\s]")


@cache
def pattern(quotation: str) -> re.Pattern[str]:
    """Finds a quotation whatever white space, quotation marks and dashes it is printed with."""
    written = []
    for part in re.split(r"(\s+)", quotation.strip()):
        if part.isspace():
            written.append(r"\s+")
        else:
            written.extend(_either(character) for character in part)
    return re.compile("".join(written))


def quoted(text: str, quotation: str) -> tuple[Place, ...]:
    """All places of a text where a quotation stands."""
    return tuple((match.span(),) for match in pattern(quotation).finditer(text))


class Source:
    """A source as it was read from disk, beside the article that intake made of it."""

    def __init__(self, raw: str, article: Article) -> None:
        self._places = _places(raw, article)

    def place(self, pieces: Sequence[tuple[int, int]]) -> Place:
        """What is left in the article of pieces of the source."""
        offsets = [self._places[at] for start, end in pieces for at in range(start, end)]
        runs: list[tuple[int, int]] = []
        for at in sorted({at for at in offsets if at is not None}):
            if runs and runs[-1][1] == at:
                runs[-1] = (runs[-1][0], at + 1)
            else:
                runs.append((at, at + 1))
        return tuple(runs)


def _either(character: str) -> str:
    for same in (*_QUOTES.values(), _DASHES):
        if character in same:
            return "[" + re.escape(same) + "]"
    return re.escape(character)


def _places(raw: str, article: Article) -> list[int | None]:
    """For each character of the source, its offset in the article; None where it was removed."""
    whole, offsets = _restored(article)
    if whole == raw:
        return offsets
    # Intake mended an encoding or white space: words are matched instead of characters.
    ours, theirs = list(_WORD.finditer(raw)), list(_WORD.finditer(whole))
    places: list[int | None] = [None] * len(raw)
    matcher = difflib.SequenceMatcher(None, [w[0] for w in ours], [w[0] for w in theirs], autojunk=False)
    for one, other, size in matcher.get_matching_blocks():
        for mine, their in zip(ours[one : one + size], theirs[other : other + size], strict=True):
            places[mine.start() : mine.end()] = offsets[their.start() : their.end()]
        if size:
            _fill(places, offsets, ours[one : one + size], theirs[other : other + size])
    return places


def _fill(
    places: list[int | None],
    offsets: list[int | None],
    ours: Sequence[re.Match[str]],
    theirs: Sequence[re.Match[str]],
) -> None:
    """Give the white space between matched words its place, as far as both sides have it."""
    for mine, after, their, following in zip(ours, ours[1:], theirs, theirs[1:], strict=False):
        gap = min(after.start() - mine.end(), following.start() - their.end())
        places[mine.end() : mine.end() + gap] = offsets[their.end() : their.end() + gap]


def _restored(article: Article) -> tuple[str, list[int | None]]:
    """The source put together again from the story and what was removed, with each character's offset in the story."""
    parts: list[str] = []
    offsets: list[int | None] = []
    at = 0
    for removed in (*article.removed, None):
        stop = len(article.text) if removed is None else removed.at
        parts.append(article.text[at:stop])
        offsets.extend(range(at, stop))
        at = stop
        if removed is not None:
            parts.append(removed.text)
            offsets.extend([None] * len(removed.text))
    return "".join(parts), offsets
