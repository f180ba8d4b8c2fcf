"""Text and Markdown say everything, in order, with notes; and filters say what they hide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.compare.selection import Selection, articles_named, select
from reader.errors import UsageError
from reader.export import FORMATS, render
from reader.export.quoted import quotations
from reader.export.verification import verify
from reader.model import Comparison, Correction, Difference, Event
from reader.notes import note_on_alignment, note_on_passage, note_on_story
from tests.story import DAILY, HERALD, TIDES, comparison, span, unique, value

STORY = comparison()
NOTES = (
    note_on_story(STORY, "All in all …"),
    note_on_alignment(STORY, STORY.alignments[0], "Ask the police.\nTwice.", ["police"]),
    note_on_passage(STORY, span(TIDES, "a new pier in May"), "Unrelated?"),
)


class TestText:
    """Complete, in reading order, marks spelled out."""

    def test_every_passage_is_there_with_outlet_and_paragraph(self):
        """So that it can be read aloud."""
        text = render(STORY)
        assert "1. DIFFER number (2 of 2 outlets, 2 origins, 91 % sure)" in text
        assert "   Harbour Herald, paragraph 1: A ferry with 120 passengers ran aground" in text
        assert "2. AGREE (2 of 2 outlets, 2 origins, 84 % sure)" in text
        assert "ONLY Harbour Herald\n   paragraph 3: The ferry was built in 1987." in text
        for spanned in (*STORY.unique, *(member for alignment in STORY.alignments for member in alignment.members)):
            assert spanned.text in text

    def test_notes_stand_where_they_belong(self):
        """On the story before the facts, on an alignment below it, on a lone passage at the end."""
        text = render(STORY, NOTES)
        assert "NOTE (open, #police): Ask the police.\n      Twice." in text
        places = [
            text.index(words) for words in ("All in all", "1. DIFFER", "Ask the police", "2. AGREE", "Unrelated?")
        ]
        assert places == sorted(places)

    def test_reading_less(self):
        """Of three outlets: what a reader of one misses and which few tell all, unless something is hidden."""
        courier = replace(DAILY, id="courier", outlet="Courier")
        story = comparison(HERALD, DAILY, courier, TIDES)
        first = replace(story.events[0], articles=(HERALD.id, DAILY.id, courier.id))
        story = replace(story, events=(first, *story.events[1:]))
        text = render(story)
        assert "   Reading only Courier, you miss 3 facts that others share (1, 2, 3) and " in text
        assert f"   {HERALD.outlet} tells all 3 shared facts." in text
        assert "READING LESS" in text
        assert "READING LESS" not in render(story, selection=Selection(confidence=0.9))
        assert "READING LESS" not in render(STORY)

    def test_one_article_alone_says_so(self):
        """And has no facts to show."""
        alone = Comparison((TIDES,), (STORY.events[1],))
        assert "There is nothing to compare it with." in render(alone)
        assert "1 article, 1 event, 0 aligned facts" in render(alone)

    def test_one_article_on_an_event_that_shares_background_says_so(self):
        """Its details are told beside others' articles, and what is hidden does not change what it is."""
        story = replace(STORY, unique=(*STORY.unique, unique(TIDES, "a new pier in May")))
        for selection in (None, Selection(only=frozenset(["unique"]))):
            text = render(story, selection=selection)
            assert "No other article reports it; it is held against" in text
            assert "nothing to compare" not in text

    def test_two_articles_of_one_outlet_are_told_apart(self):
        """By day; where that does not tell, by id."""
        sunday = replace(DAILY, id="daily", outlet=HERALD.outlet, published="2024-03-03")
        assert "Harbour Herald (2024-03-03), paragraph 1: No one was injured." in render(
            comparison(HERALD, sunday, TIDES)
        )
        same_day = replace(sunday, published=HERALD.published)
        assert "Harbour Herald (daily), paragraph 1" in render(comparison(HERALD, same_day, TIDES))

    def test_the_mere_choice_of_words_is_listed_when_it_is_asked_for(self):
        """The passages stand one under another; whoever wants the list filters by kind or verdict."""
        words = Difference("wording", "compatible", "Other words.", (value(HERALD, "Nobody"), value(DAILY, "No one")))
        first, second, third = STORY.alignments
        worded = replace(STORY, alignments=(first, replace(second, differences=(words,)), third))
        assert render(worded) == render(STORY)
        assert "Other words." in render(worded, (), "json")
        asked = render(worded, (), "text", Selection(kinds=frozenset({"wording"})))
        assert "2. AGREE" in asked
        assert "wording, compatible: Other words. Harbour Herald “Nobody”; The Daily Wire “No one”" in asked


