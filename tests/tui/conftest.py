"""A small invented story with findings made by hand, and the app on it without a terminal."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path

import pytest
from textual.app import ScreenStackError
from textual.pilot import Pilot

from reader.config import Config
from reader.model import Alignment, Article, Comparison, Difference, Event, Evidence, Span, UniqueDetail, Value
from reader.notes import Store
from reader.tui import themes
from reader.tui.app import Rashomon
from reader.tui.keys import key_map
from reader.tui.reading import Reading
from reader.tui.screens import commanded
from reader.tui.screens.reading import ReadingScreen

TEXTS = {
    "herald": (
        "Bridge closed after storm\n\nThe old bridge was closed on Monday after 20 minutes of hail.\n\n"
        "Nobody was hurt, the mayor said. The town has owned the bridge since 1903.\n\nA café nearby lost its roof."
    ),
    "courier": (
        "Hail shuts crossing\n\nHail fell for 21 minutes, and the old bridge was shut on Monday.\n\n"
        "According to police, there were no injuries.\n\nTraffic is led through the valley for weeks."
    ),
    "post": "The bridge is closed. The mayor asked for patience.\n\nPolice counted no injured people.",
}
TITLES = {"herald": "Bridge closed after storm", "courier": "Hail shuts crossing", "post": None}
OUTLETS = {"herald": "The Herald", "courier": "Valley Courier", "post": "Evening Post"}


def span(article: str, text: str) -> Span:
    """Where a text stands in an article."""
    start = TEXTS[article].index(text)
    return Span(article, start, start + len(text), text)


def value(article: str, text: str, meaning: str) -> Value:
    """A detail of an article."""
    place = span(article, text)
    return Value(place.article, place.start, place.end, place.text, meaning)


def made() -> Comparison:
    """Three articles, four alignments and two unique details."""
    articles = tuple(
        Article(id, f"{id}.txt", text, OUTLETS[id], title=TITLES[id], published="2024-03-04", place="VALLEY")
        for id, text in TEXTS.items()
    )
    hail = Difference(
        "number",
        "compatible",
        "20 and 21 minutes: rounding",
        (value("herald", "20 minutes", "20 min"), value("courier", "21 minutes", "21 min")),
    )
    voice = Difference(
        "attribution",
        "framing",
        "the mayor, or the police",
        (value("herald", "the mayor said", "mayor"), value("courier", "According to police", "police")),
    )
    alignments = (
        Alignment(
            "a1",
            "e1",
            "event",
            "difference",
            0.9,
            (
                span("herald", "The old bridge was closed on Monday after 20 minutes of hail."),
                span("courier", "Hail fell for 21 minutes, and the old bridge was shut on Monday."),
                span("post", "The bridge is closed."),
            ),
            (hail,),
            origins=2,
            evidence=(Evidence("words", "share: bridge, hail", 0.7), Evidence("position", "far apart", -0.1)),
        ),
        Alignment(
            "a2",
            "e1",
            "event",
            "difference",
            0.7,
            (
                span("herald", "Nobody was hurt, the mayor said."),
                span("courier", "According to police, there were no injuries."),
            ),
            (voice,),
            origins=2,
        ),
        Alignment(
            "a3",
            "e1",
            "event",
            "agreement",
            0.4,
            (
                span("courier", "According to police, there were no injuries."),
                span("post", "Police counted no injured people."),
            ),
        ),
        Alignment(
            "a4",
            "e1",
            "event",
            "agreement",
            0.8,
            (span("herald", "Bridge closed after storm"), span("post", "The bridge is closed.")),
        ),
    )
    cafe = span("herald", "A café nearby lost its roof.")
    traffic = span("courier", "Traffic is led through the valley for weeks.")
    unique = tuple(UniqueDetail(place.article, place.start, place.end, place.text) for place in (cafe, traffic))
    sentences = [
        ("herald", "Bridge closed after storm"),
        *((member.article, member.text) for alignment in alignments for member in alignment.members),
        ("herald", "The town has owned the bridge since 1903."),
        ("post", "The mayor asked for patience."),
        *((detail.article, detail.text) for detail in unique),
    ]
    passages = sorted({span(*sentence) for sentence in sentences}, key=lambda place: (place.article, place.start))
    event = Event("e1", "The bridge is closed", tuple(TEXTS))
    return Comparison(articles, (event,), alignments, unique, passages=tuple(passages))


@pytest.fixture(autouse=True)
def stores(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever store a test opens is closed after it: Python 3.13 warns of one that is not, in some later test."""
    opened: list[Store] = []
    first = Store.open

    def kept(path: Path | None) -> Store:
        opened.append(first(path))
        return opened[-1]

    monkeypatch.setattr(Store, "open", kept)
    yield
    for store in opened:
        store.close()


@pytest.fixture
def comparison() -> Comparison:
    """The story."""
    return made()


@pytest.fixture
def reading(comparison: Comparison) -> Reading:
    """The story, compared, with nothing noted."""
    state = Reading(comparison.articles, Store.open(None), "The bridge")
    state.compare(comparison)
    return state


Opened = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


FOREVER = 10_000.0
"""Seconds; no test takes so long, however much else its machine has to do."""


async def settled(app: Rashomon) -> None:
    """Wait until the app has nothing left to do but wait for a key, a clock or a thread.

    Textual's own pilot waits until the process has rested for 20 ms, which a process that other ones keep from working
    seems to do at any time.
    """
    with suppress(ScreenStackError):
        await _rested(app)
        # Those that lie under the open one are seen too. Once: whenever they are drawn they ask to be drawn again.
        for screen in app.screen_stack[:-1]:
            screen._on_timer_update()
        await _rested(app)


async def _rested(app: Rashomon) -> None:
    # Private, both: nothing public says whether a loop has work, or draws what has changed before its time has come.
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    while True:
        await asyncio.sleep(0)
        if not ready:
            app.screen._on_timer_update()
            if not ready:
                return


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The app on a reading, at a size, with settings.

    No clock decides in it: keys of a sequence may come late, so may the second of two clicks, and what is said stays.
    """
    monkeypatch.setattr(commanded, "PATIENCE", FOREVER)
    monkeypatch.setattr(commanded, "PASSING", FOREVER)
    monkeypatch.setattr(Rashomon, "NOTIFICATION_TIMEOUT", FOREVER)
    monkeypatch.setattr(Rashomon, "CLICK_CHAIN_TIME_THRESHOLD", FOREVER)

    @asynccontextmanager
    async def open_app(
        reading: Reading, size: tuple[int, int] = (120, 36), config: Config | None = None
    ) -> AsyncIterator[Pilot[None]]:
        settings = config or Config()
        keys, _ = key_map(settings.keys)
        app = Rashomon(reading, None, themes.load()[0], keys, settings)
        for module in ("app", "pilot"):
            monkeypatch.setattr(f"textual.{module}.wait_for_idle", lambda *_: settled(app))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield pilot

    return open_app


def room(pilot: Pilot[None]) -> ReadingScreen:
    """The reading room of an app, whatever lies over it."""
    screen = pilot.app.screen_stack[1]
    assert isinstance(screen, ReadingScreen)
    return screen


def frame(pilot: Pilot[None]) -> str:
    """What the terminal shows, as plain text."""
    # The one private call: the compositor has no public way to give its picture as text.
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)
