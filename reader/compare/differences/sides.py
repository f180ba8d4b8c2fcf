"""What one article brings to an alignment, and how details of two articles stand in the same place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import inf
from typing import Any, Protocol, TypeVar

from reader.language.amounts import Quantity
from reader.language.dates import day_of, moments
from reader.language.moments import Moment
from reader.language.names import Name, names
from reader.language.overlap import touching
from reader.language.quantities import quantities
from reader.language.sentences import sentences
from reader.language.words import Word, words
from reader.model import Article, Kind, Span, Value, Verdict

NEAR = 3
"""Words on each side by which a place in a sentence is known again."""
COMMON = 3
"""Words that carry news which two passages must share before it is asked who says it and how surely …"""
PART = 0.25
"""… or the share of the shorter passage's words that they are."""
AROUND = 9
"""Words on each side that tell what a detail is about."""
SENTENCE = 400
"""Characters of a sentence at most; what is longer is a list or a page without stops."""
COPIED = 0.6
"""Share of words that two passages have in common, from which one was written after the other."""
SURE = 4
"""Words around two stretches that are the same, from which they stand in the same place of one sentence."""


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


Detail = TypeVar("Detail", bound=_Placed)
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Side:
    """One article's members of an alignment. What stands in them is looked up once, for all that it is held against."""

    article: Article
    members: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The whole article."""
        return self.article.text

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch of the article lies in a member."""
        return any(member.start <= start and end <= member.end for member in self.members)

    def near(self, start: int, end: int) -> bool:
        """Whether a stretch of the article lies in a sentence of which a member is a part."""
        return any(low <= start and end <= high for low, high in self.sentences)

    @cached_property
    def found(self) -> dict[object, list[Any]]:
        """What rules have found in it, by the rule."""
        return {}

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The members, each grown to the sentences that it touches, but for those too long to be sentences."""
        found = []
        for member in self.members:
            touched = [
                span
                for span in touching(_sentences(self.text, self.article.language), member.start, member.end)
                if span[1] - span[0] <= SENTENCE
            ]
            starts, ends = zip((member.start, member.end), *touched, strict=True)
            found.append((min(starts), max(ends)))
        return found

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence of the article in which a stretch stands, or all those that it touches."""
        end = max(end, start + 1)
        touched = touching(_sentences(self.text, self.article.language), start, end)
        starts, ends = zip((start, end), *touched, strict=True)
        return min(starts), max(ends)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The quantities in the members and in what else their sentences say; "several years ago" is a time."""
        when = [(moment.start, moment.end) for moment in self.moments]
        return [
            quantity
            for quantity in between(quantities(self.text), *self._reach)
            if self.near(quantity.start, quantity.end)
            and not (quantity.vague and any(start <= quantity.start < end for start, end in when))
        ]

    @cached_property
    def moments(self) -> list[Moment]:
        """The dates and times in the members and in what else their sentences say."""
        every = moments(self.text, self.article.published)
        told = between(every, *self._reach)
        return [moment for moment in told if moment.telling and self.near(moment.start, moment.end)]

    @cached_property
    def names(self) -> list[Name]:
        """The names in the members."""
        told = between(names(self.text), *self._reach)
        return [name for name in told if self.holds(name.start, name.end)]

    def typed(self, word: Word) -> bool:
        """Whether a word of the article belongs to a name, a number or a date."""
        ends = _typed(self.text, self.article.published)
        place = bisect_right(ends, (word.start, inf)) - 1
        return place >= 0 and word.start < ends[place][1]

    @property
    def _reach(self) -> tuple[int, int]:
        """From the first of the sentences to the last."""
        return min(start for start, _ in self.sentences), max(end for _, end in self.sentences)

    def value(self, start: int, end: int, normal: str | None = None) -> Value:
        """A stretch of the article as the value of a difference."""
        return Value(self.article.id, start, end, self.text[start:end], normal)

    @property
    def brief(self) -> bool:
        """Whether the members are so short that being aligned already says what their details are about."""
        return sum(len(word_list(self.text, member.start, member.end)) for member in self.members) <= 6


def between(details: Sequence[Detail], start: int, end: int) -> Sequence[Detail]:
    """Those of an article's details, which stand in their order, that begin in a stretch of it."""
    low, high = (bisect_left(details, at, key=lambda detail: detail.start) for at in (start, end))
    return details[low:high]


@lru_cache(maxsize=1024)
def _typed(text: str, published: str | None) -> tuple[tuple[int, float], ...]:
    """Where the names, numbers and dates of a text stand, ascending, those that overlap taken together."""
    found: list[tuple[int, float]] = []
    for each in sorted(
        (each.start, each.end) for of in (names(text), quantities(text), moments(text, published)) for each in of
    ):
        if found and each[0] < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], each[1])
        else:
            found.append(each)
    return tuple(found)


def gathered(side: Side, of: Callable[[Side], Iterable[Thing]]) -> list[Thing]:
    """What a rule finds in a side, gathered once for all the sides that it is held against."""
    if of not in side.found:
        side.found[of] = list(of(side))
    return side.found[of]


