"""`rashomon evaluate` scores how saved pages are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.errors import KeyFileError
from reader.evaluate.forms import evaluate
from reader.evaluate.result import Options
from tests.intake.test_formats import BODY, PAGE, TITLE


def test_a_folder_of_pages(tmp_path: Path) -> None:
    """Stretches, title, author and day are held against the key, and every error is told."""
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.html").write_text("<html><body></body></html>", encoding="utf-8")
    rows = [
        {"file": "a.html", "url": "https://harbour.example/f", "must_have": [BODY[0], "a word that it lacks"],
         "must_not_have": ["Imprint", BODY[1]], "title": TITLE, "author": "Bo Lee", "date": "2021-05-03"},
        {"file": "b.html", "must_have": ["nothing is read"], "must_not_have": ["nothing"], "title": "None"},
    ]  # fmt: skip
    (tmp_path / "key.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    result = evaluate(tmp_path, Options(errors=True))
    assert result.figures["segments"] == {
        "precision": 0.5, "recall": 0.3333, "f1": 0.4, "right": 1, "predicted": 2, "reached": 1, "wanted": 3,
    }  # fmt: skip
    assert [result.figures[name] for name in ("title", "author", "date")] == [
        {"right": 1, "of": 2},
        {"right": 0, "of": 1},
        {"right": 1, "of": 1},
    ]
    assert [(error["kind"], error["file"]) for error in result.figures["errors"]] == [
        ("missed", "a.html"), ("false", "a.html"), ("author", "a.html"), ("missed", "b.html"), ("title", "b.html"),
    ]  # fmt: skip


def test_a_page_that_is_missing(tmp_path: Path) -> None:
    """The key is blamed."""
    (tmp_path / "key.jsonl").write_text('{"file": "gone.html"}', encoding="utf-8")
    with pytest.raises(KeyFileError, match="lists 'gone"):
        evaluate(tmp_path, Options())


@pytest.mark.slow
def test_what_real_pages_must_reach(gold: Path) -> None:
    """Segments, titles and days on news pages that people have marked."""
    figures = evaluate(gold / "pages", Options()).figures
    assert figures["segments"]["f1"] >= 0.92
    assert figures["title"]["right"] >= 0.90 * figures["title"]["of"]
    assert figures["date"]["right"] >= 0.85 * figures["date"]["of"]
