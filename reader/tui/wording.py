"""The words of the app: how dates, counts and places are said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from reader.language.sentences import paragraphs
from reader.model import Alignment, Article, Difference, Finding, Progress
from reader.tui.lineup import cut
from reader.tui.reading import Reading
from reader.tui.stops import Stop

MARK_NAMES: Mapping[Finding, str] = {
    "agreement": "agree",
    "doubtful": "perhaps agree",
    "difference": "differ",
    "unique": "only here",
}


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 outlet", "3 outlets"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def excerpt(text: str, width: int) -> str:
    """The beginning of a text on one line."""
    return cut(" ".join(text.split()), width)


def day(published: str | None) -> str:
    """ "24 Oct 2019" for an ISO date or time; what it is where it is neither."""
    if not published:
        return ""
    try:
        told = date.fromisoformat(published[:10])
    except ValueError:
        return published
    return f"{told.day} {told:%b %Y}"


def byline(article: Article) -> str:
    """Who, where and when, as far as it is known."""
    place = article.place.title() if article.place and article.place.isupper() else article.place
    return ", ".join(part for part in (article.byline, place, day(article.published)) if part)


def where(article: Article, offset: int) -> str:
    """How early a place comes: "title", "lede" for the first paragraph, "¶4" for others; the title is not counted."""
    if article.headline and offset < article.headline[1]:
        return "title"
    body = article.headline[1] if article.headline else 0
    number = sum(body <= start <= offset for start, _ in _paragraphs(article.text))
    return "lede" if number <= 1 else f"¶{number}"


# A matrix asks for each of its cells.
_paragraphs = lru_cache(maxsize=64)(paragraphs)


def days(articles: Iterable[Article]) -> str:
    """The day of several articles, or the first and the last."""
    known = sorted({article.published[:10] for article in articles if article.published})
    return " – ".join(day(value) for value in dict.fromkeys((known[0], known[-1]))) if known else ""


def headline(reading: Reading) -> str:
    """What the story or the event is called."""
    if reading.name:
        return reading.name
    for event in reading.all.events:
        if event.id == reading.event and len(reading.all.events) > 1:
            return event.label
    return next((article.title for article in reading.articles if article.title), "") or "Untitled"


def kinds(alignment: Alignment) -> str:
    """The kinds of its differences, each once: "number, attribution"; without mere wording."""
    return ", ".join(dict.fromkeys(found.kind for found in alignment.differences if not found.merely_worded))


def sure(alignment: Alignment) -> str:
    """How far it can be trusted: "87 % sure"."""
    return "confirmed" if alignment.confirmed else f"{alignment.percent} % sure"


def support(stop: Stop, reading: Reading) -> str:
    """How many outlets have it, and from how many origins: "3 of 3 outlets and 1 elsewhere, 2 origins"."""
    outlets = len({member.article for member in stop.members})
    said = f"{outlets} of {count(len(reading.articles), 'outlet')}"
    if stop.alignment is None:
        return said
    elsewhere = len(stop.alignment.articles) - outlets
    # The origins are those of all.
    beyond = f" and {elsewhere} elsewhere" if elsewhere else ""
    return f"{said}{beyond}, {count(stop.alignment.origins, 'origin')}"


def values(difference: Difference, ids: Sequence[str]) -> str:
    """What each outlet gives, by the numbers of their columns, and what stands in no column: "20 minutes (1, 3) ·
    21-minute (2) · an hour (elsewhere)"."""
    given: dict[str, set[int]] = {}
    for value in difference.values:
        columns = given.setdefault(" ".join(value.text.split()), set())
        if value.article in ids:
            columns.add(ids.index(value.article) + 1)
    return " · ".join(
        f"{text} ({', '.join(map(str, sorted(columns))) or 'elsewhere'})" for text, columns in given.items()
    )


def place(reading: Reading) -> str:
    """Where one is, for the status line."""
    done, total = reading.rank()
    stop = reading.stop
    hidden = len(reading.hidden_stops)
    filtered = [f"{hidden} of {len(reading.every_stop)} hidden"] if hidden else []
    if stop is None:
        counted = f"{done} of {count(total, 'alignment')}" if done else count(total, "alignment")
        return " · ".join([*filtered, counted])
    at, among = reading.rank(stop.mark)
    parts = [*filtered, f"{done} of {total}", f"{MARK_NAMES[stop.mark]} {at} of {among}"]
    if stop.alignment is not None:
        parts += [sure(stop.alignment) if stop.mark == "doubtful" else "", kinds(stop.alignment)]
        parts.append(support(stop, reading))
    return " · ".join(filter(None, parts))


def absence(reading: Reading) -> str:
    """Why there is nothing to step to; empty where there is something."""
    if reading.trouble:
        return f"There is no comparison: {reading.trouble}."
    if not reading.compared:
        return "The texts can be read while they are compared."
    if len(reading.all.articles) == 1:
        return "There is one article, and nothing to compare it with; open two or more."
    if not reading.stops:
        hidden = reading.hidden
        if hidden:
            return f"Hidden: {hidden}."
        if len(reading.articles) == 1:
            return "No other article reports this event, or shares background with it."
        return "Nothing was found that two of these articles share."
    return ""


def progress(state: Progress) -> str:
    """How far the comparison has come."""
    width = 10
    done = round(width * state.done / state.total) if state.total else 0
    return f"comparing: {state.step}  {'━' * done}{'┄' * (width - done)}"
