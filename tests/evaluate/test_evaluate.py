"""`rashomon evaluate` scores keys and stories, and says what is wrong with those that are broken."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.errors import KeyFileError
from reader.evaluate import keys, stories
from tests.conftest import ROOT, Run

FERRY = ROOT / "tests" / "data" / "ferry"
TEXTS = {
    "a": "The mayor resigned on Monday after the bridge collapsed.\nNobody was hurt.\nThe council meets tomorrow.\n",
    "b": "A bridge collapsed and the mayor resigned on Monday.\nThe weather was fine.\n",
}
KEY = """\
articles:
  a: a.txt
  b: b.txt
facts:
  - id: resigned
    members:
      a: ["The mayor resigned on Monday"]
      b: ["the mayor resigned on Monday"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles and their key."""
    for id, text in TEXTS.items():
        (tmp_path / f"{id}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "bridge.yaml").write_text(KEY, encoding="utf-8")
    return tmp_path


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder with one story whose key gives offsets."""
    place = tmp_path / "stories" / "bridge"
    place.mkdir(parents=True)
    for id, text in TEXTS.items():
        (place / f"{id}.txt").write_text(text, encoding="utf-8")
    members = {"a": [[[0, 28]]], "b": [[[23, 51]]]}
    key = {"articles": {"a": "a.txt", "b": "b.txt"}, "facts": [{"id": "f0", "members": members}]}
    (place / "key.json").write_text(json.dumps(key), encoding="utf-8")
    return place.parent


def figures(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[dict[str, Any]]:
    """What the command prints as JSON."""
    assert main(["evaluate", "--format", "json", *map(str, arguments)]) == 0
    printed: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return printed


class TestScores:
    """The figures of real comparisons."""

    def test_key(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A key in YAML is scored."""
        [result] = figures(capsys, folder / "bridge.yaml")
        assert result["form"] == "answer key"
        assert result["found"]["wanted"] == 1
        assert result["found"]["reached"] == 1
        assert result["articles"] == 2

    def test_folder_of_keys(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """All keys of a folder are pooled, and each is told."""
        (folder / "again.yaml").write_text(KEY, encoding="utf-8")
        [result] = figures(capsys, folder)
        assert result["form"] == "folder of answer keys"
        assert [key["name"] for key in result["keys"]] == ["again", "bridge"]
        assert result["found"]["wanted"] == 2

    def test_stories(self, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A folder of stories is scored by offsets, and so is one of them."""
        [many, one] = figures(capsys, story, story / "bridge")
        assert (many["form"], one["form"]) == ("folder of stories", "story")
        assert many["found"] == one["found"]
        assert one["found"]["reached"] == one["found"]["wanted"] == 1
        assert "calibration" not in one

    def test_errors(self, capsys: pytest.CaptureFixture[str]) -> None:
        """What is missed and what is false adds up to the figures, in JSON and in text."""
        [result] = figures(capsys, "--errors", FERRY / "key.yaml")
        [key] = result["keys"]
        assert len(key["missed"]) == key["found"]["wanted"] - key["found"]["reached"]
        assert len(key["false"]) == key["found"]["predicted"] - key["found"]["right"]
        assert main(["evaluate", "--errors", str(FERRY / "key.yaml")]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert sum(line.startswith("missed") for line in lines) == len(key["missed"])
        assert sum(line.startswith("false") for line in lines) == len(key["false"])

    def test_same_bytes(self, rashomon: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """Two runs differ in nothing but the time they took, whatever the hash seed."""
        outputs = []
        for seed in ("1", "2"):
            monkeypatch.setenv("PYTHONHASHSEED", seed)
            assert os.environ["PYTHONHASHSEED"] == seed
            lines = rashomon("evaluate", "--errors", FERRY / "key.yaml").stdout.splitlines()
            outputs.append([line for line in lines if "s of CPU" not in line])
        assert outputs[0] == outputs[1]
        assert len(outputs[0]) > 10


class TestBrokenKeys:
    """One sentence with file and line."""

    def test_a_story_file_is_no_answer_key(self, tmp_path: Path) -> None:
        """It is told so, and not what is wrong with its lines."""
        story = tmp_path / "story.yaml"
        story.write_text("name: The bridge\narticles:\n  - source: a.txt\n", encoding="utf-8")
        with pytest.raises(KeyFileError, match="is no answer key: it lists no 'facts'"):
            keys.read(story)

    @pytest.mark.parametrize(
        ("before", "after", "line", "problem"),
        [
            ('mayor resigned on Monday"]\n      b', 'major resigned on Monday"]\n      b', 7, "is not in"),
            ("      b: [", "      c: [", 8, "not among the articles"),
            ("  b: b.txt", "  b: missing.txt", 3, "is not there"),
            ("articles:\n  a: a.txt\n  b: b.txt\n", "articles: {}\n", 1, "names no articles"),
            ("facts:", "fact:", 1, "needs 'facts'"),
            ("    members:", "    member:", 5, "needs 'members'"),
            ('["The mayor resigned on Monday"]', "The mayor resigned on Monday", 7, "a list"),
            ("  - id: resigned", "  - id: [", 7, "not valid YAML"),
        ],
    )
    def test_yaml(self, folder: Path, before: str, after: str, line: int, problem: str) -> None:
        """What is wrong in a YAML key is told with its line."""
        path = folder / "bridge.yaml"
        assert before in KEY
        path.write_text(KEY.replace(before, after), encoding="utf-8")
        with pytest.raises(KeyFileError, match=problem) as failure:
            keys.read(path)
        assert str(failure.value).startswith(f"{path}, line {line}: ")

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("{", "line 1: is not valid JSON"),
            ("{}", "form of a story's key"),
            ('{"articles": {"a": "a.txt"}, "facts": [{"id": "f", "members": {"b": []}}]}', "form of a story's key"),
            (
                '{"articles": {"a": "a.txt"}, "facts": [{"id": "f", "members": {"a": [[[5, 999]]]}}]}',
                "outside the article",
            ),
            ('{"articles": {"a": "gone.txt"}, "facts": []}', "is not there"),
            ('{"articles": {}, "facts": []}', "names no articles"),
        ],
    )
    def test_story(self, story: Path, text: str, problem: str) -> None:
        """What is wrong in a story's key is told."""
        (story / "bridge" / "key.json").write_text(text, encoding="utf-8")
        with pytest.raises(KeyFileError, match=problem):
            stories.read_story(story / "bridge")

    def test_command_line(self, folder: Path, rashomon: Run) -> None:
        """The command ends with status 2 and one line on stderr."""
        for path in (folder / "none.yaml", folder / "a.txt", folder / "empty"):
            (folder / "empty").mkdir(exist_ok=True)
            done = rashomon("evaluate", path)
            assert done.returncode == 2
            assert done.stdout == ""
            assert len(done.stderr.splitlines()) == 1
            assert str(path) in done.stderr
