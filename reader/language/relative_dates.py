"""Times that are told from the day of publication: "Thursday", "last month", "two weeks ago", "in six months"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from reader.language.calendar_dates import whole_month
from reader.language.date_words import DAY_NAMES, FEAST_DAY, FUTURE, NUMBER_WORDS, PARTS, SEASONS, WEEKDAYS
from reader.language.moments import Moment, spanning


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBER_WORDS[word.lower()]


def day_of_week(text: str, match: re.Match[str], today: date | None) -> Moment | None:
    """ "Thursday", "last Friday night"."""
    if FEAST_DAY.search(text, max(0, match.start() - 8), match.start()):
        return None
    weekday = WEEKDAYS[match["w"].lower()]
    minutes = PARTS[match["wpart"].lower()] if match["wpart"] else None
    grain = "part" if minutes else "day"
    part = f" {match['wpart'].lower()}" if match["wpart"] else ""
    if today is None:
        return spanning(match, grain, None, value=DAY_NAMES[weekday] + part, weekday=weekday, minutes=minutes)
    behind = (today.weekday() - weekday) % 7
    which = (match["wwhich"] or "").lower()
    if which == "next" or (which != "last" and FUTURE.search(text, max(0, match.start() - 70), match.start())):
        day = today + timedelta(days=(-behind) % 7 or (7 if which == "next" else 0))
    else:
        day = today - timedelta(days=behind or (7 if which == "last" else 0))
    return spanning(match, grain, day, value=day.isoformat() + part, weekday=weekday, minutes=minutes)


def named_day(_text: str, match: re.Match[str], today: date | None) -> Moment | None:
    """ "yesterday", "this morning"."""
    words = match["day"].lower()
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(words, 0)
    part = next((PARTS[word] for word in words.replace("tonight", "night").split() if word in PARTS), None)
    grain = "part" if part else "day"
    if today is None:
        return spanning(match, grain, None, minutes=part, value=words)
    return spanning(match, grain, today + timedelta(days=shift), minutes=part)


def relative_time(_text: str, match: re.Match[str], today: date | None) -> Moment | None:
    """ "last month", "this summer", "over the weekend"."""
    which, unit = match["rwhich"].lower(), match["runit"].lower()
    if today is None:
        return spanning(match, _grain(unit), None, value=f"{which} {unit}")
    step = -1 if which in ("last", "previous") else 1 if which in ("next", "following") else 0
    if which in ("past", "the past", "the last") and unit != "weekend":
        days = {"week": 7, "month": 31, "year": 366, "decade": 3653, "century": 36525}.get(unit, 92)
        return spanning(match, "vague", today - timedelta(days=days), today)
    if unit in ("week", "weekend"):
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * step)
        if unit == "weekend" and step <= 0 and today.weekday() < 4:
            monday = today - timedelta(days=today.weekday() + 7)
        return spanning(
            match, "week", monday + timedelta(days=4 if unit == "weekend" else 0), monday + timedelta(days=6)
        )
    if unit == "month":
        months = today.year * 12 + today.month - 1 + step
        return whole_month(match, months // 12, months % 12 + 1)
    if unit in SEASONS:
        begin, final = SEASONS[unit]
        year = today.year + (step if not (step < 0 and begin < today.month - 3) else 0)
        return spanning(match, "month", date(year, begin, 1), date(year + (final < begin), final, 28))
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    year = today.year - today.year % size + step * size
    return spanning(match, "year" if size == 1 else "era", date(year, 1, 1), date(year + size - 1, 12, 31))


def _grain(unit: str) -> str:
    unit = unit.lower().rstrip("s")
    return {"weekend": "week", "hour": "day", "decade": "era", "century": "era"}.get(
        unit, unit if unit in ("day", "week", "month", "year") else "month"
    )


def _shifted(match: re.Match[str], today: date | None, count: str, unit: str, sign: int) -> Moment | None:
    if today is None or count.lower() in ("a few", "several", "many"):
        return spanning(match, "vague", None, value=match[0].lower().replace("several", "a few"))
    days = {"hour": 0, "day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}[unit.lower().rstrip("s")]
    slack = {"hour": 1, "day": 0, "week": 3, "month": 15, "year": 183, "decade": 1500}[unit.lower().rstrip("s")]
    try:
        middle = today + timedelta(days=round(sign * days * _number(count)))
        return spanning(match, _grain(unit.lower()), middle - timedelta(days=slack), middle + timedelta(days=slack))
    except OverflowError:
        return None


def part_of_day(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    """ "the night of", which the day follows."""
    part = match["part"].lower()
    return spanning(match, "part", None, minutes=PARTS[part], value=part)


def lately(_text: str, match: re.Match[str], today: date | None) -> Moment | None:
    """ "the past three weeks"."""
    words = match["lately"].lower().removeprefix("the ")
    if today is None or match["latelyn"].lower() in ("few", "several"):
        return spanning(match, "vague", None, value=words)
    days = {"day": 1, "week": 7, "month": 31, "year": 366, "decade": 3653}[match["latelyunit"].lower().rstrip("s")]
    return spanning(match, "vague", today - timedelta(days=days * _number(match["latelyn"])), today)


def time_ago(_text: str, match: re.Match[str], today: date | None) -> Moment | None:
    """ "two weeks ago"."""
    anchored = today if match[0].lower().endswith("ago") else None
    return _shifted(match, anchored, match["agon"], match["agounit"], -1)


def time_ahead(_text: str, match: re.Match[str], today: date | None) -> Moment | None:
    """ "in six months"."""
    return _shifted(match, today, match["aheadn"], match["aheadunit"], 1)


def sometime(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    """ "now", "recently": read, and compared with nothing."""
    return spanning(match, "sometime", None, value=match["sometime"].lower())


def recurring(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    """ "every year", "daily"."""
    named = match[0][0].isupper() and " " not in match[0]  # "The Daily News"
    return None if named else spanning(match, "recurring", None, value=match["recurring"].lower())


def that_part(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    """ "that evening"."""
    part = match["thatpartof"]
    return spanning(match, "part", None, minutes=PARTS[part], value=part) if part.islower() else None


def someday(_text: str, match: re.Match[str], _today: date | None) -> Moment | None:
    """ "eventually"."""
    return spanning(match, "vague", None, value=match["someday"].lower())


def part_of_year(_text: str, match: re.Match[str], today: date | None) -> Moment | None:
    """ "the first half of this year"."""
    shift = {"this year": 0, "last year": -1, "next year": 1}.get(match["halfyear"].lower())
    if shift is None:
        year = int(match["halfyear"])
    elif today is not None:
        year = today.year + shift
    else:
        return spanning(match, "month", None, value=match[0].lower())
    months = 3 if match["halfn"].lower() in ("quarter", "three months") else 6
    final = {"first": months, "second": 2 * months, "last": 12}[match["halfwhich"].lower()]
    return spanning(match, "month", date(year, final - months + 1, 1), date(year, final, monthrange(year, final)[1]))
