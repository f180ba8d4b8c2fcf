"""Where a thing is, as two articles describe the place: "a warehouse in Feltham" and "a London warehouse"."""

from __future__ import annotations

from reader.compare.differences.pairing import paired
from reader.compare.differences.sides import Found, Side, shared_context, slot
from reader.language.localities import SETTLEMENTS, Locality, localities
from reader.language.names import Name
from reader.language.places import CAPITALS, COUNTRIES, inside
from reader.language.spelling import spelling_variant
from reader.model import Verdict

LOOSE = SETTLEMENTS | {"area", "region", "road", "zone", "field"}
"""Places that hold others: what is in a park is in an area and off a road as well."""


def whereabouts(one: Side, other: Side) -> list[Found]:
    """The places that two articles of an alignment describe differently."""
    mine, yours = _described(one), _described(other)
    mine, yours = _left(mine, yours), _left(yours, mine)
    alone = len(mine) == len(yours) == 1
    found = [
        _judged(one, left, other, right)
        for left, right in paired(mine, yours, lambda left, right: _rank(one, left, other, right, alone))
    ]
    return [*found, *_named(one, mine, other, turned=False), *_named(other, yours, one, turned=True)]


def _described(side: Side) -> list[Locality]:
    """The places in the members, with the names behind them where a member ends before those."""
    return [
        each
        for each in localities(side.text)
        if any(member.start <= each.start < member.end for member in side.members)
    ]


def _left(mine: list[Locality], yours: list[Locality]) -> list[Locality]:
    """The places that the other article's members do not describe in the same words."""
    return [each for each in mine if not any((each.head, each.names) == (its.head, its.names) for its in yours)]


def _rank(one: Side, left: Locality, other: Side, right: Locality, alone: bool) -> int:
    """How sure it is that two descriptions are of one place and differ; 0 where it is not."""
    a, b = (left.start, left.end), (right.start, right.end)
    if left.head == right.head:
        if not (left.names and right.names) or left.names & right.names or _spelt_alike(left, right):
            return 0
        if left.head in SETTLEMENTS and _nested(left, right):
            return 0  # "the capital San José", "Costa Rica's capital"
        return 1 + shared_context(one, a, other, b) + slot(one, a, other, b)
    if not (alone and left.told and right.told) or (left.names and left.names == right.names):
        return 0
    if any(each.head in LOOSE or (each.definite and not each.names) for each in (left, right)):
        return 0  # "The hotel" points at one that was told of, and stands in some city.
    return shared_context(one, a, other, b)


def _spelt_alike(left: Locality, right: Locality) -> bool:
    return any(spelling_variant(mine, yours) for mine in left.names for yours in right.names)


def _nested(left: Locality, right: Locality) -> bool:
    """Whether a name of one place lies in a name of the other."""
    return any(inside(x, y) or inside(y, x) for x in left.names for y in right.names)


def _judged(one: Side, left: Locality, other: Side, right: Locality) -> Found:
    values = (one.value(left.start, left.end), other.value(right.start, right.end))
    verdict: Verdict = "more-specific" if _nested(left, right) else "compatible"
    said = f"“{values[0].text}” and “{values[1].text}”"
    return Found("place", verdict, f"{said}: the place is told differently.", values)


def _named(side: Side, described: list[Locality], other: Side, *, turned: bool) -> list[Found]:
    """ "the northern city" where the other article prints the name."""
    found = []
    for each in described:
        if not each.settlement:
            continue
        fitting = [
            name
            for name in other.names
            if name.kind == "place"
            and (name.key not in COUNTRIES or name.key in CAPITALS)
            and _one_place(side, each, other, name)
        ]
        if fitting:
            mine, yours = (
                side.value(each.start, each.end),
                other.value(fitting[0].start, fitting[0].end, fitting[0].key),
            )
            reason = f"“{mine.text}” and “{yours.text}”: one gives the name."
            found.append(Found("place", "more-specific", reason, (yours, mine) if turned else (mine, yours)))
    return found


def _one_place(side: Side, described: Locality, other: Side, name: Name) -> bool:
    """Whether a name stands where a description does."""
    return slot(side, (described.start, described.end), other, (name.start, name.end)) >= 2
