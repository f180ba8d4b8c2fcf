"""House style folded away."""

from __future__ import annotations

import pytest

from reader.language.style import tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the U.S. army", "the US army"),
        ("the United States", "the U.S."),
        ("five percent", "5 per cent"),
        ("Oct. 5", "October 5"),
        ("colour and honour", "color and honor"),
        ("organisation", "organization"),
        ("don’t", "don't"),
        ("1,500 cows", "1500 cows"),
        ("travelled to the theatre", "traveled to the theater"),
    ],
)
def test_one_thing_in_two_styles(one: str, other: str) -> None:
    """Spelling, abbreviations, numbers and quotation marks are one in every style."""
    forms = [[token.form for token in tokens(text, 0, len(text))] for text in (one, other)]
    assert forms[0] == forms[1]


@pytest.mark.parametrize(("one", "other"), [("five", "six"), ("four", "for"), ("rise", "rize"), ("our", "or")])
def test_two_things(one: str, other: str) -> None:
    """Other words stay other words."""
    forms = [[token.form for token in tokens(text, 0, len(text))] for text in (one, other)]
    assert forms[0] != forms[1]
