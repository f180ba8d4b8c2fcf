"""Opening the app: what is read and set up before the first picture, in the order that shows the text soonest."""

from __future__ import annotations

import difflib
import gc
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from reader import config as settings
from reader.errors import MissingExtra, ReaderError, UsageError
from reader.intake import Web, load
from reader.model import Comparison, Report
from reader.notes import Store
from reader.tui import themes
from reader.tui.background import Job
from reader.tui.keys import key_map
from reader.tui.restoration import Restoration


def open_app(
    sources: Sequence[str],
    store: Store,
    theme: str | None = None,
    web: Web | None = None,
    report: Report | None = None,
    *,
    meaning: bool = False,
) -> None:
    """Read the sources and run the app until the reader leaves it.

    Raises what `load` raises, UsageError for a theme that does not exist, and MissingExtra where comparing by
    meaning is asked for and cannot be done.
    """
    config, problems = settings.read()
    known, wrong_themes = themes.load()
    keys, wrong_keys = key_map(config.keys)
    if theme is not None and theme not in known:
        near = difflib.get_close_matches(theme, known, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
        raise UsageError(f"there is no theme '{theme}'; {hint}")
    if config.theme is not None and config.theme not in known:
        problems += (
            f"the settings ask for the theme '{config.theme}', which cannot be used; there are {', '.join(known)}",
        )
    if theme is not None:
        config = replace(config, theme=theme)
    if meaning or config.meaning:
        from reader.language import vectors

        if meaning and not vectors.available():
            raise MissingExtra("semantic", "comparing by meaning")
        if not vectors.available():
            problems += ("the settings ask for comparing by meaning: pip install 'rashomon[semantic]'",)
        meaning = vectors.available()
    # Until the comparison is there, almost all that is made stays: to look for what does not would cost 60 ms of the
    # time that one waits for the text. The reading room switches it on.
    gc.disable()
    intake = load(sources, report=report, web=web)
    session = store.session(intake.articles)
    restoration = Restoration(intake.articles)
    restoration.resume(session.state.get("restored") if session else None)
    articles = restoration.articles
    # Comparing begins before Textual is imported, which takes a fifth of a second that another core can use.
    job = Job(articles, store.corrections(articles), meaning=meaning) if len(articles) > 1 else None

    from reader.tui.app import Rashomon
    from reader.tui.reading import Reading

    reading = Reading(intake.articles, store, intake.story.name if intake.story else None, meaning=meaning)
    if session is not None:
        reading.resume(session.state)
    if job is None:
        reading.compare(Comparison(articles))
    app = Rashomon(reading, job, known, keys, config, (*problems, *wrong_themes, *wrong_keys, *intake.problems))
    app.run()
    store.keep_session(intake.articles, reading.state(), datetime.now(UTC).isoformat(timespec="seconds"))
    if app.return_code:
        raise ReaderError(app.failure or "the app has failed; what it said stands above")
