"""Alignments are held against a key by counting pairs, as the figures are defined."""

from __future__ import annotations

import pytest

from reader.evaluate.gold import Fact, Gold, Key
from reader.evaluate.judgement import judge
from reader.evaluate.score import Score, Tally
from reader.model import Alignment, Span


def gold(start: int, end: int) -> Gold:
    """A stretch in one piece."""
    return Gold("x" * (end - start), end - start, (((start, end),),))


def span(article: str, start: int, end: int) -> Span:
    """A passage; its text is of no account here."""
    return Span(article, start, end, "x" * (end - start))


def alignment(*members: Span, confidence: float = 0.8) -> Alignment:
    """Passages that an engine put together."""
    return Alignment("a1", "e1", "event", "agreement", confidence, members)


def fact(id: str, **members: list[tuple[int, int]]) -> Fact:
    """A fact from the offsets of its stretches."""
    return Fact(id, {article: tuple(gold(*place) for place in places) for article, places in members.items()})


def key(*facts: Fact, complete: bool = True) -> Key:
    """A key of these facts."""
    return Key("tiny", facts, complete)


class TestPassages:
    """When a passage finds or pins a stretch of gold."""

    @pytest.mark.parametrize(
        ("passage", "stretch", "found", "pinned"),
        [
            ((0, 100), (40, 60), True, True),  # short enough to pin anything it covers
            ((0, 101), (40, 60), True, False),  # longer than 100 and than three times 20
            ((0, 300), (100, 200), True, True),  # three times as long exactly
            ((0, 301), (100, 200), True, False),
            ((0, 400), (100, 200), True, False),
            ((0, 401), (100, 200), False, False),  # too long to lead anybody anywhere
            ((0, 50), (40, 60), True, True),  # half of it
            ((0, 49), (40, 60), False, False),  # less than half of it
            ((60, 90), (40, 60), False, False),
        ],
    )
    def test_length_and_cover(
        self, passage: tuple[int, int], stretch: tuple[int, int], found: bool, pinned: bool
    ) -> None:
        """Half of the stretch must be covered, by a passage that is not too long."""
        assert gold(*stretch).found(*passage) is found
        assert gold(*stretch).pinned(*passage) is pinned

    def test_pieces_count_together(self) -> None:
        """Words between the pieces of a stretch do not count."""
        broken = Gold("…", 20, (((0, 10), (50, 60)),))
        assert broken.found(0, 10)
        assert not broken.found(0, 9)
        assert not broken.found(10, 50)

    def test_words_printed_twice_are_found_at_either_place(self) -> None:
        """A headline that is repeated reports its fact wherever it stands."""
        twice = Gold("headline", 8, (((0, 8),), ((100, 108),)))
        assert twice.found(0, 8)
        assert twice.found(100, 108)
        assert not twice.found(9, 99)

    def test_removed_words_are_never_found(self) -> None:
        """What intake took out of the article is missed, whatever is aligned."""
        assert not Gold("gone", 4, ()).found(0, 400)


