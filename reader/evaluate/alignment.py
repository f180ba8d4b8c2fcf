"""Scores what `compare` makes of the articles of keys: a key, a folder of keys, a story, a folder of stories."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.compare import compare
from reader.evaluate import details, keys, mistakes, stories
from reader.evaluate.case import Case
from reader.evaluate.details import Details
from reader.evaluate.expected import Check, checks
from reader.evaluate.judgement import Judgement, judge
from reader.evaluate.result import Options, Result, decimal, percent, rounded, score_figures, table
from reader.evaluate.score import BANDS, Score
from reader.model import Comparison


@dataclass(frozen=True, slots=True)
class Trial:
    """One case, what the engine made of it, and how that is judged."""

    case: Case
    comparison: Comparison
    judgement: Judgement
    checks: dict[str, Check]
    details: Details
    seconds: float
    """Of CPU, for comparing."""


def evaluate_key(path: Path, options: Options) -> Result:
    """One answer key in YAML."""
    return _result(path, "answer key", [keys.read(path)], options)


def evaluate_keys(path: Path, options: Options) -> Result:
    """All answer keys of a folder, scored as one."""
    cases = [keys.read(key) for key in sorted(path.glob("*.yaml"))]
    if options.ablation:
        from reader.evaluate.ablation import ablation

        return ablation(path, cases, options)
    return _result(path, "folder of answer keys", cases, options)


def evaluate_story(path: Path, options: Options) -> Result:
    """One folder with articles and `key.json`."""
    return _result(path, "story", [stories.read_story(path)], options)


def evaluate_stories(path: Path, options: Options) -> Result:
    """All stories of a folder, scored as one."""
    cases = [stories.read_story(key.parent) for key in sorted(path.glob(f"*/{stories.NAME}"))]
    return _result(path, "folder of stories", cases, options)


def run(case: Case, *, meaning: bool = False) -> Trial:
    """Compare the articles of a case and judge what comes out."""
    started = time.process_time()
    comparison = compare(case.articles, semantic=meaning)
    seconds = time.process_time() - started
    judgement = judge(comparison.alignments, case.key)
    return Trial(case, comparison, judgement, checks(case, comparison), details.details(case, comparison), seconds)


def _result(path: Path, form: str, cases: Sequence[Case], options: Options) -> Result:
    trials = []
    for done, case in enumerate(cases):
        options.tell(f"comparing {case.key.name}", done, len(cases))
        trials.append(run(case, meaning=options.meaning))
    score = sum((trial.judgement.score for trial in trials), Score())
    articles = sum(len(case.articles) for case in cases)
    seconds = sum(trial.seconds for trial in trials) / articles
    checked: dict[str, Check] = {}
    for trial in trials:
        for name, check in trial.checks.items():
            checked[name] = checked.get(name, Check()) + check
    calibrated = any(case.key.complete for case in cases)

    figures: dict[str, Any] = {
        "articles": articles,
        "seconds_per_article": rounded(seconds),
        **score_figures(score),
        "keys": [_key_figures(trial, options) for trial in trials],
        "checks": {name: _check_figures(check) for name, check in checked.items()},
    }
    lines = [
        f"{_count(len(cases), 'story', 'stories')}, {articles} articles, {seconds:.3f} s of CPU for an article",
        "",
        *_table(trials, score),
    ]
    if checked:
        lines.append("")
    for name, check in checked.items():
        lines.append(f"{name}: {check.right} of {check.total}")
        lines.extend(f"  {line}" for line in (check.wrong if options.errors or len(check.wrong) <= 5 else ()))
    if calibrated:
        figures["calibration"] = _calibration_figures(score)
        lines.extend(["", *_calibration(score)])
    if any(case.expected.details or case.expected.unique for case in cases):
        told = sum((trial.details for trial in trials[1:]), trials[0].details)
        figures |= details.figures(told)
        lines.extend(["", *details.lines(told, errors=options.errors)])
    if options.errors:
        lines.append("")
        for trial in trials:
            lines.extend(mistakes.lines(trial.judgement, trial.comparison.alignments, trial.case.key))
    return Result(str(path), form, figures, tuple(lines))


def _key_figures(trial: Trial, options: Options) -> dict[str, Any]:
    figures = {
        "name": trial.case.key.name,
        "seconds_per_article": rounded(trial.seconds / len(trial.case.articles)),
        **score_figures(trial.judgement.score),
    }
    if options.errors:
        figures |= mistakes.figures(trial.judgement, trial.comparison.alignments, trial.case.key)
    return figures


def _table(trials: Sequence[Trial], score: Score) -> list[str]:
    head = ("", "found P", "R", "F1", "pinned P", "R", "F1", "whole facts")
    rows = [_row(trial.case.key.name, trial.judgement.score) for trial in trials]
    if len(trials) > 1:
        rows.append(_row("together", score))
    return table(head, rows)


def _row(name: str, score: Score) -> tuple[str, ...]:
    figures = [
        decimal(figure) for tally in (score.found, score.pinned) for figure in (tally.precision, tally.recall, tally.f1)
    ]
    whole = f"{percent(score.whole, score.shared)}  {score.whole:>2} of {score.shared:>2}" if score.shared else "–"
    return (name, *figures, whole)


def _calibration_figures(score: Score) -> list[dict[str, Any]]:
    return [
        {
            "from": number / BANDS,
            "to": (number + 1) / BANDS,
            "alignments": band.alignments,
            "confidence": rounded(band.confidence / band.alignments),
            "right": rounded(band.right / band.alignments),
        }
        for number, band in enumerate(score.bands)
        if band.alignments
    ]


def _calibration(score: Score) -> list[str]:
    rows = [
        (
            f"{decimal(band['from'])} to {band['to']:.2f}".removesuffix(".00"),
            str(band["alignments"]),
            decimal(band["confidence"]),
            decimal(band["right"]),
        )
        for band in _calibration_figures(score)
    ]
    return table(("confidence", "alignments", "mean", "in the key"), rows)


def _check_figures(check: Check) -> dict[str, Any]:
    return {"right": check.right, "total": check.total, "wrong": list(check.wrong)}


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
