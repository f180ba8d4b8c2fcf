"""Notes find their place in a comparison again, and say so when they cannot."""

from __future__ import annotations

from dataclasses import replace

from reader.notes import attach, note_on_alignment, note_on_difference, note_on_passage, note_on_story, revised
from tests.story import DAILY, HERALD, TIDES, comparison, span

STORY = comparison()


def test_a_note_on_an_alignment_follows_it_to_another_number():
    """Alignments have other ids after a new run; the quotations tell which one is meant."""
    note = note_on_alignment(STORY, STORY.alignments[1], "Who says so?")
    renumbered = replace(
        STORY,
        alignments=tuple(replace(entry, id=f"b{9 - at}") for at, entry in enumerate(reversed(STORY.alignments))),
    )
    (entry,) = attach([note], renumbered).attached
    assert entry.condition == "found"
    assert next(a for a in renumbered.alignments if a.id == entry.alignment).members == STORY.alignments[1].members


def test_a_note_on_passages_that_are_no_longer_aligned_keeps_its_passages():
    """One passage alone in an alignment is not the alignment."""
    note = note_on_alignment(STORY, STORY.alignments[1], "Who says so?")
    one, _ = STORY.alignments[1].members
    elsewhere = replace(STORY.alignments[1], members=(one, span(TIDES, "The council will vote")))
    apart = replace(STORY, alignments=(STORY.alignments[0], elsewhere))
    (entry,) = attach([note], apart).attached
    assert entry.alignment is None
    assert [place.text for place in entry.spans] == ["Nobody was hurt.", "No one was injured."]
    assert "no longer aligned" in entry.explanation


def test_a_note_on_a_difference_finds_its_difference():
    """It is told by its kind and by its words."""
    note = note_on_difference(STORY, STORY.alignments[0].differences[0], "Passengers or people?")
    (entry,) = attach([note], STORY).attached
    assert (entry.alignment, entry.difference) == ("a1", 0)
    without = replace(STORY, alignments=(replace(STORY.alignments[0], differences=()),))
    assert attach([note], without).attached[0].difference is None


def test_a_note_on_a_passage_shows_in_its_alignment():
    """So that every view shows it, whatever it was written on."""
    note = note_on_passage(STORY, span(DAILY, "No one was injured."), "Check with the hospital.")
    notebook = attach([note], STORY)
    assert [entry.note for entry in notebook.on_alignment("a2")] == [note]
    assert [entry.note for entry in notebook.on_span(span(DAILY, "injured"))] == [note]
    assert notebook.on_span(span(HERALD, "hurt")) == ()


def test_a_note_says_what_has_happened_to_its_quotations():
    """All gone, some gone, other words."""
    note = note_on_alignment(STORY, STORY.alignments[1], "Who says so?")
    both_gone = comparison(replace(HERALD, text="Nothing."), replace(DAILY, text="Nothing."), TIDES)
    assert attach([note], replace(both_gone, alignments=(), unique=())).attached[0].condition == "lost"
    one_gone = comparison(replace(HERALD, text="Nothing."), DAILY, TIDES)
    (entry,) = attach([note], replace(one_gone, alignments=(), unique=())).attached
    assert entry.missing == ("Nobody was hurt.",)
    assert entry.explanation == "1 of its 2 quotations are gone"


def test_no_note_is_dropped_and_the_order_is_that_of_reading():
    """Story first, then as the articles are read, the lost ones last."""
    lost = replace(note_on_passage(STORY, span(HERALD, "1987"), "lost"), id="lost")
    lost = replace(lost, anchors=tuple(replace(anchor, exact="never there at all") for anchor in lost.anchors))
    notes = [
        lost,
        note_on_passage(STORY, span(DAILY, "No one was injured."), "third"),
        note_on_passage(STORY, span(HERALD, "Nobody was hurt."), "second"),
        note_on_story(STORY, "first"),
    ]
    assert [entry.note.body for entry in attach(notes, STORY).attached] == ["first", "second", "third", "lost"]


def test_a_revised_note_remembers_when():
    """And one that was not changed stays as it is."""
    note = replace(note_on_story(STORY, "one"), updated="2024-01-01T00:00:00Z")
    assert revised(note, body="one") is note
    changed = revised(note, body="two", status="checked", tags=["police"])
    assert (changed.body, changed.status, changed.tags) == ("two", "checked", ("police",))
    assert changed.updated > note.updated
    assert changed.created == note.created
