"""From a comparison to its outline: what stands in which section, and what a reader of less misses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reader.compare.reading import blind_spots, smallest_reading
from reader.compare.selection import Selected
from reader.compare.styles import Variant, variants
from reader.export.outline import Apart, Entry, Outline, Own, Ruling, Section, counted
from reader.export.places import Sources
from reader.model import Alignment, Comparison, CorrectionKind, Event
from reader.notes import Notebook
from reader.safety import one_line

_SEVERAL = 3
"""Outlets from which there is a choice of what to read."""
_RULINGS: Mapping[CorrectionKind, str] = {
    "together": "put together by the reader",
    "apart": "taken apart by the reader",
    "confirmed": "confirmed by the reader",
}


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
    styles = {alignment.id: variants(alignment.members) for alignment in comparison.alignments}
    composer = _Composer(
        comparison,
        Sources(comparison.articles, comparison.passages),
        notebook,
        _numbers(whole or comparison),
        styles if style else {},
    )
    unique = {detail.article for detail in (whole or comparison).unique}
    sections = [composer.section(event, held=not unique.isdisjoint(event.articles)) for event in comparison.events]
    if any(alignment.event is None for alignment in comparison.alignments):
        sections.append(composer.section(None, held=True))
    if not selected.hidden:
        sections = [replace(section, missed=composer.missed(section)) for section in sections]
    sources = composer.sources
    return Outline(
        title=_title(comparison, title),
        articles=tuple((article, sources.name(article.id)) for article in comparison.articles),
        sections=tuple(sections),
        notebook=notebook,
        elsewhere=tuple(
            Apart(entry, sources.quotations(entry.spans), sources.excerpts(entry.spans))
            for entry in notebook.elsewhere()
        ),
        rulings=tuple(Ruling(_RULINGS[said.kind], sources.quotations(said.members)) for said in comparison.corrections),
        hidden=selected.hidden,
        styles=sum(map(len, styles.values())),
    )


def _title(comparison: Comparison, title: str | None) -> str:
    """What a comparison is called: the story's name, or its largest event."""
    largest = max(comparison.events, key=lambda event: len(event.articles), default=None)
    return one_line(title or (largest.label if largest else "") or "Nothing to compare")


@dataclass(frozen=True, slots=True)
class _Composer:
    """What every section is made of."""

    comparison: Comparison
    sources: Sources
    notebook: Notebook
    numbers: Mapping[str, int]
    """The number of each alignment in print."""
    styles: Mapping[str, tuple[Variant, ...]]
    """What differs in style alone in each alignment, where that was asked for."""

    def section(self, event: Event | None, *, held: bool) -> Section:
        """An event, or what articles of different events share, without what a reader of less misses."""
        comparison, sources = self.comparison, self.sources
        members = [entry.id for entry in comparison.articles if event is None or entry.id in event.articles]
        mine = [alignment for alignment in comparison.alignments if alignment.event == (event.id if event else None)]
        printed = {alignment.id for alignment in comparison.alignments}
        only = []
        for id in members if event else ():
            details = [each for each in comparison.unique if each.article == id and each.alignment not in printed]
            if details:
                only.append(Own(sources.name(id), sources.quotations(details), sources.excerpts(details)))
        return Section(
            event,
            title=one_line(event.label) if event else "Background shared by different events",
            outlets=tuple(map(sources.name, members)),
            entries=tuple(self.entry(alignment, of=len(members)) for alignment in mine),
            only=tuple(only),
            missed=(),
            held=held,
        )

    def entry(self, alignment: Alignment, of: int) -> Entry:
        """An alignment among the articles of its section, of which there are `of`."""
        unique = [detail for detail in self.comparison.unique if detail.alignment == alignment.id]
        quotations = self.sources.quotations
        return Entry(
            self.numbers[alignment.id],
            alignment,
            quotations(alignment.members),
            self.sources.excerpts(alignment.members),
            differences=tuple((found, quotations(found.values)) for found in alignment.differences),
            unique=quotations(unique),
            styles=tuple(quotations(variant.values) for variant in self.styles.get(alignment.id, ())),
            notes=self.notebook.on_alignment(alignment.id),
            outlets=len(alignment.articles),
            of=of,
        )

    def missed(self, section: Section) -> tuple[str, ...]:
        """What a reader of each outlet alone misses, and which few tell all, in sentences."""
        if section.event is None or len(section.outlets) < _SEVERAL:
            return ()
        told = []
        for id in (article.id for article in self.comparison.articles if article.id in section.event.articles):
            spots = blind_spots(self.comparison, id)
            parts = []
            if spots.facts:
                listed = ", ".join(str(number) for number in sorted(self.numbers[fact.id] for fact in spots.facts))
                parts.append(f"{counted(len(spots.facts), 'fact')} that others share ({listed})")
            if spots.details:
                parts.append(f"{counted(len(spots.details), 'detail')} that one other alone has")
            if parts:
                told.append(f"Reading only {self.sources.name(id)}, you miss {' and '.join(parts)}.")
        enough = smallest_reading(self.comparison, section.event.id)
        if enough.facts and len(enough.articles) < len(section.outlets):
            names = [self.sources.name(id) for id in enough.articles]
            listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
            told.append(f"{listed} {'tell' if len(names) > 1 else 'tells'} all {counted(enough.facts, 'shared fact')}.")
        return tuple(told)


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
