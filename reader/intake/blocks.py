"""What a page shows, block by block, and which of it an extracted text left out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from reader.model import Removed

_UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "option"))
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark picture q s samp small",
    "source span strike strong sub sup time tt u var wbr",
)
_INLINE = frozenset(tag for line in _INLINE_TAGS for tag in line.split())
_LANDMARKS = {
    "nav": "navigation",
    "header": "page header",
    "footer": "page footer",
    "aside": "sidebar",
    "figure": "caption",
    "figcaption": "caption",
    "form": "form",
    "button": "button",
}
OUTSIDE = "outside the story"
"""The reason for what stands in none of the page's landmarks."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a page that stands by itself, with its white space collapsed."""

    text: str
    landmark: str
    """Where on the page it stands, in words."""


# Its elements are lxml's own, without the methods of lxml.html, which cost a third more to walk over.
_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def parse(html: str) -> etree._Element:
    """The tree of a page or of a piece of one."""
    # Of nothing at all lxml would make no tree.
    return etree.fromstring(f"<html>{html}".replace("\x00", "").encode("utf-8", "replace"), _PARSER)


def blocks(tree: etree._Element) -> Iterator[Block]:
    """The blocks of a page in reading order, without what a browser does not show."""
    pieces: list[str] = []
    landmarks: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if pieces and tag not in _INLINE:
            yield from _block(pieces, landmarks)
        if event == "end":
            if tag in _LANDMARKS:
                landmarks.pop()
            if element.tail:
                pieces.append(element.tail)
        elif tag in _UNSEEN:
            walk.skip_subtree()
        else:
            if tag in _LANDMARKS:
                landmarks.append(_LANDMARKS[tag])
            if element.text:
                pieces.append(element.text)
    yield from _block(pieces, landmarks)


def _block(pieces: list[str], landmarks: Sequence[str]) -> Iterator[Block]:
    text = " ".join("".join(pieces).split())
    pieces.clear()
    if text:
        yield Block(text, landmarks[-1] if landmarks else OUTSIDE)


def left_out(page: Iterator[Block], text: str) -> tuple[Removed, ...]:
    """What a page shows and an extracted text does not have, each with the place in the text where it would stand.

    Neighbours with one reason are one stretch, a block a line.
    """
    flat, starts = _flattened(text)
    lines = {line for line in (_bare(line) for line in text.splitlines()) if line}
    reach = place = 0
    found: list[tuple[int, str, list[str]]] = []
    for block in page:
        at = flat.find(block.text, reach) if len(block.text) >= _TELLING or block.text in lines else -1
        if at >= 0:
            reach = at + len(block.text)
            place = _next_line(starts, reach, len(text))
        elif len(block.text) >= _TELLING and block.text in flat:
            continue
        elif found and found[-1][:2] == (place, block.landmark):
            found[-1][2].append(block.text)
        else:
            found.append((place, block.landmark, [block.text]))
    return tuple(Removed("\n".join(texts) + "\n", reason, at) for at, reason, texts in found)


_TELLING = 24
"""Characters from which on a block is known by its words alone; a shorter one must be a whole line of the text."""


def _bare(line: str) -> str:
    return " ".join(line.lstrip("-|•* ").split())


def _flattened(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text on one line with its white space collapsed, and where each line begins: there, and in the text."""
    flat: list[str] = []
    starts: list[tuple[int, int]] = []
    length = position = 0
    for line in text.splitlines(keepends=True):
        bare = " ".join(line.split())
        if bare:
            starts.append((length, position))
            flat.append(bare)
            length += len(bare) + 1
        position += len(line)
    return " ".join(flat), starts


def _next_line(starts: Sequence[tuple[int, ...]], flat_offset: int, end: int) -> int:
    """Where the line after that place of the flattened text begins."""
    following = bisect_left(starts, (flat_offset,))
    return starts[following][1] if following < len(starts) else end
