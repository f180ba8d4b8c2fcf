"""Words are compared by their stems, in the language of their article."""

from __future__ import annotations

import pytest

from reader.language.words import words


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        (None, "agreed", "agrees"),
        ("en", "ferries", "ferry"),
        ("de", "Untersuchungen", "Untersuchung"),
        ("fr", "blessées", "blessé"),
        ("fr", "l’accord", "accords"),
        ("es", "acordaron", "acordar"),
        ("ru", "переговоры", "переговоров"),
        ("tr", "ülkelerin", "ülkeler"),
        ("ja", "東京", "東京"),
        ("xx", "Wort", "wort"),
    ],
)
def test_a_family_of_words_has_one_stem(language: str | None, one: str, other: str) -> None:
    """The endings go that the language has; of a language that is not known, only capitals and accents."""
    first, second = ([word.stem for word in words(text, language=language)] for text in (one, other))
    assert first == second


@pytest.mark.parametrize(
    ("language", "text", "telling"),
    [
        ("en", "the ferry and the harbour", ["ferry", "harbour"]),
        ("de", "die Fähre und der Hafen", ["Fähre", "Hafen"]),
        ("fr", "le navire et les passagers", ["navire", "passagers"]),
        ("xx", "die the le", ["die", "the", "le"]),
    ],
)
def test_small_words_carry_no_news(language: str, text: str, telling: list[str]) -> None:
    """Each language has its own; "die" is a small word in German and none in English."""
    assert [text[word.start : word.end] for word in words(text, language=language) if not word.common] == telling


def test_offsets() -> None:
    """Every word stands where it says."""
    text = "L’accord de 1965, signé à Séoul."
    assert [text[word.start : word.end] for word in words(text, language="fr")] == [
        "L’accord",
        "de",
        "1965",
        "signé",
        "à",
        "Séoul",
    ]
