"""Fits what tells one event from another: the weights in reader/compare/likeness.py, the limits in events.py.

    python -m reader.evaluate.preparation.event_weights EVENTS.jsonl

The file holds one article a line with its event (see reader/evaluate/events.py). Weights are fitted by logistic
regression on pairs of articles, as they look among all articles, in small collections of two or three events that
resemble each other, with and without dates, and among all articles of one event and of two; a pair of a large event
counts less. Everything is cross-validated over events. Needs numpy, which the program does not.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from reader.evaluate import rows
from reader.evaluate.events import b_cubed, labelled
from reader.model import Article

# Their weights and limits are tried out in place. `reader.compare.events` is a function to the import statement.
EVENTS: Any = import_module("reader.compare.events")
LIKENESS: Any = import_module("reader.compare.likeness")
FOLDS = 6
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles that are compared in one call."""

    kind: str
    events: tuple[str, ...]
    days: tuple[int | None, ...]
    measured: Mapping[Pair, Mapping[str, float]]


def collection(kind: str, articles: Sequence[Article], events: Sequence[str]) -> Collection:
    """The articles with all that is measured of their pairs."""
    days = tuple(LIKENESS.day(article) for article in articles)
    return Collection(kind, tuple(events), days, LIKENESS.measured(articles))


def small_collections(
    articles: Sequence[Article], events: Sequence[str], seed: int, undated: float
) -> list[Collection]:
    """For each event: some of its articles alone, with some of one look-alike event, and of two."""
    chance = random.Random(seed)
    members = defaultdict(list)
    for number, event in enumerate(events):
        members[event].append(number)
    near = _look_alikes(articles, events)
    made = []
    for event in sorted(members):
        for _round in range(3):
            one, two = chance.sample(near[event], 2)
            sizes = {"one": (chance.choice((2, 3, 5)),), "two": (chance.choice((1, 2, 3)), chance.choice((1, 2, 3)))}
            sizes["three"] = (chance.choice((2, 3)), chance.choice((1, 2)), 1)
            for kind, counts in sizes.items():
                chosen = [
                    number
                    for name, count in zip((event, one, two), counts, strict=False)
                    for number in chance.sample(members[name], min(count, len(members[name])))
                ]
                given = [
                    replace(articles[number], published=None) if chance.random() < undated else articles[number]
                    for number in chosen
                ]
                if len(chosen) > 1:
                    made.append(collection(kind, given, [events[number] for number in chosen]))
    return made


def whole_collections(articles: Sequence[Article], events: Sequence[str]) -> list[Collection]:
    """For each event all of its articles alone, and beside all of the event that is most like it."""
    near = _look_alikes(articles, events)
    made = []
    for event in sorted(near):
        for kind, names in (("alone", {event}), ("rivals", {event, near[event][0]})):
            chosen = [number for number, name in enumerate(events) if name in names]
            chosen.sort(key=lambda number: (events[number] != event, number))
            if len(chosen) > 1:
                made.append(
                    collection(kind, [articles[number] for number in chosen], [events[number] for number in chosen])
                )
    return made


def _look_alikes(articles: Sequence[Article], events: Sequence[str]) -> dict[str, list[str]]:
    """For each event the three others whose articles share most words with its own."""
    shared: dict[tuple[str, str], float] = defaultdict(float)
    for (left, right), measures in LIKENESS.measured(articles).items():
        one, other = events[left], events[right]
        if one != other:
            shared[one, other] += measures["whole"]
            shared[other, one] += measures["whole"]
    names = sorted(set(events))
    size = {name: events.count(name) for name in names}
    return {
        name: sorted((other for other in names if other != name), key=lambda other: -shared[name, other] / size[other])[
            :3
        ]
        for name in names
    }


