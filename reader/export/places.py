"""Where in which article a stretch stands, in words that a reader can follow: outlet, headline, paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.export.excerpts import Excerpt, stretches
from reader.language.sentences import paragraphs
from reader.model import Article, Span
from reader.safety import one_line


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of an article and how a reader finds it."""

    span: Span
    outlet: str
    """Unique among the articles."""
    where: str
    """In words: "headline" or "paragraph 4"."""
    text: str
    """The stretch on one line, harmless."""


def given(values: Iterable[Quotation]) -> str:
    """What each outlet gives, in its words: `Herald “20 minutes”; Post “21 minutes”`."""
    return "; ".join(f"{value.outlet} “{value.text}”" for value in values)


class Sources:
    """The articles of a comparison, and where in them a stretch stands."""

    def __init__(self, articles: Sequence[Article], sentences: Sequence[Span] = ()) -> None:
        self._order = {article.id: position for position, article in enumerate(articles)}
        self._articles = {article.id: article for article in articles}
        self._names = outlet_names(articles)
        self._starts = {article.id: [start for start, _ in body_paragraphs(article)] for article in articles}
        self._sentences: dict[str, list[tuple[int, int]]] = {article.id: [] for article in articles}
        for sentence in sentences:
            self._sentences[sentence.article].append((sentence.start, sentence.end))

    def name(self, id: str) -> str:
        """The outlet, unique among the articles."""
        return self._names[id]

    def quotation(self, span: Span) -> Quotation:
        """A stretch with what a reader needs to find it."""
        return Quotation(span, self.name(span.article), self.where(span), one_line(span.text))

    def quotations(self, spans: Sequence[Span]) -> tuple[Quotation, ...]:
        """Several, in the order in which the articles were given."""
        return tuple(map(self.quotation, sorted(spans, key=lambda span: (self._order[span.article], span.start))))

    def excerpts(self, spans: Sequence[Span]) -> tuple[Excerpt, ...]:
        """Several in the sentences they stand in, each sentence once, in the order in which the articles were given."""
        found = []
        for id in sorted({span.article for span in spans}, key=self._order.__getitem__):
            mine = [(span.start, span.end) for span in spans if span.article == id]
            text = self._articles[id].text
            for (start, end), told in stretches(text, mine, self._sentences[id]):
                whole = Span(id, start, end, text[start:end])
                found.append(Excerpt(whole, self.name(id), self.where(whole), told))
        return tuple(found)

    def where(self, span: Span) -> str:
        """The place in words: "headline" or "paragraph 4"; the headline is not counted."""
        headline = self._articles[span.article].headline
        if headline and span.start < headline[1]:
            return "headline"
        return f"paragraph {max(1, bisect_right(self._starts[span.article], span.start))}"


def web_address(article: Article) -> str:
    """Where an article can be opened in a browser; empty where that is not known. No other scheme is safe to follow."""
    known = (article.address or "", article.source)
    return next((one_line(each) for each in known if each.startswith(("https://", "http://"))), "")


def body_paragraphs(article: Article) -> list[tuple[int, int]]:
    """Offsets of the paragraphs below the headline, as they are counted."""
    body = article.headline[1] if article.headline else 0
    return [(max(start, body), end) for start, end in paragraphs(article.text) if end > body]


def outlet_names(articles: Sequence[Article]) -> Mapping[str, str]:
    """For each article its outlet; with the day, or else the id, where one outlet has several articles."""
    outlets = Counter(article.outlet for article in articles)
    dated = Counter((article.outlet, (article.published or "")[:10]) for article in articles)
    names = {}
    for article in articles:
        name, day = one_line(article.outlet), (article.published or "")[:10]
        if outlets[article.outlet] > 1:
            name += f" ({day})" if day and dated[article.outlet, day] == 1 else f" ({article.id})"
        names[article.id] = name
    return names
