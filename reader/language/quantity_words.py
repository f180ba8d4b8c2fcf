"""The words and patterns by which English news prose prints amounts."""

from __future__ import annotations

import re

from reader.language.lists import listed

SMALL = {
    word: value
    for value, word in enumerate(
        listed(
            """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen
        """
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        listed(
            """
        twenty thirty forty fifty sixty seventy eighty ninety
        """
        ),
        start=2,
    )
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "tn": 1e12,
}
ORDINALS = {
    word: value
    for value, word in enumerate(
        listed(
            """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
        """
        ),
        start=1,
    )
}
FRACTIONS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}
VAGUE = {
    # The least and the most that a reader would take the word for.
    "several": (3, 12),
    "multiple": (2, 50),
    "numerous": (5, 500),
    "a few": (2, 10),
    "a handful of": (2, 10),
    "a couple of": (2, 3),
    "a pair of": (2, 2),
    "a dozen": (12, 12),
    "half a dozen": (6, 6),
    "dozens": (24, 999),
    "scores": (40, 999),
    "tens of thousands": (20e3, 999e3),
    "hundreds of thousands": (200e3, 999e4),
    "hundreds": (200, 9999),
    "thousands": (2e3, 999e3),
    "tens of millions": (20e6, 999e6),
    "hundreds of millions": (200e6, 999e7),
    "millions": (2e6, 999e6),
    "billions": (2e9, 999e9),
}
MONEY = {
    "us$": "USD", "$": "USD", "a$": "AUD", "c$": "CAD", "hk$": "HKD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW",
    "₹": "INR", "usd": "USD", "eur": "EUR", "gbp": "GBP", "aud": "AUD", "dollar": "USD", "euro": "EUR", "won": "KRW",
    "yen": "JPY", "yuan": "CNY", "rupee": "INR", "paise": "INR/100", "cent": "USD/100", "quid": "GBP", "peso": "MXN",
    "ruble": "RUB", "rouble": "RUB", "franc": "CHF",
}  # fmt: skip
UNITS = {
    # Printed unit: what it measures, how it is written in a value, and how many base units it holds.
    "second": ("duration", "s", 1.0), "sec": ("duration", "s", 1.0),
    "minute": ("duration", "min", 60.0), "min": ("duration", "min", 60.0),
    "hour": ("duration", "h", 3600.0), "hr": ("duration", "h", 3600.0),
    "day": ("duration", "d", 86400.0), "week": ("duration", "wk", 604800.0), "wk": ("duration", "wk", 604800.0),
    "month": ("duration", "months", 2629800.0), "year": ("duration", "years", 31557600.0),
    "yr": ("duration", "years", 31557600.0), "decade": ("duration", "decades", 315576000.0),
    "mm": ("length", "mm", 0.001), "cm": ("length", "cm", 0.01), "inch": ("length", "in", 0.0254),
    "inche": ("length", "in", 0.0254), "foot": ("length", "ft", 0.3048), "feet": ("length", "ft", 0.3048),
    "ft": ("length", "ft", 0.3048), "yard": ("length", "yd", 0.9144), "metre": ("length", "m", 1.0),
    "meter": ("length", "m", 1.0), "kilometre": ("length", "km", 1000.0), "kilometer": ("length", "km", 1000.0),
    "km": ("length", "km", 1000.0), "mile": ("length", "mi", 1609.344),
    "gram": ("mass", "g", 0.001), "kg": ("mass", "kg", 1.0), "kilo": ("mass", "kg", 1.0),
    "kilogram": ("mass", "kg", 1.0), "kilogramme": ("mass", "kg", 1.0), "tonne": ("mass", "t", 1000.0),
    "ton": ("mass", "t", 1000.0), "lb": ("mass", "lb", 0.45359237), "ounce": ("mass", "oz", 0.0283495),
    "acre": ("area", "acres", 4046.86), "hectare": ("area", "ha", 10000.0),
    "mph": ("speed", "mph", 1.609344), "kph": ("speed", "km/h", 1.0), "km/h": ("speed", "km/h", 1.0),
    "degree": ("temperature", "°", 1.0), "litre": ("volume", "l", 1.0), "liter": ("volume", "l", 1.0),
    "gallon": ("volume", "gal", 3.785), "barrel": ("volume", "bbl", 158.987),
    "%": ("percent", "%", 1.0), "percent": ("percent", "%", 1.0), "per cent": ("percent", "%", 1.0),
    "pct": ("percent", "%", 1.0), "pc": ("percent", "%", 1.0), "percentage point": ("percent", "points", 1.0),
}  # fmt: skip
SINGLE = (
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "year",
    "decade",
    "mile",
    "kilometre",
    "kilometer",
    "metre",
    "ton",
)
"""Units before which "a" is a one: "about a mile"."""
NUMBERED = frozenset(
    listed(
        """
        highway route interstate flight boeing airbus no number channel chapter section article bowl pantone room
        gate page volume vol episode season phase area district apollo windows iphone psalm act title line terminal
        platform group formula type class grade level tier pier unit block ward engine truck squad bus train game
        part step model mark lap turn update version patch pad resolution covid g bay maroon blink area
        """
    )
)
"""Words after which a number is a name: "Highway 2", "Boeing 787"."""

