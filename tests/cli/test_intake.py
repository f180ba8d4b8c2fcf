"""The commands extract, story, add, list, find and remove, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

STORY = "The harbour of Port Ellen was closed on Tuesday after a ferry ran aground in thick fog, officials said.\n"


class TestExtract:
    def test_text(self, rashomon: Run) -> None:
        """What was found, what was kept, and what was removed with its reason."""
        done = rashomon("extract", "seeds/001_2d8e219ec9f2761a.txt")
        assert done.returncode == 0
        assert "== yonhap: seeds/001_2d8e219ec9f2761a.txt\noutlet: Yonhap  (credit line)\n" in done.stdout
        assert "-- removed: 2\npage furniture, before line 1:\n    Back To Top\n" in done.stdout

    def test_json(self, rashomon: Run) -> None:
        """The article objects of the comparison's contract."""
        done = rashomon("extract", "seeds", "--format", "json")
        articles = json.loads(done.stdout)["articles"]
        assert [article["id"] for article in articles] == ["arirang", "yonhap", "sputnik", "arirang-2018", "reuters"]
        assert {"text": "Back To Top\n\n", "reason": "page furniture"}.items() <= articles[1]["removed"][0].items()

    def test_control_sequences_are_shown_and_not_sent(self, rashomon: Run, tmp_path: Path) -> None:
        """What was removed because a terminal would obey it is written out."""
        (tmp_path / "a.txt").write_text(STORY.replace("ferry", "fe\x1b]0;owned\x07rry"), encoding="utf-8")
        done = rashomon("extract", tmp_path / "a.txt")
        assert "\\x1b]0;owned\\x07" in done.stdout
        assert "\x1b" not in done.stdout

    def test_an_unknown_format(self, rashomon: Run) -> None:
        """There is one clear sentence."""
        done = rashomon("extract", "seeds", "--format", "xml")
        assert (done.returncode, done.stderr) == (2, "rashomon: there is no format 'xml'; there are text, json\n")


class TestStory:
    def test_a_story_file_that_opens(self, rashomon: Run, tmp_path: Path) -> None:
        """It lists the articles with what is known of them, and can be compared."""
        target = tmp_path / "mine.yaml"
        done = rashomon("story", "new", *sorted((ROOT / "seeds").glob("*.txt")), "-o", target, "--name", 'The "talks"')
        assert (done.returncode, done.stdout) == (0, f"{target}: 5 articles\n")
        written = target.read_text(encoding="utf-8")
        assert "# outlet: Yonhap (credit line)\n    # published: not in the text\n" in written
        shown = rashomon("extract", target, "--format", "json")
        assert len(json.loads(shown.stdout)["articles"]) == 5

    def test_a_file_that_exists_is_kept(self, rashomon: Run, tmp_path: Path) -> None:
        """Nothing is overwritten."""
        target = tmp_path / "mine.yaml"
        target.write_text("mine", encoding="utf-8")
        done = rashomon("story", "new", "seeds", "-o", target)
        assert done.returncode == 2
        assert "exists already" in done.stderr
        assert target.read_text(encoding="utf-8") == "mine"

    def test_another_word_than_new(self, rashomon: Run) -> None:
        """What there is is told."""
        assert "rashomon story new" in rashomon("story", "old", "seeds").stderr


class TestLibrary:
    def test_from_adding_to_removing(self, rashomon: Run) -> None:
        """Articles are kept, listed, found, opened without their files, and forgotten."""
        added = rashomon("add", "seeds")
        assert added.returncode == 0
        assert "2  added  2019-10-24  Yonhap  S. Korea, Japan agree to address soured bilateral ties\n" in added.stdout
        assert rashomon("add", "seeds").stdout == "5 read before and unchanged\n"
        assert len(rashomon("list").stdout.splitlines()) == 5
        found = rashomon("find", "youth", "exchanges", "--format", "json")
        assert [kept["outlet"] for kept in json.loads(found.stdout)["articles"]] == ["Yonhap"]
        shown = rashomon("extract", "library:2", "--format", "json")
        assert json.loads(shown.stdout)["articles"][0]["id"] == "yonhap"
        assert rashomon("remove", "2").returncode == 0
        nothing = rashomon("find", "youth", "exchanges")
        assert (nothing.returncode, nothing.stdout) == (1, "")
        assert nothing.stderr == "rashomon: the library has nothing with 'youth exchanges'\n"

    def test_an_empty_library(self, command: Run) -> None:
        """It says how something gets into it."""
        done = command("list")
        assert (done.returncode, done.stdout) == (0, "")
        assert "'rashomon add PATH…' keeps articles" in done.stderr

    def test_a_folder_that_cannot_be_made(self, command: Run, home: Path) -> None:
        """The reason is that of the system, and the advice fits it."""
        (home / "data").write_text("a file where a folder should be", encoding="utf-8")
        done = command("list")
        assert done.returncode == 2
        assert "cannot be used (File exists); look at its folder" in done.stderr or "Not a directory" in done.stderr

    def test_the_event_that_fits_best(self, rashomon: Run) -> None:
        """`--about` opens its articles and no others."""
        rashomon("add", "seeds")
        done = rashomon("compare", "--about", "lee abe tokyo", "--format", "json")
        assert done.returncode == 0, done.stderr
        ids = {article["id"] for article in json.loads(done.stdout)["articles"]}
        assert {"arirang", "yonhap", "sputnik"} <= ids

    def test_nothing_about_it(self, rashomon: Run) -> None:
        """It is told in one sentence."""
        done = rashomon("compare", "--about", "zebra")
        assert (done.returncode, done.stdout) == (2, "")
        assert "has nothing about 'zebra'" in done.stderr

    @pytest.mark.parametrize("number", ["x", "-1", "99"])
    def test_removing_what_is_not_there(self, rashomon: Run, number: str) -> None:
        """The command that lists them is named."""
        done = rashomon("remove", "--", number)
        assert done.returncode == 2
        assert "'rashomon list'" in done.stderr

    def test_adding_what_cannot_be_read(self, rashomon: Run, tmp_path: Path) -> None:
        """Each problem is one sentence, and the rest is kept."""
        (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
        (tmp_path / "empty.txt").write_text("", encoding="utf-8")
        done = rashomon("add", tmp_path)
        assert done.returncode == 2
        assert "1  added" in done.stdout
        assert "is empty" in done.stderr


class TestStopping:
    def test_a_long_run_goes_on_where_it_was_stopped(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What was added before an interruption is kept, and is not read again."""
        from reader.cli import main
        from reader.intake.document import Document
        from reader.intake.reading import Reading

        for number in range(5):
            (tmp_path / f"{number}.txt").write_text(STORY.replace("ferry", f"ferry {number}"), encoding="utf-8")
        first = Reading.document
        read: list[str] = []

        def interrupted(self: Reading, place: str) -> Document:
            if len(read) == 3:
                raise KeyboardInterrupt
            read.append(place)
            return first(self, place)

        monkeypatch.setattr(Reading, "document", interrupted)
        assert main(["add", str(tmp_path)]) == 130
        told = capsys.readouterr()
        assert told.out.count("added") == 3
        assert "stopped after 3 of 5; the same command goes on there" in told.err
        monkeypatch.setattr(Reading, "document", first)
        assert main(["add", str(tmp_path)]) == 0
        told = capsys.readouterr()
        assert told.out.count("added") == 2
        assert "3 read before and unchanged" in told.out
