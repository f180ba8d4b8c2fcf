"""Comparing: the comparison is made in the background, at the start and after each correction."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from functools import partial

from textual.message import Message

from reader.errors import Cancelled, ReaderError
from reader.model import Comparison, Progress
from reader.tui.background import Job
from reader.tui.reading import Reading
from reader.tui.screens.room import Room


class Comparing(Room):
    """The part of the reading room that waits for comparisons."""

    @dataclass
    class Progressed(Message):
        """The comparison has come further."""

        state: Progress
        job: Job | None = None

        def can_replace(self, message: Message) -> bool:
            """Only the newest state is worth showing."""
            return isinstance(message, type(self))

    @dataclass
    class Compared(Message):
        """The comparison is ready."""

        comparison: Comparison
        job: Job | None = None

    @dataclass
    class NotCompared(Message):
        """There is no comparison, and why."""

        reason: str
        job: Job | None = None

    def __init__(self, reading: Reading, job: Job | None) -> None:
        super().__init__(reading)
        self._job = job
        self._progress: Progress | None = None

    async def on_mount(self) -> None:
        """The texts are there at once; the comparison arrives when it is ready."""
        self._await()

    def on_unmount(self) -> None:
        """Leave no process behind."""
        if self._job is not None:
            self._job.cancel()

    @property
    def comparing(self) -> bool:
        """Whether a comparison is being made."""
        return self._job is not None

    def realign(self) -> None:
        """Compare again with the corrections that hold now, and with removed text where it is wanted back.

        What is being compared without them is given up.
        """
        if self._job is not None:
            self._job.cancel()
        self._progress, self.reading.trouble = None, ""
        articles = self.reading.restoration.articles
        if len(articles) < 2:
            self._job = None
            self.reading.compare(Comparison(articles))
            self.rebuild()
            return
        self._job = Job(articles, self.reading.store.corrections(articles), meaning=self.reading.meaning)
        self._await()

    def _await(self) -> None:
        if self._job is not None:
            self.run_worker(partial(self._wait, self._job), thread=True, exit_on_error=False)
        else:
            gc.enable()

    def _wait(self, job: Job) -> None:
        # The engine's room marks the words of the first step; this thread has the time to import it.
        import reader.compare.marks  # noqa: F401

        def report(state: Progress) -> None:
            self.post_message(self.Progressed(state, job))

        try:
            comparison = job.wait(report)
        except Cancelled:
            self.post_message(self.NotCompared("it was stopped", job))
        except ReaderError as error:
            self.post_message(self.NotCompared(str(error), job))
        else:
            self.post_message(self.Compared(comparison, job))

    def on_comparing_progressed(self, message: Progressed) -> None:
        """Say how far it is."""
        if message.job is self._job:
            self._progress = message.state
            self.show()

    def on_comparing_compared(self, message: Compared) -> None:
        """Draw the findings. The place is kept."""
        if message.job is not self._job:
            # A correction was made meanwhile, and a newer comparison is on its way.
            return
        self._job = self._progress = None
        first = not self.reading.compared
        self.reading.compare(message.comparison)
        self.rebuild()
        if first:
            if self.reading.resumed:
                self.tell("Opened where you left it.")
            else:
                self.offer_events()
            # What has been loaded stays, and lines once drawn stay for a while: looking at them again and again
            # costs up to 190 ms at every tenth step.
            gc.collect()
            gc.freeze()
            gc.set_threshold(*gc.get_threshold()[:2], 50)
            gc.enable()

    def on_comparing_not_compared(self, message: NotCompared) -> None:
        """Say so; the texts stay, and so do the findings that there were."""
        if message.job is not self._job:
            return
        self._job = self._progress = None
        gc.enable()
        self.reading.restoration.give_up()
        if not self.reading.compared:
            again = self.rashomon.key_map.hint("leave")
            self.reading.trouble = message.reason + (f"; {again} begins it again" if again else "")
        self.rebuild()
        self.tell(f"There is no {'new ' if self.reading.compared else ''}comparison: {message.reason}.")

    def stop_comparing(self) -> None:
        """Give up."""
        if self._job is not None:
            self._job.cancel()
