"""What is read: the articles of an event, their comparison as the filters show it, and the notes on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from reader.model import Article, Comparison, Event, Span
from reader.notes import Notebook, Store, attach
from reader.tui.stops import Stop, stops

if TYPE_CHECKING:
    from reader.compare.selection import Selection


class Findings:
    """A comparison, and what follows from it, from the event that is read, from the filters and from the notes.

    All that follows is worked out when it is asked for, and forgotten when one of these changes.
    """

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

    def take(self, comparison: Comparison) -> None:
        """Take in a comparison, the first or a new one."""
        self.all = comparison
        self.compared, self.trouble = True, ""
        if self.event not in {event.id for event in comparison.events}:
            self.event = _largest(comparison.events)
        self.forget()

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
    def hidden_in_all(self) -> str:
        """How much of the whole comparison is filtered out, in words; empty where nothing is."""
        return self._selected[1]

    @property
    def hidden(self) -> str:
        """How much of what is read is filtered out, in words; empty where nothing is."""
        parts = []
        for noun, counted in (
            ("alignments", lambda stop: stop.alignment is not None),
            ("differences", lambda stop: sum(not each.merely_worded for each in stop.differences)),
            ("unique details", lambda stop: stop.alignment is None),
        ):
            total, left = sum(map(counted, self.every_stop)), sum(map(counted, self.stops))
            parts += [f"{total - left} of {total} {noun}"] if total > left else []
        return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))

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
        return tuple(stop for stop in self.every_stop if stop.id not in self.places)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each stop comes among all of them."""
        return {stop.id: place for place, stop in enumerate(self.stops)}

    def forget(self) -> None:
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
            "places",
        ):
            self.__dict__.pop(name, None)

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


def _largest(events: Sequence[Event]) -> str | None:
    """Of several events, the one that most articles report; the first of them where it is undecided."""
    if len(events) < 2:
        return events[0].id if events else None
    return max(events, key=lambda event: len(event.articles)).id
