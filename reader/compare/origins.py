"""Which articles share a source: one agency's copy, or one statement that several print."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reader.intake.agencies import agency
from reader.language.overlap import touching
from reader.language.sentences import sentences
from reader.language.speech import quotations
from reader.language.words import Word, words
from reader.model import Article, Event, Origin, Span

RUN = 12
"""Words in a row that two articles do not come upon independently."""
COPY = 0.5
"""Share of the shorter article that stands word for word in the other, from which both print one text."""
STATEMENT = 16
"""Words in a row that make a shared statement; titles of office and set phrases are shorter."""
SAID = 8
"""The same where passages that were aligned quote somebody: of what is no quotation, nine words in a row may be a set
phrase or a name ("not guilty by reason of mental disease or defect", "Proceedings of the National Academy of
Sciences")."""
LABEL = 80
"""Characters of a label at most."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that stand in a row in two articles, as positions of words."""

    first: int
    """The article that is first in the index, by position."""
    other: int
    start: int
    """Where it begins in the first article."""
    other_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Sources:
    """What several articles share, as far as their words and credits show it."""

    origins: tuple[Origin, ...]
    """All of them, the largest first: agencies and texts, and single statements."""
    copies: tuple[frozenset[str], ...]
    """Ids of articles that print one text throughout."""
    quoted: Mapping[str, Sequence[tuple[int, int]]] = field(default_factory=dict)
    """For each article's id, where it quotes somebody."""

    def behind(self, members: Sequence[Span]) -> int:
        """How many independent sources stand behind passages that report one fact.

        Articles with one text count once, and so do passages that have the same words in a row: many, or those of a
        quotation.
        """
        ids = sorted({member.article for member in members})
        place = {id: number for number, id in enumerate(ids)}
        groups = _Union(len(ids))
        for copies in self.copies:
            together = sorted(place[id] for id in copies if id in place)
            for other in together[1:]:
                groups.join(together[0], other)
        holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
        said: set[tuple[str, ...]] = set()
        for member in members:
            told = words(member.text)
            stems = [word.stem for word in told]
            for length in (SAID, RUN):
                for start in range(len(stems) - length + 1):
                    run = tuple(stems[start : start + length])
                    holders[run].append(place[member.article])
                    first, last = member.start + told[start].start, member.start + told[start + length - 1].end
                    if length == RUN or self._quotes(member.article, first, last):
                        said.add(run)
        for run in said:
            for other in holders[run]:
                groups.join(holders[run][0], other)
        return len(groups.sets())

    def _quotes(self, article: str, start: int, end: int) -> bool:
        near = touching(self.quoted.get(article, ()), start, end)
        return any(opening <= start and end <= closing for opening, closing in near)


def sources(articles: Sequence[Article], events: Sequence[Event]) -> Sources:
    """What the articles of each event share; what articles of two events share is page furniture."""
    by_id = {article.id: article for article in articles}
    found: list[tuple[str, frozenset[str]]] = []
    copies: list[frozenset[str]] = []
    for event in events:
        if len(event.articles) > 1:
            told = [by_id[id] for id in event.articles]
            texts = [words(article.text) for article in told]
            runs = _runs(texts)
            groups = _copies(told, texts, runs)
            copies += [frozenset(told[number].id for number in group) for group in groups]
            named = [(_source(told, group, texts, runs), group) for group in groups]
            named += _statements(told, texts, runs, groups)
            found += [(label, frozenset(told[number].id for number in group)) for label, group in named]
    found.sort(key=lambda origin: (-len(origin[1]), min(origin[1]), origin[0]))
    return Sources(
        tuple(Origin(f"o{number}", label, tuple(sorted(ids))) for number, (label, ids) in enumerate(found, start=1)),
        tuple(copies),
        {article.id: quotations(article.text) for article in articles},
    )


def _runs(texts: Sequence[Sequence[Word]]) -> list[_Run]:
    """Maximal shared runs, by an index of word sequences; each article is held against the first that has a sequence.

    So the cost is linear in the words of all articles, even for hundreds of copies of one text.
    """
    index: dict[tuple[str, ...], tuple[int, int]] = {}
    found: list[_Run] = []
    for number, text in enumerate(texts):
        stems = [word.stem for word in text]
        going: _Run | None = None
        for start in range(len(stems) - RUN + 1):
            first, place = index.setdefault(tuple(stems[start : start + RUN]), (number, start))
            if first == number:
                going = None
                continue
            if going and going.first == first and going.start - going.other_start == place - start:
                going = found[-1] = _Run(first, number, going.start, going.other_start, start + RUN - going.other_start)
            else:
                going = _Run(first, number, place, start, RUN)
                found.append(going)
    return found


def _copies(articles: Sequence[Article], texts: Sequence[Sequence[Word]], runs: Sequence[_Run]) -> list[list[int]]:
    """Articles that print one text: so much of it is the same, or they credit one agency."""
    groups = _Union(len(articles))
    covered: dict[tuple[int, int], set[int]] = defaultdict(set)
    for run in runs:
        covered[run.first, run.other].update(range(run.other_start, run.other_start + run.length))
    for (first, other), places in covered.items():
        if len(places) >= COPY * min(len(texts[first]), len(texts[other])):
            groups.join(first, other)
    credited: dict[str, int] = {}
    for number, article in enumerate(articles):
        if sender := _agency(article):
            groups.join(credited.setdefault(sender, number), number)
    return [group for group in groups.sets() if len(group) > 1]


def _agency(article: Article) -> str | None:
    """The wire service that an article is from, credited or itself the outlet."""
    return article.agency or agency(article.outlet)


def _source(
    articles: Sequence[Article], group: Sequence[int], texts: Sequence[Sequence[Word]], runs: Sequence[_Run]
) -> str:
    """The agency that most of them credit, or the words with which the text that they share begins."""
    credited = Counter(filter(None, (_agency(articles[number]) for number in group)))
    if credited:
        return min(credited, key=lambda name: (-credited[name], name))
    shared = [run for run in runs if run.first in group and run.other in group]
    return _words(articles, texts, min(shared, key=lambda run: (run.first, run.start, -run.length)))


def _statements(
    articles: Sequence[Article],
    texts: Sequence[Sequence[Word]],
    runs: Sequence[_Run],
    copies: Sequence[Sequence[int]],
) -> list[tuple[str, list[int]]]:
    """For each set of articles that share a run without being copies, the longest one.

    What two articles of one outlet share is its page furniture.
    """
    copy_of = {number: place for place, group in enumerate(copies) for number in group}
    overlapping: dict[int, list[list[_Run]]] = defaultdict(list)
    for run in sorted(runs, key=lambda run: (run.first, run.start, run.other)):
        of_one = articles[run.first].outlet == articles[run.other].outlet
        copied = copy_of.get(run.first, -1) == copy_of.get(run.other, -2)
        if run.length < STATEMENT or of_one or copied:
            continue
        places = overlapping[run.first]
        if places and run.start < max(known.start + known.length for known in places[-1]):
            places[-1].append(run)
        else:
            places.append([run])
    longest: dict[tuple[int, ...], _Run] = {}
    for places in overlapping.values():
        for shared in places:
            group = tuple(sorted({run.first for run in shared} | {run.other for run in shared}))
            run = max(shared, key=lambda run: (run.length, -run.other))
            if group not in longest or run.length > longest[group].length:
                longest[group] = run
    return [(_words(articles, texts, run), list(group)) for group, run in sorted(longest.items())]


def _words(articles: Sequence[Article], texts: Sequence[Sequence[Word]], run: _Run) -> str:
    """The run from the beginning of its first sentence, as the first article has it, as far as there is room."""
    text, shared = articles[run.first].text, texts[run.first][run.start : run.start + run.length]
    first = shared[0].start
    begin = next((start for start, end in sentences(text) if start <= first < end), first)
    told = words(text, begin, shared[-1].end)
    end = max(word.end for word in told if word.end - told[0].start <= LABEL or word is told[0])
    return " ".join(text[told[0].start : end].split())


class _Union:
    """Disjoint sets of numbers."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, number: int) -> int:
        """The smallest number of the set."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make two sets one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low

    def sets(self) -> list[list[int]]:
        """All sets, by their smallest number."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            found[self.find(number)].append(number)
        return list(found.values())
