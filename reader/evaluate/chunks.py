"""Scores differences on aligned chunks of two headlines (interpretable similarity, SemEval 2016).

A pair of chunks is an alignment of two articles of one line. Chunks whose numbers differ, dates aside, must be
reported as `number`; chunks that people marked as the same must get no difference but wording.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.compare.differences import differences
from reader.evaluate import rows
from reader.evaluate.result import Options, Result, percent, rounded
from reader.language.quantities import number
from reader.model import Article, Difference, Span

_NUMBER = re.compile(
    r"\b(?:\d+(?:[.,]\d+)*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")


@dataclass(frozen=True, slots=True)
class Chunks:
    """Two aligned stretches of two headlines."""

    left: str
    right: str
    """The headlines."""
    places: tuple[tuple[int, int], tuple[int, int]]
    """Where the chunks stand in them."""
    types: frozenset[str]
    """What people said of them: "EQUI" the same, "SIMI" similar, "SPE1" the first more specific, …"""

    @property
    def texts(self) -> tuple[str, str]:
        """The chunks."""
        return self.left[slice(*self.places[0])], self.right[slice(*self.places[1])]


def evaluate(path: Path, options: Options) -> Result:
    """A file of aligned chunks."""
    pairs = [chunks for row in rows.read(path, _row) for chunks in row]
    started = time.process_time()
    found = []
    for done, chunks in enumerate(pairs):
        if done % 50 == 0:
            options.tell("comparing chunks", done, len(pairs))
        found.append(_differences(chunks))
    seconds = time.process_time() - started
    other = [(chunks, told) for chunks, told in zip(pairs, found, strict=True) if numbers_differ(chunks)]
    same = [(chunks, told) for chunks, told in zip(pairs, found, strict=True) if chunks.types == {"EQUI"}]
    missed = [chunks for chunks, told in other if not any(each.kind == "number" for each in told)]
    false = [(chunks, told) for chunks, told in same if any(each.kind != "wording" for each in told)]
    figures: dict[str, Any] = {
        "pairs": len(pairs),
        "seconds": rounded(seconds),
        "numbers": {"reported": len(other) - len(missed), "of": len(other)},
        "same": {"differences": len(false), "of": len(same)},
    }
    lines = [
        f"{len(pairs)} pairs of chunks, {seconds:.3f} s of CPU",
        "",
        f"of {len(other)} whose numbers differ {percent(len(other) - len(missed), len(other))} are reported as number",
        f"of {len(same)} that say the same {percent(len(false), len(same))} get a difference other than wording",
    ]
    if options.errors:
        lines.append("")
        lines.extend(f"missed  {' | '.join(chunks.texts)}" for chunks in missed)
        for chunks, told in false:
            kinds = ", ".join(sorted({each.kind for each in told if each.kind != "wording"}))
            lines.append(f"false   {' | '.join(chunks.texts)}  ({kinds})")
    return Result(str(path), "chunks", figures, tuple(lines))


def numbers_differ(chunks: Chunks) -> bool:
    """Whether both chunks have numbers, not one of them the same, and neither is a date."""
    values = [{number(match[0]) for match in _NUMBER.finditer(text)} for text in chunks.texts]
    dated = any(_MONTH.search(text) for text in chunks.texts)
    return "EQUI" not in chunks.types and not dated and bool(values[0] and values[1]) and not values[0] & values[1]


def _differences(chunks: Chunks) -> Sequence[Difference]:
    articles = {
        id: Article(id=id, source=id, text=text, outlet=id) for id, text in (("a", chunks.left), ("b", chunks.right))
    }
    members = [
        Span(id, start, end, articles[id].text[start:end]) for id, (start, end) in zip("ab", chunks.places, strict=True)
    ]
    return differences(members, articles)


def _row(_line: int, row: Mapping[str, Any]) -> list[Chunks]:
    left, right = str(row["a"]), str(row["b"])
    return list(_chunks(left, right, row["al"]))


def _chunks(left: str, right: str, aligned: Sequence[Mapping[str, Any]]) -> Iterator[Chunks]:
    for entry in aligned:
        if entry["a"] and entry["b"]:
            places = (_place(left, entry["a"]), _place(right, entry["b"]))
            yield Chunks(left, right, places, frozenset(str(entry["type"]).split("_")))


def _place(text: str, tokens: Sequence[int]) -> tuple[int, int]:
    """From the first to the last of the tokens, counted from one."""
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    if not all(1 <= token <= len(spans) for token in tokens):
        raise ValueError("a token lies outside its headline")
    return spans[min(tokens) - 1][0], spans[max(tokens) - 1][1]
