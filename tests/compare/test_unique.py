"""What one article alone has, as statements and as phrases of what others report too."""

from __future__ import annotations

from reader.compare import compare
from reader.model import Article, Comparison

STORY = (
    "The old ferry Aurora sank off Bergen on Monday after it struck a reef in heavy fog.",
    "Forty passengers were rescued by fishing boats within an hour, the coast guard said.",
)


def compared(*texts: str) -> Comparison:
    """The comparison of articles of these texts."""
    return compare([Article(id, f"{id}.txt", text, id) for id, text in zip("abcdef", texts, strict=False)])


def unique(*texts: str) -> list[tuple[str, str, bool]]:
    """Article and words of each unique detail, and whether it lies in an aligned passage."""
    return [(each.article, each.text, each.alignment is not None) for each in compared(*texts).unique]


def test_a_sentence_that_nobody_else_has() -> None:
    """A whole sentence without a counterpart is unique as it is printed."""
    extra = "Its captain had sailed the fjords for thirty years."
    assert unique("\n\n".join(STORY), "\n\n".join((*STORY, extra))) == [("b", extra, False)]


def test_a_phrase_of_a_sentence_that_both_have() -> None:
    """What one outlet adds to an aligned passage is offered as a phrase, and the passage never as a whole."""
    added = STORY[1].replace("by fishing boats", "by fishing boats with searchlights borrowed from a lighthouse")
    comparison = compared("\n\n".join(STORY), f"{STORY[0]}\n\n{added}")
    inside = [each for each in comparison.unique if each.alignment]
    assert [each.article for each in inside] == ["b"]
    assert "searchlights borrowed from a lighthouse" in inside[0].text
    members = {(member.article, member.start, member.end) for each in comparison.alignments for member in each.members}
    assert all((each.article, each.start, each.end) not in members for each in comparison.unique)


def test_words_that_others_have_elsewhere_make_no_detail() -> None:
    """The rest of a sentence that says nothing of its own is no detail."""
    other = "Off Bergen and in the heavy fog of Monday, forty" + STORY[1].removeprefix("Forty")
    assert not any("fog" in text for _, text, _ in unique("\n\n".join(STORY), f"{STORY[0]}\n\n{other}"))


def test_small_words_at_the_end_are_left_out() -> None:
    """A detail does not end in a word that belongs to what follows it."""
    for _, text, _ in unique(
        "\n\n".join(STORY), "The wooden vessel Aurora was on its last voyage when it struck a reef in fog."
    ):
        assert text.split()[-1] not in ("when", "was", "it", "on", "the")
