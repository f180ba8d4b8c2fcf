"""How far the passages of an alignment reach."""

from __future__ import annotations

from collections.abc import Collection

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.compare import compare
from reader.compare.alignment import Edge
from reader.compare.grouping import Group
from reader.compare.passages import Passage, read
from reader.compare.reach import Reach
from reader.model import Article, Correction

# Its clauses.
SANK, POLICE, BRIDGE = (
    "The ferry Aurora sank near Lindholm,",
    "police said, and the captain,",
    "who was on the bridge, was arrested.",
)
FERRY = f"{SANK} {POLICE} {BRIDGE}"
OTHER = "Forty people are missing, the coast guard said, because the ferry Aurora went down near Lindholm on Monday."


def articles(*texts: str) -> list[Article]:
    """An article for each text."""
    return [
        Article(id=f"a{number}", source="", outlet=f"Outlet {number}", text=text) for number, text in enumerate(texts)
    ]


def reached(
    aligned: str, meant: dict[str, float], *, text: str = FERRY, ruled: bool = False, parted: Collection[str] = ()
) -> list[str]:
    """What becomes of a passage of `text` that is aligned with `OTHER`, where so likely stretches of it are meant."""
    story = articles(text, OTHER)

    def place(words: str) -> Passage:
        return Passage(0, text.index(words), text.index(words) + len(words))

    left, right = place(aligned), Passage(1, 0, len(OTHER))
    reach = Reach(
        [Edge(left, right, 1.0, (0, 1))],
        read(story),
        story,
        lambda _: ({place(words): share for words, share in meant.items()}, {right: 1.0}),
        lambda one, _: one in map(place, parted),
    )
    found = reach.grown(Group([left, right], [1.0], ruled=ruled))
    return [text[member.start : member.end] for member in found.members if member.article == 0]


class TestReach:
    """A passage grows to what most probably shows the fact."""

    def test_as_far_as_is_likely(self) -> None:
        """It grows to the stretch that shows most of what is likely to be meant, and stays where it shows it all."""
        assert reached(SANK, {SANK: 0.4, FERRY: 0.6}) == [f"{SANK} {POLICE}"]
        assert reached(SANK, {SANK: 0.4, f"{SANK} {POLICE}": 0.6}) == [SANK]

    def test_no_burying(self) -> None:
        """It does not grow so far that what is most likely is lost in it."""
        assert reached(POLICE, {POLICE: 0.6, FERRY: 0.4}) == [POLICE]

    def test_ruled(self) -> None:
        """What a reader put together stays as it is."""
        assert reached(SANK, {FERRY: 1.0}, ruled=True) == [SANK]

    def test_parted(self) -> None:
        """It does not grow into what a reader parted from its group."""
        assert reached(SANK, {FERRY: 1.0}, parted=[f"{SANK} {POLICE}", FERRY]) == [SANK]

    def test_inside_a_phrase(self) -> None:
        """It does not grow to begin or end inside a phrase."""
        begins = "Nine years passed, a judge said, before the difficult investigation"
        ends = "of how the captain lost the ferry came to an end."
        text = f"{begins} {ends}"
        assert reached("Nine years passed, a judge said,", {text: 1.0}, text=text) == [text]
        text = f"Relatives told reporters the difficult investigation {ends[:-1]}, which took nine years."
        assert reached("which took nine years.", {text: 1.0}, text=text) == [text]

    @settings(max_examples=6)
    @given(st.permutations(range(3)))
    def test_order(self, order: list[int]) -> None:
        """The order in which the articles are given changes nothing."""
        story = articles(FERRY, OTHER, "Police arrested the captain of the ferry Aurora, which sank near Lindholm.")
        expected = compare(story).alignments
        assert compare([story[number] for number in order]).alignments == expected
        assert expected

    def test_confirmed(self) -> None:
        """What a reader confirmed is shown to the letter in the next comparison."""
        story = articles(FERRY, OTHER)
        first = compare(story).alignments[0]
        again = compare(story, corrections=[Correction("confirmed", first.members)]).alignments
        assert [alignment.members for alignment in again] == [first.members]


class TestJoining:
    """Groups that share a passage once their passages have grown."""

    THIRD = "The coast guard named the captain of the ferry Aurora on Tuesday."

    def settled(
        self, *agreeing: tuple[int, int], ruled: bool = False, parted: Collection[tuple[int, int]] = ()
    ) -> list[list[int]]:
        """The articles of the groups that become of one of the first and second and one of the first and third, where
        so many of the three agree."""
        story = articles(FERRY, OTHER, self.THIRD)
        first, second, third = passages = [
            Passage(number, 0, len(article.text)) for number, article in enumerate(story)
        ]
        reach = Reach(
            [Edge(passages[one], passages[other], 1.0, (one, other)) for one, other in agreeing],
            read(story),
            story,
            lambda edge: ({edge.left: 1.0}, {edge.right: 1.0}),
            lambda one, other: (one.article, other.article) in parted or (other.article, one.article) in parted,
        )
        found = reach.settled([Group([first, second], [1.0], ruled=ruled), Group([first, third], [1.0])])
        return [sorted(member.article for member in group.members) for group in found]

    def test_agreeing(self) -> None:
        """They are one alignment where all of their passages go together, and stay two where some do not."""
        assert self.settled((0, 1), (0, 2), (1, 2)) == [[0, 1, 2]]
        assert self.settled((0, 1), (0, 2)) == [[0, 1], [0, 2]]

    def test_corrected(self) -> None:
        """What a reader ruled is joined with nothing, and what a reader parted is not brought together."""
        assert self.settled((0, 1), (0, 2), (1, 2), ruled=True) == [[0, 1], [0, 2]]
        assert self.settled((0, 1), (0, 2), (1, 2), parted=[(1, 2)]) == [[0, 1], [0, 2]]
