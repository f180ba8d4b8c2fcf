"""Finding a quotation in a text: to the letter, in another typography, or in words that resemble it."""

from __future__ import annotations

import bisect
import difflib
import functools
import re
from collections import Counter
from dataclasses import dataclass

from reader.safety import UNSEEN

_MOST = 1000
"""Places looked at for one quotation; "a" in a megabyte of "a" needs no more."""
_LONGEST = 2000
"""Words of a quotation that is looked for by resemblance."""
_LIKE = 0.6
"""Share of words in order that a passage must keep to count as the same one edited; difflib's own "close match"."""

_TYPOGRAPHY = re.compile(rf"[\s{UNSEEN}]+|[“”„‟«»″]|[‘’‚‛′`´]|[‐‑‒–—―−]|…")
_SPACE = re.compile(r"\s")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text without its typography, and the way back."""

    text: str
    at: list[int]
    """Offsets in `text` where a piece begins."""
    came_from: list[int]
    """The offset in the original of each of them."""

    def original(self, offset: int) -> int:
        """The offset in the original text."""
        piece = bisect.bisect_right(self.at, offset) - 1
        return self.came_from[piece] + offset - self.at[piece]


def _plain(found: str) -> str:
    if found in "“”„‟«»″":
        return '"'
    if found in "‘’‚‛′`´":
        return "'"
    if found == "…":
        return "..."
    if found in "‐‑‒–—―−":
        return "-"
    return " " if _SPACE.search(found) else ""


def _fold(text: str) -> _Folded:
    pieces: list[str] = []
    at, came_from = [0], [0]
    size = last = 0
    for match in _TYPOGRAPHY.finditer(text):
        plain = _plain(match[0])
        pieces += (text[last : match.start()], plain)
        size += match.start() - last
        # The replacement stands for the whole match: an offset inside it means where the match begins.
        for step in range(len(plain)):
            at.append(size + step)
            came_from.append(match.start())
        size += len(plain)
        last = match.end()
        at.append(size)
        came_from.append(last)
    pieces.append(text[last:])
    return _Folded("".join(pieces), at, came_from)


# Articles are looked into again and again, quotations once.
_folded_article = functools.lru_cache(maxsize=64)(_fold)


def folded(text: str) -> str:
    """A text as it is compared: one space for any white space, straight quotation marks, hyphens for dashes."""
    return _fold(text).text


def occurrences(quotation: str, text: str) -> list[tuple[int, int]]:
    """Where a quotation stands in a text: to the letter if it does anywhere, else in another typography."""
    to_the_letter = _find(quotation, text)
    if to_the_letter:
        return to_the_letter
    wanted = folded(quotation).strip()
    if not wanted:
        return []
    here = _folded_article(text)
    return [(here.original(start), here.original(end - 1) + 1) for start, end in _find(wanted, here.text)]


def _find(wanted: str, text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = text.find(wanted) if wanted else -1
    while start >= 0 and len(found) < _MOST:
        found.append((start, start + len(wanted)))
        start = text.find(wanted, start + len(wanted))
    return found


def resembling(quotation: str, text: str) -> tuple[int, int] | None:
    """The stretch of a text that is most like a quotation that does not stand there; None where nothing is.

    A window as wide as the quotation slides over the words; where most words are shared, difflib says from which
    to which word they are in order.
    """
    wanted = [word.lower() for word in _WORD.findall(quotation)]
    spans = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end].lower() for start, end in spans]
    if not 2 <= len(wanted) <= _LONGEST or not words:
        return None
    at, shared = _densest(wanted, words)
    if shared < _LIKE * len(wanted):
        return None
    low = max(0, at - len(wanted) // 2)
    window = words[low : at + len(wanted) + len(wanted) // 2]
    blocks = difflib.SequenceMatcher(None, wanted, window, autojunk=False).get_matching_blocks()[:-1]
    if sum(block.size for block in blocks) < _LIKE * len(wanted):
        return None
    first, last = low + blocks[0].b, low + blocks[-1].b + blocks[-1].size - 1
    return spans[first][0], spans[last][1]


def _densest(wanted: list[str], words: list[str]) -> tuple[int, int]:
    """Where a window as wide as the quotation has most of its words, and how many."""
    needed = Counter(wanted)
    inside: Counter[str] = Counter()
    shared = best = best_at = 0
    for position, word in enumerate(words):
        inside[word] += 1
        shared += inside[word] <= needed[word]
        if position >= len(wanted):
            gone = words[position - len(wanted)]
            shared -= inside[gone] <= needed[gone]
            inside[gone] -= 1
        if shared > best:
            best, best_at = shared, max(0, position - len(wanted) + 1)
    return best_at, best
