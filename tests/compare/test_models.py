"""The models that weigh the evidence, and what they find in a story."""

from __future__ import annotations

import math

import pytest

from reader.compare import compare, evidence, meaning
from reader.compare.alignment import EDGE_MEASURES
from reader.compare.passages import read
from reader.compare.stretches import WINDOW_MEASURES, Beside, stretches
from reader.compare.weighing import Model, models, probability
from reader.intake import load
from reader.language import vectors
from reader.model import Article
from tests.conftest import ROOT


def story(*texts: str) -> list[Article]:
    """An article for each text."""
    return [Article(id=f"p{n}", source=f"{n}.txt", text=text, outlet=f"P{n}") for n, text in enumerate(texts)]


STORY = story(
    "The ferry Aurora sank off Lindholm on Tuesday night, killing 12 people.\n"
    "Rescuers pulled 40 passengers from the water, the coast guard said.\n"
    "The captain has been arrested on suspicion of drinking.\n"
    "Its owner, Northline, bought the vessel from a Danish yard in 1998.",
    "Twelve people died when the Aurora went down near Lindholm.\n"
    "Police arrested the captain, who is suspected of having been drunk.\n"
    "According to the coast guard, 40 passengers were rescued from the water.\n"
    "The weather was calm and the sea was flat.",
)


class TestWeights:
    """The data file answers to the code."""

    def test_measures(self) -> None:
        """Each model has a weight for each measure, in the order in which they are measured."""
        words, both = models("words"), models("meaning")
        assert words.sentence.measures == evidence.SENTENCE_MEASURES
        assert words.window.measures == WINDOW_MEASURES
        assert words.edge.measures == EDGE_MEASURES + WINDOW_MEASURES
        assert both.sentence.measures == evidence.SENTENCE_MEASURES + meaning.SENTENCE_MEASURES
        assert both.window.measures == WINDOW_MEASURES + meaning.WINDOW_MEASURES
        assert both.edge.measures == EDGE_MEASURES + both.window.measures

    def test_figures(self) -> None:
        """The figures that were reached on stories held out stand beside the weights."""
        assert models("words").figures["pinned F1"] > 0.5

    @pytest.mark.parametrize(("score", "expected"), [(0.0, 0.5), (-1000.0, 0.0), (1000.0, 1.0)])
    def test_probability(self, score: float, expected: float) -> None:
        """Odds as a probability, without overflow."""
        assert probability(score) == expected


class TestStretches:
    """Of the stretches of two sentences those are taken that tell best what the sentences share."""

    SENTENCES = read(
        story(
            "After the ferry Aurora sank near Lindholm, the captain was arrested, police said, and 40 passengers were "
            "pulled from the water by the coast guard, which had come with three boats.",
            "The coast guard pulled 40 passengers from the water, while the captain, who is suspected of having been "
            "drunk, was arrested by police when the ferry Aurora went down.",
        )
    )

    def beside(self) -> Beside:
        """Both sentences side by side."""
        lexicon = evidence.Lexicon(self.SENTENCES)
        left, right = (stretches(sentence, lexicon) for sentence in self.SENTENCES)
        return Beside(left, right, lexicon.shared(*self.SENTENCES), lexicon)

    def test_best(self) -> None:
        """The best is the one of all pairs that the model gives the highest score."""
        model = models("words").window
        windows = list(self.beside())
        assert len(windows) > 20
        assert self.beside().best(model, 1) == [max(windows, key=lambda window: model.score(window.measures))]

    def test_several(self) -> None:
        """Those that follow share no character with those before, and each is the best of what is left."""
        brief = Model(WINDOW_MEASURES, tuple(-1.0 if name == "length" else 0.0 for name in WINDOW_MEASURES), 0.0)
        windows, expected = list(self.beside()), []
        while windows:
            best = max(windows, key=lambda window: brief.score(window.measures))
            expected.append(best)
            windows = [w for w in windows if not (w.left.overlaps(best.left) or w.right.overlaps(best.right))]
        assert self.beside().best(brief, 3) == expected[:3]
        assert len(expected) > 1

    def test_likely(self) -> None:
        """How likely stretches are follows from the scores of the pairs that they stand in, and adds up to one."""
        model = models("words").window
        best = self.beside().best(model, 1)[0]
        odds = {
            (window.left, window.right): math.exp(model.score(window.measures))
            for window in self.beside()
            if window.left.overlaps(best.left) and window.right.overlaps(best.right)
        }
        for side, likely in enumerate(self.beside().likely(model, best.left, best.right)):
            assert sum(likely.values()) == pytest.approx(1)
            for stretch, share in likely.items():
                of = sum(value for pair, value in odds.items() if pair[side] == stretch)
                assert share == pytest.approx(of / sum(odds.values()))

    def test_nothing_in_common(self) -> None:
        """Stretches that share no word are no pair."""
        lexicon = evidence.Lexicon(self.SENTENCES)
        left, right = (stretches(sentence, lexicon) for sentence in self.SENTENCES)
        nothing = evidence.Shared(frozenset(), (), 0.0)
        assert list(Beside(left, right, nothing, lexicon)) == []
        assert Beside(left, right, nothing, lexicon).best(models("words").window, 3) == []


