"""The comparison as JSON, both ways: the contract with other programs, version 1."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from reader.compare.reading import blind_spots, smallest_reading
from reader.compare.styles import variants
from reader.errors import ExportError
from reader.export.exchange import note_as_json, note_from_json
from reader.model import (
    Alignment,
    Article,
    Comparison,
    Correction,
    Difference,
    Event,
    Evidence,
    Origin,
    Removed,
    Span,
    UniqueDetail,
    Value,
)
from reader.notes import Note, Notebook
from reader.notes.anchors import settled
from reader.safety import as_safe_json

FORMAT, VERSION = "rashomon-comparison", 1


def as_json(comparison: Comparison, notebook: Notebook, title: str, hidden: str = "") -> str:
    """The comparison and its notes; every text to the letter, with escapes for what a terminal would obey."""
    value: dict[str, Any] = {"format": FORMAT, "version": VERSION, "title": title}
    if hidden:
        value["hidden"] = hidden
    value["articles"] = [article_value(article) for article in comparison.articles]
    value["events"] = [{"id": e.id, "label": e.label, "articles": list(e.articles)} for e in comparison.events]
    value["alignments"] = [_alignment(alignment) for alignment in comparison.alignments]
    value["unique"] = [{**_span(detail), "alignment": detail.alignment} for detail in comparison.unique]
    value["origins"] = [{"id": o.id, "label": o.label, "articles": list(o.articles)} for o in comparison.origins]
    value["passages"] = [{"article": p.article, "start": p.start, "end": p.end} for p in comparison.passages]
    if not hidden:
        value["reading"] = _reading(comparison)
    if comparison.corrections:
        value["corrections"] = [
            {"kind": said.kind, "members": [_span(member) for member in said.members]}
            for said in comparison.corrections
        ]
    value["notes"] = _notes(notebook, comparison)
    return as_safe_json(value)


def article_value(article: Article) -> dict[str, Any]:
    """One article with everything that is known of it."""
    return {
        "id": article.id,
        "source": article.source,
        "outlet": article.outlet,
        "title": article.title,
        "byline": article.byline,
        "published": article.published,
        "place": article.place,
        "agency": article.agency,
        "language": article.language,
        "address": article.address,
        "text": article.text,
        "removed": [{"text": cut.text, "reason": cut.reason, "at": cut.at} for cut in article.removed],
        "provenance": dict(article.provenance),
    }


def _span(span: Span) -> dict[str, Any]:
    return {"article": span.article, "start": span.start, "end": span.end, "text": span.text}


def _alignment(alignment: Alignment) -> dict[str, Any]:
    return {
        "id": alignment.id,
        "event": alignment.event,
        "scope": alignment.scope,
        "relation": alignment.relation,
        "confidence": alignment.confidence,
        "confirmed": alignment.confirmed,
        "members": [_span(member) for member in alignment.members],
        "differences": [
            {
                "kind": difference.kind,
                "verdict": difference.verdict,
                "reason": difference.reason,
                "values": [{**_span(value), "value": value.value} for value in difference.values],
            }
            for difference in alignment.differences
        ],
        "styles": [[_span(value) for value in variant.values] for variant in variants(alignment.members)],
        "origins": alignment.origins,
        "evidence": [{"kind": e.kind, "text": e.text, "weight": e.weight} for e in alignment.evidence],
    }


def _reading(comparison: Comparison) -> list[dict[str, Any]]:
    """What is enough to read of each event, and what a reader of one article alone misses, by places in `unique`."""
    place = {detail: number for number, detail in enumerate(comparison.unique)}

    def missed(article: str) -> dict[str, Any]:
        spots = blind_spots(comparison, article)
        facts, details = [fact.id for fact in spots.facts], [place[detail] for detail in spots.details]
        return {"article": article, "alignments": facts, "unique": details}

    return [
        {
            "event": event.id,
            "enough": list(smallest_reading(comparison, event.id).articles),
            "missed": [missed(article) for article in event.articles],
        }
        for event in comparison.events
        if len(event.articles) > 1
    ]


def _notes(notebook: Notebook, comparison: Comparison) -> list[dict[str, Any]]:
    """The notes, each with the place it has in this comparison and the quotations it holds on to."""
    # The store knows absolute paths; what leaves the program names files as the reader did.
    given = {settled(article.source): article.source for article in comparison.articles}
    entries = []
    for entry in notebook.attached:
        place = {
            "alignment": entry.alignment,
            "condition": entry.condition,
            "spans": [_span(span) for span in entry.spans],
        }
        entries.append({**note_as_json(entry.note, given), **place})
    return entries


def from_json(text: str) -> tuple[Comparison, tuple[Note, ...]]:
    """A comparison and its notes from what `as_json` wrote, to the letter.

    Raises ExportError where it is not such a file, is of another version, or its texts do not fit its offsets.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as failure:
        raise ExportError(f"this is not JSON: {failure}") from None
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise ExportError(f"this JSON is no comparison: its 'format' is not '{FORMAT}'")
    if value.get("version") != VERSION:
        raise ExportError(f"this comparison is of version {value.get('version')}; only {VERSION} is known")
    try:
        comparison = _comparison(value)
        _check(comparison)
        return comparison, tuple(note_from_json(entry) for entry in value.get("notes", ()))
    except (KeyError, TypeError, AttributeError, ValueError) as failure:
        raise ExportError(f"this comparison lacks something or has it in the wrong form: {failure}") from None


