"""How likely it is that two articles report the same event, from their words and their days."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from reader.language.name_words import TITLES
from reader.language.places import DEMONYMS, MONTHS_AND_DAYS, PLACES, country
from reader.language.rarity import general
from reader.language.spelling import fold
from reader.language.words import words
from reader.model import Article

Pair = tuple[int, int]
"""Positions of two articles, the smaller first."""

LEDE = 120
"""Telling words of an article that say what happened; what follows is background."""
OPENING = 150
"""Characters that stand in for a headline where there is none."""
BACKGROUND = 6.0
"""Articles that general English counts for when words are weighed. Few, so that what all articles of a topic share
("Japan", "minister" among five articles on Japan) weighs little, and enough to tell rare words in two articles."""
FEW, SHARE = 5, 0.1
"""A word counts as standing in so many articles, and this share of all, at most: among twenty articles on one event the
words that all of them have still tell that they belong together (B-cubed F1 of an event's articles alone .93, else .87,
and of two events that look alike .94, else .85)."""
RARE = 14
"""How many of an article's heaviest words are looked up to find articles that it may share an event with."""

RECURS = 2
"""Mentions that make a name one of the story's actors."""
CAST = 1
"""Actors that both articles need before it counts that neither names those of the other."""

WEIGHTS = {"whole": 6.862, "lede": 5.976, "title": 6.382, "told": 10.701, "strangers": -1.484, "base": -1.891}
"""Log-odds, fitted by `reader.evaluate.preparation.event_weights` (cross-validated over 69 events: B-cubed F1 .957, .97
where two or three events that look alike lie side by side): of the cosine of two whole articles, of their ledes, of
their headlines and of each one's headline with the other's lede, of sharing no actor, and of nothing at all."""
APART = -0.65
"""The same for the logarithm of one day more than lies between two articles. Chosen, not fitted: in the articles fitted
on many a day is that of a later copy, and a fit of it (-.54) takes two meetings two months apart for one."""
STRANGERS = -4.0
"""Log-odds of articles that share no heavy word."""
LIMIT = 8.0
"""Log-odds beyond which nothing is surer."""


@dataclass(frozen=True, slots=True)
class _Profile:
    """What stands for an article: its words, by how often they stand there, and its actors."""

    whole: Mapping[str, int]
    lede: Mapping[str, int]
    title: Mapping[str, int]
    actors: frozenset[str]
    """Names that recur, of people and organisations as far as capitals tell."""
    named: frozenset[str]
    """All capitalised words."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What the words of two articles say."""

    odds: float
    """Log-odds that they report the same event."""
    strangers: bool
    """They have no actor in common."""


def likeness(articles: Sequence[Article]) -> dict[Pair, Likeness]:
    """How alike articles are by their words alone; pairs that share nothing telling are left out."""
    return {pair: weighed(measures) for pair, measures in measured(articles).items()}


def weighed(measures: Mapping[str, float]) -> Likeness:
    """What is measured of a pair, by the weights."""
    odds = math.fsum(WEIGHTS[kind] * value for kind, value in measures.items())
    return Likeness(max(-LIMIT, min(LIMIT, odds)), measures["strangers"] > 0)


def measured(articles: Sequence[Article]) -> dict[Pair, dict[str, float]]:
    """What is measured of each pair of articles that share a heavy word, by the names in `WEIGHTS`.

    Words are weighed by how few articles have them, general English counting as a few articles more. Only pairs that
    share one of their heaviest words are looked at, so that articles of unrelated events cost next to nothing.
    """
    profiles = [_profile(article) for article in articles]
    weights = _weights(profiles)
    whole = [_vector(profile.whole, weights) for profile in profiles]
    lede = [_vector(profile.lede, weights) for profile in profiles]
    title = [_vector(profile.title, weights) for profile in profiles]
    return {
        (left, right): {
            "whole": _product(whole[left], whole[right]),
            "lede": _product(lede[left], lede[right]),
            "title": _product(title[left], title[right]),
            "told": (_product(title[left], lede[right]) + _product(lede[left], title[right])) / 2,
            "strangers": float(_strangers(profiles[left], profiles[right])),
            "base": 1.0,
        }
        for left, right in _candidates(whole, lede, title)
    }


def day(article: Article) -> int | None:
    """The day of publication, counted; None where it is not known."""
    try:
        return date.fromisoformat((article.published or "")[:10]).toordinal()
    except ValueError:
        return None


