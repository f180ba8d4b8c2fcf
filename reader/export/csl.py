"""The articles as CSL-JSON, for Zotero, pandoc and every other program that cites."""

from __future__ import annotations

import re
from typing import Any

from reader.export.outline import Outline
from reader.export.places import web_address
from reader.model import Article
from reader.safety import as_safe_json, one_line

_AND = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s*;\s*|\s+&\s+")


def as_csl(outline: Outline) -> str:
    """One item an article."""
    return as_safe_json([_item(article) for article, _ in outline.articles])


def _item(article: Article) -> dict[str, Any]:
    item: dict[str, Any] = {"id": article.id, "type": "article-newspaper", "container-title": one_line(article.outlet)}
    if article.title:
        item["title"] = one_line(article.title)
    if article.byline:
        # Which part is the family name depends on the country; a literal name is cited as it was printed.
        names = filter(None, map(one_line, _AND.split(article.byline)))
        item["author"] = [{"literal": name} for name in names]
    day = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", article.published or "")
    if day:
        item["issued"] = {"date-parts": [[int(part) for part in day.groups() if part]]}
    address = web_address(article)
    if address:
        item["URL"] = address
    if article.language:
        item["language"] = article.language
    if article.agency:
        item["source"] = one_line(article.agency)
    about = [f"Dateline: {one_line(article.place)}." if article.place else "", f"Read from {one_line(article.source)}."]
    item["note"] = " ".join(part for part in about if part)
    return item
