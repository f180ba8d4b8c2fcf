"""Filters: what can be chosen, how much of it there is, and how it is laid out. Knows no screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from rich.cells import cell_len

from reader.compare.selection import FINDINGS, KINDS, VERDICTS, Selection
from reader.model import Article
from reader.tui.lineup import Line, Piece, cut
from reader.tui.stops import Stop
from reader.tui.wording import MARK_NAMES

SHARES = (0.5, 0.6, 0.7, 0.8, 0.9)
"""How sure alignments can be asked to be."""

_TITLE = 16
"""Cells of a row's title."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose."""

    label: str
    count: int
    """How many there are, whatever is filtered."""
    field: Literal["only", "kinds", "verdicts", "outlets", "confidence", "confirmed", "noted"]
    value: Any = True
    """What the field of the selection is set to or, where that is a set, what is put into it."""

    def on(self, selection: Selection) -> bool:
        """Whether it is chosen."""
        chosen = getattr(selection, self.field)
        return self.value in chosen if isinstance(chosen, frozenset) else bool(chosen == self.value)

    def toggled(self, selection: Selection) -> Selection:
        """The selection with it chosen, or without it."""
        chosen = getattr(selection, self.field)
        changes: dict[str, Any]
        if isinstance(chosen, frozenset):
            changes = {self.field: chosen ^ {self.value}}
        else:
            nothing = 0.0 if self.field == "confidence" else False
            changes = {self.field: nothing if self.on(selection) else self.value}
        return replace(selection, **changes)


@dataclass(frozen=True, slots=True)
class Filter:
    """A row of choices."""

    title: str
    choices: tuple[Choice, ...]


def filters(stops: Sequence[Stop], articles: Sequence[Article], noted: frozenset[str]) -> tuple[Filter, ...]:
    """All rows for these stops; kinds and verdicts that nothing has are left out."""
    alignments = [stop.alignment for stop in stops if stop.alignment is not None]
    differences = [difference for alignment in alignments for difference in alignment.differences]
    marks = Counter(stop.mark for stop in stops)
    kinds = Counter(difference.kind for difference in differences)
    verdicts = Counter(difference.verdict for difference in differences)
    outlets = Counter(id for stop in stops for id in {member.article for member in stop.members})
    rows = (
        Filter("show", tuple(Choice(MARK_NAMES[name], marks[name], "only", name) for name in FINDINGS)),
        Filter("kind", tuple(Choice(kind, kinds[kind], "kinds", kind) for kind in KINDS if kinds[kind])),
        Filter("verdict", tuple(Choice(name, verdicts[name], "verdicts", name) for name in VERDICTS if verdicts[name])),
        Filter(
            "outlet",
            tuple(
                Choice(f"{number} {cut(article.outlet, 24)}", outlets[article.id], "outlets", article.id)
                for number, article in enumerate(articles, 1)
            ),
        ),
        Filter(
            "at least so sure",
            tuple(
                Choice(f"{share:.0%}", sum(entry.confidence >= share for entry in alignments), "confidence", share)
                for share in SHARES
            ),
        ),
        Filter(
            "only",
            (
                Choice("confirmed", sum(entry.confirmed for entry in alignments), "confirmed"),
                Choice("with notes", len(noted), "noted"),
            ),
        ),
    )
    return tuple(row for row in rows if row.choices)


def lines(rows: Sequence[Filter], selection: Selection, at: tuple[int, int], width: int) -> list[Line]:
    """Each row on as many lines as it needs; `at` is the row and the choice that one is on."""
    found: list[Line] = []
    for number, row in enumerate(rows):
        here = number == at[0]
        line: list[Piece] = [(f" {row.title:<{_TITLE}} ", ("used",) if here else ("quiet",))]
        used = _TITLE + 2
        for place, choice in enumerate(row.choices):
            sign = "●" if choice.on(selection) else "·"
            text = f"{sign} {choice.label} {choice.count}"
            if used + cell_len(text) + 3 > width and used > _TITLE + 2:
                found.append(tuple(line))
                line, used = [(" " * (_TITLE + 2), ())], _TITLE + 2
            layers = ("current", "used") if here and place == at[1] else ("outlet",) if choice.on(selection) else ()
            line += [(text, layers), ("   ", ())]
            used += cell_len(text) + 3
        found.append(tuple(line))
    return found
