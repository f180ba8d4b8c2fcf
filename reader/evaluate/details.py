"""Scores what is said to differ and to be unique against what a key says of them.

A detail of the key is found by a difference of the same kind whose values touch the words of two articles that the
key names; wording, content and modality may stand for one another. It is scored twice: on the engine's alignments,
and on alignments made of the key's own facts, which tells errors in comparing from errors in aligning.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from reader.compare.differences import differences
from reader.evaluate.case import Case, Detail
from reader.evaluate.gold import Place, covered
from reader.evaluate.places import quoted
from reader.evaluate.result import percent, table
from reader.model import Article, Comparison, Difference, Kind, Span, UniqueDetail

ALIKE = frozenset(("wording", "content", "modality"))
"""Kinds that two careful readers mix up."""
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is reported as different in one story, held against its key."""

    wanted: Counter[Kind]
    """For each kind, the details of the key."""
    found: Counter[Kind]
    """For each kind, those of them that are reported."""
    reported: Counter[Kind]
    """For each kind, the differences that are reported."""
    right: Counter[Kind]
    """For each kind, the reported differences that are in the key. The others may stand up when read."""
    missed: tuple[str, ...] = ()
    false: tuple[str, ...] = ()

    def __add__(self, other: Ledger) -> Ledger:
        return Ledger(
            self.wanted + other.wanted,
            self.found + other.found,
            self.reported + other.reported,
            self.right + other.right,
            self.missed + other.missed,
            self.false + other.false,
        )


@dataclass(frozen=True, slots=True)
class Details:
    """Differences and unique details of one story or several."""

    engine: Ledger
    """On the engine's alignments."""
    key: Ledger
    """On the key's facts as alignments."""
    unique_found: int = 0
    """Unique details of the key that are covered at least by half."""
    unique_wanted: int = 0
    unique_reported: int = 0
    unique_missed: tuple[str, ...] = ()
    aligned_unique: int = 0
    """Passages of an alignment that are called unique as a whole; there must be none."""
    seconds: float = 0.0
    """Of CPU, for the differences on the key's facts."""

    def __add__(self, other: Details) -> Details:
        return Details(
            self.engine + other.engine,
            self.key + other.key,
            self.unique_found + other.unique_found,
            self.unique_wanted + other.unique_wanted,
            self.unique_reported + other.unique_reported,
            self.unique_missed + other.unique_missed,
            self.aligned_unique + other.aligned_unique,
            self.seconds + other.seconds,
        )


def details(case: Case, comparison: Comparison) -> Details:
    """Hold a comparison's differences and unique details against the key of its case."""
    by_id = {article.id: article for article in case.articles}
    on_engine = [each for alignment in comparison.alignments for each in alignment.differences]
    started = time.process_time()
    on_key = [each for members in _facts(case, by_id) for each in differences(members, by_id)]
    seconds = time.process_time() - started
    wanted = [(id, text, quoted(by_id[id].text, text)) for id, texts in case.expected.unique.items() for text in texts]
    missed = [f"{id}: “{text}”" for id, text, places in wanted if not _covered(places, id, comparison.unique)]
    members = {
        (member.article, member.start, member.end)
        for alignment in comparison.alignments
        for member in alignment.members
    }
    return Details(
        ledger(case.expected.details, on_engine),
        ledger(case.expected.details, on_key),
        len(wanted) - len(missed),
        len(wanted),
        len(comparison.unique),
        tuple(missed),
        sum((unique.article, unique.start, unique.end) in members for unique in comparison.unique),
        seconds,
    )


def ledger(wanted: Sequence[Detail], reported: Sequence[Difference]) -> Ledger:
    """Hold reported differences against the details of a key."""
    missed = [detail for detail in wanted if not any(_finds(difference, detail) for difference in reported)]
    false = [difference for difference in reported if not any(_finds(difference, detail) for detail in wanted)]
    counts = Counter(detail.kind for detail in wanted), Counter(difference.kind for difference in reported)
    return Ledger(
        wanted=counts[0],
        found=counts[0] - Counter(detail.kind for detail in missed),
        reported=counts[1],
        right=counts[1] - Counter(difference.kind for difference in false),
        missed=tuple(map(_as_wanted, missed)),
        false=tuple(map(_as_reported, false)),
    )


def _as_wanted(detail: Detail) -> str:
    values = " / ".join(f"{id}: {text}" for id, text in detail.texts.items())
    return f"{detail.kind}, {detail.fact}, {detail.about}: {values}"


def _as_reported(difference: Difference) -> str:
    values = " / ".join(f"{value.article}: {value.text}" for value in difference.values)
    return f"{difference.kind}, {difference.verdict}: {difference.reason} {values}"


def figures(found: Details) -> dict[str, object]:
    """As JSON has them."""
    return {
        "differences": {
            name: {
                kind: {
                    "found": ledger.found[kind],
                    "wanted": ledger.wanted[kind],
                    "right": ledger.right[kind],
                    "reported": ledger.reported[kind],
                }
                for kind in KINDS
            }
            for name, ledger in (("engine", found.engine), ("key", found.key))
        },
        "unique": {
            "found": found.unique_found,
            "wanted": found.unique_wanted,
            "reported": found.unique_reported,
            "aligned": found.aligned_unique,
        },
        "seconds_on_key": round(found.seconds, 4),
    }


def lines(found: Details, *, errors: bool) -> list[str]:
    """The same for a reader."""
    rows = []
    for kind in KINDS:
        row = [kind, str(found.engine.wanted[kind])]
        for each in (found.engine, found.key):
            wanted, got = each.wanted[kind], each.found[kind]
            reported, right = each.reported[kind], each.right[kind]
            row += [percent(got, wanted), f"{right} of {reported}"]
        rows.append(row)
    shown = table(("differences", "in the key", "recall", "right", "on its facts", "right"), rows)
    if found.unique_wanted:
        shown += [
            "",
            f"unique details: {percent(found.unique_found, found.unique_wanted)} of {found.unique_wanted} found, "
            f"{found.unique_reported} reported, {found.aligned_unique} aligned passages called unique as a whole",
        ]
    if errors:
        for title, texts in (
            ("not reported", found.engine.missed),
            ("not reported on the key's facts", found.key.missed),
            ("reported, not in the key", found.engine.false),
            ("reported on the key's facts, not in the key", found.key.false),
            ("unique, not found", found.unique_missed),
        ):
            shown += ["", f"{title}:", *(f"  {text}" for text in texts)]
    return shown


def _facts(case: Case, by_id: Mapping[str, Article]) -> Iterable[tuple[Span, ...]]:
    for fact in case.key.facts:
        spans = [
            Span(id, gold.places[0][0][0], gold.places[0][-1][1], "")
            for id, golds in fact.members.items()
            for gold in golds
            if gold.places
        ]
        yield tuple(Span(s.article, s.start, s.end, by_id[s.article].text[s.start : s.end]) for s in spans)


def _finds(difference: Difference, detail: Detail) -> bool:
    if difference.kind != detail.kind and not {difference.kind, detail.kind} <= ALIKE:
        return False
    touched = {
        value.article
        for value in difference.values
        if any(covered(place, value.start, value.end) for place in detail.values.get(value.article, ()))
    }
    return len(touched) >= 2


def _covered(places: Sequence[Place], id: str, unique: Sequence[UniqueDetail]) -> bool:
    mine = [detail for detail in unique if detail.article == id]
    return any(
        2 * sum(covered(place, detail.start, detail.end) for detail in mine)
        >= sum(stop - begin for begin, stop in place)
        for place in places
    )
