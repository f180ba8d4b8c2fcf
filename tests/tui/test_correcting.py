"""Correcting: linked, taken apart, confirmed, undone; kept in the store, realigned without losing the place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from reader.compare import compare
from reader.export import render
from reader.intake import load
from reader.model import Article, Comparison, Correction, Report
from reader.notes import Store
from reader.tui.amendments import confirming, linking, taking_apart
from reader.tui.reading import Reading
from reader.tui.screens import comparing
from tests.conftest import ROOT
from tests.tui.conftest import Opened, frame, span

TOWN = "The town has owned the bridge since 1903."
UNION = "Union leaders have warned for months that the ship is too old."
SHARES = "The company's shares fell 6 percent."


class Prompt:
    """A comparison without a process of its own."""

    def __init__(
        self, articles: Sequence[Article], corrections: Sequence[Correction] = (), *, meaning: bool = False
    ) -> None:
        self._articles, self._corrections, self._meaning = articles, corrections, meaning

    def wait(self, report: Report) -> Comparison:
        """At once."""
        return compare(self._articles, report, self._corrections, semantic=self._meaning)

    def cancel(self) -> None:
        """There is nothing to stop."""


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> Reading:
    """A story as the engine compares it, and corrections compared without a process."""
    monkeypatch.setattr(comparing, "Job", Prompt)
    articles = load([str(ROOT / "tests" / "data" / "ferry")]).articles
    reading = Reading(articles, Store.open(None))
    reading.compare(compare(articles))
    return reading


def kept(reading: Reading) -> list[tuple[str, set[str]]]:
    """The corrections in the store: what was said, and of which passages."""
    corrections = reading.store.corrections(reading.all.articles)
    return [(correction.kind, {member.text for member in correction.members}) for correction in corrections]


def test_confirming_twice_takes_it_back(comparison: Comparison) -> None:
    """The second time the first correction is dropped."""
    alignment = comparison.alignments[0]
    first = confirming(alignment, ())
    assert first.kept == (Correction("confirmed", alignment.members),)
    assert confirming(alignment, first.kept).dropped == first.kept


def test_taking_one_out_of_three(comparison: Comparison) -> None:
    """The passage is parted from each of the others, and these stay together; of two, both are parted."""
    alignment = comparison.alignments[0]
    herald, courier, post = alignment.members
    assert taking_apart(alignment, courier, "Valley Courier").kept == (
        Correction("apart", (courier, herald)),
        Correction("apart", (courier, post)),
    )
    assert taking_apart(alignment).kept == (Correction("apart", alignment.members),)
    pair = comparison.alignments[1]
    assert taking_apart(pair, pair.members[0]).kept == (Correction("apart", pair.members),)


def test_a_link_needs_two_articles() -> None:
    """Passages of one article alone cannot be linked, nor a passage with itself."""
    town, patience = span("herald", TOWN), span("post", "The mayor asked for patience.")
    assert linking((town,), town) is None
    assert linking((town,), span("herald", "Nobody was hurt, the mayor said.")) is None
    amendment = linking((town,), patience)
    assert amendment is not None
    assert amendment.kept == (Correction("together", (town, patience)),)


async def test_linking(compared: Reading, opened: Opened) -> None:
    """a on one passage, a on another: they are aligned from then on, also when the articles are opened again."""
    async with opened(compared) as pilot:
        compared.go_to("coast-daily", compared.article.text.index(UNION))
        await pilot.press("a")
        assert "Link “Union leaders have warned" in frame(pilot)
        await pilot.press("a")
        assert "a link needs passages of two articles" in frame(pilot)
        await pilot.press("l", "l")
        for _ in range(30):
            if compared.pointed is None or compared.pointed.text != SHARES:
                await pilot.press(")")
        await pilot.press("(", ")", "a")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert kept(compared) == [("together", {UNION, SHARES})]
        assert any({member.text for member in stop.members} >= {UNION, SHARES} for stop in compared.stops)
        assert (compared.cursor.article, compared.pointed and compared.pointed.text) == ("northwire", SHARES)
    exported = json.loads(render(compared.all, [], "json"))
    assert [[member["text"] for member in said["members"]] for said in exported["corrections"]] == [[UNION, SHARES]]
    again = compare(compared.all.articles, None, compared.store.corrections(compared.all.articles))
    assert any({member.text for member in found.members} >= {UNION, SHARES} for found in again.alignments)


async def test_a_begun_link_can_be_left(compared: Reading, opened: Opened) -> None:
    """Escape leaves it, and nothing is kept."""
    async with opened(compared) as pilot:
        await pilot.press(")", "a", "escape")
        assert "Link “" not in frame(pilot)
        assert not compared.linking
        assert kept(compared) == []


async def test_taking_apart_undo_and_redo(compared: Reading, opened: Opened) -> None:
    """x parts them, Ctrl-z brings them together, Ctrl-y parts them again; the place is kept all along."""
    async with opened(compared) as pilot:
        await pilot.press("n")
        assert compared.stop is not None
        place = compared.cursor.article, compared.cursor.offset
        texts = {member.text for member in compared.stop.members}

        async def aligned(*keys: str) -> bool:
            await pilot.press(*keys)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            assert (compared.cursor.article, compared.cursor.offset) == place
            return any({member.text for member in found.members} >= texts for found in compared.all.alignments)

        assert not await aligned("X")
        assert "Taken apart. Ctrl-z undoes it." in frame(pilot)
        assert [kind for kind, _ in kept(compared)] == ["apart"]
        assert await aligned("ctrl+z")
        assert "Undone: taken apart." in frame(pilot)
        assert kept(compared) == []
        assert not await aligned("ctrl+y")
        assert [kind for kind, _ in kept(compared)] == ["apart"]
        await pilot.press("ctrl+y")
        assert "There is nothing to do again." in frame(pilot)


async def test_taking_one_passage_out(reading: Reading, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """x takes out the passage of the column in use; in a silent column it says what to do."""
    monkeypatch.setattr(comparing, "Job", Prompt)
    async with opened(reading) as pilot:
        await pilot.press("n", "l", "x")
        assert "Valley Courier taken out." in frame(pilot)
        assert len(kept(reading)) == 2
        assert all(any("21 minutes" in text for text in texts) for _, texts in kept(reading))


async def test_confirming(compared: Reading, opened: Opened) -> None:
    """c confirms, which shows at once and after realigning; c again takes it back."""
    async with opened(compared) as pilot:
        await pilot.press("n", "c")
        assert compared.stop is not None
        assert compared.stop.alignment is not None
        assert compared.stop.alignment.confirmed
        assert "confirmed" in frame(pilot)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert compared.stop.alignment.confirmed
        assert [kind for kind, _ in kept(compared)] == ["confirmed"]
        await pilot.press("c")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert not compared.stop.alignment.confirmed
        assert kept(compared) == []


async def test_next_doubtful(reading: Reading, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """]? goes to what may be wrong; once it is confirmed there is no more."""
    monkeypatch.setattr(comparing, "Job", Prompt)
    async with opened(reading) as pilot:
        await pilot.press("]", "?")
        assert reading.cursor.stop == "a3"
        reading.confirm(next(entry for entry in reading.all.alignments if entry.id == "a3"), True)
        await pilot.press("g", "]", "?")
        assert "There is no doubtful agreement." in frame(pilot)


@pytest.mark.parametrize("key", ["x", "X", "c"])
async def test_without_an_alignment(compared: Reading, opened: Opened, key: str) -> None:
    """What needs an alignment says so, and keeps nothing."""
    async with opened(compared) as pilot:
        await pilot.press(key)
        assert "Step to an alignment first" in frame(pilot)
        await pilot.press("ctrl+z")
        assert "There is no correction or note of this session to undo." in frame(pilot)
        assert kept(compared) == []


async def test_a_store_that_cannot_be_written_is_told(
    compared: Reading, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is pretended: the message says what is wrong."""
    async with opened(compared) as pilot:
        await pilot.press("n")
        compared.store.close()
        monkeypatch.setattr(type(compared.amendments), "corrections", ())
        await pilot.press("c")
        assert "cannot be used" in frame(pilot)
        assert compared.stop is not None
        assert compared.stop.alignment is not None
        assert not compared.stop.alignment.confirmed


