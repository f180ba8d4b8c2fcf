"""Who says what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.rungs import rung
from reader.language.speech import covering, quotations, statements


def told(text: str) -> list[tuple[str | None, str | None]]:
    """Source and cue of each statement."""
    return [
        (text[slice(*each.source)] if each.source else None, text[slice(*each.cue)] if each.cue else None)
        for each in statements(text)
    ]


class TestStatements:
    """Sources and cues before, behind and around what is said."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Ada Falk said the ferry was late.", [("Ada Falk", "said")]),
            ("“It was late,” said Ada Falk.", [("Ada Falk", "said")]),
            ("The ferry was late, said Ada Falk, the harbour's spokeswoman.", [("Ada Falk", "said")]),
            ("The ferry was late, according to the harbour office.", [("the harbour office", "according to")]),
            ("Ada Falk, the captain, told reporters it was late.", [("Ada Falk, the captain,", "told")]),
            ("Police have also confirmed that it sank.", [("Police", "have also confirmed")]),
            ("The ferry reportedly sank.", [(None, "reportedly")]),
            ("The ferry sank on Monday.", []),
        ],
    )
    def test_source_and_cue(self, text: str, expected: list[tuple[str | None, str | None]]) -> None:
        """Each statement is told with who says it and by which words."""
        assert told(text) == expected

    def test_a_quotation_alone_belongs_to_the_speaker_before(self) -> None:
        """A sentence that is all quotation carries the source over."""
        text = "Ada Falk said the ferry was late. “We are sorry for that.”"
        carried = statements(text)[-1]
        assert carried.cue is None
        assert carried.source is not None
        assert text[slice(*carried.source)] == "Ada Falk"

    def test_what_is_agreed_or_hoped_is_not_quoted_next(self) -> None:
        """Only who says something is taken for the speaker of a quotation that stands alone."""
        text = "Ada Falk agreed to hold talks. “The two ministers agreed on a plan as well.”"
        assert [text[slice(*each.source)] for each in statements(text) if each.source and each.start > 30] == [
            "The two ministers"
        ]

    def test_what_covers_a_passage(self) -> None:
        """Of nested statements, the outer one is who says it."""
        text = "Ada Falk said police think the ferry sank."
        statement = covering(text, text.index("the ferry"), len(text))
        assert statement is not None
        assert statement.verb == "say"

    def test_quotations_left_open_end_with_their_paragraph(self) -> None:
        """An unbalanced quotation mark does not swallow the rest of the article."""
        text = "“It was late.\nThe ferry “sank” today."
        assert [text[slice(*span)] for span in quotations(text)] == ["It was late.", "sank"]

    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("the letter", "document"),
            ("Ada Falk", "person"),
            ("Lt. Ada Falk", "person"),
            ("a senior official", "official"),
            ("police", "official"),
            ("The Daily Mail", "reports"),
        ],
    )
    def test_the_ladder(self, source: str, expected: str) -> None:
        """Document, named person, official, reports."""
        assert rung(source) == expected

    @given(st.text(alphabet="aA ,.\"“”'said \n", max_size=60))
    def test_any_text_can_be_read(self, text: str) -> None:
        """Nothing fails, and offsets lie within the text."""
        assert all(0 <= each.start <= each.end <= len(text) for each in statements(text))
