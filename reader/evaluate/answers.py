"""Scores whether pairs of answers to one question are told to say the same, by balanced accuracy.

All answers to a question are compared in one call, each as an article of one line, since the engine weighs words by
how rare they are in the story. Balanced accuracy is the mean of the share of same pairs that are put together and the
share of other pairs that are kept apart: chance is .50.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from reader.compare import compare
from reader.evaluate import rows
from reader.evaluate.result import Options, Result, decimal, percent, rounded
from reader.model import Article


@dataclass(frozen=True, slots=True)
class Pair:
    """Two answers to one question."""

    question: str
    left: str
    right: str
    same: bool
    """Whether people said that they say the same."""


def evaluate(path: Path, options: Options) -> Result:
    """A file of pairs of answers."""
    pairs = rows.read(path, _pair)
    questions = sorted({pair.question for pair in pairs})
    together: dict[str, frozenset[frozenset[str]]] = {}
    started = time.process_time()
    for done, question in enumerate(questions):
        options.tell("comparing the answers to a question", done, len(questions))
        answers = {answer for pair in pairs if pair.question == question for answer in (pair.left, pair.right)}
        together[question] = aligned(sorted(answers), meaning=options.meaning)
    seconds = time.process_time() - started
    told = [pair.left == pair.right or frozenset((pair.left, pair.right)) in together[pair.question] for pair in pairs]
    joined = sum(1 for pair, said in zip(pairs, told, strict=True) if pair.same and said)
    parted = sum(1 for pair, said in zip(pairs, told, strict=True) if not pair.same and not said)
    same = sum(pair.same for pair in pairs)
    balanced = (_share(joined, same) + _share(parted, len(pairs) - same)) / 2
    figures: dict[str, Any] = {
        "pairs": len(pairs),
        "questions": len(questions),
        "seconds": rounded(seconds),
        "balanced_accuracy": rounded(balanced),
        "together": {"right": joined, "of": same},
        "apart": {"right": parted, "of": len(pairs) - same},
    }
    lines = [
        f"{len(pairs)} pairs of answers to {len(questions)} questions, {seconds:.3f} s of CPU",
        "",
        f"balanced accuracy {decimal(balanced)}: of {same} pairs that say the same {percent(joined, same)} are put "
        f"together, of {len(pairs) - same} others {percent(parted, len(pairs) - same)} are kept apart",
    ]
    if options.errors:
        wrong = [pair for pair, said in zip(pairs, told, strict=True) if pair.same != said]
        figures["wrong"] = [
            {"question": pair.question, "a": pair.left, "b": pair.right, "same": pair.same} for pair in wrong
        ]
        lines.append("")
        lines.extend(f"{'missed' if pair.same else 'false '}  {pair.left}  |  {pair.right}" for pair in wrong)
    return Result(str(path), "answers", figures, tuple(lines))


def aligned(texts: Sequence[str], *, meaning: bool = False) -> frozenset[frozenset[str]]:
    """The pairs of texts that the engine puts together when it compares them all."""
    articles = [
        Article(id=f"{number:05}", source=str(number), text=text, outlet=str(number))
        for number, text in enumerate(texts)
    ]
    text_of = {article.id: article.text for article in articles}
    return frozenset(
        frozenset((text_of[one], text_of[other]))
        for alignment in compare(articles, semantic=meaning).alignments
        for one, other in combinations(alignment.articles, 2)
    )


def _pair(_line: int, row: Mapping[str, Any]) -> Pair:
    same = row["same"]
    if same not in (0, 1):
        raise ValueError(f"'same' is {same!r}, not 0 or 1")
    return Pair(str(row["question"]), str(row["a"]), str(row["b"]), bool(same))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
