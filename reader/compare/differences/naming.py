"""Names that differ between two articles: spellings, and other persons, bodies or places in one role."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from reader.compare.differences.persons import persons
from reader.compare.differences.sides import COPIED, Found, Side, counterparts, gathered, likeness, shared_context, slot
from reader.language.localities import localities
from reader.language.names import Name, names, nation, one_person, same
from reader.language.places import DEMONYMS, PLACES, inside
from reader.language.rarity import general
from reader.language.speech import statements
from reader.language.spelling import fold, spelling_variant, transliterated
from reader.language.style import tokens
from reader.language.words import words
from reader.model import Kind, Value

BODIES = ("court", "university", "agency", "company", "hospital", "party", "outlet")
MISSPELT = 90
"""Likeness of two names in one role, of 100, from which they are one name with a slip."""
NATIONAL = frozenset(("us", "uk", "british", "american", "national", "federal", "the"))
"""Words that outlets leave out before the name of their own country's bodies."""
NAMING = 0.75
"""Rarity in English from which a word is a name rather than a noun for what it names."""
_LIST = re.compile(r":(?:\s[A-Z][\w.'’-]*)+(?:,(?:\s[A-Z][\w.'’-]*)+){2,}$")
"""Names behind a colon ("Read more about: …"): whoever else stands in such a list plays no part."""
_JOINED_BEFORE = re.compile(r"[A-Z][\w.'’-]*,? and (?:in |the )?$")
_JOINED_BEHIND = re.compile(r",? and (?:in |the )?[A-Z]")
_CAMPUS = re.compile(r",\s[A-Z]")
"""Behind a name, what it is the name of one of: "University of California, San Diego"."""
_DESCRIBED = re.compile(
    r"\b(?:an?|the)\s((?:[A-Z][\w.'’-]*\s|local\s|federal\s|high\s|top\s|district\s|appeals\s){1,3}(?P<head>court|hospital|university))\b"
)
"""A body told by a common noun: "a Seoul court"."""


def naming(one: Side, other: Side) -> list[Found]:
    """The names that differ between two articles of an alignment."""
    mine, yours = [*one.names, *gathered(one, _described)], [*other.names, *gathered(other, _described)]
    return [
        *_spellings(one, mine, other, yours),
        *_roles(one, mine, other, yours),
        *_fuller(one, mine, other, yours),
        *_unnamed(one, other, turned=False),
        *_unnamed(other, one, turned=True),
        *persons(one, mine, other, yours),
    ]


def _described(side: Side) -> list[Name]:
    return [
        Name(*match.span(), match[0], (), match["head"], fold(match[1]))
        for member in side.members
        for match in _DESCRIBED.finditer(side.text, member.start, member.end)
    ]


def _spellings(one: Side, mine: Iterable[Name], other: Side, yours: Iterable[Name]) -> list[Found]:
    found: dict[tuple[str, str], Found] = {}
    for left in mine:
        for right in yours:
            if (left.key, right.key) in found or not spelling_variant(left.text, right.text):
                continue
            if transliterated(left.text) == transliterated(right.text) or _styled(left) == _styled(right):
                continue
            reason = f"{left.text} and {right.text}: two spellings of one name."
            found[left.key, right.key] = Found("name", "compatible", reason, _values(one, left, other, right))
    return list(found.values())


def _styled(name: Name) -> list[str]:
    """The words of a name in the form that all house styles share: "Space Centre", "Defence Ministry"."""
    return [token.form for token in tokens(name.text, 0, len(name.text))]