_WORD_NUMBER = rf"(?:{'|'.join((*SMALL, *TENS))}|hundred|thousand|million|billion|trillion)"
_WORDS = (
    rf"(?:an?[ -](?=hundred|thousand|million|billion|trillion))?{_WORD_NUMBER}(?:(?:[ -]|[ ]and[ ]){_WORD_NUMBER})*"
)
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CURRENCY = r"(?:US|A|C|HK)?\$|[€£¥₩₹]"
_SCALE = r"(?:hundred|thousand|million|billion|trillion)\b|(?:k|mn|mln|bn|tn|m|b)\b(?!\w)"
CORE = re.compile(
    rf"""(?<![\w.@#/])(?:
        (?P<vague>(?:{"|".join(sorted(VAGUE, key=len, reverse=True)).replace(" ", "[ ]")})\b)
      | (?P<fraction>(?:(?:one|two|three|four|an?)[ -])?(?:half|halves|thirds?|quarters?|fifths?)
         (?=\s+(?:of|an?|the)\b)|(?<=\b(?:in|by)\ )half)
      | (?P<ordinal>(?:\d+(?:st|nd|rd|th)|{"|".join(ORDINALS)})\b)
      | (?P<currency>{_CURRENCY})?\s?(?P<sign>[-−])?(?P<figure>{_FIGURE})(?![\d/])(?:[\s-]?(?P<scale>{_SCALE}))?
      | (?P<words>{_WORDS})\b
      | (?P<single>an?)(?=[ ](?:{"|".join(SINGLE)})\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
UNIT = re.compile(
    r"(?P<gap>[\s-]{0,2})(?P<unit>%|per[ ]cent|percent(?:age[ ]points?)?|pct|pc|km/h|[a-z]+)(?=\W|$)", re.IGNORECASE
)
YEARS_OLD = re.compile(r"[\s-]years?[\s-]olds?\b|[ ]years?[ ]of[ ]age\b", re.IGNORECASE)
BEFORE = re.compile(
    r"""(?:(?P<atleast>at\ least|no\ fewer\ than|no\ less\ than|a\ minimum\ of|upwards\ of)
      | (?P<more>more[\ -]than|over|above|greater\ than|in\ excess\ of|just\ over|exceeding)
      | (?P<atmost>up\ to|as\ many\ as|as\ much\ as|at\ most|no\ more\ than|a\ maximum\ of)
      | (?P<less>less\ than|fewer\ than|under|below|just\ under)
      | (?P<nearly>nearly|almost|close\ to|not\ quite)
      | (?P<about>about|around|roughly|approximately|approx\.?|some|an?\ estimated|estimated|circa|~|an?\ average\ of)
      | (?P<aged>aged?|the\ age\ of|age\ of)
      | (?P<magnitude>(?:a\ )?magnitude(?:\ of)?))\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
BARE = re.compile(r"\s(?:in|at|from|on|of\s(?:them|which|whom)|more|others|were|was|are|is)\b", re.IGNORECASE)
"""What stands behind a number whose noun is left out."""
ENDING = re.compile(r"[.!?]\s|\n")
"""What parts a number from one in another sentence."""
RANGE = re.compile(r"\s?(?P<join>[-–—]|to|and|or)\s?$", re.IGNORECASE)
AFTER = re.compile(r"\s+(?:(?P<more>or more|and more|plus)|(?P<about>or so))\b", re.IGNORECASE)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|mar|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
CLOCK_OR_DATE = re.compile(
    rf"\s?(?:[ap]\.?m\b|o'clock|GMT|UTC|EDT|EST)|(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?!\s(?:be|not|have)\b)",
    re.IGNORECASE,
)
MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?\s?(?:\d{{1,2}}(?:,|\s(?:to|and|-)|[-–])\s?)?$", re.IGNORECASE)
