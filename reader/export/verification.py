"""Looking up every quotation of an export in the sources: found, moved, changed or missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.export.places import Sources
from reader.export.quoted import Quoted, Source, file_name
from reader.intake.cuts import weave
from reader.model import Article, Span
from reader.notes.anchors import Anchor, Place, Witness, located
from reader.notes.quotations import folded, occurrences

Outcome = Literal["found", "moved", "changed", "missing"]
OUTCOMES: tuple[Outcome, ...] = ("found", "moved", "changed", "missing")
FAILURES: tuple[Outcome, ...] = ("changed", "missing")


@dataclass(frozen=True, slots=True)
class Checked:
    """One quotation and what became of it."""

    quoted: Quoted
    outcome: Outcome
    now: str = ""
    """Where it was moved or changed: where it stands, or what stands there."""


def verify(quotations: Sequence[Quoted], articles: Sequence[Article]) -> tuple[Checked, ...]:
    """Every quotation, looked up in the article that it is said to come from.

    What only another article has is missing: the export ascribes it to the wrong outlet.
    """
    meant = {source: _article_of(source, quotations, articles) for source in {entry.source for entry in quotations}}
    places = {article.id: Sources([article]) for article in articles}
    return tuple(_check(entry, meant[entry.source], articles, places) for entry in quotations)


def counts(checked: Sequence[Checked]) -> Mapping[Outcome, int]:
    """How many there are of each outcome."""
    number = Counter(entry.outcome for entry in checked)
    return {outcome: number[outcome] for outcome in OUTCOMES}


def _check(
    quoted: Quoted, article: Article | None, articles: Sequence[Article], places: Mapping[str, Sources]
) -> Checked:
    place = _place(quoted, article, places[article.id]) if article else None
    if (
        article
        and (place is None or place.how == "changed")
        and occurrences(quoted.exact, weave(article.text, article.removed))
    ):
        return Checked(quoted, "moved", "now: among what is not part of the story")
    if article is None or place is None:
        elsewhere = [other.outlet for other in articles if occurrences(quoted.exact, other.text)]
        return Checked(quoted, "missing", f"it stands in {elsewhere[0]}" if elsewhere else "")
    span = Span(article.id, place.start, place.end, article.text[place.start : place.end])
    if place.how == "changed":
        return Checked(quoted, "changed", f"now: {folded(span.text)}")
    where = places[article.id].where(span)
    stays = place.how == "found" if quoted.start is not None else quoted.where in ("", where)
    return Checked(quoted, "found") if stays else Checked(quoted, "moved", f"now: {where}")


def _place(quoted: Quoted, article: Article, sources: Sources) -> Place | None:
    """Where a quotation stands; an export without offsets tells the paragraph, which tells several places apart."""
    if quoted.start is None:
        for start, end in occurrences(quoted.exact, article.text):
            if quoted.where == sources.where(Span(article.id, start, end, "")):
                return Place(start, end, "found")
    start = quoted.start or 0
    nobody = Witness("", "", "")
    anchor = Anchor(nobody, start, start + len(quoted.exact), quoted.exact, quoted.prefix, quoted.suffix)
    return located(anchor, article.text)


def _article_of(source: Source, quotations: Sequence[Quoted], articles: Sequence[Article]) -> Article | None:
    """The article that an export means: by its source, its title, its outlet, and the most quotations."""
    mine = [entry.exact for entry in quotations if entry.source == source]

    def fit(article: Article) -> tuple[int, int]:
        known = (
            4 * (source.source in (article.source, article.address) and bool(source.source))
            + 3 * (bool(source.title) and folded(source.title) == folded(article.title or ""))
            + 2 * (bool(source.source) and file_name(source.source) == file_name(article.source))
            + (bool(source.outlet) and source.outlet.startswith(article.outlet))
        )
        return known, sum(bool(occurrences(exact, article.text)) for exact in mine)

    best = max(articles, key=fit, default=None)
    return best if best and fit(best) != (0, 0) else None
