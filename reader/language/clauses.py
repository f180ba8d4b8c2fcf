"""Where a sentence parts into statements."""

from __future__ import annotations

import re
from itertools import pairwise

COMFORTABLE = 35
"""Characters up to which a stretch is parted no further."""
SHORT = 20
"""Characters under which a stretch hardly says anything by itself."""

# Places where a statement may begin, and what it costs to part the sentence there: little where writers part their
# statements themselves, much inside a phrase. The first that fits counts. English; elsewhere punctuation still serves.
_CUTS = tuple(
    (re.compile(pattern, re.IGNORECASE), cost)
    for pattern, cost in (
        (r"(?<=[.!?][\"”])\s+(?=\w)", 0.0),
        (r"(?<=,[\"”])\s+", 0.0),
        (r"\s+(?=[\"“]\w)", 0.5),
        (r"(?<=;)\s+|\s*[–—]\s*|\s+--?\s+", 0.0),
        (
            r"(?<=,)\s+(?=(?:and|but|or|which|who|whose|whom|where|while|when|after|before|as|because|since|although"
            r"|though|so|if|with|without|saying|adding|including|according|citing|despite|following|until)\b)",
            0.2,
        ),
        (r"(?<=[,:])\s+", 0.5),
        (
            r"\s+(?=(?:which|who|whose|where|while|when|after|before|because|since|although|though|but|until|unless"
            r"|according to|following|during|despite)\b)",
            0.5,
        ),
        (r"\s+(?=(?:that|as|if|and|or|so|including|saying|without)\b)", 0.9),
        (r"\s+(?=(?:in|on|at|for|from|with|to|by|into|over|about|of)\b)", 1.6),
    )
)


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The statements of the sentence `[start, end)`, in order, without the white space between them.

    The sentence is parted where that is cheapest on the whole: a long stretch costs, a scrap costs, and a cut costs by
    how little the words there say that something new begins.
    """
    if end - start <= COMFORTABLE:
        return [(start, end)]
    cuts = _cuts(text, start, end)
    # The cheapest way to part all that stands before each cut: what it costs, and the cut before.
    best: list[tuple[float, int]] = [(0.0, 0)]
    for place in range(1, len(cuts)):
        stop, _, cost = cuts[place]
        # No stretch is worth extending over a whole page: nearer cuts are cheaper.
        known = range(max(0, place - 40), place)
        best.append(min((best[before][0] + cost + _burden(stop - cuts[before][1]), before) for before in known))
    found: list[tuple[int, int]] = []
    place = len(cuts) - 1
    while place:
        before = best[place][1]
        found.append((cuts[before][1], cuts[place][0]))
        place = before
    return found[::-1]


def phrases(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The smallest stretches that the sentence `[start, end)` can be parted in, in order: "from 3,656 locations"."""
    cuts = _cuts(text, start, end)
    return [(before[1], after[0]) for before, after in pairwise(cuts) if before[1] < after[0]]


def _cuts(text: str, start: int, end: int) -> list[tuple[int, int, float]]:
    """Where it can be parted: the end of what stands before, the start of what follows, and the cost."""
    found: dict[int, tuple[int, int, float]] = {}
    for pattern, cost in _CUTS:
        for match in pattern.finditer(text, start, end):
            if match.start() > start and match.end() < end:
                found.setdefault(match.end(), (match.start(), match.end(), cost))
    return [(start, start, 0.0), *(found[place] for place in sorted(found)), (end, end, 0.0)]


def _burden(length: int) -> float:
    """What a stretch of this length costs."""
    if length < SHORT:
        return 1.5 * (SHORT - length) / SHORT
    return 2.5 * max(0, length - COMFORTABLE) / COMFORTABLE
