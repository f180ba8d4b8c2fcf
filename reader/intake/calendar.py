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

# Any word: that it is a month is looked up, since a pattern of all their names takes milliseconds to compile.
_MONTH = r"(?P<month>[^\W\d_]{3,10})\b\.?"
_TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?)?"
_FORMS = (
    r"\b(?P<year>(?:19|20)\d{2})-(?P<number>\d{2})-(?P<day>\d{2})(?:[T ]\d{2}:\d{2})?",
    r"\b(?P<year>(?:19|20)\d{2})/(?P<number>\d{1,2})/(?P<day>\d{1,2})\b",
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+)?(?P<year>(?:19|20)\d{{2}})\b",
    rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d{{2}})\b",
    r"\b(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>(?:19|20)\d{2})\b",
    r"(?P<year>(?:19|20)\d{2})[年년]\s?(?P<number>\d{1,2})[月월]\s?(?P<day>\d{1,2})[日일]",
)
_YEAR = re.compile(r"(?:19|20)\d\d")

DATE = "(?:" + re.sub(r"\?P<\w+>", "?:", "|".join(_FORMS)) + ")" + _TIME
"""A pattern of what may be a full date, whatever its form; `iso_day` tells whether it is one."""


SHORT_DATE = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:,\s*\d{4})?"
"""A pattern of an English date that may lack its year, as datelines and captions print it."""


def iso_day(text: str) -> str | None:
    """The first full date in a text as "2019-10-24"; None where there is none, or no such day."""
    if not _YEAR.search(text):
        return None
    for form in _FORMS:
        for match in re.finditer(form, text, re.IGNORECASE):
            parts = match.groupdict()
            month = _MONTHS.get(parts["month"].casefold(), 0) if "month" in parts else int(parts["number"])
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
