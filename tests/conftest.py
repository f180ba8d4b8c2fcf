"""What every test gets: a home of its own, so that nothing of the user's is read or written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold"

# The same examples on every run, however slow the machine is: a suite that fails now and then is not believed.
settings.register_profile(
    "rashomon", derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("rashomon")

FOREIGN = (
    *("NO_COLOR", "FORCE_COLOR", "COLORTERM", "CLICOLOR", "TTY_", "COLUMNS", "LINES", "TEXTUAL"),
    *("VISUAL", "EDITOR", "PAGER", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "PYTHONIOENCODING", "PYTHONWARNINGS"),
)
"""How variables begin that change what the program does or draws; a test that wants one sets it."""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home folder, for this process and all that it starts."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    for name in [name for name in os.environ if name.upper().startswith(FOREIGN)]:
        monkeypatch.delenv(name)
    return folder


@pytest.fixture
def rashomon() -> Run:
    """Runs the program as a user would, piped, and returns what it printed and its exit status."""

    def run(*arguments: str | Path, stdin: str | None = None, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-W", "error", "-m", "reader", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program in this process, as if piped: quick, where nothing depends on its start."""

    def run(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
        from reader.cli import main

        monkeypatch.chdir(cwd)
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, status, printed.out, printed.err)

    return run


@pytest.fixture(scope="session")
def gold() -> Path:
    """The human answer keys, which lie beside the project where it is developed and nowhere else."""
    if not GOLD.is_dir():
        pytest.skip("the answer keys are not on this machine")
    return GOLD
