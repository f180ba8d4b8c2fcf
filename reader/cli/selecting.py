"""The options that limit what is printed, shared by every command that prints a comparison."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Sequence
from typing import TypeVar

from reader.compare.selection import FINDINGS, KINDS, VERDICTS, Selection, articles_named
from reader.errors import UsageError
from reader.model import Article

_Word = TypeVar("_Word", bound=str)


def add_selection(parser: argparse.ArgumentParser) -> None:
    """The filters of the views, as options."""
    group = parser.add_argument_group("what is printed (LIST: words with commas between them)")
    group.add_argument("--only", metavar="LIST", default="", help=f"only these: {', '.join(FINDINGS)}")
    group.add_argument("--outlet", metavar="LIST", default="", help="only facts and details that these outlets have")
    group.add_argument(
        "--kind", metavar="LIST", default="", help=f"only differences of these kinds: {', '.join(KINDS)}"
    )
    group.add_argument(
        "--verdict", metavar="LIST", default="", help=f"only differences that are: {', '.join(VERDICTS)}"
    )
    group.add_argument("--confidence", metavar="N", default="0", help="only alignments at least so sure: 0.6, or 60")
    group.add_argument("--confirmed", action="store_true", help="only alignments that you have confirmed")
    group.add_argument("--noted", action="store_true", help="only what has notes")
    group.add_argument(
        "--style", action="store_true", help="list also what differs in style alone: U.S. and US, twenty and 20"
    )


def selection_of(options: argparse.Namespace, articles: Sequence[Article]) -> Selection:
    """What the options select. Raises UsageError for a word that selects nothing."""
    outlets, unknown = articles_named(_words(options.outlet), articles)
    if unknown:
        there = ", ".join(dict.fromkeys(article.outlet for article in articles))
        raise UsageError(f"no outlet is called '{unknown[0]}'; there are {there}")
    return Selection(
        only=frozenset(_chosen("--only", options.only, FINDINGS)),
        kinds=frozenset(_chosen("--kind", options.kind, KINDS)),
        verdicts=frozenset(_chosen("--verdict", options.verdict, VERDICTS)),
        outlets=outlets,
        confidence=_confidence(options.confidence),
        confirmed=options.confirmed,
        noted=options.noted,
        style=options.style,
    )


def _words(listed: str) -> list[str]:
    return [word.strip() for word in listed.split(",") if word.strip()]


def _chosen(option: str, listed: str, known: Sequence[_Word]) -> list[_Word]:
    by_name = {str(word): word for word in known}
    for word in _words(listed):
        if word not in by_name:
            near = difflib.get_close_matches(word, by_name, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
            raise UsageError(f"{option} does not know '{word}'; {hint}")
    return [by_name[word] for word in _words(listed)]


def _confidence(given: str) -> float:
    try:
        number = float(given.removesuffix("%"))
    except ValueError:
        number = -1.0
    share = number / 100 if number > 1 or given.endswith("%") else number
    if not 0 <= share <= 1:
        raise UsageError(f"--confidence must be between 0 and 1 (or 0 % and 100 %), not '{given}'")
    return share
