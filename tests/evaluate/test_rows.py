"""Files with one object a line: events and answers are told by their keys, and scored."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from reader.errors import KeyFileError
from reader.evaluate.events import b_cubed
from reader.evaluate.forms import evaluate
from reader.evaluate.result import Options

QUAKE = "A strong earthquake struck the coast of Lindmark before dawn, toppling chimneys in the port of Varn."
VOTE = "Voters in Ostrava returned the governing party to power by the narrowest margin in a century."
SAME = {"question": "Why?", "a": "the bridge had rusted through", "b": "rust had eaten the bridge", "same": 1}
OTHER = {"question": "Why?", "a": "the bridge had rusted through", "b": "nobody voted for repairs", "same": 0}


def written(folder: Path, *rows: Any) -> Path:
    """A file with these objects, one a line."""
    path = folder / "key.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("got", "wanted", "precision", "recall"),
    [
        ("aabb", "xxyy", 1, 1),
        ("aaaa", "xxyy", 1 / 2, 1),
        ("abcd", "xxyy", 1, 1 / 2),
        ("aaab", "xxyy", (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, (1 + 1 + 1 / 2 + 1 / 2) / 4),
        ("", "", 0, 0),
    ],
)
def test_b_cubed(got: Sequence[str], wanted: Sequence[str], precision: float, recall: float) -> None:
    """The mean over articles, as it is defined."""
    figures = b_cubed(dict(enumerate(got)), dict(enumerate(wanted)))
    assert figures == pytest.approx((precision, recall))


class TestForms:
    """The form of a file is known from its first line."""

    def test_events(self, tmp_path: Path) -> None:
        """Articles with the name of their event."""
        rows = [
            {"text": QUAKE, "event": "quake"},
            {"text": f"Update: {QUAKE}", "event": "quake"},
            {"text": VOTE, "event": "vote"},
        ]
        result = evaluate(written(tmp_path, *rows), Options(errors=True))
        assert result.form == "events"
        assert result.figures["b_cubed"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
        assert result.figures["mixed"] == result.figures["broken"] == []

    def test_mistaken_events_are_listed(self, tmp_path: Path) -> None:
        """With --errors, an event found as several and several found as one are told."""
        rows = [{"text": QUAKE, "event": "one"}, {"text": QUAKE, "event": "other"}, {"text": VOTE, "event": "one"}]
        figures = evaluate(written(tmp_path, *rows), Options(errors=True)).figures
        assert [sorted(mistake["parts"]) for mistake in figures["mixed"]] == [["one", "other"]]
        assert [mistake["event"] for mistake in figures["broken"]] == ["one"]

    def test_answers(self, tmp_path: Path) -> None:
        """Pairs of answers to a question."""
        result = evaluate(written(tmp_path, SAME, OTHER), Options(errors=True))
        assert result.form == "answers"
        together, apart = result.figures["together"], result.figures["apart"]
        assert (together["of"], apart["of"]) == (1, 1)
        assert result.figures["balanced_accuracy"] == (together["right"] + apart["right"]) / 2
        assert len(result.figures["wrong"]) == 2 - together["right"] - apart["right"]

    @pytest.mark.parametrize(
        ("lines", "problem"),
        [
            ('{"a": 1', "line 1: is not valid JSON"),
            ("[]", "line 1: is not a JSON object"),
            ("", "is empty"),
            ('{"who": 1}', "is no answer key"),
            (json.dumps(SAME) + "\n{", "line 2: is not valid JSON"),
            (json.dumps(SAME) + '\n{"question": "Why?"}', "line 2: lacks the key 'same'"),
            (json.dumps({**SAME, "same": "yes"}), "line 1: is not as its form asks"),
        ],
    )
    def test_broken(self, tmp_path: Path, lines: str, problem: str) -> None:
        """What is wrong is told with its line."""
        path = tmp_path / "key.jsonl"
        path.write_text(lines, encoding="utf-8")
        with pytest.raises(KeyFileError, match=problem):
            evaluate(path, Options())
