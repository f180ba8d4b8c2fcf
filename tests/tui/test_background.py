"""The comparison in its own process: progress, the result, stopping it, and failures that are told."""

from __future__ import annotations

import pytest

from reader.errors import Cancelled, MissingExtra
from reader.intake import load
from reader.language import vectors
from reader.model import Article, Comparison, Progress
from reader.notes import Store
from reader.tui.background import ComparisonFailed, Job
from reader.tui.opening import open_app

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
        open_app(["nowhere.txt"], store, meaning=True)


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
