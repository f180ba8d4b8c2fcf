"""A failure of the app: one sentence, and what happened in the log."""

from __future__ import annotations

import contextlib

import pytest

from reader import paths
from reader.tui.app import Rashomon
from reader.tui.reading import Reading
from reader.tui.screens.reading import ReadingScreen
from tests.tui.conftest import Opened


class Broken(Exception):
    """What no code is prepared for."""


async def fail(reading: Reading, opened: Opened) -> str:
    """Press a key whose command is broken; what the app has to tell."""
    app = None
    with contextlib.suppress(Broken):
        async with opened(reading) as pilot:
            app = pilot.app
            await pilot.press("w")
    assert isinstance(app, Rashomon)
    return app.failure


@pytest.fixture(autouse=True)
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Something that cannot be done."""

    def do_why(_: ReadingScreen) -> None:
        raise Broken("the wheel came off")

    monkeypatch.setattr(ReadingScreen, "do_why", do_why)


async def test_what_happened_is_kept(reading: Reading, opened: Opened) -> None:
    """The traceback goes into the log, and the reader is told where that is."""
    assert f"is told in '{paths.log_file()}'" in await fail(reading, opened)
    assert "Broken: the wheel came off" in paths.log_file().read_text(encoding="utf-8")


async def test_a_log_that_cannot_be_written(reading: Reading, opened: Opened) -> None:
    """The sentence says so, and why."""
    paths.log_file().parent.parent.mkdir(parents=True, exist_ok=True)
    paths.log_file().parent.write_text("a file where a folder should be", encoding="utf-8")
    assert "cannot be written" in await fail(reading, opened)
