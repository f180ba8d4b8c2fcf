"""Remarks: who says what beside a passage, and how the rows of a page are laid out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Span
from reader.tui.details import members
from reader.tui.facts import briefest
from reader.tui.ink import Stroke
from reader.tui.lines import LineTable, blocks
from reader.tui.reading import Reading
from reader.tui.remarks import Remark, Spread, gathered, missing, remarks, room, strokes_on
from tests.tui.conftest import span


def test_every_passage_has_what_the_others_say(reading: Reading) -> None:
    """In the order of the text: the mark, the outlet's number and its words; or that no other outlet has it."""
    found = remarks("herald", reading.ids, reading.stops)
    assert [(remark.mark, remark.number, remark.text) for remark in found] == [
        ("agreement", "3", "The bridge is closed."),
        ("difference", "2", "Hail fell for 21 minutes, and the old bridge was shut on Monday."),
        ("difference", "3", "The bridge is closed."),
        ("difference", "2", "According to police, there were no injuries."),
        ("unique", "", "only here"),
    ]


def test_a_pair_that_is_aligned_twice_is_quoted_once(reading: Reading) -> None:
    """It stands under the louder mark and belongs to both alignments."""
    doubled = [stop for stop in reading.stops if stop.id in ("a1", "a2")]
    again = [*doubled, *(type(stop)("b" + stop.id, "agreement", stop.members, stop.alignment) for stop in doubled)]
    found = remarks("courier", reading.ids, again)
    assert [remark.stops for remark in found] == [("a1", "ba1"), ("a1", "ba1"), ("a2", "ba2")]
    assert {remark.mark for remark in found} == {"difference"}


def test_what_an_article_does_not_report(reading: Reading) -> None:
    """Facts that two others have and it has not, in the words of the briefest."""
    assert [(entry.stops, entry.number, entry.text) for entry in missing("herald", reading.ids, reading.stops)] == [
        (("a3",), "3", "Police counted no injured people.")
    ]
    assert not missing("post", reading.ids, [stop for stop in reading.stops if stop.id == "a1"])


def test_what_is_not_reported_stands_under_the_text() -> None:
    """After a heading, whatever stands beside the last paragraph."""
    text = "one two"
    page = Spread(LineTable(text, blocks(text), 12), [remark(0, "aa")], 20, absent=[remark(-1, "bb"), remark(-1, "cc")])
    kinds = ["heading" if row.heading else row.remark.remark if row.remark else None for row in page.rows]
    assert kinds == [0, None, "heading", 1, 2]
    assert page.offset_at(4) == 0


def spread(text: str, given: list[Remark], width: int = 20, beneath: bool = False) -> list[tuple[str, str]]:
    """The rows: what the text has, and what stands beside it."""
    page = Spread(LineTable(text, blocks(text), 12), given, width, beneath)
    return [
        (
            "" if row.block is None else text[slice(*page.table.bounds(row.block, row.line))],
            "" if row.remark is None else given[row.remark.remark].text[row.remark.start : row.remark.end],
        )
        for row in page.rows
    ]


def remark(at: int, text: str) -> Remark:
    """A remark by the second outlet."""
    return Remark(("a1",), at, "agreement", "2", text)


@pytest.mark.parametrize(
    ("given", "beneath", "expected"),
    [
        ([], False, [("one two", ""), ("three four", ""), ("", ""), ("five", "")]),
        ([remark(8, "aa")], False, [("one two", ""), ("three four", "aa"), ("", ""), ("five", "")]),
        (
            [remark(0, "aa bb cc dd ee ff gg"), remark(8, "hh")],
            False,
            [("one two", "aa bb cc dd ee"), ("three four", "ff gg"), ("", "hh"), ("", ""), ("five", "")],
        ),
        ([remark(20, "aa")], True, [("one two", ""), ("three four", ""), ("", ""), ("five", ""), ("", "aa")]),
    ],
)
def test_rows(given: list[Remark], beneath: bool, expected: list[tuple[str, str]]) -> None:
    """A remark stands beside its passage or under the one before it; the next paragraph waits for it."""
    assert spread("one two three four\n\nfive", given, 20, beneath) == expected


