"""What one article alone has, as statements and as phrases of what others report too."""

from __future__ import annotations

import pytest

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


ALONE = "The island's only bakery shut its doors in spring. Its owner moved to Lisbon."
"""Another event."""


def test_an_article_alone_in_its_event_is_held_against_what_shares_its_background() -> None:
    """Where nobody else reports its event, its details are told beside the articles that share background with it."""
    background = "The harbour of Bergen was closed for nine days after the ferry Aurora sank in heavy fog in 1987."
    anniversary = (
        f"A bronze statue of a pilot was unveiled in Oslo by princess Astrid on Sunday. {background} "
        "Astrid praised the sculptor, Nils Berg, who carved it from memory."
    )
    strike = (
        f"Dockers voted for a strike over pay at the western docks, union leader Ida Holm said. {background} "
        "Holm wants eight per cent more from the first of May."
    )
    texts = {"a": (anniversary, "2017-05-01"), "b": (strike, "2019-10-02")}
    comparison = compare([Article(id, id, text, id, published=day) for id, (text, day) in texts.items()])
    assert len(comparison.events) == 2
    assert [alignment.scope for alignment in comparison.alignments] == ["background"]
    told = {(each.article, each.text) for each in comparison.unique}
    assert ("a", "Astrid praised the sculptor, Nils Berg, who carved it from memory.") in told
    assert ("b", "Holm wants eight per cent more from the first of May.") in told
    assert not any("1987" in text for _, text in told)


def test_an_article_that_shares_nothing_has_no_unique_details() -> None:
    """What has nothing to be held against is not called unique."""
    assert not unique("\n\n".join(STORY), ALONE)


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        (" from 37 villages", ["from 37 villages"]),
        (" despite the toughening of customs inspections", ["despite the toughening of customs inspections"]),
        (" in recent years", []),
        (" with lamps borrowed in order to search the wreck", ["with lamps borrowed in order to search the wreck"]),
    ],
)
def test_a_phrase_is_whole(added: str, expected: list[str]) -> None:
    """A phrase has what completes it, a figure makes one, and two plain words make none."""
    text = STORY[1].replace(" within an hour", added)
    assert [told for _, told, _ in unique("\n\n".join(STORY), f"{STORY[0]}\n\n{text}")] == expected
