"""Wire copy and shared statements are found, and copies count as one source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.compare import compare
from reader.compare.origins import Sources, sources
from reader.model import Article, Event, Span

WIRE = (
    "VARN - A passenger ferry with 214 people aboard ran aground in thick fog on Monday morning just outside "
    "the harbour of Varn. Lifeboats brought everyone ashore within two hours. The owner, Lind Lines, has "
    "run the route since 1961."
)
STATEMENT = (
    "We are cooperating fully with the coast guard and will not comment on the cause of the accident before "
    "its inquiry has ended"
)
OWN = (
    "It was the third grounding on this bank in ten years, and residents have asked for a new beacon each time. The "
    "mayor blames the ministry. Fishermen who know the shoal say that no chart shows how far it has moved."
)
OTHER = (
    "Passengers told of a long shudder before the engines went quiet. Children cried, a teacher sang, and somebody "
    "handed out blankets until the boats came. By ten the last of them stood on the quay, wet and laughing."
)


def article(id: str, text: str, *, outlet: str | None = None, agency: str | None = None) -> Article:
    """An article of which only these count."""
    return Article(id=id, source=id, text=text, outlet=outlet or id, agency=agency)


def shared(*articles: Article) -> Sources:
    """The sources of articles on one event."""
    return sources(articles, [Event("e1", "ferry", tuple(article.id for article in articles))])


def span(of: Article, text: str | None = None) -> Span:
    """A stretch of an article, or all of it."""
    text = text or of.text
    start = of.text.index(text)
    return Span(of.id, start, start + len(text), text)


class TestOrigins:
    """What several articles share."""

    def test_wire_copy(self) -> None:
        """Two papers that print one text have one origin, named by the words with which it begins."""
        one, other = article("a", WIRE), article("b", f"{WIRE}\nMore on page 4.")
        found = shared(one, other, article("c", OWN))
        [origin] = found.origins
        assert origin.articles == ("a", "b")
        assert WIRE.startswith(origin.label)
        assert 0 < len(origin.label) <= 80
        assert found.copies == (frozenset("ab"),)

    def test_credit_lines(self) -> None:
        """Articles that credit one agency have one origin, the agency, even where their words differ."""
        found = shared(article("a", OWN, agency="Reuters"), article("b", OTHER, outlet="Reuters"))
        [origin] = found.origins
        assert (origin.label, origin.articles) == ("Reuters", ("a", "b"))

    def test_a_statement(self) -> None:
        """A statement that two articles print makes them no copies of each other."""
        one, other = article("a", f"{OWN} “{STATEMENT},” Lind Lines said."), article("b", f"{OTHER} “{STATEMENT}.”")
        found = shared(one, other)
        [origin] = found.origins
        assert STATEMENT.startswith(origin.label)
        assert found.copies == ()

    def test_page_furniture(self) -> None:
        """What two articles of one outlet share, or articles of two events, is no statement."""
        one, other = (
            article("a", f"{OWN} {STATEMENT}", outlet="Post"),
            article("b", f"{OTHER} {STATEMENT}", outlet="Post"),
        )
        assert shared(one, other).origins == ()
        apart = [Event("e1", "", ("a",)), Event("e2", "", ("b",))]
        assert sources([one, replace(other, outlet="Times")], apart).origins == ()

    def test_nothing_shared(self) -> None:
        """Independent reports have no origin in common."""
        found = shared(article("a", OWN), article("b", OTHER))
        assert (found.origins, found.copies) == ((), ())

    def test_label(self) -> None:
        """A statement is named from the beginning of its sentence, though one paper leaves that out."""
        one = article("a", f"{OWN} Let me be plain: {STATEMENT}.")
        [origin] = shared(one, article("b", f"{OTHER} She said that {STATEMENT}.")).origins
        assert origin.label.startswith("Let me be plain: We are cooperating")

    def test_many_copies(self) -> None:
        """Two hundred copies are one origin."""
        copies = [article(f"a{number:03}", WIRE) for number in range(200)]
        [origin] = shared(*copies).origins
        assert len(origin.articles) == 200


class TestCounting:
    """How many sources stand behind an alignment."""

    def test_three_outlets_two_origins(self) -> None:
        """Copies count once."""
        one, other, third = article("a", WIRE), article("b", WIRE), article("c", OWN)
        assert shared(one, other, third).behind([span(one), span(other), span(third)]) == 2

    def test_a_quoted_statement_counts_once(self) -> None:
        """Two outlets that quote the same words are one witness of these, and two of what they tell themselves."""
        one, other = article("a", f"{OWN} “{STATEMENT}.”"), article("b", f"{OTHER} “{STATEMENT}.”")
        found = shared(one, other)
        assert found.behind([span(one, STATEMENT), span(other, STATEMENT)]) == 1
        assert found.behind([span(one, OWN), span(other, OTHER)]) == 2

    def test_a_set_phrase_is_no_statement(self) -> None:
        """A phrase of eight words that two outlets have is one witness where it is quoted, and no sign of one else."""
        formula = "not guilty by reason of mental disease or defect"
        one, other = (
            article("a", f"Her lawyer pleaded {formula}. {OWN}"),
            article("b", f"The plea was {formula}. {OTHER}"),
        )
        assert shared(one, other).behind([span(one, formula), span(other, formula)]) == 2
        quoting = article("b", f"The clerk read: “I plead {formula}.” {OTHER}")
        assert shared(one, quoting).behind([span(one, formula), span(quoting, formula)]) == 1

    @pytest.mark.parametrize("again", [False, True])
    def test_in_a_comparison(self, again: bool) -> None:
        """A comparison has its origins, and each alignment its count, whatever the order of the articles."""
        given = [article("a", WIRE), article("b", WIRE), article("c", "A ferry with 214 people ran aground at Varn.")]
        comparison = compare(given[::-1] if again else given)
        assert [origin.articles for origin in comparison.origins] == [("a", "b")]
        for alignment in comparison.alignments:
            assert alignment.origins == len({"c" if id == "c" else "ab" for id in alignment.articles})
        assert comparison.alignments