def test_what_no_other_has_is_told_once_a_paragraph() -> None:
    """Beside the first of it, however many details there are; another paragraph has its own."""
    text = "one two three\n\nfour"
    alone = [Remark((f"s{at}",), at, "unique", "", "only here") for at in (0, 8, 15)]
    found = gathered([alone[0], remark(4, "two"), *alone[1:]], LineTable(text, blocks(text), 20))
    assert [(each.at, each.text, each.stops) for each in found] == [
        (0, "2 details only here", ("s0", "s8")),
        (4, "two", ("a1",)),
        (15, "only here", ("s15",)),
    ]


def test_a_long_remark_is_cut_and_says_so() -> None:
    """Only so many lines are given to it, and the last is marked."""
    text = "one two"
    page = Spread(LineTable(text, blocks(text), 12), [remark(0, "word " * 30)], 20)
    lines = [row.remark for row in page.rows if row.remark]
    assert [line.cut for line in lines] == [False, False, True]


@pytest.mark.parametrize(
    ("count", "height", "expected"),
    [(1, 1, 3), (1, 9, 6), (2, 2, 2), (4, 6, 2), (4, 20, 5), (6, 3, 2), (8, 3, 1), (8, 20, 2), (0, 3, 5)],
)
def test_room(count: int, height: int, expected: int) -> None:
    """One remark may be as long as its paragraph; many share the room, and each has a line."""
    assert room(count, height) == expected


@given(
    places=st.lists(st.integers(0, 60), max_size=12),
    width=st.integers(6, 40),
    beneath=st.booleans(),
)
def test_nothing_is_lost_on_a_page(places: list[int], width: int, beneath: bool) -> None:
    """Each line of the text and each remark is on the page once, in order, and rows and offsets agree."""
    text = "The old bridge was closed on Monday.\n\nNobody was hurt.\n\nA café lost its roof."
    given = [remark(place, f"word{place} and more of it") for place in sorted(places)]
    table = LineTable(text, blocks(text), 12)
    page = Spread(table, given, width, beneath)
    drawn = [(row.block, row.line) for row in page.rows if row.block is not None]
    assert drawn == [(block, line) for block in range(len(table.blocks)) for line in range(len(table.breaks[block]))]
    firsts = [row.remark.remark for row in page.rows if row.remark and row.remark.first]
    assert firsts == list(range(len(given)))
    for number, row in enumerate(page.rows):
        if row.block is not None:
            assert page.row_of(page.offset_at(number)) == number


def test_marked_words_follow_joined_white_space() -> None:
    """A mark stays on its word when a line break or several spaces became one."""
    text = "He  said\nyes twice"
    span = Span("a", 0, len(text), text)
    place = text.index("yes")
    (stroke,) = strokes_on(
        Remark(("a1",), 0, "agreement", "2", "He said yes twice", span), [Stroke(place, place + 3, "only")]
    )
    assert "He said yes twice"[stroke.start : stroke.end] == "yes"


def test_what_begins_inside_a_sentence_says_so(reading: Reading) -> None:
    """An ellipsis stands before it, in the details, beside a text and as a fact's name; marks stay on their words."""
    first = reading.all.alignments[0]
    cut = span("courier", "and the old bridge was shut on Monday.")
    others = [member for member in first.members if member.article == "herald"]
    reading.compare(replace(reading.all, alignments=(replace(first, members=(*others, cut)),)))
    stop = reading.stops[0]
    said = "… and the old bridge was shut on Monday."
    (remark,) = remarks("herald", reading.ids, [stop])
    assert remark.text == briefest(stop) == said
    place = cut.text.index("shut")
    mark = Stroke(place, place + 4, "only")
    (beside,) = strokes_on(remark, [mark])
    assert said[beside.start : beside.end] == "shut"
    row = members(reading, stop)[1]
    assert row.text == said
    assert {said[stroke.start : stroke.end] for stroke in row.strokes} >= {"shut"}
