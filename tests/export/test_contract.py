"""The JSON contract: complete in both directions, exact, and refusing what does not fit."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reader.compare import compare
from reader.compare.selection import Selection
from reader.errors import ExportError
from reader.export import render
from reader.export.contract import from_json
from reader.intake import load
from reader.model import Correction
from reader.notes import note_on_alignment, note_on_story
from tests.conftest import ROOT
from tests.story import comparison

STORY = comparison()
NOTES = (note_on_story(STORY, "All in all …"), note_on_alignment(STORY, STORY.alignments[0], "Ask.", ["police"]))
JSON = render(STORY, NOTES, "json")


def test_a_comparison_and_its_notes_come_back_to_the_letter():
    """Nothing of the model is left out."""
    again, notes = from_json(JSON)
    assert again == STORY
    assert [(note.id, note.body, note.tags) for note in notes] == [(note.id, note.body, note.tags) for note in NOTES]
    assert render(again, notes, "json") == JSON


def test_what_a_reader_corrected_is_kept():
    """Corrections come back with the comparison that was made with them; without any, nothing is said of them."""
    corrected = replace(STORY, corrections=(Correction("together", STORY.alignments[1].members),))
    again, _ = from_json(render(corrected, NOTES, "json"))
    assert again == corrected
    assert "corrections" not in json.loads(JSON)


def test_what_was_promised_is_there():
    """Format, version, and spans whose text stands where they say."""
    value = json.loads(JSON)
    assert (value["format"], value["version"]) == ("rashomon-comparison", 1)
    texts = {article["id"]: article["text"] for article in value["articles"]}
    spans = [*value["unique"]]
    for alignment in value["alignments"]:
        spans += alignment["members"]
        spans += [entry for difference in alignment["differences"] for entry in difference["values"]]
    assert len(spans) == 13
    assert all(texts[span["article"]][span["start"] : span["end"]] == span["text"] for span in spans)
    assert [note["alignment"] for note in value["notes"]] == [None, "a1"]


def test_what_a_reader_of_less_misses():
    """For each event that several report: which articles are enough, and what each alone leaves out."""
    value = json.loads(JSON)
    assert [entry["event"] for entry in value["reading"]] == [e.id for e in STORY.events if len(e.articles) > 1]
    for entry in value["reading"]:
        for missed in entry["missed"]:
            told = {value["unique"][place]["article"] for place in missed["unique"]}
            assert missed["article"] not in told
        assert any(missed["unique"] for missed in entry["missed"])
    assert "reading" not in json.loads(render(STORY, NOTES, "json", selection=Selection(confidence=0.9)))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("no json", "not JSON"),
        ("[]", "no comparison"),
        ("{}", "no comparison"),
        (JSON.replace('"version": 1', '"version": 2'), "version 2"),
        (JSON.replace('"members"', '"limbs"'), "members"),
        (JSON.replace("Nobody was hurt.", "Everybody was hurt.", 1), "changed by hand"),
        (JSON.replace('"article": "herald"', '"article": "nobody"'), "nobody"),
        ("[" * 100_000, ""),
    ],
)
def test_what_is_no_comparison_is_refused(text, reason):
    """With one sentence that says why."""
    with pytest.raises(ExportError) as raised:
        from_json(text)
    assert reason in str(raised.value)
    assert "\n" not in str(raised.value)


def test_the_same_input_gives_the_same_bytes():
    """In every run, in every order of the notes."""
    assert render(STORY, NOTES[::-1], "json") == JSON


@pytest.mark.parametrize("story", ["seeds", "tests/data/ferry"])
def test_what_the_engine_finds_comes_back_to_the_letter(story):
    """Evidence, origins and all."""
    found = compare(load([str(ROOT / story)]).articles)
    assert from_json(render(found, (), "json"))[0] == found
