"""Which language a text is in, told by its script and its most frequent small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from reader.language.tables import rows


def _table() -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """The languages of the table, and for each word those that have it."""
    codes: list[str] = []
    languages: dict[str, tuple[str, ...]] = {}
    for language, *words in map(str.split, rows("frequent_words")):
        codes.append(language)
        for word in words:
            languages[word] = (*languages.get(word, ()), language)
    return tuple(codes), languages


_CODES, _LANGUAGES = _table()

_SCRIPTS = (
    # In the order in which they decide: kana makes Han characters Japanese. Compiled when a text is in one of them.
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7af\u1100-\u11ff]"),
    ("zh", "[\u4e00-\u9fff]"),
    ("el", "[\u0370-\u03ff]"),
    ("he", "[\u0590-\u05ff]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("hy", "[\u0530-\u058f]"),
    ("ka", "[\u10a0-\u10ff]"),
    ("ta", "[\u0b80-\u0bff]"),
    ("bn", "[\u0980-\u09ff]"),
)
_ARABIC = "[\u0600-\u06ff]"
_PERSIAN = "[پچژگک]"
_URDU = "[ٹڈڑںے]"
_DEVANAGARI = "[\u0900-\u097f]"
_NEPALI = "(?:छ|हरू|गरेको|भएको|छन्)(?!\\w)"
_WORD = re.compile(r"[^\W\d_]+")

# What is neither Latin, Cyrillic nor punctuation. A class that lists the other scripts takes 4 ms to compile.
_OTHER_SCRIPTS = re.compile("[^\x00-\u036f\u1e00-\u303f](?<![\u0400-\u052f])")
_WRITTEN = 0.3
"""The share of letters in a script from which on a text is written in it."""
_QUOTED = 0.05
"""The share up to which it only quotes names; of Japanese, half of which is Han characters, kana are less than half."""

_SAMPLE = 8_000
"""Characters looked at: a language shows in its first paragraphs."""
_EVIDENCE = 0.12
"""The least share of words that are frequent ones; running prose has .3 to .5 in its own language."""


@cache
def frequent_words(language: str) -> frozenset[str]:
    """The most frequent small words of a language; none of one that the table does not have."""
    return frozenset(word for word, of in _LANGUAGES.items() if language in of)


def detect(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where it is too short or like none that is known."""
    sample = text[:_SAMPLE]
    words = Counter(_WORD.findall(sample.casefold()))
    letters = sum(len(word) * count for word, count in words.items())
    if letters < 20:
        return None
    if not sample.isascii() and len(_OTHER_SCRIPTS.findall(sample)) > letters * _QUOTED:
        by_script = _by_script(sample, letters)
        if by_script:
            return by_script
    total = words.total()
    if total < 5:
        return None
    scores = dict.fromkeys(_CODES, 0.0)
    hits = dict.fromkeys(_CODES, 0)
    for word, count in words.items():
        languages = _LANGUAGES.get(word, ())
        for language in languages:
            hits[language] += count
            # "de" is a word of eight languages and tells little.
            scores[language] += count / len(languages)
    best = max(_CODES, key=lambda language: scores[language])
    return best if hits[best] >= _EVIDENCE * total else None


def _by_script(sample: str, letters: int) -> str | None:
    for language, script in _SCRIPTS:
        share = len(re.findall(script, sample)) / letters
        if share > (_QUOTED if language == "ja" else _WRITTEN):
            return language
    if len(re.findall(_ARABIC, sample)) > letters * _WRITTEN:
        return (
            "ur" if len(re.findall(_URDU, sample)) > letters * 0.02 else "fa" if re.search(_PERSIAN, sample) else "ar"
        )
    if len(re.findall(_DEVANAGARI, sample)) > letters * _WRITTEN:
        return "ne" if len(re.findall(_NEPALI, sample)) > 3 else "hi"
    return None
