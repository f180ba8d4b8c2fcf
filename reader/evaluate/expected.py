"""Whether the articles are read and told apart as a key says: metadata, page furniture, events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.evaluate.case import Case
from reader.evaluate.places import quoted
from reader.model import Article, Comparison


@dataclass(frozen=True, slots=True)
class Check:
    """How many of the things that a key asks for are right, and which are not."""

    right: int = 0
    total: int = 0
    wrong: tuple[str, ...] = ()
    """One line for each that is not."""

    def __add__(self, other: Check) -> Check:
        return Check(self.right + other.right, self.total + other.total, self.wrong + other.wrong)


def checks(case: Case, comparison: Comparison) -> dict[str, Check]:
    """What there is to check, by name; a name without anything to check is left out."""
    found = {
        "events": _events(case, comparison),
        "metadata": _metadata(case),
        "page furniture removed": _furniture(case),
        "story text kept": _story(case),
    }
    return {name: check for name, check in found.items() if check.total}


def _events(case: Case, comparison: Comparison) -> Check:
    """A wanted event is right when one event has exactly its articles."""
    got = {frozenset(event.articles) for event in comparison.events}
    return _check((wanted in got, f"event of {', '.join(sorted(wanted))}") for wanted in case.expected.events)


def _metadata(case: Case) -> Check:
    articles = _by_id(case)
    return _check(
        (
            _same(value, getattr(articles[id], name, None)),
            f"{id}: {name} is not “{value}”, but {_got(articles[id], name)}",
        )
        for id, fields in case.expected.metadata.items()
        for name, value in fields.items()
    )


def _furniture(case: Case) -> Check:
    articles = _by_id(case)
    return _check(
        (not quoted(articles[id].text, text), f"{id}: still in the story: “{text}”")
        for id, texts in case.expected.furniture.items()
        for text in texts
    )


def _story(case: Case) -> Check:
    """Quotations of facts and unique details stand in the story, not in what intake removed."""
    articles = _by_id(case)
    kept = [
        (bool(gold.places), f"{id}: taken out of the story: “{gold.text}”")
        for fact in case.key.facts
        for id, golds in fact.members.items()
        for gold in golds
    ]
    unique = [
        (bool(quoted(articles[id].text, text)), f"{id}: taken out of the story: “{text}”")
        for id, texts in case.expected.story.items()
        for text in texts
    ]
    return _check([*kept, *unique])


def _check(outcomes: Iterable[tuple[bool, str]]) -> Check:
    right, wrong = 0, []
    for good, line in outcomes:
        right += good
        if not good:
            wrong.append(line)
    return Check(right, right + len(wrong), tuple(wrong))


def _by_id(case: Case) -> Mapping[str, Article]:
    return {article.id: article for article in case.articles}


def _same(wanted: str, got: str | None) -> bool:
    return got is not None and " ".join(wanted.split()) == " ".join(got.split())


def _got(article: Article, name: str) -> str:
    value = getattr(article, name, None)
    return f"“{value}”" if value else "missing"
