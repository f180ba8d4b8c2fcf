"""Typing ahead: keys may come faster than what they open."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress

from textual import events
from textual.app import App
from textual.dom import DOMNode

_ROUNDS = 3
"""A key goes up from where it was typed, so does what a line says of it, and so does what is answered to that."""

_PATIENCE = 5.0
"""Seconds after which the next key is heard, should anyone have gone without an answer."""


class Typeahead(App[None]):
    """Hears one key, or one pasted text, after the other.

    Textual hands on each at once. What is typed fast, or on a slow line, then reaches the screen below the one that
    the key before it opens, or comes before the line on which it is to be written.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        self._hearing: asyncio.Task[None] | None = None
        """The key that is being done."""

    async def on_event(self, event: events.Event) -> None:
        """Whatever happens; what is typed waits for its turn."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._hearing:
            self._typed.append(event)
        else:
            await self._hear(event)

    async def _hear(self, event: events.Key | events.Paste) -> None:
        place = self.focused or self.screen
        await super().on_event(event)
        self._hearing = asyncio.create_task(self._done(place))

    async def _done(self, place: DOMNode) -> None:
        """Wait until a key is done: at its place, on the way up from there, and wherever it has led."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                for _ in range(_ROUNDS):
                    for node in place.ancestors_with_self:
                        await _passed(node)
                    if self.screen_stack:
                        await _passed(self.screen)
        self.call_later(self._hear_on)

    async def _hear_on(self) -> None:
        self._hearing = None
        if self._typed:
            await self._hear(self._typed.popleft())


async def _passed(node: DOMNode) -> None:
    """Wait until a node has done all that was waiting for it."""
    done = asyncio.Event()
    if node.call_later(done.set):
        await done.wait()
