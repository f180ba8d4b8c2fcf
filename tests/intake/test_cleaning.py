"""What is not the story moves to `removed`, with a reason, and what it tells becomes metadata."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.intake.cleaning import clean
from reader.intake.cuts import weave
from reader.intake.draft import Draft, Found
from reader.model import Article

STORY = (
    "The harbour of Port Ellen was closed on Tuesday after a ferry ran aground in thick fog, officials said.",
    "All 212 passengers were brought ashore by lifeboats, and nobody was hurt, according to the coast guard.",
    "The company that runs the ferry said it would examine the ship before it sails again.",
    "A spokesman for the harbour said the tide should lift the ship during the night.",
)


def article(*lines: str, **found: str) -> Article:
    """An article cleaned from these lines."""
    told = {name: Found(value, "test") for name, value in found.items()}
    return clean(Draft("folder/file.txt", "file", "\n\n".join(lines), told))


def removed(cleaned: Article) -> list[tuple[str, str]]:
    """What was removed, without the white space around it."""
    return [(piece.text.strip(), piece.reason) for piece in cleaned.removed if piece.text.strip()]


class TestFurniture:
    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("Back To Top", "page furniture"),
            ("advertisement", "page furniture"),
            ("(ADVERTISEMENT)", "page furniture"),
            ("• 6 years ago", "page furniture"),
            ("Story continues below", "page furniture"),
            ("12 comments", "page furniture"),
            ("View this email in your browser", "page furniture"),
            ("Unsubscribe", "page furniture"),
            ("© 2021 The Harbour Post. All rights reserved", "page furniture"),
            ("date 2019-12-24 advertisement", "date line"),
            ("Published: 3 May 2021", "date line"),
            ("Monday, March 10, 2014 16:25 EDT", "date line"),
            ("RELATED: Ferries collide off Islay", "link to other stories"),
            ("Read more: What is known about the ferry", "link to other stories"),
            ("Sign up here for our daily newsletter", "advertisement for the outlet itself"),
            ("Follow Ann Gray on Twitter: @anngray", "advertisement for the outlet itself"),
            ("Read or Share this story: https://example.org/x1", "advertisement for the outlet itself"),
            ("___", "separator"),
            ("https://example.org/harbour", "web address"),
        ],
    )
    def test_a_line_of_furniture_goes(self, line: str, reason: str) -> None:
        """Wherever it stands between paragraphs."""
        cleaned = article(*STORY[:2], line, *STORY[2:])
        assert removed(cleaned) == [(line, reason)]
        assert cleaned.text == "\n\n".join(STORY)

    @pytest.mark.parametrize(
        "line",
        [
            "The advertisement was withdrawn after complaints from the ferry's passengers.",
            "More than 200 passengers were on board.",
            "Read more slowly, the report says something else.",
            "He said it happened 6 years ago.",
            "NATO - the alliance that the ferry's owner had served - did not comment on the case.",
            "By the time help came, the fog had lifted.",
            "“Close the harbour,” he said.",
            "(He has since left the Coast Daily.)",
            "The ship was built by Kim Shipyards, he said (it has since closed).",
            "On 3 May 2021 the harbour was closed as well.",
        ],
    )
    def test_prose_stays(self, line: str) -> None:
        """A sentence that only mentions such words is part of the story."""
        for position in range(len(STORY) + 1):
            cleaned = article(*STORY[:position], line, *STORY[position:])
            assert removed(cleaned) == []

    def test_a_list_of_other_stories_at_the_end_goes(self) -> None:
        """A heading such as "More from …" takes the headlines after it along."""
        cleaned = article(*STORY, "More from the Coast Desk", "Lighthouse sold to a poet", "Why gulls steal chips")
        assert {reason for _, reason in removed(cleaned)} == {"link to other stories"}
        assert cleaned.text == "\n\n".join(STORY)

    def test_such_a_heading_in_the_middle_takes_nothing_along(self) -> None:
        """What comes after a heading in the first half is story."""
        cleaned = article(STORY[0], "More from the coast guard:", *STORY[1:])
        assert all(line in cleaned.text for line in STORY)

    def test_an_article_of_furniture_alone_stays_as_it_is(self) -> None:
        """Cleaning never leaves nothing."""
        assert article("Back To Top", "Advertisement").text == "Back To Top\n\nAdvertisement"


class TestHeadline:
    def test_the_first_line(self) -> None:
        """A short line without a full stop above the story is its title, and stays in the text."""
        cleaned = article("Ferry runs aground in fog", *STORY)
        assert cleaned.title == "Ferry runs aground in fog"
        assert cleaned.headline == (0, len("Ferry runs aground in fog"))

    def test_repeated(self) -> None:
        """A second printing goes, even with other capitals."""
        cleaned = article("Ferry runs aground in fog", "Ferry Runs Aground In Fog", *STORY)
        assert removed(cleaned) == [("Ferry Runs Aground In Fog", "repeated headline")]

    @pytest.mark.parametrize("line", [STORY[0], "Fog", "It was foggy.", "- a point", "(Photo: Ann Gray)"])
    def test_no_headline(self, line: str) -> None:
        """A sentence, a word or a credit is none."""
        assert article(line, *STORY[1:]).title is None

    def test_a_teaser_printed_again_as_lede(self) -> None:
        """The teaser goes and the lede stays."""
        cleaned = article("Ferry runs aground in fog", STORY[0].removesuffix("."), *STORY)
        assert removed(cleaned) == [(STORY[0].removesuffix("."), "repeated paragraph")]


class TestCredits:
    @pytest.mark.parametrize(
        ("dateline", "place", "agency", "published", "outlet"),
        [
            ("WASHINGTON (AP) - ", "WASHINGTON", None, None, "AP"),
            ("DULUTH, Minn. - ", "DULUTH, Minn.", None, None, "file"),
            ("SEOUL / CHENGDU – ", "SEOUL / CHENGDU", None, None, "file"),
            ("LOS ANGELES, Oct. 24 (Reuters) -- ", "LOS ANGELES", None, None, "Reuters"),
            ("(CNN) ", None, None, None, "CNN"),
            ("VARN (Küstenbote) – ", "VARN", None, None, "Küstenbote"),
            ("Berlin (dpa) – ", "Berlin", None, None, "dpa"),
            ("TOKYO (Coast News / Sputnik - 24th October, 2019) ", "TOKYO", None, "2019-10-24", "Coast News / Sputnik"),
        ],
    )
    def test_dateline(
        self, dateline: str, place: str | None, agency: str | None, published: str | None, outlet: str
    ) -> None:
        """It goes from the first paragraph, and gives place, agency and day."""
        cleaned = article(dateline + STORY[0], *STORY[1:])
        assert (cleaned.place, cleaned.agency, cleaned.published, cleaned.outlet) == (place, agency, published, outlet)
        assert removed(cleaned) == [(dateline.strip(), "dateline")]
        assert cleaned.text == "\n\n".join(STORY)

    @pytest.mark.parametrize(
        ("line", "reason", "byline", "outlet"),
        [
            ("By Ann Gray", "byline", "Ann Gray", "file"),
            ("By ANN GRAY and BO LEE", "byline", "Ann Gray and Bo Lee", "file"),
            ("By Ann Gray, Reuters", "byline", "Ann Gray", "Reuters"),
            ("By Agence France-Presse", "byline", None, "AFP"),
            ("Our Kim Mok-yeon has this story.", "sign-off", "Kim Mok-yeon", "file"),
            ("Lee Ji-won with more.", "sign-off", "Lee Ji-won", "file"),
        ],
    )
    def test_byline(self, line: str, reason: str, byline: str | None, outlet: str) -> None:
        """It goes from above the story and names its author."""
        cleaned = article("Ferry runs aground in fog", line, *STORY)
        assert (cleaned.byline, cleaned.outlet) == (byline, outlet)
        assert removed(cleaned) == [(line, reason)]

    @pytest.mark.parametrize(
        ("credit", "byline", "outlet"),
        [
            (" (Yonhap)", None, "Yonhap"),
            ("\n\n(AFP)", None, "AFP"),
            ("\n\n(Northwire)", None, "Northwire"),
            ("\n\nCoast Daily", None, "Coast Daily"),
            ("\n\nKim Mok-yeon, Arirang News.", "Kim Mok-yeon", "Arirang News"),
            (" (Reporting by Ann Gray in Oban; Editing by Bo Lee)", "Ann Gray", "file"),
            ("\n\nReporting by Ann Gray", "Ann Gray", "file"),
            ("\n\nBo Lee contributed to this report.", None, "file"),
        ],
    )
    def test_closing_credit(self, credit: str, byline: str | None, outlet: str) -> None:
        """It goes from the end of the story and names who wrote or sent it."""
        cleaned = article(*STORY[:-1], STORY[-1] + credit)
        assert (cleaned.byline, cleaned.outlet) == (byline, outlet)
        assert [text for text, _ in removed(cleaned)] == [credit.strip()]
        assert cleaned.text == "\n\n".join(STORY)

    @pytest.mark.parametrize(
        "credit",
        [
            "(Photo: Ann Gray)",
            "(Ann Gray/The Harbour Post)",
            "[Image via Agence France-Presse]",
            "Photograph: Ann Gray/AFP/Getty Images",
            "| Ann Gray/AP",
            "(Associated Press)",
        ],
    )
    def test_picture_credit(self, credit: str) -> None:
        """It goes from the end of a caption, which stays."""
        cleaned = article(STORY[0], f"The ferry on Tuesday. {credit}", *STORY[1:])
        assert removed(cleaned) == [(credit, "picture credit")]

    @pytest.mark.parametrize(
        ("address", "outlet", "agency"),
        [
            ("https://www.harbour.example/f?x=1", "harbour.example", "AP"),
            ("http://[broken", "AP", None),
        ],
    )
    def test_an_article_that_names_no_outlet_is_its_sites(self, address: str, outlet: str, agency: str | None) -> None:
        """Rather than the agency's, which did not publish it there."""
        cleaned = article("OBAN (AP) - " + STORY[0], *STORY[1:], address=address)
        assert (cleaned.outlet, cleaned.agency) == (outlet, agency)
        assert dict(cleaned.provenance)["outlet"] == ("address" if agency else "dateline")

    def test_an_outlet_that_is_known_keeps_its_agency(self) -> None:
        """Agency and outlet are told apart where both are known."""
        cleaned = article("OBAN (AP) - " + STORY[0], *STORY[1:], outlet="The Harbour Post")
        assert (cleaned.outlet, cleaned.agency) == ("The Harbour Post", "AP")
        assert dict(cleaned.provenance)["agency"] == "dateline"


