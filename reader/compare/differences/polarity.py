"""Whether something is told to be so or not to be so: negations, denials and opposite words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.compare.differences.sides import (
    Found,
    Side,
    counterparts,
    neighbours,
    related,
    shared_context,
    slot,
    word_list,
)
from reader.language.lists import listed
from reader.language.words import Word
from reader.model import Span

NEGATIONS = frozenset(listed("not no never without none neither nor nobody nothing hardly"))
DENIALS = frozenset(
    listed(
        "deny denies denied refute refutes refuted dispute disputes disputed dismiss dismisses dismissed untrue false"
    )
)
_ONLY = re.compile(r"\s+(?:only|just|merely|least|necessarily|immediately|to\s+mention)\b", re.IGNORECASE)
_ANTONYMS = """
rise fall|rise drop|rise decline|increase decrease|increase fall|increase drop|increase decline|gain lose|gain loss
grow shrink|climb fall|climb drop|higher lower|open close|win lose|victory defeat|accept reject
approve reject|approve deny|confirm deny|admit deny|agree refuse|support oppose|back oppose|allow ban|allow bar
permit prohibit|lift impose|guilty innocent|guilty acquit|convict acquit|alive dead|survive die
hold terminate|keep terminate|preserve terminate|keep scrap|maintain scrap|join leave|arrive leave
strengthen weaken|improve worsen|success failure|succeed fail|pass fail|safe dangerous|include exclude|remain leave
stay quit|release detain|free detain|legal illegal|likely unlikely|possible impossible|able unable|cheap expensive
"""
ANTONYMS: dict[str, frozenset[str]] = {}
for _pair in _ANTONYMS.replace("\n", "|").split("|"):
    if _pair:
        _one, _other = _pair.split()
        ANTONYMS[_one] = ANTONYMS.get(_one, frozenset()) | {_other}
        ANTONYMS[_other] = ANTONYMS.get(_other, frozenset()) | {_one}


def polarity(one: Side, other: Side) -> list[Found]:
    """What one article affirms and the other denies; one for two articles."""
    pairs = counterparts(one, other) if related(one, other) else []
    for side, rival, turned in ((one, other, False), (other, one, True)):
        for pair in pairs:
            member, each = pair[::-1] if turned else pair
            for negation, about in _negations(side, member):
                place = _without(rival, each, side, negation) or _affirmed(rival, each, about)
                if place is None:
                    continue
                mine = side.value(negation.start, about[-1].end if about else negation.end, "no")
                yours = rival.value(*place, "yes")
                reason = f"One says so, the other not: “{yours.text}”, “{mine.text}”."
                return [Found("polarity", "conflict", reason, (yours, mine) if turned else (mine, yours))]
    return _opposites(one, other) or _denials(one, other)


def _words(side: Side, member: Span) -> tuple[Word, ...]:
    return word_list(side.text, member.start, member.end)


def _without(rival: Side, member: Span, side: Side, negation: Word) -> tuple[int, int] | None:
    """Where the rival has the words around a negation, side by side, without it."""
    before, after = neighbours(side.text, negation.start, negation.end, 2)
    if not before or not after:
        return None
    wanted = [word.stem for word in (*before[1::-1], *after[:2])]
    words = _words(rival, member)
    stems = [word.stem for word in words]
    for index in range(len(words) - len(wanted) + 1):
        if stems[index : index + len(wanted)] == wanted:
            return words[index].start, words[index + len(wanted) - 1].end
    return None


def _negations(side: Side, member: Span) -> Iterator[tuple[Word, list[Word]]]:
    """Each negation of a passage with the words that carry news behind it."""
    words = _words(side, member)
    for index, word in enumerate(words):
        printed = side.text[word.start : word.end].lower()
        if not (word.stem in NEGATIONS or printed.endswith(("n't", "n’t")) or printed == "cannot"):
            continue
        if _ONLY.match(side.text, word.end):
            continue
        about = [each for each in words[index + 1 : index + 6] if not each.common][:2]
        yield word, about


def _affirmed(rival: Side, member: Span, about: list[Word]) -> tuple[int, int] | None:
    """Where a member without any negation says the same."""
    words = _words(rival, member)
    if not about or _negated(rival, words):
        return None
    stems = {word.stem for word in about}
    for word in words:
        if word.stem != about[0].stem:
            continue
        before, after = neighbours(rival.text, word.start, word.end, 5)
        if stems - {word.stem} <= {each.stem for each in (*before, *after)}:
            last = max([word.end, *(each.end for each in after if each.stem in stems)])
            return (before[0].start if before else word.start), last
    return None


def _negated(side: Side, words: tuple[Word, ...]) -> bool:
    printed = [side.text[word.start : word.end].lower() for word in words]
    return any(
        word.stem in NEGATIONS or text in DENIALS or text.endswith(("n't", "n’t")) or text == "cannot"
        or text in ("fail", "fails", "failed", "refuse", "refused", "refuses", "lack", "lacks", "lacked")
        for word, text in zip(words, printed, strict=True)
    )  # fmt: skip


def _denials(one: Side, other: Side) -> list[Found]:
    """A member that refutes what the other article tells."""
    for side, rival in ((one, other), (other, one)):
        denial = next((word for member in side.members for word in _words(side, member) if _denies(side, word)), None)
        if denial is None or any(_denies(rival, word) for member in rival.members for word in _words(rival, member)):
            continue
        told = word_list(rival.text, rival.members[0].start, rival.members[0].end)[:12]
        mine = side.value(denial.start, denial.end, "no")
        yours = rival.value(told[0].start, told[-1].end, "yes")
        reason = f"One denies what the other tells: “{mine.text}”, “{yours.text}”."
        return [Found("polarity", "conflict", reason, (mine, yours) if side is one else (yours, mine))]
    return []


def _denies(side: Side, word: Word) -> bool:
    """ "refute", and "deny that" or "denied the claim", but not "denied access"."""
    printed = side.text[word.start : word.end].lower()
    if printed.startswith("refut"):
        return True
    return printed in DENIALS and _CLAIM.match(side.text, word.end) is not None


_CLAIM = re.compile(
    r"\s+(?:that|it|this|having|any|all|being|(?:the|these|those)\s+(?:claims?|allegations?|reports?|accusations?|charges?))\b",
    re.IGNORECASE,
)


def _opposites(one: Side, other: Side) -> list[Found]:
    """Opposite words in one place of a sentence, or a denial that the other article does not have."""
    mine = [word for member in one.members for word in _words(one, member) if word.stem in _STEMMED]
    yours = [word for member in other.members for word in _words(other, member)]
    have = {word.stem for word in yours}
    for left in mine:
        for right in yours:
            if right.stem not in _STEMMED[left.stem] or left.stem in have:
                continue
            a, b = (left.start, left.end), (right.start, right.end)
            if slot(one, a, other, b) >= 2 or shared_context(one, a, other, b) >= 3:
                values = (one.value(*a), other.value(*b))
                reason = f"Opposites: “{values[0].text}” and “{values[1].text}”."
                return [Found("polarity", "conflict", reason, values)]
    return []


def _stem(word: str) -> str:
    return word_list(word, 0, len(word))[0].stem


_STEMMED = {_stem(word): frozenset(map(_stem, others)) for word, others in ANTONYMS.items()}
