"""Outside programs and what they are given: commands, editors, citations, the clipboard's stand-in."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.config import keep_theme, read
from reader.model import Comparison
from reader.tui.app import Rashomon
from reader.tui.citing import citation
from reader.tui.outside import OutsideFailed, edited, piped
from reader.tui.reading import Reading
from tests.tui.conftest import Opened, frame, span


def test_a_citation_says_where_each_passage_is_from(comparison: Comparison) -> None:
    """One line a passage: the words, then outlet, title, place, day and source."""
    text = citation([span("herald", "A café nearby lost its roof."), span("post", "The bridge is closed.")], comparison)
    assert text == (
        "“A café nearby lost its roof.” (The Herald, “Bridge closed after storm”, Valley, 4 Mar 2024, herald.txt)\n"
        "“The bridge is closed.” (Evening Post, Valley, 4 Mar 2024, post.txt)\n"
    )


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("tr a-z A-Z", "THE BRIDGE"),
        ("exit 3", "(it said nothing)\n\n(exit status 3)"),
        ("printf 'a\\033[2Jb\\007'", "a[2Jb"),
        ("echo no >&2", "no"),
    ],
)
def test_a_command_gets_the_text_and_its_answer_is_harmless(command: str, said: str) -> None:
    """What it prints comes back without control sequences, and a failure with its status."""
    assert piped(command, "the bridge\n") == said


async def test_a_browser_runs_no_commands(reading: Reading, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reaches the page would run them as the one who serves it."""
    monkeypatch.setattr(Rashomon, "is_web", property(lambda _: True))
    async with opened(reading) as pilot:
        await pilot.press("n", "|")
        await pilot.pause()
        assert "Commands are not run from a browser." in frame(pilot)


def test_an_editor_gets_the_note_and_gives_it_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is saved there is the note."""
    editor = tmp_path / "my editor"
    editor.write_text('#!/bin/sh\necho more >> "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{editor}'")
    assert edited("some") == "some\nmore\n"


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("no-such-editor", "cannot be run"),
        ("'vi", "No closing quotation"),
        ("false", "exit status 1"),
        ("rm", "left no text"),
    ],
)
def test_an_editor_that_fails_is_named(editor: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, and nothing is changed."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    with pytest.raises(OutsideFailed, match=said):
        edited("some")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "theme: paper\n"),
        ("# mine\nlock: false\n", "theme: paper\n# mine\nlock: false\n"),
        ("lock: false\ntheme: dusk\n# end", "lock: false\ntheme: paper\n# end"),
    ],
)
def test_a_chosen_theme_is_kept_and_nothing_else_changes(tmp_path: Path, before: str | None, after: str) -> None:
    """Its line is replaced or put first; comments and other lines stay."""
    path = tmp_path / "deep" / "config.yaml"
    if before is not None:
        path.parent.mkdir()
        path.write_text(before, encoding="utf-8")
    keep_theme("paper", path)
    assert path.read_text(encoding="utf-8") == after
    assert read(path)[0].theme == "paper"


def test_settings_that_are_kept_elsewhere_are_written_there(tmp_path: Path) -> None:
    """A link to them stays a link."""
    kept, path = tmp_path / "dotfiles.yaml", tmp_path / "config.yaml"
    kept.write_text("theme: dusk\n", encoding="utf-8")
    path.symlink_to(kept)
    keep_theme("paper", path)
    assert path.is_symlink()
    assert kept.read_text(encoding="utf-8") == "theme: paper\n"