def fit(collections: Sequence[Collection], held: frozenset[str]) -> dict[str, float]:
    """Weights from the pairs of events that are not held out, by Newton's method with a little shrinkage.

    What the days between two articles are worth is given, and the weights are those of the words beside it.
    """
    features, days, same, counts = [], [], [], []
    for given in collections:
        sizes = {event: given.events.count(event) for event in given.events}
        for (left, right), measures in given.measured.items():
            if held & {given.events[left], given.events[right]}:
                continue
            features.append([*measures.values()])
            days.append(LIKENESS.days_apart(given.days[left], given.days[right]))
            alike = given.events[left] == given.events[right]
            same.append(alike)
            counts.append(1 / (sizes[given.events[left]] - 1) if alike and given.kind == "all" else 1.0)
    x, y, w, offset = np.array(features), np.array(same, float), np.array(counts), np.array(days)
    beta = np.zeros(x.shape[1])
    shrink = np.eye(x.shape[1]) * 0.05
    for _step in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ beta + offset, -30, 30)))
        step = np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + shrink, x.T @ (w * (y - p)) - shrink @ beta)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return dict(zip(LIKENESS.WEIGHTS, beta.tolist(), strict=True))


def use(weights: Mapping[str, float]) -> None:
    """Let the program run on these weights."""
    LIKENESS.WEIGHTS = dict(weights)


def parts(given: Collection) -> dict[str, str]:
    """The cluster of each article."""
    pairs = {pair: LIKENESS.weighed(measures) for pair, measures in given.measured.items()}
    clusters = EVENTS.clusters(pairs, given.days)
    return {str(number): str(name) for name, members in enumerate(clusters) for number in members}


def main() -> None:
    """Fit, cross-validate, and print."""
    read = rows.read(Path(sys.argv[1]), labelled)
    articles, events = [article for article, _ in read], [event for _, event in read]
    everything = collection("all", articles, events)
    some = [
        *small_collections(articles, events, 3, undated=0.0),
        *small_collections(articles, events, 4, undated=0.6),
        *whole_collections(articles, events),
    ]
    names = sorted(set(events))
    random.Random(1).shuffle(names)
    folds = [frozenset(names[number::FOLDS]) for number in range(FOLDS)]
    fitted = [fit([everything, *some], held) for held in folds]
    print("weights", {kind: round(value, 3) for kind, value in fit([everything, *some], frozenset()).items()})
    for limits in product((-2.0, -1.7, -1.4), (0.3, 0.35, 0.4), (0.0, 0.5, 1.0)):
        EVENTS.ENOUGH, EVENTS.LIKE_THE_REST, EVENTS.ENOUGH_FOR_STRANGERS = limits
        figures = _cross_validated(everything, some, folds, fitted)
        few = sum(figures[kind] for kind in ("one", "two", "three")) / 3
        mean = (figures["all"] + figures["alone"] + figures["rivals"] + few) / 4
        print(*limits, f"{mean:.4f}", {kind: round(value, 3) for kind, value in figures.items()})


def _cross_validated(
    everything: Collection,
    some: Sequence[Collection],
    folds: Sequence[frozenset[str]],
    fitted: Sequence[Mapping[str, float]],
) -> dict[str, float]:
    """B-cubed F1 among all articles, and its mean over the other collections, each by weights that never saw them."""
    together = []
    scores = defaultdict(list)
    for held, weights in zip(folds, fitted, strict=True):
        use(weights)
        got = parts(everything)
        wanted = _numbered(everything.events)
        together += [_cubed(number, got, wanted) for number in wanted if wanted[number] in held]
        for given in some:
            if given.events[0] in held:
                precision, recall = b_cubed(parts(given), _numbered(given.events))
                scores[given.kind].append(2 * precision * recall / (precision + recall))
    precision, recall = np.mean(together, axis=0)
    return {
        "all": 2 * precision * recall / (precision + recall),
        **{kind: float(np.mean(v)) for kind, v in scores.items()},
    }


def _numbered(events: Sequence[str]) -> dict[str, str]:
    return {str(number): event for number, event in enumerate(events)}


def _cubed(number: str, got: Mapping[str, str], wanted: Mapping[str, str]) -> tuple[float, float]:
    mine = {other for other in got if got[other] == got[number]}
    true = {other for other in wanted if wanted[other] == wanted[number]}
    return len(mine & true) / len(mine), len(mine & true) / len(true)


if __name__ == "__main__":
    main()
