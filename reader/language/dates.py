"""Dates and times in English news prose, as intervals resolved against the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from reader.language.calendar_dates import (
    day_month,
    decade,
    holiday,
    iso_day,
    month_alone,
    month_day,
    month_year,
    stretch_of_years,
    year_alone,
)
from reader.language.date_words import BOUND, CAPITAL, PARTS, PATTERN
from reader.language.moments import Moment, joined_up, spanning
from reader.language.relative_dates import (
    day_of_week,
    lately,
    named_day,
    part_of_day,
    part_of_year,
    recurring,
    relative_time,
    someday,
    sometime,
    that_part,
    time_ago,
    time_ahead,
)


@lru_cache(maxsize=1024)
def moments(text: str, published: str | None = None) -> tuple[Moment, ...]:
    """Every date and time of an English text in its order, resolved against an ISO day or time of publication."""
    today = day_of(published)
    found: list[Moment] = []
    for match in PATTERN.finditer(text):
        moment = _read(text, match, today)
        if moment is None:
            continue
        if bound := BOUND.search(text, max(0, match.start() - 18), match.start()):
            moment = replace(moment, bound=bound["word"].lower())
        joined = joined_up(text, found[-1], moment) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(moment)
    return tuple(found)


def within(text: str, published: str | None, start: int, end: int) -> Iterator[Moment]:
    """The moments of a text that lie in a stretch of it, read with what stands around them."""
    return (moment for moment in moments(text, published) if start <= moment.start and moment.end <= end)


def day_of(published: str | None) -> date | None:
    """The day of an ISO date or time; None where there is none or it is not one."""
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _read(text: str, match: re.Match[str], today: date | None) -> Moment | None:
    kind = next(name for name in _KINDS if match[name] is not None)
    printed = match[0]
    capital = CAPITAL.search(printed)
    if capital and capital[0][0].islower() and not printed.isupper():
        return None  # "may", "march", "sat", "second"
    return _READERS[kind](text, match, today)


def _clock(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    lean = (match["clockabout"] or "").lower()
    if match["clockword"]:
        word = match["clockword"].lower()
        begin, final = PARTS[word]
        if word in ("noon", "midnight"):
            begin = final = 720 if word == "noon" else 0
    else:
        time = re.match(r"(\d{1,2})(?:[:.]?(\d\d))?\s?([ap])?", match["clocktime"], re.IGNORECASE)
        if time is None:
            return None
        hour, minute = int(time[1]), int(time[2] or 0)
        if hour > 23 or minute > 59 or (time[3] and hour > 12):
            return None
        if time[3]:
            hour = hour % 12 + (12 if time[3].lower() == "p" else 0)
        begin = final = 60 * hour + minute
    lead = {"just after": (0, 30), "shortly after": (0, 60), "just before": (-30, 0), "shortly before": (-60, 0)}
    if lean in lead:
        begin, final = begin + lead[lean][0], final + lead[lean][1]
    elif lean in ("about", "around"):
        begin, final = begin - 20, final + 20
    value = f"{begin // 60 % 24:02}:{begin % 60:02}" if begin == final else f"{lean} {_hours(match)}".strip()
    return spanning(match, "minute", None, minutes=(begin, final), value=value)


def _hours(match: re.Match[str]) -> str:
    return match["clockword"] or match["clocktime"]


_READERS = {
    "iso": iso_day,
    "md": month_day,
    "dm": day_month,
    "my": month_year,
    "month": month_alone,
    "part": part_of_day,
    "lately": lately,
    "weekday": day_of_week,
    "day": named_day,
    "relative": relative_time,
    "ago": time_ago,
    "ahead": time_ahead,
    "someday": someday,
    "sometime": sometime,
    "recurring": recurring,
    "holiday": holiday,
    "thatpart": that_part,
    "half": part_of_year,
    "years": stretch_of_years,
    "decade": decade,
    "year": year_alone,
    "clock": _clock,
}


_KINDS = tuple(_READERS)
