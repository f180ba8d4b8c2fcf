"""Which language a text is in, told by its script and its most frequent small words."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path


def _frequent() -> dict[str, frozenset[str]]:
    table = Path(__file__).with_name("frequent_words.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in table.splitlines() if not line.startswith("#"))
    return {language: frozenset(words) for language, *words in rows}


_FREQUENT = _frequent()
_SHARED = Counter(word for frequent in _FREQUENT.values() for word in frequent)
"""How many languages have a word: "de" is one of eight and tells little."""

_SCRIPTS = (
    # In the order in which they decide: kana makes Han characters Japanese.
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
)
_ARABIC = re.compile("[\u0600-\u06ff]")
_PERSIAN = re.compile("[پچژگک]")
_URDU = re.compile("[ٹڈڑںے]")
_DEVANAGARI = re.compile("[\u0900-\u097f]")
_NEPALI = re.compile("(?:छ|हरू|गरेको|भएको|छन्)(?!\\w)")
_WORD = re.compile(r"[^\W\d_]+")

_SAMPLE = 8_000
"""Characters looked at: a language shows in its first paragraphs."""
_EVIDENCE = 0.12
"""The least share of words that are frequent ones; running prose has .3 to .5 in its own language."""


def detect(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where it is too short or like none that is known."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < 20:
        return None
    for language, script in _SCRIPTS:
        # A tenth: reports on Asia quote names in their own script.
        if len(script.findall(sample)) > letters * (0.05 if language == "ja" else 0.3):
            return language
    if len(_ARABIC.findall(sample)) > letters * 0.3:
        return "ur" if len(_URDU.findall(sample)) > letters * 0.02 else "fa" if _PERSIAN.search(sample) else "ar"
    if len(_DEVANAGARI.findall(sample)) > letters * 0.3:
        return "ne" if len(_NEPALI.findall(sample)) > 3 else "hi"
    words = Counter(word.casefold() for word in _WORD.findall(sample))
    total = words.total()
    if total < 5:
        return None
    scores = {
        language: sum(words[word] / _SHARED[word] for word in frequent) for language, frequent in _FREQUENT.items()
    }
    best = max(sorted(scores), key=lambda language: scores[language])
    return best if sum(words[word] for word in _FREQUENT[best]) >= _EVIDENCE * total else None
