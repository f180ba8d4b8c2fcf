"""Pairs of passages gathered into alignments of any number of articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reader.compare.alignment import Edge
from reader.compare.passages import LONGEST, Passage

AGAIN = 1.0
"""Score from which a pair brings a second passage of an article into an alignment: that an article tells a fact twice
is rare, and that it tells two facts in like words is not."""
BETTER = 0.5
"""By how much a pair must be surer than another before it is the better one."""
ALIKE = 0.7
"""Share of the longer of two stretches that lies in the shorter, from which they are taken for one passage."""


@dataclass(slots=True, eq=False)
class Group:
    """The passages of one alignment."""

    members: list[Passage]
    scores: list[float] = field(default_factory=list)
    """Of the pairs that brought them together."""
    confirmed: bool = False
    """A reader agreed with it as it is: nothing may join it."""
    ruled: bool = False
    """A reader put it together."""

    def like(self, passage: Passage) -> Passage | None:
        """The member that is the same passage, where there is one."""
        return next((member for member in self.members if alike(member, passage)), None)


def alike(one: Passage, other: Passage) -> bool:
    """They are the same passage, give or take a few words."""
    return min(one.covers(other), other.covers(one)) >= ALIKE


def groups(
    edges: Iterable[Edge],
    *,
    enough: float,
    agreeing: float,
    ruled: Sequence[Group] = (),
    parted: Callable[[Passage, Passage], bool] | None = None,
) -> list[Group]:
    """Groups in which every two passages of different articles agree, after those that a reader ruled.

    The strongest pairs come first. A pair of at least `enough` joins a group that holds one of its passages if the
    other agrees, with a score of at least `agreeing`, with every member; it joins two groups if all of their members
    agree; and else it opens a group of its own. So strangers are never chained together, and one passage may serve two
    facts. A second passage of an article joins only by a pair of at least `AGAIN`, and a pair of which both passages
    answer better to others is none. What `parted` says of two passages outranks their score.
    """
    known: dict[tuple[int, int], list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.score >= agreeing and not (parted and parted(edge.left, edge.right)):
            known[edge.sentences].append(edge)
    sentence_of = {
        passage: sentence
        for of in known.values()
        for edge in of
        for passage, sentence in zip((edge.left, edge.right), edge.sentences, strict=True)
    }
    found = list(ruled)
    holding: dict[int, list[Group]] = defaultdict(list)

    def agree(one: Passage, other: Passage, score: float) -> bool:
        if one.article == other.article:
            return score >= AGAIN or one.overlaps(other)
        left, right = sorted((one, other))
        pair = sentence_of.get(left, -1), sentence_of.get(right, -1)
        return any(edge.left.overlaps(left) and edge.right.overlaps(right) for edge in known.get(pair, ()))

    def hold(group: Group, passage: Passage) -> None:
        if passage in sentence_of and group not in holding[sentence_of[passage]]:
            holding[sentence_of[passage]].append(group)

    def open_to(passage: Passage) -> list[Group]:
        return [group for group in holding[sentence_of[passage]] if not group.confirmed and group.like(passage)]

    for group in found:
        for sentence in sorted(_sentences(group, sentence_of)):
            holding[sentence].append(group)
    strongest = sorted(
        _unrivalled([edge for of in known.values() for edge in of if edge.score >= enough]),
        key=lambda edge: (-edge.score, edge.left, edge.right),
    )
    for edge in strongest:
        if any(told(edge, group) for group in holding[edge.sentences[0]]):
            continue
        at_left, at_right = open_to(edge.left), open_to(edge.right)
        joined = next(
            (
                (one, other)
                for one in at_left
                for other in at_right
                if one is not other
                and not (one.ruled and other.ruled)
                and all(agree(left, right, edge.score) for left in one.members for right in other.members)
            ),
            None,
        )
        if joined:
            one, other = joined if not joined[1].ruled else joined[::-1]
            one.members += [member for member in other.members if not one.like(member)]
            one.scores += [*other.scores, edge.score]
            for member in one.members:
                hold(one, member)
            found.remove(other)
            for of in holding.values():
                if other in of:
                    of.remove(other)
            continue
        for group, new in [*((group, edge.right) for group in at_left), *((group, edge.left) for group in at_right)]:
            if all(agree(member, new, edge.score) for member in group.members):
                group.members.append(new)
                group.scores.append(edge.score)
                hold(group, new)
                break
        else:
            group = Group([edge.left, edge.right], [edge.score])
            found.append(group)
            hold(group, edge.left)
            hold(group, edge.right)
    for group in found:
        if not group.ruled:
            group.members = united(group.members)
    return found


def _unrivalled(edges: Sequence[Edge]) -> list[Edge]:
    """The edges but for those of which both passages, or words of them, answer better to others of the same two
    articles."""
    answers: dict[tuple[int, int], list[tuple[Passage, float]]] = defaultdict(list)
    for edge in edges:
        for passage, sentence, other in _ends(edge):
            answers[sentence, other.article].append((passage, edge.score))
    return [
        edge
        for edge in edges
        if not all(
            any(
                score > edge.score + BETTER and known.overlaps(passage)
                for known, score in answers[sentence, other.article]
            )
            for passage, sentence, other in _ends(edge)
        )
    ]


def _ends(edge: Edge) -> tuple[tuple[Passage, int, Passage], tuple[Passage, int, Passage]]:
    """Its passages, each with its sentence and the other passage."""
    return (edge.left, edge.sentences[0], edge.right), (edge.right, edge.sentences[1], edge.left)


def united(members: Sequence[Passage]) -> list[Passage]:
    """The members, those that overlap made into one where that is still one passage."""
    found: list[Passage] = []
    for member in sorted(members):
        last = found[-1] if found else member
        whole = Passage(last.article, last.start, max(last.end, member.end))
        if last.overlaps(member) and whole.end - whole.start <= LONGEST:
            found[-1:] = [whole]
        else:
            found.append(member)
    return found


def told(edge: Edge, group: Group) -> bool:
    """Whether the group already brings the edge's passages together."""
    if group.ruled:
        return all(any(member.overlaps(side) for member in group.members) for side in (edge.left, edge.right))
    return bool(group.like(edge.left) and group.like(edge.right))


def _sentences(group: Group, sentence_of: dict[Passage, int]) -> set[int]:
    """The sentences in which its members lie, where they have any edge."""
    return {
        sentence
        for passage, sentence in sentence_of.items()
        if any(member.overlaps(passage) for member in group.members)
    }
