"""Golden frames: what the terminal shows, as text files that a change shows up in.

After a change that is meant: `GOLDEN=write pytest tests/tui`, and read the difference before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

from textual.pilot import Pilot

from tests.tui.conftest import frame

_FOLDER = Path(__file__).parent / "frames"

SIZES = ((80, 24), (120, 36), (200, 50))
"""The three terminals that every view is looked at in."""


def assert_frame(pilot: Pilot[None], name: str) -> None:
    """The screen is as it is kept under this name."""
    shown = frame(pilot) + "\n"
    path = _FOLDER / f"{name}.txt"
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert path.exists(), f"there is no {path}; GOLDEN=write makes it"
    assert shown == path.read_text(encoding="utf-8")
