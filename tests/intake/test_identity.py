"""Ids can be said aloud, are unique, and do not depend on the order of the articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.intake.identity import identified, slug
from reader.model import Article


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Arirang News", "arirang"),
        ("The Washington Post", "washington-post"),
        ("News", "news"),
        ("Süddeutsche Zeitung", "suddeutsche-zeitung"),
        ("朝日新聞", "chaorixinwen"),
        ("L'Équipe", "lequipe"),
        ("!!!", ""),
        ("A very long name of an outlet that goes on and on", "a-very-long-name-of-an-outlet"),
    ],
)
def test_slugs(name: str, expected: str) -> None:
    """An outlet's name in letters that every keyboard has."""
    assert slug(name) == expected


def _article(outlet: str, published: str | None, text: str) -> Article:
    return Article("", f"{text}.txt", text, outlet, published=published)


def test_the_latest_of_an_outlet_has_the_plain_name() -> None:
    """The others have their year, then their day, then a number."""
    given_articles = (
        _article("Arirang News", "2018-04-11", "a"),
        _article("Arirang News", "2019-10-24", "b"),
        _article("Arirang News", "2018-05-01", "c"),
        _article("Arirang News", None, "d"),
        _article("Pakistan Point News / Sputnik", None, "e"),
    )
    assert [article.id for article in identified(given_articles, {})] == [
        "arirang-2018-04-11",
        "arirang",
        "arirang-2018",
        "arirang-2",
        "sputnik",
    ]


articles = st.lists(
    st.builds(
        _article,
        st.sampled_from(["Yonhap", "Yonhap 2", "Arirang", "新", "?"]),
        st.sampled_from([None, "2018-01-01", "2019-01-01", "2019-01-02T10:00"]),
        st.text("abc", min_size=1, max_size=3),
    ),
    unique_by=lambda article: article.source,
    max_size=8,
)


@given(articles, st.randoms())
def test_unique_and_independent_of_order(some: list[Article], chance: object) -> None:
    """Shuffled, every article keeps its id, and no two have the same."""
    first = {article.source: article.id for article in identified(some, {})}
    assert len(set(first.values())) == len(some)
    chance.shuffle(some)  # type: ignore[attr-defined]
    assert {article.source: article.id for article in identified(some, {})} == first
