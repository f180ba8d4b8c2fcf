"""A room: a screen on a reading, with a view of it and a line to tell things on."""

from __future__ import annotations

from reader.tui.reading import Reading
from reader.tui.screens.commanded import CommandScreen
from reader.tui.views.view import View


class Room(CommandScreen[None]):
    """What the parts of the reading room know of the whole."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading

    @property
    def view(self) -> View:
        """The view that is open."""
        raise NotImplementedError

    @property
    def comparing(self) -> bool:
        """Whether the comparison is still being made."""
        raise NotImplementedError

    def uncompared(self) -> bool:
        """Whether there is no comparison that could be asked; then it is told why."""
        if self.reading.compared:
            return False
        self.tell("The texts are still being compared." if self.comparing else "The texts have not been compared.")
        return True

    def realign(self) -> None:
        """Compare again, with the corrections that hold now."""
        raise NotImplementedError

    def offer_events(self) -> None:
        """The first comparison is there: let the reader choose an event where there is a choice to make."""
        raise NotImplementedError

    def show(self) -> None:
        """Say and draw what the reading is at."""
        raise NotImplementedError

    def rebuild(self) -> None:
        """Draw everything anew: the comparison, the event, the filters or the notes have changed."""
        raise NotImplementedError

    def tell(self, text: str) -> None:
        """Say something until the next command."""
        raise NotImplementedError
