"""Other words for one thing: what each outlet puts in the same place of the same statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from reader.compare.differences.sides import Found, Side, counterparts, news, slot, word_list
from reader.compare.marks import Mark, word_marks
from reader.language.rarity import general
from reader.language.related import near
from reader.model import Span

LONGEST = 12
"""Words in a stretch that can be shown as a choice of words."""
CLOSE = 3
"""Words between a stretch and one beside it, at most, that both members have."""
TELLING = 0.42
"""Rarity in English that a word must have, at least, to be a choice."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one member that the other does not have."""

    start: int
    end: int
    weight: float
    """How much its words tell."""
    stems: tuple[str, ...]
    """Those of them that tell something."""


def wording(one: Side, other: Side) -> list[Found]:
    """The stretches in which two articles chose other words for one thing; the most telling pair alone.

    They are told of one thing where they stand beside the same word, or where words in them stand near each other.
    """
    best: tuple[float, int, int] | None = None
    found: tuple[Stretch, Stretch] | None = None
    for left, right in counterparts(one, other):
        shared = news(one, left) & news(other, right)
        for a, b in _pairs(one, left, other, right):
            if best and 1 + len(a.stems) + a.weight + b.weight < best[0]:
                continue  # However near their words are to each other.
            beside = slot(one, (a.start, a.end), other, (b.start, b.end)) > 0 or any(
                _neighbour(one, left, a, shared, step) & _neighbour(other, right, b, shared, step) for step in (-1, 1)
            )
            alike = sum(any(near(word, its) for its in b.stems) for word in a.stems)
            if not (beside or alike) or _one_word(a, b):
                continue
            rank = (beside + alike + a.weight + b.weight, -a.start, -b.start)
            if best is None or rank > best:
                best, found = rank, (a, b)
    if found is None:
        return []
    values = tuple(side.value(each.start, each.end) for side, each in zip((one, other), found, strict=True))
    reason = f"Other words: “{values[0].text}” and “{values[1].text}”."
    return [Found("wording", "compatible", reason, (values[0], values[1]))]


def _one_word(a: Stretch, b: Stretch) -> bool:
    """Whether two stretches are forms of one word: "plea" and "plead", "polling" and "outpolling"."""
    return len(a.stems) == len(b.stems) == 1 and (a.stems[0] in b.stems[0] or b.stems[0] in a.stems[0])


def _pairs(one: Side, left: Span, other: Side, right: Span) -> Iterator[tuple[Stretch, Stretch]]:
    """Every stretch of one member that is not in the other, beside every such stretch of the other."""
    mine, yours = _telling(one, left, other, right), _telling(other, right, one, left)
    if not mine or not yours:
        return
    marks = _marks(one.text[left.start : left.end], other.text[right.start : right.end])
    yield from product(
        _stretches(one, left, marks[0], mine),
        _stretches(other, right, marks[1], yours),
    )


@lru_cache(maxsize=4096)
def _marks(mine: str, yours: str) -> list[tuple[Mark, ...]]:
    """The differing runs of two passages, which copies of them share."""
    return word_marks([mine, yours])


def _stretches(side: Side, member: Span, marks: Sequence[Mark], telling: Mapping[int, float]) -> list[Stretch]:
    """Those of the differing runs in which a word tells something."""
    runs = (_stretch(side, member, mark, telling) for mark in marks if mark.kind != "shared")
    return [run for run in runs if run]


def _telling(side: Side, member: Span, other: Side, rival: Span) -> dict[int, float]:
    """Where a member has telling words that the other has nowhere, and how much they tell; names and numbers are
    others' work."""
    known = {word.stem for word in word_list(other.text, rival.start, rival.end)}
    return {
        word.start: general(word.stem)
        for word in word_list(side.text, member.start, member.end)
        if not word.common and word.stem not in known and general(word.stem) >= TELLING and not side.typed(word)
    }


def _stretch(side: Side, member: Span, mark: Mark, telling: Mapping[int, float]) -> Stretch | None:
    """The words of a differing run, where one of them tells something."""
    words = list(word_list(side.text, member.start + mark.start, member.start + mark.end)[:LONGEST])
    told = [word for word in words if word.start in telling]
    if not told:
        return None
    while words[0].common:
        words.pop(0)
    while words[-1].common:
        words.pop()
    weight = sum(telling[word.start] for word in told)
    return Stretch(words[0].start, words[-1].end, weight, tuple(word.stem for word in told))


def _neighbour(side: Side, member: Span, stretch: Stretch, shared: frozenset[str], step: int) -> frozenset[str]:
    """The nearest word before or behind a stretch, if it carries news, stands close and both members have it."""
    words = word_list(side.text, member.start, member.end)
    beside = [word for word in words if (word.end <= stretch.start if step < 0 else word.start >= stretch.end)]
    close = beside[: -CLOSE - 1 : -1] if step < 0 else beside[:CLOSE]
    return frozenset([word.stem for word in close if word.stem in shared][:1])
