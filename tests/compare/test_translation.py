"""Articles in different languages are compared by what their sentences mean, where the extra is installed."""

from __future__ import annotations

import pytest

from reader.compare import compare
from reader.compare.passages import read
from reader.compare.translation import edges
from reader.errors import Cancelled
from reader.intake import load
from reader.language import multilingual
from reader.model import Alignment, Article, Comparison, Progress
from tests.conftest import ROOT

DATA = ROOT / "tests" / "data"
FACTS = (
    # The same fact in English, in German and in French: words of each that no other passage has.
    ("Transport Minister Clara Voss announced", "kündigte eine Untersuchung an", "a ordonné une enquête"),
    ("Erik Lunde, told investigators", "sagte den Ermittlern", None),
    ("Lifeboats brought everyone ashore", "Rettungsboote brachten alle", "ramenés à terre par des canots"),
    ("The western channel remains shut", None, "Le chenal ouest reste fermé"),
)


@pytest.fixture(scope="module")
def articles() -> tuple[Article, ...]:
    """Two English articles on the ferry, a German one and a French one."""
    sources = ["ferry/courier.txt", "ferry/northwire.txt", "ferry_abroad/kuestenbote.txt", "ferry_abroad/gazette.txt"]
    return load([str(DATA / source) for source in sources]).articles


@pytest.fixture(scope="module")
def comparison(articles: tuple[Article, ...]) -> Comparison:
    """All four compared."""
    return compare(articles)


def _meaning(alignment: Alignment) -> bool:
    return any(evidence.kind == "meaning" for evidence in alignment.evidence)


def _quiet(step: str, done: int, total: int) -> None:
    del step, done, total


@pytest.mark.slow
@pytest.mark.skipif(not multilingual.available(), reason="the extra 'multilingual' is not installed")
class TestWithTheExtra:
    def test_the_same_fact(self, comparison: Comparison) -> None:
        """Passages in two or three languages are one alignment, and their articles one event."""
        assert [len(event.articles) for event in comparison.events] == [4]
        members = [[member.text for member in alignment.members] for alignment in comparison.alignments]
        for fact in FACTS:
            printed = [words for words in fact if words]
            assert any(all(any(words in text for text in texts) for words in printed) for texts in members), fact
        together = [set(alignment.articles) for alignment in comparison.alignments if _meaning(alignment)]
        assert all(of & {"kustenbote", "gazette"} for of in together)
        assert together

    def test_what_only_one_tells_stays_alone(self, comparison: Comparison) -> None:
        """Soup on the quay and a fish market have nothing to do with one another."""
        texts = [member.text for alignment in comparison.alignments for member in alignment.members]
        assert not any("heiße Suppe" in text or "marché aux poissons" in text for text in texts)

    def test_the_order_is_irrelevant(self, articles: tuple[Article, ...], comparison: Comparison) -> None:
        """Given the other way round the alignments are the same."""
        assert compare(articles[::-1]).alignments == comparison.alignments

    def test_it_can_be_stopped(self, articles: tuple[Article, ...]) -> None:
        """Encoding is the slow part, and reports on its way."""

        def stop(progress: Progress) -> None:
            if progress.step == "translating passages" and progress.done:
                raise Cancelled

        with pytest.raises(Cancelled):
            compare(articles, stop)


class TestWithoutIt:
    @pytest.fixture(autouse=True)
    def _absent(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(multilingual, "installed", lambda: False)

    def test_nothing_is_claimed(self, articles: tuple[Article, ...]) -> None:
        """Words alone bring no sentences of different languages together by their meaning."""
        assert edges(read(articles), articles, 0.0, _quiet) == []

    def test_it_is_said(self) -> None:
        """What it takes is told when the articles are opened."""
        sources = [str(DATA / "ferry" / "courier.txt"), str(DATA / "ferry_abroad" / "kuestenbote.txt")]
        (problem,) = load(sources).hints
        assert "different languages (de, en)" in problem
        assert "rashomon[multilingual]" in problem


def test_one_language_needs_no_model(articles: tuple[Article, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles in one language are compared without it."""
    monkeypatch.setattr(multilingual, "encode", None)
    assert edges(read(articles[:2]), articles[:2], 0.0, _quiet) == []
