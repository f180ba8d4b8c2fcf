"""Numbers that two articles give differently for one thing, and whether they can both be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.compare.differences.counted import of_two_things, part
from reader.compare.differences.pairing import paired
from reader.compare.differences.sides import SURE, Found, Side, shared_context, slot
from reader.language.amounts import INFINITY, Quantity
from reader.language.dates import day_of
from reader.language.nouns import PERSONS, comparable
from reader.language.quantities import quantities, singles
from reader.model import Verdict

CLOSE = 0.1
"""By how much, at most, a rounded number may miss the exact one."""
ALIKE = 5.0
"""How many times larger one amount may be than another that is told of the same thing."""
FEW = 2.0
"""How many times larger one count may be than another whose noun differs: "people" may be all of the "volunteers"."""
SAME = 0.02
"""By how much, at most, two numbers in different units may differ and still be one ("5 km", "3.1 miles")."""


def numbers(one: Side, other: Side) -> list[Found]:
    """The quantities that differ between two articles of an alignment.

    A number differs only where unit, noun and place in the sentence match; what the other article says too,
    somewhere, is no difference.
    """
    mine, yours = one.quantities, other.quantities
    mine, yours = [*mine, *_singles(one, yours)], [*yours, *_singles(other, mine)]
    left_over = _left(mine, yours), _left(yours, mine)
    alone = all(
        sum(side.holds(each.start, each.end) for each in of) == 1
        for side, of in zip((one, other), left_over, strict=True)
    )

    def rank(left: Quantity, right: Quantity) -> int:
        """First what stands in the same place; of the rest, what the other article does not say too."""
        if not (one.holds(left.start, left.end) or other.holds(right.start, right.end)):
            return 0
        placed = slot(one, (left.start, left.end), other, (right.start, right.end))
        both_told = _elsewhere(left, right, other) and _elsewhere(right, left, one)
        if placed >= SURE and _comparable(left, right) and comparable(left.noun, right.noun) is not False:
            return 0 if both_told else 100 + placed
        unsaid = left in left_over[0] and right in left_over[1]
        return _rank(one, left, other, right, alone) if unsaid else 0

    found = []
    for left, right in paired(mine, yours, rank):
        printed = one.text[left.start : left.end], other.text[right.start : right.end]
        judged = reconciled(left, right, *_later(one, other), printed=printed)
        if judged is not None:
            verdict, reason = judged
            values = (one.value(left.start, left.end, left.value), other.value(right.start, right.end, right.value))
            found.append(Found("number", verdict, reason, values))
    return found


def _left(mine: Sequence[Quantity], yours: Sequence[Quantity]) -> list[Quantity]:
    """The quantities that the other article's members do not have."""
    return [
        quantity
        for quantity in mine
        if not any(_equal(quantity, other) for other in yours) and not _spans(quantity, yours)
    ]


