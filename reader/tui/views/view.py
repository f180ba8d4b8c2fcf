"""What every view is: a widget that shows a reading and does the commands that are about looking."""

from __future__ import annotations

from typing import ClassVar

from textual.widget import Widget

from reader.config import Config
from reader.tui.reading import Reading


class View(Widget):
    """Draws what the reading says, and never keeps a place of its own that another view would not find.

    A view does a command by having its method (`do_down` for `down`); what it does not do, the screen or the app does.
    """

    title: ClassVar[str]
    """What the title bar calls it."""

    DEFAULT_CSS = "View { width: 1fr; height: 1fr; layout: horizontal; background: $background; }"

    def __init__(self, reading: Reading, config: Config) -> None:
        super().__init__()
        self.reading = reading
        self.config = config

    def rebuild(self) -> None:
        """The comparison, the event, the filters or the notes have changed."""
        raise NotImplementedError

    def show(self) -> None:
        """The cursor or the search may have changed. Called after every command, so it must be cheap."""
        raise NotImplementedError

    def settle(self) -> None:
        """Before a walk: where the stop has been scrolled out of sight, walk on from what is in sight."""

    @property
    def aside(self) -> str:
        """What the status line says of the view itself; empty where there is nothing to say."""
        return ""
