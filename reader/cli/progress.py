"""How far a long command has come, for whoever watches it on a terminal."""

from __future__ import annotations

import sys
import time
from shutil import get_terminal_size
from types import TracebackType
from typing import Self

from reader.model import Progress


class ProgressLine:
    """One line on a terminal's standard error, written over as the work goes on and gone when it is done."""

    def __init__(self) -> None:
        self._last = 0.0
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def __call__(self, progress: Progress) -> None:
        if progress.done >= progress.total:
            self.clear()
        elif sys.stderr.isatty() and time.monotonic() - self._last > 0.1:
            self._last = time.monotonic()
            self._shown = True
            # A line that wraps could not be taken away.
            told = f"{progress.step}: {progress.done} of {progress.total}"[: get_terminal_size().columns - 1]
            print(f"\r\x1b[K{told}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the line away, before something else is printed."""
        if self._shown:
            self._shown = False
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
