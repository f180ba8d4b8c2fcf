"""How names are spelt: folded for comparing, and told apart from other names that look like them."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from reader.language.nouns import singular
from reader.language.places import PLACES, country

POSSESSIVE = re.compile(r"['’]s?$")


_SHORT = (
    ("united states of america", "us"), ("united states", "us"), ("united kingdom", "uk"), ("united nations", "un"),
    ("european union", "eu"),
)  # fmt: skip


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """A name without case, accents, hyphens and possessives."""
    plain = anyascii(POSSESSIVE.sub("", name)).lower()
    plain = plain.replace("u.s.a.", "us").replace("u.s.", "us").replace("u.k.", "uk").replace("u.n.", "un")
    for full, short in _SHORT:
        plain = plain.replace(full, short)
    return " ".join(re.sub(r"[^a-z0-9@ ]+", " ", plain.replace("'", "").replace("’", "")).split())


def transliterated(name: str) -> str:
    """A folded name in which it makes no difference how its umlauts are written: Süd, Sued, Sud."""
    return re.sub(r"(?<=[aou])e", "", fold(name))


_ROMAN = (("yeo", "yo"), ("eo", "o"), ("eu", "u"), ("ou", "o"), ("oo", "u"), ("ee", "i"), ("ch", "j"), ("kh", "h"),
          ("ck", "k"), ("ph", "f"), ("th", "t"), ("q", "k"), ("g", "k"), ("d", "t"), ("b", "p"), ("r", "l"),
          ("iy", "i"), ("y", "i"), ("ie", "i"), ("u", "o"), ("w", "v"), ("z", "s"), ("c", "k"))  # fmt: skip


@lru_cache(maxsize=65_536)
def romanised(name: str) -> str:
    """A folded name with the letters made equal that romanisations of one name differ by (eo/o, g/k, ch/j)."""
    plain = fold(name).replace(" ", "")
    for variant, common in _ROMAN:
        plain = plain.replace(variant, common)
    return re.sub(r"(.)\1+", r"\1", plain)


@lru_cache(maxsize=65_536)
def spelling_variant(one: str, other: str) -> bool:
    """Whether two names are one name spelt differently: "Nak-yeon" and "Nak-yon", not "Jong-un" and "Jong-nam"."""
    a, b = fold(one), fold(other)
    if a == b or min(len(a), len(b)) < 4 or len(a.split()) != len(b.split()):
        return False
    if any(char.isdigit() for char in a + b) or {a, b} <= PLACES or (country(a) and country(a) == country(b)):
        return False
    if a.replace(" ", "") == b.replace(" ", ""):
        return True
    differing = [(x, y) for x, y in zip(a.split(), b.split(), strict=True) if x != y]
    if len(differing) > 1 or any(_plural(x, y) for x, y in differing):
        return False
    x, y = differing[0]
    if max(len(x), len(y)) == 1 and len(a.split()) > 2:
        return True  # "Mazar-i-Sharif", "Mazar-e-Sharif"
    if min(len(x), len(y)) < 4 and len(a.split()) < 3:
        return False
    if romanised(x) == romanised(y):
        return True
    if min(len(x), len(y)) <= 5 or x[0] != y[0]:
        return False
    # Here, because few stories have two such names, and the library is one of the slowest to import.
    from rapidfuzz.distance import OSA

    return OSA.distance(x, y) == 1


def _plural(one: str, other: str) -> bool:
    """ "battery" and "batteries" are no two spellings."""
    return singular(one) == singular(other)
