"""Dates and times that two articles give differently for one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.compare.differences.ground import copied
from reader.compare.differences.pairing import paired
from reader.compare.differences.sides import SURE, Found, Side, days_apart, related, shared_context, slot
from reader.language.dates import day_of, moments
from reader.language.moments import Moment, relation
from reader.language.quantities import number
from reader.language.style import tokens

DAY = 86_400.0
"""Seconds; what takes less is no matter of the calendar."""
_LATER = re.compile(r"eventually|some ?day|in the (?:long|near|coming)")
_FROM_TODAY = re.compile(
    r"(?:(?:earlier|later) )?(?:this|last|next|(?:the )?past) (?:[a-z]+ )?(?:week(?:end)?|month|year)s?", re.IGNORECASE
)
"""Times told from the day of writing and no more exact than a week: beside a day they are no news."""
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_STAMP = re.compile(r"(?:\(@\w+\)|\b(?:Updated|Published|Posted|Last modified):)\s$")
"""Before the date of a message or of an edition: it tells nothing of what is reported."""
_YEAR = re.compile(r"\d{4}")
_TODAY = re.compile(
    r"(?:today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night)", re.IGNORECASE
)
_DATED = re.compile(r"\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
APART = 4
"""Days between two publications from which the weekdays that they print are not laid beside each other: who tells a
thing so late tells of another day, or is dated by the day on which it was copied."""
COARSE = ("week", "month", "year", "era", "vague")
"""Grains beside which a day is news; "Saturday noon" beside "Saturday" is not."""


def times(one: Side, other: Side) -> list[Found]:
    """The dates and times that differ between two articles of an alignment."""
    mine, yours = one.moments, other.moments
    mine, yours = [*mine, *_waits(one, yours)], [*yours, *_waits(other, mine)]
    left_over = _left(mine, yours), _left(yours, mine)
    alone = all(
        sum(side.holds(each.start, each.end) for each in of) == 1
        for side, of in zip((one, other), left_over, strict=True)
    )

    def rank(left: Moment, right: Moment) -> int:
        """First what stands in the same place; of the rest, what the other article does not say too."""
        if not (one.holds(left.start, left.end) or other.holds(right.start, right.end)):
            return 0
        placed = slot(one, (left.start, left.end), other, (right.start, right.end))
        both_told = _elsewhere(left, other) and _elsewhere(right, one)
        if placed >= SURE and left.grain == right.grain and not both_told:
            return 100 + placed
        unsaid = left in left_over[0] and right in left_over[1]
        return _rank(one, left, other, right, alone) if unsaid else 0

    found = []
    for left, right in paired(mine, yours, rank):
        if not _one_time(one, left, other, right) and (difference := _judged(one, left, other, right)):
            found.append(difference)
    return found


def _one_time(one: Side, left: Moment, other: Side, right: Moment) -> bool:
    """Whether two times may well be one: the same words, or a day without its year, which the day of publication
    would have to tell, or a time told from the day of writing beside one of another grain."""
    texts = one.text[left.start : left.end], other.text[right.start : right.end]
    if _forms(one, left) == _forms(other, right):
        return True
    places = (left.start, left.end), (right.start, right.end)
    if (_stamped(one, left) or _stamped(other, right)) and not copied(one, places[0], other, places[1]):
        return True
    if all(_YEAR.search(text) for text in texts):
        return False
    days = [_WEEKDAY.search(text) for text in texts]
    if relation(left, right) == "apart" and days[0] and days[1] and days[0][0].lower() == days[1][0].lower():
        return not _clashing(left, right)
    if not all(_DATED.search(text) for text in texts) and _doubtful(one, left, other, right):
        return True
    if {left.grain, right.grain} == {"day", "year"} and _this_year(one, left, other, right):
        return True  # That a day lies in the year of the report is no news.
    told = [moment.first if moment.first == moment.last else None for moment in (left, right)]
    if told[0] and told[1] and (told[0].month, told[0].day) == (told[1].month, told[1].day):
        return relation(left, right) == "apart"
    return left.grain != right.grain and any(_FROM_TODAY.fullmatch(text) for text in texts)


def _this_year(one: Side, left: Moment, other: Side, right: Moment) -> bool:
    """Whether a year is told that is the one in which it is printed."""
    return any(
        moment.grain == "year" and moment.first and published and moment.first.year == published.year
        for side, moment in ((one, left), (other, right))
        for published in [day_of(side.article.published)]
    )


def _stamped(side: Side, moment: Moment) -> bool:
    return _STAMP.search(side.text, max(0, moment.start - 30), moment.start) is not None


def _doubtful(one: Side, left: Moment, other: Side, right: Moment) -> bool:
    """Whether two days, told from the days of writing, may be one: "tomorrow" is often written a day before it is
    printed."""
    days = days_apart(one, other)
    if days is not None and days >= APART:
        return relation(left, right) == "apart"
    words = one.text[left.start : left.end], other.text[right.start : right.end]
    near = left.first and right.first and abs((left.first - right.first).days) == 1
    return bool(near) and sum(_TODAY.match(text) is not None for text in words) == 1


def _clashing(left: Moment, right: Moment) -> bool:
    """Whether two times of day cannot both be right."""
    (a, b), (c, d) = left.minutes or (0, 1440), right.minutes or (0, 1440)
    return b < c or d < a


def _left(mine: Sequence[Moment], yours: Sequence[Moment]) -> list[Moment]:
    """The moments that the other article's members do not have in some words."""
    return [moment for moment in mine if not any(relation(moment, other) == "same" for other in yours)]


