"""What two articles tell behind the same word: "commissioned to find a colour" and "commissioned to design packs"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.compare.differences.sides import Found, Side, gathered, neighbours, word_list
from reader.language.related import near
from reader.language.words import Word

OPENERS = re.compile(
    r"\b(?P<word>to(?=\s(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b|this\b|that\b)[a-z]{3,})|because|by(?=\s[a-z]+ing\b)"
    r"|including|that(?=\s(?:he|she|they|it|the|a)\b))\s"
)
"""Words by which a purpose, a cause, a means, examples or what is said are put behind a verb or noun."""
CLOSING = re.compile(r"[.;:!?,”\"](?:\s|$)|\s[–—-]\s|\n|\s(?:which|who|but|while|when|after|before)\b")
GOVERNING = 2
"""Words before the opener among which the one that governs it stands."""
LONGEST = 100
"""Characters of a phrase at most."""
TELLING = 2
"""Words of a phrase that carry news, at least."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What stands behind a word."""

    start: int
    end: int
    opener: str
    governors: frozenset[str]
    """Stems that it can belong to."""
    telling: tuple[Word, ...]


def content(one: Side, other: Side) -> list[Found]:
    """Phrases of two articles that hang on the same word in the same way and say something else; the first alone."""
    mine, yours = gathered(one, _phrases), gathered(other, _phrases)
    known = _stems(mine), _stems(yours)
    for left in (phrase for phrase in mine if not _stems([phrase]) <= known[1]):
        for right in (phrase for phrase in yours if not _stems([phrase]) <= known[0]):
            if left.opener == right.opener and left.governors & right.governors and _apart(left, right):
                held = one.holds(left.start, left.end) or other.holds(right.start, right.end)
                values = (one.value(left.start, left.end), other.value(right.start, right.end))
                if held:
                    reason = f"Each tells something else: “{values[0].text}” and “{values[1].text}”."
                    return [Found("content", "framing", reason, values)]
    return []


def _phrases(side: Side) -> Iterator[Phrase]:
    """The phrases of the sentences that members are a part of."""
    for low, high in side.sentences:
        for match in OPENERS.finditer(side.text, low, high):
            close = CLOSING.search(side.text, match.end(), min(high, match.start() + LONGEST))
            end = close.start() if close else min(high, match.start() + LONGEST)
            end = end if close or end == high else side.text.rfind(" ", match.start(), end)
            telling = tuple(word for word in word_list(side.text, match.end(), end) if not word.common)
            before, _ = neighbours(side.text, match.start(), match.end(), GOVERNING)
            governors = frozenset(word.stem for word in before if not word.common)
            if len(telling) >= TELLING and governors:
                yield Phrase(match.start(), end, match["word"], governors, telling)


def _stems(phrases: Iterable[Phrase]) -> set[str]:
    """The telling words of phrases."""
    return {word.stem for phrase in phrases for word in phrase.telling}


def _apart(left: Phrase, right: Phrase) -> bool:
    """Whether two phrases have no telling word in common, nor any that stand near each other in meaning."""
    mine, yours = _stems([left]), _stems([right])
    return not mine & yours and not any(near(one, other) for one in mine for other in yours)
