"""What the members of one alignment give differently: a typed ledger, each entry with its evidence and a reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from reader.compare.differences.attribution import attribution
from reader.compare.differences.certainty import certainty
from reader.compare.differences.content import content
from reader.compare.differences.descriptions import descriptions
from reader.compare.differences.naming import naming
from reader.compare.differences.numbers import numbers
from reader.compare.differences.polarity import polarity
from reader.compare.differences.quotations import quoted
from reader.compare.differences.sides import Found, Side, sides
from reader.compare.differences.times import times
from reader.compare.differences.whereabouts import whereabouts
from reader.compare.differences.wording import wording
from reader.compare.differences.worth import CERTAIN, worth_saying
from reader.model import Article, Difference, Kind, Relation, Span, Value, Verdict

__all__ = ["differences", "once", "relation"]

KINDS: tuple[Kind, ...] = (
    "number", "date", "name", "place", "attribution", "quotation", "modality", "polarity", "content", "wording",
)  # fmt: skip
GRAVITY: tuple[Verdict, ...] = ("conflict", "update", "more-specific", "compatible", "framing")


def _words(one: Side, other: Side) -> list[Found]:
    """How two articles describe a thing, and what else they say of it or in which words."""
    described = descriptions(one, other)
    told = content(one, other) or wording(one, other)
    return [*described, *(each for each in told if not any(_overlap(each, known) for known in described))]


FINDERS: tuple[Callable[[Side, Side], list[Found]], ...] = (
    numbers,
    times,
    naming,
    whereabouts,
    attribution,
    quoted,
    certainty,
    polarity,
    _words,
)
"""One for each kind of difference, or for those that are found together or in each other's stead."""


def differences(
    members: Sequence[Span], articles: Mapping[str, Article], confidence: float = CERTAIN
) -> tuple[Difference, ...]:
    """What the articles of one alignment give differently, by kind; the order of the members changes nothing.

    Details are compared two articles at a time; what several pairs say of one detail is one difference. The less
    sure the alignment, the more the two must have in common before they are said to differ.
    """
    found = [
        difference
        for one, other in combinations(sides(members, articles), 2)
        for difference in _distinct(
            [
                difference
                for finder in FINDERS
                for difference in finder(one, other)
                if worth_saying(difference, one, other, confidence)
            ]
        )
    ]
    merged = [_merged(group) for group in _gathered(found)]
    return tuple(sorted(merged, key=lambda difference: (KINDS.index(difference.kind), _place(difference.values[0]))))


def _distinct(found: Sequence[Found]) -> list[Found]:
    """What two articles give differently, without a "reportedly" that is told as a source and as a doubt as well."""
    sources = [each for each in found if each.kind == "attribution"]
    return [each for each in found if each.kind != "modality" or not any(_overlap(each, known) for known in sources)]


def once(ledgers: Sequence[tuple[Sequence[Span], Sequence[Difference]]]) -> list[tuple[Difference, ...]]:
    """The differences of several alignments, given with their members, each in that alone which holds most of it.

    What a sentence says beside a passage, and a quotation that is longer than one, is found from every passage of it,
    and the two forms of a name wherever the articles repeat it. Of several differences that say the same, or a part of
    it, the one that says most is kept.
    """
    claims: dict[tuple[Kind, _Told], list[tuple[int, int, int, int]]] = defaultdict(list)
    for number, (members, found) in enumerate(ledgers):
        for entry, each in enumerate(found):
            claim = (-len(each.values), -_held(members, each), number, entry)
            for told in _told(each):
                claims[each.kind, told].append(claim)
    return [
        tuple(
            each
            for entry, each in enumerate(found)
            if any(min(claims[each.kind, told])[2:] == (number, entry) for told in _told(each))
        )
        for number, (_, found) in enumerate(ledgers)
    ]


_Told = frozenset[tuple[str, str]]
"""What two articles give for one detail: the id of each and where it stands, or the two forms of a name."""


def _told(difference: Difference) -> list[_Told]:
    """What a difference says of each two of its articles: of one name in two forms, wherever and in whichever of them
    it stands."""
    if (difference.kind, difference.verdict) == ("name", "compatible"):
        forms = sorted({("", value.text.casefold()) for value in difference.values})
        if len(forms) > 1:
            return [frozenset(pair) for pair in combinations(forms, 2)]
    given = [(value.article, f"{value.start}-{value.end}") for value in difference.values]
    if difference.kind == "modality":
        # One hedge beside every sentence in which the other article tells the thing as fact.
        facts = {value.article for value in difference.values if value.value == "as fact"}
        given = sorted({(article, "" if article in facts else place) for article, place in given})
    return [frozenset(pair) for pair in combinations(given, 2) if pair[0][0] != pair[1][0]]


def _held(members: Sequence[Span], difference: Difference) -> int:
    """How many characters of a difference's values stand in the members."""
    return sum(
        max(0, min(member.end, value.end) - max(member.start, value.start))
        for member in members
        for value in difference.values
        if member.article == value.article
    )


def relation(found: Sequence[Difference]) -> Relation:
    """Whether an alignment is shown as agreement or as difference.

    It differs where both cannot stand as they are, one says more than the other, or an editor would look at who
    says it, in which words and how surely; rounding, spelling and the choice of words alone leave it an agreement.
    """
    grave = ("conflict", "update", "more-specific")
    looked_at = ("attribution", "quotation", "modality", "polarity")
    return "difference" if any(each.verdict in grave or each.kind in looked_at for each in found) else "agreement"


def _gathered(found: Sequence[Found]) -> list[list[Found]]:
    """Findings of one kind that share a value, together."""
    groups: list[list[Found]] = []
    for difference in found:
        joined = [group for group in groups if any(_share(difference, known) for known in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([*(known for group in joined for known in group), difference])
    return groups


def _share(one: Found, other: Found) -> bool:
    if one.kind != other.kind or (one.kind == "wording" and one.verdict != other.verdict):
        return False
    return _overlap(one, other)


def _overlap(one: Found, other: Found) -> bool:
    return any(
        mine.article == yours.article and mine.start < yours.end and yours.start < mine.end
        for mine in one.values
        for yours in other.values
    )


def _merged(group: Sequence[Found]) -> Difference:
    """One difference of several findings: the gravest verdict with its reason, each value once."""
    gravest = min(group, key=lambda found: (GRAVITY.index(found.verdict), [_place(value) for value in found.values]))
    values = sorted({value for found in group for value in found.values}, key=_place)
    return Difference(gravest.kind, gravest.verdict, gravest.reason, tuple(values))


def _place(value: Value) -> tuple[str, int, int]:
    return value.article, value.start, value.end
