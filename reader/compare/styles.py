"""What outlets print in two styles and mean as one: U.S. and US, twenty and 20, 5 km and 3.1 miles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reader.language.amounts import Quantity
from reader.language.quantities import quantities
from reader.language.style import tokens
from reader.language.words import folded
from reader.model import Span

SAME = 0.02
"""By how much, at most, two numbers in different units may differ and still be one."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One thing in the styles of several articles."""

    values: tuple[Span, ...]
    """For each article that has it, where it prints it first."""


def variants(members: Sequence[Span]) -> tuple[Variant, ...]:
    """What the passages of one alignment print differently and say alike, in the order of the first article.

    A word that two articles both print in one style somewhere in their passages is no variant.
    """
    found = [*_spellings(members), *_measures(members)]
    return tuple(sorted(found, key=lambda variant: [(value.article, value.start) for value in variant.values]))


def _spellings(members: Sequence[Span]) -> Iterator[Variant]:
    """Words whose form is one in every style."""
    printed: dict[str, dict[str, dict[str, Span]]] = {}
    for member in members:
        for token in tokens(member.text, 0, len(member.text)):
            text = member.text[token.start : token.end]
            of = printed.setdefault(token.form, {}).setdefault(member.article, {})
            of.setdefault(folded(text), _stretch(member, token.start, token.end))
    for by_article in printed.values():
        if any(not one.keys() & other.keys() for one, other in combinations(by_article.values(), 2)):
            yield Variant(tuple(next(iter(words.values())) for words in by_article.values()))


def _measures(members: Sequence[Span]) -> Iterator[Variant]:
    """One measure in two units."""
    for one, other in combinations(members, 2):
        if one.article != other.article:
            for left in quantities(one.text):
                for right in quantities(other.text):
                    if _one_measure(left, right):
                        yield Variant((_stretch(one, left.start, left.end), _stretch(other, right.start, right.end)))


def _one_measure(left: Quantity, right: Quantity) -> bool:
    if left.dimension != right.dimension or left.unit == right.unit or "" in (left.unit, right.unit):
        return False
    return 0 < left.low < float("inf") and abs(left.low - right.low) <= SAME * max(left.low, right.low)


def _stretch(member: Span, start: int, end: int) -> Span:
    return Span(member.article, member.start + start, member.start + end, member.text[start:end])
