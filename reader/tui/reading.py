"""The one state that all views share: what is read, where the cursor is, what is filtered, searched and noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from reader.model import Alignment, Article, Comparison, Event, Span
from reader.notes import Note, Notebook, Store, attach, note_on_alignment, note_on_passage, revised
from reader.tui.amendments import Amendments
from reader.tui.jumps import Jumps
from reader.tui.search import matches
from reader.tui.stops import WALKS, Mark, Stop, Walk, stops

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


@dataclass(frozen=True, slots=True)
class Search:
    """A search in progress."""

    query: str
    found: tuple[Span, ...]
    at: int | None = None
    """The match that one is on."""


class Reading:
    """Articles, their comparison once there is one, and one reader's place in them."""

    def __init__(self, articles: Sequence[Article], store: Store, name: str | None = None) -> None:
        self.all = Comparison(tuple(articles))
        """The whole comparison; without findings until they are ready."""
        self.name = name
        """The story's name, where a story file gives one."""
        self.store = store
        self.compared = False
        self.trouble = ""
        """Why there is no comparison, where it failed or was stopped."""
        self.event: str | None = None
        """The event that is read; None for all articles."""
        self.background = False
        """Whether articles of other events are read too, where they share background with this one."""
        self.selection: Selection | None = None
        """What is shown; None for everything."""
        self.search: Search | None = None
        self.jumps: Jumps[Cursor] = Jumps()
        self.amendments = Amendments(store, articles)
        self.linking: tuple[Span, ...] = ()
        """The passages that a begun link waits to be linked with another."""
        self.cursor = Cursor(articles[0].id)
        self._expected: Stop | None = None
        """What the next comparison should find, and the cursor should be on then."""
        self.resumed = False
        """Whether a session was taken up."""
        self._forget()

    # What is read

    def compare(self, comparison: Comparison) -> None:
        """Take in a comparison, the first or a new one, without losing the place."""
        before, self._expected = self._expected or self.stop, None
        first = not self.compared
        self.all = comparison
        self.compared, self.trouble = True, ""
        if self.event not in {event.id for event in comparison.events}:
            self.event = _largest(comparison.events)
        self._forget()
        if before is not None:
            # Alignments are numbered anew: the same name may be another one.
            stop = self._heir(before)
            self.cursor = replace(self.cursor, stop=stop.id if stop else None, pointing=stop is None)
        elif first and self.cursor.offset and self.cursor.article in self.ids:
            stop = self.stop_at(self.cursor.article, self.cursor.offset)
            self.cursor = replace(self.cursor, stop=stop.id if stop else None)
        self._keep_place()

    def expect(self, members: Sequence[Span]) -> None:
        """Be on the alignment that has these passages, once they have been compared again."""
        self._expected = Stop("", "agreement", tuple(members))

    def confirm(self, alignment: Alignment, confirmed: bool) -> None:
        """Show a confirmation at once; the comparison that knows of it takes a while."""
        marked = replace(alignment, confirmed=confirmed)
        entries = tuple(marked if entry.id == alignment.id else entry for entry in self.all.alignments)
        self.all = replace(self.all, alignments=entries)
        self._forget()

    def state(self) -> Mapping[str, object]:
        """Where the reader is, for the next time these articles are opened."""
        return {"event": self.event, "article": self.cursor.article, "offset": self.cursor.offset}

    def resume(self, state: Mapping[str, object]) -> None:
        """Take up a session, as far as it fits these articles."""
        article, offset, event = state.get("article"), state.get("offset"), state.get("event")
        texts = {each.id: each.text for each in self.articles}
        if (
            isinstance(article, str)
            and article in texts
            and isinstance(offset, int)
            and 0 <= offset < len(texts[article])
        ):
            self.cursor = Cursor(article, offset)
            self.resumed = offset > 0
        self.event = event if isinstance(event, str) else None

    def choose(self, event: str | None) -> None:
        """Read one event, or all articles."""
        self.event = event
        self.background = False
        self._forget()
        self._keep_place()

    def call_background(self, called: bool) -> int:
        """Read articles of other events too, where they share background with this one; how many there are."""
        self.background = called
        self._forget()
        self._keep_place()
        return sum(article.id not in self.own for article in self.articles)

    def filter(self, selection: Selection | None) -> None:
        """Show only what the selection shows."""
        self.selection = selection or None
        self._forget()
        self._keep_place()

    @cached_property
    def own(self) -> frozenset[str]:
        """Ids of the articles of the event that is read; of all articles where none is chosen."""
        chosen = [event.articles for event in self.all.events if event.id == self.event]
        return frozenset(chosen[0] if chosen else (article.id for article in self.all.articles))

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles that are read: those of the event and, where they are called in, those for background."""
        own = tuple(article for article in self.all.articles if article.id in self.own)
        if not self.background:
            return own
        shared = {
            id
            for alignment in self.all.alignments
            if alignment.event is None and not self.own.isdisjoint(alignment.articles)
            for id in alignment.articles
        }
        return own + tuple(article for article in self.all.articles if article.id in shared - self.own)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Their ids, in the order of the columns."""
        return tuple(article.id for article in self.articles)

    @cached_property
    def notebook(self) -> Notebook:
        """The reader's notes, each in its place."""
        return attach(self.store.recall(self.all.articles), self.all)

    @cached_property
    def _selected(self) -> tuple[Comparison, str]:
        if self.selection is None:
            return self.all, ""
        # The engine's room takes a while to import, and the first picture does not need it.
        from reader.compare.selection import select

        found = select(self.all, self.selection, self.notebook.alignments())
        return found.comparison, found.hidden

    @property
    def hidden(self) -> str:
        """How much is filtered out, in words; empty where nothing is."""
        return self._selected[1]

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """What one can step to, in reading order."""
        return self._stops(self._selected[0])

    def _stops(self, comparison: Comparison) -> tuple[Stop, ...]:
        """What only an article for background has says nothing of this event."""
        return tuple(
            stop for stop in stops(comparison, self.ids) if stop.alignment or stop.members[0].article in self.own
        )

    @cached_property
    def every_stop(self) -> tuple[Stop, ...]:
        """What there would be without filters."""
        return self.stops if self.selection is None else self._stops(self.all)

    @cached_property
    def hidden_stops(self) -> tuple[Stop, ...]:
        """What the filters hide."""
        return tuple(stop for stop in self.every_stop if stop.id not in self._places)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {stop.id: place for place, stop in enumerate(self.stops)}

    def _forget(self) -> None:
        """Forget what was derived from the comparison, the event, the filters or the notes."""
        for name in (
            "own",
            "articles",
            "ids",
            "notebook",
            "_selected",
            "stops",
            "every_stop",
            "hidden_stops",
            "_places",
        ):
            self.__dict__.pop(name, None)

    def _keep_place(self) -> None:
        if self.cursor.article not in self.ids:
            self.cursor = Cursor(self.ids[0])
        elif self.cursor.stop is not None and not self._stands(self.stop):
            stop = self.stop_at(self.cursor.article, self.cursor.offset)
            self.cursor = replace(self.cursor, stop=stop.id if stop else None)
        if self.search:
            self.find(self.search.query)

    def _heir(self, before: Stop) -> Stop | None:
        """Of the new stops, the one that has most of the passages of an old one, at the cursor before elsewhere."""

        def shared(stop: Stop, article: str | None = None) -> int:
            return sum(
                max(0, min(one.end, other.end) - max(one.start, other.start))
                for one in before.members
                for other in stop.of(one.article)
                if article in (None, one.article)
            )

        def rank(stop: Stop) -> tuple[bool, int, bool, int]:
            length = sum(member.end - member.start for member in stop.members)
            return shared(stop, self.cursor.article) > 0, shared(stop), stop.mark == before.mark, -length

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
        place = self._places.get(self.cursor.stop or "")
        return None if place is None else self.stops[place]

    def rank(self, mark: Mark | None = None) -> tuple[int, int]:
        """Which of how many: of all alignments or, given a mark, of the stops with it. (0, n) before the first."""
        fits = WALKS["alignment" if mark is None else mark]
        here = self._places.get(self.cursor.stop or "", -1)
        done = sum(fits(stop) for stop in self.stops[: here + 1])
        return done, sum(map(fits, self.stops))

    def stop_at(self, article: str, offset: int) -> Stop | None:
        """The stop whose passage holds a place: the shortest such passage, since it says most about the place."""
        holding = [
            (member.end - member.start, place, stop)
            for place, stop in enumerate(self.stops)
            for member in stop.members
            if member.article == article and member.start <= offset < member.end
        ]
        return min(holding, key=lambda entry: entry[:2])[2] if holding else None

    def passage_at(self, article: str, offset: int) -> Span | None:
        """The sentence that holds a place."""
        for passage in self.all.passages:
            if passage.article == article and passage.start <= offset < passage.end:
                return passage
        return None

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
        return max((place for place, stop in enumerate(order) if self._places[stop.id] < here), default=-1) + 0.5

    def _in_reading_order(self) -> float:
        """Where the cursor is among all stops."""
        if self.stop is not None:
            return self._places[self.stop.id]
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

    # Searching

    def find(self, query: str) -> None:
        """Search all articles that are read; an empty query ends the search."""
        found = matches(self.articles, query)
        self.search = Search(query, found) if query.strip() else None

    def step_match(self, by: int) -> bool:
        """Go to the next match after the cursor, or one further; around the end. Whether there is any."""
        if not self.search or not self.search.found:
            return False
        found = self.search.found
        if self.search.at is None:
            here = self.column, self.cursor.offset
            order = {article: place for place, article in enumerate(self.ids)}
            places = [(order[match.article], match.start) for match in found]
            first = next((at for at, place in enumerate(places) if place >= here), 0)
            at = first + (by - 1 if by > 0 else by)
        else:
            at = self.search.at + by
        self.search = replace(self.search, at=at % len(found))
        match = found[at % len(found)]
        self.go_to(match.article, match.start)
        return True

    def end_search(self) -> None:
        """Forget the search."""
        self.search = None

    # Marks

    def mark(self, letter: str) -> None:
        """Give this place a letter, kept with the reader's notes."""
        passage = self.passage_at(self.cursor.article, self.cursor.offset) or self._line()
        self.store.mark(self.all.articles, letter, passage)

    def go_to_mark(self, letter: str) -> bool:
        """Go to the place of a letter; whether there is one among the articles that are read."""
        place = self.store.marks(self.all.articles).get(letter)
        if place is None or place.article not in self.ids:
            return False
        self.go_to(place.article, place.start)
        return True

    def next_member(self, by: int) -> bool:
        """Go to the next passage of the stop in the column in use, around the end; whether there are several."""
        members = self.stop.of(self.cursor.article) if self.stop else ()
        if len(members) < 2:
            return False
        starts = [member.start for member in members]
        here = starts.index(self.cursor.offset) if self.cursor.offset in starts else 0
        self.cursor = replace(self.cursor, offset=starts[(here + by) % len(starts)])
        return True

    # Notes

    @property
    def here(self) -> Stop | Span | None:
        """What a note would be about: the alignment one is on, or else the passage."""
        if self.stop is not None:
            return self.stop
        return self.passage_at(self.cursor.article, self.cursor.offset)

    @property
    def passages(self) -> tuple[Span, ...]:
        """The passages that one is on."""
        here = self.here
        return here.members if isinstance(here, Stop) else (here,) if here else ()

    def note(self) -> Note | None:
        """The newest note on what one is on."""
        stop = self.stop
        if stop is not None and stop.alignment is not None:
            entries = self.notebook.on_alignment(stop.id)
        else:
            span = stop.members[0] if stop else self.passage_at(self.cursor.article, self.cursor.offset)
            entries = self.notebook.on_span(span) if span else ()
        return entries[-1].note if entries else None

    def write(self, body: str, note: Note | None = None) -> None:
        """Keep a note on what one is on, or a new text of an existing one; an empty text removes it."""
        if note is not None and not body.strip():
            self.store.remove(note.id)
        elif note is not None:
            self.store.save(revised(note, body=body.strip()))
        elif body.strip():
            self.store.save(self._new_note(body.strip()))
        self._forget()

    def _new_note(self, body: str) -> Note:
        here = self.here
        if isinstance(here, Stop) and here.alignment is not None:
            return note_on_alignment(self.all, here.alignment, body)
        passage = here.members[0] if isinstance(here, Stop) else here
        if passage is None:
            passage = self._line()
        return note_on_passage(self.all, passage, body)

    def _line(self) -> Span:
        """The line of the source that the cursor is on: what a note quotes while sentences are not known yet."""
        text = self.article.text
        start = text.rfind("\n", 0, self.cursor.offset) + 1
        end = text.find("\n", self.cursor.offset)
        end = len(text) if end < 0 else end
        return Span(self.article.id, start, end, text[start:end])


def _largest(events: Sequence[Event]) -> str | None:
    """Of several events, the one that most articles report; the first of them where it is undecided."""
    if len(events) < 2:
        return events[0].id if events else None
    return max(events, key=lambda event: len(event.articles)).id
