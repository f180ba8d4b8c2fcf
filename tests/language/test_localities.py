"""Places that are told by their kind."""

from __future__ import annotations

import pytest

from reader.language.localities import localities
from reader.language.places import inside


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was found in a Waukesha park.", [("a Waukesha park", "park", {"waukesha"})]),
        (
            "They met at a store near Oslo, Norway, on Monday.",
            [("a store near Oslo, Norway", "store", {"oslo", "norway"})],
        ),
        ("They walked through a bar and grill in Oslo.", [("a bar and grill in Oslo", "pub", {"oslo"})]),
        ("They tore down a Roman temple in Jerusalem.", [("a Roman temple in Jerusalem", "temple", {"jerusalem"})]),
        ("They met in the northern city on Tuesday.", [("the northern city", "city", set())]),
        ("The house of cards fell.", []),
    ],
)
def test_places_by_their_kind(text: str, expected: list[tuple[str, str, set[str]]]) -> None:
    """A place goes from its article to the names behind it; adjectives and days name no place."""
    found = [(text[each.start : each.end], each.head, set(each.names)) for each in localities(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("detroit", "michigan", True),
        ("detroit", "us", True),
        ("heathrow", "uk", True),
        ("seoul", "south korea", True),
        ("michigan", "detroit", False),
        ("seoul", "tokyo", False),
        ("gaza", "israel", False),
    ],
)
def test_what_lies_in_what(one: str, other: str, expected: bool) -> None:
    """A city lies in its state and its country; of what is disputed nothing is said."""
    assert inside(one, other) is expected
