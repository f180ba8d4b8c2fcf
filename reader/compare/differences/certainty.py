"""How surely something is told, and whether it is told to be so or not to be so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.compare.differences.sides import Found, Side, neighbours, word_list
from reader.language.lists import listed
from reader.language.words import Word
from reader.model import Span, Value

HEDGES = {
    # What a word does to a statement. The first that stands in a passage decides.
    word: meaning
    for meaning, words in (
        ("alleged", "reportedly allegedly purportedly supposedly alleged suspected accused rumored rumoured apparent"),
        (
            "possible",
            "may might could possibly perhaps maybe likely probably seemingly apparently potentially presumed "
            "believed appears appeared seems seemed suggests suggest possible potential pretty",
        ),
        ("estimated", "estimates estimate estimated expects expected projected forecast"),
        (
            "to come",
            "will plans planned scheduled hopes aims intends proposed due upcoming set considering mockups",
        ),
    )
    for word in words.split()
}
_SET = re.compile(r"\b(?:set|due|going|pretty)\s+(?!to\b|much\b)", re.IGNORECASE)
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


def certainty(one: Side, other: Side) -> list[Found]:
    """What one article tells as fact and the other as possible, alleged, estimated or still to come."""
    found = []
    for side, rival in ((one, other), (other, one)):
        for member in side.members:
            hedge = _hedge(side, member)
            if hedge is None:
                continue
            word, meaning = hedge
            plain = [each for each in rival.members if _hedge(rival, each) is None]
            about = _predicate(side, member, word)
            for each in plain if len(plain) == len(rival.members) else []:
                place = _told(rival, each, about)
                if place is None:
                    continue
                mine = side.value(word.start, _reach(side, member, word), meaning)
                yours = rival.value(*place, "as fact")
                reason = f"Told as {_SAID[meaning]} by one, as fact by the other: “{mine.text}”, “{yours.text}”."
                values: tuple[Value, Value] = (mine, yours) if side is one else (yours, mine)
                found.append(Found("modality", "framing", reason, values))
                break
        if found:
            break
    return found


_SAID = {"alleged": "an allegation", "possible": "possible", "estimated": "an estimate", "to come": "still to come"}


def polarity(one: Side, other: Side) -> list[Found]:
    """What one article affirms and the other denies."""
    for side, rival in ((one, other), (other, one)):
        for member in side.members:
            for negation, about in _negations(side, member):
                place = _affirmed(rival, about)
                if place is None:
                    continue
                mine = side.value(negation.start, about[-1].end, "no")
                yours = rival.value(*place, "yes")
                reason = f"One says so, the other not: “{yours.text}”, “{mine.text}”."
                return [Found("polarity", "conflict", reason, (mine, yours) if side is one else (yours, mine))]
    return _opposites(one, other) or _denials(one, other)


def _words(side: Side, member: Span) -> tuple[Word, ...]:
    return word_list(side.text, member.start, member.end)


def _hedge(side: Side, member: Span) -> tuple[Word, str] | None:
    for word in _words(side, member):
        printed = side.text[word.start : word.end].lower()
        meaning = HEDGES.get(printed)
        if printed == "may" and side.text[word.start].isupper():
            continue
        if meaning and not _SET.match(side.text, word.start):
            return word, meaning
    return None


def _predicate(side: Side, member: Span, hedge: Word) -> list[Word]:
    """The words that carry news behind a hedge, or before it where it ends the passage."""
    every = [word for word in _words(side, member) if not word.common and word.stem not in HEDGES]
    behind = [word for word in every if word.start > hedge.start][:6]
    return behind or every[-4:]


def _reach(side: Side, member: Span, hedge: Word) -> int:
    """Where the words that a hedge belongs to end, for showing them."""
    behind = [word for word in _words(side, member) if word.start > hedge.start][:4]
    return behind[-1].end if behind else hedge.end


def _told(rival: Side, member: Span, about: list[Word]) -> tuple[int, int] | None:
    """Where another passage tells the same as fact: around the first shared word."""
    stems = {word.stem for word in about}
    words = _words(rival, member)
    shared = [index for index, word in enumerate(words) if word.stem in stems]
    if not shared or len(shared) < min(2, len(stems)):
        return None
    first, last = max(0, shared[0] - 3), min(len(words), max(shared[0] + 3, min(shared[-1] + 1, shared[0] + 8)))
    return words[first].start, words[last - 1].end


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
        if about:
            yield word, about


def _affirmed(rival: Side, about: list[Word]) -> tuple[int, int] | None:
    """Where the other article says the same without a negation near it."""
    stems = {word.stem for word in about}
    for member in rival.members:
        words = _words(rival, member)
        if _negated(rival, list(words)):
            continue
        for word in words:
            if word.stem != about[0].stem:
                continue
            before, after = neighbours(rival.text, word.start, word.end, 5)
            near = {each.stem for each in (*before, *after)}
            if stems - {word.stem} <= near:
                last = max([word.end, *(each.end for each in after if each.stem in stems)])
                return (before[0].start if before else word.start), last
    return None


def _negated(side: Side, words: list[Word]) -> bool:
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
    from reader.compare.differences.sides import shared_context, slot

    mine = [word for member in one.members for word in _words(one, member)]
    yours = [word for member in other.members for word in _words(other, member)]
    have = {word.stem for word in yours}
    for left in mine:
        for right in yours:
            if right.stem not in _opposed(left.stem) or left.stem in have:
                continue
            a, b = (left.start, left.end), (right.start, right.end)
            if slot(one, a, other, b) >= 2 or shared_context(one, a, other, b) >= 3:
                values = (one.value(*a), other.value(*b))
                reason = f"Opposites: “{values[0].text}” and “{values[1].text}”."
                return [Found("polarity", "conflict", reason, values)]
    return []


def _opposed(stem: str) -> frozenset[str]:
    return _STEMMED.get(stem, frozenset())


def _stem(word: str) -> str:
    return word_list(word, 0, len(word))[0].stem


_STEMMED = {_stem(word): frozenset(map(_stem, others)) for word, others in ANTONYMS.items()}
