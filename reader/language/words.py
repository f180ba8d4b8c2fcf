"""Words of a text with their offsets, and the stem that stands for a word's family."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Any

from snowballstemmer import stemmer

from reader.language.detection import frequent_words
from reader.language.lists import listed

# Numbers keep their separators ("1,574", "2.3"); a hyphen parts words ("21-minute" shares "minute" with "20 minutes");
# scripts that write without spaces are taken sign by sign.
_WORD = re.compile(
    r"\d+(?:[.,]\d+)*"
    r"|[\u3040-\u30ff\u3400-\u9fff]"
    r"|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+(?:['’][^\W\d_]+)*"
)
_STEMMERS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
"""Snowball's algorithms. Words of any other language stand for themselves."""
_ENGLISH = stemmer("english")
_ELIDING = frozenset(("ca", "fr", "it"))
"""Languages that write a small word and an apostrophe before a vowel: "l'accord", "dell'accordo"."""

STOP_WORDS = frozenset(
    listed(
        """
        a about above after again all also although always am among an and another any anyone are aren as at be
        because been before being below between both but by came can cannot could couldn did didn do does doesn
        doing don down during each either else even ever every few for from further get gets getting go goes going
        gone got had has hasn have haven having he her here hers herself him himself his how however i if in into is
        isn it its itself just let like ll made make makes making many may me might mine more most much must my
        myself neither nor now of off often on once one only onto or other others our ours ourselves out over own
        put quite rather re really s said same saw say saying says see seem seemed seems seen several shall she
        should shouldn since so some somewhat soon still such t take taken takes taking than that the their theirs
        them themselves then there these they this those though through thus to too took toward towards under until
        up upon us use used uses using ve very via was wasn way we well went were weren what when where whether
        which while who whom whose why will with within won would wouldn yet you your yours yourself
        """
    )
)
"""Words that carry no news of their own. Negations are kept: they turn a statement round."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    start: int
    end: int
    stem: str
    """What it is compared by: folded, without possessive and ending."""
    common: bool
    """It is a stop word."""


def words(text: str, start: int = 0, end: int | None = None, language: str | None = None) -> list[Word]:
    """The words of a stretch of text, in order; a text whose language is not known is taken for English."""
    analysed = _analysed if language in (None, "en") else partial(_foreign, language=language)
    found = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        stem, common = analysed(match[0])
        found.append(Word(match.start(), match.end(), stem, common))
    return found


@lru_cache(maxsize=65_536)
def _analysed(printed: str) -> tuple[str, bool]:
    lower = folded(printed)
    for ending in ("'s", "n't", "'re", "'ve", "'ll", "'d", "'m"):
        if lower.endswith(ending) and len(lower) > len(ending):
            return ("not", False) if ending == "n't" else _analysed(lower[: -len(ending)])
    if lower[0].isdigit():
        return lower.replace(",", ""), False
    if lower in STOP_WORDS:
        return lower, True
    return _ENGLISH.stemWord(lower), False


@lru_cache(maxsize=65_536)
def _foreign(printed: str, language: str) -> tuple[str, bool]:
    lower = printed.lower().replace("’", "'")
    if lower[0].isdigit():
        return lower.replace(",", ""), False
    if language in _ELIDING:
        lower = lower.rpartition("'")[2] or lower
    if lower in frequent_words(language):
        return folded(lower), True
    stemming = _stemmer(language)
    # With its accents, which the endings of some languages have, and folded only then.
    return folded(stemming.stemWord(lower) if stemming else lower), False


@cache
def _stemmer(language: str) -> Any:
    return stemmer(_STEMMERS[language]) if language in _STEMMERS else None


def folded(text: str) -> str:
    """Lower case, without accents, with straight apostrophes."""
    lower = text.lower().replace("’", "'")
    if lower.isascii():
        return lower
    parts = unicodedata.normalize("NFKD", lower)
    return "".join(part for part in parts if not unicodedata.combining(part))
