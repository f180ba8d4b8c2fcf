"""How far the passages of an alignment reach: over the words that report its fact, whichever member is asked."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import fsum

from reader.compare.alignment import Edge
from reader.compare.evidence import Pair
from reader.compare.grouping import Group, united
from reader.compare.passages import Passage, Sentence
from reader.compare.stretches import Likely
from reader.model import Article

HALF = 0.5
"""Share of the words that are meant from which a passage shows them …"""
MUCH = 2
"""… unless it is more than so many times longer than they are."""
WIDEST = 160
"""Characters to which a passage grows at most."""
INSIDE = "of "
"""What a passage does not grow to begin with: it would begin inside a phrase."""

Ask = Callable[[Edge], tuple[Likely, Likely]]
Parted = Callable[[Passage, Passage], bool]


def reaching(
    groups: Iterable[Group],
    edges: Iterable[Edge],
    sentences: Sequence[Sentence],
    articles: Sequence[Article],
    likely: Ask,
    parted: Parted,
) -> list[Group]:
    """The groups, each passage as wide as most probably shows what its group has in common.

    The stretches of two sentences that answer each other best are not the only ones that may be meant, and a third
    sentence answers others yet. So it is asked of every pair in a group how `likely` each stretch about its passages is
    the one that is meant, and a passage grows to the stretch that shows most of what is likely: on the complete keys
    .02 more facts are found and as many pinned. What a reader ruled stays as it is, and nothing grows into what is
    `parted` from its group.
    """
    starts = [sentence.passage for sentence in sentences]
    between: dict[Pair, list[Edge]] = defaultdict(list)
    for edge in edges:
        between[edge.sentences].append(edge)

    def grown(members: Sequence[Passage]) -> Iterator[Passage]:
        places = [bisect_right(starts, (member.article, member.start), key=_beginning) - 1 for member in members]
        meant = _meant(members, places, between, likely)
        for member, place, probable in zip(members, places, meant, strict=True):
            text = articles[member.article].text
            choices = [
                passage
                for passage in (window.passage for window in sentences[place].windows)
                if passage.covers(member) == 1
                and passage.end - passage.start <= WIDEST
                and not text.startswith(INSIDE, passage.start)
                and not any(parted(passage, other) for other in members)
            ]
            yield max([member, *choices], key=lambda each: (_shown(each, probable), each.start - each.end))

    return [
        group if group.ruled else Group(united(list(grown(sorted(group.members)))), group.scores, group.confirmed)
        for group in groups
    ]


def _beginning(passage: Passage) -> tuple[int, int]:
    return passage.article, passage.start


def _meant(
    members: Sequence[Passage], places: Sequence[int], between: Mapping[Pair, Sequence[Edge]], likely: Ask
) -> Sequence[Likely]:
    """For each member, whose sentences stand at these places, how likely stretches about it are meant, in sum over the
    others."""
    found: list[dict[Passage, float]] = [defaultdict(float) for _ in members]
    for one, other in combinations(range(len(members)), 2):
        for edge in between.get((places[one], places[other]), ()):
            if edge.left.overlaps(members[one]) and edge.right.overlaps(members[other]):
                for member, stretches in zip((one, other), likely(edge), strict=True):
                    for stretch, share in stretches.items():
                        found[member][stretch] += share
    return found


def _shown(passage: Passage, probable: Likely) -> float:
    """How much of what is probable a passage shows without burying it."""
    length = passage.end - passage.start
    return fsum(
        share
        for stretch, share in probable.items()
        if passage.covers(stretch) >= HALF and length <= MUCH * (stretch.end - stretch.start)
    )
