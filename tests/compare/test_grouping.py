"""Pairs gathered into alignments."""

from __future__ import annotations

from reader.compare.alignment import Edge
from reader.compare.grouping import Group, groups
from reader.compare.passages import Passage

A, B, C = (Passage(article, 0, 50) for article in range(3))
A2 = Passage(0, 60, 110)


def edge(left: Passage, right: Passage, score: float) -> Edge:
    """An edge between passages that are sentences of their own, numbered by article and start."""
    number = {passage: place for place, passage in enumerate((A, A2, B, C))}
    return Edge(left, right, score, (number[left], number[right]))


def gathered(*edges: Edge, **options: object) -> list[list[Passage]]:
    """The members of the groups."""
    found = groups(edges, enough=0.0, agreeing=-1.0, **options)  # type: ignore[arg-type]
    return [sorted(group.members) for group in found]


class TestGroups:
    """Every member agrees with every other."""

    def test_three_that_agree(self) -> None:
        """Pairs that agree are one alignment, also where one of them is weak."""
        assert gathered(edge(A, B, 2), edge(B, C, 1), edge(A, C, -0.5)) == [[A, B, C]]

    def test_no_chains(self) -> None:
        """What agrees with one member and not with the other opens an alignment of its own: B serves two facts."""
        assert gathered(edge(A, B, 2), edge(B, C, 1), edge(A, C, -2)) == [[A, B], [B, C]]

    def test_weak_pairs_open_none(self) -> None:
        """A pair under the threshold is no alignment."""
        assert gathered(edge(A, B, -0.5)) == []

    def test_two_passages_of_one_article(self) -> None:
        """A fact that an article surely tells twice has both passages in its alignment; else there are two."""
        assert gathered(edge(A, B, 2), edge(A2, B, 1)) == [[A, A2, B]]
        assert gathered(edge(A, B, 2), edge(A2, B, 0.5)) == [[A, B], [A2, B]]

    def test_both_answer_better_to_others(self) -> None:
        """Two facts of two articles stay two, where each passage resembles the other fact too."""
        other = Passage(1, 60, 110)
        edges = [edge(A, B, 2), Edge(A2, other, 2, (1, 4)), Edge(A, other, 0.9, (0, 4)), edge(A2, B, 0.9)]
        assert gathered(*edges) == [[A, B], [A2, other]]
        assert gathered(*edges[:1], *edges[2:3]) == [[A, B], [A, other]]

    def test_overlapping_members_are_one(self) -> None:
        """Passages of one article that overlap in an alignment are shown as one, where that is not too long."""
        around = Passage(0, 30, 90)
        edges = [edge(A, B, 2), Edge(around, B, 1.5, (0, 2)), edge(B, C, 1), edge(A, C, 1), Edge(around, C, 1, (0, 3))]
        assert gathered(*edges)[0] == [Passage(0, 0, 90), B, C]

    def test_confirmed_groups_stay(self) -> None:
        """Nothing joins what a reader has confirmed; what agrees with it stands in an alignment beside it."""
        ruled = [Group([A, B], confirmed=True, ruled=True)]
        assert gathered(edge(A, B, 2), edge(B, C, 1), edge(A, C, 1), ruled=ruled) == [[A, B], [A, B, C]]

    def test_parted(self) -> None:
        """What a reader took apart stays apart."""
        assert gathered(edge(A, B, 2), parted=lambda *_: True) == []
