"""Nine invented articles on one event: as many as are ever read side by side."""

from __future__ import annotations

from reader.model import Alignment, Article, Comparison, Difference, Event, Span, UniqueDetail, Value

PLACES = ("Ash", "Birch", "Cedar", "Dale", "Elm", "Fern", "Gorse", "Hazel", "Ivy")


def crowd(number: int = 9) -> Comparison:
    """So many articles: all report the fire, all but one count the hurt, and each has a sentence of its own."""
    articles, fires, hurts, own, values = [], [], [], [], []
    for place, name in enumerate(PLACES[:number]):
        fire = f"A fire broke out in the mill on the {name} road on Friday."
        hurt = f"{'Three' if place % 2 else '3'} people were hurt, the {name} hospital said." if place else ""
        alone = f"The {name} road is closed until noon."
        text = "\n\n".join(filter(None, (f"Fire on the {name} road", fire, hurt, alone)))
        articles.append(
            Article(
                name.lower(), f"{name}.txt", text, f"{name} Gazette", f"Fire on the {name} road", published="2024-05-03"
            )
        )
        fires.append(_span(articles[-1], fire))
        own.append(_span(articles[-1], alone))
        if hurt:
            hurts.append(_span(articles[-1], hurt))
            given = _span(articles[-1], f"{hurt.split()[0]} people")
            values.append(Value(given.article, given.start, given.end, given.text, "3 people"))
    counted = Difference("number", "compatible", "Three in words and in figures.", tuple(values))
    alignments = (
        Alignment("a1", "e1", "event", "agreement", 0.9, tuple(fires), origins=2),
        Alignment("a2", "e1", "event", "difference", 0.8, tuple(hurts), (counted,), origins=number - 1),
    )
    event = Event("e1", "Fire in the mill", tuple(article.id for article in articles))
    unique = tuple(UniqueDetail(span.article, span.start, span.end, span.text) for span in own)
    return Comparison(tuple(articles), (event,), alignments, unique, passages=(*fires, *hurts, *own))


def _span(article: Article, text: str) -> Span:
    start = article.text.index(text)
    return Span(article.id, start, start + len(text), text)