def test_passages_are_walked_in_order(reading: Reading) -> None:
    """Each sentence of the article once, aligned or not, forwards and back."""
    texts = []
    while reading.step_passage(1):
        assert reading.pointed is not None
        texts.append(reading.pointed.text)
    assert texts == [passage.text for passage in reading.all.passages if passage.article == "herald"]
    assert reading.step_passage(-1)
    assert reading.pointed is not None
    assert reading.pointed.text == TOWN
    assert reading.current == (reading.pointed,)


def test_the_place_is_kept_when_alignments_are_numbered_anew(reading: Reading, comparison: Comparison) -> None:
    """After a new comparison one is on the same passages, whatever they are called now."""
    reading.step("alignment", 2)
    assert reading.cursor.stop == "a2"
    reading.use(2)
    first, *others = comparison.alignments
    renamed = [first, *(replace(entry, id=f"b{entry.id}") for entry in others)]
    reading.compare(Comparison(comparison.articles, comparison.events, tuple(renamed), comparison.unique))
    assert (reading.cursor.article, reading.cursor.stop) == ("post", "ba2")


def test_the_jump_list_does_not_mistake_new_alignments_for_old_ones(reading: Reading, comparison: Comparison) -> None:
    """Going back after a new comparison leads to the place, whatever alignment now has the name of the one there."""
    reading.step("alignment", 2)
    reading.use(2)
    assert (reading.cursor.article, reading.cursor.stop) == ("post", "a2")
    reading.go(reading.stops[-1])
    others = span("herald", TOWN), span("courier", "Traffic is led through the valley for weeks.")
    first, second, *rest = comparison.alignments
    renamed = (first, replace(second, members=others), *rest, replace(second, id="a9"))
    reading.compare(replace(comparison, alignments=renamed, unique=()))
    assert reading.back()
    assert reading.cursor.article == "post"
    assert reading.stop is not None
    assert reading.stop.of("post")
