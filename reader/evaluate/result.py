"""What scoring a path gives: figures for programs, and lines for a reader."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from reader.evaluate.score import Score, Tally
from reader.model import Progress, Report


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked for beside the figures."""

    errors: bool = False
    """Also what is missed and what is false."""
    planted: bool = False
    """Of stories, score changes planted in copies of their articles instead of their keys."""
    meaning: bool = False
    """Compare by vectors of meaning beside the words."""
    ablation: bool = False
    """Of a folder of keys, what each part of the evidence is worth, instead of their score."""
    report: Report | None = None
    """Told how far the work has come."""

    def tell(self, step: str, done: int, total: int) -> None:
        """Report progress, where anybody wants to know."""
        if self.report:
            self.report(Progress(step, done, total))


@dataclass(frozen=True, slots=True)
class Result:
    """The score of one path."""

    path: str
    form: str
    """What kind of answer key it is, in words."""
    figures: Mapping[str, Any]
    """As JSON has them."""
    lines: tuple[str, ...]
    """The same for a reader."""


def rounded(value: float) -> float:
    """A figure with the four digits that are worth printing."""
    return round(value, 4)


def tally_figures(tally: Tally) -> dict[str, Any]:
    """A tally as JSON has it."""
    return {
        "precision": rounded(tally.precision),
        "recall": rounded(tally.recall),
        "f1": rounded(tally.f1),
        "right": tally.right,
        "predicted": tally.predicted,
        "reached": tally.reached,
        "wanted": tally.wanted,
    }


def score_figures(score: Score) -> dict[str, Any]:
    """A score as JSON has it."""
    return {
        "found": tally_figures(score.found),
        "pinned": tally_figures(score.pinned),
        "whole": {"reached": score.whole, "wanted": score.shared},
    }


def percent(part: float, whole: float) -> str:
    """ ".83", or a dash where there is nothing to count."""
    return decimal(part / whole) if whole else "–"


def decimal(value: float) -> str:
    """A figure between 0 and 1 with two digits: ".83"."""
    return f"{value:.2f}".removeprefix("0")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows under a head, the first column to the left and all others to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = []
    for row in (head, *rows):
        first, *others = row
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))]
        lines.append("  ".join(cells).rstrip())
    return lines


def beside(left: Sequence[str], right: Sequence[str], width: int = 58) -> list[str]:
    """Two lists of texts as two columns, wrapped."""
    columns = [[line for text in texts for line in textwrap.wrap(text, width) or [""]] for texts in (left, right)]
    return [f"  {one:<{width}}  {other}".rstrip() for one, other in zip_longest(*columns, fillvalue="")]
