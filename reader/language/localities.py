"""Where English news prose says that something is, by what kind of place it is: "a warehouse near Heathrow"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.language.lists import listed
from reader.language.nouns import singular
from reader.language.places import DEMONYMS, MONTHS_AND_DAYS, PLACES
from reader.language.spelling import fold

SETTLEMENTS = frozenset(
    listed("city town village capital suburb neighborhood neighbourhood district county province island")
)
"""Places that have a name of their own, which "the northern city" stands for."""
HEADS = SETTLEMENTS | frozenset(
    listed(
        """
        park wood forest warehouse store shop bar grill restaurant cafe pub hotel motel house home apartment flat street
        road highway trail alley area region building office school campus hospital station airport port harbor harbour
        bridge river lake beach coast shore mountain desert border camp base prison jail church mosque temple synagogue
        tomb cave field farm factory mine market square stadium arena theater theatre cinema museum garage lot
        zone swamp valley checkpoint embassy nightclub club mall supermarket depot
        """
    )
)
_ONE_KIND = {
    word: group[0]
    for group in map(
        listed,
        (
            "store shop supermarket", "wood forest", "road street highway", "pub bar", "harbor harbour port",
            "theater theatre cinema", "beach coast shore", "flat apartment", "house home",
        ),
    )
    for word in group
}  # fmt: skip
_LOCATIVE = r"in|at|into|near|on|onto|through|inside|outside|to|around|along|across|behind|beside|toward|towards|off"
_BEFORE = re.compile(
    rf"(?:(?P<where>\b(?:{_LOCATIVE}))\s)?(?P<what>(?:\b(?:an?|the|this|their|his|her|its|our|some)\s)?"
    r"(?:(?!(?:and|or|of|in|at|that|who|which|was|were|is|are|to|for|with|by|from|on|the|an?)\s)\b[A-Za-z](?:[\w'’-]|\.(?=[A-Z]\.))*\.?,?\s){0,4})$",
    re.IGNORECASE,
)
_HEAD = re.compile(rf"\b(?:{'|'.join(sorted(HEADS))})s?\b(?![-'’])")
_CAPITAL = re.compile(r"\b(?:(?:[A-Z]\.){2,}|[A-Z][\w'’-]*)")
_NO_DAY = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|March\b|May\b)"
_PROPER = rf"{_NO_DAY}[A-Z](?:[\w'’-]|\.(?=[A-Z]\.|[,;]| [a-z])|(?<=\b[SMF]t)\.)*"
"""A word of a name, in one sentence: a full stop belongs to it only where the sentence goes on behind."""
_BEHIND = re.compile(
    rf"(?: and [a-z]+)?(?: (?:in|near|of|off|along|outside|at|on|between|by|around) (?:the )?{_PROPER}"
    rf"(?:,? {_PROPER}| \d+| and(?= [A-Z]))*(?: area\b)?)+"
)


@dataclass(frozen=True, slots=True)
class Locality:
    """One place as it is described."""

    start: int
    end: int
    """From its article to the names behind it."""
    head: str
    """What kind of place it is, one word for those that outlets choose among freely."""
    names: frozenset[str]
    """The folded words of the names that tell which one it is."""
    definite: bool
    """It is "the" one, which has been told of or which everybody knows."""
    told: bool
    """A preposition says that something is, happens or comes there."""

    @property
    def settlement(self) -> bool:
        """Whether it can stand for a place's name: "the northern city"."""
        return self.head in SETTLEMENTS and not self.names and self.definite


@lru_cache(maxsize=1024)
def localities(text: str) -> tuple[Locality, ...]:
    """Every place of an English text that is told by its kind, in order."""
    found: list[Locality] = []
    for match in _HEAD.finditer(text):
        before = _BEFORE.search(text, max(0, text.rfind("\n", 0, match.start()) + 1, match.start() - 60), match.start())
        behind = _BEHIND.match(text, match.end())
        end = behind.end() if behind else match.end()
        end -= text[match.end() : end].endswith(".") and text[end : end + 1] in ("", "\n")
        start = before.start("what") if before else match.start()
        if found and start < found[-1].end:
            continue
        inside = frozenset(
            fold(word[0])
            for word in _CAPITAL.finditer(text, start, end)
            if word.start() > start and not _no_name(fold(word[0]))
        )
        told = bool(before and before["where"])
        if told or inside:
            head = singular(match[0])
            definite = text[start : start + 4].lower() == "the "
            found.append(Locality(start, end, _ONE_KIND.get(head, head), inside, definite, told))
    return tuple(found)


def _no_name(word: str) -> bool:
    """Whether a capital is a day's, a month's or an adjective's: "a Roman temple" is any of them."""
    return word in MONTHS_AND_DAYS or word in DEMONYMS or (word.endswith(("an", "ish", "ese")) and word not in PLACES)
