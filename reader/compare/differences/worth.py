"""Which differences are worth saying: how surely two articles must tell one thing before they can differ in it.

Two passages that are aligned by mistake nearly always differ in every number, date and source. So each kind asks for
more than the alignment itself: for its confidence, for a share of what the two passages tell, or for common words
beside the two details. The figures were chosen on 240 differences that were read, in 33 stories and 32 other events.
Without them 45 of 74 stood in the stories, and one in five in the other events; with them 37 of 42 stood in the
stories. Of 103 in events that were kept unread, 54 stood; with the rules for the mistakes that these showed, and more
asked of clashing numbers, sources and articles weeks apart, 55 of 87 do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.compare.differences.ground import common_beside, common_inside, common_share, copied
from reader.compare.differences.sides import Found, Side, days_apart, slot
from reader.model import Kind, Verdict

CERTAIN = 1.0
"""Confidence of what a reader has aligned: all that differs in it is said."""
WEEK = 7
"""Days between two articles from which they more often tell of two happenings: another launch, another toll."""
LATER = 0.2
"""By how much the less sure an alignment of such articles is."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What must be the same so that a difference can be said; all of it."""

    confidence: float = 0.0
    """Of the alignment."""
    share: float = 0.0
    """Of what the two passages tell beside the details."""
    beside: int = 0
    """Words that carry news close to both details."""
    placed: int = 0
    """Words in a row around both that are the same."""


ENOUGH: Mapping[Kind, tuple[Ground, ...]] = {
    # For each kind, the grounds of which one must be given; a kind that is not here stands on its own words.
    "number": (
        Ground(confidence=0.5, share=0.25, beside=2),
        Ground(confidence=0.5, share=0.42, beside=1),
    ),
    "date": (
        Ground(confidence=0.55, beside=2),
        Ground(confidence=0.55, share=0.35, beside=1),
        Ground(confidence=0.7),
    ),
    "place": (Ground(confidence=0.5, share=0.15),),
    "attribution": (Ground(confidence=0.67, share=0.5), Ground(confidence=0.9, share=0.4)),
    "modality": (Ground(confidence=0.55, share=0.4, beside=1),),
    "polarity": (Ground(confidence=0.55, share=0.5, beside=2),),
    "content": (Ground(confidence=0.75, share=0.4),),
    "wording": (Ground(beside=2, placed=1),),
}
_CLASHING = (
    Ground(confidence=0.5, share=0.25, beside=2, placed=2),
    Ground(confidence=0.55, share=0.6, beside=3),
    Ground(confidence=0.7, share=0.25, beside=2),
    Ground(confidence=0.7, share=0.42, beside=1),
)
"""For two numbers that cannot both be right: those of two things clash as well."""
PHRASES: tuple[Kind, ...] = ("modality", "polarity", "content")
"""Kinds whose values are what the two tell, and not a detail in it."""
BY_VERDICT: Mapping[tuple[Kind, Verdict], tuple[Ground, ...]] = {
    # Two numbers that can both be right seldom meet by chance; two times or names that cannot both be right often do.
    ("number", "compatible"): (*ENOUGH["number"], Ground(confidence=0.7)),
    ("number", "conflict"): _CLASHING,
    ("number", "update"): _CLASHING,
    ("date", "compatible"): (Ground(confidence=0.55, share=0.35, beside=1),),
    ("date", "conflict"): (Ground(confidence=0.55, share=0.35, beside=2),),
    ("place", "conflict"): (Ground(share=0.4),),
    ("wording", "framing"): (Ground(confidence=0.5),),
    ("name", "conflict"): (Ground(confidence=0.55, share=0.4), Ground(confidence=0.85, beside=1)),
    ("name", "more-specific"): (Ground(confidence=0.55, share=0.2),),
}
"""The same where the verdict says more than the kind."""
BY_VALUE: Mapping[str, tuple[Ground, ...]] = {"to come": (Ground(confidence=0.97, share=0.4),)}
"""The same where one value tells more: what is to come and what is done are nearly always two things."""


def _weeks_apart(one: Side, other: Side) -> bool:
    """Whether a week or more lies between the days on which two articles were published."""
    days = days_apart(one, other)
    return days is not None and days >= WEEK


def worth_saying(found: Found, one: Side, other: Side, confidence: float) -> bool:
    """Whether two articles' passages, aligned with a confidence, have the ground to be called different."""
    grounds = BY_VERDICT.get((found.kind, found.verdict), ENOUGH.get(found.kind, ()))
    for value in found.values:
        grounds = BY_VALUE.get(value.value or "", grounds)
    if confidence >= CERTAIN or not grounds:
        return True
    # What is told as a phrase is itself what the two have in common; a number or a name is not.
    a, b = ((value.start, value.start if found.kind in PHRASES else value.end) for value in found.values)
    if found.kind != "wording" and copied(one, a, other, b):
        return True
    if found.kind != "quotation" and _weeks_apart(one, other):
        confidence -= LATER
    share, beside = common_share(one, a, other, b), common_beside(one, a, other, b)
    if found.kind == "date":
        beside += common_inside(found)
    placed = slot(one, a, other, b)
    return any(
        confidence >= ground.confidence
        and share >= ground.share
        and beside >= ground.beside
        and placed >= ground.placed
        for ground in grounds
    )