class TestPairs:
    """Precision and recall."""

    def test_all_right(self) -> None:
        """Three articles in one alignment are three pairs, predicted and wanted."""
        told = key(fact("f", a=[(0, 50)], b=[(0, 50)], c=[(0, 50)]))
        score = judge([alignment(span("a", 0, 50), span("b", 0, 50), span("c", 0, 50))], told).score
        assert score.found == score.pinned == Tally(right=3, predicted=3, reached=3, wanted=3)
        assert (score.whole, score.shared) == (1, 1)

    def test_nothing_aligned(self) -> None:
        """No alignment, no precision and no recall, and everything is missed."""
        judged = judge([], key(fact("f", a=[(0, 50)], b=[(0, 50)])))
        assert judged.score.found == Tally(wanted=1)
        assert judged.score.found.f1 == 0
        assert [(miss.fact.id, miss.left, miss.right) for miss in judged.missed] == [("f", "a", "b")]

    def test_passages_of_one_article_are_no_pair(self) -> None:
        """Two passages of an article in one alignment are neither right nor wrong between themselves."""
        told = key(fact("f", a=[(0, 50), (60, 90)], b=[(0, 50)]))
        score = judge([alignment(span("a", 0, 50), span("a", 60, 90), span("b", 0, 50))], told).score
        assert score.found == Tally(right=2, predicted=2, reached=1, wanted=1)

    def test_a_pair_in_two_alignments_counts_once(self) -> None:
        """An engine gains and loses nothing by saying the same twice."""
        told = key(fact("f", a=[(0, 50)], b=[(0, 50)]))
        twice = [alignment(span("a", 0, 50), span("b", 0, 50)), alignment(span("b", 0, 50), span("a", 0, 50))]
        assert judge(twice, told).score.found == Tally(right=1, predicted=1, reached=1, wanted=1)

    def test_a_chain_is_not_together(self) -> None:
        """Recall asks for one alignment that holds both articles."""
        told = key(fact("f", a=[(0, 50)], b=[(0, 50)], c=[(0, 50)]))
        chain = [alignment(span("a", 0, 50), span("b", 0, 50)), alignment(span("b", 0, 50), span("c", 0, 50))]
        score = judge(chain, told).score
        assert score.found == Tally(right=2, predicted=2, reached=2, wanted=3)
        assert (score.whole, score.shared) == (0, 1)

    def test_a_sentence_that_finds_does_not_pin(self) -> None:
        """The right sentence is found; that it holds other words too shows in pinned."""
        told = key(fact("f", a=[(0, 30)], b=[(0, 30)]))
        score = judge([alignment(span("a", 0, 200), span("b", 0, 30))], told).score
        assert score.found == Tally(right=1, predicted=1, reached=1, wanted=1)
        assert score.pinned == Tally(right=0, predicted=1, reached=0, wanted=1)

    def test_a_stranger_is_false(self) -> None:
        """Two passages that carry different facts are a false pair, and are listed."""
        told = key(fact("f", a=[(0, 50)], b=[(0, 50)]), fact("g", a=[(60, 90)], b=[(60, 90)]))
        judged = judge([alignment(span("a", 0, 50), span("b", 60, 90))], told)
        assert judged.score.found == Tally(right=0, predicted=1, reached=0, wanted=2)
        assert [(stray.left.start, stray.right.start) for stray in judged.false] == [(0, 60)]

    @pytest.mark.parametrize(("complete", "predicted"), [(True, 1), (False, 0)])
    def test_unmarked_passages(self, complete: bool, predicted: int) -> None:
        """An alignment of words that the key does not mark is false only where the key is complete."""
        told = key(fact("f", a=[(0, 50)], b=[(0, 50)]), complete=complete)
        assert judge([alignment(span("a", 200, 250), span("b", 0, 50))], told).score.found.predicted == predicted

    def test_order_of_members_is_irrelevant(self) -> None:
        """The same alignment gives the same figures whatever its order."""
        told = key(fact("f", a=[(0, 50)], b=[(0, 50)], c=[(10, 60)]))
        members = [span("c", 0, 60), span("a", 0, 50), span("b", 0, 50)]
        assert judge([alignment(*members)], told).score == judge([alignment(*reversed(members))], told).score


class TestCalibration:
    """Whether confidence says what it promises."""

    def test_bands(self) -> None:
        """An alignment is right when one fact is found in every one of its articles."""
        told = key(fact("f", a=[(0, 50)], b=[(0, 50)]))
        right = alignment(span("a", 0, 50), span("b", 0, 50), confidence=0.85)
        wrong = alignment(span("a", 0, 50), span("b", 0, 50), span("c", 0, 50), confidence=0.82)
        sure = alignment(span("a", 0, 50), span("b", 0, 50), confidence=1.0)
        bands = judge([right, wrong, sure], told).score.bands
        assert (bands[8].alignments, bands[8].right) == (2, 1)
        assert (bands[9].alignments, bands[9].right) == (1, 1)

    def test_incomplete_keys_say_nothing(self) -> None:
        """Where a key does not hold every fact, an alignment outside it may be right."""
        told = key(fact("f", a=[(0, 50)], b=[(0, 50)]), complete=False)
        assert judge([alignment(span("a", 0, 50), span("b", 0, 50))], told).score.bands == Score().bands


def test_scores_add_up() -> None:
    """Pooled figures are those of the counts together, not the mean of figures."""
    one = judge([alignment(span("a", 0, 50), span("b", 0, 50))], key(fact("f", a=[(0, 50)], b=[(0, 50)]))).score
    other = judge([], key(fact("f", a=[(0, 50)], b=[(0, 50)]), fact("g", a=[(60, 90)], b=[(60, 90)]))).score
    pooled = (one + other).found
    assert (pooled.precision, pooled.recall) == (1.0, 1 / 3)
