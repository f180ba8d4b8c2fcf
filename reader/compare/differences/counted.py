"""Of what two amounts are told: a whole or its part, another year, other victims, another place."""

from __future__ import annotations

import re

from reader.compare.differences.sides import Side
from reader.language.amounts import Quantity
from reader.language.moments import relation
from reader.language.names import nation
from reader.language.places import PLACES, inside

_PART_BEHIND = re.compile(
    r"\s(?:others?|more|additional|further|(?P<whole>of\s(?:the|its|his|her|their|those|them|these)))\b"
)
_PART_BEFORE = re.compile(
    r"\b(?:(?:another|further|additional|extra|other)|(?P<whole>including|among (?:them|whom)))\s"
    r"(?:at least |about |around |nearly |some |up to |more than )?$",
    re.IGNORECASE,
)
"""Words by which a count is told to be a part of another, or to come on top of it."""
_FATE = re.compile(
    r"\b(?:(?P<dead>kill\w*|dead|di(?:ed|e|es)|deaths?|fatalit\w+|lives|lost their lives|drown\w*)"
    r"|(?P<hurt>injur\w*|wound\w*|hurt)|(?P<missing>missing|unaccounted)|(?P<held>arrest\w*|detained|held|charged)"
    r"|(?P<trapped>trapped|stuck|stranded)|(?P<freed>freed|released|rescued|evacuated))\b",
    re.IGNORECASE,
)
_FATE_END = re.compile(r"[,;.:\n]|\band\b|\bwhile\b|\d")
"""Where what is told of one count ends."""


def of_two_things(one: Side, left: Quantity, other: Side, right: Quantity) -> bool:
    """Whether what stands around two amounts tells that they are of two things."""
    return _other_times(one, left, other, right) or _other_fates(one, left, other, right) or _other_places(one, other)


def _other_times(one: Side, left: Quantity, other: Side, right: Quantity) -> bool:
    """Whether two amounts are told of two stretches of time: "6 percent last year", "at least 6 percent this year"."""
    spans = [
        [moment for moment in side.moments if low <= moment.start < high and moment.grain in ("month", "year", "era")]
        for side, (low, high) in (
            (one, one.sentence(left.start, left.end)),
            (other, other.sentence(right.start, right.end)),
        )
    ]
    return all(spans) and all(relation(mine, yours) == "apart" for mine in spans[0] for yours in spans[1])


def _other_fates(one: Side, left: Quantity, other: Side, right: Quantity) -> bool:
    """Whether people are counted whom two different things befell: "50 dead" and "hundreds were injured"."""
    fates = _fate(one, left), _fate(other, right)
    return all(fates) and fates[0] != fates[1]


def _fate(side: Side, quantity: Quantity) -> str | None:
    """What befell those who are counted, as the words behind the number tell, or those before it."""
    behind = _FATE_END.split(side.text[quantity.end : quantity.end + 45])[0]
    before = _FATE_END.split(side.text[max(0, quantity.start - 30) : quantity.start])[-1]
    found = _FATE.search(behind) or _FATE.search(before)
    return found.lastgroup if found else None


def _other_places(one: Side, other: Side) -> bool:
    """Whether each article's members name places and none of them is, or lies in, one of the other's."""
    places = [[name.key for name in side.names if name.kind == "place"] for side in (one, other)]
    return all(places) and not any(
        mine == yours
        or inside(mine, yours)
        or inside(yours, mine)
        or (nation(mine) and nation(mine) == nation(yours))
        or not {mine, yours} <= PLACES
        for mine in places[0]
        for yours in places[1]
    )


def part(side: Side, quantity: Quantity) -> str:
    """Whether a count is told to be a part of a whole ("two of the", "including ten") or what comes on top of it ("22
    other")."""
    found = _PART_BEHIND.match(side.text, quantity.end) or _PART_BEFORE.search(
        side.text, max(0, quantity.start - 30), quantity.start
    )
    return "" if found is None else "of" if found["whole"] else "other"
