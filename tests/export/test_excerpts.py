"""Passages are quoted in their sentences, each sentence once, and what is meant can be told from the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export import render
from reader.export.excerpts import Excerpt, runs, signed, stretches, unsigned
from reader.export.quoted import quotations
from reader.export.verification import verify
from reader.model import Article, Comparison, Event, Span, UniqueDetail
from reader.notes import note_on_passage
from reader.safety import one_line
from tests.story import DAILY, HERALD, TIDES, comparison, span

SENTENCES = [(0, 20), (21, 50), (52, 80)]
TEXT = f"{'a' * 20} {'b' * 14} {'b' * 14}\n\n{'c' * 48}"


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(21, 50)], [((21, 50), ((21, 50),))]),
        ([(25, 30)], [((21, 50), ((25, 30),))]),
        ([(25, 30), (5, 9)], [((0, 20), ((5, 9),)), ((21, 50), ((25, 30),))]),
        ([(25, 35), (30, 40)], [((21, 50), ((25, 40),))]),
        ([(25, 30), (30, 33), (40, 45)], [((21, 50), ((25, 33), (40, 45)))]),
        ([(25, 35), (36, 40)], [((21, 50), ((25, 40),))]),
        ([(10, 30), (40, 50)], [((0, 50), ((10, 30), (40, 50)))]),
        ([(90, 95)], [((90, 95), ((90, 95),))]),
    ],
)
def test_spans_are_gathered_by_sentence(spans, expected):
    """Passages with no word between them are one; what runs over two sentences joins them; others stand alone."""
    assert stretches(TEXT, spans, SENTENCES) == expected


def test_what_has_no_full_stop_for_long_is_no_context():
    """A megabyte without one would be quoted for every word of it."""
    assert stretches("a" * 1_000_000, [(5, 9)], [(0, 1_000_000)]) == [((5, 9), ((5, 9),))]


def _excerpt(text: str, *told: tuple[int, int]) -> Excerpt:
    return Excerpt(Span("a", 0, len(text), text), "A", "paragraph 1", told)


@given(st.text(alphabet="ab‹› \n\r\u2028“.", max_size=24), st.data())
def test_no_word_is_lost_and_every_sign_can_be_undone(text, data):
    """Whatever is meant, differs or is unique, and whatever signs the article has itself."""
    place = st.integers(0, len(text))
    spans = [tuple(sorted((data.draw(place), data.draw(place)))) for _ in range(3)]
    told = stretches(text, [span for span in spans[:2] if span[0] < span[1]], [(0, len(text))])
    if not told:
        return
    (low, high), meant = told[0]
    excerpt = Excerpt(Span("a", low, high, text[low:high]), "A", "paragraph 1", meant)
    words = runs(excerpt, [Span("a", *spans[2], "")])
    assert "".join(run.text for run in words).strip() == one_line(text[low:high])
    assert unsigned("".join(shown for shown, _ in signed(words))).strip() == one_line(text[low:high])


@pytest.mark.parametrize(
    ("excerpt", "shown"),
    [
        (_excerpt("All of it.", (0, 10)), "All of it."),
        (_excerpt("Some of it, not all.", (0, 11)), "‹Some of it,› not all."),
        (_excerpt("First, then and last.", (0, 6), (16, 21)), "‹First,› then and ‹last.›"),
        (_excerpt("He ‹said› so.", (10, 13)), "He ‹‹said›› ‹so.›"),
    ],
)
def test_signs_stand_where_a_sentence_is_not_meant_whole(excerpt, shown):
    """And those of the article are written twice."""
    assert "".join(words for words, _ in signed(runs(excerpt))) == shown
    assert unsigned(shown) == excerpt.span.text or "‹" not in shown


def _in_sentences() -> Comparison:
    """The story, with its sentences known, and two passages of one of them in one fact."""
    story = comparison()
    first = story.alignments[0]
    sentences = (
        span(HERALD, "A ferry with 120 passengers ran aground off Skerry Point early on Saturday."),
        span(DAILY, "At least 118 people were aboard the ferry that ran aground near Skerry Point, police said."),
    )
    members = (
        span(HERALD, "A ferry with 120 passengers"),
        span(HERALD, "with 120 passengers ran aground"),
        span(DAILY, "At least 118 people were aboard the ferry"),
    )
    return replace(story, passages=sentences, alignments=(replace(first, members=members), *story.alignments[1:]))


@pytest.mark.parametrize(
    ("form", "lines"),
    [
        (
            "text",
            [
                "   Harbour Herald, paragraph 1: ‹A ferry with 120 passengers ran aground› off Skerry Point early on "
                "Saturday.\n",
                "   The Daily Wire, paragraph 1: ‹At least 118 people were aboard the ferry› that ran aground near "
                "Skerry Point, police said.\n",
            ],
        ),
        (
            "markdown",
            [
                "| Harbour Herald | paragraph 1 | ‹A ferry with **120 passengers** ran aground› off Skerry Point",
                "| The Daily Wire | paragraph 1 | ‹**At least 118 people** were aboard the ferry› that ran aground",
            ],
        ),
        (
            "html",
            [
                '<mark class="meant">A ferry with <b>120 passengers</b> ran aground</mark> off Skerry Point early',
                '<mark class="meant"><b>At least 118 people</b> were aboard the ferry</mark> that ran aground',
            ],
        ),
    ],
)
def test_overlapping_passages_of_one_sentence_are_one_line(form, lines):
    """The sentence stands there once, with what is meant in it; the signs are explained, and the quotation is found."""
    story = _in_sentences()
    text = render(story, (), form)
    assert [text.count(line) for line in lines] == [1, 1]
    assert "‹ › enclose the words that are meant" in text
    assert "‹ ›" not in render(comparison(), (), form)
    assert {checked.outcome for checked in verify(quotations(text), story.articles)} == {"found"}


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_articles_own_signs_survive(form):
    """French quotation marks inside others look like ours."""
    text = "Il a dit ‹non› hier, et ‹oui› ce matin à Paris."
    article = Article("a", "a.txt", text, "Le Soir")
    detail = UniqueDetail("a", 0, 14, text[:14])
    story = Comparison(
        (article,), (Event("e1", "Il a dit", ("a",)),), (), (detail,), (), (Span("a", 0, len(text), text),)
    )
    (found,) = verify(quotations(render(story, (), form)), [article])
    assert (found.outcome, found.quoted.exact) == ("found", text)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "csv"])
def test_a_note_that_belongs_to_no_fact_comes_with_its_passage(form):
    """Nobody knows what a note is about without it; and where its words are gone, with what they were."""
    story = comparison()
    note = note_on_passage(story, span(TIDES, "a new pier in May"), "When?")
    with_place = render(story, [note], form)
    assert "a new pier in May" in with_place
    without = comparison(HERALD, DAILY, replace(TIDES, text="Council debates a new pier\n\nNothing else."))
    assert "a new pier in May" in render(without, [note], form)
    found = verify(quotations(with_place), story.articles)
    assert "a new pier in May" in [checked.quoted.exact for checked in found]
