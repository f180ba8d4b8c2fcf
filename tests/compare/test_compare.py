"""The whole comparison: promises that hold for any articles."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.compare import compare
from reader.errors import Cancelled
from reader.model import Alignment, Article, Comparison, Correction, Progress, Span

SENTENCES = (
    "Prime Minister Lee Nak-yeon met Shinzo Abe in Tokyo on Thursday.",
    "The talks in Tokyo between Lee and Abe lasted 21 minutes.",
    "Lee handed over a personal letter from President Moon Jae-in.",
    "A letter written by Moon was delivered to Abe by the prime minister.",
    "Abe said that the 1965 treaty must be honoured, and Lee answered that Seoul respects it.",
    "Police in Duluth found the missing couple dead near Brookston on Saturday.",
    "Die Minister sprachen zwanzig Minuten lang über den Vertrag.",
    "首相会见了总统。",
    "Back To Top",
    "…",
)


def article(id: str, *sentences: str) -> Article:
    """An article of these sentences, one a line."""
    return Article(id=id, source=f"{id}.txt", text="\n".join(sentences), outlet=id.title())


TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n".join) | st.text(max_size=120)
ARTICLES = st.lists(TEXTS, min_size=1, max_size=4).map(
    lambda texts: [Article(id=f"p{n}", source=f"{n}.txt", text=text, outlet=f"P{n}") for n, text in enumerate(texts)]
)
STORY = (
    article("one", SENTENCES[0], SENTENCES[1], SENTENCES[2]),
    article("two", "Lee and Abe met in Tokyo on Thursday.", SENTENCES[3], "Their talks lasted 20 minutes."),
)


def texts_of(alignment: Alignment) -> set[str]:
    """The texts of its members."""
    return {member.text for member in alignment.members}


def found(comparison: Comparison, *texts: str) -> list[Alignment]:
    """The alignments that bring all these texts together."""
    return [alignment for alignment in comparison.alignments if texts_of(alignment) >= set(texts)]


class TestPromises:
    """What holds for any input."""

    @given(ARTICLES)
    def test_offsets_are_exact(self, articles: list[Article]) -> None:
        """Every span repeats its text, and lies in an article that was given."""
        comparison = compare(articles)
        members = [member for alignment in comparison.alignments for member in alignment.members]
        for span in (*members, *comparison.unique, *comparison.passages):
            assert comparison.article(span.article).text[span.start : span.end] == span.text
            assert span.text.strip()

    @given(ARTICLES, st.randoms(use_true_random=False))
    def test_order_is_irrelevant(self, articles: list[Article], random) -> None:  # type: ignore[no-untyped-def]
        """The order of the articles changes nothing but their order."""
        shuffled = list(articles)
        random.shuffle(shuffled)
        assert replace(compare(shuffled), articles=tuple(articles)) == compare(articles)
        assert compare(shuffled).articles == tuple(shuffled)

    @given(ARTICLES)
    def test_alignments_are_between_articles(self, articles: list[Article]) -> None:
        """An alignment has members of two articles at least, none twice, in order; scope and event agree."""
        comparison = compare(articles)
        for alignment in comparison.alignments:
            assert len(alignment.articles) >= 2
            places = [(member.article, member.start, member.end) for member in alignment.members]
            assert places == sorted(set(places))
            assert (alignment.event is None) == (alignment.scope == "background")
            assert 0 <= alignment.confidence <= 1

    @given(ARTICLES)
    def test_unique_details_are_not_aligned(self, articles: list[Article]) -> None:
        """What is called unique lies in no member of an alignment but the one that it is a stretch of."""
        comparison = compare(articles)
        for detail in comparison.unique:
            for alignment in comparison.alignments:
                if alignment.id == detail.alignment:
                    continue
                assert not any(
                    member.article == detail.article and detail.start < member.end and member.start < detail.end
                    for member in alignment.members
                )

    @given(ARTICLES)
    def test_every_article_has_its_event(self, articles: list[Article]) -> None:
        """Each article belongs to one event."""
        events = compare(articles).events
        assert sorted(id for event in events for id in event.articles) == sorted(a.id for a in articles)


class TestDegenerate:
    """Input that no editor would choose."""

    def test_nothing(self) -> None:
        """No articles: an empty comparison."""
        assert compare([]) == Comparison(())

    def test_one_article(self) -> None:
        """One article has nothing to be compared with, and is shown all the same."""
        comparison = compare([STORY[0]])
        assert comparison.alignments == comparison.unique == ()
        assert [span.text for span in comparison.passages] == list(SENTENCES[:3])

    def test_two_articles_of_one_id(self) -> None:
        """Their passages could not be told apart: a program that gives them is told so."""
        with pytest.raises(ValueError, match="one id"):
            compare([article("a", "The ferry sank."), article("a", "The mayor spoke.")])

    def test_one_sentence_each(self) -> None:
        """Two articles of one sentence."""
        comparison = compare([article("one", SENTENCES[0]), article("two", SENTENCES[0])])
        assert [texts_of(alignment) for alignment in comparison.alignments] == [{SENTENCES[0]}]

    def test_identical_articles(self) -> None:
        """In two identical articles each sentence is aligned with itself, and nothing is unique."""
        comparison = compare([article("one", *SENTENCES[:7]), article("two", *SENTENCES[:7])])
        for sentence in SENTENCES[:7]:
            assert any({member.text for member in a.members} <= {sentence} for a in comparison.alignments), sentence
        assert comparison.unique == ()

    def test_article_inside_another(self) -> None:
        """What the longer article adds is unique; what both have is aligned."""
        comparison = compare([article("long", *SENTENCES[:6]), article("short", *SENTENCES[:3])])
        for sentence in SENTENCES[:3]:
            assert found(comparison, sentence)
        assert SENTENCES[5] in {detail.text for detail in comparison.unique}

    def test_no_shared_word(self) -> None:
        """Nothing shared: no alignment, and two events."""
        comparison = compare([article("one", SENTENCES[5]), article("two", SENTENCES[6])])
        assert comparison.alignments == ()
        assert len(comparison.events) == 2

    def test_one_event_told_by_many(self) -> None:
        """Thirty articles on one event are one event, and what all of them tell is one alignment."""
        ways = ("met", "saw", "greeted", "received", "welcomed")
        told = [
            article(
                f"p{number:02}",
                f"Prime Minister Lee Nak-yeon {ways[number % 5]} Shinzo Abe in Tokyo on Thursday.",
                f"Editor {number} was asked to leave the hall.",
            )
            for number in range(30)
        ]
        comparison = compare(told)
        assert [len(event.articles) for event in comparison.events] == [30]
        assert max(len(alignment.articles) for alignment in comparison.alignments) == 30

    def test_nothing_in_common(self) -> None:
        """Fifty articles that share no word are fifty events, and nothing is aligned."""
        letters = "bcdfghjklm"
        strangers = [
            article(
                f"p{number:02}",
                " ".join(f"{letters[number // 10]}{letters[number % 10]}{x}o{y}" for x in "ptk" for y in "rns"),
            )
            for number in range(50)
        ]
        comparison = compare(strangers)
        assert len(comparison.events) == 50
        assert comparison.alignments == ()

    def test_mixed_languages(self) -> None:
        """Articles in three scripts: what is said in one is aligned within it, and every article has its event."""
        comparison = compare([*STORY, article("three", *SENTENCES[6:8]), article("four", *SENTENCES[6:8])])
        assert sorted(id for event in comparison.events for id in event.articles) == ["four", "one", "three", "two"]
        for sentence in SENTENCES[6:8]:
            assert any(set(alignment.articles) == {"three", "four"} for alignment in found(comparison, sentence)), (
                sentence
            )

    @pytest.mark.slow
    def test_two_hundred_copies(self) -> None:
        """Copies of one text are one alignment a sentence."""
        comparison = compare([article(f"p{number:03}", *SENTENCES[:4]) for number in range(200)])
        whole = [alignment for alignment in comparison.alignments if len(alignment.articles) == 200]
        assert {frozenset(texts_of(alignment)) for alignment in whole} >= {frozenset({s}) for s in SENTENCES[:4]}


class TestCorrections:
    """What a reader says outranks the evidence."""

    def span(self, which: Article, text: str) -> Span:
        """Where the text stands."""
        start = which.text.index(text)
        return Span(which.id, start, start + len(text), text)

    def test_together(self) -> None:
        """Passages that a reader puts together are one alignment, with whatever else agrees."""
        members = (self.span(STORY[0], "in Tokyo on Thursday"), self.span(STORY[1], "20 minutes"))
        comparison = compare(STORY, corrections=[Correction("together", members)])
        assert [alignment.confidence for alignment in found(comparison, "in Tokyo on Thursday", "20 minutes")] == [1.0]
        before = {frozenset(texts_of(a)) for a in compare(STORY).alignments}
        elsewhere = {texts for texts in before if not any("Tokyo" in text or "20 minutes" in text for text in texts)}
        assert elsewhere <= {frozenset(texts_of(a)) for a in comparison.alignments}

    def test_apart(self) -> None:
        """Passages that a reader takes apart stand in no alignment together, and the rest stays."""
        before = compare(STORY)
        wrong = before.alignments[0]
        after = compare(STORY, corrections=[Correction("apart", wrong.members)])
        for one, other in combinations(wrong.members, 2):
            assert not found(after, one.text, other.text)
        assert {frozenset(texts_of(a)) for a in before.alignments[1:]} <= {
            frozenset(texts_of(a)) for a in after.alignments
        }

    def test_confirmed(self) -> None:
        """A confirmed alignment stays as it is, whatever else would join it."""
        first = compare(STORY).alignments[0]
        third = article("three", *(member.text for member in first.members))
        comparison = compare([*STORY, third], corrections=[Correction("confirmed", first.members)])
        assert [a.members for a in comparison.alignments if a.confirmed] == [first.members]

    def test_found_again_by_text(self) -> None:
        """A correction finds its passages where the offsets have moved."""
        first = compare(STORY).alignments[0]
        moved = [replace(a, text=f"A new headline\n{a.text}") for a in STORY]
        comparison = compare(moved, corrections=[Correction("confirmed", first.members)])
        assert [texts_of(a) for a in comparison.alignments if a.confirmed] == [texts_of(first)]

    def test_later_outranks_earlier(self) -> None:
        """A correction taken back by a later one says nothing."""
        first = compare(STORY).alignments[0]
        back = [Correction("together", first.members), Correction("apart", first.members)]
        assert not found(compare(STORY, corrections=back), *texts_of(first))


class TestProgress:
    """Work can be watched and stopped."""

    def test_told(self) -> None:
        """Progress rises within each step and ends at its total; an article is read, an alignment made, between two."""
        seen: list[Progress] = []
        story = [article(f"p{number:02}", *SENTENCES[:6]) for number in range(30)]
        compare(story, seen.append)
        assert seen[-1].done == seen[-1].total
        for step, reports in groupby(seen, key=lambda report: report.step):
            done = [report.done for report in reports]
            assert done == sorted(done), step
        assert [report.done for report in seen if report.step == "reading passages"] == list(range(30))

    @pytest.mark.parametrize("step", ["reading passages", "aligning passages", "finding differences"])
    def test_cancelled(self, step: str) -> None:
        """Who is told of progress can stop the work at any step."""
        stopped: list[Progress] = []

        def stop(report: Progress) -> None:
            if report.step == step:
                stopped.append(report)
                raise Cancelled

        told = [f"The owner of pier {number} paid {number} crowns for a berth near Varn" for number in range(25)]
        one, other = (
            article(id, *(f"{each}, {say}." for each in told)) for id, say in (("a", "he said"), ("b", "we hear"))
        )
        with pytest.raises(Cancelled):
            compare([one, other], stop)
        assert len(stopped) == 1


@settings(max_examples=20)
@given(ARTICLES)
def test_same_bytes(articles: list[Article]) -> None:
    """The same articles give the same comparison."""
    assert repr(compare(articles)) == repr(compare(articles))
