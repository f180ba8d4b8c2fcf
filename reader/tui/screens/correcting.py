"""Correcting: what the reader says of alignments is kept at once, and the rest is aligned around it."""

from __future__ import annotations

from collections.abc import Callable

from reader.errors import StoreError
from reader.tui.amendments import Amendment, confirming, linking, taking_apart
from reader.tui.screens.room import Room
from reader.tui.wording import excerpt


class Correcting(Room):
    """The part of the reading room that changes alignments."""

    def do_link(self) -> None:
        """Begin a link at a passage, or end it at another."""
        if self.uncompared():
            return
        reading = self.reading
        passage = reading.pointed
        if passage is None:
            self.tell("Go to a passage first, with ) and ( or by stepping.")
        elif not reading.linking:
            stop = reading.stop
            reading.linking = stop.alignment.members if stop and stop.alignment else (passage,)
            self.view.show()
        else:
            amendment = linking(reading.linking, passage)
            if amendment is None:
                self.tell("Go to the other passage first: a link needs passages of two articles.")
            else:
                reading.linking = ()
                if self._make(amendment):
                    reading.expect(amendment.kept[0].members)

    def leave_linking(self) -> bool:
        """Give a begun link up; whether there was one."""
        begun = bool(self.reading.linking)
        self.reading.linking = ()
        if begun:
            self.view.show()
        return begun

    @property
    def linked(self) -> str:
        """What the status line says while a link waits for its other end; empty where none does."""
        if not self.reading.linking:
            return ""
        hint = self.rashomon.key_map.hint
        ways = f"{hint('right')}, {hint('next-passage')} and {hint('previous-passage')} go"
        quoted = excerpt(self.reading.linking[0].text, 32)
        return f"Link “{quoted}”: {ways} to the other passage, {hint('link')} links it, {hint('leave')} leaves it"

    def do_apart(self) -> None:
        """Take the passage of the column in use out of its alignment; of two, part both."""
        if self.uncompared():
            return
        reading = self.reading
        stop = reading.stop
        if stop is None or stop.alignment is None:
            self.tell("Step to an alignment first; it is taken apart here.")
        elif len(stop.alignment.articles) > 2 and not stop.of(reading.cursor.article):
            others = self.rashomon.key_map.hint("apart-all")
            self.tell(f"Go to the column whose passage does not belong; {others} takes all apart.")
        else:
            self._make(taking_apart(stop.alignment, reading.pointed, reading.article.outlet))

    def do_apart_all(self) -> None:
        """Take a whole alignment apart."""
        if self.uncompared():
            return
        stop = self.reading.stop
        if stop is None or stop.alignment is None:
            self.tell("Step to an alignment first; it is taken apart here.")
        else:
            self._make(taking_apart(stop.alignment))

    def do_confirm(self) -> None:
        """Say that an alignment is right, or take that back."""
        if self.uncompared():
            return
        stop = self.reading.stop
        if stop is None or stop.alignment is None:
            self.tell("Step to an alignment first; it is confirmed here.")
            return
        amendment = confirming(stop.alignment, self.reading.amendments.corrections)
        if self._make(amendment):
            self.reading.confirm(stop.alignment, bool(amendment.kept))
            self.rebuild()

    def do_undo(self) -> None:
        """Take the last correction or note back."""
        self._turn(self.reading.amendments.undo, "Undone", "There is no correction or note of this session to undo.")

    def do_redo(self) -> None:
        """Do it again."""
        self._turn(self.reading.amendments.redo, "Done again", "There is nothing to do again.")

    def _turn(self, turn: Callable[[], Amendment | None], done: str, nothing: str) -> None:
        try:
            amendment = turn()
        except StoreError as error:
            self.tell(str(error))
            return
        if amendment is None:
            self.tell(nothing)
            return
        if amendment.noted:
            self.reading.forget()
            self.rebuild()
        else:
            self.realign()
        self.tell(f"{done}: {amendment.told}.")

    def _make(self, amendment: Amendment) -> bool:
        try:
            self.reading.amendments.make(amendment)
        except StoreError as error:
            self.tell(str(error))
            return False
        self.realign()
        undo = self.rashomon.key_map.hint("undo")
        told = amendment.told[:1].upper() + amendment.told[1:]
        self.tell(f"{told}.{f' {undo} undoes it.' if undo else ''}")
        return True
