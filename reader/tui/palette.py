"""The palette: the command table in Textual's command palette."""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.tui.commands import COMMANDS, Command
from reader.tui.keys import Press, shown
from reader.tui.screens.commanded import CommandScreen

Entry = tuple[Command, str, partial[Coroutine[Any, Any, None]]]


class Commands(Provider):
    """Finds commands by their titles, and shows their keys."""

    def _known(self) -> list[Entry]:
        screen = self.screen
        if not isinstance(screen, CommandScreen):
            return []
        known = []
        for command in COMMANDS:
            if command.lettered or command.id in ("palette", "column", "leave") or screen.doer(command.id) is None:
                continue
            keys = screen.rashomon.key_map.notations[command.id]
            title = f"{command.title}  ({shown(keys[0])})" if keys else command.title
            known.append((command, title, partial(screen.perform, Press(command.id, None))))
        return known

    async def discover(self) -> Hits:
        """Before anything is typed: all of them."""
        for command, title, act in self._known():
            yield DiscoveryHit(title, act, help=command.help)

    async def search(self, query: str) -> Hits:
        """Those that match."""
        matcher = self.matcher(query)
        for command, title, act in self._known():
            score = matcher.match(f"{command.title} {command.help}")
            if score > 0:
                yield Hit(score, matcher.highlight(title), act, help=command.help)
