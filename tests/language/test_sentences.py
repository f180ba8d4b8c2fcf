"""Sentences and paragraphs."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.sentences import paragraphs, sentences
from reader.language.words import words


class TestParagraphs:
    """A line is a paragraph, unless it is the rest of a wrapped one."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", []),
            (" \n\n ", []),
            ("One.\nTwo.", ["One.", "Two."]),
            ("One.\n\n  Two.  \n", ["One.", "Two."]),
            ("a letter that\nis wrapped. \nNext.", ["a letter that\nis wrapped.", "Next."]),
            ("A headline\n\nlower case after a blank line.", ["A headline", "lower case after a blank line."]),
        ],
    )
    def test_where_they_part(self, text: str, expected: list[str]) -> None:
        """Lines are joined only where the first is unfinished and the second goes on in lower case."""
        assert [text[start:end] for start, end in paragraphs(text)] == expected


class TestSentences:
    """Sentences keep to their paragraphs and know abbreviations."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("It sank, said Lt. Cmdr. Ada Falk. It is late.", ["It sank, said Lt. Cmdr. Ada Falk.", "It is late."]),
            ("Mr. Lee met Sgt. Rasch. They spoke.", ["Mr. Lee met Sgt. Rasch.", "They spoke."]),
            ("A headline without a stop\nThe lede follows.", ["A headline without a stop", "The lede follows."]),
            ("It rose 2.3 percent to $1.5 billion. It fell.", ["It rose 2.3 percent to $1.5 billion.", "It fell."]),
        ],
    )
    def test_english(self, text: str, expected: list[str]) -> None:
        """English sentences."""
        assert [text[start:end] for start, end in sentences(text, "en")] == expected

    def test_scripts_with_their_own_full_stop(self) -> None:
        """Chinese ends a sentence with its own sign."""
        text = "首相会见了总统。他们谈了二十分钟。"
        assert [text[start:end] for start, end in sentences(text, "zh")] == ["首相会见了总统。", "他们谈了二十分钟。"]

    @given(st.text(max_size=300))
    def test_no_word_is_lost(self, text: str) -> None:
        """Sentences are ascending, do not overlap, and hold every word of any text whatever."""
        found = sentences(text)
        assert all(start < end for start, end in found)
        assert all(one[1] <= two[0] for one, two in itertools.pairwise(found))
        covered = {place for start, end in found for place in range(start, end)}
        assert all(text[place].isspace() for place in range(len(text)) if place not in covered)


class TestWords:
    """What passages are compared by."""

    @pytest.mark.parametrize(
        ("text", "stems"),
        [
            ("21-minute", ["21", "minut"]),
            ("Japan's", ["japan"]),
            ("can’t", ["not"]),
            ("agreed agrees agreeing", ["agre"] * 3),
            ("1,574 pairs", ["1574", "pair"]),
            ("Café", ["cafe"]),
        ],
    )
    def test_stems(self, text: str, stems: list[str]) -> None:
        """Forms of a word share a stem."""
        assert [word.stem for word in words(text)] == stems

    @given(st.text(max_size=200))
    def test_offsets(self, text: str) -> None:
        """Words are ascending and do not overlap, in any text."""
        found = words(text)
        assert all(one.end <= two.start for one, two in itertools.pairwise(found))
        assert all(text[word.start : word.end].strip() for word in found)
