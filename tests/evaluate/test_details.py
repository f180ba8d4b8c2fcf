"""Scoring of differences, unique details, chunks, attributions and planted changes, on texts made for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.errors import KeyFileError
from reader.evaluate import attribution, chunks, planted, plants
from reader.evaluate.case import Detail
from reader.evaluate.details import ledger
from reader.evaluate.forms import evaluate
from reader.evaluate.result import Options
from reader.model import Difference, Kind, Value

STORY = {
    "a.txt": "The ferry Solveig sank near the old harbour on Monday. Five sailors were pulled ashore by fishermen. "
    "The mayor was in the harbour when it happened. Captain Anna Lindstrom said the engine had failed.",
    "b.txt": "On Monday the ferry Solveig sank. Fishermen pulled five sailors ashore.",
}


def detail(kind: Kind, **places: tuple[int, int]) -> Detail:
    """What a key says, with the words' offsets for each article."""
    return Detail("f", kind, "", {id: ((place,),) for id, place in places.items()}, dict.fromkeys(places, ""))


def difference(kind: Kind, **places: tuple[int, int]) -> Difference:
    """What is reported."""
    return Difference(kind, "conflict", "", tuple(Value(id, *place, "") for id, place in places.items()))


class TestLedger:
    """Reported differences held against a key."""

    @pytest.mark.parametrize(
        ("wanted", "reported", "found"),
        [
            (detail("number", a=(0, 9), b=(5, 9)), difference("number", a=(8, 12), b=(0, 6)), 1),
            (detail("number", a=(0, 9), b=(5, 9)), difference("number", a=(9, 12), b=(0, 6)), 0),
            (detail("number", a=(0, 9), b=(5, 9)), difference("date", a=(0, 9), b=(5, 9)), 0),
            (detail("content", a=(0, 9), b=(5, 9)), difference("wording", a=(0, 9), b=(5, 9)), 1),
            (detail("number", a=(0, 9), b=(5, 9)), difference("number", a=(0, 9), c=(5, 9)), 0),
        ],
    )
    def test_what_is_found(self, wanted: Detail, reported: Difference, found: int) -> None:
        """The same kind must touch the words of two articles; wording, content and modality stand for one another."""
        held = ledger([wanted], [reported])
        assert (sum(held.found.values()), sum(held.right.values()), sum(held.wanted.values())) == (found, found, 1)
        assert (len(held.missed), len(held.false)) == (1 - found, 1 - found)

    def test_a_key_says_what_is_wrong_with_it(self, tmp_path: Path) -> None:
        """An unknown kind is named with its line."""
        (tmp_path / "a.txt").write_text(STORY["a.txt"])
        (tmp_path / "b.txt").write_text(STORY["b.txt"])
        key = tmp_path / "key.yaml"
        key.write_text(
            "articles: {a: a.txt, b: b.txt}\nfacts:\n  - id: sank\n    members: {a: [sank], b: [sank]}\n"
            "    differs:\n      - {kind: colour, values: {a: Monday, b: Monday}}\n"
        )
        with pytest.raises(KeyFileError, match="line 6: 'colour' is no kind of difference"):
            evaluate(key, Options())


class TestChunks:
    """Aligned chunks of headlines."""

    def test_numbers_and_sameness(self, tmp_path: Path) -> None:
        """A number that is not reported is missed, and a difference between the same is false."""
        rows = [
            {"a": "Five cows drown", "b": "Nine cows drown", "al": [{"a": [1, 2], "b": [1, 2], "type": "SIMI"}]},
            {"a": "Cows drown", "b": "Cows drown", "al": [{"a": [1], "b": [1], "type": "EQUI"}]},
            {"a": "Cows drown", "b": "Pigs fly", "al": [{"a": [], "b": [1], "type": "NOALI"}]},
        ]
        path = tmp_path / "chunks.jsonl"
        path.write_text("\n".join(map(json.dumps, rows)))
        figures = evaluate(path, Options(errors=True)).figures
        assert figures["pairs"] == 2
        assert figures["numbers"] == {"reported": 1, "of": 1}
        assert figures["same"] == {"differences": 0, "of": 1}

    def test_a_token_outside(self, tmp_path: Path) -> None:
        """A token that is not there is an error with its line."""
        path = tmp_path / "chunks.jsonl"
        path.write_text(json.dumps({"a": "Cows", "b": "Cows", "al": [{"a": [2], "b": [1], "type": "EQUI"}]}))
        with pytest.raises(KeyFileError, match="line 1"):
            evaluate(path, Options())

    @pytest.mark.parametrize(
        ("left", "right", "expected"),
        [
            ("five cows", "nine cows", True),
            ("five cows", "5 cows", False),
            ("3 May", "4 May", False),
            ("cows", "5", False),
        ],
    )
    def test_which_numbers_differ(self, left: str, right: str, expected: bool) -> None:
        """Words and figures are one, and dates are left out."""
        pair = chunks.Chunks(left, right, ((0, len(left)), (0, len(right))), frozenset(("SIMI",)))
        assert chunks.numbers_differ(pair) is expected


