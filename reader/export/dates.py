"""Days as readers write them."""

from __future__ import annotations

import re

from reader.safety import one_line

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_in_words(published: str) -> str:
    """The day of a time in ISO 8601, "24 October 2019"; what is none stays as it stands."""
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", published)
    if not match or not 1 <= int(match[2]) <= 12:
        return one_line(published)
    return f"{int(match[3])} {_MONTHS[int(match[2]) - 1]} {match[1]}"
