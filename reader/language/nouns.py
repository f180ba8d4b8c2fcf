"""The noun that stands behind a number or an article, found without a parser."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.language.lists import listed

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*")
_GAP = re.compile(
    r"[ \t\n-]{0,2}(?:of[ ](?:the[ ]|his[ ]|her[ ]|its[ ]|their[ ])?|more[ ]|other[ ]|additional[ ])?", re.IGNORECASE
)

ENDS = frozenset(
    listed(
        """
        a an the and or but nor of in on at by for from to with without about into onto over under after before
        during since until than as if when while where who whom whose which that this these those he she it they we
        you i his her its their our my is are was were be been being am has have had do does did will would can
        could may might must shall should not no also just only even still so then there here what how why all both
        each every such per because though although against between among through across near out up down off away
        ago later earlier said says say told tells killed kills kill injured wounded hurt died dies die dead found
        left made took taken remain remains remained reported according including included accused convicted
        arrested missing feared via instead rather overall altogether together today yesterday tomorrow worldwide
        nationwide apiece
        """
    )
)
"""Words that end a noun phrase: function words, and participles that headlines and news set behind the counted noun."""
IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "lives": "life", "wives": "wife", "knives": "knife", "policemen": "policeman", "teeth": "tooth", "mice": "mouse",
}  # fmt: skip
PERSONS = frozenset(
    listed(
        """
        person man woman child civilian militant soldier troop policeman police officer victim villager resident
        worker migrant refugee passenger student girl boy inmate prisoner protester demonstrator fighter rebel
        insurgent gunman tourist patient volunteer member body body fatality casualty death dead injured wounded
        hostage suspect citizen employee journalist miner sailor snowboarder climber pilgrim teenager youth adult
        pupil worshipper shopper guest american australian briton palestinian israeli afghan iraqi syrian egyptian
        pakistani indian chinese russian ukrainian turk turkish korean japanese french german italian other
        participant attendee supporter firefighter crew family accused demonstrator visitor fan spectator survivor
        terrorist extremist islamist jihadist expat foreigner local settler islander medic doctor nurse teacher
        voter expatriate
        """
    )
)
"""Nouns for people: one outlet's "militants" are another's "people"."""


@lru_cache(maxsize=65_536)
def singular(word: str) -> str:
    """A noun's singular, near enough to tell whether two nouns are one: "crews" and "crew"."""
    low = word.lower()
    if low in IRREGULAR:
        return IRREGULAR[low]
    if low.endswith("'s") or low.endswith("’s"):
        return singular(low[:-2])
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    if len(low) > 4 and low.endswith(("sses", "shes", "ches", "xes", "zes")):
        return low[:-2]
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


def head(text: str, at: int) -> tuple[str, tuple[str, ...]]:
    """The singular of the head of the noun phrase that begins at an offset, and the words before it.

    The phrase ends at a function word, at punctuation or after four words; ("", ()) where there is none. What a
    number is bound to by a hyphen is counted: a "four-run lead" counts runs.
    """
    position = _GAP.match(text, at).end()  # type: ignore[union-attr]  # the pattern matches the empty string
    words: list[str] = []
    while len(words) < 4 and (match := _WORD.match(text, position)):
        word = match[0].lower()
        if word in ENDS or (word.endswith("ly") and len(word) > 4) or (words and word.endswith("ed") and len(word) > 4):
            break
        if words and word.endswith("ing") and text[position - 2] == "s":
            break  # "two lists detailing", not "two wedding rings".
        words.append(singular(word))
        position = match.end()
        if text[position : position + 1] not in (" ", "-") or text[at : at + 1] == "-":
            break
        position += 1
    return (words[-1], tuple(words[:-1])) if words else ("", ())


def comparable(one: str, other: str) -> bool | None:
    """Whether two counted nouns can mean the same things; None where one is missing and nothing is known."""
    if not one or not other:
        return None
    return one == other or (one in PERSONS and other in PERSONS)
