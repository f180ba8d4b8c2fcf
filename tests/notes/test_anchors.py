"""Quotations are found again after an article was edited, re-saved or moved, and said to be lost when they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.notes.anchors import anchored, article_of, located
from reader.notes.quotations import folded, occurrences, resembling
from tests.story import DAILY, HERALD, TIDES, span

QUOTED = span(HERALD, "“The captain did everything right,” said Tom Reyes, the harbour master.")
ANCHOR = anchored(HERALD, QUOTED.start, QUOTED.end)


@pytest.mark.parametrize(
    ("edit", "how"),
    [
        (lambda text: text, "found"),
        (lambda text: text.replace("\n\n", "\n"), "moved"),
        (lambda text: text.replace("“", '"').replace("”", '"'), "found"),
        (lambda text: text.replace("said Tom", "said\r\nTom"), "moved"),
        (lambda text: text.replace("Nobody was hurt.", "Nobody was hurt.\n\nA paragraph was put in here."), "moved"),
        (lambda text: text + "\n\nAn afterthought.", "found"),
        (lambda text: text.replace("everything right", "almost everything right"), "changed"),
        (lambda text: text.replace(QUOTED.text, ""), None),
        (lambda _: "", None),
    ],
)
def test_a_quotation_in_an_edited_article(edit, how):
    """It is found where it was, elsewhere, or in other words; or nothing is claimed."""
    place = located(ANCHOR, edit(HERALD.text))
    assert (place.how if place else None) == how
    if place and how != "changed":
        assert folded(edit(HERALD.text)[place.start : place.end]) == folded(QUOTED.text)


def test_of_several_places_the_one_with_the_same_surroundings_is_taken():
    """A phrase that occurs three times is told by its neighbours, not by its offset."""
    before = replace(TIDES, text="He said no. She said no. They said no.")
    start = before.text.index("said no", 10)
    anchor = anchored(before, start, start + len("said no"))
    after = "He said no, and a long new beginning moves everything. " + before.text
    place = located(anchor, after)
    assert place is not None
    assert place.how == "moved"
    assert after[: place.start].endswith("She ")


def test_whole_articles_are_anchored_without_words():
    """A note on the story holds on to its articles, not to a quotation."""
    place = located(anchored(HERALD), "anything")
    assert place is not None
    assert (place.start, place.end) == (0, 0)


@given(st.text(max_size=60), st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_what_stands_in_a_text_is_found_there(before, after, quotation):
    """Whatever the characters are, a place that is told has the quotation."""
    text = before + quotation + after
    found = occurrences(quotation, text)
    if folded(quotation).strip():
        assert found
    assert all(folded(text[start:end]).strip() == folded(quotation).strip() for start, end in found)


@given(st.text(alphabet="ab “”\"'’\n\t-–…\u00ad", max_size=40), st.data())
def test_offsets_come_back_from_another_typography(text, data):
    """A stretch of a text, folded, is found in the text with the same words."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    wanted = folded(text[start:end]).strip()
    for low, high in occurrences(wanted, text):
        assert folded(text[low:high]).strip() == wanted


def test_a_megabyte_of_one_word_is_no_trouble():
    """Looking for what is not there ends soon, also in hostile text."""
    assert resembling("one two three four", "a" * 1_000_000) is None
    assert len(occurrences("a", "a" * 1_000_000)) == 1000


def test_an_article_is_known_again():
    """By its text in another file, by its file with another text, by outlet and title, by a long quotation."""
    elsewhere = replace(HERALD, source="/somewhere/else.txt", id="x")
    edited = replace(HERALD, text=HERALD.text + " More.", title=None)
    retitled = replace(edited, source="other.txt", outlet="Another", title="Another")
    for again in (elsewhere, edited, retitled):
        assert article_of(ANCHOR, [DAILY, again]) == again
    assert article_of(ANCHOR, [DAILY, TIDES]) is None


def test_the_same_text_outranks_the_same_file():
    """Where a file was overwritten and its old text moved, the old text is meant."""
    overwritten = replace(TIDES, source=HERALD.source)
    moved = replace(HERALD, source="archive/herald.txt")
    assert article_of(ANCHOR, [overwritten, moved]) == moved


@pytest.mark.parametrize(
    "printed", ["20-21 people", "20–21 people", "20‑21\u00a0people", "20—21\n people", "20−21 pe\u00adople"]
)
def test_typography_is_no_difference(printed):
    """Dashes, spaces and hidden hyphens as another program prints them are the same words."""
    text = f"It hit {printed}, they said."
    for quotation in ("20-21 people", "20–21 people", "20—21 people"):
        ((start, end),) = occurrences(quotation, text)
        assert text[start:end] == printed
