"""Removed text is shown, put back, and taken out again; the place is kept, and what was corrected still holds."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reader.compare import compare
from reader.intake import load
from reader.model import Article, Comparison, Removed
from reader.notes import Store
from reader.tui.reading import Reading
from reader.tui.screens import comparing
from tests.conftest import ROOT
from tests.tui.conftest import Opened, frame, room
from tests.tui.test_correcting import Prompt

CAPTION = "A lifeboat stands on the quay."


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch) -> Reading:
    """A story of which a caption and a menu were removed from the beginning of each article."""
    monkeypatch.setattr(comparing, "Job", Prompt)
    removed = (Removed("Menu\n", "navigation", 0), Removed(f"{CAPTION}\n\n", "caption", 0))
    found = load([str(ROOT / "tests" / "data" / "ferry")]).articles
    articles = tuple(replace(article, removed=removed) for article in found)
    reading = Reading(articles, Store.open(None))
    reading.compare(compare(articles))
    return reading


async def test_a_stretch_goes_back_and_out_again(cut: Reading, opened: Opened) -> None:
    """The chosen one alone is back where it stood and is compared; the reader stays on the same words."""
    async with opened(cut) as pilot:
        await pilot.press("n", "n", "c")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        before, here = cut.article, cut.current
        id, text, offset = before.id, before.text, cut.cursor.offset
        assert here
        assert CAPTION not in frame(pilot)
        await pilot.press("r")
        await pilot.pause()
        assert CAPTION in frame(pilot)
        assert "Menu" in frame(pilot)
        await pilot.press("j", "enter")
        await pilot.pause()
        assert "caption, back in the text" in frame(pilot)
        await pilot.press("r")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert cut.article.id == id
        assert cut.article.text == f"{CAPTION}\n\n{text}"
        assert [piece.text for piece in cut.article.removed] == ["Menu\n"]
        assert any(passage.text == CAPTION for passage in cut.all.passages)
        assert [member.text for member in cut.current] == [member.text for member in here]
        assert cut.cursor.offset == offset + len(CAPTION) + 2
        assert cut.state()["offset"] == offset
        assert cut.stop is not None
        assert cut.stop.alignment is not None
        assert cut.stop.alignment.confirmed
        room(pilot).view.do_top()  # type: ignore[attr-defined]
        await pilot.pause()
        assert CAPTION[:12] in frame(pilot)
        await pilot.press("ctrl+z")
        await pilot.app.workers.wait_for_complete()
        assert not cut.amendments.corrections
        await pilot.press("r", "j", "enter", "q")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert cut.article == before
        assert cut.cursor.offset == offset


async def test_all_go_back(cut: Reading, opened: Opened) -> None:
    """One key puts everything back that a reader may see, and closing the page without a change compares nothing."""
    async with opened(cut) as pilot:
        text = cut.article.text
        await pilot.press("r", "X", "q")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert cut.article.text == f"Menu\n{CAPTION}\n\n{text}"
        after = cut.all
        await pilot.press("r", "X", "X", "escape")
        await pilot.app.workers.wait_for_complete()
        assert cut.all is after


async def test_one_article_alone(opened: Opened) -> None:
    """Without anything to compare, removed text goes back all the same."""
    article = Article("a", "a.txt", "A storm.", "Herald", removed=(Removed("Caption\n", "caption", 8),))
    reading = Reading((article,), Store.open(None))
    reading.compare(Comparison((article,)))
    async with opened(reading) as pilot:
        await pilot.press("r", "enter", "q")
        await pilot.pause()
        assert reading.article.text == "A storm.\n\nCaption\n"
        assert "Caption" in frame(pilot)


def test_it_is_back_the_next_time(cut: Reading) -> None:
    """What was put back is there when the session is taken up, before anything is compared, at the same place."""
    id = cut.articles[0].id
    cut.restoration.turn(id, frozenset({1}))
    cut.compare(compare(cut.restoration.articles))
    words = cut.articles[0].text[200:230]
    cut.go_to(id, 200)
    state = json.loads(json.dumps(cut.state()))
    again = Reading([cut.restoration.original(article.id) for article in cut.articles], Store.open(None))
    again.resume(state)
    assert again.articles[0].text.startswith(CAPTION)
    assert again.articles[0].text[again.cursor.offset :].startswith(words)
    again.compare(compare(again.restoration.articles))
    assert again.articles == cut.articles
    assert again.cursor.offset == cut.cursor.offset
    assert again.state() == cut.state()


@pytest.mark.parametrize("kept", [None, [], {"courier": 1}, {"courier": [[1, "Another caption."], 7, [9, "Menu\n"]]}])
def test_what_is_no_longer_removed_stays_as_it_is(cut: Reading, kept: object) -> None:
    """A session of other words, or a damaged one, puts nothing back."""
    before = cut.articles
    cut.resume({"restored": kept})
    assert cut.articles == before
