"""Dates and times as intervals, resolved against the day of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.dates import moments
from reader.language.moments import relation

PUBLISHED = "2019-10-24"
"""A Thursday."""


def told(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    """The moments of a text, as printed and as normalised."""
    return [(text[moment.start : moment.end], moment.value) for moment in moments(text, published)]


class TestMoments:
    """What is read, and on which days it falls."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("They met on Thursday.", [("Thursday", "2019-10-24")]),
            ("They met on Tuesday night.", [("Tuesday night", "2019-10-22 night")]),
            ("They will meet on Saturday.", [("Saturday", "2019-10-26")]),
            ("this morning", [("this morning", "2019-10-24")]),
            ("yesterday", [("yesterday", "2019-10-23")]),
            ("Oct. 20, 2019", [("Oct. 20, 2019", "2019-10-20")]),
            ("the 20th of October", [("20th of October", "2019-10-20")]),
            ("on December 3", [("December 3", "2018-12-03")]),
            ("will open on December 3", [("December 3", "2019-12-03")]),
            ("since July 2014", [("July 2014", "2014-07")]),
            ("last month", [("last month", "2019-09")]),
            ("in August", [("August", "2019-08")]),
            ("the 1950-53 war", [("1950-53", "1950 to 1953")]),
            ("a law of 1965", [("1965", "1965")]),
            ("two weeks ago", [("two weeks ago", "2019-10-07 to 2019-10-13")]),
            ("TWO WEEKS AGO", [("TWO WEEKS AGO", "2019-10-07 to 2019-10-13")]),
            ("at noon Saturday", [("noon Saturday", "2019-10-19 12:00")]),
            ("at 3.30pm", [("3.30pm", "15:30")]),
            ("at 2206 GMT", [("2206 GMT", "22:06")]),
            ("on Christmas Eve", [("Christmas Eve", "2018-12-24")]),
            ("over the weekend", [("over the weekend", "2019-10-18 to 2019-10-20")]),
            ("It opened in mid-2017.", [("mid-2017", "mid-2017")]),
            ("It has recently been closed.", [("recently", "recently")]),
            ("It is closed every year.", [("every year", "every year")]),
            ("They met that evening.", [("that evening", "evening")]),
            ("the night of July 21", [("night of July 21", "2019-07-21 night")]),
            ("on Saturday, July 27", [("Saturday, July 27", "2019-07-27")]),
            ("July 29 to 30, 2017", [("July 29 to 30, 2017", "2017-07-29 to 2017-07-30")]),
            ("in the first six months of this year", [("first six months of this year", "2019-01-01 to 2019-06-30")]),
        ],
    )
    def test_what_is_read(self, text: str, expected: list[tuple[str, str]]) -> None:
        """Words for days are resolved against the day of publication."""
        assert told(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "He may march in.",
            "She sat on the mat.",
            "the second boat",
            "The Daily Planet",
            "The Morning Post",
            "Room 2016 was shut",
            "$1965",
        ],
    )
    def test_what_is_none(self, text: str) -> None:
        """Words that look like months, days and years are none."""
        assert told(text) == []

    def test_without_a_day_of_publication(self) -> None:
        """A weekday stays a weekday where nothing ties it to the calendar."""
        moment = moments("on Thursday")[0]
        assert (moment.first, moment.weekday, moment.value) == (None, 3, "Thursday")

    @given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
    def test_iso_dates_are_themselves(self, day: date) -> None:
        """An ISO date is read as that day."""
        assert told(f"on {day} they met") == [(str(day), str(day))]

    @given(st.text(max_size=80))
    def test_any_text_can_be_read(self, text: str) -> None:
        """Nothing that is thrown at it fails, with and without a day of publication."""
        for published in (None, PUBLISHED, "no date"):
            assert all(0 <= each.start < each.end <= len(text) for each in moments(text, published))


class TestRelation:
    """How two moments stand to each other."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("on Thursday", "on Oct. 24", "same"),
            ("today", "on Thursday", "same"),
            ("on Thursday", "on Friday", "apart"),
            ("in May", "on May 20", "within"),
            ("in 2012", "in 2013", "apart"),
            ("at noon", "at 12:00", "same"),
            ("at noon", "at 3 p.m.", "apart"),
            ("just after noon", "at noon", "within"),
            ("Tuesday evening", "Tuesday night", "within"),
            ("on Tuesday", "Tuesday night", "within"),
        ],
    )
    def test_with_a_day_of_publication(self, one: str, other: str, expected: str) -> None:
        """The same day in different words is the same."""
        assert relation(moments(one, PUBLISHED)[0], moments(other, PUBLISHED)[0]) == expected

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("on Thursday", "on Thursday", "same"),
            ("on Thursday", "on Friday", "apart"),
            ("on July 21", "on July 22", "apart"),
            ("in May", "on May 20", "within"),
            ("on Thursday", "on July 21", "unknown"),
            ("on Thursday", "on Oct. 24, 2019", "same"),
            ("on Friday", "on Oct. 24, 2019", "apart"),
        ],
    )
    def test_without(self, one: str, other: str, expected: str) -> None:
        """What both tell is compared; what only one tells is not known."""
        assert relation(moments(one)[0], moments(other)[0]) == expected
