"""The telling choice of words: "frayed ties" in the one article, "strained relations" in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.compare.differences.pairing import paired
from reader.compare.differences.sides import Found, Side, gathered, word_list
from reader.language.adjectives import describes
from reader.language.lists import listed
from reader.language.related import near
from reader.language.verbs import verb
from reader.language.words import Word

REACH = 5
"""Words behind a thing within which it can be said what it is like: "ties, which have been badly strained"."""
COPULAS = frozenset(listed("is are was were be been being remain remains remained become became becomes"))
DETERMINERS = frozenset(listed("a an the this that these those their its his her our my your no any some such"))


@dataclass(frozen=True, slots=True)
class Description:
    """A word that says what a thing is like, and the thing."""

    start: int
    end: int
    stem: str
    thing: str
    """The noun as it is printed."""
    kind: str
    """Its stem."""


def descriptions(one: Side, other: Side) -> list[Found]:
    """Words by which two articles describe the same thing, where neither uses the other's word for it."""
    mine, yours = gathered(one, _told), gathered(other, _told)
    used = {each.stem for each in mine} & {each.stem for each in yours}
    found = []
    for a, b in paired(mine, yours, lambda a, b: 0 if {a.stem, b.stem} & used else _same(a, b)):
        values = one.value(a.start, a.end), other.value(b.start, b.end)
        things = " and ".join(f"the {thing}" for thing in dict.fromkeys((a.thing, b.thing)))
        reason = f"Told of {things}: “{values[0].text}” and “{values[1].text}”."
        found.append(Found("wording", "framing", reason, values))
    return found


def _same(a: Description, b: Description) -> int:
    """How surely two descriptions are of one thing: what is called otherwise may be another, unless it is said to be
    much the same."""
    return 2 if a.kind == b.kind else int(near(a.kind, b.kind) and near(a.stem, b.stem))


def _told(side: Side) -> Iterator[Description]:
    """Every description in the members, but for what stands in a name, a number or a date."""
    for member in side.members:
        words = word_list(side.text, member.start, member.end)
        for place, word in enumerate(words):
            if describes(side.text[word.start : word.end]) and not side.typed(word):
                thing = _behind(side.text, words, place) or _before(side.text, words, place)
                if thing:
                    printed = side.text[thing.start : thing.end]
                    yield Description(word.start, word.end, word.stem, printed, thing.stem)


def _behind(text: str, words: tuple[Word, ...], place: int) -> Word | None:
    """The thing that stands right behind its description; a participle needs somebody's or an article before it."""
    word = words[place]
    if place + 1 == len(words) or (_verb(text, word) and not (place and _determines(text, words[place - 1]))):
        return None
    behind = words[place + 1]
    between = text[word.end : behind.start]
    return behind if between == " " and _thing(text, behind) else None


def _before(text: str, words: tuple[Word, ...], place: int) -> Word | None:
    """The thing that is told to be so, where a statement ends with its description."""
    word = words[place]
    if place + 1 < len(words) and not words[place + 1].common and text[word.end : words[place + 1].start] == " ":
        return None
    copula = degree = False
    for before in reversed(words[max(0, place - REACH) : place]):
        printed = text[before.start : before.end].lower()
        copula = copula or printed in COPULAS
        degree = degree or printed.endswith("ly")
        if not before.common and not printed.endswith("ly"):
            return before if copula and (degree or not _verb(text, word)) and _thing(text, before) else None
    return None


def _verb(text: str, word: Word) -> bool:
    return verb(text[word.start : word.end]) is not None


def _determines(text: str, word: Word) -> bool:
    """Whether a word begins or goes on what names a thing: "their", "the", "Tokyo's", "current"."""
    printed = text[word.start : word.end].lower()
    return printed in DETERMINERS or printed.endswith(("'s", "’s")) or describes(printed)


def _thing(text: str, word: Word) -> bool:
    """Whether a word can be what is described: no name, no description itself and no participle."""
    printed = text[word.start : word.end]
    participle = printed.endswith(("ed", "ing")) and _verb(text, word)
    return printed.islower() and not word.common and not describes(printed) and not participle
