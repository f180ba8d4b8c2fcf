"""The engine: several articles in, the passages that report the same fact out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from reader.compare.alignment import discounted
from reader.compare.corrections import Ruling, rulings
from reader.compare.differences import differences, relation
from reader.compare.events import events
from reader.compare.evidence import Pair, similarities
from reader.compare.grouping import Group, groups
from reader.compare.passages import Passage, passages, passages_at
from reader.compare.unique import unique_details
from reader.model import Alignment, Article, Comparison, Correction, Event, Progress, Report

__all__ = ["compare"]

ENOUGH = 0.09
"""Score from which a pair is aligned."""
AGREEING = 0.0
"""Score that a passage must have with every member of an alignment that it joins."""


def compare(
    articles: Sequence[Article], progress: Report | None = None, corrections: Sequence[Correction] = ()
) -> Comparison:
    """What the articles share and where they differ.

    The same articles give the same comparison whatever their order, but for `Comparison.articles`. `progress` is told
    of each step and may raise `Cancelled`; `corrections` outrank what the evidence says.
    """
    given = tuple(articles)
    articles = sorted(given, key=lambda article: (article.id, article.text))
    _tell(progress, "telling events apart", 0)
    found_events = events(articles)
    _tell(progress, "finding passages", 1)
    sentences = passages(articles)
    ruled = rulings(corrections, articles)
    standing = {(passage.article, passage.start, passage.end) for passage in sentences}
    chosen = {place for ruling in ruled for place in ruling.places} - standing
    proposed = sorted([*sentences, *passages_at(sorted(chosen), articles)], key=lambda p: (p.article, p.start, p.end))
    _tell(progress, "aligning passages", 2)
    scores = discounted(similarities(proposed), proposed)
    together, apart = _applied(ruled, proposed)
    gathered = groups(scores, proposed, enough=ENOUGH, agreeing=AGREEING, ruled=together, apart=apart)
    alignments = _alignments(gathered, scores, proposed, articles, found_events)
    _tell(progress, "finding unique details", 3)
    unique = unique_details(articles, found_events, sentences, alignments)
    _tell(progress, "done", 4)
    return Comparison(
        given, found_events, alignments, unique, passages=tuple(passage.span(articles) for passage in sentences)
    )


def _applied(ruled: Sequence[Ruling], proposed: Sequence[Passage]) -> tuple[list[Group], set[Pair]]:
    """The groups that a reader put together, and the pairs that a reader took apart; what is said later outranks."""
    index = {(passage.article, passage.start, passage.end): number for number, passage in enumerate(proposed)}
    together: list[Group] = []
    apart: set[Pair] = set()
    for ruling in ruled:
        members = {index[place] for place in ruling.places}
        pairs = set(combinations(sorted(members), 2))
        if ruling.kind == "apart":
            together = [group for group in together if not pairs & set(combinations(sorted(group.members), 2))]
            apart |= {pair for one, other in pairs for pair in _around(one, other, proposed)}
        else:
            apart -= {pair for one, other in pairs for pair in _around(one, other, proposed)}
            together = [group for group in together if not group.members <= members]
            together.append(Group(members, closed=ruling.kind == "confirmed", ruled=True))
    return together, apart


def _around(one: int, other: int, proposed: Sequence[Passage]) -> list[Pair]:
    """All pairs of passages that overlap these two."""
    near = [
        [number for number, passage in enumerate(proposed) if passage.overlaps(proposed[at])] for at in (one, other)
    ]
    return [(min(left, right), max(left, right)) for left in near[0] for right in near[1] if left != right]


def _alignments(
    gathered: Sequence[Group],
    scores: dict[Pair, float],
    proposed: Sequence[Passage],
    articles: Sequence[Article],
    found_events: Sequence[Event],
) -> tuple[Alignment, ...]:
    event_of = {id: event.id for event in found_events for id in event.articles}

    def place(group: Group) -> tuple[float, list[int]]:
        """Reading order: how early, on the whole, the articles tell it."""
        members = sorted(group.members)
        firsts = {proposed[member].article: proposed[member] for member in reversed(members)}
        depths = [passage.start / max(1, len(articles[article].text)) for article, passage in sorted(firsts.items())]
        return sum(depths) / len(depths), members

    found = []
    for number, group in enumerate(sorted(gathered, key=place), start=1):
        members = tuple(proposed[member].span(articles) for member in sorted(group.members))
        of = {event_of[member.article] for member in members}
        event = of.pop() if len(of) == 1 else None
        differing = differences(members, {article.id: article for article in articles})
        found.append(
            Alignment(
                id=f"a{number}",
                event=event,
                scope="event" if event else "background",
                relation=relation(differing),
                confidence=_confidence(group, scores),
                members=members,
                differences=differing,
                origins=len({member.article for member in members}),
                confirmed=group.closed,
            )
        )
    return tuple(found)


def _confidence(group: Group, scores: dict[Pair, float]) -> float:
    if group.ruled:
        return 1.0
    known = [scores[pair] for pair in combinations(sorted(group.members), 2) if pair in scores]
    return round(min(1.0, max(0.0, 0.5 + sum(known) / len(known))), 3)


def _tell(progress: Report | None, step: str, done: int) -> None:
    if progress is not None:
        progress(Progress(step, done, 4))
