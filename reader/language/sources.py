"""Where in a sentence the source of a statement stands: before its cue, behind it, or at the head of the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.language.cues import ADVERBS, AUXILIARIES, CUES, HOMOGRAPHS, NOUNS
from reader.language.date_words import MONTHS, WEEKDAYS
from reader.language.lists import listed
from reader.language.rungs import DOCUMENTS, OFFICIALS, PRONOUNS, WORD

Span = tuple[int, int]
Words = Sequence[re.Match[str]]
"""The words of a sentence outside its quotations, in order."""

DETERMINERS = frozenset(
    listed("the a an this that these those his her its their our my your any no some every each such of by for")
)
_BREAKS = frozenset(
    listed(
        """
        but that which who whom whose as when while because after before although though if whether than since until
        so where what how why and or for with in on at by from to about into over of against during
        """
    )
)
SHOWING = frozenset(listed("suggest indicate show imply reveal demonstrate signal"))
"""What things do as well as people: the first name of the sentence is not their subject for want of another."""
_OPENINGS = frozenset(
    listed(
        "throughout despite under amid among above across between beyond inside outside near upon within without per"
    )
)
"""Prepositions that open a sentence, beside those that end a phrase."""
_INNER = ("of", "for", "at", "from", "in", "with")
"""Prepositions that bind a phrase to the noun before it."""
_PREPOSITIONS = (" in", " on", " at", " to", " from", " with", " by", " into", " over", " for")
_BE = frozenset(listed("is are was were be been being 's ’s 're ’re"))
_FINITE = frozenset(listed("is are was were has have had will would can could may might"))
_MODAL = frozenset(listed("would could will should must might may shall can"))
_STOP = re.compile(
    r"[.;:!?](?:\s|$)|[“\"”()—–\n]|,\s|\s(?:on|in|at|during|after|before|when|while|as|that|who|which|and|told|said|saying"
    r"|adding|to|by|later|yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_ABBREVIATED = re.compile(
    r"(?:^|\b)(?:Lt|Dr|Mr|Mrs|Ms|Gov|Sen|Rep|Gen|Col|Sgt|Rev|Maj|Det|Prof|Capt|Cmdr|St|U\.S|[A-Z])$"
)
_CLOSING = re.compile(r"\s(?:of|for|at|in|on|who|and|from|with|to)\b")
_STATES = re.compile(r"\s(?:that|about|of|to|on|for)\b")
_OBJECT = re.compile(
    r"[\s,:]+(?:that|how|whether|why|what|if|he|she|they|it|his|her|their|the|an?|no|him|them|it’s|it's|there|[“\"‘]"
    r"|[A-Z])"
)
_CLOSED = ("”", '"', "''", "’’")
"""How a quotation ends."""


def is_cue(text: str, words: Words, index: int) -> bool:
    """Whether a word that may be a cue is one here, and no noun, name, infinitive or participle."""
    word = words[index]
    low = word[0].lower()
    before = _just_before(text, words, index)
    if low not in CUES or text[word.end() : word.end() + 1] == "-" or text[word.start() - 1 : word.start()] == "-":
        return False
    if before in DETERMINERS or (before.endswith(("'s", "’s")) and low in NOUNS):
        return False
    if before == "to" and (
        index < 2 or words[index - 2][0].lower() not in ("refused", "declined", "continued", "continues", "went")
    ):
        return False
    if _capital_inside(words, index):
        return False
    if low in HOMOGRAPHS and index + 1 < len(words) and words[index + 1][0].lower() in _FINITE:
        return False  # "the highest-ranking men in the report are"
    relative = index > 1 and words[index - 2][0].lower() in ("which", "that")  # "which Tokyo claims has settled"
    if low in HOMOGRAPHS and not (
        before in PRONOUNS or before in ADVERBS or relative or (before and _OBJECT.match(text, word.end()))
    ):
        return False
    if before in _MODAL and low != "say":
        return False
    return not (low.endswith("ing") and before in ("of", "for", "in", "by", "about", "on"))


def _just_before(text: str, words: Words, index: int) -> str:
    """The word right before another, in lower case; empty where anything but white space stands between."""
    if index and not text[words[index - 1].end() : words[index].start()].strip():
        return words[index - 1][0].lower()
    return ""


def _capital_inside(words: Words, index: int) -> bool:
    """A capital inside a sentence is a name, but for headlines, whose every word has one."""
    word = words[index][0]
    if not index or word[0].islower() or word.isupper() or word.lower() in ("said", "says", "told"):
        return False
    return sum(each[0][0].isupper() for each in words) < 0.7 * len(words)


def possessor(text: str, words: Words, index: int) -> Span | None:
    """Whose claim it is: the name or pronoun before a noun for a statement, where a statement follows."""
    if not index or not _STATES.match(text, words[index].end()):
        return None
    owner = words[index - 1]
    low = owner[0].lower()
    if low in ("his", "her", "their", "its"):
        return owner.span()
    if not low.endswith(("'s", "’s", "s'", "s’")):
        return None
    start = owner.start()
    for previous in reversed(words[: index - 1]):
        if text[previous.end() : start] != " " or not previous[0][0].isupper():
            break
        start = previous.start()
    return start, owner.end()


def source(text: str, words: Words, index: int, start: int, end: int, last: Span | None) -> Span | None:
    """Who says what a cue tells, in the sentence from `start` to `end`; `last` is the source of the cue before."""
    word = words[index]
    low = word[0].lower()
    before = text[start : word.start()].rstrip()
    auxiliaries = _auxiliaries(words, index)
    if low.endswith("ing") and not auxiliaries:
        return last or _head(text, words[:index])
    if low.endswith(("ed", "en", "wn", "told", "said")) and (_BE & set(auxiliaries) or _modifies(text, words, index)):
        return phrase(text, word.end() + 4, end) if text[word.end() : word.end() + 4] == " by " else None
    if before.endswith(",") and (named := _before(text, words, index, start)) and named[0] <= _first(words, start):
        return named
    if not before or before.endswith((*_CLOSED, ",")):
        behind = phrase(text, word.end(), end)
        quoted = before.endswith(_CLOSED)
        if behind and _is_subject(text, behind, pronoun=quoted) and (quoted or _closes(text, behind[1], end)):
            return behind
    found = _before(text, words, index, start) or last
    return found if found or CUES[low] in SHOWING else _head(text, words[:index])


def _first(words: Words, start: int) -> int:
    """Where a sentence begins behind "But" and its like."""
    opening = words[0][0].lower() if words else ""
    return (
        words[1].start()
        if opening in ("but", "and", "however", "so", "still", "the", "a") and len(words) > 1
        else start
    )


def _auxiliaries(words: Words, index: int) -> list[str]:
    """Auxiliaries and adverbs right before a verb."""
    found = []
    for word in reversed(words[:index]):
        low = word[0].lower()
        if not (low in AUXILIARIES or low in ADVERBS or (low.endswith("ly") and word[0].islower())):
            break
        found.append(low)
    return found


def _modifies(text: str, words: Words, index: int) -> bool:
    """Whether a participle describes the noun before it: "a heist described as", "a letter written by"."""
    return (
        bool(_just_before(text, words, index))
        and not any(word not in ADVERBS and not word.endswith("ly") for word in _auxiliaries(words, index))
        and re.compile(r"\s(?:by|as|to be|to have)\b").match(text, words[index].end()) is not None
        and _just_before(text, words, index) not in PRONOUNS
    )


def cue_start(words: Words, index: int, by: Span) -> int:
    """Where a cue begins: auxiliaries and adverbs between the source and the verb belong to it."""
    start = words[index].start()
    for word in reversed(words[:index]):
        low = word[0].lower()
        if word.start() < by[1] or not (low in AUXILIARIES or low in ADVERBS or low.endswith("ly")):
            break
        start = word.start()
    return start


def _closes(text: str, at: int, end: int) -> bool:
    """Whether a source behind its cue ends its clause, so that it is no object."""
    return at >= end - 1 or text[at] in ",.;:" or _CLOSING.match(text, at) is not None


def _is_subject(text: str, span: Span, *, pronoun: bool) -> bool:
    """Whether a stretch behind a cue can be its subject: a name, a pronoun, or a noun phrase with its article."""
    found = [match[0] for match in WORD.finditer(text, *span)]
    if not found or any(word.lower() in AUXILIARIES and word.lower() not in ("'s", "’s") for word in found):
        return False
    word, low = found[0], found[0].lower()
    if low in ("he", "she", "they", "it", "we", "i"):
        return pronoun and len(found) == 1
    if low in WEEKDAYS or low in MONTHS:
        return False
    if low in ("the", "a", "an", "one", "another", "two", "some", "his", "her"):
        return True
    return (word[0].isupper() and low != "that") or low in OFFICIALS or low in DOCUMENTS


def phrase(text: str, at: int, end: int) -> Span | None:
    """The noun phrase that begins at an offset, up to a comma, a full stop or the next phrase."""
    while at < end and text[at] in " \n,":
        at += 1
    stop = end
    for match in _STOP.finditer(text, at, end):
        if match.start() == at or (match[0][0] == "." and _ABBREVIATED.search(text, at, match.start())):
            continue
        if (
            match[0].strip() == "and"
            and text[match.end() + 1 : match.end() + 2].isupper()
            and text[match.start() - 1].isalpha()
        ):
            continue
        stop = match.start()
        break
    while stop > at and text[stop - 1] in " .,\n":
        stop -= 1
    return (at, stop) if stop > at else None


def _before(text: str, words: Words, index: int, start: int) -> Span | None:
    """The noun phrase that ends before a cue, with the apposition or relative clause set off by commas behind it."""
    at = index - 1 - len(_auxiliaries(words, index))
    if at < 0:
        return None
    final = words[at]
    if final[0].lower() in ("who", "which"):
        return final.span()
    if final[0].lower() in _BREAKS:
        return None
    close = final.end()
    gap = text[close : words[at + 1].start()]
    if "," in gap or ")" in gap:
        # "Ko Min-jung, Moon's spokeswoman, told": the name stands before the comma that opens the apposition.
        opened = re.compile(r".*(?:,|\()\s", re.DOTALL).match(text, start, max(start, final.start() - 1))
        if not opened or final.end() - opened.end() > 140:
            return None
        named = sum(word.end() <= opened.end() for word in words[:at]) - 1
        if named < 0:
            return None
        if text[start : _phrase_start(text, words, named, start)].rstrip().endswith(_PREPOSITIONS):
            begin = _phrase_start(text, words, at, start)  # "turned back in the fog, the owners said"
            return begin, close
        at, close = named, final.end() + 1
    begin = _phrase_start(text, words, at, start)
    opener = sum(word.start() < begin for word in words) - 1
    if (
        opener > 0
        and words[opener][0].lower() == "who"
        and text[words[opener - 1].end() : words[opener].start()] == " "
    ):
        begin = _phrase_start(text, words, opener - 1, start)  # "One witness who works for the port said"
    if text[max(start, begin - 3) : begin].lower() == "to ":
        return None  # An infinitive: "the ability to tell … suggests".
    crossed = any(mark in text[begin:close] for mark in '”"“')
    return None if crossed or not text[begin:close].strip() else (begin, close)


def _phrase_start(text: str, words: Words, at: int, start: int) -> int:
    """Where the noun phrase begins that a word ends."""
    while at > 0:
        if words[at][0] in ("a", "an") and words[at - 1][0].lower() not in _INNER:
            break  # "after the crash a witness said"
        previous, low = words[at - 1], words[at - 1][0].lower()
        between = text[previous.end() : words[at].start()]
        if between.strip() not in ("", ".", "'", "’"):
            break
        if "." in between and not _ABBREVIATED.search(text, start, previous.end()):
            break
        joins = low == "and" and words[at][0][0].isupper() and at > 1 and words[at - 2][0][0].isupper()
        binds = (
            low in _INNER
            and at > 1
            and words[at - 2][0].lower() not in CUES
            and not words[at - 2][0].lower().endswith("ly")
        )
        if not (joins or binds) and (
            low in _BREAKS
            or low in AUXILIARIES
            or (low in ADVERBS and previous[0] not in ("All", "Both"))
            or (low in CUES and not previous[0][0].isupper())
        ):
            break
        at -= 1
    if words[at][0].lower() in _INNER and at + 1 < len(words):
        at += 1
    return words[at].start()


def _head(text: str, words: Words) -> Span | None:
    """The first name or pronoun of a sentence: the subject of a participle or of a second verb."""
    for index, word in enumerate(words):
        low = word[0].lower()
        if low in ("he", "she", "they", "it", "we", "i"):
            return word.span()
        if not index and (low.endswith(("ing", "ly")) or low in _OPENINGS):
            continue  # "Throughout the day", "Going on": its capital is the sentence's.
        if (word[0][0].isupper() and low not in _BREAKS and low not in DETERMINERS) or low in OFFICIALS:
            end = word.end()
            for following in words[index + 1 :]:
                if text[end : following.start()] not in (" ", ". ") or not following[0][0].isupper():
                    break
                end = following.end()
            return word.start(), end
    return None
