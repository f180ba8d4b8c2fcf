"""The command line itself: help, version, and mistakes told in one sentence."""

from __future__ import annotations

import pytest

from reader import __version__
from reader.cli.table import COMMANDS
from tests.conftest import Run


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