def _roles(one: Side, mine: list[Name], other: Side, yours: list[Name]) -> list[Found]:
    """Different names in one place or role, where neither article has the other's name anywhere."""
    found = []
    if any(_LIST.search(member.text) for side in (one, other) for member in side.members):
        return []
    left_over, right_over = _strangers(mine, yours), _strangers(yours, mine)
    for left in left_over:
        for right in right_over:
            if not _comparable(left, right) or (_located(one, left) and _located(other, right)):
                continue
            if "place" not in (left.kind, right.kind) and any(
                one_person(left, right, side.text) for side in (one, other)
            ):
                continue
            a, b = (left.start, left.end), (right.start, right.end)
            placed = slot(one, a, other, b)
            speak = _speaks(one, left), _speaks(other, right)
            if any(speak) and (placed < 4 or not _copied(one, other)):
                continue  # Who says it is a difference of attribution.
            if placed < 4 and (_among_others(one, left) or _among_others(other, right)):
                continue
            if placed < 4 and (
                _known(left, other)
                or _known(right, one)
                or not _one_role(one, left, other, right, left_over, right_over, placed)
            ):
                continue
            found.append(_judged(one, left, other, right))
    return found


def _fuller(one: Side, mine: list[Name], other: Side, yours: list[Name]) -> list[Found]:
    """A body that each article calls by a name of another length."""
    return [
        Found(
            "name",
            "compatible",
            f"{left.text} and {right.text}: one name is fuller.",
            _values(one, left, other, right),
        )
        for left in mine
        for right in yours
        if _longer(left, right, one, other)
    ]


def _unnamed(side: Side, other: Side, *, turned: bool) -> list[Found]:
    """A body that one article names and the other tells by its kind: "a Seoul court" and "the Supreme Court"."""
    found = []
    for body in () if gathered(other, _described) else gathered(side, _described):
        named = [name for name in other.names if name.kind == body.kind]
        if len({name.key for name in named}) == 1 and not any(name.kind == body.kind for name in side.names):
            mine, yours = _values(side, body, other, named[0])
            reason = f"“{mine.text}” and “{yours.text}”: one gives the name."
            found.append(Found("name", "more-specific", reason, (yours, mine) if turned else (mine, yours)))
    return found


def _strangers(mine: Iterable[Name], yours: list[Name]) -> list[Name]:
    return [
        name
        for name in mine
        if name.kind not in ("demonym", "outlet")
        and len(name.key) > 2
        and not any(same(name, other) or _one_nation(name, other) for other in yours)
    ]


def _one_nation(one: Name, other: Name) -> bool:
    country = nation(one.text)
    return country is not None and country == nation(other.text)


def _among_others(side: Side, name: Name) -> bool:
    """Whether a name is one of several that stand side by side: "South Korea, Russia and the United States"."""
    before, behind = side.text[max(0, name.start - 30) : name.start], side.text[name.end : name.end + 30]
    return _JOINED_BEFORE.search(before) is not None or _JOINED_BEHIND.match(behind) is not None


def _comparable(left: Name, right: Name) -> bool:
    if left.kind == right.kind == "place" and not {left.key, right.key} <= PLACES:
        return not set(left.words) & set(right.words)  # "Grand Cayman" and "the Cayman Islands"
    return left.kind == right.kind or "" in (left.kind, right.kind)


def _located(side: Side, name: Name) -> bool:
    """Whether a name only says which place of its kind is meant: "a warehouse in Feltham"."""
    return any(each.start < name.start and name.end <= each.end for each in localities(side.text))


def _known(name: Name, other: Side) -> bool:
    """Whether an article has a name anywhere."""
    return _stands(name.text, name.kind, name.key, other.text)


@lru_cache(maxsize=65_536)
def _stands(name: str, kind: str, key: str, text: str) -> bool:
    """The same, for all mentions of the name at once."""
    return any(same(Name(0, 0, name, (), kind, key), theirs) for theirs in _distinct(text))


@lru_cache(maxsize=1024)
def _distinct(text: str) -> tuple[Name, ...]:
    """The names of an article, each once: a long article has one name a hundred times."""
    return tuple({(name.key, name.kind, name.text): name for name in names(text)}.values())


