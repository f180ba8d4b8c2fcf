"""Names: who and what is meant, however it is spelt or titled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.names import names, nation, same
from reader.language.spelling import spelling_variant


def told(text: str) -> list[tuple[str, str]]:
    """The names of a text with what they name."""
    return [(name.text, name.kind) for name in names(text)]


class TestNames:
    """What is read as a name."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Prime Minister Ro Min-seo met Lt. Ada Falk.", [("Ro Min-seo", "person"), ("Ada Falk", "person")]),
            ("South Korean President Moon Jae-in spoke.", [("Moon Jae-in", "person")]),
            ("Then the Supreme Court ruled.", [("Supreme Court", "court")]),
            ("at the University of Basel", [("University of Basel", "university")]),
            ("She lives in Oslo.", [("Oslo", "place")]),
            ("The ferry sank.", []),
            ("Japan's leader", [("Japan", "place")]),
            ("on Thursday in May", []),
            (
                "Flying to New York, she met Second Lieutenant Ada Falk.",
                [("New York", "place"), ("Ada Falk", "person")],
            ),
            ("It flew for All Nippon Airways.", [("All Nippon Airways", "company")]),
            (
                "a Customs Service, Air and Marine Operations helicopter",
                [
                    ("Customs Service", "agency"),
                    ("Air and Marine Operations", "agency"),
                ],
            ),
            (
                "told the Centers for Disease Control and Prevention",
                [
                    ("Centers for Disease Control and Prevention", "agency"),
                ],
            ),
            ("sued by the Justice Department and Apple", [("Justice Department", "agency"), ("Apple", "")]),
        ],
    )
    def test_what_is_read(self, text: str, expected: list[tuple[str, str]]) -> None:
        """Titles, possessives and words that only open a sentence are left out."""
        assert told(text) == expected

    def test_titles_are_kept_beside_the_name(self) -> None:
        """The role stands beside the name."""
        assert names("South Korean President Moon Jae-in spoke.")[0].titles == ("south korean", "president")

    @given(st.text(max_size=80))
    def test_any_text_can_be_read(self, text: str) -> None:
        """Nothing fails, and every name is what stands at its offsets."""
        assert all(text[name.start : name.end] == name.text for name in names(text))


class TestSpelling:
    """One name in two romanisations, and two names that only look alike."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("Lee Nak-yeon", "Lee Nak-yon", True),
            ("Qaddafi", "Gaddafi", True),
            ("Mursi", "Morsi", True),
            ("Kim Jong-un", "Kim Jong-nam", False),
            ("Iran", "Iraq", False),
            ("Osama", "Obama", False),
            ("Anna Berg", "Anna Borg-Lund", False),
            ("Berg", "Berg", False),
        ],
    )
    def test_variants(self, one: str, other: str, expected: bool) -> None:
        """Letters that romanisations differ by are folded; a name is no variant of itself."""
        assert spelling_variant(one, other) is expected
        assert spelling_variant(other, one) is expected


class TestSame:
    """Two mentions of one thing."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("said Ada Falk yesterday", "said Falk yesterday", True),
            ("said Ada Falk yesterday", "said Ivo Falk yesterday", False),
            ("said Ada Falk yesterday", "said Rita Holm yesterday", False),
            ("of the World Health Organization", "of the WHO", True),
        ],
    )
    def test_mentions(self, one: str, other: str, expected: bool) -> None:
        """A surname or initials stand for the full name; other first names are other people."""
        assert same(names(one)[0], names(other)[0]) is expected

    def test_capitals_stand_for_countries(self) -> None:
        """A capital, a demonym and a country are one nation."""
        assert nation("Seoul") == nation("South Korean") == nation("S. Korea") == "South Korea"
        assert nation("Gotham") is None
