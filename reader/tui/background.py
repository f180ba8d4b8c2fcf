"""The comparison in a process of its own, so that keys are answered while it runs and it can be stopped at once."""

from __future__ import annotations

import io
import multiprocessing
import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr
from multiprocessing.connection import Connection

from reader.errors import Cancelled, ReaderError
from reader.model import Article, Comparison, Correction, Progress, Report


class ComparisonFailed(ReaderError):
    """The process ended without a comparison."""


class Job:
    """One comparison, begun when the job is made."""

    def __init__(
        self, articles: Sequence[Article], corrections: Sequence[Correction] = (), *, meaning: bool = False
    ) -> None:
        # "spawn" starts from a bare interpreter: a fork of a process that has threads and a terminal is not safe.
        context = multiprocessing.get_context("spawn")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_work,
            args=(tuple(articles), tuple(corrections), meaning, sender),
            name="rashomon-compare",
            daemon=True,
        )
        self._cancelled = False
        # Starting a process wants standard error to be a file, which it is not while Textual runs.
        with redirect_stderr(sys.__stderr__):
            self._process.start()
        sender.close()

    def wait(self, report: Report) -> Comparison:
        """The comparison, with progress told on the way.

        Raises Cancelled after `cancel`, and ComparisonFailed where the process could not finish.
        """
        try:
            while True:
                message = self._receiver.recv()
                if isinstance(message, Progress):
                    report(message)
                elif isinstance(message, Comparison):
                    return message
                else:
                    raise ComparisonFailed(message)
        except (EOFError, OSError):
            if self._cancelled:
                raise Cancelled from None
            raise ComparisonFailed("the comparison ended too early; the texts can be read without it") from None
        finally:
            self._process.join(timeout=5)
            self._receiver.close()

    def cancel(self) -> None:
        """Stop the work."""
        self._cancelled = True
        self._process.terminate()


def _work(articles: Sequence[Article], corrections: Sequence[Correction], meaning: bool, sender: Connection) -> None:
    """What the process does. It owns no terminal, so nothing that it prints may reach one."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    sys.stdout = sys.stderr = io.StringIO()
    try:
        from reader.compare import compare

        sender.send(compare(articles, sender.send, corrections, semantic=meaning))
    except Exception as error:
        # Whatever went wrong must be told where someone sees it, which is not in this process.
        sender.send(f"the comparison failed ({type(error).__name__}: {error}); the texts can be read without it")
    finally:
        sender.close()
