"""The README tells the truth: its parts are generated, its commands run, and what it shows is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests import readme
from tests.conftest import ROOT, Run

TEXT = readme.README.read_text(encoding="utf-8")
COMMANDS = sorted(
    set(re.findall(r"(?m)^(?:\$ )?(rashomon (?:compare|verify|extract|keys|themes|evaluate)\b[^\n#]*[^\n# ])", TEXT))
)
"""Those that need neither a terminal nor the network."""


def test_generated_parts_are_up_to_date() -> None:
    """The keys, the example and the figures are those of the program as it is: `python -m tests.readme` writes them."""
    assert readme.written(TEXT) == TEXT


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run(rashomon: Run, tmp_path: Path, command: str) -> None:
    """Every command that is shown runs in a folder that has the seeds."""
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    if command.startswith("rashomon verify"):
        assert rashomon("compare", "seeds", "-o", "report.html", cwd=tmp_path).returncode == 0
    done = rashomon(*shlex.split(command)[1:], cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_the_library_is_used_as_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown in Python runs, and prints the comparison."""
    monkeypatch.chdir(ROOT)
    (shown,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    exec(shown, {})
    assert "## What several agree on" in capsys.readouterr().out


def test_links_lead_somewhere() -> None:
    """Every file that the README links to or shows is in the project."""
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in target]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
