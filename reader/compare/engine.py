"""From articles to the passages that report the same fact: every step of a comparison, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from reader.compare import translation
from reader.compare.alignment import Aligner, Edge
from reader.compare.assembly import alignments
from reader.compare.copies import collapsed, spread
from reader.compare.corrections import Rulings
from reader.compare.events import events
from reader.compare.grouping import groups
from reader.compare.meaning import Meaning
from reader.compare.origins import sources
from reader.compare.passages import read
from reader.compare.reach import Reach
from reader.compare.unique import unique_details
from reader.compare.weighing import Models, models
from reader.model import Article, Comparison, Correction, Progress, Report

__all__ = ["compare"]

ENOUGH = -0.5
"""Score from which a pair is aligned."""
AGREEING = -2.5
"""Score that a passage must have with every member of an alignment that it joins: that of two which have something in
common. With -1.3 fewer facts are brought together whole, and no more of the pairs are right."""
DOUBTFUL = -0.5
"""Score of a pair from which its passages are not called unique, even where the pair joins no alignment."""
STEP = 200
"""Pairs of sentences that are weighed between two reports of progress."""


def compare(
    articles: Sequence[Article],
    progress: Report | None = None,
    corrections: Sequence[Correction] = (),
    *,
    semantic: bool = False,
    weighed: Models | None = None,
) -> Comparison:
    """What the articles share and where they differ.

    The same articles give the same comparison whatever their order, but for `Comparison.articles`. `progress` is told
    of each step and may raise `Cancelled`; `corrections` outrank what the evidence says. `semantic` asks for vectors of
    meaning beside the words. `weighed` are other models than those that are shipped, for training.

    Raises MissingExtra when vectors are asked for and not installed, ValueError when two articles have one id.
    """
    if len({article.id for article in articles}) < len(articles):
        raise ValueError("two articles have one id; each needs its own, by which its passages are known")

    def tell(step: str, done: int, total: int) -> None:
        if progress is not None:
            progress(Progress(step, done, total))

    given = tuple(articles)
    articles = sorted(given, key=lambda article: article.id)
    everything = read(articles, lambda number: tell("reading passages", number, len(articles)))
    sentences, copies = collapsed(everything, articles)
    translated = translation.edges(sentences, articles, ENOUGH, tell)
    tell("telling events apart", 0, 1)
    found_events = translation.merged(events(articles), translated, articles)
    tell("finding shared sources", 0, 1)
    shared = sources(articles, found_events)
    event_of = {id: number for number, event in enumerate(found_events) for id in event.articles}
    tell("weighing words", 0, 1)
    aligner = Aligner(
        sentences,
        [event_of[article.id] for article in articles],
        weighed or models("meaning" if semantic else "words"),
        Meaning(sentences, articles) if semantic else None,
    )
    edges: list[Edge] = list(translated)
    for number, matched in enumerate(aligner.promising()):
        if number % STEP == 0:
            tell("aligning passages", matched.pair[0], len(sentences))
        edges += aligner.edges(matched, AGREEING)
    rulings = Rulings(corrections, articles)
    gathered = groups(
        edges,
        enough=ENOUGH,
        agreeing=AGREEING,
        ruled=rulings.together,
        parted=rulings.parted,
    )
    reach = Reach(edges, sentences, articles, aligner.likely, rulings.parted)
    gathered = reach.settled(gathered)
    lexicon, weighing = aligner.lexicon, aligner.models
    del aligner, reach  # With every stretch that it laid beside another, and the vectors of every word.
    told = alignments(spread(gathered, sentences, copies), articles, found_events, shared, lexicon, weighing, tell)
    tell("finding unique details", 0, 1)
    doubtful = [side for edge in edges if edge.score >= DOUBTFUL for side in (edge.left, edge.right)]
    unique = unique_details(articles, found_events, everything, told, doubtful, lexicon)
    passages = tuple(sentence.passage.span(articles) for sentence in everything)
    tell("done", 1, 1)
    return Comparison(given, found_events, told, unique, shared.origins, passages, tuple(corrections))
