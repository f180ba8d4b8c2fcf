"""The options that say how articles are had, shared by every command that opens some."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.cli.streams import warn
from reader.errors import UsageError

if TYPE_CHECKING:
    from reader.intake import Intake, Web

PATHS = "files, folders, archives, story files or addresses"
DEMONSTRATION = "(default: the demonstration story)"


def add_web(parser: argparse.ArgumentParser) -> None:
    """`--refresh`, `--offline` and `--allow-private`."""
    group = parser.add_argument_group("addresses")
    either = group.add_mutually_exclusive_group()
    either.add_argument("--refresh", action="store_true", help="fetch pages anew that were fetched before")
    either.add_argument("--offline", action="store_true", help="use only pages that were fetched before")
    group.add_argument("--allow-private", action="store_true", help="also ask machines of your own network")


def add_about(parser: argparse.ArgumentParser) -> None:
    """`--about`."""
    parser.add_argument("--about", metavar="WORDS", help="open the event of the library that fits these words best")


def web_of(options: argparse.Namespace) -> Web:
    """What the options allow."""
    from reader.intake import Web

    return Web(refresh=options.refresh, offline=options.offline, allow_private=options.allow_private)


def sources_of(options: argparse.Namespace, given: Sequence[str]) -> list[str]:
    """What is to be opened: what is given, and the event that --about asks for; without either, the seeds."""
    about = _event_about(options.about) if options.about is not None else []
    return [*given, *about] or ["seeds"]


def tell(intake: Intake) -> int:
    """Say on standard error what could not be read or compared; the exit status: 2 where something was not read."""
    for told in (*intake.problems, *intake.hints):
        warn(told)
    return 2 if intake.problems else 0


def _event_about(words: str) -> list[str]:
    """The library's articles of the event that fits best: the one whose articles have most of the best places."""
    from reader.compare.events import events
    from reader.intake.library import Library

    with Library() as library:
        found = [str(kept.id) for kept in library.about(words)]
        articles = [replace(library.article(id), id=id) for id in found]
    if not articles:
        raise UsageError(f"the library has nothing about '{words}'; 'rashomon list' shows what it has")
    best = max(events(articles), key=lambda event: sum(1 / (1 + found.index(id)) for id in event.articles))
    return [f"library:{id}" for id in sorted(best.articles, key=int)]
