"""Proper names in English news prose: who and what is meant, however it is spelt or titled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.language.name_words import MATTERS, NOT_NAMES, OPENERS, ORGANISATION, PLACE_WORDS, RANKS, TITLES
from reader.language.places import DEMONYMS, MONTHS_AND_DAYS, PLACES, country
from reader.language.spelling import POSSESSIVE, fold, spelling_variant

_PARTICLE = r"(?:of|the|and|for|de|del|della|di|da|van|von|der|den|bin|ibn|al|el|la|le|e|du|dos|y|&)"
_NAME = re.compile(
    r"(?<![\w@#])[A-ZÀ-Þ][\w'’&]*(?:[-–][\w'’]+)*(?:\.(?:[A-Z]\.)+|(?<=\b[A-Z])\.|(?<=\b(?:Lt|Dr|Mr|Ms|Jr|Sr|St))\.|(?<=\b(?:Gov|Sen|Rep|Gen|Col|Sgt|Mrs|Rev|Maj|Det))\.|(?<=\b(?:Prof|Capt|Cmdr))\.)?"
)
_LINK = re.compile(rf"(?:[ ]|,\s(?=Jr|Sr|III?\b))((?:{_PARTICLE}[ ]){{0,2}})")


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a person, an organisation or a place."""

    start: int
    end: int
    text: str
    """As printed, without titles before it and possessive endings."""
    titles: tuple[str, ...]
    """Titles printed before it, in lower case."""
    kind: str
    """"person", "place", "demonym", an organisation's kind ("court", "agency" …), or "" where nothing tells."""
    key: str
    """The folded form: two mentions with one key are one name."""

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(self.key.split())


def same(one: Name, other: Name) -> bool:
    """Whether two mentions can be the same thing: equal, one a part of the other, initials, or spelling variants."""
    return one.key == other.key or _same((one.text, one.key, one.kind), (other.text, other.key, other.kind))


_CALIPHATE = frozenset(("islamic state", "isis", "isil", "daesh"))
"""The names of one body that news calls by all of them."""


def one_person(one: Name, other: Name, text: str) -> bool:
    """Whether a text tells that two names are of one person: "Ada" and "Falk", where it prints "Ada Falk"."""
    words = {*one.words, *other.words}
    return any(words <= whole for whole in _people(text))


@lru_cache(maxsize=1024)
def _people(text: str) -> frozenset[frozenset[str]]:
    """The words of each name in a text that may be a person's."""
    return frozenset(frozenset(name.words) for name in names(text) if name.kind in ("person", ""))


