"""How good and how fast the engine is, beside CollateX and difflib on the same stories, and how its cost grows.

    python -m tests.benchmarks.engine KEYS [--stories FOLDER] [--events FILE]

KEYS is a folder of answer keys, as `rashomon evaluate` takes it. Each of three aligners gets the same articles, and
what it puts together is held against the keys in the same way; its figures are printed as shares of the engine's.
CollateX (`pip install collatex==2.3 Levenshtein`; it is passed over where it is not installed) collates the words of
all articles of a story; difflib compares them two by two. Both find equal words only, so what they find is widened to
the sentences in which at least four such words in a row stand. A story that CollateX has not collated after a minute
counts as one in which it found nothing.

FOLDER holds stories and FILE one article a line with its event, both in the forms of `rashomon evaluate`: all their
articles are compared in one call, each in a process of its own, and CPU seconds and peak memory are printed.
"""

from __future__ import annotations

import argparse
import difflib
import importlib.util
import json
import multiprocessing
import multiprocessing.connection
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from reader.compare import compare
from reader.evaluate import keys, rows, stories
from reader.evaluate.case import Case
from reader.evaluate.events import labelled
from reader.evaluate.judgement import judge
from reader.evaluate.score import Score
from reader.language.sentences import sentences
from reader.language.words import Word, words
from reader.model import Alignment, Article, Span

PATIENCE = 60
"""Seconds that CollateX gets for a story."""
ROW = 4
"""Equal words in a row that are taken for more than chance."""

Aligner = Callable[[Sequence[Article]], Sequence[Alignment]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an aligner reached on all keys."""

    score: Score
    seconds: float
    """Of CPU, for an article."""
    given_up: int
    """Stories that took too long."""


def by_engine(articles: Sequence[Article]) -> Sequence[Alignment]:
    """What the program does."""
    return compare(articles).alignments


def by_difflib(articles: Sequence[Article]) -> Sequence[Alignment]:
    """Sentences around equal words, two articles at a time."""
    found = []
    for one, other in combinations(articles, 2):
        left, right = words(one.text), words(other.text)
        matcher = difflib.SequenceMatcher(None, [w.stem for w in left], [w.stem for w in right], autojunk=False)
        for at, there, length in matcher.get_matching_blocks():
            if length >= ROW:
                found.append(
                    _alignment([_around(one, left[at : at + length]), _around(other, right[there : there + length])])
                )
    return found


def by_collatex(articles: Sequence[Article]) -> Sequence[Alignment]:
    """Sentences around the segments of CollateX's table that stand in several articles."""
    from collatex import Collation, collate

    texts = [words(article.text) for article in articles]
    witnesses = [
        {"id": str(number), "tokens": [{"t": word.stem, "n": word.stem, "at": at} for at, word in enumerate(text)]}
        for number, text in enumerate(texts)
    ]
    collation = Collation.create_from_dict({"witnesses": witnesses})
    table = json.loads(collate(collation, output="json", segmentation=True))["table"]
    found = []
    for cells in zip(*table, strict=True):
        standing = [(number, [token["at"] for token in cell]) for number, cell in enumerate(cells) if cell]
        by_words: dict[tuple[str, ...], list[Span]] = {}
        for number, places in standing:
            stretch = [texts[number][at] for at in places]
            if len(stretch) >= ROW:
                by_words.setdefault(tuple(word.stem for word in stretch), []).append(_around(articles[number], stretch))
        found += [_alignment(members) for members in by_words.values() if len(members) > 1]
    return found


def _around(article: Article, stretch: Sequence[Word]) -> Span:
    """The sentences in which words stand."""
    touched = [
        (start, end) for start, end in sentences(article.text) if start < stretch[-1].end and stretch[0].start < end
    ]
    start, end = (touched[0][0], touched[-1][1]) if touched else (stretch[0].start, stretch[-1].end)
    return Span(article.id, start, end, article.text[start:end])


def _alignment(members: Sequence[Span]) -> Alignment:
    return Alignment("a", None, "event", "agreement", 1.0, tuple(members))


def outcome(aligner: Aligner, cases: Sequence[Case], patience: float | None = None) -> Outcome:
    """Run an aligner on all cases; with patience, each in a process that is ended when it takes longer."""
    score, seconds, given_up = Score(), 0.0, 0
    for case in cases:
        alignments, took = _run(aligner, case.articles, patience)
        given_up += alignments is None
        score += judge(alignments or (), case.key).score
        seconds += took
    return Outcome(score, seconds / sum(len(case.articles) for case in cases), given_up)


def _run(
    aligner: Aligner, articles: Sequence[Article], patience: float | None
) -> tuple[Sequence[Alignment] | None, float]:
    if patience is None:
        started = time.process_time()
        return aligner(articles), time.process_time() - started
    receiving, sending = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_send, args=(aligner, articles, sending))
    process.start()
    sending.close()
    try:
        return receiving.recv() if receiving.poll(patience) else (None, patience)
    finally:
        process.terminate()
        process.join()


def _send(aligner: Aligner, articles: Sequence[Article], sending: multiprocessing.connection.Connection) -> None:
    sending.send(_run(aligner, articles, None))


def growth(articles: Sequence[Article]) -> tuple[float, float, int]:
    """CPU seconds, peak megabytes and events of one comparison, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (articles,))


def _measured(articles: Sequence[Article]) -> tuple[float, float, int]:
    started = time.process_time()
    comparison = compare(articles)
    seconds = time.process_time() - started
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(comparison.events)


def _line(name: str, given: Outcome, engine: Outcome) -> str:
    def figure(value: float, of: float) -> str:
        return f"{value:.2f} ({value / of:4.0%})" if of else f"{value:.2f}"

    return (
        f"{name:10}  found F1 {figure(given.score.found.f1, engine.score.found.f1)}  "
        f"pinned F1 {figure(given.score.pinned.f1, engine.score.pinned.f1)}  "
        f"{given.seconds:.3f} s for an article ({given.seconds / engine.seconds:.1f} times)"
        + (f"  {given.given_up} stories given up" if given.given_up else "")
    )


def main() -> None:
    """Print all that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("keys", type=Path)
    parser.add_argument("--stories", type=Path)
    parser.add_argument("--events", type=Path)
    options = parser.parse_args()
    cases = [keys.read(path) for path in sorted(options.keys.glob("*.yaml"))]
    if not cases:
        parser.error(f"{options.keys} is no folder of answer keys")
    by_engine(cases[0].articles)  # what is loaded once is not counted
    engine = outcome(by_engine, cases)
    print(_line("Rashomon", engine, engine))
    print(_line("difflib", outcome(by_difflib, cases), engine))
    if importlib.util.find_spec("collatex") and importlib.util.find_spec("Levenshtein"):
        print(_line("CollateX", outcome(by_collatex, cases, PATIENCE), engine))
    else:
        print("CollateX    is not installed: pip install collatex==2.3 Levenshtein")
    growing: dict[str, list[Article]] = {}
    if options.stories:
        told = [stories.read_story(key.parent) for key in sorted(options.stories.glob("*/key.json"))]
        growing["stories"] = [
            replace(article, id=f"{case.key.name}-{article.id}") for case in told for article in case.articles
        ]
    if options.events:
        growing["events"] = [article for article, _ in rows.read(options.events, labelled)]
    for name, articles in growing.items():
        for part in (articles[: len(articles) // 4], articles[: len(articles) // 2], articles):
            seconds, megabytes, events = growth(part)
            print(f"{name}: {len(part)} articles of {events} events in one call, {seconds:.1f} s, {megabytes:.0f} MB")


if __name__ == "__main__":
    main()
