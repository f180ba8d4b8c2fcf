"""Opening the app: what is read and set up before the first picture, in the order that shows the text soonest."""

from __future__ import annotations

import difflib
import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reader import config as settings
from reader.config import Config
from reader.errors import MissingExtra, ReaderError, UsageError
from reader.intake import Web, load
from reader.model import Comparison, Report
from reader.notes import Store
from reader.tui import themes
from reader.tui.background import Job
from reader.tui.keys import KeyMap, key_map
from reader.tui.restoration import Restoration
from reader.tui.themes import Theme


@dataclass(frozen=True, slots=True)
class Settings:
    """What the app is set up with before anything is read."""

    config: Config
    themes: dict[str, Theme]
    keys: KeyMap
    meaning: bool
    """Whether articles are compared by meaning too."""
    problems: tuple[str, ...]
    """What is wrong with the reader's own files; the app starts without it."""


def prepared(theme: str | None = None, meaning: bool = False) -> Settings:
    """The reader's settings, themes and keys, with what the command line asks for.

    Raises UsageError for a theme that does not exist, and MissingExtra where comparing by meaning cannot be done.
    """
    config, problems = settings.read()
    known, wrong_themes = themes.load()
    keys, wrong_keys = key_map(config.keys)
    problems += (*wrong_themes, *wrong_keys)
    if theme is not None and theme not in known:
        near = difflib.get_close_matches(theme, known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
        raise UsageError(f"there is no theme '{theme}'; {hint}")
    if config.theme is not None and config.theme not in known:
        there = ", ".join(known)
        problems += (f"the settings ask for the theme '{config.theme}', which cannot be used; there are {there}",)
    if theme is not None:
        config = replace(config, theme=theme)
    if meaning or config.meaning:
        from reader.language import vectors

        if meaning and not vectors.available():
            raise MissingExtra("semantic", "comparing by meaning")
        if not vectors.available():
            problems += (str(MissingExtra("semantic", "comparing by meaning, as the settings ask,")),)
        meaning = vectors.available()
    return Settings(config, known, keys, meaning, problems)


def open_app(
    sources: Sequence[str],
    store: Store,
    theme: str | None = None,
    web: Web | None = None,
    report: Report | None = None,
    *,
    warn: Callable[[str], None],
    meaning: bool = False,
) -> None:
    """Read the sources and run the app until the reader leaves it; `warn` is told then what could not be read.

    Raises what `prepared` and `load` raise, and ReaderError where the app has failed.
    """
    start = prepared(theme, meaning)
    # Until the comparison is there, almost all that is made stays: to look for what does not would cost 60 ms of the
    # time that one waits for the text. The reading room switches it on.
    gc.disable()
    intake = load(sources, report=report, web=web)
    session = store.session(intake.articles)
    restoration = Restoration(intake.articles)
    restoration.resume(session.state.get("restored") if session else None)
    articles = restoration.articles
    # Comparing begins before Textual is imported, which takes a fifth of a second that another core can use.
    job = Job(articles, store.corrections(articles), meaning=start.meaning) if len(articles) > 1 else None

    from reader.tui.app import Rashomon
    from reader.tui.reading import Reading

    reading = Reading(intake.articles, store, intake.story.name if intake.story else None, meaning=start.meaning)
    if session is not None:
        reading.resume(session.state)
    if job is None:
        reading.compare(Comparison(articles))
    problems = (*start.problems, *intake.problems, *intake.hints)
    app = Rashomon(reading, job, start.themes, start.keys, start.config, problems)
    app.run()
    for problem in problems:
        # They stood in the panel until the first step, and in low terminals there is room for one.
        warn(problem)
    reading.remember()
    if app.return_code:
        raise ReaderError(app.failure or "the app has failed; what it said stands above")
