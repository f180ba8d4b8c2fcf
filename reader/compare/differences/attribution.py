"""Who says it: the source that each article gives for one fact."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.compare.differences.sides import Found, Side
from reader.language.lists import listed
from reader.language.names import Name, fold, names, same
from reader.language.nouns import singular
from reader.language.speech import DOCUMENTS, MEDIA, OFFICIALS, Statement, covering, statements
from reader.model import Verdict

_PRONOUN = re.compile(r"(?:he|she|they|it|we|i|who|which)\b", re.IGNORECASE)
RUNGS = {
    "document": "a document",
    "person": "a named person",
    "official": "an official or a body",
    "reports": "reports",
}
REPORTING = frozenset(
    listed(
        """
        say tell add note announce report claim argue insist explain acknowledge admit confirm deny suggest state
        declare write tweet warn assert contend respond reply answer recall describe stress emphasize emphasise
        highlight underline reiterate allege estimate conclude reveal disclose remark comment observe indicate
        testify predict concede quote cite show believe think agree suspect fear hope expect speculate reportedly
        allegedly plead statement claim
        """
    )
)
"""Verbs that make somebody the source of a fact; "wants" and "attacked" tell what he does."""
SOURCES = frozenset(map(singular, OFFICIALS | MEDIA | DOCUMENTS)) | frozenset(
    listed(
        """
        minister president girl defendant couple family attorney lawyer lawmaker student dealer
        """
    )
)


@dataclass(frozen=True, slots=True)
class Source:
    """Who an article lets say a fact."""

    start: int
    end: int
    text: str
    rung: str
    people: tuple[Name, ...]
    heads: frozenset[str]


def attribution(one: Side, other: Side) -> list[Found]:
    """The difference in who says it, where both articles name somebody and it is not the same."""
    left, right = _source(one), _source(other)
    if left is None or right is None or _agree(left, right):
        return []
    verdict: Verdict = "more-specific" if {left.rung, right.rung} == {"person", "official"} else "framing"
    reason = f"Who says it: {_shown(left)}, and {_shown(right)}."
    values = (one.value(left.start, left.end, left.rung), other.value(right.start, right.end, right.rung))
    return [Found("attribution", verdict, reason, values)]


def _shown(source: Source) -> str:
    text = " ".join(source.text.split()).strip(" ,")
    return text if len(text) <= 70 else f"{text[:67].rstrip()}…"


def _source(side: Side) -> Source | None:
    """The source of the first member that has one."""
    for member in side.members:
        statement = covering(side.text, member.start, member.end)
        if statement is None or statement.source is None:
            continue
        if statement.verb not in REPORTING and not statement.verb.startswith(("according", "as ", "in the words")):
            continue
        source = _resolved(side.text, statement)
        if source.people or source.heads & SOURCES or source.rung == "document":
            return source
    return None


def _resolved(text: str, statement: Statement) -> Source:
    """The source with a pronoun traced back to the last source before it that is none."""
    assert statement.source is not None
    start, end = statement.source
    words = text[start:end]
    rung = statement.kind
    meant = words
    if _PRONOUN.fullmatch(words.strip()):
        for earlier in reversed([known for known in statements(text) if known.source and known.source[0] < start]):
            assert earlier.source is not None
            candidate = text[slice(*earlier.source)]
            if not _PRONOUN.fullmatch(candidate.strip()):
                meant, rung = candidate, earlier.kind
                break
    people = tuple(name for name in names(text) if name.text in meant) if meant is words else names(f"the {meant}")
    inside = tuple(name for name in people if start <= name.start < end) if meant is words else people
    return Source(start, end, words, rung, inside, _heads(meant))


def _heads(words: str) -> frozenset[str]:
    lead = re.split(r",|\bwho\b|\bfrom\b|\bfor\b|\bat\b|\bin\b", words)[0]
    return frozenset(singular(word) for word in fold(lead).split() if word not in ("the", "a", "an", "of", "two"))


def _agree(one: Source, other: Source) -> bool:
    """Whether two sources can be the same: a shared name, or the same words."""
    if any(same(mine, yours) for mine in one.people for yours in other.people if mine.kind != "demonym"):
        return True
    shared = one.heads & other.heads
    return bool(shared) and (one.heads <= other.heads or other.heads <= one.heads or len(shared) >= 2)
