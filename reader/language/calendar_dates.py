"""Days, months and years that are named: "October 24", "in August", "1965", "Christmas Eve"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from reader.language.date_words import BEFORE_MONTH, FEASTS, FUTURE, IN_NAME, MONTHS, NOT_YEAR
from reader.language.moments import Moment, spanning


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
        return spanning(match, "day", None, month=month, day=day, value=named)
    return spanning(match, "day", first, final, month=month, day=day)


def likely_year(month: int, day: int, today: date, ahead: bool) -> int:
    """The year of a month and day without one: the latest that has begun, unless it is to come or nearly there."""
    this = date(today.year, month, min(day, 28))
    if ahead:
        return today.year + (this < today - timedelta(days=30))
    if this > today + timedelta(days=10):
        return today.year - 1
    return today.year + (today - this > timedelta(days=355))


def iso_day(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    """ "2019-10-24"."""
    try:
        day = date.fromisoformat(match["iso"])
    except ValueError:
        return None
    return spanning(match, "day", day, month=day.month, day=day.day)


def month_day(text: str, match: re.Match[str], today: date | None) -> Moment | None:
    """ "October 24", "July 29 to 30, 2017"."""
    year = int(match["mdy"]) if match["mdy"] else None
    return _calendar(
        text, match, year, _month(match["mdm"]), int(match["mdd"]), int(match["mdd2"]) if match["mdd2"] else None, today
    )


def day_month(text: str, match: re.Match[str], today: date | None) -> Moment | None:
    """ "24 October"."""
    year = int(match["dmy"]) if match["dmy"] else None
    return _calendar(text, match, year, _month(match["dmm"]), int(match["dmd"]), None, today)


def whole_month(match: re.Match[str], year: int, month: int) -> Moment:
    """A month of a year."""
    return spanning(match, "month", date(year, month, 1), date(year, month, monthrange(year, month)[1]), month=month)


def month_year(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    """ "October 2019"."""
    return whole_month(match, int(match["myy"]), _month(match["mym"]))


def month_alone(text: str, match: re.Match[str], today: date | None) -> Moment | None:
    """ "in August", "late March"."""
    month = _month(match["mm"])
    which = (match["mwhich"] or "").lower()
    ambiguous = match["mm"].rstrip(".").lower() in ("may", "march", "mar", "dec", "sep", "jan", "jun", "apr")
    led = BEFORE_MONTH.search(text, max(0, match.start() - 10), match.start())
    abbreviated = match["mm"].endswith(".")
    if not which and ambiguous and not led and not abbreviated:
        return None
    if today is None:
        return spanning(match, "month", None, month=month, value=match["mm"])
    year = today.year
    if which == "last" or (month > today.month and not FUTURE.search(text, max(0, match.start() - 70), match.start())):
        year -= month >= today.month
    elif which == "next":
        year += month <= today.month
    return whole_month(match, year, month)


def holiday(text: str, match: re.Match[str], today: date | None) -> Moment | None:
    """ "Christmas Eve", "Bastille Day"."""
    feast, part = match["feast"].lower(), (match["feastday"] or "").lower()
    if match[0][0].islower() or (feast in ("bastille", "valentine", "independence") and not part):
        return None
    if feast == "thanksgiving" or (feast == "new year" and not part):
        # One wanders, and the other is a night between two days.
        return spanning(match, "vague", None, value=match[0].lower())
    month, day = FEASTS[feast, part or "day"]
    return _calendar(text, match, None, month, day, None, today)


def stretch_of_years(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    """ "1950-53"."""
    low, high = re.split(r"\s?[-–/]\s?", match["years"])
    last = int(high if len(high) == 4 else low[:2] + high)
    if last <= int(low):
        return None
    return spanning(match, "era", date(int(low), 1, 1), date(last, 12, 31), value=f"{low} to {last}")


def decade(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    """ "the 1950s"."""
    year = int(match["decadeyear"])
    return spanning(match, "era", date(year, 1, 1), date(year + 9, 12, 31))


def year_alone(text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    """ "1965", "mid-2017"."""
    if NOT_YEAR.search(text, max(0, match.start() - 11), match.start()):
        return None
    if IN_NAME.search(text, max(0, match.start() - 8), match.start()) and _CAPITAL_BEHIND.match(text, match.end()):
        return None
    year = int(match["year"][-4:])
    first, last = _PARTS.get(match["year"][:-5].lower(), (1, 12))
    ends = date(year, first, 1), date(year, last, monthrange(year, last)[1])
    return spanning(match, "year", *ends, value=match["year"])


_CAPITAL_BEHIND = re.compile(r" [A-Z]")
_PARTS = {"early": (1, 6), "mid": (4, 9), "late": (7, 12)}
"""The months that a part of a year can mean."""
