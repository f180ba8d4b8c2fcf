"""Whom an article lets say a fact: the source of a passage, with a pronoun traced back to whom it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.compare.differences.sides import Side
from reader.language.lists import listed
from reader.language.names import Name, names, nation, same
from reader.language.nouns import singular
from reader.language.rungs import DOCUMENTS, MEDIA, OFFICIALS
from reader.language.speech import Statement, covering, statements
from reader.language.spelling import fold

_PRONOUN = re.compile(r"(?:he|she|they|we|i)", re.IGNORECASE)
_EMPTY = re.compile(r"(?:it|that|this|which|who|these|there|what|some|so|as|but|and)", re.IGNORECASE)
"""Subjects of "it shows": nobody who could be asked."""
_FINITE = re.compile(r"\s(?:was|were|is|are|had|has|have|will|would)(?:\s|$)|^(?!both|all|of)[a-z]\w+\s(?:the|an?)\s")
"""What stands in no source, but where a sentence was read wrongly: a verb, alone or before its object."""
_CREDIT = re.compile(r"\b(?:copyright|getty|images?|photos?|captions?)\b", re.IGNORECASE)
"""What stands in the credit of a picture."""
_NOT_SAID = re.compile(
    r"\b(?:not|never|\w+n['’]t|(?:refus|declin)(?:e|es|ed|ing)\sto)\s(?:immediately\s|yet\s)?\w+$", re.IGNORECASE
)
_BESIDE = re.compile(r"[\s,)]*(?:(?:to|of|for)\s[^,.;:]{1,60}|[^,.;:“”\"A-Z]{1,40}\sand\s)?[\s,)]*")
"""What may stand between a source and its cue: whose it is, or what it did before. One that is fetched from farther
off is a guess."""
SOURCES = frozenset(map(singular, OFFICIALS | MEDIA | DOCUMENTS)) | frozenset(
    listed("minister president girl defendant couple family attorney lawyer lawmaker student dealer nation side leader")
)
PERSONS = frozenset(
    listed(
        """
        official minister president premier senator lawmaker republican democrat spokesman spokeswoman spokesperson
        insider judge sheriff director mayor governor attorney lawyer man woman girl boy actor singer coach star author
        professor candidate nominee senator congressman congresswoman detective inspector
        """
    )
)
"""Nouns that with "the" point at one person."""
_OFFICES = frozenset(
    listed(
        "chief leader chairman chairwoman chair head founder owner manager commander captain analyst scientist pilot"
    )
)
_HOUSES = frozenset(
    listed(
        "company airline carrier firm bank newspaper paper ministry government agency club university hospital school"
    )
)
"""Bodies that a text calls so once it has named them."""
BODIES = frozenset(
    listed(
        "police government ministry department agency office company guard military army court council committee group"
    )
)
"""Nouns for many together, which no pronoun points at as one."""
UTTERANCES = frozenset(listed("statement post tweet email release message"))
"""What somebody says in writing: whoever is named beside it may be the one."""
_BEHIND_HEAD = re.compile(r",|\b(?:who|from|for|at|in|on|with|close)\b")
"""Where the noun that a source is called by has been told."""
_ONE_VOICE = {
    # Words for one kind of source, which outlets choose among freely.
    word: group[0]
    for group in map(
        listed,
        (
            "researcher scientist study research author expert team",
            "doctor surgeon physician medic",
            "police officer authority detective",
            "filing form disclosure document record paper",
            "official source spokesman spokeswoman spokesperson rep representative",
            "lawyer attorney counsel",
        ),
    )
    for word in group
}
_PUBLIC = frozenset(("police", "military", "army", "government", "guard", "ministry", "prosecutor"))
_SEVERAL = re.compile(
    r"(?:the\s|these\s)?(?:\d+(?=\s)|both|two|three|four|five|several|multiple|many|numerous)\b", re.IGNORECASE
)
_SINGLE = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_JOINED = re.compile(r"(?:[A-Z]\S*\s)+and\s(?:[A-Z]\S*(?:\s|$))+")
_UNTELLING = frozenset(listed("the a an of two both also his her its their one several some other another senior top"))


@dataclass(frozen=True, slots=True)
class Source:
    """Whom an article lets say a fact."""

    start: int
    end: int
    """Where it is printed, a pronoun where it is one."""
    meant: str
    """The words that name it, wherever they stand."""
    rung: str
    people: tuple[Name, ...]
    heads: frozenset[str]
    pointing: bool
    """It only points at somebody who is named elsewhere: "the official", "the Texas Republican", "the statement"."""
    pronoun: bool = False
    """It is printed as "he" or "she"."""


def sources(side: Side) -> list[Source]:
    """The sources of the members, each once."""
    found: list[Source] = []
    for member in side.members:
        statement = covering(side.text, member.start, member.end)
        idle = statement is None or _idle(side.text, statement) or _fetched(side.text, statement)
        source = None if statement is None or idle else _resolved(side.text, statement)
        if source and not any(agree(source, known) for known in found):
            found.append(source)
    return found


def _idle(text: str, statement: Statement) -> bool:
    """Whether nobody is made to answer for it, since he is told not to have said it, or to deny it."""
    if statement.verb in ("deny", "dispute", "refute"):
        return True
    if statement.cue is None:
        return False
    start, end = statement.cue
    return _NOT_SAID.search(text, max(0, start - 20), end) is not None


def _fetched(text: str, statement: Statement) -> bool:
    """Whether the source stands away from its cue, as the first name of a sentence does for want of a subject."""
    if statement.source is None or statement.cue is None or statement.source[1] > statement.cue[0]:
        return False
    return _BESIDE.fullmatch(text, statement.source[1], statement.cue[0]) is None


def _resolved(text: str, statement: Statement) -> Source | None:
    """The source with a pronoun traced back to the last source before it that is none; None where nobody is meant."""
    if statement.source is None:
        if statement.verb != "reportedly":
            return None  # "allegedly" says how sure it is, and is compared as that.
        start, end = statement.cue or (statement.start, statement.end)
        return Source(start, end, text[start:end], "reports", (), frozenset(("report",)), False)
    start, end = statement.source
    meant, rung = text[start:end], statement.kind
    if _PRONOUN.fullmatch(meant.strip()):
        for earlier in reversed([known for known in statements(text) if known.source and known.source[0] < start]):
            candidate = text[slice(*earlier.source)] if earlier.source else ""
            if not (_PRONOUN.fullmatch(candidate.strip()) or _EMPTY.fullmatch(candidate.strip())):
                if _stands_for(meant.strip().lower(), candidate, earlier.kind):
                    meant, rung = candidate, earlier.kind
                break
    if (
        _EMPTY.fullmatch(meant.strip())
        or _PRONOUN.fullmatch(meant.strip())
        or _FINITE.search(meant)
        or _CREDIT.search(meant)
    ):
        return None
    # A word before the phrase keeps its first capital from being taken for the opening of a sentence.
    people = tuple(name for name in names(f"by {meant}{_whose(text, statement)}") if name.kind != "demonym")
    heads = _heads(meant)
    if not (people or heads & SOURCES or rung == "document"):
        return None
    pointing = _points(meant) or (len(meant.split()) < 3 and not heads.isdisjoint(UTTERANCES))
    pronoun = meant != text[start:end] or _PRONOUN.fullmatch(meant.strip()) is not None
    return Source(start, end, meant, rung, people, heads, pointing, pronoun)


def _whose(text: str, statement: Statement) -> str:
    """What stands between a source and its cue: "an aide to Falk said" is of one house with "the office of Falk"."""
    if statement.source is None or statement.cue is None:
        return ""
    between = text[statement.source[1] : statement.cue[0]]
    return between if len(between) < 60 and between.startswith((" to ", " of ", " for ")) else ""


def _stands_for(pronoun: str, words: str, rung: str) -> bool:
    """Whether a pronoun can stand for a source: "he" for one person, "they" for several or for a body."""
    if pronoun in ("he", "she"):
        last = words.split(",")[0].split()[-1].lower()
        return rung == "person" or (rung == "official" and singular(last) == last)
    return rung != "person" and rung != "document"


def _heads(words: str) -> frozenset[str]:
    lead = _BEHIND_HEAD.split(words)[0]
    found = (singular(word) for word in fold(lead).split() if word not in _UNTELLING)
    return frozenset(_ONE_VOICE.get(word, word) for word in found)


def _points(words: str) -> bool:
    """Whether words tell of somebody who has been named before: "the scientist", "the police chief in Cologne"."""
    lead = _BEHIND_HEAD.split(words)[0].split()
    if len(lead) < 2 or lead[0].lower() != "the":
        return False
    head = lead[-1].lower()
    return head in PERSONS | _HOUSES or (head in OFFICIALS | _OFFICES and singular(head) == head and head not in BODIES)


def _one(source: Source, nouns: frozenset[str]) -> bool:
    """Whether a source is one of the people that the nouns stand for."""
    words = (word.strip(",").lower() for word in source.meant.split())
    return not nouns.isdisjoint(_ONE_VOICE.get(word, word) for word in words)


def _is_person(source: Source) -> bool:
    """Whether a source is one man or woman."""
    return source.pointing or source.rung == "person" or any(name.kind == "person" for name in source.people)


def outnumbers(one: Source, other: Source) -> bool:
    """Whether several say together in one article what a single one says in the other: "both agreed", "Abe said"."""
    return {_number(one), _number(other)} == {"one", "several"}


def _number(source: Source) -> str:
    """Whether the words for a source tell that it is one, or that it is several; empty where they do not."""
    if _SEVERAL.match(source.meant) or (len(source.people) > 1 and _JOINED.fullmatch(source.meant)):
        return "several"
    single = source.rung == "person" and len(source.people) < 2 and " and " not in source.meant
    return "one" if single or _SINGLE.match(source.meant) else ""


def agree(one: Source, other: Source) -> bool:
    """Whether two sources can be the same: a shared name, the same words for it, or a name and "the official"."""
    if outnumbers(one, other):
        return False
    for source, rival in ((one, other), (other, one)):
        if source.pronoun and rival.rung == "person":
            return True  # Whom "she" means is a guess, and a wrong one would be a difference.
        if source.pointing and (_is_person(rival) or rival.people or not source.heads.isdisjoint(UTTERANCES)):
            return True
    if any(same(mine, yours) for mine in one.people for yours in other.people):
        return True
    states = [{nation(name.text) for name in source.people} - {None} for source in (one, other)]
    if all(len(source.people) == 1 for source in (one, other)) and states[0] & states[1]:
        return True  # "Tokyo" and "Japan".
    named = [
        any(name.kind in ("person", "") and nation(name.text) is None for name in source.people)
        for source in (one, other)
    ]
    if all(named):
        return False
    shared = one.heads & other.heads
    if any(named) and shared & _PUBLIC:
        return True  # "Police" are those of the place.
    # "A spokeswoman" may be the one who is named elsewhere; "both spokeswomen" are not.
    office = all(_one(source, shared & PERSONS) for source in (one, other))
    return bool(shared) and (not any(named) or office or len(shared) >= 2)
