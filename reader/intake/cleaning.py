"""A draft becomes an article: what is not the story moves to `removed`, and what it tells becomes metadata."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from reader.intake.agencies import agency
from reader.intake.calendar import iso_day
from reader.intake.controls import controls, printable
from reader.intake.credits import BYLINE, TOP, credits
from reader.intake.cuts import Cut, apply, merged
from reader.intake.draft import Draft, Found
from reader.intake.furniture import DATE_LINE, furniture
from reader.intake.labels import REASON as LABEL
from reader.intake.labels import labels
from reader.intake.layout import Line, lines, whole
from reader.language.detection import detect
from reader.model import Article, Removed

REPEATED_HEADLINE = "repeated headline"
REPEATED_PARAGRAPH = "repeated paragraph"
WHITE_SPACE = "white space"

FIELDS = ("outlet", "title", "byline", "published", "place", "agency", "language", "address")
"""The fields of `Article` that can be found or given."""

_HEADLINE = 180
"""Characters that a headline has at most."""
_PARAGRAPH = 80
"""Characters from which on a line is read as prose; a headline has some after it, and only prose counts as repeated."""


def clean(draft: Draft) -> Article:
    """The article of a draft, without an id. What would be furniture all through is left as it is."""
    safe, unsafe = apply(draft.text, controls(draft.text))
    cuts, told = _read(safe, draft.found.get("title"))
    text, removed = _taken_out(draft.text, safe, unsafe, cuts)
    if not text.strip():
        text, removed = _taken_out(draft.text, safe, unsafe, [])
    found = {name: Found(printable(piece.value), piece.where) for name, piece in {**told, **draft.found}.items()}
    found = {name: piece for name, piece in found.items() if piece.value}
    _name_outlet(found, draft.name)
    language = found.get("language") or Found(detect(text) or "", "words of the text")
    return Article(
        id="",
        source=draft.source,
        text=text,
        outlet=found["outlet"].value,
        title=_value(found, "title"),
        byline=_value(found, "byline"),
        published=_value(found, "published"),
        place=_value(found, "place"),
        agency=_value(found, "agency"),
        language=language.value or None,
        address=_value(found, "address"),
        removed=merged(removed, draft.outside),
        provenance=tuple((name, piece.where) for name, piece in sorted(found.items())),
    )


def _read(source: str, title: Found | None) -> tuple[list[Cut], dict[str, Found]]:
    """Everything that goes from a source, and what it tells about the article; of two tellings the first counts."""
    story = lines(source)
    told: dict[str, Found] = {}
    labelled = labels(source, story)
    cuts = [label.cut for label in labelled]
    for label in labelled:
        told.setdefault(label.field, Found(label.value, "label in the text"))
    story = _left(story, cuts)
    cuts += furniture(source, story)
    story = _left(story, cuts)
    known = title or told.get("title")
    credited = list(credits(source, story))
    # A byline of its own outranks the names in a closing credit, wherever each stands.
    credited.sort(key=lambda credit: credit.cut.reason != BYLINE)
    for credit in credited:
        cuts.append(credit.cut)
        for name, value in credit.found:
            told.setdefault(name, Found(value, credit.cut.reason))
    for cut in cuts:
        day = iso_day(source[cut.start : cut.end]) if cut.reason == DATE_LINE else None
        if day:
            told.setdefault("published", Found(day, DATE_LINE))
    headline = _headline(source, story, cuts)
    story = _left(story, cuts)
    if known is None and headline:
        known = told["title"] = Found(headline.text, "first line")
    if known:
        cuts += _repeated_headlines(source, story, known.value)
        story = _left(story, cuts)
    cuts += _repeated_paragraphs(source, story)
    return cuts, told


def _left(story: Sequence[Line], cuts: Iterable[Cut]) -> list[Line]:
    """The lines of which something is left, as they are then."""
    taken = sorted(cuts)
    starts = [cut.start for cut in taken]
    left: list[Line] = []
    for line in story:
        start, end = line.start, line.end
        for cut in taken[max(0, bisect.bisect_right(starts, start) - 1) :]:
            if cut.start >= end:
                break
            if cut.start <= start < cut.end:
                start = min(cut.end, end)
            elif start < cut.start and cut.end >= end:
                end = cut.start
        text = line.text[start - line.start : end - line.start]
        if text.strip():
            lead = len(text) - len(text.lstrip())
            left.append(Line(start + lead, start + lead + len(text.strip()), text.strip()))
    return left


def _headline(source: str, story: Sequence[Line], cuts: Sequence[Cut]) -> Line | None:
    """The first line where it reads as a headline: short, no full stop, no credit in it, and prose after it."""
    if not story:
        return None
    first = story[0]
    opening = source.rfind("\n", 0, first.start) + 1
    # A line that goes altogether takes the blank ones before it along.
    taken = (cut for cut in cuts if cut.start < first.end and (cut.start >= opening or cut.end > first.start))
    if any(cut.reason != LABEL for cut in taken):
        return None
    letters = sum(character.isalpha() for character in first.text)
    if len(first.text) > _HEADLINE or letters < 6 or first.text[-1] in ".!:;,。！)»]" or first.text[0] in "•*-–—([{":
        return None
    if first.text.isascii() and first.words < 3:
        return None
    # A line of Chinese or Korean prose has half as many characters.
    prose = (len(line.text) * (1 if line.text.isascii() else 2) for line in story[1:8])
    if not any(length > max(_PARAGRAPH, len(first.text)) for length in prose):
        return None
    return first


def _repeated_headlines(source: str, story: Sequence[Line], title: str) -> Iterator[Cut]:
    key = Line(0, 0, title).key
    for line in [line for line in story[: TOP + 2] if line.key == key][1:]:
        yield whole(source, line, REPEATED_HEADLINE)


def _repeated_paragraphs(source: str, story: Sequence[Line]) -> Iterator[Cut]:
    """Paragraphs printed twice: a teaser goes in favour of the lede that follows it, else the later copy goes."""
    seen: dict[str, int] = {}
    for position, line in enumerate(story):
        if len(line.text) < _PARAGRAPH:
            continue
        first = seen.setdefault(line.key, position)
        if first == position:
            continue
        gone = story[first] if first == position - 1 else line
        yield whole(source, gone, REPEATED_PARAGRAPH)
        if gone is not line:
            seen[line.key] = position


def _taken_out(
    source: str, safe: str, unsafe: Sequence[Removed], cuts: Sequence[Cut]
) -> tuple[str, tuple[Removed, ...]]:
    """The source without its unsafe characters and without the cuts, which count in the safe text."""
    at = [piece.at for piece in unsafe]
    shift = [0, *itertools.accumulate(len(piece.text) for piece in unsafe)]

    def place(offset: int) -> int:
        """Where the character at an offset of the safe text stands in the source."""
        return offset + shift[bisect.bisect_right(at, offset)]

    first = [
        Cut(piece.at + moved, piece.at + moved + len(piece.text), piece.reason)
        for piece, moved in zip(unsafe, shift, strict=False)
    ]
    second = [Cut(place(cut.start), place(cut.end - 1) + 1, cut.reason) for cut in cuts if cut.start < cut.end]
    kept = _left(lines(safe), cuts)
    edges = [(0, kept[0].start), (kept[-1].end, len(safe))] if kept else []
    third = [Cut(place(start), place(end - 1) + 1, WHITE_SPACE) for start, end in edges if start < end]
    return apply(source, first, second, third)


def _name_outlet(found: dict[str, Found], name: str) -> None:
    """An article that names no outlet is its site's, or the agency's that it names, or goes by its file's name."""
    sender = found.get("agency")
    if "outlet" not in found:
        site = _site(found["address"].value) if "address" in found else ""
        named = Found(site, "address") if site else sender
        found["outlet"] = named or Found(printable(name) or "unknown", "name of the source")
    if sender and (found["outlet"] is sender or agency(found["outlet"].value) == sender.value):
        del found["agency"]


def _site(address: str) -> str:
    """The host of an address without "www."; empty where the address is none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _value(found: dict[str, Found], name: str) -> str | None:
    piece = found.get(name)
    return piece.value if piece else None
