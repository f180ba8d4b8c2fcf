"""Where the reader is: on a stop, in a column, at a place in its text; and the ways from there to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.model import Alignment, Article, Comparison, Finding, Span
from reader.notes import Store
from reader.tui.findings import Findings
from reader.tui.jumps import Jumps
from reader.tui.session import Kept, read
from reader.tui.stops import WALKS, Stop, Walk

if TYPE_CHECKING:
    from reader.compare.selection import Selection


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the reader is: in a column, at a place in its text, and on a stop where there is one."""

    article: str
    """The column in use."""
    offset: int = 0
    """The place in its text."""
    stop: str | None = None
    """The stop that all columns are in step with."""
    pointing: bool = False
    """Whether the passage at that place is pointed at, although no stop has it."""


class Place(Findings):
    """One reader's place in what is read, which every change of it keeps as well as it can."""

    def __init__(self, articles: Sequence[Article], store: Store, name: str | None = None) -> None:
        super().__init__(articles, store, name)
        self.cursor = Cursor(articles[0].id)
        self.jumps: Jumps[Cursor] = Jumps()
        self.resumed = False
        """Whether a session was taken up."""
        self._expected: Stop | None = None
        """What the next comparison should find, and the cursor should be on then."""

    # Keeping it

    def compare(self, comparison: Comparison) -> None:
        """Take in a comparison, the first or a new one, without losing the place."""
        before, self._expected = self._expected or self.stop, None
        first = not self.compared
        self.take(comparison)
        if before is not None:
            # Alignments are numbered anew: the same name may be another one.
            stop = self._heir(before)
            self.cursor = replace(self.cursor, stop=stop.id if stop else None, pointing=stop is None)
        elif first and self.cursor.offset and self.cursor.article in self.ids:
            self.cursor = self._anew(self.cursor)
        for places in (self.jumps.behind, self.jumps.ahead):
            places[:] = map(self._anew, places)
        self._keep_place()

    def _anew(self, place: Cursor) -> Cursor:
        """A place with the stop that is there now."""
        stop = self.stop_at(place.article, place.offset)
        return replace(place, stop=stop.id if stop else None)

    def expect(self, members: Sequence[Span]) -> None:
        """Be on the stop that has these passages, once they have been compared again; a detail has one article."""
        several = len({member.article for member in members}) > 1
        self._expected = Stop("", "agreement" if several else "unique", tuple(members))

    def confirm(self, alignment: Alignment, confirmed: bool) -> None:
        """Show a confirmation at once; the comparison that knows of it takes a while."""
        marked = replace(alignment, confirmed=confirmed)
        entries = tuple(marked if entry.id == alignment.id else entry for entry in self.all.alignments)
        self.all = replace(self.all, alignments=entries)
        self.forget()

    def kept(self) -> Kept:
        """Where the reader is, for the next time these articles are opened."""
        return Kept(self.cursor.article, self.cursor.offset, self.stop.members if self.stop else ())

    def state(self) -> Mapping[str, object]:
        """The same with the event, as a session keeps it."""
        return {"event": self.event, **self.kept().state()}

    def resume(self, state: Mapping[str, object]) -> None:
        """Take up a session, as far as it fits these articles."""
        kept, event = read(state, self.articles), state.get("event")
        if kept is not None:
            self.cursor = Cursor(kept.article, kept.offset)
            self.resumed = kept.offset > 0
            if kept.members:
                self.expect(kept.members)
        self.event = event if isinstance(event, str) else None

    def choose(self, event: str | None) -> None:
        """Read one event, or all articles."""
        self.event = event
        self.background = False
        self.forget()
        self._keep_place()

    def call_background(self, called: bool) -> int:
        """Read articles of other events too, where they share background with this one; how many there are."""
        self.background = called
        self.forget()
        self._keep_place()
        return sum(article.id not in self.own for article in self.articles)

    def filter(self, selection: Selection | None) -> None:
        """Show only what the selection shows."""
        self.selection = selection or None
        self.forget()
        self._keep_place()

    def _keep_place(self) -> None:
        """Something has changed: be where one was, as far as it is still there."""
        if self.cursor.article not in self.ids:
            self.cursor = Cursor(self.ids[0])
        elif self.cursor.stop is not None and not self._stands(self.stop):
            self.cursor = self._anew(self.cursor)

    def _heir(self, before: Stop) -> Stop | None:
        """Of the new stops, the one that has most of the passages of an old one, at the cursor before elsewhere."""

        def shared(stop: Stop, article: str | None = None) -> int:
            return sum(
                max(0, min(one.end, other.end) - max(one.start, other.start))
                for one in before.members
                for other in stop.of(one.article)
                if article in (None, one.article)
            )

        def rank(stop: Stop) -> tuple[bool, int, bool, bool, int]:
            length = sum(member.end - member.start for member in stop.members)
            same, alike = stop.members == before.members, stop.mark == before.mark
            # A unique detail lies in a passage that shares as much with it as it does itself.
            return shared(stop, self.cursor.article) > 0, shared(stop), same, alike, -length

        best = max(self.stops, key=rank, default=None)
        return best if best is not None and shared(best) else None

    def _stands(self, stop: Stop | None) -> bool:
        """Whether a stop is still at the cursor's place, or has nothing in its column."""
        members = stop.of(self.cursor.article) if stop else ()
        offset = self.cursor.offset
        return stop is not None and (not members or any(member.start <= offset < member.end for member in members))

    # Where the cursor is

    @property
    def column(self) -> int:
        """The number of the column in use, from 0."""
        return self.ids.index(self.cursor.article)

    @property
    def article(self) -> Article:
        """The article in use."""
        return self.articles[self.column]

    @property
    def stop(self) -> Stop | None:
        """The stop that one is on."""
        place = self.places.get(self.cursor.stop or "")
        return None if place is None else self.stops[place]

    def rank(self, mark: Finding | None = None) -> tuple[int, int]:
        """Which of how many: of all alignments or, given a mark, of the stops with it. (0, n) before the first."""
        fits = WALKS["alignment" if mark is None else mark]
        here = self.places.get(self.cursor.stop or "", -1)
        done = sum(fits(stop) for stop in self.stops[: here + 1])
        return done, sum(map(fits, self.stops))

    @property
    def pointed(self) -> Span | None:
        """The one passage that the cursor is on."""
        article, offset = self.cursor.article, self.cursor.offset
        own = self.stop.of(article) if self.stop else ()
        if own:
            return next((member for member in own if member.start <= offset < member.end), own[0])
        return self.passage_at(article, offset) if self.stop is None else None

    @property
    def current(self) -> tuple[Span, ...]:
        """The passages that are drawn as the current ones."""
        if self.stop is not None:
            return self.stop.members
        passage = self.pointed if self.cursor.pointing else None
        return (passage,) if passage else ()

    # Going from place to place

    def step(self, walk: Walk, by: int, among: Sequence[Stop] | None = None) -> bool:
        """Go to the next stop of a walk, or the one `by` further; backwards where it is negative. Whether it moved.

        `among` are the stops of a view that shows not all of them, or in another order.
        """
        fits = WALKS[walk]
        order = self.stops if among is None else among
        wanted = [place for place, stop in enumerate(order) if fits(stop)]
        if not wanted:
            return False
        here = self._here(order)
        if by > 0:
            ahead = [place for place in wanted if place > here]
            target = ahead[min(by, len(ahead)) - 1] if ahead else None
        else:
            behind = [place for place in wanted if place < here]
            target = behind[max(by, -len(behind))] if behind else None
        if target is None:
            return False
        self.go(order[target])
        return True

    def _here(self, order: Sequence[Stop]) -> float:
        """Where the cursor is in an order of stops; between two of them where it is on none of these."""
        for place, stop in enumerate(order):
            if stop.id == self.cursor.stop:
                return place
        here = self._in_reading_order()
        return max((place for place, stop in enumerate(order) if self.places[stop.id] < here), default=-1) + 0.5

    def _in_reading_order(self) -> float:
        """Where the cursor is among all stops."""
        if self.stop is not None:
            return self.places[self.stop.id]
        before = [
            (member.start, place)
            for place, stop in enumerate(self.stops)
            for member in stop.of(self.cursor.article)
            if member.start < self.cursor.offset
        ]
        return max(before)[1] + 0.5 if before else -1

    def step_passage(self, by: int) -> bool:
        """Go to the next passage of the article in use, aligned or not, or one further; whether there is any."""
        article, offset = self.cursor.article, self.cursor.offset
        passages = sorted({passage.start for passage in self.all.passages if passage.article == article})
        # Where nothing is pointed at yet, the passage at the place itself is the next one.
        here = offset if self.current or by < 0 else offset - 1
        ahead = [start for start in (passages if by > 0 else passages[::-1]) if (start - here) * by > 0]
        if not ahead:
            return False
        start = ahead[min(abs(by), len(ahead)) - 1]
        stop = self.stop_at(article, start)
        self.cursor = Cursor(article, start, stop.id if stop else None, pointing=stop is None)
        return True

    def scrolled(self, offset: int) -> None:
        """The column in use was scrolled away from the stop: walks go on from the place that is read now."""
        self.cursor = Cursor(self.cursor.article, offset)

    def go(self, stop: Stop, jump: bool = True) -> None:
        """Put the cursor on a stop. The column in use stays where it has a passage there.

        Without `jump` the place that is left is not remembered: moving down a list is no jump.
        """
        members = stop.of(self.cursor.article) or stop.members
        cursor = Cursor(members[0].article, members[0].start, stop.id)
        if jump:
            self._jump(cursor)
        else:
            self.cursor = cursor

    def go_to(self, article: str, offset: int) -> None:
        """Put the cursor on a place in a text, and on the stop that is there."""
        stop = self.stop_at(article, offset)
        self._jump(Cursor(article, offset, stop.id if stop else None))

    def use(self, column: int) -> None:
        """Go to another column, without leaving the stop."""
        article = self.ids[min(max(column, 0), len(self.ids) - 1)]
        members = self.stop.of(article) if self.stop else ()
        offset = members[0].start if members else 0
        self.cursor = Cursor(article, offset, self.cursor.stop)

    def _jump(self, cursor: Cursor) -> None:
        if cursor != self.cursor:
            self.jumps.leave(self.cursor)
            self.cursor = cursor

    def back(self, count: int = 1) -> bool:
        """Go back to where one jumped from; whether there was such a place."""
        return self._return(self.jumps.back(self.cursor, count))

    def forward(self, count: int = 1) -> bool:
        """Go forward again."""
        return self._return(self.jumps.forward(self.cursor, count))

    def _return(self, place: Cursor | None) -> bool:
        if place is not None:
            self.cursor = place
            self._keep_place()
        return place is not None

    def next_member(self, by: int) -> bool:
        """Go to the next passage of the stop in the column in use, around the end; whether there are several."""
        members = self.stop.of(self.cursor.article) if self.stop else ()
        if len(members) < 2:
            return False
        starts = [member.start for member in members]
        here = starts.index(self.cursor.offset) if self.cursor.offset in starts else 0
        self.cursor = replace(self.cursor, offset=starts[(here + by) % len(starts)])
        return True