@pytest.mark.parametrize("format", ["text", "markdown", "html", "csv"])
def test_every_form_lists_style_alone_when_it_is_asked_for(format):
    """U.S. and US are counted, and shown by outlet on request, whatever the form."""
    one = replace(HERALD, text="The U.S. ferry ran aground off Skerry Point.", title=None)
    other = replace(DAILY, text="The US ferry ran aground off Skerry Point.", title=None)
    members = (span(one, one.text), span(other, other.text))
    alignment = replace(STORY.alignments[0], members=members, differences=())
    story = Comparison((one, other), (Event("e1", "Ferry", ("herald", "daily")),), (alignment,))
    asked, plain = (render(story, (), format, Selection(style=style)) for style in (True, False))
    listed = {
        "text": "   - style: Harbour Herald “U.S.”; The Daily Wire “US”",
        "markdown": "- *style*: Harbour Herald “U.S.”; The Daily Wire “US”",
        "html": "<li>style: Harbour Herald “<q ",
        "csv": '"style"',
    }[format]
    assert listed in asked
    assert listed not in plain


@pytest.mark.parametrize(("form", "heading"), [("text", "EVENT 2: Council"), ("markdown", "\n## Council")])
def test_an_event_of_which_everything_is_hidden_is_passed_over(form, heading):
    """There is nothing to read under its name."""
    assert heading in render(STORY, (), form)
    assert heading not in render(STORY, (), form, Selection(only=frozenset({"difference"})))


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ("text", "2. PERHAPS AGREE (2 of 2 outlets, 2 origins, 59 % sure)"),
        ("markdown", "## What perhaps agrees\n\n**2.**"),
        ("html", "<h4>? 2. Perhaps agree</h4>"),
        ("csv", '"2","Ferry runs aground off Skerry Point","doubtful"'),
        ("annotations", "PERHAPS AGREE (2 of 2 outlets"),
    ],
)
def test_what_is_doubtful_is_said_to_be_in_words(form, line):
    """An agreement under the confidence from which one is taken as such, rounded down, until the reader confirms it."""
    first, second, third = STORY.alignments
    doubtful, confirmed = (
        replace(STORY, alignments=(first, replace(second, confidence=0.599, confirmed=said), third))
        for said in (False, True)
    )
    text = render(doubtful, (), form)
    assert line in text.replace("\r", "").replace("### ", "## ")
    assert verify(quotations(text, f"story{FORMATS[form].suffix}"), STORY.articles)
    assert line not in render(confirmed, (), form)
    assert line not in render(doubtful, (), form, Selection(only=frozenset({"agreement", "difference"})))
    if form in ("text", "markdown", "html"):
        assert "less than 60 % sure" in text
        assert "less than 60 % sure" not in render(STORY, (), form)
    assert "1 agree, 2 differ" not in text


class TestMarkdown:
    """Fit for an editor's desk."""

    def test_the_order_is_an_editors(self):
        """Agreement, differences, what only one has, notes, sources."""
        text = render(STORY, NOTES, "markdown")
        headings = ("What all agree on", "What differs", "Only Harbour Herald", "## Notes", "## Sources")
        places = [text.index(heading) for heading in headings]
        assert places == sorted(places)

    def test_differing_words_are_strong(self):
        """In a table with a row for each outlet."""
        text = render(STORY, (), "markdown")
        assert "| Harbour Herald | paragraph 1 | A ferry with **120 passengers** ran aground" in text


