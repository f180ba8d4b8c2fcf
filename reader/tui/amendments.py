"""What a reader corrects and notes: kept at once, and undone and done again step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reader.model import Alignment, Article, Correction, Span
from reader.notes import Note, Store


@dataclass(frozen=True, slots=True)
class Amendment:
    """One step of a reader: a note, or corrections, which may be several."""

    told: str
    """What was done, for messages: "Yonhap taken out"."""
    kept: tuple[Correction, ...] = ()
    dropped: tuple[Correction, ...] = ()
    """Earlier corrections that it takes back."""
    before: Note | None = None
    """A note as it was; None where there was none."""
    after: Note | None = None
    """The same note as it is now; None where it was removed."""

    @property
    def noted(self) -> bool:
        """Whether it is a note that was written, changed or removed."""
        return bool(self.before or self.after)

    @property
    def reverse(self) -> Amendment:
        """What takes it back."""
        return Amendment(self.told, self.dropped, self.kept, self.after, self.before)


class Amendments:
    """The steps since the app was opened, and all corrections that the store has."""

    def __init__(self, store: Store, articles: Sequence[Article]) -> None:
        self._store, self._articles = store, tuple(articles)
        self._done: list[Amendment] = []
        self._undone: list[Amendment] = []

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """All that hold, in the order in which they were made."""
        return self._store.corrections(self._articles)

    @property
    def last(self) -> Amendment | None:
        """The step that would be taken back next."""
        return self._done[-1] if self._done else None

    def make(self, amendment: Amendment) -> None:
        """Keep a step. Raises StoreError."""
        self._apply(amendment)
        self._done.append(amendment)
        self._undone.clear()

    def undo(self) -> Amendment | None:
        """Take the last step back; None where there is none."""
        if not self._done:
            return None
        amendment = self._done[-1]
        self._apply(amendment.reverse)
        self._undone.append(self._done.pop())
        return amendment

    def redo(self) -> Amendment | None:
        """Do again what was taken back last; None where there is nothing."""
        if not self._undone:
            return None
        amendment = self._undone[-1]
        self._apply(amendment)
        self._done.append(self._undone.pop())
        return amendment

    def move(self, articles: Sequence[Article], moved: Callable[[Span], Span]) -> None:
        """The texts have changed: what can be undone is where its words are now."""

        def anew(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
            return tuple(replace(each, members=tuple(map(moved, each.members))) for each in corrections)

        self._articles = tuple(articles)
        for steps in (self._done, self._undone):
            steps[:] = [replace(step, kept=anew(step.kept), dropped=anew(step.dropped)) for step in steps]

    def _apply(self, step: Amendment) -> None:
        for correction in step.dropped:
            self._store.uncorrect(self._articles, correction)
        for correction in step.kept:
            self._store.correct(self._articles, correction)
        if step.after:
            self._store.save(step.after)
        elif step.before:
            self._store.remove(step.before.id)


def noting(before: Note | None, after: Note | None) -> Amendment:
    """Write a note, change it or, where nothing comes after it, remove it."""
    return Amendment(
        "note removed" if after is None else "note changed" if before else "note", before=before, after=after
    )


def confirming(alignment: Alignment, corrections: Sequence[Correction]) -> Amendment:
    """Say that an alignment is right or, where that was said, take it back."""
    said = tuple(
        correction
        for correction in corrections
        if correction.kind == "confirmed" and set(correction.members) == set(alignment.members)
    )
    if said:
        return Amendment("confirmation taken back", dropped=said)
    return Amendment("confirmed", (Correction("confirmed", alignment.members),))


def taking_apart(alignment: Alignment, passage: Span | None = None, name: str = "") -> Amendment:
    """Say that the passages do not belong together or, given one, that this one does not belong to the others."""
    others = tuple(member for member in alignment.members if passage and member.article != passage.article)
    if passage is None or len(alignment.articles) == 2:
        return Amendment("taken apart", (Correction("apart", alignment.members),))
    return Amendment(f"{name} taken out", tuple(Correction("apart", (passage, other)) for other in others))


def linking(first: Sequence[Span], second: Span) -> Amendment | None:
    """Say that a passage belongs to others; None where all would be of one article, or it is one of them."""
    members = tuple(dict.fromkeys((*first, second)))
    if second in first or len({member.article for member in members}) < 2:
        return None
    return Amendment("linked", (Correction("together", members),))
