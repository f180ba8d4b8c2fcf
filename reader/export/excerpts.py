"""Passages in the sentences they stand in, since half a sentence is hard to read: a line for each sentence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.model import Span
from reader.safety import harmless

_LONGEST = 1000
"""Characters of a sentence that is quoted for context; what has no full stop for so long is no sentence."""
_WHITE = re.compile(r"\s+")
_SIGN = re.compile("[‹›]")
_SIGNS = re.compile("([‹›])(\\1?)")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of an article, and which of its words are meant; the others are there so that one can read it."""

    span: Span
    outlet: str
    """Unique among the articles."""
    where: str
    """In words: "headline" or "paragraph 4"."""
    told: tuple[tuple[int, int], ...]
    """Offsets in the article of what is meant, in order, each with words between it and the next."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of an excerpt: harmless, with single spaces. Runs join up to the whole."""

    text: str
    told: bool
    """These words are meant."""
    strong: bool = False
    """These words differ."""
    alone: bool = False
    """Only this outlet has them."""


def stretches(
    text: str, spans: Iterable[tuple[int, int]], sentences: Iterable[tuple[int, int]]
) -> list[tuple[tuple[int, int], tuple[tuple[int, int], ...]]]:
    """Spans of a text by the sentences in which they stand: the stretch, and the spans in it, joined."""
    known = [(start, end) for start, end in sentences if end - start <= _LONGEST]
    found: list[tuple[tuple[int, int], list[tuple[int, int]]]] = []
    for start, end in sorted(spans):
        over = [sentence for sentence in known if sentence[0] < end and start < sentence[1]]
        low, high = min([start, *(each[0] for each in over)]), max([end, *(each[1] for each in over)])
        if found and low < found[-1][0][1]:
            (first, last), told = found[-1]
            found[-1] = (first, max(last, high)), [*told, (start, end)]
        else:
            found.append(((low, high), [(start, end)]))
    return [(stretch, _joined(text, told)) for stretch, told in found]


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def runs(excerpt: Excerpt, values: Iterable[Span] = (), unique: Iterable[Span] = ()) -> tuple[Run, ...]:
    """The words of an excerpt, parted wherever what is meant, differs or is unique begins and ends."""
    span = excerpt.span
    strong, alone = (
        [(other.start, other.end) for other in others if other.article == span.article] for others in (values, unique)
    )
    ends = itertools.chain.from_iterable((*excerpt.told, *strong, *alone))
    cuts = sorted({span.start, span.end, *(end for end in ends if span.start < end < span.end)})
    found: list[Run] = []
    for low, high in itertools.pairwise(cuts):
        text = _WHITE.sub(" ", harmless(span.text[low - span.start : high - span.start]))
        if not found or found[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text:
            marks = (any(start <= low and high <= end for start, end in over) for over in (excerpt.told, strong, alone))
            found.append(Run(text, *marks))
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)


def signed(words: Sequence[Run]) -> Iterator[tuple[str, Run | None]]:
    """The words of an excerpt with ‹ and › around those that are meant, where that is not all; signs have no run.

    Such a sign that the article has itself is written twice.
    """
    partly = not all(run.told for run in words)
    inside = False
    for run in words:
        # The space before what is meant stands before the sign, and so does the one after it.
        if partly and run.told != inside:
            inside = run.told
            yield "‹" if inside else "›", None
        yield _SIGN.sub(r"\g<0>\g<0>", run.text), run
    if partly and inside:
        yield "›", None


def unsigned(text: str) -> str:
    """What an excerpt says without its signs."""
    return _SIGNS.sub(lambda match: match[1] if match[2] else "", text)
