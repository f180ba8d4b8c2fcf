"""Quantities in English news prose: what is counted or measured, in which unit, and how exactly."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.language.lists import listed
from reader.language.nouns import head

INFINITY = math.inf

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
        part step model mark resolution covid g bay maroon blink area
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
_CORE = re.compile(
    rf"""(?<![\w.@#/])(?:
        (?P<vague>(?:{"|".join(sorted(VAGUE, key=len, reverse=True)).replace(" ", "[ ]")})\b)
      | (?P<fraction>(?:(?:one|two|three|four|an?)[ -])?(?:half|halves|thirds?|quarters?|fifths?)
         (?=\s+(?:of|an?|the)\b))
      | (?P<ordinal>(?:\d+(?:st|nd|rd|th)|{"|".join(ORDINALS)})\b)
      | (?P<currency>{_CURRENCY})?\s?(?P<sign>[-−])?(?P<figure>{_FIGURE})(?![\d/])(?:[\s-]?(?P<scale>{_SCALE}))?
      | (?P<words>{_WORDS})\b
      | (?P<single>an?)(?=[ ](?:{"|".join(SINGLE)})\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?P<gap>[\s-]{0,2})(?P<unit>%|per[ ]cent|percent(?:age[ ]points?)?|pct|pc|km/h|[a-z]+)(?=\W|$)", re.IGNORECASE
)
_YEARS_OLD = re.compile(r"[\s-]years?[\s-]olds?\b|[ ]years?[ ]of[ ]age\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"""(?:(?P<atleast>at\ least|no\ fewer\ than|no\ less\ than|a\ minimum\ of|upwards\ of)
      | (?P<more>more\ than|over|above|greater\ than|in\ excess\ of|just\ over|exceeding)
      | (?P<atmost>up\ to|as\ many\ as|as\ much\ as|at\ most|no\ more\ than|a\ maximum\ of)
      | (?P<less>less\ than|fewer\ than|under|below|just\ under)
      | (?P<nearly>nearly|almost|close\ to|not\ quite)
      | (?P<about>about|around|roughly|approximately|approx\.?|some|an?\ estimated|estimated|circa|~|an?\ average\ of)
      | (?P<aged>aged?|the\ age\ of|age\ of)
      | (?P<magnitude>(?:a\ )?magnitude(?:\ of)?))\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_RANGE = re.compile(r"\s?(?P<join>[-–—]|to|and|or)\s?$", re.IGNORECASE)
_AFTER = re.compile(r"\s+(?:(?P<more>or more|and more|plus)|(?P<about>or so))\b", re.IGNORECASE)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|mar|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
_CLOCK_OR_DATE = re.compile(
    rf"\s?(?:[ap]\.?m\b|o'clock|GMT|UTC|EDT|EST)|(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?!\s(?:be|not|have)\b)",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\.?\s?(?:\d{{1,2}}(?:,|\s(?:to|and|-)|[-–])\s?)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One amount as an article prints it."""

    start: int
    end: int
    """The number with its unit, in the text given; words such as "at least" stand before it."""
    low: float
    high: float
    """What the words assert, as an interval in base units: "at least 12" is 12 to infinity."""
    dimension: str
    """What is measured: "count", "duration", "money", "percent", "age", "ordinal", "score", "magnitude", …"""
    unit: str
    """How the unit is written in a value ("min", "USD"), empty for a count."""
    noun: str
    """The counted noun's singular, empty where there is none."""
    qualities: tuple[str, ...]
    """Words between the number and its noun."""
    approximate: bool
    """It says "about", "nearly" or so."""
    vague: bool
    """No figure stands behind it: "dozens", "several"."""
    scale: float = 1.0
    """How many base units one printed unit holds."""

    @property
    def exact(self) -> bool:
        """Whether it asserts one value and nothing around it."""
        return self.low == self.high and not self.approximate

    @property
    def value(self) -> str:
        """The normalised form: "21 min", "at least 12 people"."""
        if self.dimension == "score":
            return f"{self.low:.0f}-{self.high:.0f}"
        if self.dimension == "ordinal":
            return f"no. {figure(self.low)}"
        if self.vague:
            amount = f"{figure(self.low / self.scale)} or more" if self.high > self.low else figure(self.low)
        elif self.high == INFINITY:
            amount = f"at least {figure(self.low / self.scale)}"
        elif self.low != self.high:
            low = self.low / self.scale
            amount = f"up to {figure(self.high / self.scale)}" if low <= 0 else _spread(low, self.high / self.scale)
        else:
            amount = f"{'about ' if self.approximate else ''}{figure(self.low / self.scale)}"
        return f"{amount} {self.unit}".strip()


def _spread(low: float, high: float) -> str:
    return f"{figure(low)} to {figure(high)}"


def figure(number: float) -> str:
    """A number as a reader writes it: 4.9 million, 1,500, 0.26."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(number) >= size:
            return f"{number / size:.6g} {name}"
    return f"{number:,.6g}" if abs(number) < 1e6 else f"{number:,.0f}"


@lru_cache(maxsize=1024)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of an English text in its order; dates, times of day and numbers in names are left out."""
    found: list[Quantity] = []
    for match in _CORE.finditer(text):
        quantity = _read(text, match)
        if quantity is None:
            continue
        joined = _join(text, found[-1], quantity) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(quantity)
    return tuple(found)


def within(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities of a text that lie in a stretch of it, read with what stands around them."""
    return (quantity for quantity in quantities(text) if start <= quantity.start and quantity.end <= end)


def number(words: str) -> float | None:
    """The value of a number in words or figures: "twenty-one", "1.2 million"; None where it is neither."""
    match = _CORE.fullmatch(words.strip())
    if match is None or match["vague"]:
        return None
    return _amount(match)


def _amount(match: re.Match[str]) -> float | None:
    if match["figure"]:
        value = float(match["figure"].replace(",", ""))
        value *= SCALES[match["scale"].lower()] if match["scale"] else 1.0
        return -value if match["sign"] and match["currency"] is None and _negative(match) else value
    if match["words"]:
        return _from_words(match["words"])
    if match["single"]:
        return 1.0
    if match["fraction"]:
        *count, part = re.split(r"[ -]", match["fraction"].lower())
        return (SMALL.get(count[0], 1) if count else 1) / FRACTIONS[part]
    if match["ordinal"]:
        word = match["ordinal"].lower()
        return float(ORDINALS.get(word) or word[:-2])
    return None


def _negative(match: re.Match[str]) -> bool:
    return match.start() == 0 or match.string[match.start() - 1].isspace()


def _from_words(words: str) -> float | None:
    total = current = 0.0
    for word in re.split(r"[ -]+", words.lower()):
        if word in SMALL:
            current += SMALL[word]
        elif word in TENS:
            current += TENS[word]
        elif word == "hundred":
            current = max(current, 1.0) * 100
        elif word in SCALES:
            total += max(current, 1.0) * SCALES[word]
            current = 0.0
    return total + current


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.start(), match.end()
    while text[start].isspace():
        start += 1
    before = _BEFORE.search(text, max(0, start - 20), start)
    kind = before.lastgroup if before else None
    if match["vague"]:
        words = match["vague"].lower()
        low, high = VAGUE[words]
        noun, qualities = head(text, end)
        vague = words not in ("a dozen", "half a dozen", "a pair of", "a couple of")
        return Quantity(start, end, low, high, "count", "", noun, qualities, kind == "about", vague)
    value = _amount(match)
    if value is None or _is_name_or_time(text, match, start, end):
        return None
    unit = _unit(text, match, start, end, kind)
    if unit is None:
        return None
    dimension, symbol, scale, end = unit
    noun, qualities = head(text, end)
    if match["single"] and kind is None:
        return None
    if dimension == "count" and _idle(text, match, start, end, noun):
        return None
    value *= scale
    low, high, approximate = _bounds(value, kind, _AFTER.match(text, end))
    return Quantity(start, end, low, high, dimension, symbol, noun, qualities, approximate, False, scale)


def _bounds(value: float, kind: str | None, after: re.Match[str] | None) -> tuple[float, float, bool]:
    if after:
        kind = after.lastgroup
    match kind:
        case "atleast" | "more":
            return value, INFINITY, False
        case "atmost" | "less":
            return 0.0, value, False
        case "about" | "nearly":
            return value, value, True
    return value, value, False


def _unit(
    text: str, match: re.Match[str], start: int, end: int, kind: str | None
) -> tuple[str, str, float, int] | None:
    """Dimension, symbol, base units in one printed unit, and where the quantity ends."""
    if match["ordinal"]:
        return "ordinal", "", 1.0, end
    if match["currency"]:
        return "money", MONEY[match["currency"].lower()], 1.0, end
    if old := _YEARS_OLD.match(text, end):
        return "age", "years old", 1.0, old.end()
    if kind == "aged":
        return "age", "years old", 1.0, end
    if kind == "magnitude" or re.compile(r"[\s-](?:magnitude|richter)\b", re.IGNORECASE).match(text, end):
        return "magnitude", "", 1.0, end
    if following := _UNIT.match(text, end):
        word = following["unit"].lower()
        base = word if word in UNITS else word.removesuffix("s")
        if base in UNITS and not (word == "m" or (base == "second" and following["gap"] == "" and match["words"])):
            dimension, symbol, scale = UNITS[base]
            return dimension, symbol, scale, following.end()
        if (base in MONEY and base not in ("won", "cent")) or word == "cents" or (word == "won" and value_like(match)):
            code, _, part = MONEY[base].partition("/")
            return "money", code, 1 / float(part or 1), following.end()
    if match["figure"] and re.compile(r",\s*$").search(text, max(0, start - 2), start) and _is_age(text, match, start):
        return "age", "years old", 1.0, end
    return "count", "", 1.0, end


def value_like(match: re.Match[str]) -> bool:
    """Whether "won" after the number can only be the currency: it has a scale or separators."""
    return bool(match["scale"] or "," in (match["figure"] or ""))


def _is_age(text: str, match: re.Match[str], start: int) -> bool:
    """ "Ron, 82, and Mary": a whole number below 120 set off by commas behind a name."""
    if "." in match["figure"] or float(match["figure"].replace(",", "")) > 119 or match["scale"]:
        return False
    name = re.compile(r"[A-Z][\w'’.-]+,\s*$").search(text, max(0, start - 40), start)
    return name is not None and re.compile(r"\s*(?:[,.;)]|$|and\b|of\b|from\b)").match(text, match.end()) is not None


def _is_name_or_time(text: str, match: re.Match[str], start: int, end: int) -> bool:
    if end < len(text) and (text[end] == ":" and end + 1 < len(text) and text[end + 1].isdigit()):
        return True
    if start and text[start - 1] == ":" and start > 1 and text[start - 2].isdigit():
        return True
    if match["currency"]:
        return False
    if _MONTH_BEFORE.search(text, max(0, start - 22), start) or _CLOCK_OR_DATE.match(text, end):
        return True
    if match["ordinal"]:
        return False
    bare = bool(match["figure"]) and not match["scale"]
    if bare and end < len(text) and (text[end].isalpha() or text[end] == "'") and not _UNIT.match(text, end):
        return True
    if bare and re.fullmatch(r"1[0-9]\d\d|20\d\d", match["figure"]) and not _counts(text, end):
        return True
    previous = re.compile(r"([A-Za-z]+)\.?[\s-]*$").search(text, max(0, start - 16), start)
    return bool(previous and previous[1].lower() in NUMBERED and (match["figure"] or previous[1][0].isupper()))


def _counts(text: str, end: int) -> bool:
    """Whether a number that could be a year has a unit or a plural noun behind it."""
    if following := _UNIT.match(text, end):
        word = following["unit"].lower()
        return word in UNITS or word.removesuffix("s") in UNITS or bool(re.fullmatch(r"[a-z]{3,}[^s]s|people", word))
    return False


def _idle(text: str, match: re.Match[str], start: int, end: int, noun: str) -> bool:
    """ "one" as a pronoun or article, and words that count nothing."""
    if not match["words"] or match["words"].lower() != "one":
        return False
    after = text[end : end + 1]
    if re.compile(r"\s(?:dead|killed|injured|wounded|missing|hurt|arrested)\b", re.IGNORECASE).match(text, end):
        return False
    return (
        after == "-"
        or not noun
        or re.compile(r"\s(?:of|can|could|who|that|is|was|has|day|another|thing|way)\b").match(text, end) is not None
        or re.compile(r"(?:no|this|that|the|every|any|another|which|each)[ -]$", re.I).search(
            text, max(0, start - 9), start
        )
        is not None
    )


def _join(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """ "10 to 12 people", "between 5 and 7", "2-1": two numbers that are one range or score."""
    between = text[left.end : right.start]
    if left.vague or right.vague or len(between) > 5 or "ordinal" in (left.dimension, right.dimension):
        return None
    join = _RANGE.fullmatch(between)
    if join is None or left.low != left.high or right.low != right.high:
        return None
    if left.dimension != right.dimension and left.dimension != "count":
        return None
    word = join["join"].lower()
    if word in ("and", "or") and (word == "or" or "between" not in text[max(0, left.start - 9) : left.start].lower()):
        return None
    if word == "to" and re.compile(r"\bfrom\s$", re.I).search(text, max(0, left.start - 6), left.start):
        return None
    low, high = left.low * (right.scale if left.dimension == "count" else 1.0), right.low
    if low >= high and word in "-–—" and right.dimension == "count":
        return Quantity(left.start, right.end, low, high, "score", "", "", (), False, False)
    if low >= high:
        return None
    return Quantity(
        left.start, right.end, low, high, right.dimension, right.unit, right.noun, right.qualities,
        left.approximate or right.approximate, False, right.scale,
    )  # fmt: skip
