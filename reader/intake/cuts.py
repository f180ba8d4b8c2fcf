"""Stretches taken out of a source: what is left is the text, and weaving them back gives the source again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.model import Removed


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A stretch `[start, end)` of a source that is not part of the story."""

    start: int
    end: int
    reason: str


def apply(source: str, *layers: Iterable[Cut]) -> tuple[str, tuple[Removed, ...]]:
    """The source without its cuts, and the cuts with their places. Where cuts overlap, an earlier layer wins."""
    cuts: list[Cut] = []
    for layer in layers:
        cuts = sorted([*cuts, *_outside(sorted(layer), cuts)])
    kept: list[str] = []
    removed: list[Removed] = []
    at = position = 0
    for cut in cuts:
        kept.append(source[position : cut.start])
        at += cut.start - position
        removed.append(Removed(source[cut.start : cut.end], cut.reason, at))
        position = cut.end
    kept.append(source[position:])
    return "".join(kept), tuple(removed)


def weave(text: str, removed: Sequence[Removed]) -> str:
    """The source from which `removed` was taken: the inverse of `apply`."""
    pieces: list[str] = []
    position = 0
    for piece in removed:
        pieces += text[position : piece.at], piece.text
        position = piece.at
    pieces.append(text[position:])
    return "".join(pieces)


def merged(removed: Sequence[Removed], before: Sequence[Removed]) -> tuple[Removed, ...]:
    """What was removed from a text, and what was left out `before` that text was made, in one reading order.

    The places of `before` count in the text from which `removed` was taken.
    """
    placed: list[tuple[int, Removed]] = []
    rest = iter(removed)
    current = next(rest, None)
    gone = 0
    for piece in before:
        while current is not None and current.at + gone < piece.at:
            placed.append((current.at, current))
            gone += len(current.text)
            current = next(rest, None)
        at = max(piece.at - gone, placed[-1][0] if placed else 0)
        placed.append((at, Removed(piece.text, piece.reason, at)))
    while current is not None:
        placed.append((current.at, current))
        current = next(rest, None)
    return tuple(piece for _, piece in placed)


def _outside(layer: list[Cut], taken: list[Cut]) -> list[Cut]:
    """What of a layer lies outside what is taken already, and outside the layer's own earlier cuts."""
    rest: list[Cut] = []
    reach = 0
    next_taken = 0
    for cut in layer:
        start = max(cut.start, reach)
        while next_taken < len(taken) and taken[next_taken].end <= start:
            next_taken += 1
        for other in taken[next_taken:]:
            if other.start >= cut.end:
                break
            if start < other.start:
                rest.append(Cut(start, other.start, cut.reason))
            start = max(start, other.end)
        if start < cut.end:
            rest.append(Cut(start, cut.end, cut.reason))
        reach = max(reach, cut.end)
    return rest
