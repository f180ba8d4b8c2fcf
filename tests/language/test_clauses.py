"""Where a sentence parts into statements."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.clauses import clauses


class TestClauses:
    """Sentences part where a new statement begins."""

    @pytest.mark.parametrize(
        ("sentence", "expected"),
        [
            ("They met on Thursday.", ["They met on Thursday."]),
            (
                "During the talks, which lasted for twenty minutes, the minister stressed that the treaty holds.",
                [
                    "During the talks,",
                    "which lasted for twenty minutes,",
                    "the minister stressed that the treaty holds.",
                ],
            ),
            (
                '"We cannot leave it as it is," the vice minister told reporters in Tokyo.',
                ['"We cannot leave it as it is,"', "the vice minister told reporters in Tokyo."],
            ),
        ],
    )
    def test_where_they_part(self, sentence: str, expected: list[str]) -> None:
        """At commas with a conjunction, and at quotations; a short sentence stays whole."""
        assert [sentence[start:end] for start, end in clauses(sentence, 0, len(sentence))] == expected

    @given(st.lists(st.sampled_from(("word", "and", "which,", "said,", '"so', "in", "of", "—", "2.3")), max_size=60))
    def test_nothing_is_lost(self, parts: list[str]) -> None:
        """Clauses are in order and hold every word, whatever the sentence."""
        text = "  " + " ".join(parts) + "x"
        found = clauses(text, 2, len(text))
        assert (found[0][0], found[-1][1]) == (2, len(text))
        assert all(one[1] <= two[0] for one, two in pairwise(found))
        covered = {place for start, end in found for place in range(start, end)}
        assert all(text[place] in " —" for place in range(2, len(text)) if place not in covered)
