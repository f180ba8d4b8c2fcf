"""Which words of aligned passages are shared, which stand against other words, and which stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from diff_match_patch import diff_match_patch

from reader.language.words import STOP_WORDS, folded

_TOKEN = re.compile(r"\w+(?:['’.,‐‑-]\w+)*")
"""A word; "Jae-in" and "21-minute" are one word each, since half a name is no name."""
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of words in one of the texts."""

    start: int
    end: int
    kind: Literal["shared", "different", "only"]
    """"shared": the other texts have the words too; "different": they have others in their place; "only": nothing
    stands there in any of them."""


def word_marks(texts: Sequence[str]) -> list[tuple[Mark, ...]]:
    """For each text, marks that cover every word of it once, in order, and never part of a word.

    With more than two texts a word is shared if any other text shares it, and stands alone only if it does so
    against all of them. A single text has nothing to be compared with: all of it is "only".
    """
    tokens = [[(match.start(), match.end()) for match in _TOKEN.finditer(text)] for text in texts]
    forms = [[_form(text[start:end]) for start, end in of] for text, of in zip(texts, tokens, strict=True)]
    signs: dict[str, str] = {}
    coded = ["".join(signs.setdefault(form, _sign(len(signs))) for form in of) for of in forms]
    small = {sign for form, sign in signs.items() if form in STOP_WORDS}
    kinds: list[list[set[str]]] = [[set() for _ in of] for of in tokens]
    for left in range(len(texts)):
        for right in range(left + 1, len(texts)):
            _compare(coded[left], coded[right], small, kinds[left], kinds[right])
    return [_runs(of, found) for of, found in zip(tokens, kinds, strict=True)]


def _form(word: str) -> str:
    """What is compared of a word: "Jae-in's" is shared with "Jae-in"."""
    return _POSSESSIVE.sub("", folded(word))


def _sign(number: int) -> str:
    """A character of its own for each word; the surrogates are no characters and are passed over."""
    code = number + 0x100
    return chr(code if code < 0xD800 else code + 0x800)


def _compare(left: str, right: str, small: set[str], left_kinds: list[set[str]], right_kinds: list[set[str]]) -> None:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # A time limit would make the result depend on the machine's load.
    changes = engine.diff_main(left, right, False)
    at = [0, 0]
    for place, (operation, run) in enumerate(changes):
        beside = [changes[other][0] for other in (place - 1, place + 1) if 0 <= other < len(changes)]
        if operation == 0:
            # "of" between two changes is shared by chance. The library's own clean-up counts characters, which stand
            # for words here, and would give up "minutes" between "21" and "of talks" as well.
            kind = "different" if len(beside) == 2 and small.issuperset(run) else "shared"
        else:
            kind = "different" if -operation in beside else "only"
        if operation <= 0:
            _add(left_kinds, at, 0, len(run), kind)
        if operation >= 0:
            _add(right_kinds, at, 1, len(run), kind)


def _add(kinds: list[set[str]], at: list[int], side: int, count: int, kind: str) -> None:
    for place in range(at[side], at[side] + count):
        kinds[place].add(kind)
    at[side] += count


def _runs(tokens: Sequence[tuple[int, int]], kinds: Sequence[set[str]]) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    for (start, end), found in zip(tokens, kinds, strict=True):
        kind: Literal["shared", "different", "only"]
        kind = "shared" if "shared" in found else "different" if "different" in found else "only"
        if marks and marks[-1].kind == kind:
            marks[-1] = Mark(marks[-1].start, end, kind)
        else:
            marks.append(Mark(start, end, kind))
    return tuple(marks)
