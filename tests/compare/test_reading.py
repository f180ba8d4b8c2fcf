"""What a reader of less than everything misses."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from reader.compare.reading import EXACT, blind_spots, smallest_reading
from reader.model import Alignment, Article, Comparison, Event, Span, UniqueDetail

TEXT = "Storm sinks ferry\n\nThe ferry sank.\n\nThe mayor wept.\n\nThe harbour is shut."


def comparison(*facts: str, unique: str = "", outlets: str = "abc") -> Comparison:
    """Facts as the ids of the articles that report them ("ab"), and articles that have a unique detail each."""
    articles = tuple(Article(id, f"{id}.txt", TEXT, id, title="Storm sinks ferry") for id in outlets)
    alignments = tuple(
        Alignment(f"a{number}", "e1", "event", "agreement", 0.9, tuple(Span(id, 19, 34, TEXT[19:34]) for id in ids))
        for number, ids in enumerate(facts, start=1)
    )
    details = tuple(UniqueDetail(id, 36, 51, TEXT[36:51]) for id in unique)
    return Comparison(articles, (Event("e1", "ferry", tuple(outlets)),), alignments, details)


class TestBlindSpots:
    """What the others report."""

    def test_facts_of_two_others_and_details_of_one(self) -> None:
        """A fact that two other articles share is a blind spot, and what one of them alone has is told apart."""
        spots = blind_spots(comparison("ab", "bc", "abc", unique="ac"), "a")
        assert [alignment.id for alignment in spots.facts] == ["a2"]
        assert [detail.article for detail in spots.details] == ["c"]

    def test_what_is_unsure_is_not_called_missed(self) -> None:
        """That an article lacks a fact is only said where the others surely have it."""
        whole = comparison("bc", "bc")
        unsure = replace(whole.alignments[0], confidence=0.5)
        spots = blind_spots(replace(whole, alignments=(unsure, whole.alignments[1])), "a")
        assert [alignment.id for alignment in spots.facts] == ["a2"]

    def test_an_article_alone_misses_nothing(self) -> None:
        """Where nothing else reports the event, there is nothing to miss."""
        spots = blind_spots(comparison(outlets="a", unique="a"), "a")
        assert (spots.facts, spots.details) == ((), ())


class TestSmallestReading:
    """The fewest articles with every shared fact."""

    @pytest.mark.parametrize(
        ("facts", "unique", "expected"),
        [
            (("ab", "bc"), "", ("b",)),
            (("ab", "ac", "bc"), "", ("a", "b")),
            (("ab", "ac", "bc"), "cc", ("c", "a")),
            ((), "b", ("b",)),
        ],
    )
    def test_fewest(self, facts: tuple[str, ...], unique: str, expected: tuple[str, ...]) -> None:
        """As few as possible, and of equally few those with most unique details."""
        assert smallest_reading(comparison(*facts, unique=unique), "e1").articles == expected

    def test_what_is_left(self) -> None:
        """The facts that are covered and the details that are not are counted."""
        found = smallest_reading(comparison("ab", "bc", unique="ac"), "e1")
        assert (found.facts, found.details) == (2, 2)

    def test_what_is_doubtful_need_not_be_read(self) -> None:
        """What two articles perhaps agree on is no fact for which one of them would have to be read."""
        whole = comparison("ab", "bc")
        doubtful = replace(whole, alignments=(replace(whole.alignments[0], confidence=0.5), *whole.alignments[1:]))
        assert (smallest_reading(whole, "e1").articles, smallest_reading(whole, "e1").facts) == (("b",), 2)
        found = smallest_reading(doubtful, "e1")
        assert (set(found.articles) <= {"b", "c"}, found.facts) == (True, 1)

    def test_many_articles_are_searched_greedily(self) -> None:
        """With more articles than can be tried, every fact is still covered."""
        outlets = "abcdefghijklmn"
        assert len(outlets) > EXACT
        facts = [one + other for one, other in pairwise(outlets)]
        chosen = set(smallest_reading(comparison(*facts, outlets=outlets), "e1").articles)
        assert all(set(fact) & chosen for fact in facts)
        assert len(chosen) <= len(outlets) // 2 + 1

    def test_no_such_event(self) -> None:
        """An unknown event is a mistake of the caller."""
        with pytest.raises(KeyError):
            smallest_reading(comparison("ab"), "e9")
