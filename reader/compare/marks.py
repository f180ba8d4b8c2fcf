"""Which words of aligned passages are shared, which stand against other words, and which stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Literal, get_args

from diff_match_patch import diff_match_patch

from reader.language.words import STOP_WORDS, folded

_TOKEN = re.compile(r"\w+(?:['’.,‐‑-]\w+)*")
"""A word; "Jae-in" and "21-minute" are one word each, since half a name is no name."""
_POSSESSIVE = re.compile(r"['’]s$")


Kind = Literal["only", "different", "shared"]
_KINDS: tuple[Kind, ...] = get_args(Kind)
"""What a word can be; of what it is to several texts, the last counts."""
_ONLY, _DIFFERENT, _SHARED = range(len(_KINDS))


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of words in one of the texts."""

    start: int
    end: int
    kind: Kind
    """"shared": the other texts have the words too; "different": they have others in their place; "only": nothing
    stands there in any of them."""


def word_marks(texts: Sequence[str]) -> list[tuple[Mark, ...]]:
    """For each text, marks that cover every word of it once, in order, and never part of a word.

    With more than two texts a word is shared if any other text shares it, and stands alone only if it does so
    against all of them. A single text has nothing to be compared with: all of it is "only".
    """
    tokens = [_tokens(text) for text in texts]
    signs: dict[str, str] = {}
    coded = ["".join([signs.setdefault(form, _sign(len(signs))) for _, _, form in of]) for of in tokens]
    small = {sign for form, sign in signs.items() if form in STOP_WORDS}
    kinds = [[_ONLY] * len(of) for of in tokens]
    for left in range(len(texts)):
        for right in range(left + 1, len(texts)):
            _compare(coded[left], coded[right], small, kinds[left], kinds[right])
    return [_runs(of, found) for of, found in zip(tokens, kinds, strict=True)]


@lru_cache(maxsize=1024)
def _tokens(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where each word of a text begins and ends, and what is compared of it."""
    return tuple((match.start(), match.end(), _form(match[0])) for match in _TOKEN.finditer(text))


def _form(word: str) -> str:
    """What is compared of a word: "Jae-in's" is shared with "Jae-in"."""
    return _POSSESSIVE.sub("", folded(word))


def _sign(number: int) -> str:
    """A character of its own for each word; the surrogates are no characters and are passed over."""
    code = number + 0x100
    return chr(code if code < 0xD800 else code + 0x800)


def _compare(left: str, right: str, small: set[str], left_kinds: list[int], right_kinds: list[int]) -> None:
    changes = _changes(left, right)
    at = [0, 0]
    for place, (operation, run) in enumerate(changes):
        beside = [changes[other][0] for other in (place - 1, place + 1) if 0 <= other < len(changes)]
        if operation == 0:
            # "of" between two changes is shared by chance. The library's own clean-up counts characters, which stand
            # for words here, and would give up "minutes" between "21" and "of talks" as well.
            kind = _DIFFERENT if len(beside) == 2 and small.issuperset(run) else _SHARED
        else:
            kind = _DIFFERENT if -operation in beside else _ONLY
        if operation <= 0:
            _add(left_kinds, at, 0, len(run), kind)
        if operation >= 0:
            _add(right_kinds, at, 1, len(run), kind)


def _changes(left: str, right: str) -> list[tuple[int, str]]:
    """Runs that both texts have (0), that the left has alone (-1) and that the right has alone (1), in order."""
    changes: list[tuple[int, str]] = []
    one = other = 0
    for mine, yours in [*_matched(left, right), (len(left), len(right))]:
        changes += [(-1, left[one:mine])] if mine > one else []
        changes += [(1, right[other:yours])] if yours > other else []
        if changes and changes[-1][0] == 0:
            changes[-1] = 0, changes[-1][1] + left[mine : mine + 1]
        elif mine < len(left):
            changes.append((0, left[mine]))
        one, other = mine + 1, yours + 1
    return changes


def _matched(left: str, right: str) -> Iterator[tuple[int, int]]:
    """Where diff-match-patch finds one word in both texts.

    Its work grows with what differs: words that the other text has nowhere cannot be shared, and are kept from it.
    """
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # A time limit would make the result depend on the machine's load.
    both = set(left) & set(right)
    mine, yours = ([place for place, sign in enumerate(text) if sign in both] for text in (left, right))
    one = other = 0
    for operation, run in engine.diff_main("".join(left[at] for at in mine), "".join(right[at] for at in yours), False):
        if operation == 0:
            yield from zip(mine[one : one + len(run)], yours[other : other + len(run)], strict=True)
        one += len(run) if operation <= 0 else 0
        other += len(run) if operation >= 0 else 0


def _add(kinds: list[int], at: list[int], side: int, count: int, kind: int) -> None:
    end = at[side] + count
    kinds[at[side] : end] = [max(kind, known) for known in kinds[at[side] : end]]
    at[side] = end


def _runs(tokens: Sequence[tuple[int, int, str]], kinds: Sequence[int]) -> tuple[Mark, ...]:
    marks = []
    for kind, run in groupby(zip(kinds, tokens, strict=True), key=itemgetter(0)):
        words = [token for _, token in run]
        marks.append(Mark(words[0][0], words[-1][1], _KINDS[kind]))
    return tuple(marks)
