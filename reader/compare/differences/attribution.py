"""Who says it: the sources that each article gives for one fact."""

from __future__ import annotations

import re

from reader.compare.differences.sides import COPIED, Found, Side, counterparts, likeness, word_list
from reader.compare.differences.voices import PERSONS, Source, agree, outnumbers, sources
from reader.language.lists import listed
from reader.language.names import Name, names, nation, one_person, same
from reader.language.nouns import singular
from reader.language.overlap import touching
from reader.language.rungs import DOCUMENTS
from reader.language.speech import quotations
from reader.model import Span, Value, Verdict

CLOSE = 60
"""Characters between a person's name and a body's, at most, where an article tells that he is of it."""
_SMALL = frozenset(listed("the a an one two some another local former other several both his her their its"))
"""Words at the head of a source that no name begins with."""
_DOCUMENTS = frozenset(map(singular, DOCUMENTS))


def attribution(one: Side, other: Side) -> list[Found]:
    """The difference in who says it, where both articles name somebody and it is not the same.

    Two quotations in other words are two statements, however much they are alike: no one fact is told by both.
    """
    pairs = counterparts(one, other)
    if pairs and all(_two_statements(one, left, other, right) for left, right in pairs):
        return []
    return _between(one, sources(one), other, sources(other)) or [
        found
        for left, right in pairs
        if len(one.members) + len(other.members) > 2 and likeness(one.text, left, other.text, right) >= COPIED
        for found in _between(one, sources(Side(one.article, (left,))), other, sources(Side(other.article, (right,))))
    ]


def _two_statements(one: Side, left: Span, other: Side, right: Span) -> bool:
    return _quoted(one, left) and _quoted(other, right) and likeness(one.text, left, other.text, right) < COPIED


def _quoted(side: Side, member: Span) -> bool:
    """Whether most of a member stands between quotation marks."""
    said = touching(quotations(side.text), member.start, member.end)
    inside = sum(min(member.end, end) - max(member.start, start) for start, end in said)
    return 2 * inside > member.end - member.start


def _between(one: Side, mine: list[Source], other: Side, yours: list[Source]) -> list[Found]:
    if not mine or not yours or any(agree(left, right) for left in mine for right in yours):
        return []
    pairs = [(left, right) for left in mine for right in yours if not outnumbers(left, right)]
    if any(_speaks_for(one, left, right) or _speaks_for(other, right, left) for left, right in pairs):
        return []
    if any(
        one_person(mine, yours, side.text)
        for left, right in pairs
        for mine in left.people
        for yours in right.people
        for side in (one, other)
    ):
        return []
    if any(_cites(one, left, right) or _cites(other, right, left) for left, right in pairs):
        return []
    reason = f"One has it from {_shown(mine[0])}, the other from {_shown(yours[0])}."
    return [
        Found("attribution", _verdict(left, right), reason, (_value(one, left), _value(other, right)))
        for left in mine
        for right in yours
    ]


def _speaks_for(side: Side, person: Source, state: Source) -> bool:
    """Whether one source is a country or a body and the other one who speaks for it: "Tokyo" and Prime Minister Abe of
    Japan, "Broadcom" and its chief executive."""
    if any(_of_body(side, name, body) for name in person.people for body in state.people):
        return True
    countries = {nation(name.text) for name in state.people if name.kind in ("place", "demonym")} - {None}
    if not countries:
        return False
    return any(
        nation(title) in countries
        for name in names(side.text)
        if any(same(name, known) for known in person.people if known.kind != "place")
        for title in name.titles
    )


def _of_body(side: Side, person: Name, body: Name) -> bool:
    """Whether an article names a person beside a body: "Broadcom's chief executive, Hock Tan"."""
    if person.kind not in ("person", "") or body.kind in ("person", "place", "demonym", ""):
        return False
    beside = (
        side.text[max(0, name.start - CLOSE) : name.end + CLOSE] for name in names(side.text) if same(name, person)
    )
    return any(body.text in near for near in beside)


def _cites(side: Side, source: Source, rival: Source) -> bool:
    """Whether an article's sentence tells of the other's source too: "in the email, she wrote" beside "an email"."""
    low, high = side.sentence(source.start, source.end)
    said = {singular(side.text[word.start : word.end]) for word in word_list(side.text, low, high)}
    if rival.rung == "document" and said & rival.heads & _DOCUMENTS:
        return True
    told = [name for name in names(side.text) if low <= name.start < high and name.kind != "demonym"]
    return any(same(name, known) for name in told for known in rival.people if known.kind != "place")


def _verdict(left: Source, right: Source) -> Verdict:
    return "more-specific" if {left.rung, right.rung} == {"person", "official"} else "framing"


def _value(side: Side, source: Source) -> Value:
    return side.value(source.start, source.end, source.rung)


def _shown(source: Source) -> str:
    """A source inside a sentence, where only names keep their capital."""
    if not source.heads - {"report"} and source.rung == "reports":
        return "unnamed reports"
    text = " ".join(source.meant.split()).strip(" ,")
    first = text.split(" ", 1)[0].lower()
    if first in _SMALL or not (source.people or text.isupper()):
        text = text[:1].lower() + text[1:]
    if (
        text[:1].islower()
        and first not in _SMALL
        and re.split(r",| (?:of|for|in|at|from) ", text)[0].split()[-1] in PERSONS
    ):
        text = f"the {text}"
    return text if len(text) <= 70 else f"{text[:67].rstrip()}…"
