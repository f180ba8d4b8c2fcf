"""What fuzzing has found is read on every run."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.fuzzing import PARSERS, inputs, run
from tests.intake.test_formats import PAGE


@pytest.mark.parametrize("parser", PARSERS)
def test_every_input_that_was_found(parser: str) -> None:
    """Each gives an article that keeps its promises, or one sentence."""
    found = inputs(parser)
    assert found
    for data in found:
        run(parser, data)


@pytest.mark.parametrize("parser", PARSERS)
@settings(max_examples=30)
@given(data=st.binary(max_size=400))
def test_any_bytes(parser: str, data: bytes) -> None:
    """So do any bytes."""
    run(parser, data)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(0, len(PAGE) - 1), st.sampled_from(["", "<", ">", "</p>", "\x00", '"', "<svg>"])),
        max_size=12,
    )
)
def test_damaged_pages(damage: list[tuple[int, str]]) -> None:
    """So do pages with characters lost and tags put in anywhere."""
    page = PAGE
    for at, what in damage:
        page = page[:at] + what + page[at + 1 :]
    run("pages", page.encode())
