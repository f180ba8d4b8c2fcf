"""Dates and times that two articles give differently for one thing."""

from __future__ import annotations

from collections.abc import Sequence

from reader.compare.differences.pairing import paired
from reader.compare.differences.sides import Found, Side, shared_context, slot
from reader.language.dates import moments
from reader.language.moments import Moment, relation
from reader.language.style import tokens

COARSE = ("week", "month", "year", "era", "vague")
"""Grains beside which a day is news; "Saturday noon" beside "Saturday" is not."""


def times(one: Side, other: Side) -> list[Found]:
    """The dates and times that differ between two articles of an alignment."""
    mine, yours = _left(one, other), _left(other, one)
    alone = len(mine) == len(yours) == 1
    found = []
    for left, right in paired(mine, yours, lambda left, right: _rank(one, left, other, right, alone)):
        if difference := _judged(one, left, other, right):
            found.append(difference)
    return found


def _left(side: Side, other: Side) -> list[Moment]:
    """The moments that the other article's members do not have in some words."""
    theirs: Sequence[Moment] = other.moments
    return [moment for moment in side.moments if not any(relation(moment, yours) == "same" for yours in theirs)]


def _rank(one: Side, left: Moment, other: Side, right: Moment, alone: bool) -> int:
    """How sure it is that two moments tell when one thing was; 0 where it is not."""
    a, b = (left.start, left.end), (right.start, right.end)
    placed = slot(one, a, other, b)
    shared = shared_context(one, a, other, b)
    related = relation(left, right)
    if related == "unknown" and _forms(one, left) == _forms(other, right):
        return 0
    if related == "unknown":
        if not all(moment.grain in COARSE or moment.bound for moment in (left, right)):
            return 0
        loose = "vague" in (left.grain, right.grain) or left.bound != right.bound or not (left.dated and right.dated)
        return 1 + shared if alone and loose and shared >= 2 else 0
    if related == "within" and placed < 4 and not _telling(left, right):
        return 0
    if placed >= 3 or (alone and one.brief and other.brief):
        return 10 + placed
    if related == "apart" and (_elsewhere(left, other) or _elsewhere(right, one)):
        return 0
    if related == "apart" and left.grain != right.grain and (not alone or "year" in (left.grain, right.grain)):
        return 0
    if related == "within" and alone:
        return 1 + shared
    return 1 + shared if shared >= (1 if alone else 3) or placed >= 2 else 0


def _forms(side: Side, moment: Moment) -> list[str]:
    return [token.form for token in tokens(side.text, moment.start, moment.end)]


def _telling(left: Moment, right: Moment) -> bool:
    """Whether one being more exact is worth a reader's look."""
    grains = (left.grain, right.grain)
    if grains == ("minute", "minute"):
        return True
    if left.several != right.several:
        return True
    coarse = [grain in COARSE for grain in grains]
    return coarse[0] != coarse[1] or (all(coarse) and grains[0] != grains[1])


def _elsewhere(moment: Moment, other: Side) -> bool:
    """Whether the other article has the same day in another place."""
    every = moments(other.text, other.article.published)
    return any(relation(moment, yours) == "same" and yours.grain == moment.grain for yours in every)


def _judged(one: Side, left: Moment, other: Side, right: Moment) -> Found | None:
    said = f"“{one.text[left.start : left.end]}” and “{other.text[right.start : right.end]}”"
    values = (one.value(left.start, left.end, left.value), other.value(right.start, right.end, right.value))
    match relation(left, right):
        case "apart":
            return Found("date", "conflict", f"{said}: the times differ.", values)
        case "within":
            return Found("date", "more-specific", f"{said}: one is more exact.", values)
        case "unknown":
            return Found("date", "more-specific", f"{said}: told differently.", values)
    return None
