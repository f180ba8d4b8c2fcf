"""YAML files of the user: read safely, and wrong ones named with file and line."""

from __future__ import annotations

import contextlib
import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import FileError, StoryError, ThemeError
from reader.yamlfile import Mapping, parse_mapping, read_mapping


class TestGoodFiles:
    def test_values_and_lines(self, tmp_path: Path) -> None:
        """Every key is found with its value and its line, also inside a nested mapping."""
        file = tmp_path / "a.yaml"
        file.write_text("name: dusk\n\ncolours:\n  text: '#fff'\n  rule: [1, two, 2019-10-24]\n", encoding="utf-8")
        top = read_mapping(file)
        nested = top.values["colours"]
        assert top.values["name"] == "dusk"
        assert top.line_of("colours") == 3
        assert isinstance(nested, Mapping)
        assert nested.values == {"text": "#fff", "rule": [1, "two", datetime.date(2019, 10, 24)]}
        assert nested.line_of("rule") == 5

    def test_missing_key_points_at_its_mapping(self) -> None:
        """What is missing is reported where it should have been."""
        assert parse_mapping("a:\n  b: 1\n", "f").values["a"].line_of("c") == 2

    @pytest.mark.parametrize("text", ["", "# only a comment\n", "\ufeff"])
    def test_empty_file_is_an_empty_mapping(self, tmp_path: Path, text: str) -> None:
        """A file that says nothing changes nothing."""
        file = tmp_path / "empty.yaml"
        file.write_text(text, encoding="utf-8")
        assert list(read_mapping(file)) == []


class TestBadFiles:
    @pytest.mark.parametrize(
        ("text", "line", "problem"),
        [
            ("a: 1\nb: 2\na: 3\n", 3, "'a' twice; it stands on line 1"),
            ("a: &x [1]\nb: *x\n", 2, "alias"),
            ("- a\n- b\n", 1, "must be a mapping"),
            ("a: 1\nb: [\n", 3, "is not valid YAML"),
            ("? [a]\n: 1\n", 1, "not plain text"),
            ("a: 2019-13-45\n", 1, "is not valid YAML"),
            ("a: !!python/name:os.system x\n", 1, "is not valid YAML"),
            ("a: !!int ''\n", 1, "is not what it looks like"),
            ("a: !!bool perhaps\n", 1, "'perhaps' is not what it looks like"),
            ("a: !!timestamp soon\n", 1, "'soon' is not what it looks like"),
        ],
    )
    def test_named_with_file_and_line(self, text: str, line: int, problem: str) -> None:
        """The message has the file, the line and what is wrong."""
        with pytest.raises(ThemeError, match=problem) as caught:
            parse_mapping(text, "dusk.yaml", ThemeError)
        assert str(caught.value).startswith(f"dusk.yaml, line {line}: ")

    def test_missing_and_binary_files(self, tmp_path: Path) -> None:
        """What cannot be read at all is named without a line."""
        with pytest.raises(StoryError, match="No such file"):
            read_mapping(tmp_path / "none.yaml", StoryError)
        binary = tmp_path / "binary.yaml"
        binary.write_bytes(b"\xff\xfe\x00")
        with pytest.raises(StoryError, match="not UTF-8"):
            read_mapping(binary, StoryError)

    def test_huge_and_deep_files(self) -> None:
        """Size and depth are bounded, so that no file hangs the program."""
        with pytest.raises(FileError, match="larger than 1 MB"):
            parse_mapping("a: " + "x" * 1_000_001, "f")
        with pytest.raises(FileError, match="nested too deeply"):
            parse_mapping("a: " + "[" * 50_000 + "]" * 50_000, "f")

    @given(st.text(max_size=60))
    def test_any_text_is_a_mapping_or_a_clear_error(self, text: str) -> None:
        """Nothing but a `FileError` comes out of a bad file."""
        with contextlib.suppress(FileError):
            assert isinstance(parse_mapping(text, "f"), Mapping)
