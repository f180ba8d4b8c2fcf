"""A comparison as one HTML file that needs nothing else: side by side, then fact by fact.

It has no script and forbids any by its content security policy. Meaning is never colour alone: every mark has a sign,
a line of its own style and a link to the fact, which a screen reader reads as words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path

from reader.export.dates import day_in_words
from reader.export.excerpts import Excerpt, runs, signed
from reader.export.marked import Marked, pieces
from reader.export.outline import SIGNS, TOLD, Entry, Outline, Section, note_head
from reader.export.places import Quotation, Sources, body_paragraphs, web_address
from reader.model import Article, Comparison, Finding, Span
from reader.notes import Attached
from reader.safety import harmless, one_line

_TELLING = {"‹": '<mark class="meant">', "›": "</mark>"}
"""The style sheet shows the signs, so that words that are copied are without them."""
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(outline: Outline, comparison: Comparison) -> str:
    """The whole document."""
    return "\n".join(_Page(outline, comparison).lines()) + "\n"


class _Page:
    """One document: what its parts have in common is names for articles and their languages."""

    def __init__(self, outline: Outline, comparison: Comparison) -> None:
        self.outline = outline
        self.comparison = comparison
        self.sources = Sources(comparison.articles)
        self.articles = {article.id: article for article in comparison.articles}
        self.names = {article.id: f"article-{number}" for number, article in enumerate(comparison.articles, 1)}
        self.marked = _marked(outline, comparison)

    def lines(self) -> Iterator[str]:
        style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
        outline = self.outline
        yield "<!doctype html>"
        yield '<html lang="en">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{_safe(outline.title)}</title>"
        yield f"<style>\n{style}</style>"
        yield "</head>"
        yield "<body>"
        yield "<header>"
        yield f"<h1>{_safe(outline.title)}</h1>"
        yield f'<p class="about">{_safe(outline.summary)}</p>'
        if outline.hidden:
            yield f'<p class="about">Hidden by the selection: {_safe(outline.hidden)}.</p>'
        yield _legend()
        if outline.signs:
            yield f'<p class="about">Fact by fact, {outline.signs}</p>'
        if outline.doubt:
            yield f'<p class="about">{_safe(outline.doubt)}</p>'
        yield "</header>"
        yield "<main>"
        for note in outline.notebook.on_story():
            yield from _note(note)
        if len(outline.sections) > 1:
            yield from _contents(outline.sections)
        for number, section in enumerate(outline.sections, 1):
            yield from self.section(number, section)
        yield from self.others()
        if outline.elsewhere:
            yield '<section aria-labelledby="other-notes"><h2 id="other-notes">Other notes</h2>'
            for apart in outline.elsewhere:
                if apart.excerpts:
                    quoted = (f"<li>{_safe(e.outlet)}, {self.where(e)}: {self.excerpt(e)}</li>" for e in apart.excerpts)
                    yield f'<ul class="details">{"".join(quoted)}</ul>'
                yield from _note(apart.note)
            yield "</section>"
        yield from self.corrections()
        yield from self.list_of_sources()
        yield "</main>"
        yield "</body>"
        yield "</html>"

    def section(self, number: int, section: Section) -> Iterator[str]:
        yield f'<section aria-labelledby="section-{number}">'
        yield f'<h2 id="section-{number}">{_safe(section.title)}</h2>'
        if section.event is not None:
            yield f'<p class="about">Reported by {_safe(", ".join(section.outlets))}.</p>'
            yield from self.columns([entry for entry in self.articles if entry in section.event.articles])
        if section.alone:
            yield f"<p>{section.alone}</p>"
        if section.entries:
            yield "<h3>Fact by fact</h3>"
        for entry in section.entries:
            yield from self.fact(entry)
        if section.only:
            yield "<h3>What only one has</h3>"
        for own in section.only:
            yield f'<div class="only"><h4>{SIGNS["unique"]} Only {_safe(own.outlet)}</h4><ul class="details">'
            for excerpt in own.excerpts:
                yield f"<li>{self.where(excerpt)}: {self.excerpt(excerpt)}</li>"
            yield "</ul></div>"
        if section.missed:
            told = "".join(f"<li>{_safe(sentence)}</li>" for sentence in section.missed)
            yield f"<h3>Reading less</h3><ul>{told}</ul>"
        yield "</section>"

    def others(self) -> Iterator[str]:
        """Articles that belong to no event are shown all the same."""
        known = {id for event in self.comparison.events for id in event.articles}
        rest = [id for id in self.articles if id not in known]
        if rest:
            yield '<section aria-labelledby="others"><h2 id="others">Other articles</h2>'
            yield from self.columns(rest)
            yield "</section>"

    def columns(self, ids: Sequence[str]) -> Iterator[str]:
        yield '<div class="columns">'
        for id in ids:
            yield from self.article(self.articles[id])
        yield "</div>"

    def article(self, article: Article) -> Iterator[str]:
        name = self.names[article.id]
        about = [day_in_words(article.published or ""), article.place or "", article.byline or ""]
        yield f'<article id="{name}" aria-labelledby="{name}-outlet"{_language(article)}>'
        yield f'<h3 id="{name}-outlet">{_safe(self.sources.name(article.id))}</h3>'
        yield f'<p class="about" lang="en">{_safe(" · ".join(one_line(part) for part in about if part))}</p>'
        if article.headline:
            text = "".join(self.marks(article, *article.headline))
            yield f'<p class="headline" id="{name}-headline">{text}</p>'
        for number, (start, end) in enumerate(body_paragraphs(article), 1):
            text = "".join(self.marks(article, start, end))
            yield f'<p id="{name}-paragraph-{number}">{text}</p>'
        yield "</article>"

    def marks(self, article: Article, start: int, end: int) -> Iterator[str]:
        """A stretch of an article with its marks, and before each mark a link to its fact."""
        for piece in pieces(self.marked.get(article.id, ()), start, end):
            text = _safe(article.text[piece.start : piece.end])
            for mark in piece.begins:
                if mark.kind and mark.number:
                    label = f"{TOLD[mark.kind]}, fact {mark.number}"
                    sign = f"{SIGNS[mark.kind]}{mark.number}"
                    link = f'<a class="{mark.kind}-sign" href="#fact-{mark.number}" aria-label="{label}">{sign}</a>'
                    yield f'<sup lang="en">{link}</sup>'
                else:
                    yield f'<sup lang="en" class="unique-sign" title="only here">{SIGNS["unique"]}</sup>'
            if piece.strong:
                text = f"<b>{text}</b>"
            yield f'<mark class="{piece.kind}">{text}</mark>' if piece.kind else text

    def fact(self, entry: Entry) -> Iterator[str]:
        finding = entry.alignment.finding
        heading = f"{SIGNS[finding]} {entry.number}. {TOLD[finding].capitalize()}"
        heading += f": {entry.kinds}" if entry.kinds else ""
        yield f'<div class="fact {finding}" id="fact-{entry.number}">'
        yield f"<h4>{_safe(heading)}</h4>"
        yield f'<p class="standing">{_safe(entry.standing)}</p>'
        head = "".join(f'<th scope="col">{column}</th>' for column in ("Outlet", "Where", "Says"))
        yield f"<table><thead><tr>{head}</tr></thead><tbody>"
        for excerpt in entry.excerpts:
            where = f'<td class="where">{self.where(excerpt)}</td>'
            says = f"<td>{self.excerpt(excerpt, entry.values)}</td>"
            yield f'<tr><th scope="row">{_safe(excerpt.outlet)}</th>{where}{says}</tr>'
        yield "</tbody></table>"
        if entry.differences or entry.unique or entry.styles:
            yield '<ul class="details">'
            for difference, given in entry.differences:
                what = _safe(f"{difference.kind}, {difference.verdict}: {one_line(difference.reason)}")
                yield f"<li>{what} {self.given(given)}</li>"
            for quotation in entry.unique:
                yield f"<li>only {_safe(quotation.outlet)}: {self.quoted(quotation)}</li>"
            for values in entry.styles:
                yield f"<li>style: {self.given(values)}</li>"
            yield "</ul>"
        for note in entry.notes:
            yield from _note(note)
        yield "</div>"

    def where(self, quotation: Quotation | Excerpt) -> str:
        """A link to the paragraph."""
        place = quotation.where.replace(" ", "-")
        return f'<a href="#{self.names[quotation.span.article]}-{place}">{quotation.where}</a>'

    def excerpt(self, excerpt: Excerpt, values: Sequence[Span] = ()) -> str:
        """A sentence that can be verified, with what is meant marked, and the words that differ strong."""
        words = "".join(
            _TELLING[sign] if run is None else f"<b>{escape(run.text)}</b>" if run.strong else escape(run.text)
            for sign, run in signed(runs(excerpt, values))
        )
        return self._said(excerpt.span, words)

    def quoted(self, quotation: Quotation) -> str:
        """Words that can be verified."""
        return self._said(quotation.span, escape(quotation.text))

    def given(self, values: Sequence[Quotation]) -> str:
        """What each outlet gives, in its words."""
        return "; ".join(f"{_safe(value.outlet)} “{self.quoted(value)}”" for value in values)

    def _said(self, span: Span, words: str) -> str:
        place = f'data-article="{self.names[span.article]}" data-start="{span.start}" data-end="{span.end}"'
        return f"<q {place}{_language(self.articles[span.article])}>{words}</q>"

    def corrections(self) -> Iterator[str]:
        if not self.outline.rulings:
            return
        yield '<section aria-labelledby="corrections"><h2 id="corrections">Corrections</h2><ul class="details">'
        for ruling in self.outline.rulings:
            yield f"<li>{_safe(ruling.told)}: {self.given(ruling.quotations)}</li>"
        yield "</ul></section>"

    def list_of_sources(self) -> Iterator[str]:
        yield '<section aria-labelledby="sources"><h2 id="sources">Sources</h2><ol>'
        for article, outlet in self.outline.articles:
            address = web_address(article)
            shown = _safe(article.source)
            if address:
                shown = f'<a href="{_safe(address)}" rel="noreferrer">{shown}</a>'
            title = f": <cite{_language(article)}>{_safe(article.title)}</cite>" if article.title else ""
            day = f", {_safe(day_in_words(article.published))}" if article.published else ""
            names = "".join(
                f' data-{key}="{_safe(value)}"'
                for key, value in (
                    ("source", article.source),
                    ("outlet", article.outlet),
                    ("title", article.title or ""),
                )
            )
            yield f'<li data-article="{self.names[article.id]}"{names}>{_safe(outlet)}{day}{title}. {shown}</li>'
        yield "</ol></section>"


def _safe(text: str) -> str:
    """Text that is only text in HTML, in an attribute too."""
    return escape(harmless(text), quote=True)


def _language(article: Article) -> str:
    """Attributes that tell the language and direction of an article's words, where they are not the page's."""
    if not article.language or article.language == "en":
        return ""
    direction = ' dir="rtl"' if article.language in _RIGHT_TO_LEFT else ""
    return f' lang="{_safe(article.language)}"{direction}'


def _legend() -> str:
    kinds: tuple[tuple[Finding, str], ...] = (
        ("agreement", "outlets agree"),
        ("doubtful", "outlets perhaps agree"),
        ("difference", "outlets differ"),
        ("unique", "only this outlet has it"),
    )
    signs = (
        f'<span><b class="{kind}-sign" aria-hidden="true">{SIGNS[kind]}</b> <mark class="{kind}">{words}</mark></span>'
        for kind, words in kinds
    )
    return f'<p class="legend">{"".join(signs)}</p>'


def _contents(sections: Sequence[Section]) -> Iterator[str]:
    yield '<nav aria-label="Contents"><ul>'
    for number, section in enumerate(sections, 1):
        yield f'<li><a href="#section-{number}">{_safe(section.title)}</a></li>'
    yield "</ul></nav>"


def _note(entry: Attached) -> Iterator[str]:
    note = entry.note
    head = f"<b>Note ({_safe(note_head(entry))}):</b>"
    gone = "".join(f"\nIt quoted: “{_safe(one_line(words))}”" for words in entry.gone)
    yield f'<div class="note" role="note">{head} {_safe(note.body)}{gone}</div>'


def _marked(outline: Outline, comparison: Comparison) -> Mapping[str, Sequence[Marked]]:
    """For each article what is marked in it: passages of facts, differing words, unique details."""
    found: dict[str, list[Marked]] = {article.id: [] for article in comparison.articles}
    for section in outline.sections:
        for entry in section.entries:
            # Passages of one fact that overlap are one: its number before each of them would say nothing more.
            for excerpt in entry.excerpts:
                for start, end in excerpt.told:
                    mark = Marked(start, end, entry.alignment.finding, entry.number)
                    found[excerpt.span.article].append(mark)
            for difference, _ in entry.differences:
                for value in difference.values:
                    found[value.article].append(Marked(value.start, value.end, None, 0, strong=True))
    for detail in comparison.unique:
        found[detail.article].append(Marked(detail.start, detail.end, "unique", 0))
    return found
