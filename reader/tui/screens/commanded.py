"""A screen that obeys the command table: keys, counts and sequences become calls of `do_` methods."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import events
from textual.screen import ModalScreen, Screen
from textual.timer import Timer

from reader.tui.commands import BY_ID, TYPED
from reader.tui.keys import KeyReader, Press, free

if TYPE_CHECKING:
    from reader.tui.app import Rashomon

Result = TypeVar("Result")

PATIENCE = 0.6
"""Seconds after which a digit alone is a column and no count."""

PASSING = 2
"""Seconds for which a screen without a line for it says something."""


class CommandScreen(Screen[Result]):
    """Reads keys and does commands."""

    AUTO_FOCUS = ""
    # Keys belong to the screen; a prompt takes them only while it is open.

    place: ClassVar[str] = ""
    """The place of the command table whose keys hold here before the others.

    In one of `TYPED`, keys for which a line has no use are commands while it is being typed.
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: KeyReader | None = None
        self._settling: Timer | None = None

    @property
    def rashomon(self) -> Rashomon:
        """The app, by its own type."""
        return cast("Rashomon", self.app)

    @property
    def keys(self) -> KeyReader:
        """The reader of this screen's keys."""
        if self._keys is None:
            self._keys = KeyReader(self.rashomon.key_map, self.place)
        return self._keys

    def targets(self) -> Iterable[object]:
        """Who may do a command, the nearest first."""
        return (self, self.app)

    def doer(self, command: str) -> Callable[..., Any] | None:
        """The method that does a command here; None where nobody does."""
        name = BY_ID[command].method
        return next((getattr(target, name) for target in self.targets() if hasattr(target, name)), None)

    async def on_key(self, event: events.Key) -> None:
        """One key."""
        if self.focused is not None:
            await self._typing(event)
            return
        key = event.character if event.is_printable and event.character != " " else event.key
        presses = self.keys.feed(key or event.key)
        if presses is None:
            return
        event.stop()
        event.prevent_default()
        if self._settling is not None:
            self._settling.stop()
            self._settling = None
        if self.keys.pending:
            self._settling = self.set_timer(PATIENCE, self._settle)
        for press in presses:
            await self.perform(press)
        self.heard()

    async def _typing(self, event: events.Key) -> None:
        """One key that the line being typed has left."""
        if self.place not in TYPED or event.is_printable or not free((event.key,)):
            return
        # There is always a way out of a line.
        command = self.rashomon.key_map.commands(self.place).get((event.key,), "leave" if event.key == "escape" else "")
        if command and self.doer(command):
            event.stop()
            event.prevent_default()
            await self.perform(Press(command, None))

    async def _settle(self) -> None:
        for press in self.keys.settle():
            await self.perform(press)
        self.heard()

    async def perform(self, press: Press) -> None:
        """Do a command, wherever it was asked for."""
        doer = self.doer(press.command)
        if doer is None:
            self.refused(press.command)
            return
        given = press.letter if press.letter is not None else press.count
        result = doer() if given is None else doer(given)
        if hasattr(result, "__await__"):
            await result
        self.performed()

    def refused(self, command: str) -> None:
        """Nobody does this command here: say so, rather than nothing."""
        self.tell(f"{BY_ID[command].title}: not here.")

    def tell(self, text: str) -> None:
        """Say something in passing."""
        self.notify(text, timeout=PASSING, markup=False)

    def performed(self) -> None:
        """A command was done."""

    def heard(self) -> None:
        """Keys were read, and perhaps more are awaited (`keys.pending`)."""


class OverlaidScreen(CommandScreen[Result], ModalScreen[Result]):
    """The same over another screen, which is seen around it."""

    # In the terminal's own colours Textual's rule for screens would otherwise cover what lies under it.
    DEFAULT_CSS = """
    OverlaidScreen { background: transparent; }
    OverlaidScreen:ansi { background: transparent; }
    """
