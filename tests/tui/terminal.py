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
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

ROOT = Path(__file__).parent.parent.parent

_PATIENCE = 120.0
"""Seconds to wait for a text; a machine with much to do may be slow, and a test that fails now and then is no test."""

_ASKED, _KNOWN = "\x1b[?2026$p", "\x1b[?2026;2$y"
_BEGUN, _ENDED = "\x1b[?2026h", "\x1b[?2026l"
"""Whether a terminal can show a picture at once, that it can, and where a picture begins and ends."""


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
        self._fed = 0
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
        """Whatever is written within so many seconds; a picture is shown when it is whole."""
        ready, _, _ = select.select([self._leader], [], [], seconds)
        if ready:
            piece = self._decoder.decode(os.read(self._leader, 65536))
            asked = self.raw.count(_ASKED)
            self.raw += piece
            if self.raw.count(_ASKED) > asked:
                self.type(_KNOWN)
            begun = self.raw.rfind(_BEGUN)
            end = begun if begun > self.raw.rfind(_ENDED) else len(self.raw)
            if end > self._fed:
                # The terminal emulator does not know the query for private modes, and prints its end.
                self._stream.feed(self.raw[self._fed : end].replace(_ASKED, "").replace("\x1b[?2048$p", ""))
                self._fed = end
        return bool(ready)

    def wait(self, reached: Callable[[], bool], what: str) -> None:
        """Wait for something, and fail with its name where it does not come."""
        end = time.monotonic() + _PATIENCE
        while not reached():
            assert time.monotonic() < end, f"{what} did not come:\n{self.text}"
            self._read(0.5)

    def until(self, text: str, gone: str | None = None) -> str:
        """Wait until the terminal shows a text, and another one no longer; the whole screen then."""
        told = f"'{text}'" if gone is None else f"'{text}' without '{gone}'"
        self.wait(lambda: text in self.text and (gone is None or gone not in self.text), told)
        return self.text

    def leave(self) -> int:
        """Wait for the program's end; its exit status."""
        self.wait(lambda: self.process.poll() is not None, "the end")
        while self._read(0):
            pass
        return self.process.wait()
