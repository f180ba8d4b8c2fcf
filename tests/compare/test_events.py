"""Which articles report the same event."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.events import events
from reader.compare.likeness import Likeness, days_apart, likeness
from reader.model import Article

CLUSTERS = sys.modules["reader.compare.events"].clusters  # type: ignore[attr-defined]

VARN = (
    "A strong earthquake struck the port of Varn before dawn on Tuesday, toppling chimneys and cutting power to 40,000 "
    "homes. Mayor Ilse Brandt said that nine people were treated. Brandt asked residents to boil water."
)
VARN_AGAIN = (
    "An earthquake shook Varn early on Tuesday and left 40,000 homes without power. Nine people were hurt by falling "
    "chimneys, mayor Ilse Brandt said. Schools stay shut, Brandt added."
)
OSTRAVA = (
    "A strong earthquake struck the mountain town of Ostrava at noon on Friday, burying a road. Governor Pavel Novak "
    "said that one driver was missing. Novak flew over the valley in a helicopter."
)
VOTE = (
    "Voters returned the governing party to power by the narrowest margin in a century. Premier Anna Lund promised to "
    "lower taxes. Lund thanked her rivals, and the crown prince sent a telegram."
)


def article(id: str, text: str, *, title: str | None = None, published: str | None = None) -> Article:
    """An article of which only these count."""
    return Article(id=id, source=id, text=text, outlet=id, title=title, published=published)


def partition(articles: Sequence[Article]) -> set[frozenset[str]]:
    """The ids of the articles of each event."""
    return {frozenset(event.articles) for event in events(articles)}


class TestEvents:
    """Articles are told apart by words, actors and days."""

    def test_same_event(self) -> None:
        """Two reports of one event belong together."""
        assert partition([article("a", VARN), article("b", VARN_AGAIN)]) == {frozenset("ab")}

    def test_unrelated(self) -> None:
        """An earthquake and an election do not."""
        assert partition([article("a", VARN), article("b", VOTE)]) == {frozenset("a"), frozenset("b")}

    def test_look_alike(self) -> None:
        """Two earthquakes in two places, with other people, are two events."""
        assert partition([article("a", VARN), article("b", VARN_AGAIN), article("c", OSTRAVA)]) == {
            frozenset("ab"),
            frozenset("c"),
        }

    def test_years_apart(self) -> None:
        """The same words years apart weigh less than on one day."""
        assert days_apart(737356, 737356) > days_apart(737356, 737356 + 2000)
        assert days_apart(None, 737356) == 0

    def test_an_article_without_a_day_takes_that_of_its_group(self) -> None:
        """What joins two articles is dated by the one whose day is known."""
        days = [100, None, 2000]
        near = {(0, 1): Likeness(5.0, False), (0, 2): Likeness(2.0, False), (1, 2): Likeness(2.0, False)}
        assert CLUSTERS(near, days) == [[2], [0, 1]]
        assert CLUSTERS(near, [100, None, 100]) == [[0, 1, 2]]

    def test_one_that_is_far_less_alike_than_the_rest(self) -> None:
        """Among articles that are very much alike, a loose resemblance is another event."""
        alike = {(0, 1): 8.0, (0, 2): 8.0, (1, 2): 8.0, (0, 3): 0.5, (1, 3): 0.5, (2, 3): 0.5}
        near = {pair: Likeness(odds, False) for pair, odds in alike.items()}
        assert CLUSTERS(near, [None] * 4) == [[3], [0, 1, 2]]
        loose = {pair: Likeness(min(odds, 0.5), False) for pair, odds in alike.items()}
        assert CLUSTERS(loose, [None] * 4) == [[0, 1, 2, 3]]

    @pytest.mark.parametrize(
        ("here", "there"), [("North Korea", "DPRK"), ("United States", "U.S."), ("United Arab Emirates", "UAE")]
    )
    def test_a_country_by_its_abbreviation(self, here: str, there: str) -> None:
        """A country is the same whether an outlet prints its name or the letters that stand for it."""
        first = f"{here} launched a rocket before dawn. Fishing boats turned back to the harbour."
        other = "Schools stay shut, and the ministry in {} would not say for how long after the launch."
        [named] = likeness([article("a", first), article("b", other.format(here))]).values()
        [short] = likeness([article("a", first), article("b", other.format(there))]).values()
        [without] = likeness([article("a", first), article("b", other.format("Varn"))]).values()
        assert short == named
        assert short.odds > without.odds

    def test_a_headline_that_the_other_tells(self) -> None:
        """A headline speaks for one event where the other article opens with what it says."""
        title = "Chimneys fall as quake hits Varn"
        [told] = likeness([article("a", VARN, title=title), article("b", VARN_AGAIN, title="Schools shut")]).values()
        [other] = likeness(
            [article("a", VARN, title="Water to be boiled"), article("b", VARN_AGAIN, title="Schools shut")]
        ).values()
        assert told.odds > other.odds

    def test_strangers(self) -> None:
        """Articles of which neither names who acts in the other must be more likely one event than not."""
        [pair] = likeness([article("a", VARN), article("c", OSTRAVA)]).values()
        assert pair.strangers
        assert CLUSTERS({(0, 1): Likeness(0.2, True)}, [None, None]) == [[0], [1]]
        assert CLUSTERS({(0, 1): Likeness(0.2, False)}, [None, None]) == [[0, 1]]

    @pytest.mark.parametrize("title", [None, "Quake", "A very long headline " * 20])
    def test_label(self, title: str | None) -> None:
        """An event is named in the words of one of its articles."""
        [event] = events([article("a", f"{title or ''}\n{VARN}", title=title)])
        assert event.label
        assert len(event.label) <= 80
        assert event.label.removesuffix("…") in (title or VARN)
        assert event.label.endswith("…") == (event.label != (title or VARN).split("\n")[0])

    @given(st.permutations([VARN, VARN_AGAIN, OSTRAVA, VOTE]), st.lists(st.integers(0, 3), max_size=2))
    def test_order(self, texts: list[str], again: list[int]) -> None:
        """The order in which articles are given does not matter, and copies go where their originals go."""
        articles = [article(text[:30] + text[-9:], text) for text in texts]
        copies = [replace(articles[number], id=f"copy {n}") for n, number in enumerate(again)]
        given_so = events([*articles, *copies])
        assert given_so == events([*copies, *reversed(articles)])
        for n, number in enumerate(again):
            [together] = [event for event in given_so if f"copy {n}" in event.articles]
            assert articles[number].id in together.articles

    def test_nothing(self) -> None:
        """No article, no event."""
        assert events([]) == ()
