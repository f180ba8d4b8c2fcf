"""House style folded away: U.S. and US, twenty and 20, per cent and percent, colour and color are one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.language.date_words import MONTHS
from reader.language.quantity_words import SMALL, TENS
from reader.language.words import folded

_TOKEN = re.compile(
    r"United States(?: of America)?|United Kingdom|United Nations|(?:[A-Z]\.){2,}|per cent"
    r"|\b(?:co|re|pre|non|anti|e)[-‐‑][a-z]{3,}|\d+(?:[.,]\d+)*|[^\W_]+(?:['’][^\W_]+)*|&"
)
_WHOLE = {
    "united states": "us", "united states of america": "us", "u.s.": "us", "u.s.a.": "us", "usa": "us",
    "united kingdom": "uk", "u.k.": "uk", "united nations": "un", "u.n.": "un", "per cent": "percent", "pct": "percent",
    "m": "million", "bn": "billion", "km": "kilometer", "kilometre": "kilometer", "kilometres": "kilometers",
    "metre": "meter", "metres": "meters", "ok": "okay", "tv": "television", "grey": "gray", "cheque": "check",
    "storey": "story", "tyre": "tire", "pyjamas": "pajamas", "plough": "plow", "sceptical": "skeptical",
    "whilst": "while", "amongst": "among", "towards": "toward", "learnt": "learned", "defence": "defense",
    "offence": "offense", "licence": "license", "programme": "program", "programmes": "programs", "kerb": "curb",
    "&": "and",
}  # fmt: skip
_ENDINGS = (
    (re.compile(r"(?<=[a-z]{2})isation"), "ization"),
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|er|ers)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})ys(?=(?:e|es|ed|ing|er|ers)$)"), "yz"),
    (re.compile(r"^(co|re|pre|non|anti|e)[-‐‑](?=[a-z]{3})"), r"\1"),
    (re.compile(r"^(p|h|an|gyn|arch|encyclop|orthop|medi)ae(?=[a-z]{2})"), r"\1e"),
    (re.compile(r"(?<=[a-z]{2})our(?=s|ed|ing|ful|ite|able|hood|$)"), "or"),
    (re.compile(r"(?<=[a-z]{2})tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=[a-z]{2}[aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)"), "l"),
)
_NUMBERS = {word: str(value) for word, value in (SMALL | TENS).items()}
_MONTHS = {name: number for name, number in MONTHS.items() if name not in ("may", "mar", "sep", "dec")}


@dataclass(frozen=True, slots=True)
class Token:
    """One word, or several that are one name, with the form that all styles share."""

    start: int
    end: int
    form: str


@lru_cache(maxsize=4096)
def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The words of a stretch of text as they are compared: two stretches with the same forms differ in style alone."""
    return tuple(Token(*match.span(), form(match[0])) for match in _TOKEN.finditer(text, start, end))


@lru_cache(maxsize=65_536)
def form(word: str) -> str:
    """The form that a word has in every style."""
    low = folded(word)
    if low in _WHOLE:
        return _WHOLE[low]
    if low in _NUMBERS:
        return _NUMBERS[low]
    if low.rstrip(".") in _MONTHS:
        return f"month {_MONTHS[low.rstrip('.')]}"
    if low[0].isdigit():
        return low.replace(",", "")
    for pattern, common in _ENDINGS:
        low = pattern.sub(common, low)
    return low