def days_apart(one: Side, other: Side) -> int | None:
    """Days between the publications of two articles; None where one of them is not dated."""
    first, second = day_of(one.article.published), day_of(other.article.published)
    return abs((first - second).days) if first and second else None


def counterparts(one: Side, other: Side) -> list[tuple[Span, Span]]:
    """Each member of one article beside the member of the other that is most like it, and the other way round.

    Where an article tells a thing twice, only passages that answer each other are compared word by word.
    """
    alike = {
        (left, right): likeness(one.text, left, other.text, right) for left in one.members for right in other.members
    }
    pairs = [(left, max(other.members, key=lambda right: alike[left, right])) for left in one.members]
    pairs += [(max(one.members, key=lambda left: alike[left, right]), right) for right in other.members]
    settled = {member for pair in pairs if alike[pair] == 1.0 for member in pair}
    return [pair for pair in dict.fromkeys(pairs) if alike[pair] == 1.0 or not settled & set(pair)]


def related(one: Side, other: Side) -> bool:
    """Whether two articles' members have so many words in common that what they say can be laid side by side.

    Passages that are aligned for their meaning alone tell a thing in ways that no rule should call different.
    """
    for left, right in counterparts(one, other):
        mine, yours = news(one, left), news(other, right)
        shared = len(mine & yours)
        if shared >= COMMON or (shared and shared >= PART * min(len(mine), len(yours))):
            return True
    return False


def news(side: Side, member: Span) -> frozenset[str]:
    """The stems of a member that carry news."""
    return frozenset(word.stem for word in word_list(side.text, member.start, member.end) if not word.common)


def likeness(text: str, left: Span, other: str, right: Span) -> float:
    """The share of two passages' words that they have in common."""
    mine, yours = _stems(text, left.start, left.end), _stems(other, right.start, right.end)
    shared = len(mine & yours)
    return shared / max(1, len(mine) + len(yours) - shared)


@lru_cache(maxsize=4096)
def _stems(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset(word.stem for word in word_list(text, start, end))


@dataclass(frozen=True, slots=True)
class Found:
    """One detail that two articles give differently."""

    kind: Kind
    verdict: Verdict
    reason: str
    values: tuple[Value, Value]


@lru_cache(maxsize=4096)
def word_list(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of a stretch of text."""
    every, starts = all_words(text)
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    cut = (first and every[first - 1].end > start) or (first < last and every[last - 1].end > end)
    return tuple(words(text, start, end)) if cut else every[first:last]


@lru_cache(maxsize=1024)
def _sentences(text: str, language: str | None) -> tuple[tuple[int, int], ...]:
    return tuple(sentences(text, language))


@lru_cache(maxsize=1024)
def all_words(text: str) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    """The words of an article, and where each begins."""
    every = tuple(words(text))
    return every, tuple(word.start for word in every)


def neighbours(text: str, start: int, end: int, reach: int) -> tuple[list[Word], list[Word]]:
    """The words before a stretch, nearest first, and the words after it, within its paragraph."""
    every, starts = all_words(text)
    low = bisect_left(starts, start)
    high = bisect_left(starts, end)
    first = text.rfind("\n", 0, start) + 1
    final = text.find("\n", end)
    final = len(text) if final < 0 else final
    before = [word for word in reversed(every[max(0, low - reach) : low]) if word.start >= first]
    after = [word for word in every[high : high + reach] if word.end <= final]
    return before, after


_ARTICLES = ("a", "an", "the")


def slot(one: Side, a: tuple[int, int], other: Side, b: tuple[int, int]) -> int:
    """How many words in a row, to the left and to the right, are the same around two stretches (0 to 2 × NEAR).

    The edge of a paragraph on both sides counts as one word more that agrees.
    """
    agreed = 0
    for left, right in zip(_frame(one.text, *a), _frame(other.text, *b), strict=True):
        for mine, yours in zip(left, right, strict=False):
            if mine != yours:
                break
            agreed += 1
        else:
            agreed += len(left) == len(right) < NEAR
    return agreed


@lru_cache(maxsize=4096)
def _frame(text: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The stems by which a place in a sentence is known again, before a stretch, nearest first, and after it."""
    before, after = (
        [word.stem for word in beside if word.stem not in _ARTICLES][:NEAR]
        for beside in neighbours(text, start, end, NEAR + 1)
    )
    return before, after


def context(side: Side, start: int, end: int) -> frozenset[str]:
    """The stems that carry news around a stretch."""
    before, after = neighbours(side.text, start, end, AROUND)
    return frozenset(word.stem for word in (*before, *after) if not word.common and not word.stem[0].isdigit())


def shared_context(one: Side, a: tuple[int, int], other: Side, b: tuple[int, int]) -> int:
    """How many stems around two stretches are the same."""
    return len(context(one, *a) & context(other, *b))


def sides(members: Sequence[Span], articles: Mapping[str, Article]) -> list[Side]:
    """The members by article, in the order of the articles' ids."""
    by_article: dict[str, list[Span]] = {}
    for member in members:
        by_article.setdefault(member.article, []).append(member)
    return [
        Side(articles[id], tuple(sorted(by_article[id], key=lambda span: (span.start, span.end))))
        for id in sorted(by_article)
    ]
