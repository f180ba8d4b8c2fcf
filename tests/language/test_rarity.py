"""What a word weighs, and which words stand near each other."""

from __future__ import annotations

from reader.language.rarity import general, rarity
from reader.language.related import nearness

STORY = [["japan letter", "japan treaty", "japan talks"], ["japan letter", "japan ties", "japan visit"]]


def weights(texts: list[list[str]]) -> dict[str, float]:
    """The weights of a story whose passages are given as words."""
    return dict(rarity([[frozenset(text.split()) for text in article] for article in texts]))


class TestRarity:
    """Rare in the story times rare in English."""

    def test_what_every_passage_says_weighs_nothing(self) -> None:
        """In a story on Japan, "Japan" tells nothing."""
        found = weights(STORY)
        assert found["letter"] > 10 * found["japan"]

    def test_copies_change_nothing(self) -> None:
        """A wire text that ten outlets print weighs its words as one outlet does."""
        assert weights(STORY[:1] * 10) == weights(STORY[:1])

    def test_english(self) -> None:
        """A number or a name that English does not know is as rare as can be."""
        assert general("home") < general("touchdown") < general("tarnowski") == 1.0


class TestNearness:
    """Words near in meaning."""

    def test_pairs(self) -> None:
        """Both ways, and only among the words that are asked for."""
        near = nearness({"dead", "deceas", "car", "tokyo"})
        assert near["dead"]["deceas"] == near["deceas"]["dead"] > 0.5
        assert "car" not in near

    def test_forms_of_one_word(self) -> None:
        """Irregular forms of a verb are one word, and so are a number's word and its digits."""
        near = nearness({"stole", "stolen", "steal", "twelv", "12", "12.5", "talk"})
        assert near["stolen"] == {"stole": 1.0, "steal": 1.0}
        assert near["steal"] == {"stole": 1.0, "stolen": 1.0}
        assert near["12"] == {"twelv": 1.0}
        assert "talk" not in near

    def test_opposites_are_not_near(self) -> None:
        """Winning is no kind of losing."""
        assert "lose" not in nearness({"win", "lose"}).get("win", {})
