"""What was removed can be put back, and every place of the text is still known."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.intake.restoring import here, restored, there
from reader.model import Article, Removed


def article(text: str, *removed: Removed) -> Article:
    """A text with what was removed from it."""
    return Article("a", "a.txt", text, "Herald", removed=removed)


def test_one_stretch_goes_back_where_it_stood() -> None:
    """The others stay removed, with their places in the new text."""
    first, last = Removed("SEOUL (AP) - ", "dateline", 8), Removed("\n\nBack To Top", "page furniture", 16)
    story = article("Title.\n\nA storm.", first, last)
    back = restored(story, {0})
    assert back.text == "Title.\n\nSEOUL (AP) - A storm."
    assert back.removed == (Removed("\n\nBack To Top", "page furniture", 29),)
    assert restored(story, {0, 1}).text == "Title.\n\nSEOUL (AP) - A storm.\n\nBack To Top"
    assert restored(story, ()) == story


def test_a_block_never_joins_the_line_before_it() -> None:
    """Where the white space between them is gone, a paragraph is begun."""
    assert restored(article("A storm.", Removed("Caption\n", "caption", 8)), {0}).text == "A storm.\n\nCaption\n"


def test_what_a_terminal_would_obey_stays_out() -> None:
    """Control characters are never put back, alone or in a stretch."""
    story = article("A storm.", Removed("\x1b[2J", "terminal control sequence", 0), Removed("Menu\x1b[2J\n", "menu", 0))
    assert restored(story, {0, 1}).text == "Menu\nA storm."


stretches = st.lists(st.tuples(st.text(max_size=8), st.integers(0, 30)), max_size=5)


@given(st.text("ab \n", min_size=30, max_size=40), stretches, st.sets(st.integers(0, 4)))
def test_places_are_kept(text: str, removed: list[tuple[str, int]], chosen: set[int]) -> None:
    """Each character of the text is found in the new text, and from there again."""
    pieces = sorted((Removed(words, "test", at) for words, at in removed), key=lambda piece: piece.at)
    story = article(text, *pieces)
    back = restored(story, chosen)
    for offset, character in enumerate(text):
        place = there(story, chosen, offset)
        assert back.text[place] == character
        assert here(story, chosen, place) == offset
