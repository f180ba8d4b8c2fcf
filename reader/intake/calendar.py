"""Days as mastheads, datelines and metadata print them, as ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro januari jänner",
            "february feb februar février febrero febbraio fevereiro februari",
            "march mar märz mars marzo março maart",
            "april apr avril abril aprile",
            "may mai mayo maggio maio mei",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho",
            "august aug août agosto augustus",
            "september sep sept septembre septiembre settembre setembro",
            "october oct oktober okt octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}

_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name))) + r")\b\.?"
_TIME = r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\.?)?)?"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>(?:19|20)\d{2})-(?P<number>\d{2})-(?P<day>\d{2})(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2}))?",
        r"\b(?P<year>(?:19|20)\d{2})/(?P<number>\d{1,2})/(?P<day>\d{1,2})\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+)?(?P<year>(?:19|20)\d{{2}})\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d{{2}})\b",
        r"\b(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>(?:19|20)\d{2})\b",
        r"(?P<year>(?:19|20)\d{2})[年년]\s?(?P<number>\d{1,2})[月월]\s?(?P<day>\d{1,2})[日일]",
    )
)


def _unnamed(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


DATE = re.compile(
    "(?:" + "|".join(_unnamed(pattern.pattern) for pattern in _PATTERNS) + ")" + _unnamed(_TIME),
    re.IGNORECASE,
)
"""Finds a full date, whatever its form."""


def iso_day(text: str) -> str | None:
    """The first full date in a text as "2019-10-24"; None where there is none, or no such day."""
    for pattern in _PATTERNS:
        match = pattern.search(text)
        if not match:
            continue
        parts = match.groupdict()
        month = _MONTHS[parts["month"].casefold()] if parts.get("month") else int(parts["number"])
        try:
            return date(int(parts["year"]), month, int(parts["day"])).isoformat()
        except ValueError:
            continue
    return None


def iso_moment(text: str) -> str | None:
    """A machine's date as ISO 8601, with its time where it has one; else the day that the text names."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return iso_day(text)
    return moment.isoformat() if len(text.strip()) > len("2019-10-24") else moment.date().isoformat()
