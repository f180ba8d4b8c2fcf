"""News agencies and broadcasters whose name, printed alone in brackets, is a credit."""

from __future__ import annotations

import re

# The name as it is shown, then the forms in which it is printed.
_NAMES = {
    "AP": ("AP", "The Associated Press", "Associated Press"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "Reuters": ("Reuters", "Thomson Reuters", "Reuters Health"),
    "Yonhap": ("Yonhap", "Yonhap News Agency", "Yonhap News"),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "Sputnik": ("Sputnik", "Sputnik News"),
    "TASS": ("TASS", "ITAR-TASS"),
    "RIA Novosti": ("RIA Novosti",),
    "Interfax": ("Interfax",),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "ANSA": ("ANSA",),
    "EFE": ("EFE", "Agencia EFE"),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "Jiji Press": ("Jiji", "Jiji Press"),
    "KCNA": ("KCNA",),
    "PTI": ("PTI", "Press Trust of India"),
    "IANS": ("IANS",),
    "ANI": ("ANI",),
    "UPI": ("UPI", "United Press International"),
    "AAP": ("AAP",),
    "APA": ("APA",),
    "SDA": ("SDA", "Keystone-SDA"),
    "Bernama": ("Bernama",),
    "Anadolu Agency": ("Anadolu Agency", "AA", "Anadolu"),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "Canadian Press": ("The Canadian Press", "Canadian Press", "CP"),
    "PA": ("PA", "PA Media", "Press Association"),
    "CNN": ("CNN",),
    "UrduPoint": ("UrduPoint", "UrduPoint News"),
}

_SHOWN = {form: shown for shown, forms in _NAMES.items() for form in forms}

FORMS = "|".join(re.escape(form) for form in sorted(_SHOWN, key=lambda form: (-len(form), form)))
"""A pattern of every form, the longest first."""


def agency(printed: str) -> str | None:
    """The agency of that name, as it is shown; None for any other name."""
    return _SHOWN.get(printed.strip())


def names_agency(printed: str) -> bool:
    """Whether one of the parts of a credit ("Pakistan Point News / Sputnik") is an agency."""
    return any(agency(part) for part in re.split(r"\s*[/,;]\s*|\s+[-–]\s+", printed))
