"""A small invented story and its comparison, made by hand, for tests that must not depend on the engine."""

from __future__ import annotations

from reader.model import Alignment, Article, Comparison, Difference, Event, Evidence, Origin, Span, UniqueDetail, Value

HERALD = Article(
    id="herald",
    source="herald.txt",
    outlet="Harbour Herald",
    title="Ferry runs aground off Skerry Point",
    byline="Ines Calder",
    published="2024-03-02",
    place="SKERRY POINT",
    language="en",
    text=(
        "Ferry runs aground off Skerry Point\n\n"
        "A ferry with 120 passengers ran aground off Skerry Point early on Saturday. Nobody was hurt.\n\n"
        "“The captain did everything right,” said Tom Reyes, the harbour master.\n\n"
        "The ferry was built in 1987."
    ),
)
DAILY = Article(
    id="daily",
    source="daily.txt",
    outlet="The Daily Wire",
    title="Stranded ferry: all safe",
    published="2024-03-02",
    language="en",
    text=(
        "Stranded ferry: all safe\n\n"
        "At least 118 people were aboard the ferry that ran aground near Skerry Point, police said. "
        "No one was injured.\n\n"
        "Harbour master Tom Reyes told reporters the captain “did everything right”."
    ),
)
TIDES = Article(
    id="tides",
    source="https://tides.example/ferry",
    outlet="Tides & Times",
    title="Council debates a new pier",
    text="Council debates a new pier\n\nThe council will vote on a new pier in May.",
)


def span(article: Article, text: str) -> Span:
    """The first place where a text stands in an article."""
    start = article.text.index(text)
    return Span(article.id, start, start + len(text), text)


def value(article: Article, text: str, normal: str | None = None) -> Value:
    """The same, as what an article gives for a detail."""
    found = span(article, text)
    return Value(found.article, found.start, found.end, found.text, normal)


def unique(article: Article, text: str, alignment: str | None = None) -> UniqueDetail:
    """The same, as what only one article has."""
    found = span(article, text)
    return UniqueDetail(found.article, found.start, found.end, found.text, alignment)


def comparison(*articles: Article) -> Comparison:
    """Two outlets on a stranded ferry: an agreement, two differences, unique details; and one on another event."""
    aboard = Difference(
        "number",
        "conflict",
        "120 passengers is not at least 118 people.",
        (value(HERALD, "120 passengers", "120"), value(DAILY, "At least 118 people", "≥ 118")),
    )
    quoted = Difference(
        "quotation",
        "more-specific",
        "One quotes the whole sentence, the other a part of it.",
        (value(HERALD, "The captain did everything right"), value(DAILY, "did everything right")),
    )
    alignments = (
        Alignment(
            "a1",
            "e1",
            "event",
            "difference",
            0.91,
            (
                span(HERALD, "A ferry with 120 passengers ran aground off Skerry Point early on Saturday."),
                span(
                    DAILY, "At least 118 people were aboard the ferry that ran aground near Skerry Point, police said."
                ),
            ),
            (aboard,),
            origins=2,
            evidence=(Evidence("words", "share: ran aground, skerry, point", 0.6),),
        ),
        Alignment(
            "a2",
            "e1",
            "event",
            "agreement",
            0.84,
            (span(HERALD, "Nobody was hurt."), span(DAILY, "No one was injured.")),
            origins=2,
        ),
        Alignment(
            "a3",
            "e1",
            "event",
            "difference",
            0.55,
            (
                span(HERALD, "“The captain did everything right,” said Tom Reyes, the harbour master."),
                span(DAILY, "Harbour master Tom Reyes told reporters the captain “did everything right”."),
            ),
            (quoted,),
            origins=1,
            confirmed=True,
        ),
    )
    return Comparison(
        articles or (HERALD, DAILY, TIDES),
        (
            Event("e1", "Ferry runs aground off Skerry Point", ("herald", "daily")),
            Event("e2", "Council debates a new pier", ("tides",)),
        ),
        alignments,
        (
            unique(HERALD, "early on Saturday", "a1"),
            unique(DAILY, "police said", "a1"),
            unique(HERALD, "The ferry was built in 1987."),
        ),
        (Origin("o1", "harbour master Tom Reyes", ("herald", "daily")),),
        tuple(
            span(article, text)
            for article, texts in (
                (
                    HERALD,
                    ("A ferry with 120 passengers ran aground off Skerry Point early on Saturday.", "Nobody was hurt."),
                ),
                (DAILY, ("No one was injured.",)),
            )
            for text in texts
        ),
    )
