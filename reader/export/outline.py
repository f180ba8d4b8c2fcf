"""What every written form of a comparison says and in which order, before any form is given to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from reader.compare.differences import relation
from reader.export.excerpts import Excerpt
from reader.export.places import Quotation
from reader.model import SURE, Alignment, Article, Difference, Event, Finding, Span
from reader.notes import Attached, Notebook
from reader.safety import one_line

SIGNS: Mapping[Finding, str] = {"agreement": "=", "doubtful": "?", "difference": "≠", "unique": "+"}
TOLD: Mapping[Finding, str] = {"agreement": "agree", "doubtful": "perhaps agree", "difference": "differ"}
"""What is said of the outlets of an alignment."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A correction as it is written."""

    told: str
    """What the reader said of the passages: "taken apart by the reader"."""
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One alignment with everything that belongs to it."""

    number: int
    """As counted in the whole comparison, whatever is hidden."""
    alignment: Alignment
    quotations: tuple[Quotation, ...]
    """Its passages."""
    excerpts: tuple[Excerpt, ...]
    """The same in their sentences, each sentence once."""
    differences: tuple[tuple[Difference, tuple[Quotation, ...]], ...]
    """Without the mere choice of words, which is plain to see where the passages stand one under another, unless it
    was asked for."""
    unique: tuple[Quotation, ...]
    """What only one outlet has, inside a passage that is aligned."""
    styles: tuple[tuple[Quotation, ...], ...]
    """What differs in style alone, where that was asked for."""
    notes: tuple[Attached, ...]
    outlets: int
    """How many outlets of its event have it."""
    of: int
    """How many outlets the event has; where there is no event, all articles."""

    @property
    def kinds(self) -> str:
        """In what the outlets differ: "number, attribution"; empty where they agree."""
        differing = (found for found in self.alignment.differences if relation([found]) == "difference")
        return ", ".join(dict.fromkeys(found.kind for found in differing))

    @property
    def values(self) -> tuple[Span, ...]:
        """The words that differ."""
        return tuple(value for difference, _ in self.differences for value in difference.values)

    @property
    def mark(self) -> str:
        """The mark spelled out: "AGREE", "PERHAPS AGREE", or "DIFFER" and in what."""
        return f"{TOLD[self.alignment.finding].upper()} {self.kinds}".rstrip()

    @property
    def standing(self) -> str:
        """Who stands behind it: "2 of 3 outlets, 1 origin, 87 % sure"."""
        alignment = self.alignment
        sure = "confirmed" if alignment.confirmed else f"{alignment.percent} % sure"
        return f"{self.outlets} of {counted(self.of, 'outlet')}, {counted(alignment.origins, 'origin')}, {sure}"


@dataclass(frozen=True, slots=True)
class Own:
    """What no other outlet has."""

    outlet: str
    quotations: tuple[Quotation, ...]
    excerpts: tuple[Excerpt, ...]
    """The same in their sentences, each sentence once."""


@dataclass(frozen=True, slots=True)
class Section:
    """One event, or what articles of different events share."""

    event: Event | None
    title: str
    outlets: tuple[str, ...]
    entries: tuple[Entry, ...]
    only: tuple[Own, ...]
    """For each outlet that has any, what no other has."""
    missed: tuple[str, ...]
    """For each outlet of three or more, what a reader of it alone misses, and which few tell all; in sentences."""
    held: bool
    """Whether its articles are held against any other, shown or not."""

    @property
    def alone(self) -> str:
        """That one outlet alone reports it, in words; empty where several do."""
        if self.event is None or len(self.outlets) > 1:
            return ""
        if self.held:
            return "No other article reports it; it is held against those that share background with it."
        return "There is nothing to compare it with."


@dataclass(frozen=True, slots=True)
class Apart:
    """A note that belongs to no alignment, with the passages it is about."""

    note: Attached
    quotations: tuple[Quotation, ...]
    excerpts: tuple[Excerpt, ...]
    """The same in their sentences."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole comparison, ready to be written."""

    title: str
    articles: tuple[tuple[Article, str], ...]
    """With the name of the outlet, unique among them."""
    sections: tuple[Section, ...]
    notebook: Notebook
    elsewhere: tuple[Apart, ...]
    """Notes that belong to no alignment."""
    rulings: tuple[Ruling, ...]
    """What the reader corrected, in the order in which it was said."""
    hidden: str
    """What a selection hides, in words; empty where it hides nothing."""
    styles: int
    """How many things differ in style alone."""

    @property
    def told(self) -> tuple[tuple[int, Section], ...]:
        """The sections with their numbers, without those of which a selection hides everything."""
        numbered = enumerate(self.sections, 1)
        return tuple((number, each) for number, each in numbered if each.entries or each.only or not self.hidden)

    @property
    def signs(self) -> str:
        """What the signs around words mean; empty where there are none."""
        entries = (excerpt for section in self.sections for entry in section.entries for excerpt in entry.excerpts)
        own = (excerpt for section in self.sections for each in section.only for excerpt in each.excerpts)
        noted = (excerpt for each in self.elsewhere for excerpt in each.excerpts)
        cut = any(excerpt.told != ((excerpt.span.start, excerpt.span.end),) for excerpt in (*entries, *own, *noted))
        return "‹ › enclose the words that are meant; the rest of a sentence is there to be understood." if cut else ""

    @property
    def doubt(self) -> str:
        """How far what is doubtful can be trusted; empty where nothing is."""
        entries = (entry for section in self.sections for entry in section.entries)
        if all(entry.alignment.finding != "doubtful" for entry in entries):
            return ""
        return f"What perhaps agrees is less than {round(SURE * 100)} % sure, and wrong about as often as right."

    @property
    def summary(self) -> str:
        """How much there is, in one sentence."""
        entries = [entry for section in self.sections for entry in section.entries]
        findings = Counter(entry.alignment.finding for entry in entries)
        told = ", ".join(f"{findings[finding]} {words}" for finding, words in TOLD.items() if findings[finding])
        inside = sum(len(entry.unique) for entry in entries)
        unique = inside + sum(len(own.quotations) for section in self.sections for own in section.only)
        parts = [
            counted(len(self.articles), "article"),
            counted(sum(section.event is not None for section in self.sections), "event"),
            counted(len(entries), "aligned fact") + (f" ({told})" if told else ""),
            counted(unique, "unique detail"),
            *([f"{counted(self.styles, 'difference')} of style alone"] if self.styles else []),
        ]
        return ", ".join(parts) + "."


def counted(number: int, noun: str) -> str:
    """A number of things in words: "1 fact", "3 facts"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def note_head(entry: Attached) -> str:
    """What is said of a note before its text: its status, its tags, and what has become of what it quotes."""
    told = (entry.note.status, *(f"#{one_line(tag)}" for tag in entry.note.tags), entry.explanation)
    return ", ".join(part for part in told if part)
