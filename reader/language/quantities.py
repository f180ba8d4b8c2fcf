"""Quantities in English news prose: what is counted or measured, in which unit, and how exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from reader.language.amounts import INFINITY, Quantity
from reader.language.nouns import head
from reader.language.quantity_words import (
    AFTER,
    BARE,
    BEFORE,
    CLOCK_OR_DATE,
    CORE,
    ENDING,
    FRACTIONS,
    MONEY,
    MONTH_BEFORE,
    NUMBERED,
    ORDINALS,
    RANGE,
    SCALES,
    SMALL,
    TENS,
    UNIT,
    UNITS,
    VAGUE,
    YEARS_OLD,
)


@lru_cache(maxsize=1024)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of an English text in its order; dates, times of day and numbers in names are left out."""
    found: list[Quantity] = []
    for match in CORE.finditer(text):
        quantity = _read(text, match)
        if quantity is None:
            continue
        joined = _join(text, found[-1], quantity) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(_inherited(text, found[-1], quantity) if found else quantity)
    return tuple(found)


def _inherited(text: str, before: Quantity, quantity: Quantity) -> Quantity:
    """ "three transplants, two in Boston": a number without a noun counts what the number before it counts."""
    bare = quantity.dimension == before.dimension == "count" and not quantity.noun and before.noun
    between = text[before.end : quantity.start]
    if bare and len(between) < 100 and not ENDING.search(between) and BARE.match(text, quantity.end):
        return replace(quantity, noun=before.noun, qualities=before.qualities)
    return quantity


@lru_cache(maxsize=4096)
def singles(text: str, noun: str) -> tuple[Quantity, ...]:
    """Where a text tells of one of a counted thing by an article: "a complete list", not "a flag was shown twice"."""
    pattern = re.compile(
        rf"\ban?\s(?!more\b)(?:[a-z-]+\s){{0,2}}{re.escape(noun)}\b(?![^.;\n]{{0,40}}\b(?:twice|times|each|every)\b)",
        re.IGNORECASE,
    )
    return tuple(
        Quantity(match.start(), match.end(), 1, 1, "count", "", noun, (), False, False)
        for match in pattern.finditer(text)
    )


def within(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities of a text that lie in a stretch of it, read with what stands around them."""
    return (quantity for quantity in quantities(text) if start <= quantity.start and quantity.end <= end)


def number(words: str) -> float | None:
    """The value of a number in words or figures: "twenty-one", "1.2 million"; None where it is neither."""
    match = CORE.fullmatch(words.strip())
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
    before = BEFORE.search(text, max(0, start - 20), start)
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
    low, high, approximate = _bounds(value, kind, AFTER.match(text, end))
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
    if old := YEARS_OLD.match(text, end):
        return "age", "years old", 1.0, old.end()
    if kind == "aged":
        return "age", "years old", 1.0, end
    if kind == "magnitude" or re.compile(r"[\s-](?:magnitude|richter)\b", re.IGNORECASE).match(text, end):
        return "magnitude", "", 1.0, end
    if following := UNIT.match(text, end):
        word = following["unit"].lower()
        base = word if word in UNITS else word.removesuffix("s")
        if base == "pound" and following["gap"] == "-":
            return (*UNITS["lb"], following.end())  # "a 400-pound gorilla" has a weight, no price.
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
    if MONTH_BEFORE.search(text, max(0, start - 22), start) or CLOCK_OR_DATE.match(text, end):
        return True
    if match["ordinal"]:
        return False
    if re.compile(r"(?<!\bto)(?<=[A-Za-z])[-‐‑]$").search(text, max(0, start - 4), start):
        return True  # "Hyunmoo-2", "mid-20"
    bare = bool(match["figure"]) and not match["scale"]
    if bare and end < len(text) and (text[end].isalpha() or text[end] == "'") and not UNIT.match(text, end):
        return True
    if bare and re.fullmatch(r"1[0-9]\d\d|20\d\d", match["figure"]) and not _counts(text, end):
        return True
    previous = re.compile(r"([A-Za-z]+)\.?[\s-]*$").search(text, max(0, start - 16), start)
    return bool(previous and previous[1].lower() in NUMBERED and (match["figure"] or previous[1][0].isupper()))


def _counts(text: str, end: int) -> bool:
    """Whether a number that could be a year has a unit or a plural noun behind it."""
    if following := UNIT.match(text, end):
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
    join = RANGE.fullmatch(between)
    if join is None or left.low != left.high or right.low != right.high:
        return None
    if left.dimension != right.dimension and left.dimension != "count":
        return None
    low, high = left.low * (right.scale if left.dimension == "count" else 1.0), right.low
    word = join["join"].lower()
    if word == "and" and left.dimension == "duration" and right.scale < left.scale:
        return replace(right, start=left.start, low=left.low + right.low, high=left.low + right.low)
    if word == "or" and not low < high <= 2 * low:
        return None  # "six or seven hours" is a stretch, "a day or two weeks" a choice.
    if word == "and" and "between" not in text[max(0, left.start - 9) : left.start].lower():
        return None
    if word == "to" and re.compile(r"\bfrom\s$", re.I).search(text, max(0, left.start - 6), left.start):
        return None
    if low >= high and word in "-–—" and right.dimension == "count":
        return Quantity(left.start, right.end, low, high, "score", "", "", (), False, False)
    if low >= high:
        return None
    return Quantity(
        left.start, right.end, low, high, right.dimension, right.unit, right.noun, right.qualities,
        left.approximate or right.approximate, False, right.scale,
    )  # fmt: skip
