"""What is read and what comparing it finds: frozen values, without behaviour that needs another module.

All offsets are half-open `[start, end)` counts of Unicode code points into `Article.text`, and every `text`
beside them repeats that stretch exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Scope = Literal["event", "background"]
Relation = Literal["agreement", "difference"]
Finding = Literal["agreement", "doubtful", "difference", "unique"]
"""What a reader is shown: outlets agree, they perhaps agree, they differ, or one alone has it."""
Kind = Literal[
    "number",
    "date",
    "name",
    "place",
    "attribution",
    "quotation",
    "modality",
    "polarity",
    "wording",
    "content",
]
Verdict = Literal["conflict", "compatible", "update", "more-specific", "framing"]
CorrectionKind = Literal["together", "apart", "confirmed"]

SURE = 0.6
"""Confidence from which an agreement may be taken as one: of those under it, read in five stories, every other is none.
A difference is told only where there is more ground for it."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch that intake took out of an article, kept so that no text is lost."""

    text: str
    """The characters as they stood in the source."""
    reason: str
    """Why it is not part of the story, in words ("page furniture")."""
    at: int
    """Offset in `Article.text` before which it stood; several at one offset stand in their order."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text from one outlet."""

    id: str
    """Short, readable and unique within one comparison; the same whatever order the articles are given in."""
    source: str
    """The path or address as it was given."""
    text: str
    """The story: the headline (where the source prints one), then paragraphs parted by blank lines or line ends."""
    outlet: str
    """Who published it; the file's name where nothing better is known."""
    title: str | None = None
    byline: str | None = None
    """The authors, without "By"."""
    published: str | None = None
    """Day or time of publication in ISO 8601 ("2019-10-24")."""
    place: str | None = None
    """The dateline's place as printed ("SEOUL / CHENGDU")."""
    agency: str | None = None
    """The wire service that is credited, where that is not the outlet."""
    language: str | None = None
    """ISO 639-1 code."""
    address: str | None = None
    """Canonical web address."""
    removed: tuple[Removed, ...] = ()
    provenance: tuple[tuple[str, str], ...] = ()
    """For each piece of metadata, where it was found: `(("published", "dateline"), …)`."""

    @property
    def headline(self) -> tuple[int, int] | None:
        """Where the title stands in `text` when the text opens with it."""
        if self.title and self.text.startswith(self.title):
            return 0, len(self.title)
        return None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one article."""

    article: str
    """`Article.id`."""
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Value(Span):
    """What one article gives for the detail that a difference is about."""

    value: str | None = None
    """The normalised form ("21 min", "2019-10-24"), where there is one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One detail that the members of an alignment give differently."""

    kind: Kind
    verdict: Verdict
    reason: str
    """One sentence that a reader understands without knowing the program."""
    values: tuple[Value, ...]
    """At least two, from at least two articles."""

    @property
    def merely_worded(self) -> bool:
        """Whether it is a mere choice of words, which is left to the eye wherever there is little room; a telling one,
        as "frayed" against "strained", is `framing`."""
        return self.kind == "wording" and self.verdict == "compatible"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason why passages were aligned, in words, with its share of the decision."""

    kind: str
    """What spoke for it: "words", "names", "numbers", "dates", "speaker", "position", "meaning", "reader"."""
    text: str
    """The evidence itself, for a reader: "share: 1965, treaty, colonial"."""
    weight: float
    """Signed contribution to the score, comparable within one alignment."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Passages of two or more articles that report the same fact, in any order, many to many."""

    id: str
    event: str | None
    """The event of all its articles; None where they belong to different events."""
    scope: Scope
    relation: Relation
    confidence: float
    """Between 0 and 1: of alignments at .8, about 80 % are right."""
    members: tuple[Span, ...]
    differences: tuple[Difference, ...] = ()
    origins: int = 1
    """How many independent sources stand behind its articles; copies of one wire text count once."""
    evidence: tuple[Evidence, ...] = ()
    confirmed: bool = False
    """A reader has looked at it and agreed."""

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that have a member, each once, in the order of the members."""
        return tuple(dict.fromkeys(member.article for member in self.members))

    @property
    def finding(self) -> Finding:
        """What a reader is shown: its relation or, where that is an agreement about as likely wrong as right, that it
        is doubtful until the reader has confirmed it."""
        doubtful = self.relation == "agreement" and self.confidence < SURE and not self.confirmed
        return "doubtful" if doubtful else self.relation

    @property
    def percent(self) -> int:
        """The confidence in whole per cent, never more than it is: .596 is not 60 %."""
        return round(self.confidence * 1000) // 10


@dataclass(frozen=True, slots=True)
class UniqueDetail(Span):
    """A passage, or a stretch of an aligned passage, that no other article of the event has.

    Where one article reports its event alone, none of those has it that share background with it.
    """

    alignment: str | None = None
    """The alignment whose member it lies in, if it is a stretch of one."""


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, and which articles report it."""

    id: str
    label: str
    """Words taken from one of its articles."""
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """A source that several articles share."""

    id: str
    label: str
    """The agency or the statement, in the words of the articles."""
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that the front ends need to show several articles side by side."""

    articles: tuple[Article, ...]
    """In the order in which they were given."""
    events: tuple[Event, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    """In reading order."""
    unique: tuple[UniqueDetail, ...] = ()
    origins: tuple[Origin, ...] = ()
    passages: tuple[Span, ...] = ()
    """Every sentence of every article: what a reader can point at, aligned or not."""
    corrections: tuple[Correction, ...] = ()
    """What a reader had said of alignments when it was made, in the order in which it was said."""

    def article(self, id: str) -> Article:
        """The article of that id; KeyError where there is none."""
        for article in self.articles:
            if article.id == id:
                return article
        raise KeyError(id)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader says of an alignment; it outranks all evidence."""

    kind: CorrectionKind
    members: tuple[Span, ...]
    """The passages that it is about. Found again by their text where offsets have moved."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long piece of work has come."""

    step: str
    """What is being done, for a reader: "aligning passages"."""
    done: int
    total: int


Report = Callable[[Progress], None]
"""Told of progress now and then. It may raise `reader.errors.Cancelled` to stop the work."""


@dataclass(frozen=True, slots=True)
class Story:
    """What a story file says: a name, and what the texts do not say themselves."""

    name: str
    details: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For each source, the fields of `Article` that the file gives."""
