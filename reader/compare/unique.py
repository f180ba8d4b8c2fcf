"""What one article has and no other article of its event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.compare.evidence import Lexicon
from reader.compare.passages import Passage, Sentence
from reader.language.clauses import phrases
from reader.language.words import Word, words
from reader.model import Alignment, Article, Event, UniqueDetail

CONTENT = 2
"""Words that carry news, at least, before a statement is a detail and not a scrap …"""
OWN = 2
"""… and those of them that no other article of the event has, before a part of a sentence is one."""
SHARE = 0.5
"""Share of the words of a phrase that must be its article's own before the phrase is."""

_CLOSING = '.!?,;:”"’)'
"""How a statement ends; what ends otherwise may end in words that belong to what follows."""

LOOSE = ("wording", "attribution")
"""Kinds of difference that leave open whether a phrase has an answer: other words may be about something else."""

Aligned = Mapping[int, Sequence[tuple[Passage, str]]]
"""For each article its aligned passages, each with its alignment's id."""


def unique_details(
    articles: Sequence[Article],
    events: Sequence[Event],
    sentences: Iterable[Sentence],
    alignments: Iterable[Alignment],
    doubtful: Iterable[Passage],
    lexicon: Lexicon,
) -> tuple[UniqueDetail, ...]:
    """Statements without an alignment, and phrases of aligned passages that tell what no other article has.

    Neighbouring statements of a sentence are one detail. What is `doubtful`, since another article may report it in
    other words, is neither aligned nor unique; and an article alone in its event has no unique details.
    """
    unsure: dict[int, list[Passage]] = defaultdict(list)
    for passage in doubtful:
        unsure[passage.article].append(passage)
    index = {article.id: number for number, article in enumerate(articles)}
    aligned: dict[int, list[tuple[Passage, str]]] = defaultdict(list)
    answered: dict[int, list[Passage]] = defaultdict(list)
    for alignment in alignments:
        for member in alignment.members:
            passage = Passage(index[member.article], member.start, member.end)
            aligned[passage.article].append((passage, alignment.id))
        for value in (value for each in alignment.differences if each.kind not in LOOSE for value in each.values):
            answered[index[value.article]].append(Passage(index[value.article], value.start, value.end))
    sentences = list(sentences)
    own = _Own(sentences, [[index[id] for id in event.articles] for event in events], lexicon)
    found: list[UniqueDetail] = []
    for sentence in sentences:
        number = sentence.passage.article
        if number not in own.accompanied:
            continue
        text = articles[number].text
        beside = [(each, id) for each, id in aligned.get(number, ()) if each.overlaps(sentence.passage)]
        for detail, inside in sorted(
            [
                *((run, None) for run in _loose(sentence, beside, unsure[number], own, articles[number])),
                *_within(beside, answered[number], own, articles[number]),
            ],
            key=lambda pair: pair[0],
        ):
            words_of = text[detail.start : detail.end]
            found.append(UniqueDetail(articles[number].id, detail.start, detail.end, words_of, inside))
    return tuple(dict.fromkeys(found))


class _Own:
    """Which words an article alone has within its event."""

    def __init__(self, sentences: Iterable[Sentence], events: Iterable[Sequence[int]], lexicon: Lexicon) -> None:
        self.accompanied = {article: event for event in events if len(event) > 1 for article in event}
        self._near = lexicon.near
        self._stems: dict[int, set[str]] = defaultdict(set)
        for sentence in sentences:
            self._stems[sentence.passage.article] |= sentence.stems

    def has(self, article: int, stem: str, *, near: bool = False) -> bool:
        """Whether no other article of the event has the word, nor any, if so asked, that stands near it in meaning."""
        told = {stem, *(self._near.get(stem, ()) if near else ())}
        return all(told.isdisjoint(self._stems[other]) for other in self.accompanied[article] if other != article)


def _loose(
    sentence: Sentence,
    beside: Sequence[tuple[Passage, str]],
    unsure: Sequence[Passage],
    own: _Own,
    article: Article,
) -> Iterator[Passage]:
    """Runs of statements of a sentence that no alignment touches; a part of a sentence only where it tells its own."""
    run: list[Passage] = []
    taken = [*(passage for passage, _ in beside), *unsure]
    for clause in [*sentence.clauses, None]:
        if clause is not None and not any(passage.overlaps(clause) for passage in taken):
            run.append(clause)
            continue
        if run:
            whole = run[0].start == sentence.passage.start and run[-1].end == sentence.passage.end
            found = _trimmed(Passage(run[0].article, run[0].start, run[-1].end), article)
            if found is not None and (whole or _owned(found, own, article) >= OWN):
                yield found
        run = []


def _within(
    beside: Sequence[tuple[Passage, str]], answered: Sequence[Passage], own: _Own, article: Article
) -> Iterator[tuple[Passage, str]]:
    """Runs of phrases of aligned passages, mostly of words that no other article has, and never a whole passage.

    What is `answered` stands against other words of another article, as a difference tells.
    """
    taken = list(answered)
    for passage, alignment in beside:
        run: list[tuple[int, int]] = []
        for phrase in [*phrases(article.text, passage.start, passage.end), None]:
            if phrase is not None and _is_own(Passage(passage.article, *phrase), own, article):
                run.append(phrase)
                continue
            # "One of the lowest ebbs" is one phrase, and "of the lowest ebbs" none.
            if run and article.text.startswith("of ", run[0][0]):
                run.pop(0)
            if run:
                found = _trimmed(Passage(passage.article, run[0][0], run[-1][1]), article)
                if (
                    found is not None
                    and passage.covers(found) == 1
                    and not any(found.covers(other) == 1 for other, _ in beside)
                    and not any(found.overlaps(other) for other in taken)
                    and _owned(found, own, article, near=True) >= OWN
                ):
                    taken.append(found)
                    yield found, alignment
            run = []


def _telling(passage: Passage, article: Article) -> list[Word]:
    return [word for word in words(article.text, passage.start, passage.end, article.language) if not word.common]


def _owned(passage: Passage, own: _Own, article: Article, *, near: bool = False) -> int:
    """How many words that carry news its article alone has."""
    return len({word.stem for word in _telling(passage, article) if own.has(passage.article, word.stem, near=near)})


def _is_own(passage: Passage, own: _Own, article: Article) -> bool:
    stems = {word.stem for word in _telling(passage, article)}
    return bool(stems) and sum(own.has(passage.article, stem, near=True) for stem in stems) >= SHARE * len(stems)


def _trimmed(passage: Passage, article: Article) -> Passage | None:
    """A detail without the small words at its end that belong to what follows; None where it is a scrap."""
    every = words(article.text, passage.start, passage.end, article.language)
    if len({word.stem for word in every if not word.common}) < CONTENT:
        return None
    last = max(word.end for word in every if not word.common)
    if article.text[passage.end - 1] in _CLOSING or last == every[-1].end:
        return passage
    return Passage(passage.article, passage.start, last)