@lru_cache(maxsize=65_536)
def _same(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """The same for the text, key and kind of each: in many articles, the same two names meet a hundred times."""
    (text, key, kind), (its_text, its_key, its_kind) = one, other
    if spelling_variant(text, its_text) or {key, its_key} <= _CALIPHATE:
        return True
    mine, yours = key.split(), its_key.split()
    if set(mine) <= set(yours) or set(yours) <= set(mine):
        return True
    if mine[-1] == yours[-1] and kind in ("person", "") and its_kind in ("person", ""):
        return not _two_people(mine, yours)
    return _initials(key) == its_key.replace(" ", "") or _initials(its_key) == key.replace(" ", "")


def _two_people(one: Sequence[str], other: Sequence[str]) -> bool:
    """Full names with one family name and different first names."""
    return len(one) > 1 and len(other) > 1 and one[0][0] != other[0][0]


def _initials(key: str) -> str:
    words = [word for word in key.split() if word not in ("of", "the", "and", "for")]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


@lru_cache(maxsize=1024)
def names(text: str) -> tuple[Name, ...]:
    """Every proper name of an English text in its order."""
    found = []
    for start, end in _runs(text):
        if name := _name(text, start, end):
            found.append(name)
    return tuple(found)


def within(text: str, start: int, end: int) -> Iterator[Name]:
    """The names of a text that begin in a stretch of it."""
    return (name for name in names(text) if start <= name.start and name.end <= end)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words with the particles between them; months and weekdays part them."""
    start = end = -1
    for match in _NAME.finditer(text):
        folded = fold(match[0])
        calendar = folded in MONTHS_AND_DAYS and folded != "may"
        if start >= 0:
            if not calendar and _linked(text, start, end, match.start()):
                end = match.end()
                continue
            yield start, end
        start, end = (-1, -1) if calendar else match.span()
    if start >= 0:
        yield start, end


def _linked(text: str, start: int, end: int, next: int) -> bool:
    """Whether a run of capitals goes on with the capital at `next`."""
    link = _LINK.fullmatch(text, end, next)
    if link is None or text[max(start, end - 2) : end] in ("'s", "’s"):
        return False
    particles = link[1].split()
    if particles and particles[0] == "and":
        words = text[start:end].lower().split()
        return not MATTERS.isdisjoint(words) and (words[-1] in MATTERS or words[-1] not in ORGANISATION)
    if particles and particles[0] == "for":
        return _organisation(text[start:end]) or fold(text[next : next + 20].split()[0]) in MATTERS
    if particles and particles[0] == "the":
        return _organisation(text[start:end])
    return "of" not in particles or _bound(text[start:end])


def _bound(words: str) -> bool:
    """Whether "of" can go on with a name: "University of Basel", "Knights of Columbus", not "Rebecca King of Oslo"."""
    every = words.split()
    return len(every) == 1 or every[-1].lower() in ORGANISATION or every[-1].lower() in PLACE_WORDS or every[0] == "The"


def _organisation(text: str) -> bool:
    return any(word.lower() in ORGANISATION for word in text.split())


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins here, so that a capital says nothing."""
    before = text[max(0, start - 4) : start].rstrip(" \"“'‘(")
    return not before or before[-1] in ".!?:\n—–-•"


def _name(text: str, start: int, end: int) -> Name | None:
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", text[start:end])]
    spans = [(start + a, start + b) for a, b in words]
    titles: list[str] = []
    spans = _without_nationality(text, spans, titles)
    while spans:
        word = text[slice(*spans[0])].rstrip(".,").lower()
        bare = POSSESSIVE.sub("", word)
        acronym = len(bare) > 2 and text[slice(*spans[0])].isupper()
        if (bare in NOT_NAMES or bare in ("of", "the", "and", "for")) and not acronym:
            if bare in OPENERS and len(spans) > 1 and _part_of_name(text, spans):
                break
            spans.pop(0)
        elif bare in TITLES and len(spans) > 1 and text[slice(*spans[1])].lower() not in ORGANISATION:
            titles.append(bare)
            spans.pop(0)
        else:
            break
    while spans and text[slice(*spans[-1])].lower() in NOT_NAMES and not text[slice(*spans[-1])].isupper():
        spans.pop()
    spans = _behind_title(text, spans, titles)
    if not spans:
        return None
    start, end = spans[0][0], spans[-1][1]
    printed = text[start:end]
    possessive = POSSESSIVE.search(printed)
    if possessive and len(printed) - len(possessive[0]) > 1:
        end -= len(possessive[0])
        printed = text[start:end]
    key = fold(printed)
    if not key or key in MONTHS_AND_DAYS or len(key) < 2:
        return None
    single = len(spans) == 1
    if single and _opens(text, start) and not _known(text, printed, key):
        return None
    if single and (key in TITLES or key in NOT_NAMES) and not printed.isupper() and key not in PLACES:
        return None
    if printed.isupper() and len(printed) > 6 and not titles:
        return None
    return Name(start, end, printed, tuple(titles), _kind(printed, key, titles, text, start, end), key)


def _part_of_name(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the word that opens a run of capitals is a part of the name: "New York", "flew All Nippon Airways"."""
    return not _opens(text, spans[0][0]) or fold(text[spans[0][0] : spans[1][1]]) in PLACES


def _without_nationality(text: str, spans: list[tuple[int, int]], titles: list[str]) -> list[tuple[int, int]]:
    """What is left of "South Korean President Moon Jae-in" when the demonym before a title is set aside as one."""
    for length in (2, 1):
        if len(spans) <= length + 1:
            continue
        if fold(text[spans[0][0] : spans[length - 1][1]]) in DEMONYMS and (
            text[slice(*spans[length])].rstrip(".,").lower() in TITLES
        ):
            titles.append(fold(text[spans[0][0] : spans[length - 1][1]]))
            return spans[length:]
    return spans


def _behind_title(text: str, spans: list[tuple[int, int]], titles: list[str]) -> list[tuple[int, int]]:
    """What stands behind the last rank inside a run of capitals: "Duluth Police Chief Mike Tusken" names a man."""
    for index in range(len(spans) - 2, 0, -1):
        if text[slice(*spans[index])].rstrip(".,").lower() in RANKS and text[slice(*spans[index + 1])][0].isupper():
            titles.append(text[slice(*spans[index])].rstrip(".,").lower())
            return spans[index + 1 :]
    return spans


def _known(text: str, printed: str, key: str) -> bool:
    """Whether a capitalised word that opens a sentence is a name: a place, an acronym, or capitalised elsewhere."""
    if key in PLACES or (printed.isupper() and len(printed) > 1):
        return True
    return printed in _inside(text)


_INSIDE = re.compile(r"(?:(?<=[a-z,;] )|(?<=[A-Z][a-z] ))[A-ZÀ-Þ]\S{0,60}")
_BOUNDARY = re.compile(r"\b")


@lru_cache(maxsize=8)
def _inside(text: str) -> frozenset[str]:
    """What is printed with a capital inside the sentences of a text, up to each boundary of a word in it: "Abe",
    "Abe's". Gathered once, since a long article has a capitalised word in every line."""
    runs = {match[0] for match in _INSIDE.finditer(text)}
    return frozenset(run[: boundary.start()] for run in runs for boundary in _BOUNDARY.finditer(run))


def _kind(printed: str, key: str, titles: list[str], text: str, start: int, end: int) -> str:
    words = key.split()
    for word in reversed(words):
        if word in ORGANISATION:
            return ORGANISATION[word]
    if len(words) > 1 and not MATTERS.isdisjoint(words) and not {"and", "for", "of"}.isdisjoint(words):
        return "agency"
    if key in DEMONYMS:
        return "demonym"
    if (key in PLACES and printed != "Us") or words[-1] in PLACE_WORDS:
        return "place"
    if titles and not (titles == ["former"] or titles == ["first"]):
        return "person"
    if re.compile(r"\b(?:in|near|outside|around|across)\s$").search(text, max(0, start - 9), start) and len(words) < 3:
        return "place" if not printed.isupper() else ""
    if re.compile(r",\s(?:\d{1,3}\b|who\b|an?\s|the\s)|\s(?:said|says|told|added|wrote|tweeted)\b").match(text, end):
        return "person"
    if 2 <= len(words) <= 3 and all(word[:1].isupper() for word in printed.split()) and " of " not in printed:
        return "person"
    return ""


def nation(name: str) -> str | None:
    """The country that a name, demonym or capital stands for: "Seoul", "South Korean" → "South Korea"."""
    return country(fold(name))
