"""Outside programs: a command that reads passages, an editor for notes, a pager for sources."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from reader.errors import ReaderError
from reader.safety import harmless

_PATIENCE = 60.0
"""Seconds that a command has; a reader who wants more runs it in a shell."""
_LIMIT = 200_000
"""Characters of its answer that are shown."""


class OutsideFailed(ReaderError):
    """Another program could not be run."""


def piped(command: str, text: str) -> str:
    """What a shell command says to a text, with its exit status where that is not 0.

    None of it reaches the terminal as it is.
    """
    try:
        done = subprocess.run(
            command,
            shell=True,
            input=text,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise OutsideFailed(f"'{command}' took longer than {_PATIENCE:.0f} seconds and was stopped") from None
    except (OSError, ValueError) as failure:
        raise OutsideFailed(f"'{command}' cannot be run ({failure})") from None
    said = harmless((done.stdout + done.stderr)[:_LIMIT]).rstrip()
    status = f"\n\n(exit status {done.returncode})" if done.returncode else ""
    return (said or "(it said nothing)") + status


def edited(text: str) -> str:
    """A text after the reader's editor was open on it. Runs in the terminal, so the app must have left it."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.TemporaryDirectory(prefix="rashomon-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(f"{text}\n" if text else "", encoding="utf-8")
        _run(editor, path, "name your editor in the variable EDITOR")
        try:
            return path.read_text(encoding="utf-8", errors="replace")
        except OSError as failure:
            raise OutsideFailed(f"'{editor}' left no text ({failure.strerror}); nothing was changed") from None


def shown(path: Path) -> None:
    """Show a file in the reader's pager. Runs in the terminal, so the app must have left it."""
    pager = os.environ.get("PAGER") or "less"
    _run(pager, path, "name your pager in the variable PAGER")


def _run(program: str, path: Path, advice: str) -> None:
    try:
        status = subprocess.run([*shlex.split(program), str(path)], check=False).returncode
    except (OSError, ValueError) as failure:
        # ValueError: a quotation mark that is not closed.
        raise OutsideFailed(f"'{program}' cannot be run ({failure}); {advice}") from None
    if status:
        raise OutsideFailed(f"'{program}' ended with exit status {status}; nothing was changed")
