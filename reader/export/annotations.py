"""A comparison as W3C Web Annotations (JSON-LD): every alignment, unique detail and note on the words it is about.

Offsets count characters of the article's text as it was compared, without page furniture; the quotation with its
surroundings finds the place in the page itself.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from reader.export.outline import Entry, Outline
from reader.export.places import given, web_address
from reader.model import Article, Comparison, Span
from reader.notes import Attached
from reader.notes.anchors import CONTEXT, fingerprint
from reader.safety import as_safe_json, one_line

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_NAMES = uuid.UUID("7c0bb0d6-9f0c-5c0e-a7b2-5a54f4f2c2c1")
"""Namespace of the annotations' identifiers, so that the same comparison has the same ones."""


def as_annotations(outline: Outline, comparison: Comparison) -> str:
    """An annotation collection with one page."""
    articles = {article.id: article for article in comparison.articles}
    story = fingerprint("".join(sorted(fingerprint(article.text) for article in comparison.articles)))
    entries = [entry for section in outline.sections for entry in section.entries]
    items = [_alignment(entry, articles, story) for entry in entries]
    for detail in comparison.unique:
        outlet = next(name for article, name in outline.articles if article.id == detail.article)
        body = {**_text(f"Only {outlet} has this."), "purpose": "describing"}
        items.append(_annotation(f"{story} unique {detail}", "highlighting", [body], [detail], articles))
    items += [note for entry in outline.notebook.attached if (note := _note(entry, comparison, articles))]
    label = outline.title + (f" (hidden: {outline.hidden})" if outline.hidden else "")
    collection = {
        "@context": _CONTEXT,
        "id": _identifier(f"{story} {label}"),
        "type": "AnnotationCollection",
        "label": label,
        "total": len(items),
        "first": {
            "id": _identifier(f"{story} {label} page"),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    return as_safe_json(collection)


def _identifier(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_NAMES, name)}"


def _text(value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain"}


def _alignment(entry: Entry, articles: Mapping[str, Article], story: str) -> dict[str, Any]:
    alignment = entry.alignment
    bodies = [{**_text(f"{entry.mark} ({entry.standing})"), "purpose": "classifying"}]
    for difference, values in entry.differences:
        said = f"{difference.kind}, {difference.verdict}: {one_line(difference.reason)} {given(values)}"
        bodies.append({**_text(said), "purpose": "describing"})
    return _annotation(f"{story} {alignment.id}", "linking", bodies, alignment.members, articles)


def _note(entry: Attached, comparison: Comparison, articles: Mapping[str, Article]) -> dict[str, Any] | None:
    note = entry.note
    whole = note.target == "story"
    if not entry.spans and not whole:
        return None
    bodies = [{**_text(note.body), "purpose": "commenting"}]
    bodies += [{**_text(tag), "purpose": "tagging"} for tag in (*note.tags, note.status)]
    made = _annotation(f"note {note.id}", "commenting", bodies, entry.spans, articles)
    if whole:
        made["target"] = [_resource(article) for article in comparison.articles]
    return made | {"created": note.created, "modified": note.updated}


def _annotation(
    name: str,
    motivation: str,
    bodies: list[dict[str, Any]],
    spans: Sequence[Span],
    articles: Mapping[str, Article],
) -> dict[str, Any]:
    return {
        "id": _identifier(name),
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": [_target(span, articles[span.article]) for span in spans],
    }


def _target(span: Span, article: Article) -> dict[str, Any]:
    text = article.text
    return {
        "type": "SpecificResource",
        "source": _address(article),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.text,
                "prefix": text[max(0, span.start - CONTEXT) : span.start],
                "suffix": text[span.end : span.end + CONTEXT],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _address(article: Article) -> str:
    """An article as an IRI. A file is named as it was given, as a relative reference."""
    address = web_address(article)
    return quote(address, safe="/:?#[]@!$&'()*+,;=%~") if address else quote(article.source, safe="/")


def _resource(article: Article) -> dict[str, Any]:
    """An article as a whole."""
    language = {"language": article.language} if article.language else {}
    return {"id": _address(article), "type": "Text", **language}
