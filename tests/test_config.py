"""Settings: what is wrong is named with its line, and the rest holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.config import Config, read


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    """No file is no problem."""
    assert read(tmp_path / "config.yaml") == (Config(), ())


def test_what_is_right_holds_beside_what_is_wrong(tmp_path: Path) -> None:
    """Each wrong line is told; the others count."""
    path = tmp_path / "config.yaml"
    path.write_text(
        "theme: paper\nmeaning: true\nlok: true\ncolumn: 3\nkeys:\n  zoom: x\n  note: [ctrl+n, a]\n", encoding="utf-8"
    )
    config, problems = read(path)
    assert config.theme == "paper"
    assert config.meaning
    assert config.column == Config().column
    assert [(change.command, change.keys, change.line) for change in config.keys] == [
        ("zoom", ("x",), 6),
        ("note", ("ctrl+n", "a"), 7),
    ]
    assert len(problems) == 2
    assert "line 3: there is no setting 'lok'; did you mean 'lock'?" in problems[0]
    assert "line 4: 'column' must be from 20 to 200" in problems[1]


@pytest.mark.parametrize("text", ["theme: [", "- a\n- b", "\x00"])
def test_a_broken_file_is_named_and_the_defaults_hold(tmp_path: Path, text: str) -> None:
    """The app can start whatever is in the file."""
    path = tmp_path / "config.yaml"
    path.write_text(text, encoding="utf-8")
    config, problems = read(path)
    assert config == Config()
    assert len(problems) == 1
    assert "config.yaml" in problems[0]