def _waits(side: Side, others: Sequence[Moment]) -> list[Moment]:
    """How long it takes ("six months") where the other article says "eventually"."""
    if not any(_LATER.match(moment.value) for moment in others):
        return []
    return [
        Moment(each.start, each.end, "vague", value=each.value)
        for each in side.quantities
        if each.dimension == "duration" and each.low >= DAY
    ]


def _rank(one: Side, left: Moment, other: Side, right: Moment, alone: bool) -> int:
    """How sure it is that two moments tell when one thing was; 0 where it is not."""
    a, b = (left.start, left.end), (right.start, right.end)
    placed = slot(one, a, other, b)
    shared = shared_context(one, a, other, b)
    related = relation(left, right)
    if related == "unknown" and (_counted_back(one, left) or _counted_back(other, right)):
        return 0
    if related == "unknown":
        if not all(moment.grain in COARSE or moment.bound for moment in (left, right)):
            return 0
        held = one.holds(*a) and other.holds(*b)
        vague = [moment for moment in (left, right) if moment.grain == "vague"]
        if len(vague) == 2 and not any(_LATER.match(moment.value) for moment in vague):
            return 0  # "two years ago" beside "a few years ago"
        loose = bool(vague) or not (left.dated or right.dated)
        return 1 + shared if alone and held and loose and (shared >= 2 or _told_once(one, other)) else 0
    since = "since" in (left.bound, right.bound) and left.bound != right.bound
    if related == "within" and placed < SURE and (since or not _telling(left, right)):
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


def _counted_back(side: Side, moment: Moment) -> bool:
    """Whether a time is told by how long ago it was: "two years ago" may be any year where no day is known."""
    first, *_, last = side.text[moment.start : moment.end].split() * 2
    return last.lower() == "ago" and number(first) is not None


def _told_once(one: Side, other: Side) -> bool:
    """Whether each article tells the fact in one passage, or in passages that have words in common."""
    return len(one.members) == len(other.members) == 1 or related(one, other)


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
    return any(yours.grain == moment.grain and relation(moment, yours) == "same" for yours in every)


def _judged(one: Side, left: Moment, other: Side, right: Moment) -> Found | None:
    said = f"“{one.text[left.start : left.end]}” and “{other.text[right.start : right.end]}”"
    values = (one.value(left.start, left.end, left.value), other.value(right.start, right.end, right.value))
    match relation(left, right):
        case "apart":
            return Found("date", "conflict", f"{said}: the times differ.", values)
        case "within" if left.minutes and right.minutes and not _nested(left.minutes, right.minutes):
            return Found("date", "compatible", f"{said}: about the same time.", values)
        case "within":
            return Found("date", "more-specific", f"{said}: one is more exact.", values)
        case "unknown" if _forms(one, left) != _forms(other, right):
            return Found("date", "compatible", f"{said}: told differently.", values)
    return None


def _nested(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether one stretch of the day lies in the other."""
    return (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])