class TestLabels:
    def test_labels_above_a_text(self) -> None:
        """A database's header is metadata, and of the title only the label goes."""
        cleaned = article("Title: Ferry runs aground", "Source: The Harbour Post", "Date: 3 May 2021", *STORY)
        assert (cleaned.title, cleaned.outlet, cleaned.published) == (
            "Ferry runs aground",
            "The Harbour Post",
            "2021-05-03",
        )
        assert cleaned.text == "\n\n".join(("Ferry runs aground", *STORY))

    def test_one_alone_is_prose(self) -> None:
        """A single such line may be a sentence."""
        assert article("Source: the harbour, he said", *STORY).outlet == "file"


_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff\ud800-\udfff]")


class TestSafety:
    @pytest.mark.parametrize(
        ("hostile", "reason"),
        [
            ("\x1b]0;owned\x07", "terminal control sequence"),
            ("\x1b]8;;http://example.org\x1b\\", "terminal control sequence"),
            ("\x1b[2J", "terminal control sequence"),
            ("\x1bP+q\x1b\\", "terminal control sequence"),
            ("\x9b31m", "terminal control sequence"),
            ("\x1b", "terminal control sequence"),
            ("\x00\x08", "control character"),
            ("\u202e", "character that changes the direction of writing"),
            ("\u200b\u00ad", "invisible character"),
        ],
    )
    def test_what_a_terminal_would_obey_goes(self, hostile: str, reason: str) -> None:
        """It is kept in `removed`, and nothing of it is left in the text."""
        cleaned = article(STORY[0].replace("ferry", f"fe{hostile}rry"), *STORY[1:])
        assert cleaned.text == "\n\n".join(STORY)
        assert [(piece.text, piece.reason) for piece in cleaned.removed] == [(hostile, reason)]

    def test_joiners_that_are_spelling_stay(self) -> None:
        """Persian, Indic scripts and emoji need them."""
        text = "می\u200cخواهم\n\n" + "क्\u200dष\n\n" + "👨\u200d👩\u200d👧 family"
        assert article(text).text == text

    @given(st.text(alphabet=st.characters(), max_size=400))
    def test_no_character_is_lost(self, text: str) -> None:
        """Text and what was removed are together the source, and the text is safe to print."""
        cleaned = clean(Draft("a.txt", "a", text))
        assert weave(cleaned.text, cleaned.removed) == text
        assert not _UNSAFE.search(cleaned.text)

    lines = st.sampled_from(
        (
            *STORY,
            "Back To Top",
            "advertisement\x1b[1m",
            "By Ann Gray",
            "OBAN (AP) - " + STORY[0],
            "Ferry runs aground in fog",
            "More from the desk",
            "Title: Ferry",
            "Date: 3 May 2021",
            STORY[3] + " (Yonhap)",
            "  \t",
            "",
            "\u200b",
        )
    )

    @example(["  \t", "By Ann Gray", STORY[0]], "\n")
    @given(st.lists(lines, max_size=14), st.sampled_from(["\n", "\n\n", " \n"]))
    def test_nor_of_a_page(self, page: list[str], between: str) -> None:
        """The same for lines that look like a page's."""
        source = between.join(page)
        cleaned = clean(Draft("a.txt", "a", source))
        assert weave(cleaned.text, cleaned.removed) == source
        assert not cleaned.title or cleaned.headline
        assert all(unicodedata.category(character) != "Cc" or character in "\n\t" for character in cleaned.text)
