"""Adjectives among printed words."""

from __future__ import annotations

import pytest

from reader.language.adjectives import describes


@pytest.mark.parametrize("word", ["frayed", "strained", "prickly", "crippled", "difficult", "ugly"])
def test_what_says_what_a_thing_is_like(word: str) -> None:
    """Adjectives, and participles that have become one."""
    assert describes(word)


@pytest.mark.parametrize("word", ["new", "last", "several", "nuclear", "police", "agree", "quickly", "zzz", "the"])
def test_what_does_not(word: str) -> None:
    """Common words, those that only say of what kind a thing is, and other parts of speech."""
    assert not describes(word)
