"""What differs in style alone."""

from __future__ import annotations

import pytest

from reader.compare import compare
from reader.compare.selection import Selection
from reader.compare.styles import variants
from reader.export import render
from reader.model import Article, Span


def told(*texts: str) -> list[list[str]]:
    """The words of each variant of an alignment of whole texts."""
    members = [Span(id, 0, len(text), text) for id, text in zip("abc", texts, strict=False)]
    return [[value.text for value in variant.values] for variant in variants(members)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The U.S. army left.", "The US army left.", [["U.S.", "US"]]),
        (
            "Twenty cows of every colour drowned.",
            "20 cows of every color drowned.",
            [["Twenty", "20"], ["colour", "color"]],
        ),
        ("The road is 10 km long.", "The road is 6.2 miles long.", [["10 km", "6.2 miles"]]),
        ("The road is 10 km long.", "The road is 9 miles long.", []),
        ("The US army of the U.S. left.", "The US army left.", []),
        ("The Army left.", "The army left.", []),
    ],
)
def test_variants(one: str, other: str, expected: list[list[str]]) -> None:
    """Spelling, abbreviations, figures and units; what both print alike somewhere, or with another capital, is none."""
    assert told(one, other) == expected


def test_each_article_has_its_style() -> None:
    """A variant shows every article that has the word."""
    assert told("20 cows drowned.", "Twenty cows drowned.", "20 cows drowned.") == [["20", "Twenty", "20"]]


def test_counted_and_listed_on_request() -> None:
    """The text tells how many there are; which they are is told to who asks, and to other programs."""
    sentence = "The old ferry Aurora sank off Bergen with {} cows aboard on Monday."
    comparison = compare(
        [Article(id, f"{id}.txt", sentence.format(count), id) for id, count in (("a", "20"), ("b", "twenty"))]
    )
    assert "1 difference of style alone" in render(comparison, format="text")
    assert "style:" not in render(comparison, format="text")
    assert "- style: a “20”; b “twenty”" in render(comparison, format="text", selection=Selection(style=True))
    assert '"styles"' in render(comparison, format="json")
    assert "<li>style: a “" in render(comparison, format="html", selection=Selection(style=True))
    assert "<li>style: " not in render(comparison, format="html")
