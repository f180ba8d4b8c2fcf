"""The errors that a user can meet; each says what happened, where, and what to do.

ReaderError
├── UsageError      the command line asks for something that does not exist
├── IntakeError     a source cannot be read
│   └── NothingToRead   none of the sources holds an article
├── FileError       a YAML file of the user is wrong, with its line
│   ├── ConfigError
│   ├── ThemeError
│   ├── StoryError
│   └── KeyFileError    an answer key cannot be read
├── StoreError      notes cannot be kept or found
├── ExportError     a comparison cannot be written
└── MissingExtra    an optional part is not installed
Cancelled           the user stopped the work; not an error, and not a ReaderError
"""

from __future__ import annotations

import shlex
import sys


class ReaderError(Exception):
    """One clear sentence for the user; commands end with exit status 2."""


class UsageError(ReaderError):
    """The command line asks for something that does not exist."""


class IntakeError(ReaderError):
    """A source cannot be read."""


class NothingToRead(IntakeError):
    """None of the sources holds an article."""


class FileError(ReaderError):
    """A YAML file of the user is wrong."""

    def __init__(self, path: str, line: int | None, problem: str) -> None:
        self.path, self.line, self.problem = path, line, problem
        where = path if line is None else f"{path}, line {line}"
        super().__init__(f"{where}: {problem}")


class ConfigError(FileError):
    """The configuration is wrong."""


class ThemeError(FileError):
    """A theme is wrong."""


class StoryError(FileError):
    """A story file is wrong."""


class KeyFileError(FileError):
    """An answer key cannot be read."""


class StoreError(ReaderError):
    """Notes cannot be kept or found."""


class ExportError(ReaderError):
    """A comparison cannot be written."""


class MissingExtra(ReaderError):
    """An optional part is not installed."""

    def __init__(self, extra: str, purpose: str) -> None:
        # This Python's pip, since the one that a shell finds may install for another; what is installed already from a
        # clone is not looked for elsewhere.
        pip = f"{shlex.quote(sys.executable or 'python')} -m pip install"
        super().__init__(f"{purpose} needs the extra '{extra}': {pip} 'rashomon[{extra}]'")


class Cancelled(Exception):
    """The user stopped the work."""
