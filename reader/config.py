"""A reader's settings: one YAML file, read strictly and forgivingly: what is wrong is named, the rest holds."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from reader import paths, wholefile, yamlfile
from reader.errors import ConfigError


@dataclass(frozen=True, slots=True)
class KeyChange:
    """What the settings say of one command's keys, with its place for messages."""

    command: str
    keys: tuple[str, ...]
    """As written; empty to leave the command without a key."""
    path: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Config:
    """All settings; each docstring is the manual of the line in `config.yaml` that has its name."""

    theme: str | None = None
    """The theme to start with; `rashomon themes` lists them."""
    overview: bool = True
    """Whether the strip at each column's edge shows where the marks lie."""
    lock: bool = True
    """Whether all columns scroll together."""
    meaning: bool = False
    """Whether articles are compared by meaning too, which finds more and takes longer; needs the extra `semantic`."""
    column: int = 32
    """The least width of a column in cells; as many columns are shown as fit."""
    keys: tuple[KeyChange, ...] = ()
    """Commands and their keys: `keys: {next: "n", export: ["s", "ctrl+s"]}`; `rashomon keys` lists the commands."""


def read(path: Path | None = None) -> tuple[Config, tuple[str, ...]]:
    """The settings, and what is wrong with the file; without a file, the defaults."""
    path = path or paths.config_file()
    if not path.exists():
        return Config(), ()
    try:
        mapping = yamlfile.read_mapping(path, ConfigError)
    except ConfigError as error:
        return Config(), (str(error),)
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name in mapping:
        try:
            values[name] = _setting(mapping, name, problems)
        except ConfigError as error:
            problems.append(str(error))
    return Config(**values), tuple(problems)


def keep_theme(name: str, path: Path | None = None) -> None:
    """Put the theme in the settings, in its line or a new first one; every other line stays as it is.

    Raises ConfigError where that cannot be done.
    """
    path = path or paths.config_file()
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        line = f"theme: {name}\n"
        after, changed = re.subn(r"(?m)^theme:.*\n?", line, before, count=1)
        path.parent.mkdir(parents=True, exist_ok=True)
        wholefile.write(path, after if changed else line + before)
    except (OSError, ValueError) as failure:
        raise ConfigError(
            str(path), None, f"cannot be written ({failure}); the theme is used until you leave"
        ) from None


def _setting(mapping: yamlfile.Mapping, name: str, problems: list[str]) -> Any:
    known = [field.name for field in fields(Config)]
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
        raise ConfigError(mapping.path, mapping.line_of(name), f"there is no setting '{name}'; {hint}")
    value = mapping.values[name]
    if name == "keys":
        return _keys(mapping, value, problems)
    if name == "theme" and not isinstance(value, str):
        raise ConfigError(mapping.path, mapping.line_of(name), f"'theme' must be the name of a theme, not {value!r}")
    if name in ("overview", "lock", "meaning") and not isinstance(value, bool):
        raise ConfigError(mapping.path, mapping.line_of(name), f"'{name}' must be true or false, not {value!r}")
    if name == "column" and (not isinstance(value, int) or isinstance(value, bool) or not 20 <= value <= 200):
        raise ConfigError(mapping.path, mapping.line_of(name), f"'column' must be from 20 to 200 cells, not {value!r}")
    return value


def _keys(mapping: yamlfile.Mapping, value: Any, problems: list[str]) -> tuple[KeyChange, ...]:
    if not isinstance(value, yamlfile.Mapping):
        raise ConfigError(mapping.path, mapping.line_of("keys"), "'keys' must be lines of the form 'command: key'")
    changes: list[KeyChange] = []
    for command in value:
        keys = value.values[command]
        keys = [] if keys is None else keys if isinstance(keys, list) else [keys]
        line = value.line_of(command)
        if all(isinstance(key, str | int) and not isinstance(key, bool) for key in keys):
            changes.append(KeyChange(command, tuple(map(str, keys)), mapping.path, line))
        else:
            problems.append(
                str(ConfigError(mapping.path, line, f"the keys of '{command}' must be text in quotation marks"))
            )
    return tuple(changes)
