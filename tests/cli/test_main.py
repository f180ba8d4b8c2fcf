"""The command line itself: help, version, and mistakes told in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__
from reader.cli.table import COMMANDS
from tests.conftest import ROOT, Run


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

    def test_a_name_that_says_no_format(self, command: Run, tmp_path: Path) -> None:
        """What a file is to hold is asked, not guessed."""
        done = command("compare", "seeds", "-o", tmp_path / "report.docx")
        assert done.returncode == 2
        assert "end it with one of .txt" in done.stderr


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
