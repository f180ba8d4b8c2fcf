"""Plants changes in copies of articles and tells how many of them are found, and what else is reported.

Every article of a story is compared with copies of itself. In one copy for each kind of change, some of its sentences
are changed in one thing: a number, a date, a name, a negation, a speaker. One copy is unchanged and one is only written
in another style; in these two, and in the unchanged sentences of the others, every difference beyond wording is false.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reader.compare import compare
from reader.evaluate import stories
from reader.evaluate.plants import PLANTS, Change, chosen, planted, restyled
from reader.evaluate.result import Options, Result, percent, rounded, table
from reader.language.sentences import sentences
from reader.model import Article, Comparison, Difference, Kind


@dataclass(slots=True)
class Count:
    """What came of the changes of one kind."""

    planted: int = 0
    found: int = 0
    """Reported in the right place as the right kind."""
    passages: int = 0
    """Unchanged sentences."""
    false: int = 0
    """Differences beyond wording that touch no change."""


def evaluate(path: Path, options: Options) -> Result:
    """A folder of stories."""
    folders = sorted(path.glob(f"*/{stories.NAME}")) or sorted(path.glob(stories.NAME))
    articles = [article for key in folders for article in stories.read_story(key.parent).articles]
    counts: dict[str, Count] = {name: Count() for name in (*PLANTS, "unchanged", "style")}
    wrong: list[str] = []
    started = time.process_time()
    for done, article in enumerate(articles):
        options.tell("planting changes", done, len(articles))
        for name, (kinds, plant) in PLANTS.items():
            _score(article, chosen(article.text, plant), kinds, counts[name], wrong, name)
        _score(article, (), (), counts["unchanged"], wrong, "unchanged")
        _score(article, restyled(article.text), (), counts["style"], wrong, "style")
    seconds = time.process_time() - started
    figures: dict[str, Any] = {
        "articles": len(articles),
        "seconds": rounded(seconds),
        "changes": {
            name: {"found": each.found, "planted": each.planted, "false": each.false, "passages": each.passages}
            for name, each in counts.items()
        },
    }
    rows = [
        (
            name,
            str(each.planted) if name in PLANTS else "–",
            percent(each.found, each.planted) if name in PLANTS else "–",
            f"{each.false} in {each.passages}",
        )
        for name, each in counts.items()
    ]
    lines = [
        f"{len(articles)} articles, {seconds:.1f} s of CPU",
        "",
        *table(("", "planted", "found", "false, unchanged passages"), rows),
    ]
    if options.errors:
        lines += ["", *wrong]
    return Result(str(path), "planted changes", figures, tuple(lines))


def _score(
    article: Article, changes: Sequence[Change], kinds: Sequence[Kind], count: Count, wrong: list[str], name: str
) -> None:
    if kinds and not changes:
        return
    text, places = planted(article.text, changes)
    changed = replace(article, id="copy", outlet="copy", text=text)
    original = replace(article, id="original", outlet="original")
    reported = _reported(compare([original, changed]))
    touching: list[Difference] = []
    for change, place in zip(changes, places, strict=True):
        here = [each for each in reported if _touches(each, change, place)]
        touching += here
        if kinds:
            count.planted += 1
            if any(each.kind in kinds for each in here):
                count.found += 1
            else:
                got = ", ".join(each.kind for each in here) or "nothing"
                old = article.text[change.start : change.end]
                around = " ".join(article.text[max(0, change.start - 50) : change.end + 50].split())
                wrong.append(f"missed  {name}: “{old}” → “{change.text}” in “{around}”: {got}")
    stray = [each for each in reported if each not in touching] if kinds else reported
    count.false += len(stray)
    count.passages += len(sentences(article.text)) - (len(changes) if kinds else 0)
    wrong.extend(f"false   {name}: {each.kind}, {each.verdict}: {each.reason}" for each in stray)


def _reported(comparison: Comparison) -> list[Difference]:
    return [each for alignment in comparison.alignments for each in alignment.differences if each.kind != "wording"]


def _touches(difference: Difference, change: Change, place: tuple[int, int]) -> bool:
    """Whether a difference is about a change: a value of it lies in, around or right beside the changed words."""
    spans = {"original": (change.start, change.end), "copy": place}
    return any(
        value.start <= spans[value.article][1] + 1 and spans[value.article][0] - 1 <= value.end
        for value in difference.values
    )
