"""Themes: YAML files, read strictly, so that a wrong one is named with its line and the good ones still work."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeVar

from reader import paths, yamlfile
from reader.errors import ThemeError

T = TypeVar("T")

DEFAULT = "dusk"

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_TERMINAL = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_TERMINAL_COLOURS = frozenset(["default", *(f"{shade}{name}" for shade in ("", "bright_") for name in _TERMINAL)])


@dataclass(frozen=True, slots=True)
class Colours:
    """What each colour is for: hexadecimal ("#16181d"), or one of the terminal's sixteen ("bright_blue")."""

    background: str
    foreground: str
    """The text of the articles."""
    quiet: str
    """What is there but does not speak: dates, hints, numbers."""
    line: str
    """Rules between columns and panels."""
    accent: str
    """Where one is: the bar, the column in use, what is chosen."""
    tint: str
    """Behind the passages of the current alignment."""
    agreement: str
    difference: str
    unique: str
    match: str
    """Behind what a search has found."""
    selection: str
    """Behind what the mouse has selected."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme."""

    id: str
    """The name of its file, without `.yaml`."""
    name: str
    """What the list of themes shows."""
    dark: bool
    terminal: bool
    """Whether it leaves the colours to the terminal and only names them."""
    colours: Colours

    @property
    def contrast(self) -> float | None:
        """The lowest contrast of anything that is read, on every ground it may stand on; None where it is unknown."""
        if self.terminal:
            return None
        colours = self.colours
        texts = (colours.foreground, colours.agreement, colours.difference, colours.unique, colours.accent)
        grounds = (colours.background, colours.tint)
        pairs = [(text, ground) for text in texts for ground in grounds]
        pairs += [(colours.quiet, colours.background), (colours.foreground, colours.match)]
        pairs += [(colours.foreground, colours.selection)]
        return min(contrast(*pair) for pair in pairs)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def blend(one: str, other: str, share: float) -> str:
    """A colour between two; `share` is how much of the second it has."""
    mixed = (round(a + (b - a) * share) for a, b in zip(_channels(one), _channels(other), strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _luminance(colour: str) -> float:
    channels = (channel / 255 for channel in _channels(colour))
    red, green, blue = (value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, ...]:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    return tuple(int(digits[place : place + 2], 16) for place in (0, 2, 4))


def load(folders: Iterable[Path] | None = None) -> tuple[dict[str, Theme], tuple[str, ...]]:
    """All themes by id, shipped ones first, and what is wrong with those that cannot be used.

    A theme in a later folder replaces one of the same name.
    """
    themes: dict[str, Theme] = {}
    problems: list[str] = []
    for folder in folders if folders is not None else (paths.themes(), paths.user_themes()):
        for path in sorted(folder.glob("*.yaml")):
            try:
                theme = read(path)
            except ThemeError as error:
                problems.append(str(error))
            else:
                themes[theme.id] = theme
    return themes, tuple(problems)


def read(path: Path) -> Theme:
    """The theme of one file. Raises ThemeError, with the line, for anything that is not a theme."""
    mapping = yamlfile.read_mapping(path, ThemeError)
    known = ("name", "dark", "terminal", "colours")
    _refuse_unknown(mapping, known)
    name = _of_type(mapping, "name", str, path.stem)
    terminal = _of_type(mapping, "terminal", bool, False)
    colours = mapping.values.get("colours")
    if not isinstance(colours, yamlfile.Mapping):
        raise ThemeError(str(path), mapping.line_of("colours"), "needs 'colours', a mapping of names to colours")
    return Theme(path.stem, name, _of_type(mapping, "dark", bool, True), terminal, _colours(colours, terminal))


def _colours(mapping: yamlfile.Mapping, terminal: bool) -> Colours:
    known = tuple(field.name for field in fields(Colours))
    _refuse_unknown(mapping, known)
    values: dict[str, str] = {}
    for name in known:
        if name not in mapping.values:
            raise ThemeError(mapping.path, mapping.line, f"lacks the colour '{name}'; a theme needs {', '.join(known)}")
        value = mapping.values[name]
        if not _is_colour(value, terminal):
            form = f"one of {', '.join(sorted(_TERMINAL_COLOURS))}" if terminal else 'written like "#1b1d23"'
            raise ThemeError(mapping.path, mapping.line_of(name), f"'{name}' must be a colour, {form}, not {value!r}")
        values[name] = value
    return Colours(**values)


def _is_colour(value: object, terminal: bool) -> bool:
    if not isinstance(value, str):
        return False
    return value in _TERMINAL_COLOURS if terminal else bool(_HEX.fullmatch(value))


def _refuse_unknown(mapping: yamlfile.Mapping, known: Iterable[str]) -> None:
    for key in mapping:
        if key not in known:
            near = difflib.get_close_matches(key, list(known), n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"a theme knows {', '.join(known)}"
            raise ThemeError(mapping.path, mapping.line_of(key), f"does not know '{key}'; {hint}")


def _of_type(mapping: yamlfile.Mapping, key: str, kind: type[T], default: T) -> T:
    value = mapping.values.get(key, default)
    if not isinstance(value, kind):
        form = "true or false" if kind is bool else "text"
        raise ThemeError(mapping.path, mapping.line_of(key), f"'{key}' must be {form}, not {value!r}")
    return value


def describe(theme: Theme) -> Mapping[str, str]:
    """What a list of themes says of one."""
    ground = "dark" if theme.dark else "light"
    measured = "the terminal's own colours" if theme.contrast is None else f"contrast {theme.contrast:.1f}"
    return {"id": theme.id, "name": theme.name, "ground": ground, "contrast": measured}