def days_apart(left: float | None, right: float | None) -> float:
    """Log-odds that days between two articles, or two groups of them, are worth."""
    if left is None or right is None:
        return 0.0
    return APART * math.log1p(abs(left - right))


def _profile(article: Article) -> _Profile:
    headline = article.headline
    title = article.title or article.text.strip().split("\n", 1)[0][:OPENING]
    body = article.text if article.text.startswith(title) else f"{title}\n{article.text}"
    stems = [word.stem for word in words(_spelt_out(body), language=article.language) if not word.common]
    return _Profile(
        Counter(stems),
        Counter(stems[:LEDE]),
        Counter(word.stem for word in words(_spelt_out(title), language=article.language) if not word.common),
        *_actors(article.text[headline[1] :] if headline else article.text),
    )


_ABBREVIATED = re.compile(r"\b(?:[A-Z]{2,4}\b|(?:[A-Z]\.){2,4})")


def _spelt_out(text: str) -> str:
    """The text with countries by their names: one outlet's "DPRK" is another's "North Korea"."""
    return _ABBREVIATED.sub(lambda match: country(fold(match[0])) or match[0], text)


_CAPITALISED = re.compile(r"(?<![\w'’-])([A-ZÀ-Þ][\w]*[a-zß-ÿ]\w*)")
_INSIDE = re.compile(r"[a-z0-9,;] [A-ZÀ-Þ]")
_LOWER = re.compile(r"(?<![\w'’])[a-zß-ÿ]+")
_NO_ACTORS = TITLES | {word for name in (*PLACES, *DEMONYMS, *MONTHS_AND_DAYS) for word in name.split()}


def _actors(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Names that recur in a text, and all that stand in it; a word that is also printed small is none."""
    small = set(_LOWER.findall(text))
    counts: Counter[str] = Counter()
    inside = set()
    for match in _CAPITALISED.finditer(text):
        name = match[1].lower()
        counts[name] += 1
        if _INSIDE.match(text, match.start() - 2):
            inside.add(name)
    actors = {
        name
        for name, number in counts.items()
        if number >= RECURS and len(name) > 2 and name in inside and name not in small and name not in _NO_ACTORS
    }
    return frozenset(actors), frozenset(counts)


def _strangers(left: _Profile, right: _Profile) -> bool:
    """Whether nobody who acts in one article is so much as named in the other, and both have somebody who acts."""
    if min(len(left.actors), len(right.actors)) < CAST:
        return False
    return not (left.actors & right.named or right.actors & left.named)


def _weights(profiles: Sequence[_Profile]) -> dict[str, float]:
    """What a word is worth: the surprise of meeting it in an article."""
    articles = Counter(stem for profile in profiles for stem in profile.whole)
    total = len(profiles) + BACKGROUND
    most = FEW + SHARE * len(profiles)
    return {
        stem: -math.log((min(number, most) + BACKGROUND * _share(stem)) / total) for stem, number in articles.items()
    }


_ARTICLE_WORDS = 400
_BITS = 19.0


def _share(stem: str) -> float:
    """The share of English articles that have a word."""
    return -math.expm1(-_ARTICLE_WORDS * 2 ** (-_BITS * general(stem)))


def _vector(counts: Mapping[str, int], weights: Mapping[str, float]) -> dict[str, float]:
    vector = {stem: (1 + math.log(number)) * weights[stem] for stem, number in counts.items() if weights.get(stem)}
    length = math.sqrt(math.fsum(value * value for value in vector.values()))
    return {stem: value / length for stem, value in vector.items()} if length else {}


def _product(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    if len(left) > len(right):
        left, right = right, left
    return math.fsum(value * right[stem] for stem, value in left.items() if stem in right)


def _candidates(*kinds: Sequence[Mapping[str, float]]) -> list[Pair]:
    """Pairs that share one of their heaviest words, found by an index from words to articles."""
    holders: dict[str, set[int]] = defaultdict(set)
    for vectors in kinds:
        for number, vector in enumerate(vectors):
            for stem in _heaviest(vector):
                holders[stem].add(number)
    pairs: set[Pair] = set()
    for numbers in holders.values():
        pairs.update(combinations(sorted(numbers), 2))
    return sorted(pairs)


def _heaviest(vector: Mapping[str, float]) -> Iterable[str]:
    return sorted(vector, key=lambda stem: (-vector[stem], stem))[:RARE]
