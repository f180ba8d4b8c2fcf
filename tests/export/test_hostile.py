"""Hostile titles, texts, outlets and notes come out harmless in every format."""

from __future__ import annotations

import contextlib
import csv
import functools
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.cli.drawing import draw
from reader.compare.selection import Selection
from reader.errors import ExportError
from reader.export import FORMATS, outline_of, render
from reader.export.contract import from_json
from reader.export.exchange import notes_from_json
from reader.export.quoted import quotations
from reader.export.spreadsheet import COLUMNS, plain_cell, safe_cell
from reader.export.verification import counts, verify
from reader.model import Alignment, Article, Comparison, Difference, Event, Span, UniqueDetail, Value
from reader.notes import note_on_alignment, note_on_story
from tests.story import comparison

ATTACKS = {
    "script": "<script>alert(1)</script>",
    "attribute": '" onmouseover="alert(1)" x=\'',
    "formula": '=HYPERLINK("http://evil.example","click")',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "plus": "+1+1",
    "minus": "-1+1|x",
    "link": "[click](javascript:alert(1)) ](javascript:alert(1))",
    "picture": "![x](http://evil.example/x.png)",
    "reference": "&lt;img src=x onerror=alert(1)&gt; <img src=x onerror=alert(1)>",
    "comment": "--> <!-- /note --> <!-- note abcdef --> <!--",
    "table": "a | b | c \\| d \\",
    "formatting": "# *bold* _it_ `code` ~~gone~~ $x$ ***",
    "sequence": "\x1b]0;owned\x07\x1b[2J\x1b[31mred\x9b31m",
    "direction": "abc\u202egnp.exe\u202c \u2066x\u2069 \u200b\ufeff",
    "carriage": "honest\rforged\x08\x08\x08",
    "lines": "one\u2028two\u2029three\x0bfour\x0cfive\x85six",
    "one word": "a" * 1_000_000,
}
TAME = comparison()
NOTED = (note_on_alignment(TAME, TAME.alignments[0], "Ask.", ["police"]),)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=3,
)
DANGEROUS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff\ud800-\udfff]")


def hostile_story(attack: str) -> Comparison:
    """Two articles in which everything that a stranger writes is hostile."""
    # A megabyte is enough once an article.
    words, attack = (attack, attack[:50]) if len(attack) > 1000 else (attack, attack)
    articles = tuple(
        Article(
            id=id,
            source=f"{id}/{attack}.txt",
            text=f"{attack}\n\n{attack} It happened on Monday. {words} says {id}.",
            outlet=f"{attack} {id}",
            title=attack,
            byline=attack,
            published=attack,
            place=attack,
            agency=attack,
            language="en",
            address=f"javascript://x/%0aalert('{id}')",
        )
        for id in ("one", "two")
    )

    def span(article: Article, start: int, end: int) -> Span:
        return Span(article.id, start, end, article.text[start:end])

    body = len(attack) + 2
    members = tuple(span(article, body, len(article.text)) for article in articles)
    values = tuple(Value(*_place(span(article, body, body + len(attack))), attack) for article in articles)
    difference = Difference("wording", "conflict", attack, values)
    alignment = Alignment("a1", "e1", "event", "difference", 0.5, members, (difference,))
    unique = UniqueDetail(*_place(span(articles[0], 0, len(attack))))
    return Comparison(articles, (Event("e1", attack, ("one", "two")),), (alignment,), (unique,))


def _place(span: Span) -> tuple[str, int, int, str]:
    return span.article, span.start, span.end, span.text


@functools.cache
def _rendered(form: str, name: str) -> str:
    story = hostile_story(ATTACKS[name])
    body = ATTACKS[name][:1000]
    notes = [
        replace(note_on_story(story, body, [body[:40]]), id="aaaaaaaaaaaa"),
        replace(note_on_alignment(story, story.alignments[0], body), id="bbbbbbbbbbbb"),
    ]
    return render(story, notes, form, Selection(confidence=0.1))


@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_that_a_terminal_obeys_comes_out(form, name):
    """No control sequence, no character that hides or turns round; carriage returns only at the ends of CSV rows."""
    text = _rendered(form, name)
    assert not DANGEROUS.search(text)
    assert "\r" not in (text.replace("\r\n", "") if form == "csv" else text)


@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.parametrize("form", [form for form in FORMATS if form != "csl"])
def test_hostile_quotations_can_be_verified(form, name):
    """What made them harmless did not change what they say."""
    story = hostile_story(ATTACKS[name])
    found = verify(quotations(_rendered(form, name)), story.articles)
    assert counts(found)["changed"] == 0
    assert counts(found)["missing"] == 0