class TestAttributions:
    """Annotated sources and cues."""

    TEXT = "Anna Lindstrom said the ferry sank. The harbour is closed, according to police."

    def test_each_counts_once(self) -> None:
        """What is annotated and read is found; what is annotated alone is missed; what is read alone is false."""
        annotated = attribution.Annotated(
            self.TEXT,
            (
                attribution.Attribution("Anna Lindstrom", "said", "the ferry sank"),
                attribution.Attribution("the harbour", "announced", "it is closed"),
            ),
        )
        found, missed, false = attribution.match(annotated)
        assert (found, [each.cue for each in missed], [each.verb for each in false]) == (
            1,
            ["announced"],
            ["according to"],
        )

    def test_a_file(self, tmp_path: Path) -> None:
        """Precision and recall of a file; a text that stands twice counts once."""
        row = {"text": self.TEXT, "attributions": [{"source": "police", "cue": "according to", "content": None}]}
        path = tmp_path / "attribution.jsonl"
        path.write_text(f"{json.dumps(row)}\n{json.dumps(row)}")
        figures = evaluate(path, Options(errors=True)).figures
        assert (figures["texts"], figures["right"], figures["predicted"], figures["wanted"]) == (1, 1, 2, 1)


class TestPlanted:
    """Changes in copies."""

    @pytest.mark.parametrize(
        ("kind", "sentence", "expected"),
        [
            ("number", "They saw five cows.", "They saw nine cows."),
            ("number", "They saw 20 cows.", "They saw 30 cows."),
            ("number", "In 2016 they left.", None),
            ("date", "They met on Monday.", "They met on Thursday."),
            ("negation", "The mayor was standing there.", "The mayor was not standing there."),
            ("negation", "The mayor was not there.", None),
            ("name", "The captain, Anna Lindstrom, left.", "The captain, Anna Novak, left."),
            ("name", "They met at the Supreme Court, again.", None),
            ("speaker", "The ship sank, Lindstrom said.", "The ship sank, Novak said."),
        ],
    )
    def test_what_is_planted(self, kind: str, sentence: str, expected: str | None) -> None:
        """One thing is changed, and only where it can be."""
        change = plants.PLANTS[kind][1](sentence)
        made = plants.planted(sentence, [change])[0] if change else None
        if expected is None or kind not in ("name", "speaker"):
            assert made == expected
        else:
            assert made is not None
            assert made != sentence

    def test_where_the_changes_stand(self) -> None:
        """The offsets are those of the copy."""
        text, places = plants.planted("one two three", [plants.Change(0, 3, "eleven"), plants.Change(8, 13, "x")])
        assert [text[slice(*place)] for place in places] == ["eleven", "x"]

    def test_a_story(self, tmp_path: Path) -> None:
        """Each kind that can be planted is, and unchanged copies get nothing."""
        for name, text in STORY.items():
            (tmp_path / name).write_text(text)
        (tmp_path / "key.json").write_text(json.dumps({"articles": {"a": "a.txt", "b": "b.txt"}, "facts": []}))
        result = planted.evaluate(tmp_path, Options(planted=True, errors=True))
        changes = result.figures["changes"]
        assert changes["number"]["planted"] == changes["number"]["found"] > 0
        assert changes["date"]["planted"] == changes["date"]["found"] > 0
        assert changes["unchanged"]["false"] == changes["style"]["false"] == 0

    def test_only_stories_can_be_planted(self, tmp_path: Path) -> None:
        """A folder without stories is named."""
        with pytest.raises(KeyFileError, match="no folder of stories"):
            evaluate(tmp_path, Options(planted=True))
