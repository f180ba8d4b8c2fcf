"""The comparison in its own process: progress, the result, stopping it, and failures that are told."""

from __future__ import annotations

import pytest

from reader.errors import Cancelled
from reader.model import Article, Comparison, Progress
from reader.tui.background import ComparisonFailed, Job

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
