"""Changes that are planted in a copy of an article: one thing in a sentence, or the style of the whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reader.language.name_words import ORGANISATION, PLACE_WORDS
from reader.language.places import DEMONYMS, PLACES
from reader.language.rarity import general
from reader.language.sentences import sentences
from reader.language.words import words
from reader.model import Kind

APART = 2
"""A changed sentence is followed by at least so many unchanged ones."""
NAMES = ("Brandt", "Okafor", "Lindqvist", "Marchetti", "Delacroix", "Novak", "Abernathy", "Castellano")
"""Surnames to put in the place of others."""
RARE = 0.62
"""Rarity in English from which a capitalised word is a surname, and no "Court" or "Street"."""
_BODIES = frozenset(("korean", "guard", "studio", "bureau", "resort", "survey", "airline"))
"""Second words of bodies that are as rare as surnames."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = re.compile(rf"(?<![\w$.,:/#-])(?:\d{{1,3}}(?:,\d{{3}})*|(?:{'|'.join(_SMALL)}))(?= [a-z]{{3,}})")
_AFTER_NAME = re.compile(r"[A-Z][\w.]*\s$")
_DATE = re.compile(rf"\b(?:{'|'.join((*_WEEKDAYS, *_MONTHS))})\b|(?<=\bin )(?:19|20)\d\d(?=[ ,.;])")
_SURNAME = re.compile(r"(?<=[a-z,] )(?:[A-Z][a-z]{2,}) (?P<name>[A-Z][a-z]{3,})(?=[ ,.;]|'s)(?! [A-Z])")
_VERB = re.compile(
    r"(?<=[a-z] )(?:was|were|is|are|has|have|had|will|would|can|could)(?= [a-z]{3,})(?! (?:not|also|been|no)\b)"
)
_SPEAKER = re.compile(
    r"(?P<name>(?:[A-Z][a-z]+ )?[A-Z][a-z]{3,}) (?:said|says|told)\b"
    r"|\b(?:said|says) (?P<behind>(?:[A-Z][a-z]+ )?[A-Z][a-z]{3,})(?=[.,])"
)
_STYLE = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        (r"\bU\.S\.(?= [a-z])", "US"),
        (r"\bUnited States\b", "U.S."),
        (r" percent\b", " per cent"),
        (r"(?<= )two(?= [a-z])", "2"),
        (r"(?<= )three(?= [a-z])", "3"),
        (r"(?<= )five(?= [a-z])", "5"),
        (r"(?<= )ten(?= [a-z])", "10"),
        (r"\bOctober(?= \d)", "Oct."),
        (r"\bAugust(?= \d)", "Aug."),
        (r"\bJanuary(?= \d)", "Jan."),
        (r"(?<=\d) million\b", "m"),
        (r"\borganiz(?=ation)", "organis"),
        (r"\bcolor", "colour"),
        (r"’", "'"),
        (r"[“”]", '"'),
        (r" [–—] ", " - "),
    )
)


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of an article and what is put in its place."""

    start: int
    end: int
    text: str


def planted(text: str, changes: Sequence[Change]) -> tuple[str, list[tuple[int, int]]]:
    """The text with the changes made, and where each of them stands in it."""
    parts, places, at, length = [], [], 0, 0
    for change in changes:
        parts += [text[at : change.start], change.text]
        length += change.start - at
        places.append((length, length + len(change.text)))
        length += len(change.text)
        at = change.end
    return "".join((*parts, text[at:])), places


def chosen(text: str, plant: Callable[[str], Change | None]) -> list[Change]:
    """At most one change in a sentence, and none in the sentences after it."""
    changes: list[Change] = []
    wait = 0
    for start, end in sentences(text):
        if wait:
            wait -= 1
            continue
        if change := plant(text[start:end]):
            changes.append(Change(start + change.start, start + change.end, change.text))
            wait = APART
    return changes


def restyled(text: str) -> list[Change]:
    """The same article in another house style: nothing in it says anything else."""
    found = [Change(*match.span(), other) for pattern, other in _STYLE for match in pattern.finditer(text)]
    kept: list[Change] = []
    for change in sorted(found, key=lambda each: each.start):
        if not kept or change.start >= kept[-1].end:
            kept.append(change)
    return kept


def _first(matches: Iterable[re.Match[str]]) -> re.Match[str] | None:
    return next(iter(matches), None)


def _number(sentence: str) -> Change | None:
    """Another number in words or figures before a common noun."""
    match = _first(m for m in _NUMBER.finditer(sentence) if not _AFTER_NAME.search(sentence[: m.start()]))
    if match is None or _DATE.search(sentence[max(0, match.start() - 12) : match.end() + 12]):
        return None
    if match[0] in _SMALL:
        return Change(*match.span(), _SMALL[(_SMALL.index(match[0]) + 4) % len(_SMALL)])
    value = int(match[0].replace(",", ""))
    return Change(*match.span(), f"{value + max(3, value // 2):,}") if value < 1900 or value > 2100 else None


def _date(sentence: str) -> Change | None:
    """Another weekday, month or year."""
    match = _first(_DATE.finditer(sentence))
    if match is None:
        return None
    for names in (_WEEKDAYS, _MONTHS):
        if match[0] in names:
            return Change(*match.span(), names[(names.index(match[0]) + 3) % len(names)])
    return Change(*match.span(), str(int(match[0]) - 4))


def _name(sentence: str) -> Change | None:
    """Another surname."""
    found = (m for m in _SURNAME.finditer(sentence) if _is_surname(m["name"]) and m[0].lower() not in PLACES | DEMONYMS)
    match = _first(found)
    return Change(*match.span("name"), _other(match["name"])) if match else None


def _is_surname(word: str) -> bool:
    """Whether a capitalised word is somebody's name, and no "Court", "Korean" or "Tuesday"."""
    low = word.lower()
    single = low.removesuffix("s")
    if word in (*_WEEKDAYS, *_MONTHS) or {low, single} & (PLACES | DEMONYMS | PLACE_WORDS | _BODIES):
        return False
    return low not in ORGANISATION and general(words(low)[0].stem) > RARE


def _negation(sentence: str) -> Change | None:
    """ "not" behind an auxiliary, outside quotations."""
    match = _first(m for m in _VERB.finditer(sentence) if not _quoted(sentence, m.start()))
    if match is None or " not " in sentence or "n't" in sentence or "n’t" in sentence or " no " in sentence:
        return None
    return Change(match.end(), match.end(), " not")


def _speaker(sentence: str) -> Change | None:
    """Another speaker."""
    match = _first(m for m in _SPEAKER.finditer(sentence) if not _quoted(sentence, m.start()))
    if match is None:
        return None
    group = "name" if match["name"] else "behind"
    name = match[group]
    if not _is_surname(name.split()[-1]):
        return None
    return Change(*match.span(group), _other(name))


def _other(name: str) -> str:
    """A surname for a surname, two words for two, always the same for the same name."""
    surname = NAMES[sum(map(ord, name)) % len(NAMES)]
    return f"Ingrid {surname}" if " " in name else surname


def _quoted(sentence: str, at: int) -> bool:
    before = sentence[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


PLANTS: dict[str, tuple[tuple[Kind, ...], Callable[[str], Change | None]]] = {
    "number": (("number",), _number),
    "date": (("date",), _date),
    "name": (("name", "place"), _name),
    "negation": (("polarity",), _negation),
    "speaker": (("attribution",), _speaker),
}
"""For each kind of change the kinds of difference that are right, and what plants it in a sentence."""
