"""The comparison in its own process: progress, the result, stopping it, and failures that are told."""

from __future__ import annotations

import threading

import pytest

from reader.errors import Cancelled, MissingExtra
from reader.intake import load
from reader.language import vectors
from reader.model import Article, Comparison, Progress
from reader.notes import Store
from reader.tui.background import ComparisonFailed, Job
from reader.tui.opening import open_app
from reader.tui.reading import Reading
from reader.tui.screens import comparing
from tests.tui.conftest import Opened, frame

TEXT = (
    "The bridge was closed on Monday after a storm. Nobody was hurt, police said.\n\nTraffic is led through the valley."
)


def articles() -> tuple[Article, ...]:
    """Two articles that share everything."""
    return tuple(Article(id, id, TEXT, id.upper()) for id in "ab")


def test_a_job_tells_its_progress_and_gives_the_comparison() -> None:
    """What the process finds is what `compare` finds, and it says on the way how far it is."""
    from reader.compare import compare

    told: list[Progress] = []
    found = Job(articles()).wait(told.append)
    assert found == compare(articles())
    assert isinstance(found, Comparison)
    assert len(told) > 1
    assert told[-1].done == told[-1].total


@pytest.mark.skipif(not vectors.available(), reason="the extra 'semantic' is not installed")
def test_a_job_compares_by_meaning_too() -> None:
    """Where it is asked to, as `compare` does."""
    from reader.compare import compare

    found = load(["tests/data/ferry"]).articles
    by_meaning = Job(found, meaning=True).wait(lambda _: None)
    assert by_meaning == compare(found, semantic=True)
    assert by_meaning != compare(found)


def test_the_app_says_what_comparing_by_meaning_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it opens, and before anything is read."""
    monkeypatch.setattr(vectors, "available", lambda: False)
    with Store.open(None) as store, pytest.raises(MissingExtra, match=r"pip install 'rashomon\[semantic\]'"):
        open_app(["nowhere.txt"], store, warn=print, meaning=True)


def test_a_job_that_is_stopped_says_so() -> None:
    """Stopping ends the process at once."""
    job = Job(articles())
    job.cancel()
    with pytest.raises(Cancelled):
        job.wait(lambda _: None)


def test_a_failure_in_the_process_is_one_sentence() -> None:
    """Whatever goes wrong over there is told here, and no traceback reaches a terminal."""
    with pytest.raises(ComparisonFailed, match="the comparison failed"):
        Job([object()]).wait(lambda _: None)  # type: ignore[list-item]


@pytest.mark.parametrize(
    "keys", ["n", "] d", ")", "f", "=", "%", "E", "] e", "B", "a", "x", "X", "c", "w", "enter", "s"]
)
async def test_before_the_comparison(comparison: Comparison, opened: Opened, keys: str) -> None:
    """What only a comparison could tell is not told: neither that there is none of it, nor to step to it first."""
    async with opened(Reading(comparison.articles, Store.open(None))) as pilot:
        await pilot.press(*keys.split())
        assert "The texts have not been compared." in frame(pilot)


async def test_a_comparison_that_was_stopped_begins_again(
    comparison: Comparison, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Escape stops it, which may have been one Escape too many; the next one takes that back."""
    jobs: list[_Slow] = []

    def begin(*_: object, **__: object) -> _Slow:
        jobs.append(_Slow(comparison))
        return jobs[-1]

    monkeypatch.setattr(comparing, "Job", begin)
    reading = Reading(comparison.articles, Store.open(None))
    async with opened(reading) as pilot:
        await pilot.press("escape", "n")
        assert "The texts are still being compared." in frame(pilot)
        await pilot.press("escape")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert frame(pilot).count("There is no comparison: it was stopped") == 2
        assert "Escape begins it again" in frame(pilot)
        await pilot.press("escape")
        jobs[-1].ended.set()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert reading.compared
        assert "4 alignments" in frame(pilot)


class _Slow:
    """A comparison that takes until it is let go or stopped."""

    def __init__(self, found: Comparison) -> None:
        self.found = found
        self.ended = threading.Event()
        self.stopped = False

    def wait(self, _: object) -> Comparison:
        self.ended.wait(60)
        if self.stopped:
            raise Cancelled
        return self.found

    def cancel(self) -> None:
        self.stopped = True
        self.ended.set()
