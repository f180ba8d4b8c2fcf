"""Who a person is, as two articles tell it: another title, another employer, another person for the same part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reader.compare.differences.sides import Found, Side, between, word_list
from reader.language.lists import listed
from reader.language.names import Name, names, same
from reader.language.nouns import singular
from reader.language.places import DEMONYMS
from reader.model import Value

PARTS = frozenset(
    listed(
        """
        dealer suspect victim winner loser driver pilot buyer seller nominee captain attacker gunman shooter survivor
        defendant nurse successor
        """
    )
)
"""Nouns for the part that somebody has in a story; of two outlets, each may name somebody else for it."""
BESIDE = 4
"""Words between a name and the noun for somebody's part, at most."""
_RESPECTIVE = re.compile(r" and [A-Z]")
"""Behind a body, what another of several people is of: "Ada and Rita are of Oslo University and Bergen College"."""
_ONE = re.compile(r"(?:An?|One|Another)\s")
_SHORT = {
    "sen": "senator", "gov": "governor", "rep": "representative", "congressman": "representative",
    "congresswoman": "representative", "gen": "general", "col": "colonel", "maj": "major", "capt": "captain",
    "lt": "lieutenant", "sgt": "sergeant", "cpl": "corporal", "cmdr": "commander", "adm": "admiral",
    "det": "detective", "prof": "professor", "dr": "doctor", "spokeswoman": "spokesperson",
    "spokesman": "spokesperson", "chairman": "chair", "chairwoman": "chair", "defence": "defense", "rev": "reverend",
    "sheik": "sheikh", "chief": "ceo", "executive": "ceo", "officer": "ceo",
}  # fmt: skip
_IDLE = DEMONYMS | frozenset(
    listed("mr mrs ms miss first then former sir dame lord lady white house party republican democrat democratic star")
)
"""Titles that say nothing of an office, and those that every holder of several may be given."""
_OF = re.compile(r",?\s(?:[a-z][a-z ,'’-]{0,60}\s)?(?:of|at|from|with|for)\s(?:the\s)?")
_FAR = 80
"""Characters that it matches at most."""


def persons(one: Side, mine: list[Name], other: Side, yours: list[Name]) -> list[Found]:
    """What two articles of an alignment tell differently of the people whose names are given."""
    return [*_titled(one, mine, other, yours), *_employed(one, mine, other, yours), *_parts(one, mine, other, yours)]


def _titled(one: Side, mine: Iterable[Name], other: Side, yours: list[Name]) -> Iterator[Found]:
    """One person with two titles, where neither article gives the other's anywhere."""
    seen: set[tuple[frozenset[str], frozenset[str]]] = set()
    for left in mine:
        for right in yours:
            titles = _office(left), _office(right)
            if "person" not in (left.kind, right.kind) or not all(titles) or titles in seen or not same(left, right):
                continue
            if titles[0] & titles[1] or _holds(one, left, titles[1]) or _holds(other, right, titles[0]):
                continue
            seen.add(titles)
            values = tuple(_with_title(side, name) for side, name in ((one, left), (other, right)))
            said = " and ".join(f"“{value.text}”" for value in values)
            yield Found("name", "compatible", f"{said}: two titles for one person.", (values[0], values[1]))


def _office(name: Name) -> frozenset[str]:
    """The words of a title that tell an office, each in its full form."""
    return frozenset(_SHORT.get(word, word) for word in name.titles if word not in _IDLE)


def _holds(side: Side, name: Name, office: frozenset[str]) -> bool:
    """Whether an article gives a person an office somewhere."""
    return any(office & _office(each) and same(each, name) for each in names(side.text))


def _with_title(side: Side, name: Name) -> Value:
    start = name.start
    for _ in name.titles:
        start = side.text.rfind(" ", 0, max(0, start - 1)) + 1
    return side.value(start, name.end, " ".join(name.titles))


def _employed(one: Side, mine: Iterable[Name], other: Side, yours: list[Name]) -> Iterator[Found]:
    """One person whom two articles place with different bodies."""
    for left in mine:
        for right in yours:
            if not same(left, right):
                continue
            bodies = _employer(one, left), _employer(other, right)
            if bodies[0] and bodies[1] and bodies[0].kind == bodies[1].kind and not same(bodies[0], bodies[1]):
                reason = f"One places {left.text} at {_the(bodies[0])}, the other at {_the(bodies[1])}."
                values = (
                    one.value(bodies[0].start, bodies[0].end, bodies[0].key),
                    other.value(bodies[1].start, bodies[1].end, bodies[1].key),
                )
                yield Found("name", "conflict", reason, values)


def _the(body: Name) -> str:
    """A body's name inside a sentence."""
    return f"the {body.text}" if " of " in body.text else body.text


def _employer(side: Side, person: Name) -> Name | None:
    """The body that a person is said to be of: "Ada Falk, a fellow at the University of Oslo"."""
    return next(
        (
            each
            for each in between(names(side.text), person.end + 1, person.end + _FAR)
            if each.kind not in ("person", "place", "demonym", "")
            and _OF.fullmatch(side.text, person.end, each.start)
            and not _RESPECTIVE.match(side.text, each.end)
        ),
        None,
    )  # fmt: skip


def _parts(one: Side, mine: Iterable[Name], other: Side, yours: Iterable[Name]) -> Iterator[Found]:
    """Different people for a part that both articles name, where neither names the other's anywhere."""
    part = _named_parts(one) & _named_parts(other)
    if not part:
        return
    for left in _people(one, mine, part, other):
        for right in _people(other, yours, part, one):
            reason = f"{left.text} and {right.text}: different people as the {sorted(part)[0]}."
            values = (one.value(left.start, left.end, left.key), other.value(right.start, right.end, right.key))
            yield Found("name", "compatible", reason, values)


def _named_parts(side: Side) -> frozenset[str]:
    return frozenset().union(*(_parts_in(side.text, member.start, member.end) for member in side.members))


@lru_cache(maxsize=4096)
def _parts_in(text: str, start: int, end: int) -> frozenset[str]:
    return PARTS & {singular(text[word.start : word.end]) for word in word_list(text, start, end)}


def _people(side: Side, found: Iterable[Name], part: frozenset[str], other: Side) -> list[Name]:
    """The people told of beside a part whom the other article does not name."""
    return [
        name
        for name in found
        if name.kind == "person"
        and part & _parts_near(side, name)
        and not any(same(name, theirs) for theirs in names(other.text))
    ]


def _parts_near(side: Side, name: Name) -> frozenset[str]:
    """The nouns for a part that point at a name: right before it or set off behind it ("the driver of the lorry, Ada
    Falk"), before a colon ("two drivers drowned: Ada Falk, …"), or at the head of the sentence before ("One driver
    drowned. Ada Falk had …"). Of the pilots of whom a minister speaks he is none."""
    low, high = side.sentence(name.start, name.end)
    near = list(word_list(side.text, low, name.start)[-BESIDE:])
    if side.text[name.end : name.end + 2] == ", ":
        near += word_list(side.text, name.end, high)[:BESIDE]
    colon = side.text.rfind(":", low, name.start)
    near += word_list(side.text, low, max(low, colon))
    if name.start == low and not name.titles:
        before = side.sentence(max(0, low - 3), low)
        if _ONE.match(side.text, before[0]):
            near += word_list(side.text, before[0], low)[:BESIDE]
    printed = [side.text[word.start : word.end].lower() for word in near]
    return PARTS & {singular(word) if colon > low else word for word in printed}
