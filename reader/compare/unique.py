"""What one article has and no other that it is held against."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reader.compare.evidence import Lexicon
from reader.compare.own import Own, held_against
from reader.compare.passages import Passage, Sentence
from reader.language.clauses import phrases
from reader.language.overlap import touching
from reader.model import Alignment, Article, Event, UniqueDetail

CONTENT = 2
"""Words that carry news, at least, before a statement is a detail and not a scrap."""
NAMELESS = 3
"""The same for a phrase without a name or a figure: "in recent years" is a scrap too."""
OWN = 2
"""Those of them, at least, that no other article has, before a part of a sentence is one."""
SHARE = 0.5
"""Share of the words of a phrase that must be its article's own before the phrase is."""

LOOSE = ("wording", "attribution")
"""Kinds of difference that leave open whether a phrase has an answer: other words may be about something else."""

_CLOSING = '.!?,;:”"’)'
"""How a statement ends; what ends otherwise may end in words that belong to what follows."""
_OPEN = re.compile(
    r"(?<![\w'’-])(?:an?|the|of|to|in|on|at|for|from|with|by|into|over|about|as|than|that|and|or|but|nor|so|if|when|while"
    r"|where|because|who|which|whose|his|its|their|our|my|your|is|are|was|were|be|been|being|has|had|have|will|would|can"
    r"|could|may|might|must|should|not|very|more|most|less)\s*$",
    re.IGNORECASE,
)
"""How nothing ends."""
_BOUND = re.compile(r"\s*(?:(?:of|to|than|that|as)\b|[\"“])", re.IGNORECASE)
"""What completes the words before it: without "of export restrictions", "since Japan's toughening" says nothing."""
_TAIL = re.compile(r"(?:of|than)\b|to\s+(?:[$£€\d]|[A-Z]|(?:the|an?|his|her|its|their|\w+ing)\b)")
"""How a phrase begins that completes another."""
_ADDED = re.compile(r"\s*(?:in|on|at|for|from|with|by|into|over|about|and|or)\b", re.IGNORECASE)
"""What may: "about 50 feet" of what is "from the road"."""
_JOINING = re.compile(r"(?:and|or|but|nor|so)\s+", re.IGNORECASE)
"""How a phrase begins that goes on from another."""


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
    other words, is neither aligned nor unique. An article is held against the others of its event; one that reports its
    event alone, against those with which it shares background, and one without any has no unique details.
    """
    unsure: dict[int, list[Passage]] = defaultdict(list)
    for passage in doubtful:
        unsure[passage.article].append(passage)
    alignments = list(alignments)
    index = {article.id: number for number, article in enumerate(articles)}
    sentences = list(sentences)
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for sentence in sentences:
        spans[sentence.passage.article].append((sentence.passage.start, sentence.passage.end))
    aligned: dict[tuple[int, int], list[tuple[Passage, str]]] = defaultdict(list)
    answered: dict[int, list[Passage]] = defaultdict(list)
    for alignment in alignments:
        for member in alignment.members:
            passage = Passage(index[member.article], member.start, member.end)
            for start, _ in touching(spans[passage.article], member.start, member.end):
                aligned[passage.article, start].append((passage, alignment.id))
        for value in (value for each in alignment.differences if each.kind not in LOOSE for value in each.values):
            answered[index[value.article]].append(Passage(index[value.article], value.start, value.end))
    own = Own(articles, sentences, held_against(articles, events, alignments), lexicon)
    found: list[UniqueDetail] = []
    for sentence in sentences:
        number = sentence.passage.article
        if number not in own.against:
            continue
        text = articles[number].text
        beside = aligned.get((number, sentence.passage.start), ())
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


def _loose(
    sentence: Sentence,
    beside: Sequence[tuple[Passage, str]],
    unsure: Sequence[Passage],
    own: Own,
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
            found = Passage(run[0].article, run[0].start, run[-1].end)
            whole = found == sentence.passage
            if len(own.telling(found)) >= CONTENT and (
                whole or (own.counted(found) >= OWN and not _incomplete(article.text, found))
            ):
                yield found
        run = []


def _within(
    beside: Sequence[tuple[Passage, str]], answered: Sequence[Passage], own: Own, article: Article
) -> Iterator[tuple[Passage, str]]:
    """Phrases of aligned passages, mostly of words that no other article has, and never a whole passage.

    What is `answered` stands against other words of another article, as a difference tells, and what another alignment
    has too is told by its members.
    """
    taken = list(answered)
    for passage, alignment in beside:
        others = [other for other, id in beside if id != alignment]
        for phrase in _phrases(passage, own, article):
            if (
                not any(phrase.covers(other) == 1 for other, _ in beside)
                and not any(phrase.overlaps(other) for other in (*taken, *others))
                and own.counted(phrase, near=True) >= OWN
            ):
                taken.append(phrase)
                yield phrase, alignment


def _phrases(passage: Passage, own: Own, article: Article) -> Iterator[Passage]:
    """The stretches of a passage that are mostly its article's own, each with what completes it."""
    text = article.text
    parts = [Passage(passage.article, *part) for part in phrases(text, passage.start, passage.end)]
    following = 0
    for first in range(len(parts)):
        last = None if first < following else _last(parts, first, own, text)
        if last is None:
            continue
        following = last + 1
        while first and _TAIL.match(text, parts[first].start) and not _ends(text, parts[first - 1]):
            first -= 1
        found = _parted(Passage(passage.article, parts[first].start, parts[last].end), text)
        # What the first words complete may lie before the passage.
        if not _TAIL.match(text, found.start) and own.share(found) >= SHARE and _says_something(found, own, article):
            yield found


def _last(parts: Sequence[Passage], first: int, own: Own, text: str) -> int | None:
    """The last part of the stretch that begins with the first and is complete; None where none is."""
    if own.share(parts[first]) < SHARE:
        return None
    attached = first > 0 and not _ends(text, parts[first - 1])
    complete = None
    for last, part in enumerate(parts[first:], first):
        whole = Passage(part.article, parts[first].start, part.end)
        ends, incomplete = _ends(text, part), _incomplete(text, part)
        if not incomplete and own.share(whole) >= SHARE:
            complete = last
        if last + 1 == len(parts) or (attached and ends):
            break
        longer = Passage(part.article, whole.start, parts[last + 1].end)
        added = not ends and _ADDED.match(text, part.end) and own.share(longer) >= SHARE
        if not (incomplete or added or own.share(parts[last + 1]) >= SHARE):
            break
    return complete


def _says_something(phrase: Passage, own: Own, article: Article) -> bool:
    """Whether a phrase is no scrap, and no half of what is enclosed."""
    told = article.text[phrase.start : phrase.end]
    if told.count('"') % 2 or any(told.count(opening) != told.count(closing) for opening, closing in ("“”", "()")):
        return False
    named = any(character.isupper() or character.isdigit() for character in told[1:])
    return len(own.telling(phrase)) >= (CONTENT if named else NAMELESS)


def _ends(text: str, passage: Passage) -> bool:
    return text[passage.end - 1] in _CLOSING


def _incomplete(text: str, passage: Passage) -> bool:
    """Whether what follows belongs to the words before it."""
    return not _ends(text, passage) and bool(
        _BOUND.match(text, passage.end) or _OPEN.search(text, passage.start, passage.end)
    )


def _parted(passage: Passage, text: str) -> Passage:
    """A phrase without the signs and small words that join it to those around it."""
    joining = _JOINING.match(text, passage.start, passage.end)
    start, end = joining.end() if joining else passage.start, passage.end
    while text[end - 1] in ",;:":
        end -= 1
    return Passage(passage.article, start, end)
