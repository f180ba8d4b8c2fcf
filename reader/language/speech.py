"""Who says what: the source, the cue and the content of each statement in English news prose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.language.cues import CUES, NOUNS, REPORTING, THINKING
from reader.language.overlap import touching
from reader.language.rungs import WORD, rung
from reader.language.sentences import paragraphs, sentences
from reader.language.sources import Span, cue_start, is_cue, phrase, possessor, source

_ACCORDING = re.compile(
    r"\b(?:according to|in the words of|as told to|as reported by|as quoted by|citing)\b", re.IGNORECASE
)
_REPORTEDLY = re.compile(r"\b(?:reportedly|allegedly|purportedly|supposedly)\b", re.IGNORECASE)
_COLON = re.compile(
    r"(?P<who>(?:[A-Z][\w.'’-]+\s?){2,4}(?=:\s+[“\"A-Z])|(?![A-Z]+:)[A-Z][\w.'’-]+(?=:\s+[“\"]))(?P<cue>:)\s+"
)
"""A speaker with a colon, as scripts and headlines print them; "Photos:" and "MOSCOW:" are none."""
_FIRST_PERSON = ("i", "we", "you", "it", "that", "who", "which", "don", "there")
_PRONOUNS = ("he", "she", "they", "it", "we", "i", "you")
_DASH = re.compile(r"[”\"]\s*(?P<cue>―|—|--)\s*(?P<who>(?:[A-ZÀ-Þ][\w.'’-]+[^\S\n]?){2,4})\s*$", re.MULTILINE)
_ALONE = 0.85
"""Share of a sentence that must be quoted for it to carry on what was quoted before."""
THOUGHTS = frozenset(THINKING.values())


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that somebody is said to say, think or do."""

    start: int
    end: int
    """The content: what is said."""
    source: Span | None
    """Who says it; None where the text does not tell ("allegedly")."""
    cue: Span | None
    """The words that tell it: "said", "according to"; None where it is carried over from the sentence before."""
    verb: str
    """The cue's base form: "say", "deny", "according to"."""
    kind: str
    """The source's rung: "document", "person", "official", "reports"."""
    reporting: bool
    """It makes the source answer for a fact; "backed" and "wants" tell what somebody does."""
    sentence: Span
    """The sentence that it stands in."""


@lru_cache(maxsize=1024)
def statements(text: str) -> tuple[Statement, ...]:
    """Every statement with its source in an English text, in order; what stands inside quotations comes too."""
    quoted = quotations(text)
    found = list(_signed(text, quoted))
    carried: Statement | None = None
    for start, end in sentences(text):
        near = touching(quoted, start, end)
        outside = list(_sentence(text, start, end, near))
        # Whoever hopes or agrees need not be who is quoted next.
        saying = [each for each in outside if each.reporting and each.source and each.verb not in THOUGHTS]
        if saying:
            carried = max(saying, key=lambda each: each.end - each.start)
        elif carried is not None and not outside and _alone(start, end, near):
            outside = [Statement(start, end, carried.source, None, carried.verb, carried.kind, True, (start, end))]
        else:
            carried = None
        found.extend(outside)
        for opened, close in near:
            inside = _sentence(text, max(start, opened), min(end, close), ())
            found.extend(each for each in inside if _told_in_quotation(text, each))
    return tuple(sorted(found, key=lambda each: (each.start, each.end, each.cue or (0, 0))))


@lru_cache(maxsize=1024)
def quotations(text: str) -> tuple[Span, ...]:
    """Offsets of what stands between quotation marks, without the marks; one left open ends with its paragraph."""
    found: list[Span] = []
    for start, end in paragraphs(text):
        opened = -1
        for at in range(start, end):
            char = text[at]
            if opened < 0 and (char in "“„«" or (char == '"' and not text[at - 1 : at].isalnum())):
                opened = at + 1
            elif opened >= 0 and char in '”"»':
                if at > opened:
                    found.append((opened, at))
                opened = -1
        if 0 <= opened < end:
            found.append((opened, end))
    return tuple(found)


def covering(text: str, start: int, end: int) -> Statement | None:
    """The statement that a stretch of text tells or lies in.

    One that the stretch tells with its source and cue comes before one that it lies in; of several, what is said comes
    before what is thought, and the outer before the inner.
    """
    best: tuple[tuple[bool, bool, int, int], Statement] | None = None
    reported, longest = _reported(text)
    first, last = (bisect_left(reported, at, key=_begins) for at in (start - longest, end))
    for statement in reported[first:last]:
        if statement.sentence[1] <= start:
            continue
        held = min(end, statement.end) - max(start, statement.start)
        told = statement.cue is not None and start <= statement.cue[0] and statement.cue[1] <= end and held > 0
        if held * 2 < end - start and not told:
            continue
        rank = (told, statement.verb not in THOUGHTS, statement.end - statement.start, -statement.start)
        if best is None or rank > best[0]:
            best = rank, statement
    return best[1] if best else None