OURS = {
    *("h1", "h2", "h3", "p", "em", "strong", "ul", "ol", "li", "blockquote"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {key for key, _ in attrs}
        self.links += [value for key, value in attrs if key in ("href", "src", "action")]


def _elements(html: str) -> _Elements:
    parser = _Elements()
    parser.feed(html)
    parser.close()
    return parser


@pytest.mark.parametrize("name", ATTACKS)
def test_html_has_only_its_own_elements(name):
    """No script, no handler, no address but of this page."""
    found = _elements(_rendered("html", name))
    assert not found.tags & {"script", "img", "iframe", "object", "embed", "svg", "form", "base", "link"}
    assert not [name for name in found.attributes if name.startswith("on")]
    assert all(link.startswith("#") for link in found.links)


@pytest.mark.parametrize("name", ATTACKS)
def test_markdown_shows_hostile_text_as_text(name):
    """Rendered with raw HTML and tables allowed, it has no link, no picture, no code, no element of the attacker's."""
    html = (
        MarkdownIt("commonmark", {"html": True, "linkify": False})
        .enable(["table", "strikethrough"])
        .render(_rendered("markdown", name))
    )
    html = re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)
    found = _elements(html)
    assert found.links == []
    assert found.tags <= OURS
    if name not in ("carriage", "lines"):
        shown = re.sub(r"<[^>]*>", "", html)
        assert "Monday" in shown


@pytest.mark.parametrize("name", ATTACKS)
def test_csv_has_no_formula_and_comes_back_identical(name):
    """No cell begins as a formula, and Python's csv reads what was written."""
    rows = list(csv.reader(io.StringIO(_rendered("csv", name), newline="")))
    assert rows[0] == list(COLUMNS)
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    again = io.StringIO()
    csv.writer(again, quoting=csv.QUOTE_ALL).writerows(rows)
    assert again.getvalue() == _rendered("csv", name)


@pytest.mark.parametrize("name", ATTACKS)
def test_json_for_other_programs_has_only_addresses_that_can_be_followed(name):
    """Zotero, pandoc and annotation viewers make links of them."""
    for item in json.loads(_rendered("csl", name)):
        assert "URL" not in item
    for item in json.loads(_rendered("annotations", name))["first"]["items"]:
        for target in item["target"]:
            assert re.match(r"[\w%./~-]+$", target.get("source") or target["id"])


@pytest.mark.parametrize("name", ATTACKS)
def test_nothing_hostile_is_drawn_on_a_terminal(name, capsys):
    """What is drawn with colours and links is as harmless as what is piped."""
    story = hostile_story(ATTACKS[name])
    notes = [note_on_story(story, ATTACKS[name][:1000])]
    draw(outline_of(story, notes)[0])
    assert not DANGEROUS.search(capsys.readouterr().out.replace("\r\n", "\n"))


@pytest.mark.parametrize("cell", ["=1", "'=1", "''=1", "'quoted'", "plain", "-", "＝1", "- item", ""])
def test_a_safe_cell_tells_what_it_was(cell):
    """An apostrophe is added and taken away, never one too many."""
    assert plain_cell(safe_cell(cell)) == cell


@pytest.mark.parametrize("form", ["json", "annotations", "csl"])
@pytest.mark.parametrize("name", ATTACKS)
def test_json_stays_json(form, name):
    """And says to the letter what was given."""
    value = json.loads(_rendered(form, name))
    if form == "json":
        assert ATTACKS[name] in value["articles"][0]["text"]


@pytest.mark.parametrize("form", ["json", "annotations"])
@given(drawn=st.data())
def test_json_that_was_changed_somewhere_is_read_or_refused(form, drawn):
    """Whatever stands in one place of it: a comparison, notes or quotations come out, or one sentence."""
    value = whole = json.loads(render(TAME, NOTED, form))
    while isinstance(value, dict | list) and value:
        key = drawn.draw(st.sampled_from([*value] if isinstance(value, dict) else range(len(value))))
        if not isinstance(value[key], dict | list) or drawn.draw(st.integers(0, 3)) == 0:
            value[key] = drawn.draw(ANYTHING)
            break
        value = value[key]
    text = json.dumps(whole)
    for read in (from_json, notes_from_json, lambda given: verify(quotations(given), TAME.articles)):
        with contextlib.suppress(ExportError):
            read(text)


@pytest.mark.parametrize("offset", ["²", "9" * 5000, "-1", ""])
def test_an_offset_that_is_none_is_passed_over(offset):
    """In a page and in a table the quotation is looked for without it."""
    page = f'<!doctype html><q data-article="a" data-start="{offset}">words</q>'
    assert [(found.exact, found.start) for found in quotations(page)] == [("words", None)]


def test_a_note_cannot_end_itself():
    """Markers inside a note's text are text: the note comes back whole."""
    from reader.export.roundtrip import edited_notes

    notes = {entry.id: entry for entry in edited_notes(_rendered("markdown", "comment"))}
    assert set(notes) == {"aaaaaaaaaaaa", "bbbbbbbbbbbb"}
    assert notes["bbbbbbbbbbbb"].body == ATTACKS["comment"]
