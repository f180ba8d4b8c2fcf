"""The same quotation as each outlet printed it: trimmed, altered, or given to another speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from reader.compare.differences.sides import Found, Side
from reader.language.overlap import touching
from reader.language.speech import quotations
from reader.language.style import Token, tokens
from reader.model import Value

LEAST = 4
"""Words that a quotation needs to be known again."""
ALIKE = 0.6
"""Share of the shorter quotation's words that must stand in the other, in order."""
HELD = 0.6
"""Share of the longer quotation that a trimmed one must keep, or it is another sentence of the same speech."""
_BRACKETS = re.compile(r"\[[^\]\n]*\]")
LEAD = 6
"""Words before a quotation that begins inside a sentence, which say how its sentence was made to begin."""


def quoted(one: Side, other: Side) -> list[Found]:
    """The quotations that two articles print in different words."""
    found = []
    mine, yours = _quotations(one), _quotations(other)
    forms = [{tuple(_forms(side, span)) for span in of} for side, of in ((one, mine), (other, yours))]
    mine = [span for span in mine if tuple(_forms(one, span)) not in forms[1]]
    yours = [span for span in yours if tuple(_forms(other, span)) not in forms[0]]
    taken: set[tuple[int, int]] = set()
    for a in mine:
        best = max(((_alikeness(one, a, other, b), b) for b in yours if b not in taken), default=(0.0, (0, 0)))
        if best[0] < ALIKE:
            continue
        taken.add(best[1])
        if difference := _judged(one, a, other, best[1]):
            found.append(difference)
    return found


def _quotations(side: Side) -> list[tuple[int, int]]:
    """The quotations that members touch, whole: a member is often one sentence of several."""
    every = quotations(side.text)
    touched = {span for member in side.members for span in touching(every, member.start, member.end)}
    return [span for span in sorted(touched) if len(tokens(side.text, *span)) >= LEAST]


def _forms(side: Side, span: tuple[int, int]) -> list[str]:
    """The words as printed, but for case and house style."""
    return [token.form for token in _spoken(side, span)]


def _spoken(side: Side, span: tuple[int, int]) -> list[Token]:
    """The words of a quotation without those that its printer put in brackets."""
    inserted = [match.span() for match in _BRACKETS.finditer(side.text, *span)]
    every = tokens(side.text, *span)
    return [token for token in every if not any(start < token.start < end for start, end in inserted)]


def _alikeness(one: Side, a: tuple[int, int], other: Side, b: tuple[int, int]) -> float:
    mine, yours = _forms(one, a), _forms(other, b)
    if not set(mine) & set(yours):
        return 0.0
    blocks = SequenceMatcher(None, mine, yours, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) / min(len(mine), len(yours))


def _judged(one: Side, a: tuple[int, int], other: Side, b: tuple[int, int]) -> Found | None:
    mine, yours = _forms(one, a), _forms(other, b)
    changes = [
        change for change in SequenceMatcher(None, mine, yours, autojunk=False).get_opcodes() if change[0] != "equal"
    ]
    # "@michaelsheen" is Michael Sheen, and "onto" is "on to".
    changes = [each for each in changes if "".join(mine[each[1] : each[2]]) != "".join(yours[each[3] : each[4]])]
    if not changes:
        return None
    inside = [change for change in changes if not _at_edge(change, len(mine), len(yours))]
    values = (_value(one, a, mine, yours), _value(other, b, yours, mine))
    if not inside:
        if min(len(mine), len(yours)) < HELD * max(len(mine), len(yours)):
            return None
        if len(mine) != len(yours) and _printed(mine, other) and _printed(yours, one):
            return None
        longer, shorter = (one, other) if len(mine) > len(yours) else (other, one)
        reason = f"The same quotation: {longer.article.outlet} prints more of it than {shorter.article.outlet}."
        return Found("quotation", "compatible", reason, values)
    shown = "; ".join(
        f"“{_cut(one, a, first, last)}” / “{_cut(other, b, start, end)}”"
        for _, first, last, start, end in map(_with_neighbours, inside[:2])
    )
    return Found("quotation", "conflict", f"The same quotation in different words: {shown}.", values)


def _printed(forms: Sequence[str], side: Side) -> bool:
    """Whether nearly all words of a quotation stand in the quotations of an article, parted by "he said" or not."""
    theirs = Counter(form for span in quotations(side.text) for form in _forms(side, span))
    return (Counter(forms) & theirs).total() >= 0.95 * len(forms)


def _at_edge(change: tuple[str, int, int, int, int], mine: int, yours: int) -> bool:
    """Whether a change only makes a quotation begin earlier or end later; other words in its last place alter it."""
    if change[0] == "replace" and change[1] and change[3]:
        return False
    return (change[1] == 0 and change[3] == 0) or (change[2] == mine and change[4] == yours)


def _with_neighbours(change: tuple[str, int, int, int, int]) -> tuple[str, int, int, int, int]:
    """A change with the words beside it where one side has nothing to show."""
    kind, first, last, start, end = change
    return change if first < last and start < end else (kind, first - 1, last + 1, start - 1, end + 1)


def _cut(side: Side, span: tuple[int, int], first: int, last: int) -> str:
    """The words from `first` to `last` of a quotation."""
    every = _spoken(side, span)
    return side.text[every[max(0, first)].start : every[min(last, len(every)) - 1].end]


def _value(side: Side, span: tuple[int, int], mine: Sequence[str], yours: Sequence[str]) -> Value:
    """The quotation; where it begins inside a sentence and the other begins elsewhere, with the words before it."""
    start, end = span
    if side.text[start : start + 1].islower() and mine[:2] != yours[:2]:
        line = side.text.rfind("\n", 0, start) + 1
        before = tokens(side.text, line, start)[-LEAD:]
        if before:
            start = before[0].start
    return side.value(start, end)
