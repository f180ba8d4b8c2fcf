"""Answer keys in YAML: the facts of a story as quotations from its articles, every one that two articles report."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast, get_args

from reader.errors import KeyFileError
from reader.evaluate.case import Case, Detail, Expected, read_article
from reader.evaluate.gold import Fact, Gold, Key
from reader.evaluate.places import Source, quoted
from reader.model import Article, Kind
from reader.yamlfile import Mapping, read_mapping

_FIELDS = {"date": "published"}
"""Fields whose name in a key is not their name in the model."""


def read(path: Path) -> Case:
    """The key in a file, with its articles. Raises KeyFileError, with file and line, where either is wrong."""
    key = read_mapping(path, KeyFileError)
    if "facts" not in key.values and not isinstance(key.values.get("articles"), Mapping):
        # A story file has the same ending, and a list of articles.
        raise KeyFileError(key.path, None, "is no answer key: it lists no 'facts' that its articles share")
    sources = _mapping(key, "articles")
    if not sources.values:
        raise KeyFileError(key.path, sources.line, "names no articles")
    articles, raw = {}, {}
    for id in sources:
        place = path.parent / str(sources.values[id])
        articles[id], raw[id] = read_article(id, place, path, sources.line_of(id))
    facts = []
    details: list[Detail] = []
    for entry in _list(key, "facts"):
        fact = _entry(key, "facts", entry)
        members = _mapping(fact, "members")
        golds = {
            id: tuple(_gold(quotation, articles[id], raw[id], members, id) for quotation in quotations)
            for id, quotations in _quotations(members, articles).items()
        }
        id = str(fact.values.get("id", f"fact on line {fact.line}"))
        facts.append(Fact(id, golds))
        details.extend(
            _detail(id, _entry(fact, "differs", each), articles) for each in _list(fact, "differs", optional=True)
        )
    unique = _quotations(_mapping(key, "unique", optional=True), articles)
    expected = Expected(
        metadata=_metadata(key, articles),
        furniture=_quotations(_mapping(key, "boilerplate", optional=True), articles),
        story=unique,
        unique=unique,
        details=tuple(details),
        events=tuple(
            frozenset(map(str, _list(_entry(key, "events", event), "articles")))
            for event in _list(key, "events", optional=True)
        ),
    )
    return Case(tuple(articles.values()), Key(path.stem, tuple(facts), complete=True), expected)


def _detail(fact: str, entry: Mapping, articles: dict[str, Article]) -> Detail:
    kind = str(entry.values.get("kind"))
    if kind not in get_args(Kind):
        raise KeyFileError(entry.path, entry.line_of("kind"), f"'{kind}' is no kind of difference")
    values = _mapping(entry, "values")
    texts = {id: str(values.values[id]) for id in values}
    for id in texts:
        if id not in articles:
            raise KeyFileError(entry.path, values.line_of(id), f"'{id}' is not among the articles of the key")
    places = {id: quoted(articles[id].text, text) for id, text in texts.items()}
    return Detail(fact, cast(Kind, kind), str(entry.values.get("of", "")), places, texts)


def _gold(quotation: str, article: Article, raw: str, members: Mapping, id: str) -> Gold:
    places = quoted(article.text, quotation)
    if not places:
        # Intake may have mended or removed some of these words: what is left of them is looked for by offset.
        source = Source(raw, article)
        places = tuple(filter(None, (source.place(place) for place in quoted(raw, quotation))))
        if not quoted(raw, quotation):
            raise KeyFileError(
                members.path,
                members.line_of(id),
                f"the quotation “{quotation}” is not in '{article.source}'; quotations are copied exactly",
            )
    return Gold(quotation, len(quotation), places)


def _quotations(mapping: Mapping, articles: dict[str, Article]) -> dict[str, tuple[str, ...]]:
    """The quotations of each article, all of articles that the key has."""
    for id in mapping:
        if id not in articles:
            raise KeyFileError(mapping.path, mapping.line_of(id), f"'{id}' is not among the articles of the key")
    return {id: tuple(map(str, _list(mapping, id))) for id in mapping}


def _metadata(key: Mapping, articles: dict[str, Article]) -> dict[str, dict[str, str]]:
    metadata = _mapping(key, "metadata", optional=True)
    for id in metadata:
        if id not in articles:
            raise KeyFileError(key.path, metadata.line_of(id), f"'{id}' is not among the articles of the key")
    return {
        id: {_FIELDS.get(name, name): str(value) for name, value in _mapping(metadata, id).values.items()}
        for id in metadata
    }


def _mapping(parent: Mapping, name: str, *, optional: bool = False) -> Mapping:
    value = parent.values.get(name)
    if value is None and optional:
        return Mapping(parent.path, parent.line, {}, {})
    if not isinstance(value, Mapping):
        raise KeyFileError(parent.path, parent.line_of(name), f"needs '{name}', lines of the form 'key: value'")
    return value


def _list(parent: Mapping, name: str, *, optional: bool = False) -> list[Any]:
    value = parent.values.get(name)
    if value is None and optional:
        return []
    if not isinstance(value, list):
        raise KeyFileError(parent.path, parent.line_of(name), f"needs '{name}', a list")
    return value


def _entry(parent: Mapping, name: str, value: object) -> Mapping:
    if not isinstance(value, Mapping):
        raise KeyFileError(parent.path, parent.line_of(name), f"each entry of '{name}' must be a mapping")
    return value
