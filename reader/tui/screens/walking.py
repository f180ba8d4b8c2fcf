"""Walking: from stop to stop, from match to match, and back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import StoreError
from reader.tui.screens.room import Room
from reader.tui.stops import WALKS, Walk
from reader.tui.widgets.status import Status

if TYPE_CHECKING:
    from reader.tui.widgets.prompt import Prompt

_NAMES: dict[Walk, str] = {
    "alignment": "alignment",
    "agreement": "agreement",
    "doubtful": "doubtful agreement",
    "difference": "difference",
    "unique": "unique detail",
    "figure": "differing number or date",
    "voice": "differing attribution or quotation",
}


class Walking(Room):
    """The part of the reading room that moves the cursor."""

    def _walk(self, walk: Walk, by: int) -> None:
        self.view.settle()
        if not self.uncompared() and not self.view.step(walk, by):
            known = any(map(WALKS[walk], self.view.order))
            beyond = (" after this one" if by > 0 else " before this one") if known else ""
            hidden = f" (hidden: {self.reading.hidden})" if self.reading.hidden else ""
            self.tell(f"There is no {_NAMES[walk]}{beyond}{self.view.within}{hidden}.")

    def do_next(self, count: int = 1) -> None:
        """Next alignment, or match."""
        if self.reading.search is not None:
            self.view.step_match(count)
        else:
            self._walk("alignment", count)

    def do_previous(self, count: int = 1) -> None:
        """Previous alignment, or match."""
        if self.reading.search is not None:
            self.view.step_match(-count)
        else:
            self._walk("alignment", -count)

    def do_next_difference(self, count: int = 1) -> None:
        """Next difference."""
        self._walk("difference", count)

    def do_previous_difference(self, count: int = 1) -> None:
        """Previous difference."""
        self._walk("difference", -count)

    def do_next_unique(self, count: int = 1) -> None:
        """Next unique detail."""
        self._walk("unique", count)

    def do_previous_unique(self, count: int = 1) -> None:
        """Previous unique detail."""
        self._walk("unique", -count)

    def do_next_agreement(self, count: int = 1) -> None:
        """Next agreement."""
        self._walk("agreement", count)

    def do_previous_agreement(self, count: int = 1) -> None:
        """Previous agreement."""
        self._walk("agreement", -count)

    def do_next_figure(self, count: int = 1) -> None:
        """Next number or date."""
        self._walk("figure", count)

    def do_previous_figure(self, count: int = 1) -> None:
        """Previous number or date."""
        self._walk("figure", -count)

    def do_next_voice(self, count: int = 1) -> None:
        """Next attribution or quotation."""
        self._walk("voice", count)

    def do_previous_voice(self, count: int = 1) -> None:
        """Previous attribution or quotation."""
        self._walk("voice", -count)

    def do_next_doubtful(self, count: int = 1) -> None:
        """Next doubtful agreement."""
        self._walk("doubtful", count)

    def do_previous_doubtful(self, count: int = 1) -> None:
        """Previous doubtful agreement."""
        self._walk("doubtful", -count)

    def _walk_passages(self, by: int) -> None:
        self.view.settle()
        if self.reading.stop is not None and not self.reading.stop.of(self.reading.cursor.article):
            self.reading.scrolled(self.view.sight)
        if not self.uncompared() and not self.reading.step_passage(by):
            self.tell("There is no passage beyond this one.")

    def do_next_passage(self, count: int = 1) -> None:
        """Next sentence of this article, whether it is aligned or not."""
        self._walk_passages(count)

    def do_previous_passage(self, count: int = 1) -> None:
        """Previous sentence of this article."""
        self._walk_passages(-count)

    def do_back(self, count: int = 1) -> None:
        """Back through the jump list."""
        if not self.reading.back(count):
            self.tell("There is no earlier place.")

    def do_forward(self, count: int = 1) -> None:
        """Forward through the jump list."""
        if not self.reading.forward(count):
            self.tell("There is no later place.")

    def do_next_member(self, count: int = 1) -> None:
        """Another passage of the alignment in this column."""
        if not self.reading.next_member(count):
            self.tell("This alignment has no other passage in this column.")

    def do_mark(self, letter: str) -> None:
        """Keep this place under a letter."""
        try:
            self.reading.mark(letter)
        except StoreError as error:
            self.tell(str(error))
        else:
            self.tell(f"This place is marked {letter}.")

    def do_go_to_mark(self, letter: str) -> None:
        """Go to a kept place."""
        if not self.reading.go_to_mark(letter):
            self.tell(f"There is no mark {letter} in these articles.")

    async def do_search(self) -> None:
        """Ask what to search for."""
        from reader.tui.widgets.prompt import Prompt

        if not self.query(Prompt):
            await self.mount(Prompt(), after=self.query_one(Status))
        self.query_one(Status).display = False
        self.query_one(Prompt).ask("/", self.reading.search.query if self.reading.search else "")

    def on_prompt_typed(self, message: Prompt.Typed) -> None:
        """Search while it is typed."""
        self.reading.find(message.text)
        self.view.show()
        message.prompt.tell(self.view.found if message.text.strip() else "")

    def on_prompt_entered(self, message: Prompt.Entered) -> None:
        """Go to the first match."""
        self.query_one(Status).display = True
        self.reading.find(message.text)
        if self.reading.search and not self.view.step_match(1):
            self.reading.end_search()
            self.tell(f"'{message.text}' was not found.")
        self.show()

    def on_prompt_left(self, _: Prompt.Left) -> None:
        """Search no more."""
        self.query_one(Status).display = True
        self.reading.end_search()
        self.show()
