"""Exports that other programs read keep to the published models."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from reader.compare import compare
from reader.export import FORMATS, format_of, renamed, render, save
from reader.export.exchange import notes_as_json, notes_from_json
from reader.export.spreadsheet import COLUMNS
from reader.intake import load
from reader.notes import Note, note_on_alignment, note_on_difference, note_on_passage, note_on_story
from tests.conftest import ROOT
from tests.export.test_hostile import ATTACKS, hostile_story
from tests.story import HERALD, TIDES, comparison, span

STORY = comparison()
NOTES = (
    note_on_story(STORY, "All in all …", ["later"]),
    note_on_alignment(STORY, STORY.alignments[0], "Ask.", ["police", "two words"]),
    note_on_difference(STORY, STORY.alignments[2].differences[0], "Who cut it?"),
    note_on_passage(STORY, span(TIDES, "in May"), "When?"),
)


def _validate(text: str, name: str) -> None:
    schema = json.loads((ROOT / "tests/data" / f"{name}.schema.json").read_text())
    # The published schemas do not say which draft they are of in the way that is looked for.
    kinds = {"csl": jsonschema.Draft3Validator, "wadm": jsonschema.Draft7Validator}
    kind = kinds.get(name, jsonschema.Draft202012Validator)
    kind.check_schema(schema)
    kind(schema).validate(json.loads(text))


class TestAnnotations:
    """W3C Web Annotations."""

    def test_they_keep_to_the_data_model(self):
        """By hand with notes, and from the seeds: the whole to a schema of ours, each annotation to a published one.

        Ours is written from the recommendation, which comes with a JSON-LD context and no JSON schema, and is strict;
        the published one is for single annotations.
        """
        for text in (
            render(STORY, NOTES, "annotations"),
            render(compare(load([str(ROOT / "seeds")]).articles), (), "annotations"),
        ):
            _validate(text, "annotation")
            collection = json.loads(text)
            for item in collection["first"]["items"]:
                _validate(json.dumps({"@context": collection["@context"], **item}), "wadm")

    @pytest.mark.parametrize(
        "broken", [{"target": [{"type": "SpecificResource"}]}, {"type": "Note"}, {"body": [{"type": "TextualBody"}]}]
    )
    def test_what_is_no_annotation_is_found_out(self, broken):
        """The schemas refuse it, both of them."""
        collection = json.loads(render(STORY, NOTES, "annotations"))
        collection["first"]["items"][0] |= broken
        with pytest.raises(jsonschema.ValidationError):
            _validate(json.dumps(collection), "annotation")
        item = {"@context": collection["@context"], **collection["first"]["items"][0]}
        with pytest.raises(jsonschema.ValidationError):
            _validate(json.dumps(item), "wadm")

    def test_every_finding_and_note_has_one(self):
        """An alignment on all its members, a unique detail, a note with its tags."""
        value = json.loads(render(STORY, NOTES, "annotations"))
        items = value["first"]["items"]
        assert value["total"] == len(items) == len(STORY.alignments) + len(STORY.unique) + len(NOTES)
        assert len({item["id"] for item in items}) == len(items)
        police = next(item for item in items if any(body["value"] == "police" for body in item["body"]))
        assert [body["value"] for body in police["body"]] == ["Ask.", "police", "two-words", "open"]
        assert [target["selector"][0]["exact"] for target in police["target"]] == [
            member.text for member in STORY.alignments[0].members
        ]

    def test_selectors_find_the_words(self):
        """Quotation with surroundings, and offsets."""
        value = json.loads(render(STORY, (), "annotations"))
        text = HERALD.text
        for item in value["first"]["items"]:
            for target in item["target"]:
                quote, position = target["selector"]
                if target["source"] == HERALD.source:
                    assert text[position["start"] : position["end"]] == quote["exact"]
                    assert quote["prefix"] + quote["exact"] + quote["suffix"] in text

    def test_names_of_files_are_written_as_iris(self):
        """Spaces and other letters are escaped; addresses stay as they are."""
        moved = replace(HERALD, source="my files/Überblick #1.txt")
        text = render(comparison(moved, *STORY.articles[1:]), (), "annotations")
        value = json.loads(text)
        sources = {target["source"] for item in value["first"]["items"] for target in item["target"]}
        assert "my%20files/%C3%9Cberblick%20%231.txt" in sources
        _validate(text, "annotation")


class TestCitations:
    """CSL-JSON."""

    def test_they_keep_to_the_published_schema(self):
        """By hand, and from the seeds; what is not in the schema is refused by it."""
        for text in (render(STORY, (), "csl"), render(compare(load([str(ROOT / "seeds")]).articles), (), "csl")):
            _validate(text, "csl")
            with pytest.raises(jsonschema.ValidationError):
                _validate(text.replace('"container-title"', '"newspaper"'), "csl")

    def test_authors_days_and_addresses(self):
        """Several authors are parted; names stay as they were printed."""
        articles = (
            replace(HERALD, byline="Ines Calder, Kim Mok-yeon and Bo Li", agency="Northwire"),
            *STORY.articles[1:],
        )
        first, _, last = json.loads(render(comparison(*articles), (), "csl"))
        assert [author["literal"] for author in first["author"]] == ["Ines Calder", "Kim Mok-yeon", "Bo Li"]
        assert first["issued"] == {"date-parts": [[2024, 3, 2]]}
        assert (first["source"], first["note"]) == ("Northwire", "Dateline: SKERRY POINT. Read from herald.txt.")
        assert last["URL"] == "https://tides.example/ferry"
        assert "issued" not in last


class TestSpreadsheet:
    """CSV."""

    def test_one_row_a_passage(self):
        """Members, unique details inside and outside alignments, notes."""
        rows = list(csv.DictReader(io.StringIO(render(STORY, NOTES, "csv"), newline="")))
        assert [row["finding"] for row in rows] == [
            "note",
            *["difference"] * 2,
            *["unique"] * 2,
            *["agreement"] * 2,
            *["difference"] * 2,
            "unique",
            "note",
        ]
        first = rows[1]
        assert (first["fact"], first["outlet"], first["where"]) == ("1", "Harbour Herald", "paragraph 1")
        assert first["values"] == "120 passengers"
        assert first["notes"] == "Ask. (open, #police, #two-words)"
        assert rows[2]["notes"] == ""

    def test_a_detail_beside_its_passage_is_in_the_row_of_that_passage(self):
        """Numbers are compared over the whole sentence; the row of the nearest passage of the article has it."""
        first = STORY.alignments[0]
        shorter = (span(HERALD, "ran aground"), span(HERALD, "Nobody was hurt."), *first.members[1:])
        story = replace(STORY, alignments=(replace(first, members=shorter), *STORY.alignments[1:]))
        rows = csv.DictReader(io.StringIO(render(story, (), "csv"), newline=""))
        values = {
            row["quotation"]: row["values"] for row in rows if row["fact"] == "1" and row["finding"] == "difference"
        }
        assert values["ran aground"] == "120 passengers"
        assert values["Nobody was hurt."] == ""

    def test_a_stretch_stands_beside_its_sentence(self):
        """A row is read without those around it, and half a sentence is hard to read."""
        first = STORY.alignments[0]
        sentence = first.members[0]
        shorter = (span(HERALD, "ran aground"), *first.members[1:])
        story = replace(STORY, alignments=(replace(first, members=shorter),), passages=(sentence,))
        rows = list(csv.DictReader(io.StringIO(render(story, (), "csv"), newline="")))
        told = {row["quotation"]: row["sentence"] for row in rows}
        assert told["ran aground"] == sentence.text
        assert told[first.members[1].text] == first.members[1].text

    def test_spreadsheets_know_its_encoding(self, tmp_path):
        """A file begins with a byte order mark; what is printed does not."""
        save(tmp_path / "out.csv", render(STORY, (), "csv"), "csv")
        assert (tmp_path / "out.csv").read_bytes().startswith(b'\xef\xbb\xbf"fact"')
        assert render(STORY, (), "csv").startswith('"fact"')

    @pytest.mark.slow
    def test_libreoffice_reads_and_writes_it_unchanged(self, tmp_path):
        """Every cell comes back as it was."""
        # Comma, quotation mark, UTF-8, from line 1, every column as text, quoted cells as text.
        columns = "/".join(f"{number}/2" for number in range(1, len(COLUMNS) + 1))
        text = render(STORY, NOTES, "csv")
        assert _through_libreoffice(text, tmp_path, f"44,34,76,1,{columns},0,true") == _rows(text)

    @pytest.mark.slow
    @pytest.mark.parametrize("attack", ["formula", "command", "plus", "minus"])
    def test_libreoffice_computes_nothing(self, attack, tmp_path):
        """Opened as it comes, with formulas allowed, hostile cells are text."""
        text = render(hostile_story(ATTACKS[attack]), (), "csv")
        given, back = (
            _rows(text),
            _through_libreoffice(text, tmp_path, "44,34,76,1,,0,false,true,false,false,false,-1,true"),
        )
        for column in ("outlet", "title", "quotation", "values", "reasons"):
            at = COLUMNS.index(column)
            assert [row[at] for row in back] == [row[at] for row in given]


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def _through_libreoffice(text: str, folder: Path, options: str) -> list[list[str]]:
    """The rows of a table after LibreOffice has opened and saved it; `options` are those of its CSV import."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    save(folder / "out.csv", text, "csv")
    subprocess.run(
        [
            *(
                office,
                "--headless",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                f"--infilter=CSV:{options}",
            ),
            *("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false"),
            *("--outdir", str(folder / "again"), str(folder / "out.csv")),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return _rows((folder / "again" / "out.csv").read_bytes().decode("utf-8-sig"))


class TestNotes:
    """Notes as a file."""

    def test_they_come_back_to_the_letter(self):
        """With their anchors, on another machine too."""
        assert notes_from_json(notes_as_json(NOTES)) == NOTES

    def test_they_come_with_a_comparison(self):
        """The JSON of a comparison has them as well; files are named as the reader named them."""
        found = {note.id: note for note in notes_from_json(render(STORY, NOTES, "json"))}
        assert {note.body for note in found.values()} == {note.body for note in NOTES}
        sources = {anchor.witness.source for note in found.values() for anchor in note.anchors}
        assert sources == {article.source for article in STORY.articles}

    @pytest.mark.parametrize("key", ["id", "target", "status", "anchors", "body"])
    def test_a_note_that_is_none_is_refused(self, key):
        """In one sentence."""
        from reader.errors import ExportError

        value = json.loads(notes_as_json(NOTES))
        value["notes"][0][key] = {"wrong": 1}
        with pytest.raises(ExportError) as raised:
            notes_from_json(json.dumps(value))
        assert "\n" not in str(raised.value)


def test_a_name_tells_its_format(tmp_path):
    """The longest end wins, in any case; and a name can be given another end."""
    for form in FORMATS.values():
        path = tmp_path / f"My report.v2{form.suffix.upper()}"
        assert format_of(path) == form
        for other in FORMATS.values():
            assert renamed(path, other).name == f"My report.v2{other.suffix}"
    assert format_of(tmp_path / "report") is None


def test_notes_have_tags_of_one_word():
    """So that they can be written in a line and read back."""
    made: Note = note_on_story(STORY, "x", ["#police", "two words", "a,b", "", "police"])
    assert made.tags == ("police", "two-words", "a-b")
