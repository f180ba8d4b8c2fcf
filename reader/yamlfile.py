"""YAML files of the user: mappings read safely, with the line of every key for messages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from reader.errors import FileError

_LIMIT = 1_000_000
"""Characters. Settings, themes and stories are small; anything larger is a mistake."""
_DEPTH = 20
"""Nesting of lists and mappings."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """One mapping of a YAML file: its values, and on which line each key stands."""

    path: str
    line: int | None
    values: dict[str, Any]
    """Scalars as YAML reads them, lists, and `Mapping` for nested mappings."""
    lines: dict[str, int | None]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)

    def line_of(self, key: str) -> int | None:
        """The line of a key, or of the mapping where the key is missing."""
        return self.lines.get(key, self.line)


def read_mapping(path: Path, error: type[FileError] = FileError) -> Mapping:
    """The mapping at the top of a YAML file; an empty file is an empty mapping.

    Raises `error` with file and line for what cannot be read, is not YAML, is no mapping, has a key twice or
    an alias (aliases are how a small file becomes a huge value).
    """
    name = str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise error(name, None, "is not UTF-8 text; save it as UTF-8") from None
    except OSError as failure:
        raise error(name, None, f"cannot be read ({failure.strerror or failure}); check the path") from None
    return parse_mapping(text, name, error)


def parse_mapping(text: str, name: str, error: type[FileError] = FileError) -> Mapping:
    """As `read_mapping`, for text that is already at hand; `name` is the file in messages."""
    if len(text) > _LIMIT:
        raise error(name, None, "is larger than 1 MB; settings, themes and stories are small files")
    try:
        _refuse_bombs(text, name, error)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        if node is None:
            return Mapping(name, 1, {}, {})
        if not isinstance(node, yaml.MappingNode):
            raise error(name, _line(node), "must be a mapping, lines of the form 'key: value'")
        return _mapping(node, name, error)
    except yaml.MarkedYAMLError as failure:
        mark = failure.problem_mark or failure.context_mark
        problem = failure.problem or "is not valid YAML"
        raise error(name, mark.line + 1 if mark else None, f"is not valid YAML: {problem}") from None
    except yaml.YAMLError as failure:
        raise error(name, None, f"is not valid YAML: {' '.join(str(failure).split())}") from None


def _refuse_bombs(text: str, name: str, error: type[FileError]) -> None:
    """Aliases grow a small file into a huge value, and depth grows time and stack."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            raise error(name, _line(event), "uses an alias (*name), which is not supported; write it out")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEPTH:
            raise error(name, _line(event), "is nested too deeply; settings, themes and stories are flat")


def _line(at: yaml.Node | yaml.Event) -> int | None:
    return at.start_mark.line + 1 if at.start_mark else None


def _mapping(node: yaml.MappingNode, name: str, error: type[FileError]) -> Mapping:
    values: dict[str, Any] = {}
    lines: dict[str, int | None] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise error(name, _line(key_node), "has a key that is not plain text")
        key = str(key_node.value)
        if key in values:
            raise error(name, _line(key_node), f"has the key '{key}' twice; it stands on line {lines[key]} already")
        values[key] = _value(value_node, name, error)
        lines[key] = _line(key_node)
    return Mapping(name, _line(node), values, lines)


def _value(node: yaml.Node, name: str, error: type[FileError]) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, name, error)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, name, error) for item in node.value]
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_object(node, deep=True)
    except (ValueError, LookupError, AttributeError):
        # 2019-13-45 looks like a date and is none. What does not fit a tag, as in "!!int ''", fails in many ways.
        raise error(name, _line(node), f"is not valid YAML: '{node.value}' is not what it looks like") from None
    finally:
        loader.dispose()
