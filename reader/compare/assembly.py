"""Groups of passages made into the alignments that the front ends show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.compare.differences import differences, once, relation
from reader.compare.evidence import Lexicon
from reader.compare.grouping import Group
from reader.compare.origins import Sources
from reader.compare.reasons import reasons
from reader.compare.weighing import Models, probability
from reader.model import Alignment, Article, Event, Span

STEP = 20
"""Alignments between two reports of progress."""
MANY = 12
"""Members of an alignment from which copies are compared once."""


def alignments(
    groups: Sequence[Group],
    articles: Sequence[Article],
    events: Sequence[Event],
    sources: Sources,
    lexicon: Lexicon,
    models: Models,
    tell: Callable[[str, int, int], None],
) -> tuple[Alignment, ...]:
    """The groups in reading order, each with what differs in it, who stands behind it and why it was put together.

    `tell` is told of the step and of how many groups are done.
    """
    event_of = {id: event.id for event in events for id in event.articles}
    by_id = {article.id: article for article in articles}
    ordered = sorted(groups, key=lambda group: _place(group, articles))
    told = [tuple(member.span(articles) for member in sorted(group.members)) for group in ordered]
    sure = [_confidence(group, models) for group in ordered]
    ledgers = []
    for number, (members, confidence) in enumerate(zip(told, sure, strict=True)):
        if number % STEP == 0:
            tell("finding differences", number, len(told))
        ledgers.append((members, differences(_compared(members), by_id, confidence)))
    found = []
    parts = zip(ordered, told, sure, once(ledgers), strict=True)
    for number, (group, members, confidence, differing) in enumerate(parts, start=1):
        of = {event_of[member.article] for member in members}
        event = of.pop() if len(of) == 1 else None
        found.append(
            Alignment(
                id=f"a{number}",
                event=event,
                scope="event" if event else "background",
                relation=relation(differing),
                confidence=confidence,
                members=members,
                differences=differing,
                origins=sources.behind(members),
                evidence=reasons(group, articles, lexicon),
                confirmed=group.confirmed,
            )
        )
    return tuple(found)


def _compared(members: Sequence[Span]) -> Sequence[Span]:
    """The members between which differences are looked for, pair by pair: of many, one of each wording."""
    return members if len(members) <= MANY else tuple({member.text: member for member in reversed(members)}.values())


def _place(group: Group, articles: Sequence[Article]) -> tuple[float, list[tuple[int, int, int]]]:
    """Reading order: how early, on the whole, the articles tell it."""
    members = sorted(group.members)
    firsts = {member.article: member for member in reversed(members)}
    depths = [member.start / max(1, len(articles[article].text)) for article, member in sorted(firsts.items())]
    return sum(depths) / len(depths), [(member.article, member.start, member.end) for member in members]


def _confidence(group: Group, models: Models) -> float:
    if group.ruled:
        return 1.0
    strength = sum(group.scores) / len(group.scores)
    return round(probability(models.confidence.score((strength, float(len(group.members) - 2)))), 3)
