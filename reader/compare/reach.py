"""How far the passages of an alignment reach: over the words that report its fact, whichever member is asked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
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
INSIDE = re.compile(r"\s*(?:of|to)\b")
"""Before what a passage does not grow to begin or end: it would do so inside a phrase."""

Ask = Callable[[Edge], tuple[Likely, Likely]]


class Reach:
    """What is known of the sentences in which passages may grow.

    The stretches of two sentences that answer each other best are not the only ones that may be meant, and a third
    sentence answers others yet. So it is asked of every pair in a group how `likely` each stretch about its passages is
    the one that is meant, and a passage grows to the stretch that shows most of what is likely: of the facts in the
    complete keys .02 more are found, and as many are pinned. Nothing grows into what a reader `parted` from its group.
    """

    def __init__(
        self,
        edges: Iterable[Edge],
        sentences: Sequence[Sentence],
        articles: Sequence[Article],
        likely: Ask,
        parted: Callable[[Passage, Passage], bool],
    ) -> None:
        self._sentences, self._articles = sentences, articles
        self._likely, self._parted = likely, parted
        self._starts = [sentence.passage for sentence in sentences]
        self._between: dict[Pair, list[Edge]] = defaultdict(list)
        for edge in edges:
            self._between[edge.sentences].append(edge)

    def settled(self, groups: Iterable[Group]) -> list[Group]:
        """The groups with their passages grown, and those made one that share a passage by now and agree: a fact is
        often told by words that a third article parts otherwise. No group is joined with one that a reader ruled."""
        found: list[Group] = []
        holding: dict[int, list[Group]] = defaultdict(list)
        for group in map(self.grown, groups):
            while other := next((each for each in self._beside(group, holding) if self._agree(group, each)), None):
                found.remove(other)
                for place in self._places(other):
                    holding[place].remove(other)
                new = [member for member in group.members if not other.like(member)]
                group = Group(united([*other.members, *new]), [*other.scores, *group.scores])
            found.append(group)
            for place in self._places(group):
                holding[place].append(group)
        return found

    def grown(self, group: Group) -> Group:
        """The group, each passage as wide as most probably shows what it has in common; not if a reader ruled it."""
        if group.ruled:
            return group
        members = sorted(group.members)
        wider = [self._wider(member, members) for member in members]
        meant: list[dict[Passage, float]] = [defaultdict(float) for _ in members]
        for one, other in combinations(range(len(members)), 2):
            for edge in self._edges(members[one], members[other]) if wider[one] or wider[other] else ():
                for number, stretches in zip((one, other), self._likely(edge), strict=True):
                    for stretch, share in stretches.items():
                        meant[number][stretch] += share
        grown = [
            max([member, *choices], key=partial(_merit, probable))
            for member, choices, probable in zip(members, wider, meant, strict=True)
        ]
        return Group(united(grown), group.scores, group.confirmed)

    def _agree(self, group: Group, other: Group) -> bool:
        """They share a passage, and every passage of the one goes with every passage of the other."""
        return (
            not group.ruled
            and not other.ruled
            and any(other.like(member) for member in group.members)
            and all(
                one.overlaps(member)
                if one.article == member.article
                else any(self._edges(*sorted((one, member)))) and not self._parted(one, member)
                for one in group.members
                for member in other.members
            )
        )

    def _beside(self, group: Group, holding: Mapping[int, Sequence[Group]]) -> list[Group]:
        """The groups that have a passage in one of its sentences."""
        return [other for place in self._places(group) for other in holding.get(place, ())]

    def _edges(self, left: Passage, right: Passage) -> Iterator[Edge]:
        """The edges between two passages, the one before the other."""
        for edge in self._between.get((self._place(left), self._place(right)), ()):
            if edge.left.overlaps(left) and edge.right.overlaps(right):
                yield edge

    def _places(self, group: Group) -> list[int]:
        """The numbers of the sentences in which its passages stand."""
        return sorted({self._place(member) for member in group.members})

    def _place(self, passage: Passage) -> int:
        return bisect_right(self._starts, (passage.article, passage.start), key=_beginning) - 1

    def _wider(self, member: Passage, others: Iterable[Passage]) -> list[Passage]:
        """What the member may become."""
        text = self._articles[member.article].text
        return [
            passage
            for passage in (window.passage for window in self._sentences[self._place(member)].windows)
            if passage != member
            and passage.covers(member) == 1
            and passage.end - passage.start <= WIDEST
            and not any(INSIDE.match(text, edge) for edge in {passage.start, passage.end} - {member.start, member.end})
            and not any(self._parted(passage, other) for other in others)
        ]


def _beginning(passage: Passage) -> tuple[int, int]:
    return passage.article, passage.start


def _merit(probable: Likely, passage: Passage) -> tuple[float, int]:
    """How much of what is probable a passage shows without burying it; of equals the shortest is best."""
    length = passage.end - passage.start
    shown = fsum(
        share
        for stretch, share in probable.items()
        if passage.covers(stretch) >= HALF and length <= MUCH * (stretch.end - stretch.start)
    )
    return shown, -length
