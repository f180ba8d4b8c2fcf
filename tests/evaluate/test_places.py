"""Words of a source are found again in the article that intake made of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.evaluate.places import Source, quoted
from reader.model import Article, Removed


def article(text: str, *removed: Removed) -> Article:
    """An article of which only the text counts."""
    return Article(id="a", source="a.txt", text=text, outlet="A", removed=removed)


@pytest.mark.parametrize(
    ("text", "quotation", "places"),
    [
        ("He said no.", "said no", [(3, 10)]),
        ("He said\n\n  no.", "said no", [(3, 13)]),
        ("“It’s over”", '"It\'s over"', [(0, 11)]),
        ("the 1910–45 rule", "1910-45", [(4, 11)]),
        ("no and no", "no", [(0, 2), (7, 9)]),
        ("a+b", "a.b", []),
    ],
)
def test_quotations(text: str, quotation: str, places: list[tuple[int, int]]) -> None:
    """White space, quotation marks and dashes may differ; letters may not."""
    assert [piece for place in quoted(text, quotation) for piece in place] == places


class TestSource:
    """Offsets into a file become offsets into the article."""

    def test_nothing_removed(self) -> None:
        """They are the same."""
        assert Source("Ships sail.", article("Ships sail.")).place([(0, 5), (6, 11)]) == ((0, 5), (6, 11))

    def test_removed_before_and_inside(self) -> None:
        """What was removed shifts the rest, and is itself nowhere."""
        whole = "Top\nShips advert sail."
        story = article("Ships sail.", Removed("Top\n", "page furniture", 0), Removed("advert ", "page furniture", 6))
        source = Source(whole, story)
        assert source.place([(4, 22)]) == ((0, 11),)
        assert source.place([(0, 3)]) == ()
        assert source.place([(4, 9)]) == ((0, 5),)

    def test_mended_text(self) -> None:
        """Where characters were mended, the words around them keep their places."""
        assert Source("It\u0092s late, he said.", article("It’s late, he said.")).place([(5, 19)]) == ((5, 19),)

    def test_white_space_changed(self) -> None:
        """Line ends may have become others."""
        assert Source("One.\r\n\r\nTwo ships.", article("One.\n\nTwo ships.")).place([(8, 18)]) == ((6, 16),)

    @given(st.lists(st.tuples(st.text("ab \n", max_size=6), st.text("xy ", max_size=4)), max_size=6))
    def test_every_character_kept_has_its_place(self, parts: list[tuple[str, str]]) -> None:
        """For any cut into story and removed, each character of the story is found where it stands."""
        text, removed, raw = "", [], ""
        origin = []
        for kept, gone in parts:
            origin.extend(range(len(raw), len(raw) + len(kept)))
            text, raw = text + kept, raw + kept
            if gone:
                removed.append(Removed(gone, "page furniture", len(text)))
                raw += gone
        source = Source(raw, article(text, *removed))
        for at, place in enumerate(origin):
            assert source.place([(place, place + 1)]) == ((at, at + 1),)
