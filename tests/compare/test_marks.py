"""Words marked inside aligned passages."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.marks import word_marks


def marked(texts: Sequence[str]) -> list[list[tuple[str, str]]]:
    """The marks with their words."""
    return [
        [(mark.kind, text[mark.start : mark.end]) for mark in marks]
        for text, marks in zip(texts, word_marks(texts), strict=True)
    ]


class TestWordMarks:
    """Shared, different, only."""

    @pytest.mark.parametrize(
        ("texts", "expected"),
        [
            ((), []),
            (("Alone.",), [[("only", "Alone")]]),
            (("Same words", "same Words."), [[("shared", "Same words")], [("shared", "same Words")]]),
            (
                ("Moon Jae-in's letter", "a 21-minute meeting of Moon Jae-in"),
                [
                    [("shared", "Moon Jae-in's"), ("only", "letter")],
                    [("only", "a 21-minute meeting of"), ("shared", "Moon Jae-in")],
                ],
            ),
            (
                ("after 21 minutes", "after 20 minutes of talks"),
                [
                    [("shared", "after"), ("different", "21"), ("shared", "minutes")],
                    [("shared", "after"), ("different", "20"), ("shared", "minutes"), ("only", "of talks")],
                ],
            ),
            (
                (
                    "Hoax calls bring the public, and crews, at risk",
                    "Calls like these bring lives of the public at risk",
                ),
                [
                    [
                        ("only", "Hoax"),
                        ("shared", "calls bring the public"),
                        ("only", "and crews"),
                        ("shared", "at risk"),
                    ],
                    [
                        ("shared", "Calls"),
                        ("only", "like these"),
                        ("shared", "bring"),
                        ("only", "lives of"),
                        ("shared", "the public at risk"),
                    ],
                ],
            ),
        ],
    )
    def test_kinds(self, texts: Sequence[str], expected: list[list[tuple[str, str]]]) -> None:
        """Case and punctuation make no difference; what stands in a word's place does."""
        assert marked(texts) == expected

    def test_three_texts(self) -> None:
        """A word is shared as soon as one other text has it."""
        first = marked(("talks in Tokyo", "talks in Seoul", "talks in Tokyo"))[0]
        assert first == [("shared", "talks in Tokyo")]

    @given(st.lists(st.text(max_size=40) | st.sampled_from(("a b c", "b c d", "can’t a", "1,574 a")), max_size=4))
    def test_every_word_is_covered_once(self, texts: list[str]) -> None:
        """Marks are in order, do not overlap, begin and end at words, and leave no word out."""
        for text, marks in zip(texts, word_marks(texts), strict=True):
            assert all(one.end <= two.start for one, two in itertools.pairwise(marks))
            covered = {place for mark in marks for place in range(mark.start, mark.end)}
            assert all(place in covered for place, sign in enumerate(text) if sign.isalnum())
