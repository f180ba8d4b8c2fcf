"""Scores who says what against annotated news (PolNeAR): source and cue of each attribution.

An attribution is found when one statement has a word of its source and a word of its cue, and what it says touches
what the annotation says. Each statement stands for one attribution at most. Annotations without a source are left out.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.evaluate import rows
from reader.evaluate.result import Options, Result, decimal, rounded, tally_figures
from reader.evaluate.score import Tally
from reader.language.lists import listed
from reader.language.speech import Statement, statements

_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(listed("the a an of to in on at has have had is was were be been also that s"))
NEAR = 400
"""Characters from the cue within which the annotated words must begin where they do not overlap."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotation."""

    source: str
    cue: str
    content: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """One text with its annotations."""

    text: str
    attributions: tuple[Attribution, ...]


def evaluate(path: Path, options: Options) -> Result:
    """A file of annotated texts; a text that stands in it twice counts once."""
    texts = list({each.text: each for each in rows.read(path, _row)}.values())
    started = time.process_time()
    tally = Tally()
    wrong: list[str] = []
    for done, annotated in enumerate(texts):
        options.tell("reading who says what", done, len(texts))
        pairs, missed, false = match(annotated)
        tally += Tally(pairs, pairs + len(false), pairs, pairs + len(missed))
        wrong += [f"missed  {each.source} | {each.cue} | {_short(each.content)}" for each in missed]
        wrong += [f"false   {_printed(annotated.text, each)}" for each in false]
    seconds = time.process_time() - started
    figures: dict[str, Any] = {"texts": len(texts), "seconds": rounded(seconds), **tally_figures(tally)}
    lines = [
        f"{len(texts)} texts, {tally.wanted} attributions, {seconds:.3f} s of CPU",
        "",
        f"source and cue: precision {decimal(tally.precision)}, recall {decimal(tally.recall)}",
    ]
    if options.errors:
        lines += ["", *wrong]
    return Result(str(path), "attributions", figures, tuple(lines))


def match(annotated: Annotated) -> tuple[int, list[Attribution], list[Statement]]:
    """How many annotations are found, which are not, and which statements are none; the best pairs are taken first."""
    text = annotated.text
    found = [each for each in statements(text) if each.source and each.cue]
    places = [_places(text, each.content) for each in annotated.attributions]
    pairs = sorted(
        (
            (-score, wanted, got)
            for wanted, attribution in enumerate(annotated.attributions)
            for got, statement in enumerate(found)
            if (score := _score(text, attribution, places[wanted], statement)) > 0
        )
    )
    left, right = set(range(len(annotated.attributions))), set(range(len(found)))
    for _, wanted, got in pairs:
        if wanted in left and got in right:
            left.remove(wanted)
            right.remove(got)
    return (
        len(annotated.attributions) - len(left),
        [annotated.attributions[index] for index in sorted(left)],
        [found[index] for index in sorted(right)],
    )


def _score(text: str, wanted: Attribution, places: list[tuple[int, int]], statement: Statement) -> int:
    """How well a statement answers an annotation, 0 where it does not."""
    assert statement.source is not None
    assert statement.cue is not None
    if not _words(text[slice(*statement.source)]) & _words(wanted.source):
        return 0
    cue = text[slice(*statement.cue)]
    if cue != wanted.cue and not _words(cue) & _words(wanted.cue):
        return 0
    if not places:
        return 1
    shared = max(min(end, statement.end) - max(start, statement.start) for start, end in places)
    near = min(abs(statement.cue[0] - start) for start, _ in places)
    return 1 + max(0, shared) if shared > 0 or near <= NEAR else 0


def _words(text: str) -> set[str]:
    every = {word.lower() for word in _WORD.findall(text)}
    return every - _SMALL or every


def _places(text: str, content: str) -> list[tuple[int, int]]:
    parts = [re.escape(part) for part in re.findall(r"\w+|[^\w\s]", content)]
    return [found.span() for found in re.finditer(r"\s*".join(parts), text)] if parts else []


def _printed(text: str, statement: Statement) -> str:
    source = text[slice(*statement.source)] if statement.source else ""
    cue = text[slice(*statement.cue)] if statement.cue else ""
    return f"{source} | {cue} | {_short(text[statement.start : statement.end])}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"


def _row(_line: int, row: Mapping[str, Any]) -> Annotated:
    attributions = tuple(
        Attribution(str(each["source"]), str(each["cue"]), str(each.get("content") or ""))
        for each in row["attributions"]
        if each.get("source") and each.get("cue")
    )
    return Annotated(str(row["text"]), attributions)
