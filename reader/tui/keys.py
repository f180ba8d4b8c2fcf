"""Keys: how they are written, which command each sequence asks for, and how sequences and counts are read."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reader.config import KeyChange
from reader.errors import ConfigError
from reader.tui.commands import BY_ID, COMMANDS, PLACES, TYPED

Keys = tuple[str, ...]
"""A sequence of keys, each a character or one of the names below, perhaps with "ctrl+", "alt+" or "shift+"."""

_NAMED = {
    *("enter", "escape", "tab", "space", "backspace", "delete", "insert"),
    *("home", "end", "pageup", "pagedown", "up", "down", "left", "right"),
    *(f"f{number}" for number in range(1, 13)),
}
_EDITING = {"space", "enter", "left", "right", "home", "end", "backspace", "delete"}
"""Keys with which a line is typed, although they are no characters."""
_MODIFIERS = ("ctrl", "alt", "shift")
_SIGNS = {"left": "←", "right": "→", "up": "↑", "down": "↓", "pageup": "PageUp", "pagedown": "PageDown"}


@dataclass(frozen=True, slots=True)
class Press:
    """What a finished sequence of keys asks for."""

    command: str
    count: int | None
    """The number typed before it; for `column`, the number of the column."""
    letter: str | None = None
    """The key after it, for commands that take one."""


def parse(notation: str) -> Keys:
    """The keys of `]d`, `g g`, `ctrl+o` or `enter`. ValueError, with a sentence, where there is none."""
    keys: list[str] = []
    for part in notation.split():
        if part in _NAMED or _is_modified(part):
            keys.append(part)
        elif len(part) > 3:
            near = difflib.get_close_matches(part, _NAMED, n=1)
            hint = f"did you mean '{near[0]}'?" if near else "write it like ']d', 'ctrl+o' or 'enter'"
            raise ValueError(f"there is no key '{part}'; {hint}")
        else:
            keys.extend(part)
    if not keys:
        raise ValueError("a key is empty; write it like ']d', 'ctrl+o' or 'enter'")
    return tuple(keys)


def _is_modified(part: str) -> bool:
    *modifiers, name = part.split("+")
    return bool(modifiers) and set(modifiers) <= set(_MODIFIERS) and (len(name) == 1 or name in _NAMED)


def free(keys: Keys) -> bool:
    """Whether it is one key for which a line being typed has no use."""
    return len(keys) == 1 and len(keys[0]) > 1 and keys[0] not in _EDITING


def shown(notation: str) -> str:
    """Keys as hints and the help show them: `Ctrl-o`, `Enter`, `]d`."""
    words = [_shown_key(key) for key in parse(notation)]
    return ("" if all(len(word) == 1 for word in words) else " ").join(words)


def _shown_key(key: str) -> str:
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    sign = _SIGNS.get(name, name.capitalize() if len(name) > 1 else name)
    return "-".join([*(modifier.capitalize() for modifier in modifiers), sign])


def shown_keys(notations: Sequence[str]) -> str:
    """All keys of one command; nine digits are a range."""
    if tuple(notations) == tuple("123456789"):
        return "1–9"
    return "  ".join(map(shown, notations))


@dataclass(frozen=True, slots=True)
class KeyMap:
    """Which command each sequence asks for."""

    notations: Mapping[str, tuple[str, ...]]
    """For each command, its keys as they are written."""
    _commands: Mapping[str, Mapping[Keys, str]] = field(init=False)

    def __post_init__(self) -> None:
        sequences: dict[str, dict[Keys, str]] = {place: {} for place in ("", *PLACES)}
        for command, keys in self.notations.items():
            sequences[BY_ID[command].place].update((parse(key), command) for key in keys)
        object.__setattr__(self, "_commands", {place: sequences[""] | own for place, own in sequences.items()})

    def commands(self, place: str = "") -> Mapping[Keys, str]:
        """Which command each sequence asks for in a place."""
        return self._commands[place]

    def hint(self, command: str, typed: bool = False) -> str:
        """The first key of a command, for hints; `typed` where a line is being typed; empty where it has none."""
        keys = [key for key in self.notations.get(command, ()) if not typed or free(parse(key))]
        return shown(keys[0]) if keys else ""

    def hints(self, told: Iterable[tuple[str, str]], typed: bool = False) -> tuple[str, ...]:
        """Commands with a word for what they do, each after its first key: "n next"; without those that have none."""
        return tuple(f"{hint} {words}" for command, words in told if (hint := self.hint(command, typed)))

    def begins(self, keys: Keys, place: str = "") -> bool:
        """Whether a longer sequence begins with these keys in a place."""
        return any(len(sequence) > len(keys) and sequence[: len(keys)] == keys for sequence in self._commands[place])


DEFAULTS: Mapping[str, tuple[str, ...]] = {command.id: command.keys for command in COMMANDS}


def key_map(changes: Iterable[KeyChange] = ()) -> tuple[KeyMap, tuple[str, ...]]:
    """The defaults with a reader's changes, and what is wrong with the changes: each wrong one is left out.

    A command that is given keys which another has by default in the same place takes them from it; two changes that ask
    for the same keys clash, and so does a key that would begin a longer sequence of another command.
    """
    notations = dict(DEFAULTS)
    problems: list[str] = []
    taken: dict[str, dict[Keys, KeyChange]] = {place: {} for place in ("", *PLACES)}
    for change in changes:
        problem = _problem(change, taken)
        if problem:
            problems.append(_sentence(change, problem))
            continue
        place = BY_ID[change.command].place
        wanted = {parse(key) for key in change.keys}
        for other, keys in notations.items():
            if BY_ID[other].place == place:
                notations[other] = tuple(key for key in keys if parse(key) not in wanted)
        notations[change.command] = change.keys
        taken[place].update((keys, change) for keys in wanted)
    problems += [
        _sentence(change, f"takes {shown(key)} from '{command}', which has no key now; give it one")
        for changed in taken.values()
        for change in dict.fromkeys(changed.values())
        for command, key in _orphans(notations, change)
    ]
    return KeyMap(notations), tuple(problems)


def _sentence(change: KeyChange, problem: str) -> str:
    return str(ConfigError(change.path, change.line, problem))


def _orphans(notations: Mapping[str, tuple[str, ...]], change: KeyChange) -> list[tuple[str, str]]:
    """Commands that a change has left without any key, with the key that it took."""
    wanted = {parse(key): key for key in change.keys}
    return [
        (command.id, wanted[parse(key)])
        for command in COMMANDS
        for key in command.keys[:1]
        if command.place == BY_ID[change.command].place and command.id != change.command
        if not notations[command.id] and parse(key) in wanted
    ]


def _problem(change: KeyChange, changed: Mapping[str, Mapping[Keys, KeyChange]]) -> str | None:
    if change.command not in BY_ID:
        near = difflib.get_close_matches(change.command, BY_ID, n=1)
        hint = f"did you mean '{near[0]}'?" if near else "'rashomon keys' lists them"
        return f"there is no command '{change.command}'; {hint}"
    if change.command == "column":
        return "columns are chosen by their digits, which cannot be changed"
    taken = changed[BY_ID[change.command].place]
    for key in change.keys:
        try:
            keys = parse(key)
        except ValueError as error:
            return str(error)
        if BY_ID[change.command].place in TYPED and not free(keys):
            return f"'{key}' is used by the line that is typed there; choose a key like 'ctrl+f' or 'tab'"
        if keys in taken:
            other = taken[keys]
            return f"'{key}' is given to '{other.command}' on line {other.line} already; choose another key"
        for sequence, other in taken.items():
            if sequence[: len(keys)] == keys or keys[: len(sequence)] == sequence:
                clash = f"clashes with '{''.join(sequence)}' of '{other.command}' on line {other.line}"
                return f"'{key}' {clash}: one begins the other; choose another key"
    return None


class KeyReader:
    """Reads keys one at a time: counts, sequences, and digits that may be a count or a command of their own.

    A digit that is a command too waits for what follows. When nothing does, `settle` says what it meant.
    """

    def __init__(self, keys: KeyMap, place: str = "") -> None:
        self.keys = keys
        self._place = place
        self._digits = ""
        self._typed: Keys = ()
        self._lettered: str | None = None
        """A command that waits for its letter."""

    @property
    def pending(self) -> str:
        """What has been typed and not yet understood, for the status line."""
        return self._digits + "".join(_shown_key(key) for key in self._typed)

    def clear(self) -> None:
        """Forget what has been typed."""
        self._digits, self._typed, self._lettered = "", (), None

    def feed(self, key: str) -> list[Press] | None:
        """What this key completes: nothing yet (an empty list), commands, or None where it means nothing."""
        if self._lettered is not None:
            press = Press(self._lettered, None, key)
            self.clear()
            return [press] if len(key) == 1 else []
        if not self._typed and len(key) == 1 and key.isdecimal() and key.isascii() and (key != "0" or self._digits):
            self._digits = (self._digits + key)[:4]
            return []
        typed = (*self._typed, key)
        command = self.keys.commands(self._place).get(typed)
        if self.keys.begins(typed, self._place):
            self._typed = typed
            return []
        if command is None:
            known = bool(self._typed or self._digits)
            self.clear()
            return [] if known and key == "escape" else None
        before = [] if BY_ID[command].counted else self._digit()
        press = Press(command, self._count(command))
        self.clear()
        if BY_ID[command].lettered:
            self._typed, self._lettered = typed, command
            return before
        return [*before, press]

    def settle(self) -> list[Press]:
        """What was typed and is complete as it stands, after a pause: a single digit, or keys that begin others."""
        if self._typed:
            command = self.keys.commands(self._place).get(self._typed)
            if self._lettered is not None or command is None:
                return []
            press = Press(command, self._count(command))
            self.clear()
            return [press]
        if len(self._digits) == 1:
            presses = self._digit()
            self.clear()
            return presses
        return []

    def _count(self, command: str) -> int | None:
        return int(self._digits) if self._digits and BY_ID[command].counted else None

    def _digit(self) -> list[Press]:
        command = self.keys.commands(self._place).get((self._digits,))
        return [Press(command, int(self._digits))] if command else []