@lru_cache(maxsize=1024)
def _reported(text: str) -> tuple[tuple[Statement, ...], int]:
    """The statements that report, by the beginnings of their sentences, and the length of the longest of these."""
    found = sorted((each for each in statements(text) if each.reporting), key=_begins)
    return tuple(found), max((each.sentence[1] - each.sentence[0] for each in found), default=0)


def _begins(statement: Statement) -> int:
    return statement.sentence[0]


def _alone(start: int, end: int, quoted: Sequence[Span]) -> bool:
    """Whether nearly all of a sentence is quoted."""
    inside = sum(max(0, min(end, close) - max(start, opened)) for opened, close in quoted)
    return inside >= _ALONE * (end - start)


def _sentence(text: str, start: int, end: int, quoted: Sequence[Span]) -> Iterator[Statement]:
    """The statements of a sentence, or of a quotation, that stand outside the quotations given."""
    if colon := _COLON.match(text, start, end):
        yield _statement(text, colon.end(), end, colon.span("who"), colon.span("cue"), "say", (start, end))
    for match in _ACCORDING.finditer(text, start, end):
        by = phrase(text, match.end(), end)
        if by and not _inside(match.start(), quoted):
            content = (start, match.start()) if match.start() - start > end - by[1] else (by[1], end)
            yield _statement(text, *content, by, match.span(), "according to", (start, end))
    for match in _REPORTEDLY.finditer(text, start, end):
        if not _inside(match.start(), quoted):
            yield Statement(start, end, None, match.span(), match[0].lower(), "reports", True, (start, end))
    words = [match for match in WORD.finditer(text, start, end) if not _inside(match.start(), quoted)]
    last: Span | None = None
    telling = False
    for index, word in enumerate(words):
        low = word[0].lower()
        if low in NOUNS and (owner := possessor(text, words, index)):
            yield _statement(text, word.end(), end, owner, word.span(), low, (start, end))
        elif is_cue(text, words, index) and (by := source(text, words, index, start, end, last)):
            if telling and CUES[low] not in REPORTING and text[slice(*by)].lower() in _PRONOUNS:
                continue  # What somebody is said to want or to back is part of what is said.
            last, telling = by, telling or CUES[low] in REPORTING
            cue = (cue_start(words, index, by), word.end())
            yield _statement(text, *_content(text, start, end, by, cue), by, cue, CUES[low], (start, end))


def _signed(text: str, quoted: Sequence[Span]) -> Iterator[Statement]:
    """Quotations with the speaker behind a dash, as collections of voices print them."""
    for match in _DASH.finditer(text):
        opened = next((span for span in quoted if span[1] == match.start()), None)
        if opened is not None:
            yield _statement(text, *opened, match.span("who"), match.span("cue"), "say", (opened[0], match.end()))


def _told_in_quotation(text: str, statement: Statement) -> bool:
    """Whether a statement inside a quotation is told of somebody else: "They agreed that", not "I think"."""
    if not statement.reporting or statement.source is None or statement.verb in THOUGHTS - {"agree"}:
        return False
    first = WORD.search(text, *statement.source)
    return first is not None and first[0].lower().split("'")[0].split("’")[0] not in _FIRST_PERSON


def _inside(at: int, quoted: Sequence[Span]) -> bool:
    return any(opened <= at < close for opened, close in quoted)


def _statement(text: str, start: int, end: int, by: Span, cue: Span, verb: str, sentence: Span) -> Statement:
    while start < end and text[start] in " ,:;—–-\n":
        start += 1
    while end > start and text[end - 1] in " ,:;—–-\n":
        end -= 1
    passive = text[cue[1] : by[0]].strip() == "by"  # "a letter written by" tells who wrote it, not who says a fact.
    reporting = (verb in REPORTING and not passive) or verb == "according to"
    return Statement(start, end, by, cue, verb, rung(text[slice(*by)]), reporting, sentence)


def _content(text: str, start: int, end: int, by: Span, cue: Span) -> Span:
    """What is said: what follows the verb, or what stands before both where they end the sentence."""
    low, high = min(by[0], cue[0]), max(by[1], cue[1])
    before, after = low - start, end - high
    if by[0] < cue[0] and after > 3:
        opening = text[start:low].rstrip()
        return (start, low) if opening.endswith(("”", '"', ",")) and before > after else (high, end)
    return (start, low) if before >= min(after, 12) else (high, end)


__all__ = ["Statement", "covering", "quotations", "statements"]
