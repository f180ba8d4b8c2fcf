"""The command `rashomon`: finds the command that is asked for and turns every error into one sentence."""

from __future__ import annotations

import difflib
import importlib
import io
import os
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path

from reader.cli.parser import Parser
from reader.cli.streams import warn
from reader.cli.table import COMMANDS, DEFAULT, Command
from reader.errors import Cancelled, ReaderError, UsageError

__all__ = ["main"]

_STATUS = (
    "Exit status: 0 done; 1 a check failed, or nothing was found; 2 something was wrong, "
    "such as a source that cannot be read (the others are read); 130 stopped."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 a check failed, 2 an error, 130 stopped by the user."""
    # No `list(…)`: once the command of that name has been imported, it is a module here.
    given = [*(sys.argv[1:] if arguments is None else arguments)]
    if sys.stdout is None:
        # It was closed (`>&-`): nobody wants to hear.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123  # as long as the program runs
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show a sign gets a question mark for it, and no traceback.
        sys.stdout.reconfigure(errors="replace")
    try:
        status = _run(given)
        sys.stdout.flush()
        return status
    except ReaderError as error:
        warn(error)
        return 2
    except (KeyboardInterrupt, Cancelled):
        warn("stopped")
        return 130
    except BrokenPipeError:
        # The reader of our output left early (`rashomon compare … | head`): not an error.
        _drop_output()
        return 0
    except OSError as error:
        # Of a file that no room knows more about, or of the output itself.
        if error.filename is None:
            _drop_output()
            warn(f"what is printed cannot be written ({error.strerror})")
        else:
            warn(f"'{error.filename}' cannot be used ({error.strerror}); check the path")
        return 2


def _drop_output() -> None:
    """Let standard output go nowhere from here, so that the interpreter does not complain when it flushes."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: list[str]) -> int:
    if given[:1] in (["--help"], ["-h"], ["help"]):
        print(_overview())
        return 0
    if given[:1] == ["--version"]:
        from reader import __version__

        print(f"rashomon {__version__}")
        return 0
    command, rest = _choose(given)
    module = importlib.import_module(command.module)
    parser = Parser(prog=f"rashomon {command.name}", description=f"{command.help.capitalize()}.", epilog=_STATUS)
    module.configure(parser)
    options = parser.parse_args(rest)
    status: int = module.run(options)
    return status


def _choose(given: list[str]) -> tuple[Command, list[str]]:
    """The command and what is left for it; without the name of a command, the articles are opened."""
    by_name = {command.name: command for command in COMMANDS}
    if not given:
        return by_name[DEFAULT], []
    first = given[0]
    if first in by_name:
        return by_name[first], given[1:]
    looks_like_source = first.startswith("-") or "://" in first or os.sep in first or Path(first).exists()
    if not looks_like_source and first != "seeds" and not Path(first).suffix:
        near = difflib.get_close_matches(first, by_name, n=1)
        hint = f"did you mean '{near[0]}'?" if near else "'rashomon --help' lists the commands"
        raise UsageError(f"there is no command, file or folder '{first}'; {hint}")
    return by_name[DEFAULT], given


def _overview() -> str:
    width = max(len(command.usage) for command in COMMANDS)
    lines = [
        "usage: rashomon [COMMAND] [PATH…]",
        "",
        "Read the same news from several outlets, side by side.",
        "",
        *(f"  {command.usage:<{width}}  {command.help}" for command in COMMANDS),
        "",
        "Without a command the articles are opened; without a path, the demonstration.",
        "'rashomon COMMAND --help' tells the options, 'rashomon --version' the version.",
        *textwrap.wrap(_STATUS, 79),
    ]
    return "\n".join(lines)
