"""An argument parser whose mistakes are one sentence with a suggestion, like every other error."""

from __future__ import annotations

import argparse
import difflib
import re
from typing import NoReturn

from reader.errors import UsageError

_CHOICE = re.compile(
    r"argument (?:-\w/)?-*(?P<what>\w+): invalid choice: '(?P<given>.*)' \(choose from (?P<known>.*)\)"
)
"""As argparse words it, with quotation marks around the choices before Python 3.12."""


class Parser(argparse.ArgumentParser):
    """Raises `UsageError` instead of printing usage and leaving."""

    def __init__(self, **settings: object) -> None:
        settings.setdefault("allow_abbrev", False)
        super().__init__(**settings)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """One sentence: what is wrong, and the nearest thing that exists."""
        choice = _CHOICE.fullmatch(message)
        if choice:
            known = [each.strip("'") for each in choice["known"].split(", ")]
            near = difflib.get_close_matches(choice["given"], known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
            raise UsageError(f"there is no {choice['what'].lower()} '{choice['given']}'; {hint}")
        unknown = re.search(r"unrecognized arguments: (\S+)", message)
        if unknown:
            option = unknown[1].split("=")[0]
            known = [name for action in self._actions for name in action.option_strings]
            near = difflib.get_close_matches(option, known, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"'{self.prog} --help' lists the options"
            raise UsageError(f"'{self.prog}' does not know '{option}'; {hint}")
        raise UsageError(f"{message}; '{self.prog} --help' tells how it is used")
