"""Nothing that is taken out of a source is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.intake.cuts import Cut, apply, merged, weave
from reader.intake.layout import head, tail
from reader.model import Removed

layers = st.lists(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Cut(min(ends), max(ends), "test"))),
    max_size=3,
)


@given(st.text(min_size=40, max_size=60), layers)
def test_weaving_gives_the_source_back(source: str, cuts: list[list[Cut]]) -> None:
    """Whatever is cut, overlapping or not, the text and what was removed are together the source."""
    text, removed = apply(source, *cuts)
    assert weave(text, removed) == source
    assert len(text) + sum(len(piece.text) for piece in removed) == len(source)
    assert [piece.at for piece in removed] == sorted(piece.at for piece in removed)


@given(st.text(min_size=40, max_size=60), layers)
def test_every_cut_goes(source: str, cuts: list[list[Cut]]) -> None:
    """What is left is exactly what no cut covers."""
    covered = {offset for layer in cuts for cut in layer for offset in range(cut.start, cut.end)}
    text, _ = apply(source, *cuts)
    assert text == "".join(character for offset, character in enumerate(source) if offset not in covered)


def test_an_earlier_layer_keeps_its_reason() -> None:
    """Where two layers overlap, the earlier one's stretch stays whole and the later one's is parted by it."""
    _, removed = apply("abcdef", [Cut(2, 3, "first")], [Cut(1, 5, "second")])
    assert [(piece.text, piece.reason, piece.at) for piece in removed] == [
        ("b", "second", 1),
        ("c", "first", 1),
        ("de", "second", 1),
    ]


def test_what_was_left_out_before_keeps_its_place() -> None:
    """Between the same words, although other stretches have gone since."""
    source = "Menu. The ferry sank. Share"
    text, removed = apply(source, [Cut(0, 6, "furniture"), Cut(21, 27, "furniture")])
    before = (Removed("Advert. ", "sidebar", 6), Removed(" Footer", "page footer", 27))
    together = merged(removed, before)
    assert weave(text, together) == weave(source, before) == "Menu. Advert. The ferry sank. Share Footer"
    assert [piece.at for piece in together] == [0, 0, 15, 15]


def test_a_cut_takes_the_space_beside_it_and_no_line_end() -> None:
    """At the start of a line the white space after it, at the end that before it."""
    source = "LONDON -  \n\nThe ferry sank.  (AP)\nMore"
    assert head(source, 0, 8, "dateline") == Cut(0, 10, "dateline")
    assert tail(source, 29, 33, "credit line") == Cut(27, 33, "credit line")
