"""What is copied or piped says where it is from."""

from __future__ import annotations

from reader.export.citation import alignment_as_text, citation, passage_as_text
from reader.notes import note_on_alignment
from tests.story import DAILY, HERALD, TIDES, comparison, span

STORY = comparison()


def test_a_passage_comes_with_outlet_title_place_day_and_paragraph():
    """On one line below the words."""
    assert passage_as_text(STORY, span(HERALD, "Nobody was hurt.")) == (
        "Nobody was hurt.\n"
        "— Harbour Herald, “Ferry runs aground off Skerry Point”, SKERRY POINT, 2 March 2024, paragraph 1\n"
    )


def test_what_is_not_known_is_left_out_and_an_address_is_told():
    """No empty commas."""
    assert citation(TIDES) == "Tides & Times, “Council debates a new pier”"
    assert passage_as_text(STORY, span(TIDES, "in May")).endswith("paragraph 1\nhttps://tides.example/ferry\n")


def test_an_alignment_comes_with_everything_that_belongs_to_it():
    """Members, differences, notes and a citation for each article."""
    note = note_on_alignment(STORY, STORY.alignments[0], "Ask the police.")
    text = alignment_as_text(STORY, STORY.alignments[0], [note])
    assert text.startswith("1. DIFFER number (2 of 2 outlets, 2 origins, 91 % sure)\n   Harbour Herald, paragraph 1:")
    assert "NOTE (open): Ask the police." in text
    assert text.endswith(f"— {citation(HERALD)}\n— {citation(DAILY)}\n")
