"""The line that tells how far a long command has come."""

from __future__ import annotations

import io
import sys

import pytest

from reader.cli.progress import ProgressLine
from reader.model import Progress


class Watched(io.StringIO):
    """A terminal's standard error."""

    def isatty(self) -> bool:
        """Somebody looks."""
        return True


def test_it_is_written_over_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never wider than the terminal, since what wraps could not be taken away."""
    monkeypatch.setattr(sys, "stderr", Watched())
    monkeypatch.setenv("COLUMNS", "20")
    with ProgressLine() as told:
        told(Progress("reading articles of a long story", 3, 9))
        told(Progress("reading articles of a long story", 4, 9))
    assert sys.stderr.getvalue() == "\r\x1b[Kreading articles of\r\x1b[K"  # type: ignore[attr-defined]


def test_piped_it_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody looks at a file while it grows."""
    with ProgressLine() as told:
        told(Progress("reading", 3, 9))
    assert capsys.readouterr().err == ""
