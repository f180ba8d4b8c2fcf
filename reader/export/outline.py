"""What every written form of a comparison says and in which order, before any form is given to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reader.compare.differences import relation
from reader.compare.reading import blind_spots, smallest_reading
from reader.compare.selection import Selected
from reader.compare.styles import Variant, variants
from reader.export.excerpts import Excerpt
from reader.export.places import Quotation, Sources
from reader.model import SURE, Alignment, Article, Comparison, CorrectionKind, Difference, Event, Finding, Span
from reader.notes import Attached, Notebook
from reader.safety import one_line

_SEVERAL = 3
"""Outlets from which there is a choice of what to read."""
SIGNS: Mapping[Finding, str] = {"agreement": "=", "doubtful": "?", "difference": "≠", "unique": "+"}
TOLD: Mapping[Finding, str] = {"agreement": "agree", "doubtful": "perhaps agree", "difference": "differ"}
"""What is said of the outlets of an alignment."""
_RULINGS: Mapping[CorrectionKind, str] = {
    "together": "put together by the reader",
    "apart": "taken apart by the reader",
    "confirmed": "confirmed by the reader",
}


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
        return f"{self.outlets} of {_count(self.of, 'outlet')}, {_count(alignment.origins, 'origin')}, {sure}"


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
            _count(len(self.articles), "article"),
            _count(sum(section.event is not None for section in self.sections), "event"),
            _count(len(entries), "aligned fact") + (f" ({told})" if told else ""),
            _count(unique, "unique detail"),
            *([f"{_count(self.styles, 'difference')} of style alone"] if self.styles else []),
        ]
        return ", ".join(parts) + "."


def outline(
    selected: Selected,
    notebook: Notebook,
    title: str | None = None,
    whole: Comparison | None = None,
    wording: bool = False,
    style: bool = False,
) -> Outline:
    """The content of a comparison in reading order.

    `whole` is the comparison before anything was hidden; `wording` asks for the mere choice of words to be listed, and
    `style` for what differs in style alone.
    """
    comparison = selected.comparison if wording else _without_wording(selected.comparison)
    numbers = _numbers(whole or comparison)
    sources = Sources(comparison.articles, comparison.passages)
    styles = {alignment.id: variants(alignment.members) for alignment in comparison.alignments}
    listed = styles if style else {}
    unique = {detail.article for detail in (whole or comparison).unique}
    sections = [
        _section(event, comparison, sources, notebook, numbers, listed, held=not unique.isdisjoint(event.articles))
        for event in comparison.events
    ]
    if any(alignment.event is None for alignment in comparison.alignments):
        sections.append(_section(None, comparison, sources, notebook, numbers, listed, held=True))
    if not selected.hidden:
        sections = [replace(section, missed=_missed(section, comparison, sources, numbers)) for section in sections]
    named = tuple((article, sources.name(article.id)) for article in comparison.articles)
    rulings = tuple(Ruling(_RULINGS[said.kind], sources.quotations(said.members)) for said in comparison.corrections)
    elsewhere = tuple(
        Apart(entry, sources.quotations(entry.spans), sources.excerpts(entry.spans)) for entry in notebook.elsewhere()
    )
    return Outline(
        title=title_of(comparison, title),
        articles=named,
        sections=tuple(sections),
        notebook=notebook,
        elsewhere=elsewhere,
        rulings=rulings,
        hidden=selected.hidden,
        styles=sum(map(len, styles.values())),
    )


def _numbers(comparison: Comparison) -> Mapping[str, int]:
    """The number of each alignment in print, where each event has its own section."""
    events: list[str | None] = [event.id for event in comparison.events]
    printed = sorted(comparison.alignments, key=lambda entry: [*events, None].index(entry.event))
    return {alignment.id: number for number, alignment in enumerate(printed, 1)}


def _without_wording(comparison: Comparison) -> Comparison:
    return replace(
        comparison,
        alignments=tuple(
            replace(alignment, differences=tuple(each for each in alignment.differences if not each.merely_worded))
            for alignment in comparison.alignments
        ),
    )


def title_of(comparison: Comparison, title: str | None = None) -> str:
    """What a comparison is called: the story's name, or its largest event."""
    largest = max(comparison.events, key=lambda event: len(event.articles), default=None)
    return one_line(title or (largest.label if largest else "") or "Nothing to compare")


def _section(
    event: Event | None,
    comparison: Comparison,
    sources: Sources,
    notebook: Notebook,
    numbers: Mapping[str, int],
    styles: Mapping[str, tuple[Variant, ...]],
    *,
    held: bool,
) -> Section:
    members = [entry.id for entry in comparison.articles if event is None or entry.id in event.articles]
    mine = [alignment for alignment in comparison.alignments if alignment.event == (event.id if event else None)]
    printed = {alignment.id for alignment in comparison.alignments}
    entries = tuple(
        _entry(alignment, comparison, sources, notebook, numbers, len(members), styles.get(alignment.id, ()))
        for alignment in mine
    )
    only = []
    for id in members if event else ():
        details = [detail for detail in comparison.unique if detail.article == id and detail.alignment not in printed]
        if details:
            only.append(Own(sources.name(id), sources.quotations(details), sources.excerpts(details)))
    title = one_line(event.label) if event else "Background shared by different events"
    outlets = tuple(sources.name(id) for id in members)
    return Section(event, title, outlets, entries, tuple(only), missed=(), held=held)


def _missed(section: Section, comparison: Comparison, sources: Sources, numbers: Mapping[str, int]) -> tuple[str, ...]:
    if section.event is None or len(section.outlets) < _SEVERAL:
        return ()
    told = []
    for id in (article.id for article in comparison.articles if article.id in section.event.articles):
        spots = blind_spots(comparison, id)
        parts = []
        if spots.facts:
            listed = ", ".join(str(number) for number in sorted(numbers[fact.id] for fact in spots.facts))
            parts.append(f"{_count(len(spots.facts), 'fact')} that others share ({listed})")
        if spots.details:
            parts.append(f"{_count(len(spots.details), 'detail')} that one other alone has")
        if parts:
            told.append(f"Reading only {sources.name(id)}, you miss {' and '.join(parts)}.")
    enough = smallest_reading(comparison, section.event.id)
    if enough.facts and len(enough.articles) < len(section.outlets):
        names = [sources.name(id) for id in enough.articles]
        listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
        told.append(f"{listed} {'tell' if len(names) > 1 else 'tells'} all {_count(enough.facts, 'shared fact')}.")
    return tuple(told)


def _entry(
    alignment: Alignment,
    comparison: Comparison,
    sources: Sources,
    notebook: Notebook,
    numbers: Mapping[str, int],
    of: int,
    styles: tuple[Variant, ...],
) -> Entry:
    return Entry(
        numbers[alignment.id],
        alignment,
        sources.quotations(alignment.members),
        sources.excerpts(alignment.members),
        tuple((found, sources.quotations(found.values)) for found in alignment.differences),
        sources.quotations([detail for detail in comparison.unique if detail.alignment == alignment.id]),
        tuple(sources.quotations(variant.values) for variant in styles),
        notebook.on_alignment(alignment.id),
        len(alignment.articles),
        of,
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
