"""What columns cost: first paint, steps, theme switch, resize and memory, beside a widget for each passage.

    python -m tests.benchmarks.columns [--columns 8] [--passages 40 400] [--size 240x60] [--runs 3]

Figures are CPU time, which a busy machine changes least; "in a terminal" is that of the whole program, which also reads
the texts from files, from its start to the first text. Each case runs in a fresh process; figures are medians.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import random
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.pilot import Pilot

    from reader.model import Comparison

STEPS = 120
WORDS = tuple("the a of prime minister talks treaty relations agreed on Thursday for early with Japan".split())  # noqa: SIM905


def story(columns: int, passages: int) -> Comparison:
    """Articles of random prose, and alignments between random passages of most of them."""
    from reader.model import Alignment, Article, Comparison, Event, Span, UniqueDetail

    random.seed(7)
    articles, spans = [], []
    for number in range(columns):
        texts = [" ".join(random.choices(WORDS, k=random.randint(12, 32))).capitalize() + "." for _ in range(passages)]
        text = "\n\n".join(texts)
        articles.append(Article(f"a{number}", f"{number}.txt", text, f"Outlet {number}", title=f"Title {number}"))
        starts = [0]
        for piece in texts:
            starts.append(starts[-1] + len(piece) + 2)
        spans.append([Span(f"a{number}", at, at + len(piece), piece) for at, piece in zip(starts, texts, strict=False)])
    alignments, unique = [], []
    for place in range(passages):
        members = tuple(random.choice(column) for column in spans if random.random() < 0.7)
        if len(members) > 1:
            relation = "difference" if place % 3 == 0 else "agreement"
            alignments.append(Alignment(f"x{place}", "e", "event", relation, 0.8, members))
        lonely = random.choice(random.choice(spans))
        unique.append(UniqueDetail(lonely.article, lonely.start, lonely.end, lonely.text))
    event = Event("e", "Talks", tuple(article.id for article in articles))
    sentences = tuple(span for column in spans for span in column)
    return Comparison(tuple(articles), (event,), tuple(alignments), tuple(unique), passages=sentences)


def columns_app(found: Comparison) -> tuple[App[None], Callable[[int], Awaitable[None]]]:
    """The app, and a step in it."""
    from reader.config import Config
    from reader.notes import Store
    from reader.tui import themes
    from reader.tui.app import Rashomon
    from reader.tui.keys import Press, key_map
    from reader.tui.reading import Reading
    from reader.tui.screens.reading import ReadingScreen

    reading = Reading(found.articles, Store.open(None))
    app = Rashomon(reading, None, themes.load()[0], key_map()[0], Config(column=24))

    async def step(number: int) -> None:
        room = app.screen
        assert isinstance(room, ReadingScreen)
        if number == 0:
            room.post_message(ReadingScreen.Compared(found))
        else:
            await room.perform(Press("next", None))

    return app, step


def widgets_app(found: Comparison) -> tuple[App[None], Callable[[int], Awaitable[None]]]:
    """The same texts with a widget for each passage: what the columns are measured against."""
    from textual.app import App, ComposeResult
    from textual.containers import Horizontal, VerticalScroll
    from textual.widgets import Static

    class Passages(App[None]):
        CSS = (
            "VerticalScroll { width: 1fr; } Static { height: auto; margin-bottom: 1; } .current { background: $panel; }"
        )

        def compose(self) -> ComposeResult:
            with Horizontal():
                for article in found.articles:
                    with VerticalScroll(id=article.id):
                        for span in found.passages:
                            if span.article == article.id:
                                yield Static(span.text, id=f"{span.article}-{span.start}", markup=False)

    app = Passages()
    current: list[Static] = []

    async def step(number: int) -> None:
        for widget in current:
            widget.remove_class("current")
        current.clear()
        for member in found.alignments[number % len(found.alignments)].members:
            widget = app.query_one(f"#{member.article}-{member.start}", Static)
            widget.add_class("current")
            current.append(widget)
            app.query_one(f"#{member.article}").scroll_to_widget(widget, animate=False, top=True)

    return app, step


def in_a_terminal(columns: int, passages: int, size: tuple[int, int]) -> float:
    """Milliseconds until the program that is given files shows their text."""
    from tests.tui.terminal import Terminal

    with tempfile.TemporaryDirectory() as folder:
        for article in story(columns, passages).articles:
            (Path(folder) / f"{article.id}.txt").write_text(f"{article.title}\n\n{article.text}\n", encoding="utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        with Terminal([folder, "--no-store"], size) as terminal:
            terminal.until("Title 0")
            # With it goes the process that compares.
            os.killpg(terminal.process.pid, signal.SIGKILL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


async def _cost(pilot: Pilot[None], act: Callable[[], object]) -> float:
    before = time.process_time()
    result = act()
    if isinstance(result, Awaitable):
        await result
    await pilot.pause()
    return (time.process_time() - before) * 1000


async def measure(kind: str, columns: int, passages: int, size: tuple[int, int]) -> dict[str, float]:
    """All figures of one case, in milliseconds and megabytes."""
    found = story(columns, passages)
    gc.collect()
    begun = time.process_time()
    # As the program does it until the comparison is there.
    gc.disable()
    app, step = (columns_app if kind == "columns" else widgets_app)(found)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        # From the start of the process, without making up the story.
        first = (time.process_time() - begun + _INTERPRETER) * 1000
        gc.enable()
        await _cost(pilot, lambda: step(0))
        steps = sorted([await _cost(pilot, lambda number=number: step(number)) for number in range(1, STEPS)])  # type: ignore[misc]
        themes = [name for name in app.available_themes if not name.startswith("textual")][:2]
        switch = [await _cost(pilot, lambda name=name: setattr(app, "theme", name)) for name in themes]  # type: ignore[misc]
        smaller = await _cost(pilot, lambda: pilot.resize_terminal(size[0] - 40, size[1] - 10))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "first paint": first,
        "step median": statistics.median(steps),
        "step p95": steps[int(len(steps) * 0.95)],
        "theme": max(switch),
        "resize": smaller,
        "memory MB": memory,
    }


_INTERPRETER = 0.0


def main() -> None:
    """Measure every case in a process of its own and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--columns", type=int, default=8)
    parser.add_argument("--passages", type=int, nargs="+", default=[40, 400])
    parser.add_argument("--size", default="240x60")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--case", help=argparse.SUPPRESS)
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    if options.case:
        global _INTERPRETER
        _INTERPRETER = time.process_time()
        figures = asyncio.run(measure(options.case, options.columns, options.passages[0], (width, height)))
        print(json.dumps(figures))
        return
    titles = ("in a terminal", "first paint", "step median", "step p95", "theme", "resize", "memory MB")
    print(f"{options.columns} columns at {options.size}; CPU milliseconds and megabytes, medians of {options.runs}\n")
    print(f"{'':<34}" + "".join(f"{title:>15}" for title in titles))
    for passages in options.passages:
        for case, told in (("columns", "columns that draw lines"), ("widgets", "a widget for each passage")):
            command = [sys.executable, "-m", "tests.benchmarks.columns", "--case", case, "--size", options.size]
            command += ["--columns", str(options.columns), "--passages", str(passages)]
            runs = [
                json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
                for _ in range(options.runs)
            ]
            figures = {title: statistics.median(run[title] for run in runs) for title in titles[1:]}
            if case == "columns":
                figures[titles[0]] = statistics.median(
                    in_a_terminal(options.columns, passages, (width, height)) for _ in range(options.runs)
                )
            row = (f"{figures[title]:>15.0f}" if title in figures else f"{'':>15}" for title in titles)
            print(f"{told:<26}{passages:>6}  " + "".join(row))


if __name__ == "__main__":
    main()
