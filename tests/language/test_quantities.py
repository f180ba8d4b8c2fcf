"""Quantities: what is counted or measured, in which unit, and how exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.nouns import comparable, head, singular
from reader.language.quantities import number, quantities


def told(text: str) -> list[tuple[str, str]]:
    """The quantities of a text, as printed and as normalised."""
    return [(text[quantity.start : quantity.end], quantity.value) for quantity in quantities(text)]


class TestQuantities:
    """Numbers in words and figures, with their units, bounds and spans."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The crossing lasted 20 minutes.", [("20 minutes", "20 min")]),
            ("after their 21-minute meeting", [("21-minute", "21 min")]),
            ("at least 12 people drowned", [("12", "at least 12")]),
            ("more than $5 million in salary", [("$5 million", "at least 5 million USD")]),
            ("a US$ 38b loan", [("US$ 38b", "38 billion USD")]),
            ("it cost 22 paise and 40 euros", [("22 paise", "22 INR"), ("40 euros", "40 EUR")]),
            ("nearly 30 of the calls", [("30", "about 30")]),
            ("up to 50 cows", [("50", "up to 50")]),
            ("fewer than 50 cows", [("50", "up to 50")]),
            ("10 or more boats", [("10", "at least 10")]),
            ("Dozens of sheep were lost", [("Dozens", "24 or more")]),
            ("half a dozen eggs", [("half a dozen", "6")]),
            ("between 5 and 7 boats", [("5 and 7", "5 to 7")]),
            ("10 to 12 boats", [("10 to 12", "10 to 12")]),
            ("a 2-1 win", [("2-1", "2-1")]),
            ("twenty-one cows", [("twenty-one", "21")]),
            ("one hundred and five cows", [("one hundred and five", "105")]),
            ("two-thirds of the herd", [("two-thirds", "0.666667")]),
            ("14.7% of adults and 3 per cent of children", [("14.7%", "14.7 %"), ("3 per cent", "3 %")]),
            ("Anna Berg, 82, and her son", [("82", "82 years old")]),
            ("a 12-year-old boy aged 12", [("12-year-old", "12 years old"), ("12", "12 years old")]),
            ("a magnitude 6.3 quake", [("6.3", "6.3")]),
            ("the 50th anniversary", [("50th", "no. 50")]),
            ("about a mile from the farm", [("a mile", "about 1 mi")]),
            ("1,500 settlers", [("1,500", "1,500")]),
            ("One dead, two hurt", [("One", "1"), ("two", "2")]),
        ],
    )
    def test_what_is_read(self, text: str, expected: list[tuple[str, str]]) -> None:
        """A quantity is told with its unit and with how exact it is."""
        assert told(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "on Highway 2 and Route 66",
            "the Boeing 787",
            "on July 21, 2019, at 3:15 p.m.",
            "in 2016",
            "one of the farmers",
            "no one came",
            "the A42 motorway",
            "an hour away",
        ],
    )
    def test_what_is_none(self, text: str) -> None:
        """Dates, times, names with numbers and pronouns are no quantities."""
        assert told(text) == []

    def test_the_noun_that_is_counted(self) -> None:
        """The counted noun is found behind its adjectives, in the singular."""
        quantity = quantities("seven foreign workers were hurt")[0]
        assert (quantity.noun, quantity.qualities) == ("worker", ("foreign",))

    @given(st.integers(min_value=2, max_value=999))
    def test_figures_are_read_as_they_stand(self, value: int) -> None:
        """A plain figure before a noun is that number."""
        found = quantities(f"They saw {value} boats.")
        assert [(quantity.low, quantity.high, quantity.noun) for quantity in found] == [(value, value, "boat")]

    @given(st.text(max_size=80))
    def test_any_text_can_be_read(self, text: str) -> None:
        """Nothing that is thrown at it fails, and offsets lie within the text and in order."""
        ends = [(quantity.start, quantity.end) for quantity in quantities(text)]
        assert all(0 <= start < end <= len(text) for start, end in ends)
        assert ends == sorted(ends)


class TestNumber:
    """A number alone."""

    @pytest.mark.parametrize(
        ("words", "expected"), [("twenty-one", 21), ("1.2 million", 1.2e6), ("3rd", 3), ("boat", None)]
    )
    def test_value(self, words: str, expected: float | None) -> None:
        """Words and figures come out as one value, anything else as none."""
        assert number(words) == expected


class TestNouns:
    """Counted nouns."""

    @pytest.mark.parametrize(
        ("word", "expected"), [("crews", "crew"), ("people", "person"), ("bodies", "body"), ("bus", "bus")]
    )
    def test_singular(self, word: str, expected: str) -> None:
        """The singular is near enough to compare by."""
        assert singular(word) == expected

    def test_head_ends_at_the_verb(self) -> None:
        """A participle ends the noun phrase."""
        assert head(" Afghan children killed in a raid", 0) == ("child", ("afghan",))

    def test_people_are_comparable(self) -> None:
        """One outlet's militants are another's people; a missing noun tells nothing."""
        assert comparable("militant", "person") is True
        assert comparable("boat", "person") is False
        assert comparable("", "person") is None