class TestActs:
    """Who did what, as far as words beside a verb tell it."""

    def test_other_form(self) -> None:
        """A verb and a word beside it are the same in whatever order and form they are printed."""
        one, other = read(story("Thieves stole 51 rare books.", "The rare books that were stolen are lost."))
        assert ("steal", "book") in one.acts & other.acts

    def test_far(self) -> None:
        """A word far from the verb is no part of what was done."""
        (sentence,) = read(story("Thieves stole, as one dealer from Padua in northern Italy told Milan police, maps."))
        assert {word for verb, word in sentence.acts if verb == "steal"} >= {"thiev", "dealer"}
        assert ("steal", "map") not in sentence.acts

    def test_names(self) -> None:
        """A capital inside the sentence makes a name of what is spelt like a verb."""
        (sentence,) = read(story("On Sunday Stone bought a Told magazine."))
        assert {verb for verb, _ in sentence.acts} == {"buy"}


class TestStory:
    """An invented story, told twice in different words and another order."""

    def test_facts(self) -> None:
        """Rescue and arrest are aligned wherever they stand; what one article adds is aligned with nothing."""
        comparison = compare(STORY)
        together = [" / ".join(member.text for member in alignment.members) for alignment in comparison.alignments]
        assert any("40 passengers" in text and "coast guard" in text for text in together)
        assert any("has been arrested" in text and "arrested the captain" in text for text in together)
        assert not any("Danish" in text or "calm" in text for text in together)

    def test_unique(self) -> None:
        """What nobody else has is unique."""
        unique = " ".join(detail.text for detail in compare(STORY).unique)
        assert "Danish yard" in unique
        assert "weather was calm" in unique

    def test_evidence(self) -> None:
        """Each alignment says in words why it was made."""
        rescue = next(a for a in compare(STORY).alignments if any("40" in member.text for member in a.members))
        assert any(each.kind == "numbers" and "40" in each.text for each in rescue.evidence)
        assert any(each.kind == "words" and "passengers" in each.text for each in rescue.evidence)

    def test_amounts(self) -> None:
        """Clocks differ: 20 and 21 minutes are told of one thing, in however long a sentence; 45 minutes are not."""
        comparison = compare(
            story(
                "The envoys met in Lindholm on Monday.\n"
                "During the talks, which lasted for 20 minutes, the envoy asked that the harbour be opened again.",
                "The envoys of both states came together in Lindholm.\n"
                '"We share the view that the strait is no place for quarrels," he said, after their 21-minute meeting.',
                "Envoys met in Lindholm on Monday.\nThe two envoys had a 20-minute conversation.\n"
                "An earlier call had taken 45 minutes.",
            )
        )
        lasting = [a for a in comparison.alignments if any("21-minute" in member.text for member in a.members)]
        assert any(len(alignment.articles) == 3 for alignment in lasting)
        assert not any("45" in member.text for alignment in lasting for member in alignment.members)

    def test_spellings(self) -> None:
        """A name that is romanised in two ways is one name; two numerals are two."""
        lexicon = evidence.Lexicon(
            read(
                story(
                    "Prime Minister Lee Nak-yeon left for Tokyo.\nThe Super Bowl LII was fun.",
                    "On Thursday Lee Nak-yon met reporters.\nNow the Super Bowl LIII begins.",
                )
            )
        )
        assert lexicon.near["yeon"]["yon"] == 1.0
        assert lexicon.weight["yeon"] == lexicon.weight["yon"]
        assert "liii" not in lexicon.near.get("lii", {})

    def test_background_of_another_event(self) -> None:
        """What an article on a later event tells of the same history is aligned with it, as background."""
        told = [
            alignment
            for alignment in compare(load([str(ROOT / "seeds")]).articles).alignments
            if any("Japan then imposed restrictions" in member.text for member in alignment.members)
        ]
        assert [alignment.scope for alignment in told] == ["background"]
        assert any("introduced limitations on exports" in member.text for member in told[0].members)

    @pytest.mark.slow
    @pytest.mark.skipif(not vectors.available(), reason="the extra 'semantic' is not installed")
    def test_meaning(self) -> None:
        """With vectors of meaning the same is found, and the order of the articles is still irrelevant."""
        comparison = compare(STORY, semantic=True)
        assert any("captain" in member.text for a in comparison.alignments for member in a.members)
        assert compare(STORY[::-1], semantic=True).alignments == comparison.alignments
