"""How surely something is told: as fact, as possible, alleged, estimated or still to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.compare.differences.sides import Found, Side, counterparts, gathered, related, word_list
from reader.language.cues import CUES
from reader.language.dates import day_of
from reader.language.lists import listed
from reader.language.moments import relation
from reader.language.speech import quotations
from reader.language.words import Word
from reader.model import Span, Value

HEDGES = {
    # What a word does to a statement.
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
            "will plans planned scheduled hopes aims intends proposed due set considering mockups",
        ),
    )
    for word in words.split()
}
_NO_HEDGE = re.compile(
    r"(?:set|due|plans|planned|scheduled|proposed|pretty)\b(?!\s(?:to|much)\b)|accused\b(?!\sof\b)|suspected\s(?:by|in)\b"
    r"|(?:could|may|might)\snot\b|perhaps\s(?:to|in|at)\b|(?:appear(?:s|ed)|seem(?:s|ed))\s(?!to\b|that\b|as\b|likely\b)",
    re.IGNORECASE,
)
_UNSURE = frozenset(
    listed(
        """
        would could should might may can hope hopes hoping hoped expect expects expecting aim aiming intend claim
        claims claimed alleges charged charges deemed thought impending pending looked looks if whether what why how
        ask asks asked
        """
    )
)
"""Words beside which a thing is not told as fact, though they hedge nothing themselves."""
_AUXILIARIES = frozenset(listed("to be been being have has had also already now soon then not that it they he she"))
"""Words between a hedge and what it hedges."""
_PAST = re.compile(r"\w+ed\b(?!\sto\b)")
_PASSIVE = ("believed", "due", "expected", "projected", "suspected")
"""Forms that hedge behind "is": who believed something in earnest tells a fact about himself."""
_IS = re.compile(r"\b(?:is|are|was|were|be|been|being|it's|he's|she's|they're|widely)\s(?:\w+ly\s)?$", re.IGNORECASE)
_DONE = re.compile(r"\b(?:was|were|has|have|had|began|went|met|sank|said|took|made|held|\w+ed)\b", re.IGNORECASE)
"""What a window holds in which something is told as past …"""
_STANDS = re.compile(r"\b(?:is|are)\b")
"""… and where it is told as it stands."""
_SAID = {"alleged": "an allegation", "possible": "possible", "estimated": "an estimate", "to come": "still to come"}


def certainty(one: Side, other: Side) -> list[Found]:
    """What one article tells as fact and the other as possible, alleged, estimated or still to come.

    A hedge anywhere in an article's members lets it off: it is the fact that is hedged, not the sentence.
    """
    hedged = [bool(gathered(side, _hedges)) for side in (one, other)]
    if hedged[0] == hedged[1]:
        return []
    side, rival = (one, other) if hedged[0] else (other, one)
    for pair in counterparts(one, other):
        member, each = pair if hedged[0] else pair[::-1]
        for word, meaning in (told[1:] for told in gathered(side, _hedges) if told[0] == member):
            place = _told(rival, each, _predicate(side, member, word)) if related(one, other) else None
            if place is None and meaning == "to come":
                place = _dated(side, member, rival, each)
            if place is None or (_quoted(side, word.start) and _quoted(rival, place[0])):
                continue  # What two articles print of one quotation is compared as that.
            if meaning == "to come" and not _happened(side, rival, place):
                continue
            mine = side.value(word.start, _reach(side, member, word), meaning)
            yours = rival.value(*place, "as fact")
            reason = f"Told as {_SAID[meaning]} by one, as fact by the other: “{mine.text}”, “{yours.text}”."
            values: tuple[Value, Value] = (mine, yours) if side is one else (yours, mine)
            return [Found("modality", "framing", reason, values)]
    return []


def _happened(side: Side, rival: Side, place: tuple[int, int]) -> bool:
    """Whether another article tells as past what is to come, and is no later report: what "will be closed" is closed
    when that is written."""
    days = [day_of(each.article.published) for each in (side, rival)]
    later = bool(days[0] and days[1] and days[0] < days[1])
    return not later and _DONE.search(rival.text, *place) is not None and not _STANDS.search(rival.text, *place)


def _dated(side: Side, member: Span, rival: Side, told: Span) -> tuple[int, int] | None:
    """The verb by which another passage tells as past what is to come, where both tell it of one day."""
    days = [moment for moment in side.moments if member.start <= moment.start < member.end]
    others = [moment for moment in rival.moments if told.start <= moment.start < told.end]
    if not any(relation(left, right) in ("same", "within") for left in days for right in others):
        return None
    # Who is "tapped to perform" has not performed, and of those "who have been assaulted" or what police "confirmed"
    # something else is told.
    past = (word for word in _words(rival, told) if _PAST.match(rival.text, word.start) and not _unsure(rival, word))
    return next(
        (
            (word.start, word.end)
            for word in past
            if rival.text[word.start : word.end].lower() not in CUES
            and not _IS.search(rival.text, max(0, word.start - 24), word.start)
        ),
        None,
    )


def _quoted(side: Side, at: int) -> bool:
    return any(start <= at < end for start, end in quotations(side.text))


def _words(side: Side, member: Span) -> tuple[Word, ...]:
    return word_list(side.text, member.start, member.end)


def _hedges(side: Side) -> Iterator[tuple[Span, Word, str]]:
    """The words of each member that hedge, with what they do to the statement."""
    for member, word in ((each, word) for each in side.members for word in _words(side, each)):
        printed = side.text[word.start : word.end].lower()
        meaning = HEDGES.get(printed)
        if meaning is None or (printed in ("may", "will") and side.text[word.start].isupper()):
            continue  # The month, or a question.
        if _NO_HEDGE.match(side.text, word.start) or (
            printed in _PASSIVE and not _IS.search(side.text, max(0, word.start - 24), word.start)
        ):
            continue
        yield member, word, meaning


def _predicate(side: Side, member: Span, hedge: Word) -> list[Word]:
    """What a hedge makes doubtful: the words that carry news behind it, where the first of them is right behind it.

    In "expected to see in the new year" it is the seeing that is expected, which is too common a word to be found.
    """
    behind = [word for word in _words(side, member) if word.start > hedge.start]
    while behind and (behind[0].stem in _AUXILIARIES or _named(side, behind[0], hedge)):
        behind.pop(0)
    if not behind or behind[0].common:
        return []
    return [word for word in behind if not word.common and word.stem not in HEDGES and not _named(side, word, hedge)][
        :6
    ]


def _named(side: Side, word: Word, hedge: Word) -> bool:
    """Whether a word is a name, which no hedge makes doubtful, or a number that is not estimated."""
    if word.stem[0].isdigit():
        return HEDGES[side.text[hedge.start : hedge.end].lower()] != "estimated"
    return side.text[word.start].isupper()


def _reach(side: Side, member: Span, hedge: Word) -> int:
    """Where the words that a hedge belongs to end, for showing them."""
    behind = [word for word in _words(side, member) if word.start > hedge.start][:4]
    return behind[-1].end if behind else hedge.end


def _told(rival: Side, member: Span, about: list[Word]) -> tuple[int, int] | None:
    """Where another passage tells as fact what is hedged: it has the word right behind the hedge, or a number."""
    stems = {word.stem for word in about[:3]}
    words = _words(rival, member)
    shared = [index for index, word in enumerate(words) if word.stem in stems]
    same = {words[index].stem for index in shared}
    hedged = {word.stem for word in about[:3] if word is about[0] or word.stem[0].isdigit()} if about else set()
    if not same & hedged or len(same) < min(2, len(stems)):
        return None
    at = next(index for index in shared if words[index].stem in hedged)
    first, last = max(0, at - 3), min(len(words), at + 4)
    if any(_unsure(rival, word) for word in words[:last]) or (at and words[at - 1].stem == "to"):
        return None
    while first < at and words[first].common:
        first += 1
    return words[first].start, words[last - 1].end


def _unsure(side: Side, word: Word) -> bool:
    """Whether what stands behind a word is not told as fact: it hedges, asks or hopes."""
    printed = side.text[word.start : word.end].lower()
    return printed in HEDGES or printed in _UNSURE or printed.endswith(("'ll", "’ll"))
