"""Hostile files get an article or one clear sentence: never a crash, a hang, or a word to the terminal."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reader.errors import IntakeError
from reader.intake import load, reading
from tests.conftest import Run
from tests.intake.test_formats import PAGE, STORY, TITLE


def refused(path: Path) -> str:
    """The sentence that a file gives."""
    with pytest.raises(IntakeError) as caught:
        load([str(path)])
    return str(caught.value)


class TestPages:
    def test_a_great_many_nested_tags(self, tmp_path: Path) -> None:
        """A page of nothing but opening tags is refused by their number."""
        path = tmp_path / "deep.html"
        path.write_text("<div>" * 400_000 + STORY, encoding="utf-8")
        assert "more than 300,000 tags" in refused(path)

    @pytest.mark.parametrize("tag", ["div", "b", "table", "p", "ul><li", "font"])
    def test_nested_tags(self, tmp_path: Path, tag: str) -> None:
        """Some thousands are read or refused within seconds, and no stack overflows."""
        path = tmp_path / "deep.html"
        path.write_text(f"<html><body>{f'<{tag}>' * 3_000}{STORY}</body></html>", encoding="utf-8")
        started = time.process_time()
        try:
            article = load([str(path)]).articles[0]
        except IntakeError as problem:
            # Which of the two it is, the version of libxml2 decides.
            assert str(path) in str(problem)  # noqa: PT017
        else:
            assert "ferry ran aground" in article.text
        assert time.process_time() - started < 10

    def test_a_title_that_commands_the_terminal(self, tmp_path: Path) -> None:
        """Metadata is as clean as the text."""
        path = tmp_path / "page.html"
        path.write_text(PAGE.replace("Harbour Post", "Harbour\u202e \x9b2JPost\u200b"), encoding="utf-8")
        outlet = load([str(path)]).articles[0].outlet
        assert outlet.startswith("The Harbour")
        assert outlet.isprintable()

    def test_nuls(self, tmp_path: Path) -> None:
        """They are no part of the text."""
        path = tmp_path / "page.html"
        path.write_text(PAGE.replace("thick fog", "thick\x00 fog"), encoding="utf-8")
        assert load([str(path)]).articles[0].title == TITLE


class TestText:
    def test_one_line_of_9_mb(self, tmp_path: Path) -> None:
        """What is within the limit is read in seconds, even without a single line end."""
        path = tmp_path / "line.txt"
        path.write_text("The ferry ran aground (again) by | night / day. " * 190_000, encoding="utf-8")
        started = time.process_time()
        assert len(load([str(path)]).articles[0].text) > 9_000_000
        assert time.process_time() - started < 10

    @pytest.mark.parametrize(
        "unit", ["(", "((Photo: ", "By A ", "A, ", "<", "[x](", "**", "http://", "\x1b]", "AA / ", "&amp;", "|by"]
    )
    def test_what_a_pattern_could_choke_on(self, tmp_path: Path, unit: str) -> None:
        """No expression takes more than a moment on any repetition."""
        for name in ("line.txt", "line.md"):
            path = tmp_path / name
            path.write_text(f"{STORY}\n\n{unit * 4_000}\n{unit * 30}\n{unit * 10} x", encoding="utf-8")
            started = time.process_time()
            assert load([str(path)]).articles
            assert time.process_time() - started < 4

    @pytest.mark.parametrize(
        "opening", ["(Ann Gray/", "(", "Photo: Ann/", "Ann Gray, ", "By ", "OBAN (", "| Ann/", "**", "["]
    )
    @pytest.mark.parametrize("word", ["x", "ÿ", "A", "Ab", "A ", "a.", "-"])
    def test_a_word_without_end(self, tmp_path: Path, opening: str, word: str) -> None:
        """Nor on any beginning with one long word after it; fuzzing found one that took a minute."""
        path = tmp_path / "word.md"
        lines = (f"{opening}{word * length}" for length in (20, 60, 120, 500))
        path.write_text(STORY + "\n\n" + "\n".join(lines), encoding="utf-8")
        started = time.process_time()
        assert load([str(path)]).articles
        assert time.process_time() - started < 1

    def test_utf_16_without_a_mark(self, tmp_path: Path) -> None:
        """It is read as what it is."""
        path = tmp_path / "a.txt"
        path.write_bytes(STORY.encode("utf-16-be"))
        assert load([str(path)]).articles[0].text == STORY


class TestFiles:
    def test_a_file_that_vanishes_while_it_is_read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is one problem, and the rest opens."""
        good, gone = tmp_path / "a.txt", tmp_path / "b.txt"
        good.write_text(STORY, encoding="utf-8")
        gone.write_text(STORY, encoding="utf-8")
        first = reading.read

        def vanishing(path: Path, limit: int) -> bytes:
            data = first(path, limit)
            gone.unlink(missing_ok=True)
            return data

        monkeypatch.setattr(reading, "read", vanishing)
        intake = load([str(tmp_path)])
        assert [article.outlet for article in intake.articles] == ["a"]
        assert "there is no file or folder" in intake.problems[0]

    def test_a_name_that_commands_the_terminal(self, tmp_path: Path, rashomon: Run) -> None:
        """It is not repeated as it is, on either stream."""
        path = tmp_path / "a\x1b]0;owned\x07.txt"
        path.write_text(STORY, encoding="utf-8")
        empty = tmp_path / "b\x1b[2J.txt"
        empty.write_text("", encoding="utf-8")
        for sources in ((path, empty), (empty,)):
            done = rashomon("extract", *sources)
            assert "\x1b" not in done.stdout + done.stderr

    @pytest.mark.parametrize("source", ["a\x00b", "", "~", "x" * 5_000, "http://", "https://[", "library:\x1b[2J"])
    def test_odd_names(self, source: str) -> None:
        """Any name at all gives one sentence."""
        with pytest.raises(IntakeError) as caught:
            load([source])
        assert str(caught.value)
