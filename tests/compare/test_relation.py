"""What makes an alignment a difference, and what leaves it an agreement."""

from __future__ import annotations

import pytest

from reader.compare.differences import relation
from reader.model import Difference, Kind, Relation, Verdict


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], "agreement"),
        ([("number", "conflict")], "difference"),
        ([("number", "update")], "difference"),
        ([("date", "more-specific")], "difference"),
        ([("number", "compatible")], "agreement"),
        ([("name", "compatible"), ("wording", "framing"), ("content", "framing")], "agreement"),
        ([("attribution", "framing")], "difference"),
        ([("quotation", "compatible")], "difference"),
        ([("modality", "framing")], "difference"),
        ([("wording", "compatible"), ("polarity", "conflict")], "difference"),
    ],
)
def test_what_an_editor_would_look_at_is_a_difference(found: list[tuple[Kind, Verdict]], expected: Relation) -> None:
    """What cannot both stand, what says more, who says it and how; no rounding, spelling or choice of words."""
    assert relation([Difference(kind, verdict, "", ()) for kind, verdict in found]) == expected