def _one_role(
    one: Side, left: Name, other: Side, right: Name, mine: list[Name], yours: list[Name], placed: int
) -> bool:
    a, b = (left.start, left.end), (right.start, right.end)
    shared = shared_context(one, a, other, b)
    rivals = sum(name.kind == left.kind for name in mine) + sum(name.kind == right.kind for name in yours)
    if rivals > 3 or not left.kind or left.kind != right.kind:
        return placed >= 3 and shared >= 1
    if left.kind in BODIES:
        return shared >= 2 or placed >= 1
    if left.kind == "person":
        return bool(left.titles) and set(left.titles) == set(right.titles) and shared >= 2
    return shared >= 3 and placed >= 1


def _longer(left: Name, right: Name, one: Side, other: Side) -> bool:
    """Whether one article always uses a body's short name and the other a longer one."""
    mine, yours = set(left.words), set(right.words)
    if mine == yours or not (mine < yours or yours < mine) or "person" in (left.kind, right.kind):
        return False
    if "place" in (left.kind, right.kind) or "demonym" in (left.kind, right.kind):
        return False
    short, wide, side = (left, right, one) if mine < yours else (right, left, other)
    if any(char.isdigit() for char in wide.key) or "and" in wide.words:
        return False  # "Malaysia Airlines Flight MH370" is no airline, and two names are no longer one.
    if wide.kind not in BODIES or len(short.key) < 3 or _is_place(short, one) or _is_place(short, other):
        return False
    if set(wide.words) - set(short.words) <= NATIONAL or not _goes_on(short, side, wide):
        return False
    return not any(set(wide.words) <= set(name.words) for name in names(side.text))


def _goes_on(short: Name, side: Side, wide: Name) -> bool:
    """Whether the fuller name tells more behind the short one: what stands before it is whose body it is ("the U.N.
    Security Council"), and a common noun behind it is a thing of that body ("a Border Patrol helicopter")."""
    at = max((index for index, word in enumerate(wide.words) if word in short.words), default=-1)
    behind = wide.words[at + 1 :]
    if not behind or _CAMPUS.match(side.text, short.end):
        return False
    # "SkyBridge Capital" and "the National League Series" tell what a thing is: that is no other name for it.
    named = all(general(word.stem) >= NAMING for word in words(" ".join((*short.words, *behind))))
    return named and fold(side.text[short.end : short.end + 40]).split()[:1] != [behind[0]]


def _is_place(name: Name, side: Side) -> bool:
    """Whether an article uses a name for a place."""
    return name.key in PLACES | DEMONYMS or any(
        theirs.kind == "place" and theirs.key == name.key for theirs in names(side.text)
    )


def _copied(one: Side, other: Side) -> bool:
    """Whether one article's passage is nearly the other's, word for word."""
    return any(likeness(one.text, left, other.text, right) >= COPIED for left, right in counterparts(one, other))


def _speaks(side: Side, name: Name) -> bool:
    """Whether a name is the source of a statement."""
    return any(
        statement.source and statement.source[0] <= name.start < statement.source[1] and statement.reporting
        for statement in statements(side.text)
    )


def _judged(one: Side, left: Name, other: Side, right: Name) -> Found:
    # Here, because few stories have two such names, and the library is one of the slowest to import.
    from rapidfuzz import fuzz

    if fuzz.ratio(left.key, right.key) >= MISSPELT:
        reason = f"{left.text} and {right.text}: two spellings of one name."
        return Found("name", "compatible", reason, _values(one, left, other, right))
    kind: Kind = "place" if "place" in (left.kind, right.kind) else "name"
    if inside(left.key, right.key) or inside(right.key, left.key):
        reason = f"{left.text} and {right.text}: one place lies in the other."
        return Found("place", "more-specific", reason, _values(one, left, other, right))
    what = {"place": "different places", "person": "different people"}.get(left.kind or right.kind, "different names")
    return Found(
        kind, "conflict", f"{left.text} and {right.text}: {what} in one role.", _values(one, left, other, right)
    )


def _values(one: Side, left: Name, other: Side, right: Name) -> tuple[Value, Value]:
    return one.value(left.start, left.end, left.key), other.value(right.start, right.end, right.key)
