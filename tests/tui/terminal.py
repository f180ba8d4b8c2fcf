"""A real terminal for the program: a pty whose output is read into a picture of the screen."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

ROOT = Path(__file__).parent.parent.parent

_PATIENCE = 30.0
"""Seconds to wait for a text; a machine with much to do may be slow, and a test that fails now and then is no test."""


class Terminal:
    """One run of the program."""

    def __init__(self, arguments: Sequence[str], size: tuple[int, int] = (110, 32), **environment: str) -> None:
        self._leader, follower = pty.openpty()
        columns, rows = size
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(follower)
        self._follower = follower
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.raw = ""
        """Everything that was written to the terminal."""
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "reader", *arguments],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **environment},
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._leader)
        os.close(self._follower)

    @property
    def text(self) -> str:
        """What the terminal shows."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._leader, keys.encode())

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._leader], [], [], seconds)
        if ready:
            piece = self._decoder.decode(os.read(self._leader, 65536))
            self.raw += piece
            # The terminal emulator does not know the query for private modes, and prints its end.
            self._stream.feed(piece.replace("\x1b[?2026$p", "").replace("\x1b[?2048$p", ""))
        return bool(ready)

    def until(self, text: str) -> str:
        """Wait until the terminal shows a text; the whole screen then."""
        end = time.monotonic() + _PATIENCE
        while text not in self.text:
            if time.monotonic() > end:
                raise AssertionError(f"'{text}' did not appear:\n{self.text}")
            self._read(0.5)
        return self.text

    def quiet(self, seconds: float = 0.15) -> None:
        """Wait until nothing more is drawn: what was typed has been understood."""
        while self._read(seconds):
            pass

    def leave(self) -> int:
        """Wait for the program's end; its exit status."""
        end = time.monotonic() + _PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.2)
        while self._read(0):
            pass
        return self.process.wait(timeout=1)
