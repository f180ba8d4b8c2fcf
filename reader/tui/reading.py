"""The one state that all views share: a place in what is read, a search, corrections, marks and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from reader.model import Article, Comparison, Span
from reader.notes import Attached, Note, Store, note_on_alignment, note_on_passage, revised
from reader.tui.amendments import Amendments, noting
from reader.tui.place import Cursor, Place
from reader.tui.restoration import Restoration
from reader.tui.search import matches
from reader.tui.session import Kept
from reader.tui.stops import Stop


@dataclass(frozen=True, slots=True)
class Search:
    """A search in progress."""

    query: str
    found: tuple[Span, ...]
    at: int | None = None
    """The match that one is on."""


class Reading(Place):
    """What one reader reads, and does with it."""

    def __init__(
        self, articles: Sequence[Article], store: Store, name: str | None = None, *, meaning: bool = False
    ) -> None:
        super().__init__(articles, store, name)
        self.meaning = meaning
        """Whether the articles are compared by meaning too."""
        self.search: Search | None = None
        self.amendments = Amendments(store, articles)
        self.linking: tuple[Span, ...] = ()
        """The passages that a begun link waits to be linked with another."""

        self.restoration = Restoration(articles)
        self._opened = tuple(articles)
        self._remembered: Mapping[str, object] | None = None

    # Removed text that is put back

    def compare(self, comparison: Comparison) -> None:
        """Take in a comparison, and be where the words are that one was at where removed text is back in between."""
        if self.restoration.pending:
            self._move(comparison.articles)
        super().compare(comparison)

    def _move(self, articles: Sequence[Article]) -> None:
        moved = self.restoration
        before = self._expected or self.stop
        self._expected = replace(before, members=tuple(map(moved.span, before.members))) if before else None
        self.linking = tuple(map(moved.span, self.linking))
        self.amendments.move(articles, moved.span)

        def anew(place: Cursor) -> Cursor:
            return replace(place, offset=moved.place(place.article, place.offset))

        self.cursor = anew(self.cursor)
        for places in (self.jumps.behind, self.jumps.ahead):
            places[:] = map(anew, places)
        moved.take()

    def kept(self) -> Kept:
        """Where the reader is in the texts as they will be opened the next time."""
        kept, original = super().kept(), self.restoration
        offset = original.original_place(kept.article, kept.offset)
        return Kept(kept.article, offset, tuple(map(original.original_span, kept.members)))

    def state(self) -> Mapping[str, object]:
        """A session, with the removed text that is back."""
        return {**super().state(), "restored": self.restoration.state()}

    def resume(self, state: Mapping[str, object]) -> None:
        """Take up a session before its comparison is there, with the removed text that was back in the articles."""
        super().resume(state)
        self.restoration.resume(state.get("restored"))
        if self.restoration.pending:
            self.all = Comparison(self.restoration.articles)
            self._move(self.all.articles)
            self.forget()

    def remember(self) -> None:
        """Keep the session where it is not what was kept last; raises StoreError."""
        state = self.state()
        if state != self._remembered:
            self.store.keep_session(self._opened, state, datetime.now(UTC).isoformat(timespec="seconds"))
            self._remembered = state

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

    def _keep_place(self) -> None:
        super()._keep_place()
        if self.search:
            self.find(self.search.query)

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

    def notes_on(self, here: Stop | Span) -> tuple[Attached, ...]:
        """The notes on a stop or a passage."""
        if isinstance(here, Stop) and here.alignment is not None:
            return self.notebook.on_alignment(here.id)
        return self.notebook.on_span(here.members[0] if isinstance(here, Stop) else here)

    @property
    def noted(self) -> frozenset[str]:
        """The stops that have notes."""
        stops = self.stops if self.notebook.attached else ()
        return frozenset(stop.id for stop in stops if self.notes_on(stop))

    def note(self) -> Note | None:
        """The newest note on what one is on."""
        entries = self.notes_on(self.here) if self.here else ()
        return entries[-1].note if entries else None

    def write(self, body: str, note: Note | None = None) -> None:
        """Keep a note on what one is on, or a new text of an existing one; an empty text removes it."""
        after = None
        if body.strip():
            after = revised(note, body=body.strip()) if note else self._new_note(body.strip())
        if after != note:
            self.keep(note, after)

    def keep(self, before: Note | None, after: Note | None) -> None:
        """Keep a note, another version of it, or that it is removed: a step that can be undone."""
        self.amendments.make(noting(before, after))
        self.forget()

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
