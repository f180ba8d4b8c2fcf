"""Whether something is told to be so or not to be so: negations, denials and opposite words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.compare.differences.sides import (
    SURE,
    Found,
    Side,
    context,
    counterparts,
    gathered,
    neighbours,
    related,
    shared_context,
    slot,
    word_list,
)
from reader.language.lists import listed
from reader.language.names import same
from reader.language.nouns import singular
from reader.language.opposites import antonyms, opposed
from reader.language.words import Word
from reader.model import Span

NEGATIONS = frozenset(listed("not no never without none neither nor nobody nothing hardly"))
DENIALS = frozenset(
    listed(
        "deny denies denied refute refutes refuted dispute disputes disputed dismiss dismisses dismissed untrue false"
    )
)
_ONLY = re.compile(r"\s+(?:only|just|merely|least|necessarily|immediately|to\s+mention)\b", re.IGNORECASE)
_NUMERO = re.compile(r"\.?\s?\d")
_SKIPPED = frozenset(
    listed(
        "be been being have has had to yet ever even also any really actually previously immediately currently fully"
    )
)
"""Words between a negation and what it denies."""


def polarity(one: Side, other: Side) -> list[Found]:
    """What one article affirms and the other denies; one for two articles."""
    pairs = counterparts(one, other) if related(one, other) else []
    for side, rival, turned in ((one, other, False), (other, one, True)):
        for pair in pairs:
            member, each = pair[::-1] if turned else pair
            for negation, about in (told[1:] for told in gathered(side, _negations) if told[0] == member):
                place = _without(rival, each, side, negation) or _affirmed(side, negation, about, rival, each)
                if place is None or _since_last(side, member, rival, each) or _of_others(one, other):
                    continue
                mine = side.value(negation.start, about[-1].end if about else negation.end, "no")
                yours = rival.value(*place, "yes")
                reason = f"One says so, the other not: “{yours.text}”, “{mine.text}”."
                return [Found("polarity", "conflict", reason, (yours, mine) if turned else (mine, yours))]
    return _opposites(one, other) or _denials(one, other)


def _since_last(side: Side, member: Span, rival: Side, told: Span) -> bool:
    """Whether both say the same of what did not happen for long: "the first since 1959" and "none since 1959"."""
    reach = side.text[slice(*side.sentence(member.start, member.end))]
    return "since" in reach and _FIRST.search(rival.text, *rival.sentence(told.start, told.end)) is not None


_FIRST = re.compile(r"\b(?:first|last|latest)\b")


def _of_others(one: Side, other: Side) -> bool:
    """Whether each article's members name people and none of them is named by both."""
    people = [[name for name in side.names if name.kind == "person"] for side in (one, other)]
    return all(people) and not any(same(mine, yours) for mine in people[0] for yours in people[1])


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


def _negations(side: Side) -> Iterator[tuple[Span, Word, list[Word]]]:
    """Each negation of a member with what it denies, the word behind it and the next that carries news; with nothing
    where no such word is right behind it ("not by the police, but …")."""
    for member in side.members:
        words = _words(side, member)
        for index, word in enumerate(words):
            printed = side.text[word.start : word.end].lower()
            if not _negates(side, word, printed) or _ONLY.match(side.text, word.end):
                continue
            behind = [each for each in words[index + 1 : index + 7] if each.stem not in _SKIPPED]
            about = [each for each in behind if not each.common][:2]
            yield member, word, about if about and about[0] is behind[0] else []


def _negates(side: Side, word: Word, printed: str) -> bool:
    if printed == "no" and _NUMERO.match(side.text, word.end):
        return False
    return word.stem in NEGATIONS or printed.endswith(("n't", "n’t")) or printed == "cannot"


def _affirmed(side: Side, negation: Word, about: list[Word], rival: Side, member: Span) -> tuple[int, int] | None:
    """Where a member without any negation says the same of the same."""
    words = _words(rival, member)
    if not about or _negated(rival, words):
        return None
    stems = {word.stem for word in about}
    noun = negation.stem == "no" and singular(side.text[about[0].start : about[0].end])
    around = context(side, negation.start, negation.end) - stems
    for word in words:
        if word.stem != about[0].stem or (noun and singular(rival.text[word.start : word.end]) != noun):
            continue
        before, after = neighbours(rival.text, word.start, word.end, 5)
        if before and before[0].stem == "to":
            continue  # What somebody is ready to do is not told as done.
        told = {each.stem for each in (*before, *after)} >= stems - {word.stem}
        if told and around & context(rival, word.start, word.end):
            last = max([word.end, *(each.end for each in after if each.stem in stems)])
            return (before[0].start if before else word.start), last
    return None


def _negated(side: Side, words: tuple[Word, ...]) -> bool:
    printed = [side.text[word.start : word.end].lower() for word in words]
    return any(
        _negates(side, word, text) or text in DENIALS
        or text in ("fail", "fails", "failed", "refuse", "refused", "refuses", "lack", "lacks", "lacked")
        for word, text in zip(words, printed, strict=True)
    )  # fmt: skip


def _denials(one: Side, other: Side) -> list[Found]:
    """A member that refutes what the other article tells, beside each passage that tells it."""
    for side, rival in ((one, other), (other, one)):
        denial = next((word for member in side.members for word in _words(side, member) if _denies(side, word)), None)
        if denial is None or any(_negated(rival, word_list(rival.text, *span)) for span in rival.sentences):
            continue
        mine = side.value(denial.start, denial.end, "no")
        found = []
        for member in rival.members:
            told = _words(rival, member)[:12]
            yours = rival.value(told[0].start, told[-1].end, "yes")
            reason = f"One denies what the other tells: “{mine.text}”, “{yours.text}”."
            found.append(Found("polarity", "conflict", reason, (mine, yours) if side is one else (yours, mine)))
        return found
    return []


def _denies(side: Side, word: Word) -> bool:
    """ "refute", and "deny that" or "denied the claim", but not "denied access"."""
    printed = side.text[word.start : word.end].lower()
    if not (printed.startswith("refut") or (printed in DENIALS and _CLAIM.match(side.text, word.end))):
        return False
    before, _ = neighbours(side.text, word.start, word.end, 1)
    return not (before and _negates(side, before[0], side.text[before[0].start : before[0].end].lower()))


_CLAIM = re.compile(
    r"\s+(?:that|it|this|having|any|all|being|(?:the|these|those)\s+(?:claims?|allegations?|reports?|accusations?|charges?))\b",
    re.IGNORECASE,
)


def _opposites(one: Side, other: Side) -> list[Found]:
    """Opposite words in one place of a sentence, of which neither article has both."""
    mine = [word for member in one.members for word in _words(one, member)]
    yours = [word for member in other.members for word in _words(other, member)]
    have = frozenset(word.stem for word in mine), frozenset(word.stem for word in yours)
    for left in mine:
        if left.common or left.stem in have[1]:
            continue
        news, others = opposed(left.stem), antonyms(left.stem)
        for right in yours:
            if right.stem in have[0] or right.stem not in news | others:
                continue
            a, b = (left.start, left.end), (right.start, right.end)
            placed = slot(one, a, other, b)
            if placed >= SURE or (right.stem in news and (placed >= 2 or shared_context(one, a, other, b) >= 3)):
                values = (one.value(*a), other.value(*b))
                reason = f"Opposites: “{values[0].text}” and “{values[1].text}”."
                return [Found("polarity", "conflict", reason, values)]
    return []
