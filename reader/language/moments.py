"""A date or time as far as it is told, how two of them stand to each other, and which two are one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a time of day or both, as far as the words and the day of publication tell them."""

    start: int
    end: int
    grain: str
    """How exact it is: "minute", "part", "day", "week", "month", "year", "era", "vague", "sometime" or
    "recurring"."""
    first: date | None = None
    """The first and the last day that it can mean; None where nothing ties it to the calendar."""
    last: date | None = None
    month: int | None = None
    """What is said when the year is not known."""
    day: int | None = None
    weekday: int | None = None
    minutes: tuple[int, int] | None = None
    """Minutes of the day, from and to; beyond 1440 in the night that follows."""
    bound: str = ""
    """"since", "until", "before", "after", "by", "between" …: on which side of it things happened."""
    value: str = ""
    """The normalised form: "2019-10-24", "2019-10-24 to 2019-10-26", "Thursday", "12:00"."""

    @property
    def several(self) -> bool:
        """Whether it names a stretch of days by both ends."""
        return self.grain == "day" and self.first != self.last

    @property
    def telling(self) -> bool:
        """Whether it tells when something was, or will be: neither "now" nor "every year" does, beside another time."""
        return self.grain not in ("sometime", "recurring")

    @property
    def dated(self) -> bool:
        """Whether it can be laid beside another date."""
        return self.first is not None or self.month is not None or self.weekday is not None


def relation(one: Moment, other: Moment) -> str:
    """How two moments stand to each other: "same", "within" (one is more exact), "apart", or "unknown".

    Both are compared by their days where both are tied to the calendar, else by month, day of the month, weekday
    and time of day, as far as both tell them.
    """
    days = _days(one, other)
    if days == "apart":
        return "apart"
    hours = _hours_relation(one, other)
    if days == "unknown":
        return hours if not (one.dated or other.dated) else "unknown"
    if hours == "apart" and days == "same":
        return "apart"
    if days == "same" and (one.minutes is None) != (other.minutes is None):
        return "within"
    if days == "same" and hours in ("same", "within"):
        return hours
    return days


def _days(one: Moment, other: Moment) -> str:
    if one.first and one.last and other.first and other.last:
        if one.last < other.first or other.last < one.first:
            return "apart"
        return "same" if (one.first, one.last) == (other.first, other.last) else "within"
    for span, point in ((one, other), (other, one)):
        if span.several and span.first and span.last and point.month and point.day:
            day = (point.month, point.day)
            within = (span.first.month, span.first.day) <= day <= (span.last.month, span.last.day)
            return "within" if within else "apart"
    told = [
        (mine, yours)
        for mine, yours in ((one.month, other.month), (one.day, other.day), (one.weekday, other.weekday))
        if mine is not None and yours is not None
    ]
    if any(mine != yours for mine, yours in told):
        return "apart"
    if not told:
        known, partial = (one, other) if one.first else (other, one)
        if known.first and known.first == known.last and partial.weekday is not None:
            return "same" if known.first.weekday() == partial.weekday else "apart"
        return "same" if one.value and one.value == other.value else "unknown"
    if one.month is not None and other.month is not None and (one.day is None) != (other.day is None):
        return "within"
    return "same"


def _hours_relation(one: Moment, other: Moment) -> str:
    if one.minutes is None or other.minutes is None:
        return "unknown"
    (a, b), (c, d) = one.minutes, other.minutes
    if b < c or d < a:
        return "apart"
    return "same" if (a, b) == (c, d) else "within"


_TIME_THEN_DAY = (" ", " on ", " (", ") on ", " of ", " of the ")


def joined_up(text: str, left: Moment, right: Moment) -> Moment | None:
    """A day with its time ("noon Saturday"), a weekday with its date, or the two ends of one span."""
    between = text[left.end : right.start].lower().replace(",", "") or " "
    if left.grain == right.grain == "minute" and between == " (" and not left.dated and not right.dated:
        return replace(left, end=right.end)
    if left.minutes and not left.dated and right.dated and right.minutes is None and between in _TIME_THEN_DAY:
        return replace(
            right, start=left.start, grain=left.grain, minutes=left.minutes, value=f"{right.value} {left.value}"
        )
    if right.grain == "minute" and left.dated and between in (" ", " at ", " just ") and left.minutes is None:
        return replace(left, end=right.end, grain="minute", minutes=right.minutes, value=f"{left.value} {right.value}")
    if left.weekday is not None and right.day is not None and between in (" ", " ("):
        time = left.value.split(" ", 1)[1:] if left.minutes else []
        grain = left.grain if left.minutes else right.grain
        value = " ".join((right.value, *time))
        return replace(right, start=left.start, weekday=left.weekday, minutes=left.minutes, grain=grain, value=value)
    return _spanned(left, right, between) if left.bound in ("between", "from") else None


def _spanned(left: Moment, right: Moment, between: str) -> Moment | None:
    """ "between June and August", "from 9 a.m. to noon" as one moment."""
    led = between.startswith((" and ", " to ", " until ")) and len(between) < 20
    if not led and not (between in ("-", "–") and left.grain == right.grain):
        return None
    end, value = right.end, f"{left.value} to {right.value}"
    if left.minutes and right.minutes and not left.dated and not right.dated:
        return replace(left, end=end, minutes=(left.minutes[0], right.minutes[1]), value=value)
    if left.first and right.last and left.first <= right.last:
        return replace(left, end=end, last=right.last, grain="era" if left.grain == "year" else "week", value=value)
    if left.dated and right.dated:
        return Moment(left.start, end, "vague", minutes=left.minutes, bound=left.bound, value=value)
    return None


def spanning(match: re.Match[str], grain: str, first: date | None, last: date | None = None, **rest: object) -> Moment:
    """The moment that a match tells, without the preposition that leads it, from its first day to its last."""
    last = last or first
    if "value" not in rest:
        rest["value"] = _written(first, last, grain)
    start, end = match.start(), match.end()
    lead = re.match(r"(?:in|on|since|by|until|from|of|at|the)\s", match[0], re.IGNORECASE)
    if lead:
        start += lead.end()
    return Moment(start, end, grain, first, last, **rest)  # type: ignore[arg-type]  # the names of the fields


def _written(first: date | None, last: date | None, grain: str) -> str:
    if first is None or last is None:
        return ""
    if grain == "year" and first.year == last.year:
        return f"{first.year:04}"
    if grain == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
