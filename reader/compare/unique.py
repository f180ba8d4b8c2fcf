"""What one article has and no other article of its event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.compare.evidence import Lexicon
from reader.compare.passages import Passage, Sentence, Wording
from reader.model import Alignment, Article, Event, UniqueDetail

CONTENT = 2
"""Words that carry news, at least, before a statement is a detail and not a scrap."""

Aligned = Sequence[tuple[Passage, Alignment]]
"""Aligned passages."""


def unique_details(
    articles: Sequence[Article],
    events: Sequence[Event],
    sentences: Iterable[Sentence],
    alignments: Iterable[Alignment],
    doubtful: Iterable[Passage],
    lexicon: Lexicon,
) -> tuple[UniqueDetail, ...]:
    """Statements without an alignment, and those inside an aligned passage to which no other member says anything.

    Neighbouring statements of a sentence are one detail. What is `doubtful`, since another article may report it in
    other words, is neither aligned nor unique; and an article alone in its event has no unique details.
    """
    accompanied = {id for event in events if len(event.articles) > 1 for id in event.articles}
    unsure: dict[int, list[Passage]] = defaultdict(list)
    for passage in doubtful:
        unsure[passage.article].append(passage)
    index = {article.id: number for number, article in enumerate(articles)}
    aligned: dict[int, list[tuple[Passage, Alignment]]] = defaultdict(list)
    for alignment in alignments:
        for member in alignment.members:
            passage = Passage(index[member.article], member.start, member.end)
            aligned[passage.article].append((passage, alignment))
    answers = _Answers(sentences := list(sentences), index, lexicon)
    found = []
    for sentence in sentences:
        article = articles[sentence.passage.article]
        if article.id in accompanied:
            here = [each for each in aligned[sentence.passage.article] if each[0].overlaps(sentence.passage)]
            for passage, alone in _details(sentence, here, unsure[sentence.passage.article], answers):
                span = passage.span(articles)
                found.append(UniqueDetail(span.article, span.start, span.end, span.text, alone))
    return tuple(found)


class _Answers:
    """Whether another member of an alignment says anything to a statement."""

    def __init__(self, sentences: Sequence[Sentence], index: Mapping[str, int], lexicon: Lexicon) -> None:
        self._index = index
        self._lexicon = lexicon
        self._clauses: dict[int, list[Wording]] = defaultdict(list)
        for sentence in sentences:
            self._clauses[sentence.passage.article] += sentence.clauses
        self._said: dict[Passage, list[Wording]] = {}

    def any(self, statement: Wording, alignment: Alignment) -> bool:
        """Whether a word of it stands, or one near to it, in a member that another article has."""
        for member in alignment.members:
            place = Passage(self._index[member.article], member.start, member.end)
            if place.article != statement.passage.article and any(
                self._lexicon.shared(statement, clause).weight > 0 for clause in self._clauses_in(place)
            ):
                return True
        return False

    def _clauses_in(self, place: Passage) -> Sequence[Wording]:
        known = self._said.get(place)
        if known is None:
            clauses = self._clauses[place.article]
            known = self._said[place] = [clause for clause in clauses if clause.passage.overlaps(place)]
        return known


def _details(
    sentence: Sentence, aligned: Aligned, unsure: Sequence[Passage], answers: _Answers
) -> Iterator[tuple[Passage, str | None]]:
    """The details of a sentence with these aligned passages, each with the alignment in whose member it lies."""
    run: list[Wording] = []
    inside: str | None = None

    def ended() -> Iterator[tuple[Passage, str | None]]:
        if len(frozenset().union(*(clause.stems for clause in run))) >= CONTENT:
            yield Passage(sentence.passage.article, run[0].passage.start, run[-1].passage.end), inside

    for clause in sentence.clauses:
        holding = [(p, a) for p, a in aligned if p.overlaps(clause.passage)]
        kind: str | None = None
        if holding:
            alone = [a for p, a in holding if p.covers(clause.passage) == 1 and not answers.any(clause, a)]
            unique = len(alone) == len(holding)
            kind = alone[0].id if unique else None
        else:
            unique = not any(passage.overlaps(clause.passage) for passage in unsure)
        if run and (not unique or kind != inside):
            yield from ended()
            run = []
        if unique:
            run.append(clause)
            inside = kind
    if run:
        yield from ended()
