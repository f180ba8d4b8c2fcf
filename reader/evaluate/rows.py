"""Answer keys with one JSON object on a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from reader.errors import KeyFileError

T = TypeVar("T")


def read(path: Path, build: Callable[[int, Mapping[str, Any]], T]) -> list[T]:
    """Each line as `build(number, object)` makes it. Raises KeyFileError with the line of what is wrong."""
    built = []
    for number, row in _rows(path):
        try:
            built.append(build(number, row))
        except KeyError as missing:
            raise KeyFileError(str(path), number, f"lacks the key {missing}") from None
        except (TypeError, ValueError) as failure:
            raise KeyFileError(str(path), number, f"is not as its form asks ({failure})") from None
    return built


def keys(path: Path) -> frozenset[str]:
    """The keys of the first line, which tell the form of a file."""
    for _, row in _rows(path, only=1):
        return frozenset(row)
    raise KeyFileError(str(path), None, "is empty")


def _rows(path: Path, only: int | None = None) -> list[tuple[int, Mapping[str, Any]]]:
    rows: list[tuple[int, Mapping[str, Any]]] = []
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    rows.append((number, _object(path, number, line)))
                if len(rows) == only:
                    break
    except OSError as failure:
        raise KeyFileError(str(path), None, f"cannot be read ({failure.strerror})") from None
    except UnicodeDecodeError:
        raise KeyFileError(str(path), None, "is not UTF-8 text") from None
    return rows


def _object(path: Path, number: int, line: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as failure:
        raise KeyFileError(str(path), number, f"is not valid JSON: {failure.msg}") from None
    if not isinstance(row, dict):
        raise KeyFileError(str(path), number, "is not a JSON object")
    return row