class TestSelection:
    """Filters narrow, and say how much they hide."""

    @pytest.mark.parametrize(
        ("selection", "alignments", "unique"),
        [
            (Selection(), ["a1", "a2", "a3"], 3),
            (Selection(only=frozenset({"difference"})), ["a1", "a3"], 0),
            (Selection(only=frozenset({"difference", "unique"})), ["a1", "a3"], 3),
            (Selection(only=frozenset({"unique"})), [], 3),
            (Selection(kinds=frozenset({"number"})), ["a1"], 0),
            (Selection(verdicts=frozenset({"more-specific"})), ["a3"], 0),
            (Selection(outlets=frozenset({"daily"})), ["a1", "a2", "a3"], 1),
            (Selection(outlets=frozenset({"tides"})), [], 0),
            (Selection(confidence=0.84), ["a1", "a2"], 3),
            (Selection(confirmed=True), ["a3"], 0),
            (Selection(noted=True), ["a1"], 2),
        ],
    )
    def test_a_filter(self, selection, alignments, unique):
        """What is left of three alignments and three unique details, the first alignment having a note."""
        shown = select(STORY, selection, {"a1"}).comparison
        assert [alignment.id for alignment in shown.alignments] == alignments
        assert len(shown.unique) == unique
        assert shown.articles == STORY.articles

    def test_what_is_hidden_is_said(self):
        """In every form, with the numbers of the whole."""
        only_numbers = Selection(kinds=frozenset({"number"}))
        hidden = "2 of 3 alignments, 1 of 2 differences and 3 of 3 unique details"
        assert select(STORY, only_numbers).hidden == hidden
        for form in FORMATS:
            if form != "csl":
                assert hidden in render(STORY, (), form, only_numbers)
        assert select(STORY, Selection()).hidden == ""

    def test_numbers_stay_those_of_the_whole(self):
        """So that two exports can be laid side by side."""
        assert "3. DIFFER quotation" in render(STORY, (), "text", Selection(kinds=frozenset({"quotation"})))

    def test_unique_words_of_a_hidden_alignment_are_listed_by_themselves(self):
        """They do not vanish with it."""
        text = render(STORY, (), "text", Selection(only=frozenset({"unique"})))
        assert "ONLY The Daily Wire\n   paragraph 1: police said" in text

    def test_outlets_are_named_freely(self):
        """By id, by outlet, by the beginning of either, in any case; what names none is told."""
        assert articles_named(["herald", "the daily"], STORY.articles) == (frozenset({"herald", "daily"}), ())
        assert articles_named(["HARBOUR"], STORY.articles) == (frozenset({"herald"}), ())
        assert articles_named(["times", ""], STORY.articles) == (frozenset(), ("times", ""))


@pytest.mark.parametrize(
    ("form", "line"),
    [
        (
            "text",
            "   - {told}: Harbour Herald “{herald}”; The Daily Wire “{daily}”",
        ),
        (
            "markdown",
            "- *{told}*: Harbour Herald “{herald}”; The Daily Wire “{daily}”",
        ),
        ("html", "<li>{told}: Harbour Herald “<q "),
    ],
)
def test_what_the_reader_corrected_is_listed(form, line):
    """One line for each, in the order in which it was said, and each quotation is found; without any, no heading."""
    herald, daily = members = (span(HERALD, HERALD.title or ""), span(DAILY, DAILY.title or ""))
    said = {"apart": "taken apart", "together": "put together", "confirmed": "confirmed"}
    corrected = replace(STORY, corrections=tuple(Correction(kind, members) for kind in said))
    text = render(corrected, (), form)
    lines = [line.format(told=f"{told} by the reader", herald=herald.text, daily=daily.text) for told in said.values()]
    places = [text.index(expected) for expected in lines]
    assert places == sorted(places)
    before, after = (verify(quotations(render(found, (), form)), STORY.articles) for found in (STORY, corrected))
    assert len(after) == len(before) + len(members)
    assert {checked.outcome for checked in after} == {"found"}
    assert "corrections" not in render(STORY, (), form).casefold()


def test_a_format_that_does_not_exist_is_refused():
    """With those that do."""
    with pytest.raises(UsageError, match="there are text, markdown, html"):
        render(STORY, (), "papyrus")


def test_nothing_at_all_can_be_written():
    """Whatever is missing, each form says what there is."""
    for form in FORMATS:
        assert render(Comparison(()), (), form)