def _spans(quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether both ends of a range are given by the other article as two numbers."""
    ends = {other.low for other in others if other.exact and other.dimension == quantity.dimension}
    return quantity.low < quantity.high and {quantity.low, quantity.high} <= ends


def _singles(side: Side, others: Sequence[Quantity]) -> list[Quantity]:
    """ "a list" where the other article counts lists."""
    nouns = {
        each.noun
        for each in others
        if each.dimension == "count" and each.exact and not each.vague and each.low > 1 and each.noun
    }
    nouns -= {each.noun for each in side.quantities} | PERSONS  # "Ada Falk, a doctor" counts nobody.
    return [
        single for noun in sorted(nouns) for single in singles(side.text, noun) if side.near(single.start, single.end)
    ]


def _equal(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities say the same of the same kind of thing, whatever the words for it."""
    if comparable(one.noun, other.noun) is False and one.dimension == other.dimension == "count":
        return False
    return _comparable(one, other) and reconciled(one, other) is None


def _comparable(one: Quantity, other: Quantity) -> bool:
    if one.dimension != other.dimension:
        return "magnitude" in (one.dimension, other.dimension) and {one.noun, other.noun} <= {
            "quake",
            "earthquake",
            "magnitude",
            "",
        }
    return one.dimension != "money" or one.unit == other.unit


def _rank(one: Side, left: Quantity, other: Side, right: Quantity, alone: bool) -> int:
    """How sure it is that two quantities tell of one thing; 0 where it is not."""
    if not _comparable(left, right) or part(one, left) != part(other, right):
        return 0
    brief = alone and one.brief and other.brief
    if not brief and of_two_things(one, left, other, right):
        return 0
    a, b = (left.start, left.end), (right.start, right.end)
    placed = slot(one, a, other, b)
    noun = comparable(left.noun, right.noun)
    if (placed >= 3 and noun is not False and not _far_apart(left, right)) or brief:
        return 10 + placed
    if (
        noun is False
        or left.dimension in ("ordinal", "score")
        or _elsewhere(left, right, other)
        or _elsewhere(right, left, one)
    ):
        return 0
    shared = shared_context(one, a, other, b)
    if left.dimension == "age":
        return 5 if _owner(one, left) & _owner(other, right) else 0
    beside = not (one.holds(*a) and other.holds(*b))
    if left.dimension != "count":
        if _far_apart(left, right):
            return 0
        judged = reconciled(left, right)
        fits = judged is not None and judged[0] == "compatible"
        return shared if shared >= (1 if fits or (alone and not beside) else 3 if beside else 2) else 0
    if _far_apart(left, right):
        return 0
    if placed < 2 and _narrower(left, right):
        return 0
    if noun:
        like = left.noun == right.noun and left.qualities == right.qualities
        enough = shared >= 3 if beside else shared >= 1 or alone or like
        return 2 + shared + (left.noun == right.noun) if enough else 0
    if noun is None and not left.noun and not right.noun:
        return shared if shared >= 1 and placed >= 2 else 0
    return shared if shared >= 2 and placed >= 1 and not beside else 0


def _far_apart(left: Quantity, right: Quantity) -> bool:
    """Whether two amounts are so different that they are more likely of two things, or one is an end of the other."""
    if left.vague or right.vague:
        return max(left.low, right.low) > ALIKE * min(left.high, right.high)
    for each, other in ((left, right), (right, left)):
        if 0 < each.low < each.high < INFINITY and other.exact and other.low in (each.low, each.high):
            return True
    small, large = sorted(each.low if each.high == INFINITY else each.high for each in (left, right))
    return large > ALIKE * small


def _narrower(left: Quantity, right: Quantity) -> bool:
    """Whether one counts only some of what the other counts: "160 rare books" beside "51 books"."""
    mine, yours = set(left.qualities), set(right.qualities)
    if left.noun == right.noun:
        return min(left.low, right.low) > 1 and (mine < yours or yours < mine)
    return bool(left.noun and right.noun) and max(left.low, right.low) > FEW * min(left.low, right.low)


def _owner(side: Side, quantity: Quantity) -> frozenset[str]:
    """The capitalised words just before an age."""
    before = side.text[max(0, quantity.start - 40) : quantity.start].split()
    return frozenset(word.strip(",.;'’\"“”") for word in before[-3:] if word[:1].isupper())


def _elsewhere(quantity: Quantity, rival: Quantity, other: Side) -> bool:
    """Whether the other article has the same quantity of the same thing in another place."""
    return any(
        yours.start != rival.start
        and yours.dimension == quantity.dimension
        and (yours.low, yours.high) == (quantity.low, quantity.high)
        and (quantity.noun == yours.noun or comparable(quantity.noun, yours.noun))
        for yours in quantities(other.text)
    )


def _later(one: Side, other: Side) -> tuple[str | None, str | None]:
    """When the two articles were published, where both tell and one is later."""
    first, second = one.article.published, other.article.published
    if not first or not second or first == second or day_of(first) is None or day_of(second) is None:
        return None, None
    return (first, second) if len(first) == len(second) else (first[:10], second[:10])


def reconciled(
    one: Quantity,
    other: Quantity,
    published: str | None = None,
    other_published: str | None = None,
    *,
    printed: tuple[str, str] = ("", ""),
) -> tuple[Verdict, str] | None:
    """The verdict on two quantities of one thing with its reason; None where they say the same.

    `published` and `other_published` are given where they may differ: a count that grew is then an update. `printed`
    are the words of both, for a reason that must name "dozens".
    """
    if (one.low, one.high, one.approximate, one.vague) == (other.low, other.high, other.approximate, other.vague):
        return None
    (small, words), (large, more) = sorted(
        zip((one, other), printed, strict=True), key=lambda pair: (pair[0].low, pair[0].high)
    )
    said = _said(small, words, large, more)
    if one.exact and other.exact:
        gap = (large.low - small.low) / abs(large.low) if large.low else 1.0
        if gap == 0 or (small.unit != large.unit and gap <= SAME):
            return None
        if gap <= CLOSE and _rounded(small, large):
            return "compatible", f"{said}: rounding."
        if published and other_published and published != other_published and one.dimension in ("count", "money"):
            late = other if published < other_published else one
            return "update", f"{said}: the later report says {_amount(late, words if late is small else more)}."
        return "conflict", f"{said}: the numbers differ."
    if small.vague or large.vague:
        vague, exact = (one, other) if one.vague else (other, one)
        if vague.low <= exact.high and exact.low <= vague.high:
            return "more-specific", f"{said}: one gives the number."
        return "conflict", f"{said}: the numbers do not fit."
    if small.low == small.high and large.low == large.high:
        gap = (large.low - small.low) / abs(large.low) if large.low else 1.0
        if gap <= 2 * CLOSE or (gap <= 0.35 and one.approximate and other.approximate):
            return None if gap == 0 else ("compatible", f"{said}: rounding.")
        return "conflict", f"{said}: too far apart for rounding."
    slack = {True: CLOSE, False: 0.0}
    if small.high * (1 + slack[small.approximate]) >= large.low * (1 - slack[large.approximate]):
        return "compatible", f"{said}: both can be right."
    if published and other_published and published != other_published:
        late = other if published < other_published else one
        return "update", f"{said}: the later report says {_amount(late, words if late is small else more)}."
    return "conflict", f"{said}: both cannot be right."


def _rounded(small: Quantity, large: Quantity) -> bool:
    """Whether one of two exact numbers can be the other, rounded; counts of few things are not rounded."""
    if small.dimension in ("count", "age", "ordinal", "score", "magnitude") and small.low < 100:
        return False
    a, b = small.low / small.scale, large.low / large.scale
    for rough, fine in ((a, b), (b, a)):
        for unit in (10.0**power for power in range(12, -3, -1)):
            for step in (unit, unit / 2):
                if rough % step < 1e-9 and abs(fine - rough) <= step / 2 and step <= abs(rough) and fine % step > 1e-9:
                    return True
    return False


def _said(small: Quantity, words: str, large: Quantity, more: str) -> str:
    """ "20 and 21 minutes": both amounts in words, the unit once where it is one."""
    left, right = _amount(small, words), _amount(large, more)
    unit = _LONG.get(small.unit, small.unit)
    if unit and right.endswith(f" {unit}"):
        left = left.removesuffix(f" {unit}")
    return f"{left} and {right}"


_LONG = {
    "s": "seconds", "min": "minutes", "h": "hours", "d": "days", "wk": "weeks", "km": "kilometres", "mi": "miles",
    "m": "metres", "cm": "centimetres", "ft": "feet", "yd": "yards", "in": "inches", "kg": "kilograms", "t": "tonnes",
    "lb": "pounds", "ha": "hectares", "%": "percent", "points": "percentage points", "USD": "dollars", "EUR": "euros",
    "GBP": "pounds", "JPY": "yen", "KRW": "won", "CNY": "yuan", "INR": "rupees",
}  # fmt: skip
"""How a unit is written in a sentence."""


def _amount(quantity: Quantity, words: str) -> str:
    if quantity.vague and words:
        return f"“{words}”"
    long = _LONG.get(quantity.unit)
    return (replace(quantity, unit=long) if long else quantity).value


__all__ = ["numbers", "reconciled"]
