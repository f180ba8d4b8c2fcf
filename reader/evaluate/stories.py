"""Stories whose `key.json` gives facts as offsets into the files: those facts that a summary kept, not all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reader.errors import KeyFileError
from reader.evaluate.case import Case, read_article
from reader.evaluate.gold import Fact, Gold, Key
from reader.evaluate.places import Source

NAME = "key.json"


def read_story(folder: Path) -> Case:
    """The story in a folder. Raises KeyFileError where its key or one of its articles is wrong."""
    path = folder / NAME
    try:
        key = json.loads(path.read_text(encoding="utf-8"))
    except OSError as failure:
        raise KeyFileError(str(path), None, f"cannot be read ({failure.strerror})") from None
    except UnicodeDecodeError:
        raise KeyFileError(str(path), None, "is not UTF-8 text") from None
    except json.JSONDecodeError as failure:
        raise KeyFileError(str(path), failure.lineno, f"is not valid JSON: {failure.msg}") from None
    try:
        read = {id: read_article(id, folder / name, path, None) for id, name in key["articles"].items()}
        sources = {id: Source(raw, article) for id, (article, raw) in read.items()}
        facts = tuple(
            Fact(
                str(fact["id"]),
                {id: _golds(spans, read[id][1], sources[id]) for id, spans in fact["members"].items()},
            )
            for fact in key["facts"]
        )
        if not read:
            raise ValueError("it names no articles")
    except (KeyError, TypeError, ValueError, AttributeError) as failure:
        problem = f"does not have the form of a story's key ({type(failure).__name__}: {failure})"
        raise KeyFileError(str(path), None, problem) from None
    return Case(tuple(article for article, _ in read.values()), Key(folder.name, facts, complete=False))


def _golds(spans: list[list[Any]], raw: str, source: Source) -> tuple[Gold, ...]:
    return tuple(_gold(span, raw, source) for span in spans)


def _gold(span: list[Any], raw: str, source: Source) -> Gold:
    """One stretch of a fact: `[[start, end], …]`, several pieces where words between them do not count."""
    pieces = [(int(start), int(end)) for start, end in span]
    if any(not 0 <= start < end <= len(raw) for start, end in pieces):
        raise ValueError(f"{span} is outside the article")
    place = source.place(pieces)
    text = " … ".join(raw[start:end] for start, end in pieces)
    return Gold(text, sum(end - start for start, end in pieces), (place,) if place else ())
