"""Dates and times in English news prose, as intervals resolved against the day of publication."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from reader.language.date_words import (
    BEFORE_MONTH,
    BOUND,
    CAPITAL,
    DAY_NAMES,
    FEASTS,
    FUTURE,
    MONTHS,
    NOT_YEAR,
    NUMBER_WORDS,
    PARTS,
    PATTERN,
    SEASONS,
    WEEKDAYS,
)
from reader.language.moments import Moment, joined_up


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


def _span(match: re.Match[str], grain: str, first: date | None, last: date | None = None, **rest: object) -> Moment:
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


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS[word.lower()]


def _month(name: str) -> int:
    return MONTHS[name.rstrip(".").lower()]


def _calendar(
    text: str, match: re.Match[str], year: int | None, month: int, day: int, last: int | None, today: date | None
) -> Moment | None:
    named = f"{list(MONTHS)[[*MONTHS.values()].index(month)].title()} {day}"
    try:
        if year is None and today is not None:
            ahead = FUTURE.search(text, max(0, match.start() - 70), match.start()) is not None
            year = likely_year(month, day, today, ahead)
        first = date(year, month, day) if year is not None else None
        final = date(year, month, last) if year is not None and last is not None else None
        date(2000, month, day)
    except ValueError:
        return None
    if first is None:
        return _span(match, "day", None, month=month, day=day, value=named)
    return _span(match, "day", first, final, month=month, day=day)


def likely_year(month: int, day: int, today: date, ahead: bool) -> int:
    """The year of a month and day without one: the latest that has begun, unless it is to come or nearly there."""
    this = date(today.year, month, min(day, 28))
    if ahead:
        return today.year + (this < today - timedelta(days=30))
    if this > today + timedelta(days=10):
        return today.year - 1
    return today.year + (today - this > timedelta(days=355))


def _iso(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    try:
        day = date.fromisoformat(match["iso"])
    except ValueError:
        return None
    return _span(match, "day", day, month=day.month, day=day.day)


def _month_day(text: str, match: re.Match[str], today: date | None) -> Moment | None:
    year = int(match["mdy"]) if match["mdy"] else None
    return _calendar(
        text, match, year, _month(match["mdm"]), int(match["mdd"]), int(match["mdd2"]) if match["mdd2"] else None, today
    )


def _day_month(text: str, match: re.Match[str], today: date | None) -> Moment | None:
    year = int(match["dmy"]) if match["dmy"] else None
    return _calendar(text, match, year, _month(match["dmm"]), int(match["dmd"]), None, today)


def _whole_month(match: re.Match[str], year: int, month: int) -> Moment:
    return _span(match, "month", date(year, month, 1), date(year, month, monthrange(year, month)[1]), month=month)


def _month_year(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    return _whole_month(match, int(match["myy"]), _month(match["mym"]))


def _month_alone(text: str, match: re.Match[str], today: date | None) -> Moment | None:
    month = _month(match["mm"])
    which = (match["mwhich"] or "").lower()
    ambiguous = match["mm"].rstrip(".").lower() in ("may", "march", "mar", "dec", "sep", "jan", "jun", "apr")
    led = BEFORE_MONTH.search(text, max(0, match.start() - 10), match.start())
    abbreviated = match["mm"].endswith(".")
    if not which and ambiguous and not led and not abbreviated:
        return None
    if today is None:
        return _span(match, "month", None, month=month, value=match["mm"])
    year = today.year
    if which == "last" or (month > today.month and not FUTURE.search(text, max(0, match.start() - 70), match.start())):
        year -= month >= today.month
    elif which == "next":
        year += month <= today.month
    return _whole_month(match, year, month)


def _weekday(text: str, match: re.Match[str], today: date | None) -> Moment | None:
    weekday = WEEKDAYS[match["w"].lower()]
    minutes = PARTS[match["wpart"].lower()] if match["wpart"] else None
    grain = "part" if minutes else "day"
    part = f" {match['wpart'].lower()}" if match["wpart"] else ""
    if today is None:
        return _span(match, grain, None, value=DAY_NAMES[weekday] + part, weekday=weekday, minutes=minutes)
    behind = (today.weekday() - weekday) % 7
    which = (match["wwhich"] or "").lower()
    if which == "next" or (which != "last" and FUTURE.search(text, max(0, match.start() - 70), match.start())):
        day = today + timedelta(days=(-behind) % 7 or (7 if which == "next" else 0))
    else:
        day = today - timedelta(days=behind or (7 if which == "last" else 0))
    return _span(match, grain, day, value=day.isoformat() + part, weekday=weekday, minutes=minutes)


def _named_day(_text: str, match: re.Match[str], today: date | None) -> Moment | None:
    words = match["day"].lower()
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(words, 0)
    part = next((PARTS[word] for word in words.replace("tonight", "night").split() if word in PARTS), None)
    grain = "part" if part else "day"
    if today is None:
        return _span(match, grain, None, minutes=part, value=words)
    return _span(match, grain, today + timedelta(days=shift), minutes=part)


def _relative(_text: str, match: re.Match[str], today: date | None) -> Moment | None:
    which, unit = match["rwhich"].lower(), match["runit"].lower()
    if today is None:
        return _span(match, _grain(unit), None, value=f"{which} {unit}")
    step = -1 if which in ("last", "previous") else 1 if which in ("next", "following") else 0
    if which in ("past", "the past", "the last") and unit != "weekend":
        days = {"week": 7, "month": 31, "year": 366, "decade": 3653, "century": 36525}.get(unit, 92)
        return _span(match, "vague", today - timedelta(days=days), today)
    if unit in ("week", "weekend"):
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * step)
        if unit == "weekend" and step <= 0 and today.weekday() < 4:
            monday = today - timedelta(days=today.weekday() + 7)
        return _span(match, "week", monday + timedelta(days=4 if unit == "weekend" else 0), monday + timedelta(days=6))
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return _whole_month(match, months // 12, months % 12 + 1)
    if unit in SEASONS:
        begin, final = SEASONS[unit]
        year = today.year + (step if not (step < 0 and begin < today.month - 3) else 0)
        return _span(match, "month", date(year, begin, 1), date(year + (final < begin), final, 28))
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    year = today.year - today.year % size + step * size
    return _span(match, "year" if size == 1 else "era", date(year, 1, 1), date(year + size - 1, 12, 31))


def _grain(unit: str) -> str:
    unit = unit.lower().rstrip("s")
    return {"weekend": "week", "hour": "day", "decade": "era", "century": "era"}.get(
        unit, unit if unit in ("day", "week", "month", "year") else "month"
    )


def _shifted(match: re.Match[str], today: date | None, count: str, unit: str, sign: int) -> Moment | None:
    if today is None or count.lower() in ("a few", "several", "many"):
        return _span(match, "vague", None, value=match[0].lower().replace("several", "a few"))
    days = {"hour": 0, "day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}[unit.lower().rstrip("s")]
    slack = {"hour": 1, "day": 0, "week": 3, "month": 15, "year": 183, "decade": 1500}[unit.lower().rstrip("s")]
    try:
        middle = today + timedelta(days=round(sign * days * _number(count)))
        return _span(match, _grain(unit.lower()), middle - timedelta(days=slack), middle + timedelta(days=slack))
    except OverflowError:
        return None


def _part_of_day(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    part = match["part"].lower()
    return _span(match, "part", None, minutes=PARTS[part], value=part)


def _lately(_text: str, match: re.Match[str], today: date | None) -> Moment | None:
    words = match["lately"].lower().removeprefix("the ")
    if today is None or match["latelyn"].lower() in ("few", "several"):
        return _span(match, "vague", None, value=words)
    days = {"day": 1, "week": 7, "month": 31, "year": 366, "decade": 3653}[match["latelyunit"].lower().rstrip("s")]
    return _span(match, "vague", today - timedelta(days=days * _number(match["latelyn"])), today)


def _ago(_text: str, match: re.Match[str], today: date | None) -> Moment | None:
    anchored = today if match[0].lower().endswith("ago") else None
    return _shifted(match, anchored, match["agon"], match["agounit"], -1)


def _ahead(_text: str, match: re.Match[str], today: date | None) -> Moment | None:
    return _shifted(match, today, match["aheadn"], match["aheadunit"], 1)


def _sometime(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    return _span(match, "sometime", None, value=match["sometime"].lower())


def _recurring(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    named = match[0][0].isupper() and " " not in match[0]  # "The Daily News"
    return None if named else _span(match, "recurring", None, value=match["recurring"].lower())


def _holiday(text: str, match: re.Match[str], today: date | None) -> Moment | None:
    feast, part = match["feast"].lower(), (match["feastday"] or "").lower()
    if match[0][0].islower() or (feast in ("bastille", "valentine", "independence") and not part):
        return None
    if feast == "thanksgiving" or (feast == "new year" and not part):
        # One wanders, and the other is a night between two days.
        return _span(match, "vague", None, value=match[0].lower())
    month, day = FEASTS[feast, part or "day"]
    return _calendar(text, match, None, month, day, None, today)


def _that_part(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    part = match["thatpartof"]
    return _span(match, "part", None, minutes=PARTS[part], value=part) if part.islower() else None


def _someday(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    return _span(match, "vague", None, value=match["someday"].lower())


def _half(_text: str, match: re.Match[str], today: date | None) -> Moment | None:
    shift = {"this year": 0, "last year": -1, "next year": 1}.get(match["halfyear"].lower())
    if shift is None:
        year = int(match["halfyear"])
    elif today is not None:
        year = today.year + shift
    else:
        return _span(match, "month", None, value=match[0].lower())
    months = 3 if match["halfn"].lower() in ("quarter", "three months") else 6
    final = {"first": months, "second": 2 * months, "last": 12}[match["halfwhich"].lower()]
    return _span(match, "month", date(year, final - months + 1, 1), date(year, final, monthrange(year, final)[1]))


def _years(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    low, high = re.split(r"\s?[-–/]\s?", match["years"])
    last = int(high if len(high) == 4 else low[:2] + high)
    if last <= int(low):
        return None
    return _span(match, "era", date(int(low), 1, 1), date(last, 12, 31), value=f"{low} to {last}")


def _decade(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    year = int(match["decadeyear"])
    return _span(match, "era", date(year, 1, 1), date(year + 9, 12, 31))


def _year(text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    if NOT_YEAR.search(text, max(0, match.start() - 9), match.start()):
        return None
    year = int(match["year"][-4:])
    return _span(match, "year", date(year, 1, 1), date(year, 12, 31), value=match["year"])


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
    return _span(match, "minute", None, minutes=(begin, final), value=value)


def _hours(match: re.Match[str]) -> str:
    return match["clockword"] or match["clocktime"]


_READERS = {
    "iso": _iso,
    "md": _month_day,
    "dm": _day_month,
    "my": _month_year,
    "month": _month_alone,
    "part": _part_of_day,
    "lately": _lately,
    "weekday": _weekday,
    "day": _named_day,
    "relative": _relative,
    "ago": _ago,
    "ahead": _ahead,
    "someday": _someday,
    "sometime": _sometime,
    "recurring": _recurring,
    "holiday": _holiday,
    "thatpart": _that_part,
    "half": _half,
    "years": _years,
    "decade": _decade,
    "year": _year,
    "clock": _clock,
}
_KINDS = tuple(_READERS)
