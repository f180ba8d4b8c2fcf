"""Removed text put back where it stood, and where a place of the text lies then."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from reader.intake.controls import controls
from reader.intake.cuts import apply
from reader.model import Article, Removed

_BREAK = "\n\n"


def shown(piece: Removed) -> str:
    """What of a removed stretch can be shown and put back: nothing that a terminal would obey, nor mere space."""
    text = apply(piece.text, controls(piece.text))[0]
    return text if text.strip() else ""


def restored(article: Article, chosen: Collection[int]) -> Article:
    """The article with some of its removed stretches, given as places in `removed`, back in its text."""
    kept: list[str] = []
    removed: list[Removed] = []
    position = added = 0
    put = dict(_put(article, chosen))
    for index, piece in enumerate(article.removed):
        if index in put:
            kept += article.text[position : piece.at], put[index]
            position = piece.at
            added += len(put[index])
        else:
            removed.append(replace(piece, at=piece.at + added))
    kept.append(article.text[position:])
    return replace(article, text="".join(kept), removed=tuple(removed))


def there(article: Article, chosen: Collection[int], offset: int) -> int:
    """Where the character at a place of the article's text stands when these stretches are back."""
    return offset + sum(len(text) for index, text in _put(article, chosen) if article.removed[index].at <= offset)


def here(article: Article, chosen: Collection[int], offset: int) -> int:
    """The place in the article's own text, for a place of the text in which these stretches are back."""
    added = 0
    for index, text in _put(article, chosen):
        at = article.removed[index].at
        if offset < at + added + len(text):
            return min(at, offset - added)
        added += len(text)
    return offset - added


def _put(article: Article, chosen: Collection[int]) -> list[tuple[int, str]]:
    """What is put in for each of these stretches: never in the middle of a line that is not its own."""
    put: list[tuple[int, str]] = []
    for index, piece in enumerate(article.removed):
        text = shown(piece) if index in chosen else ""
        if not text:
            continue
        together = put and article.removed[put[-1][0]].at == piece.at
        before = put[-1][1] if together else article.text[: piece.at][-1:]
        after = article.text[piece.at : piece.at + 1]
        lead = "" if not before or before[-1].isspace() or text[0].isspace() else _BREAK
        tail = "" if not after or after.isspace() or text[-1].isspace() else _BREAK
        put.append((index, lead + text + tail))
    return put
