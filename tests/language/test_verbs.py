"""Verbs among printed words."""

from __future__ import annotations

import pytest

from reader.language.verbs import verb


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("steal steals stealing stole stolen", "steal"),
        ("find finds finding found", "find"),
        ("arrive arrives arriving arrived", "arriv"),
        ("stop stops stopping stopped", "stop"),
        ("carry carries carried carrying", "carri"),
        ("see seeing saw seen", "see"),
    ],
)
def test_forms_of_a_verb_are_one(words: str, stem: str) -> None:
    """Whatever form a verb is printed in, regular or not, it has one stem."""
    assert {verb(word) for word in words.split()} == {stem}


@pytest.mark.parametrize("word", ["police", "treaty", "young", "quickly", "state", "zzz"])
def test_what_is_mostly_no_verb_is_none(word: str) -> None:
    """Nouns, adjectives and adverbs are no verbs, even where a verb is spelt like them."""
    assert verb(word) is None


@pytest.mark.parametrize("word", ["is", "was", "had", "does", "said", "says"])
def test_verbs_that_stand_beside_every_fact_are_none(word: str) -> None:
    """Auxiliaries and "say" tell nothing of what was done."""
    assert verb(word) is None