def _comparison(value: Mapping[str, Any]) -> Comparison:
    articles = tuple(
        Article(
            **{key: entry.get(key) for key in _OPTIONAL},
            **{key: str(entry[key]) for key in ("id", "source", "text", "outlet")},
            removed=tuple(Removed(cut["text"], cut["reason"], cut.get("at", 0)) for cut in entry.get("removed", ())),
            provenance=tuple(entry.get("provenance", {}).items()),
        )
        for entry in value["articles"]
    )
    texts = {article.id: article.text for article in articles}
    passages = (
        Span(p["article"], p["start"], p["end"], texts[p["article"]][p["start"] : p["end"]])
        for p in value.get("passages", ())
    )
    return Comparison(
        articles,
        tuple(Event(e["id"], e["label"], tuple(e["articles"])) for e in value["events"]),
        tuple(_alignment_from(entry) for entry in value["alignments"]),
        tuple(UniqueDetail(*_place(entry), entry.get("alignment")) for entry in value["unique"]),
        tuple(Origin(o["id"], o["label"], tuple(o["articles"])) for o in value.get("origins", ())),
        tuple(passages),
        tuple(
            Correction(said["kind"], tuple(Span(*_place(member)) for member in said["members"]))
            for said in value.get("corrections", ())
        ),
    )


_OPTIONAL = ("title", "byline", "published", "place", "agency", "language", "address")


def _alignment_from(entry: Mapping[str, Any]) -> Alignment:
    return Alignment(
        entry["id"],
        entry["event"],
        entry["scope"],
        entry["relation"],
        entry["confidence"],
        tuple(Span(*_place(member)) for member in entry["members"]),
        tuple(
            Difference(
                d["kind"],
                d["verdict"],
                d["reason"],
                tuple(Value(*_place(value), value.get("value")) for value in d["values"]),
            )
            for d in entry["differences"]
        ),
        entry["origins"],
        tuple(Evidence(e["kind"], e["text"], e["weight"]) for e in entry.get("evidence", ())),
        entry.get("confirmed", False),
    )


def _place(entry: Mapping[str, Any]) -> tuple[str, int, int, str]:
    return entry["article"], entry["start"], entry["end"], entry["text"]


def _spans(comparison: Comparison) -> Sequence[Span]:
    found: list[Span] = [*comparison.unique]
    for alignment in comparison.alignments:
        found += alignment.members
        for difference in alignment.differences:
            found += difference.values
    return found


def _check(comparison: Comparison) -> None:
    texts = {article.id: article.text for article in comparison.articles}
    for span in _spans(comparison):
        if span.article not in texts or texts[span.article][span.start : span.end] != span.text:
            raise ExportError(
                f"this comparison was changed by hand: “{span.text[:60]}” does not stand at {span.start} "
                f"of the article '{span.article}'"
            )
