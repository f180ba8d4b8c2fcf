"""The whole program in a real terminal: from the first picture to a terminal left as it was."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.intake import load
from reader.notes import Store
from reader.paths import store_file
from tests.tui.terminal import ROOT, Terminal

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="pseudo terminals are of Unix")]

FERRY = str(ROOT / "tests" / "data" / "ferry")


def test_a_session_from_start_to_end(tmp_path: Path) -> None:
    """It opens, compares, walks, searches, corrects, takes notes, exports, quits, and the terminal is clean."""
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\necho "Written in the editor." >> "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    target = tmp_path / "story.json"
    with Terminal([FERRY], EDITOR=str(editor)) as terminal:
        terminal.until("alignment")
        terminal.type("n")
        here = terminal.until("1 of ").splitlines()[-1]
        for key, shown, gone in (
            ("v", "beside it:", None),
            ("v", "facts by reading order", None),
            ("v", "given by", None),
            ("v", here, "given by"),
            ("/", "/", here),
            ("ferry\r", " matches", None),
            # Escape and a key right after it would be one key with Alt: what it does is waited for.
            ("\x1b", "n next", " matches"),
            ("\x0f", here, None),
            ("f", "at least so sure", None),
            ("\x1b", here, "at least so sure"),
            ("c", "Confirmed.", None),
            ("\x1a", "Undone: confirmed.", None),
            ("t", "contrast", None),
            ("\x1b", here, "contrast"),
            ("?", "Space turns a page", None),
            ("q", here, "Space turns a page"),
            ("w", "how sure", None),
            ("q", here, "how sure"),
            ("i", "Enter keeps it", None),
            ("Ask the harbour.\r", "Note kept.", None),
        ):
            terminal.type(key)
            terminal.until(shown, gone)
        terminal.type("e")
        again = "\x1b[?1049h"
        terminal.wait(
            lambda: terminal.raw.count(again) == 2 and "Note kept." in terminal.raw.rpartition(again)[2],
            "the app after the editor",
        )
        terminal.type("s")
        terminal.until("Enter writes it")
        terminal.type(f"\x15{target}\r")
        terminal.until("Written to")
        terminal.type("q")
        assert terminal.leave() == 0
        # The alternate screen is left, the cursor is shown, the mouse is let go, and lines are edited again.
        assert terminal.raw.rindex("\x1b[?1049l") > terminal.raw.rindex("\x1b[?1049h")
        assert terminal.raw.rindex("\x1b[?25h") > terminal.raw.rindex("\x1b[?25l")
        assert terminal.raw.rindex("\x1b[?1000l") > terminal.raw.rindex("\x1b[?1000h")
        assert termios.tcgetattr(terminal._follower) == terminal.before
        assert "Traceback" not in terminal.raw
    notes = [note["body"] for note in json.loads(target.read_text(encoding="utf-8"))["notes"]]
    assert notes == ["Ask the harbour.\nWritten in the editor."]


def test_a_session_is_taken_up_again() -> None:
    """Opened again, the same articles stand where they were left."""
    with Terminal([FERRY]) as terminal:
        terminal.until("alignment")
        terminal.type("4n")
        left = terminal.until("4 of ").splitlines()[-1]
        terminal.type("q")
        assert terminal.leave() == 0
    with Terminal([FERRY]) as terminal:
        terminal.until("Opened where you left it.")
        terminal.type("M")
        assert terminal.until(left).splitlines()[-1] == left
        terminal.type("q")
        assert terminal.leave() == 0


def _kept() -> Mapping[str, object]:
    """What is kept of the session by now."""
    with Store.open(store_file()) as store:
        session = store.session(load([FERRY]).articles)
    return session.state if session else {}


def test_a_killed_session_is_taken_up_again() -> None:
    """A lost connection costs seconds of reading: the place is kept meanwhile, not only at the end."""
    with Terminal([FERRY]) as terminal:
        terminal.until("alignment")
        terminal.type("4n")
        left = terminal.until("4 of ").splitlines()[-1]
        terminal.wait(lambda: bool(_kept().get("stop")), "the place in the store")
        terminal.process.kill()
        assert terminal.leave() == -signal.SIGKILL
    with Terminal([FERRY]) as terminal:
        terminal.until("Opened where you left it.")
        terminal.type("M")
        assert terminal.until(left).splitlines()[-1] == left


def test_a_terminated_app_leaves_the_terminal_as_it_was() -> None:
    """SIGTERM, as at a shutdown, ends the app as q does."""
    with Terminal([FERRY]) as terminal:
        terminal.until("alignment")
        terminal.process.terminate()
        assert terminal.leave() == 0
        assert terminal.raw.rindex("\x1b[?1049l") > terminal.raw.rindex("\x1b[?1049h")
        assert termios.tcgetattr(terminal._follower) == terminal.before


def test_removed_text_stays_back(tmp_path: Path) -> None:
    """What was put back is back in the text when the same articles are opened again."""
    for number in range(2):
        text = "Back To Top\n\nThe ferry ran aground in thick fog on Monday, and nobody on board was hurt.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    with Terminal([str(tmp_path)]) as terminal:
        terminal.until("alignment")
        terminal.type("r")
        terminal.until("page furniture")
        terminal.type("X")
        terminal.until("back in the text")
        terminal.type("r")
        terminal.until("alignment", gone="page furniture")
        terminal.type("q")
        assert terminal.leave() == 0
    with Terminal([str(tmp_path)]) as terminal:
        terminal.until("Back To Top")
        terminal.type("q")
        assert terminal.leave() == 0


def test_hostile_text_does_not_reach_the_terminal(tmp_path: Path) -> None:
    """Escape sequences in an article are not sent to the terminal."""
    for number in range(2):
        text = "Title\n\nThe ferry sank \x1b]0;owned\x07 in the bay \x9b31m on Monday \x1b[2J with no one aboard.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    with Terminal([str(tmp_path)]) as terminal:
        terminal.until("The ferry sank")
        # Before the comparison is there, a step only says so.
        terminal.until("alignment")
        terminal.type("n")
        terminal.until("1 of ")
        terminal.type("q")
        assert terminal.leave() == 0
        assert "owned\x07" not in terminal.raw
        assert "\x9b" not in terminal.raw


def test_hostile_names_do_not_reach_the_terminal() -> None:
    """Nor are those in the name of a source that could not be read, which is told again on leaving."""
    with Terminal([FERRY, "no\x1b]0;owned\x07where.txt"]) as terminal:
        terminal.until("alignment")
        terminal.type("q")
        assert terminal.leave() == 0
        assert "where.txt" in terminal.raw[terminal.raw.rindex("\x1b[?1049l") :]
        assert "owned\x07" not in terminal.raw


@pytest.mark.parametrize("settings", [{"NO_COLOR": "1"}, {"TERM": "vt100"}, {"TERM": "xterm", "COLORTERM": ""}])
def test_few_colours_or_none(settings: dict[str, str]) -> None:
    """Without colours, and with sixteen, marks and the bar say what the colours say."""
    with Terminal([FERRY], **settings) as terminal:
        terminal.until("alignment")
        terminal.type("]d")
        shown = terminal.until("1 of ")
        assert "▌" in shown
        assert "≠" in shown
        if "NO_COLOR" in settings:
            hues = {cell.fg for line in terminal.screen.buffer.values() for cell in line.values()} - {"default"}
            assert all(hue[0:2] == hue[2:4] == hue[4:6] for hue in hues), hues
        terminal.type("q")
        assert terminal.leave() == 0


def test_a_broken_config_and_theme_are_named_and_the_app_starts(home: Path) -> None:
    """What is wrong stands in the panel, and the texts can be read."""
    folder = home / "config" / "rashomon"
    (folder / "themes").mkdir(parents=True)
    (folder / "config.yaml").write_text("theme: paper\nkeys:\n  nxt: x\n", encoding="utf-8")
    (folder / "themes" / "mine.yaml").write_text("colours: 1\n", encoding="utf-8")
    with Terminal([FERRY], size=(160, 40)) as terminal:
        shown = terminal.until("did you mean 'next'?")
        assert "config.yaml, line 3: there is no command 'nxt'; did you mean 'next'?" in shown
        assert "mine.yaml, line 1" in shown
        terminal.type("q")
        assert terminal.leave() == 0


def test_what_cannot_be_read_is_told_while_and_after_the_app_runs() -> None:
    """A low terminal has one line for it, and whoever stepped on no longer sees it."""
    with Terminal([FERRY, "first.txt", "second.txt", "third.txt"], size=(80, 24)) as terminal:
        shown = terminal.until("alignments")
        assert "(1 of 3) there is no file or folder 'first.txt'" in shown
        assert "second.txt" not in shown
        terminal.type("q")
        ended = terminal.until("rashomon: there is no file or folder 'third.txt'")
        assert all(f"rashomon: there is no file or folder '{name}.txt'" in ended for name in ("first", "second"))
        assert terminal.leave() == 0


def test_one_article_alone_opens() -> None:
    """There is nothing to compare it with, and the app says so."""
    with Terminal([f"{FERRY}/coast.txt"]) as terminal:
        terminal.until("nothing to compare")
        terminal.type("q")
        assert terminal.leave() == 0


def test_without_a_terminal_the_app_says_what_to_do() -> None:
    """Piped, and where a terminal cannot place text, it ends with one sentence and status 2."""
    said = "rashomon: the app needs a terminal; 'rashomon compare' prints the comparison without one"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "reader", FERRY]
    done = subprocess.run(
        command, capture_output=True, text=True, stdin=subprocess.DEVNULL, env=environment, check=False
    )
    assert done.returncode == 2
    assert done.stderr == f"{said}\n"
    with Terminal([FERRY], TERM="dumb") as terminal:
        assert terminal.leave() == 2
        assert "the app needs a terminal" in terminal.text
