"""The command line itself: help, version, and mistakes told in one sentence."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__
from reader.cli.table import COMMANDS
from reader.language import multilingual
from tests.conftest import ROOT, Run

GOOD, BAD = "tests/data/ferry", "no-such-file.txt"


class TestOverview:
    def test_fits_one_screen(self, rashomon: Run) -> None:
        """The help fits a terminal of 80×24 and names every command."""
        done = rashomon("--help")
        lines = done.stdout.splitlines()
        assert done.returncode == 0
        assert len(lines) <= 24
        assert max(map(len, lines)) <= 80
        assert all(f"  {command.name}" in done.stdout for command in COMMANDS)

    def test_version(self, rashomon: Run) -> None:
        """The version is the package's."""
        assert rashomon("--version").stdout == f"rashomon {__version__}\n"

    @pytest.mark.parametrize("command", [command.name for command in COMMANDS])
    def test_every_command_has_help(self, rashomon: Run, command: str) -> None:
        """Every command in the overview explains itself."""
        done = rashomon(command, "--help")
        assert done.returncode == 0
        assert done.stdout.startswith(f"usage: rashomon {command}")


class TestMistakes:
    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            (["comapre", "seeds"], "did you mean 'compare'?"),
            (["frobnicate"], "'rashomon --help' lists the commands"),
            (["compare", "seeds", "--fromat", "json"], "did you mean '--format'?"),
            (["compare", "seeds", "--format", "docx"], "docx"),
            (["compare", "no-such-file.txt"], "no-such-file.txt"),
            (["compare", "seeds", "-o", "/no/such/folder/out.txt"], "/no/such/folder/out.txt"),
            (["evaluate", "no-such-key.yaml"], "no-such-key.yaml"),
            (["extract", "seeds", "--format", "jsno"], "there is no format 'jsno'; did you mean 'json'?"),
            (["evaluate", "seeds", "--format", "xml"], "there is no format 'xml'; there are text, json"),
            (["notes", "lst"], "there is no verb 'lst'; did you mean 'list'?"),
            (["notes", "list", "--status", "new"], "there is no status 'new'; there are open, checked, quoted"),
            (["x" * 300], "cannot be used (File name too long)"),
            (["evaluate", "x" * 300], "cannot be used (File name too long)"),
        ],
    )
    def test_one_sentence_and_status_2(self, rashomon: Run, arguments: list[str], expected: str) -> None:
        """A mistake is one line on standard error that says what to do; nothing is printed elsewhere."""
        done = rashomon(*arguments)
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.startswith("rashomon: ")
        assert done.stderr.count("\n") == 1
        assert expected in done.stderr

    def test_what_was_asked_for_is_no_command_to_the_terminal(self, rashomon: Run) -> None:
        """A remark that repeats it has no control characters."""
        assert rashomon("find", "\x1b[31mferry").stderr == "rashomon: the library has nothing with '[31mferry'\n"

    def test_a_name_that_says_no_format(self, command: Run, tmp_path: Path) -> None:
        """What a file is to hold is asked, not guessed."""
        done = command("compare", "seeds", "-o", tmp_path / "report.docx")
        assert done.returncode == 2
        assert "end it with one of .txt" in done.stderr


class TestSources:
    @pytest.mark.parametrize(
        ("arguments", "done"),
        [
            (["compare", GOOD, BAD], "ARTICLES"),
            (["extract", BAD, GOOD], "== "),
            (["add", BAD, GOOD], "1  added"),
            (["story", "new", GOOD, BAD, "-o", "{folder}/story.yaml"], "3 articles"),
            (["notes", "list", GOOD, BAD], "0 notes"),
            (["notes", "export", GOOD, BAD], '"notes"'),
        ],
    )
    def test_one_that_is_missing_among_others(
        self, command: Run, tmp_path: Path, arguments: list[str], done: str
    ) -> None:
        """As with grep, it is named and the others are done; the exit status tells a script that one is missing."""
        found = command(*(argument.format(folder=tmp_path) for argument in arguments))
        assert found.stderr == f"rashomon: there is no file or folder '{BAD}'; check the path\n"
        assert done in found.stdout
        assert found.returncode == 2

    def test_a_file_of_notes_that_is_missing_among_others(self, command: Run, tmp_path: Path) -> None:
        """The notes of the others are taken."""
        command("notes", "export", "-o", tmp_path / "notes.json")
        found = command("notes", "import", "missing.json", tmp_path / "notes.json")
        assert found.stderr.startswith("rashomon: missing.json cannot be read")
        assert "notes.json: 0 new" in found.stdout
        assert found.returncode == 2

    def test_a_source_that_an_export_names_is_missing(self, command: Run, tmp_path: Path) -> None:
        """Its quotations are missing, which says more than that the source is."""
        shutil.copytree(ROOT / GOOD, tmp_path / "ferry")
        command("compare", "ferry", "-o", "report.md", cwd=tmp_path)
        assert command("verify", "report.md", cwd=tmp_path).returncode == 0
        next((tmp_path / "ferry").glob("*.txt")).unlink()
        found = command("verify", "report.md", cwd=tmp_path)
        assert "there is no file or folder" in found.stderr
        assert found.returncode == 1

    def test_what_is_read_and_cannot_be_compared(self, command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """Articles in two languages stand beside each other; what would compare them is named, and nothing failed."""
        monkeypatch.setattr(multilingual, "installed", lambda: False)
        found = command("compare", "tests/data/ferry/courier.txt", "tests/data/ferry_abroad/kuestenbote.txt")
        assert "pip install 'rashomon[multilingual]'" in found.stderr
        assert found.returncode == 0


def _piped(shell: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        shell.replace("rashomon", f"'{sys.executable}' -m reader"),
        shell=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


class TestOutput:
    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
    @pytest.mark.parametrize("arguments", ["keys", "--version"])
    def test_a_full_disk_is_told(self, arguments: str) -> None:
        """What is printed and does not fit is one sentence and status 2, at the first line and at the last."""
        done = _piped(f"rashomon {arguments} >/dev/full")
        assert done.returncode == 2
        assert done.stderr == "rashomon: what is printed cannot be written (No space left on device)\n"

    @pytest.mark.parametrize("shell", ["rashomon keys | head -1", "rashomon keys | true", "rashomon keys >&-"])
    def test_nobody_listens(self, shell: str) -> None:
        """A reader who leaves early, or never came, is no error."""
        done = _piped(shell)
        assert done.returncode == 0
        assert done.stderr == ""

    def test_signs_that_cannot_be_shown(self) -> None:
        """A terminal without arrows gets question marks."""
        done = _piped("rashomon keys", PYTHONIOENCODING="ascii")
        assert done.returncode == 0
        assert "j  ?  " in done.stdout

    def test_standard_output_by_name(self) -> None:
        """A pipe is written to, and not replaced by a file."""
        done = _piped("rashomon compare tests/data/ferry --format json -o /dev/stdout | cat")
        assert done.stdout.startswith('{\n "format": "rashomon-comparison"')
