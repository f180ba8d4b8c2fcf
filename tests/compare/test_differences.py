"""What the members of one alignment give differently."""

from __future__ import annotations

import pytest

from reader.compare.differences import differences, once, relation
from reader.model import Article, Difference, Span, Value


def found(*texts: str, published: tuple[str | None, ...] = ()) -> tuple[Difference, ...]:
    """The differences of an alignment whose members are whole one-sentence articles."""
    days = (*published, *([None] * len(texts)))
    articles = {
        id: Article(id, f"{id}.txt", text, id, published=day)
        for id, text, day in zip("abcdef", texts, days, strict=False)
    }
    members = [Span(article.id, 0, len(article.text), article.text) for article in articles.values()]
    assert differences(members, articles) == differences(members[::-1], articles)
    return differences(members, articles)


def told(*texts: str, published: tuple[str | None, ...] = ()) -> list[tuple[str, str, list[str]]]:
    """Kind, verdict and printed values of each difference beyond wording."""
    return [
        (each.kind, each.verdict, [value.text for value in each.values])
        for each in found(*texts, published=published)
        if each.kind != "wording"
    ]


class TestNumbers:
    """A number differs only where unit, noun and fact match."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (
                "The talks lasted for 20 minutes.",
                "Their talks were a 21-minute affair.",
                [("number", "compatible", ["20 minutes", "21-minute"])],
            ),
            (
                "Five soldiers died in the raid.",
                "Eight soldiers died in the raid.",
                [("number", "conflict", ["Five", "Eight"])],
            ),
            (
                "At least 12 people drowned in the storm.",
                "The storm drowned 13 people.",
                [("number", "compatible", ["12", "13"])],
            ),
            (
                "Dozens of cows drowned in the storm.",
                "The storm drowned 36 cows.",
                [("number", "more-specific", ["Dozens", "36"])],
            ),
            (
                "The storm drowned several cows in Oslo.",
                "Three goats and four cows died in the storm, two in Oslo.",
                [("number", "more-specific", ["several", "four"])],
            ),
            (
                "It takes one pill instead of the three.",
                "It takes one pill instead of several.",
                [("number", "more-specific", ["three", "several"])],
            ),
            (
                "The town printed a long list of drowned cows.",
                "The town printed two lists of drowned cows.",
                [("number", "conflict", ["a long list", "two"])],
            ),
            ("Twenty cows drowned.", "20 cows drowned.", []),
            ("The road is 10 km long.", "The road is 6.2 miles long.", []),
            ("Five soldiers died in the raid.", "The raid took eight hours.", []),
            ("Five soldiers and two cows died.", "Two cows and five soldiers died.", []),
        ],
    )
    def test_verdicts(self, one: str, other: str, expected: list[tuple[str, str, list[str]]]) -> None:
        """Rounding, bounds and vague words are told apart from conflict; other things are not compared."""
        assert told(one, other) == expected

    def test_a_later_report_updates(self) -> None:
        """A count that a later report gives differently is an update, not a conflict."""
        differing = told(
            "Five people died in the raid.",
            "Eight people died in the raid.",
            published=("2020-01-01", "2020-01-02"),
        )
        assert differing == [("number", "update", ["Five", "Eight"])]

    def test_reasons_are_sentences(self) -> None:
        """The reason names both amounts."""
        differing = found("The talks lasted for 20 minutes.", "The talks lasted for 21 minutes.")
        assert [each.reason for each in differing] == ["20 and 21 minutes: rounding."]

    def test_three_articles_make_one_difference(self) -> None:
        """What several pairs say of one detail is one difference with every value."""
        differing = told(
            "The talks lasted for 20 minutes.", "The talks lasted for 21 minutes.", "The talks lasted for 20 minutes."
        )
        assert differing == [("number", "compatible", ["20 minutes", "21 minutes", "20 minutes"])]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (
                "Thieves took 51 books from the harbour store on Monday.",
                "On Monday thieves left that harbour store with 160 rare books.",
            ),
            ("The court fined 23 fishermen.", "The court fined 22 other fishermen."),
            (
                "Two cows drowned in the storm that passed over Oslo.",
                "The farmers of Oslo tell that the storm had drowned forty cows.",
            ),
            ("The storm killed at least 50 people.", "Hundreds of people were injured in the storm."),
            ("At least six people died in the storm.", "People died in the storm, including at least 10 children."),
            (
                "Rents for fishing boats in the harbour rose by 6 percent last year.",
                "The harbour expects that rents for fishing boats rise by 8 percent this year.",
            ),
            (
                "The storm took 40 roofs from the old houses in Oslo.",
                "From the old houses in Kabul the storm took 90 roofs.",
            ),
            ("They built a commanding lead.", "They built a four-goal lead."),
            ("A red flag was shown twice in the race.", "The race saw two red flags."),
            ("He crashed on lap 48 of the race.", "He crashed on lap 20 of the race."),
            ("The fine is between 8% and 15.5%.", "The fine is 15.5 percent on boats and 8 percent on nets."),
        ],
    )
    def test_a_part_is_not_the_whole(self, one: str, other: str) -> None:
        """Counts of a part and of the whole, of other victims, years or places, and amounts that no slip could explain,
        are of two things."""
        kinds = [kind for kind, _, _ in told(one, other, published=("2020-06-01", "2020-06-01"))]
        assert "number" not in kinds


class TestTimes:
    """Dates and times of one thing."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("The ferry sank on Monday.", "The ferry sank on Tuesday.", [("date", "conflict", ["Monday", "Tuesday"])]),
            ("The law starts in May.", "The law starts on May 20.", [("date", "more-specific", ["May", "May 20"])]),
            (
                "The boat will sail again in about six months.",
                "The boat will eventually sail again.",
                [("date", "compatible", ["six months", "eventually"])],
            ),
            (
                "He has kept cows since 2013.",
                "He bought his first cows a few years ago.",
                [("date", "compatible", ["2013", "a few years ago"])],
            ),
            ("They met at noon.", "They met at 12:00.", []),
            ("The boats sail every year.", "The boats sail now.", []),
            ("The ferry sank two years ago.", "Bergen lost that ferry a few years ago.", []),
            ("They met on Thursday.", "They met on Oct. 24, 2019.", []),
            ("The ferry sank two years ago.", "The ferry sank in 2016.", []),
            ("It sank in late 2012.", "It sank in May 2012.", [("date", "conflict", ["late 2012", "May 2012"])]),
            (
                "It sank at around 11 p.m. on Monday.",
                "It sank at around 11:30 p.m. on Monday.",
                [("date", "compatible", ["around 11 p.m. on Monday", "around 11:30 p.m. on Monday"])],
            ),
        ],
    )
    def test_verdicts(self, one: str, other: str, expected: list[tuple[str, str, list[str]]]) -> None:
        """The same day in other words is agreement."""
        assert told(one, other) == expected

    @pytest.mark.parametrize(
        ("one", "other", "days"),
        [
            ("The ferry sank on Saturday.", "The ferry sank on Saturday afternoon.", ("2020-03-05", "2020-03-16")),
            ("The law starts on May 4, 2020.", "The law starts on May 4.", ("2019-03-05", "2019-03-16")),
            ("The ferry sank on Monday.", "The ferry sank this week.", ("2020-03-05", "2020-03-06")),
            ("The ferry will sail on Wednesday.", "The ferry will sail tomorrow.", ("2020-03-03", "2020-03-04")),
            ("The ferry sank on Wednesday.", "The ferry sank on Friday.", ("2020-03-05", "2020-03-16")),
            ("The ferry sank on Wednesday.", "The ferry sank in 2020.", ("2020-03-05", "2020-03-05")),
            ("The ferry won at the 2017 Boat Awards.", "The ferry won on Sunday.", ("2017-12-27", "2017-12-27")),
            ("The ferry sank on Black Monday.", "The ferry sank on Tuesday.", ("2018-01-02", "2018-01-02")),
            (
                "Ada Falk wrote of it at length. — Falk (@adafalk) May 27, 2016",
                "It was told by Ada Falk. — Rita Holm (@holm) May 28, 2016",
                ("2016-05-30", "2016-05-30"),
            ),
        ],
    )
    def test_the_day_of_writing_makes_no_difference(self, one: str, other: str, days: tuple[str, str]) -> None:
        """What differs only by when the articles are dated, and days and years that are names, are no differences."""
        assert told(one, other, published=days) == []


class TestNames:
    """Spellings, and other names in one role."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (
                "Prime Minister Lee Nak-yeon spoke.",
                "Lee Nak-yon, the premier, spoke.",
                [("name", "compatible", ["Lee Nak-yeon", "Lee Nak-yon"])],
            ),
            (
                "Mayor Ada Falk opened the bridge.",
                "Mayor Rita Holm opened the bridge.",
                [("name", "conflict", ["Ada Falk", "Rita Holm"])],
            ),
            ("Mayor Ada Falk opened the bridge.", "Falk opened the bridge.", []),
            ("The ferry sank near Oslo.", "The ferry sank near Bergen.", [("place", "conflict", ["Oslo", "Bergen"])]),
            ("Seoul signed the pact.", "South Korea signed the pact.", []),
            (
                "More about: Ada Falk, Rita Holm, Bergen",
                "More about: Ada Falk, Ole Dahl, Bergen",
                [],
            ),
            (
                "The ferry sank near Detroit.",
                "The ferry sank near Michigan.",
                [("place", "more-specific", ["Detroit", "Michigan"])],
            ),
            (
                "The paper quotes Ada Falk, a fellow at the University of Oslo.",
                "The paper quotes Ada Falk of Bergen University.",
                [("name", "conflict", ["University of Oslo", "Bergen University"])],
            ),
            (
                "The talks were led by Governor Ada Falk.",
                "The talks were led by Senator Ada Falk.",
                [("name", "compatible", ["Governor Ada Falk", "Senator Ada Falk"])],
            ),
            ("The talks were led by Sen. Ada Falk.", "The talks were led by Senator Ada Falk.", []),
            (
                "The men were held by the Oslo Boat Crime Unit.",
                "The men were held by the Oslo Boat Crimes Unit.",
                [("name", "compatible", ["Oslo Boat Crime Unit", "Oslo Boat Crimes Unit"])],
            ),
            ("The U.N. Boat Agency met.", "The Boat Agency met.", []),
            ("The Boat Agency Flight 175 was late.", "The flight of the Boat Agency was late.", []),
            (
                "Falk, of the University of California, San Diego, spoke.",
                "Falk, of the University of California-Berkeley, spoke.",
                [],
            ),
            ("The paper is the Süddeutsche Zeitung.", "The paper is the Sueddeutsche Zeitung.", []),
            ("They met at the Space Centre Oslo.", "They met at the Space Center Oslo.", []),
            ("The fund is Fjord Capital.", "The fund is Fjord.", []),
            ("They flew Oslo United Airlines home.", "They flew Oslo United home.", []),
            ("Falk told Reuters of the ferry.", "Falk told the Oslo Times of the ferry.", []),
            (
                "The ferry was praised by Norway, Japan and Chile.",
                "The ferry was praised by Norway, Peru and Chile.",
                [("place", "conflict", ["Japan", "Peru"])],
            ),
            ("Norway, Japan and Chile condemned it.", "It failed, said Norway, Russia and Chile.", []),
            ("The letter went to Ada at the school of Ada Falk.", "The letter went to Falk at the school.", []),
            ("The group pledged itself to ISIS.", "The group pledged itself to Islamic State.", []),
            (
                "Two pilots died in a storm that President Ada Falk had been told of.",
                "A storm killed the cousin of Minister Rita Holm and other pilots.",
                [],
            ),
            (
                "The list names these drowned drivers: Ada Falk and Ole Dahl.",
                "A driver drowned in the fjord. Rita Holm had come from Oslo.",
                [("name", "compatible", ["Ada Falk", "Ole Dahl", "Rita Holm"])],
            ),
            (
                "The drowned driver was named as Ada Falk.",
                "The driver of the lorry, Rita Holm, had drowned.",
                [("name", "compatible", ["Ada Falk", "Rita Holm"])],
            ),
        ],
    )
    def test_verdicts(self, one: str, other: str, expected: list[tuple[str, str, list[str]]]) -> None:
        """A name that the other article has too, in some form, is no difference."""
        assert told(one, other) == expected


class TestWhereabouts:
    """Places that are told by what kind of place they are."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (
                "The boats were stolen from a warehouse in Feltham.",
                "The boats were stolen from a warehouse near Heathrow.",
                [("place", "compatible", ["a warehouse in Feltham", "a warehouse near Heathrow"])],
            ),
            (
                "The cow was found in a Waukesha park.",
                "The cow was found in some woods.",
                [("place", "compatible", ["a Waukesha park", "some woods"])],
            ),
            (
                "They met in the northern city on Monday.",
                "They met in Chengdu on Monday.",
                [("place", "more-specific", ["the northern city", "Chengdu"])],
            ),
            ("The cow was found in a Waukesha park.", "The cow was found in the park.", []),
            ("The boats were stolen from a warehouse in Feltham.", "A warehouse in Feltham was robbed of boats.", []),
            ("The bomb tore down the hotel.", "The bomb tore down walls in the northern city of Chengdu.", []),
            (
                "It fell in the city of Mazar-i-Sharif.",
                "It fell in the northern city of Mazar-e-Sharif.",
                [("name", "compatible", ["Mazar-i-Sharif", "Mazar-e-Sharif"])],
            ),
            ("It flew to the capital San José.", "It flew to Costa Rica's capital.", []),
        ],
    )
    def test_places(self, one: str, other: str, expected: list[tuple[str, str, list[str]]]) -> None:
        """Two descriptions are reported where they cannot be one phrase; a name beside its kind is more exact."""
        assert told(one, other) == expected


class TestAttribution:
    """Who says it."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (
                "Captain Ada Falk said the ferry was late.",
                "The ferry was late, police said.",
                [("attribution", "more-specific", ["Captain Ada Falk", "police"])],
            ),
            ("Captain Ada Falk said the ferry was late.", "The ferry was late, Falk told us.", []),
            ("Police said the ferry was late.", "The ferry was late, according to police.", []),
            ("Tokyo says the ferry was late.", "The ferry was late, Japan said.", []),
            ("Spokeswoman Ada Falk said the ferry was late.", "A spokeswoman said the ferry was late.", []),
            ("Senator Ada Falk said the ferry was late.", "The ferry was late, the senator told us.", []),
            ("Ada Falk said the ferry was late.", "The ferry was late, the police chief in Oslo said.", []),
            ("Ada Falk said the ferry was late.", "The ferry was late, the statement said.", []),
            ("In an email, Ada Falk wrote that the ferry was late.", "The ferry was late, according to an email.", []),
            ("An aide to Ada Falk said the ferry was late.", "The ferry was late, the office of Falk said.", []),
            ("Blue Strait Lines said the ferry was late.", "The ferry was late, the company said.", []),
            (
                "Both ministers said the ferry was late.",
                "The ferry was late, Minister Rita Holm said.",
                [("attribution", "framing", ["Both ministers", "Minister Rita Holm"])],
            ),
            (
                "Ada Falk and Rita Holm agreed the ferry was late.",
                "The ferry was late, Rita Holm stressed.",
                [("attribution", "framing", ["Ada Falk and Rita Holm", "Rita Holm"])],
            ),
            ("2 other sailors said the ferry was late.", "The ferry was late, two other sailors said.", []),
            ("Ada said the ferry was late. So Ada Falk left.", "The ferry was late, Falk said.", []),
            ("Cologne police said the ferry was late.", "The ferry was late, police said.", []),
            ("Blue Strait Lines said it was late.", "It was late, the Blue Strait Lines captain Ada Falk said.", []),
            ("“The ferry was so very late,” Ada Falk said.", "“It came late, that ferry,” Rita Holm said.", []),
            (
                "Police said the ferry was late.",
                "The ferry was allegedly late.",
                [("modality", "framing", ["ferry was late", "allegedly late"])],
            ),
            (
                "Prime Minister Rita Holm of Norway said it. Norwegian Prime Minister Rita Holm said it was late.",
                "Oslo said it was late.",
                [],
            ),
        ],
    )
    def test_sources(self, one: str, other: str, expected: list[tuple[str, str, list[str]]]) -> None:
        """Two sources are reported where they cannot be the same."""
        assert told(one, other) == expected

    def test_reasons_are_sentences(self) -> None:
        """Only a name keeps its capital inside the sentence."""
        differing = found("The letter said the ferry was late.", "The ferry was late, Ada Falk said.")
        assert [each.reason for each in differing if each.kind == "attribution"] == [
            "One has it from the letter, the other from Ada Falk."
        ]
        differing = found("Vice foreign minister said the ferry was late.", "The ferry was late, police said.")
        assert [each.reason for each in differing if each.kind == "attribution"] == [
            "One has it from the vice foreign minister, the other from police."
        ]


class TestQuotations:
    """The same words as each outlet printed them."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (
                "“We shall never let the old boat sink again,” he said.",
                "“We shall never let the big ship sink again,” he said.",
                [
                    (
                        "quotation",
                        "conflict",
                        [
                            "We shall never let the old boat sink again,",
                            "We shall never let the big ship sink again,",
                        ],
                    )
                ],
            ),
            (
                "“We shall never let the boat sink again, ladies and gentlemen,” he said.",
                "“We shall never let the boat sink again,” he said.",
                [
                    (
                        "quotation",
                        "compatible",
                        [
                            "We shall never let the boat sink again, ladies and gentlemen,",
                            "We shall never let the boat sink again,",
                        ],
                    )
                ],
            ),
            ("“We shall never let it sink,” he said.", "“We shall never let it sink,” he said.", []),
            (
                "“We shall never let it sink,” he said.",
                "“We shall never let [the boat] sink,” he said.",
                [("quotation", "conflict", ["We shall never let it sink,", "We shall never let [the boat] sink,"])],
            ),
            (
                "“We shall never let our boat sink,” he said.",
                "“We shall never let our [beloved] boat sink,” he said.",
                [],
            ),
            ("“We shall never let it sink,” he said.", "“Nobody was told of the storm,” he said.", []),
            ("“We shall email @adafalk about it,” he said.", "“We shall e-mail Ada Falk about it,” he said.", []),
            (
                "“We shall never let it sink,” he said.",
                "“We shall never let it burn,” he said.",
                [("quotation", "conflict", ["We shall never let it sink,", "We shall never let it burn,"])],
            ),
        ],
    )
    def test_collation(self, one: str, other: str, expected: list[tuple[str, str, list[str]]]) -> None:
        """Altered words conflict, a shorter quotation does not, and other quotations are not compared."""
        assert told(one, other) == expected


class TestCertainty:
    """How surely it is told, and whether it is affirmed."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (
                "The harbour reportedly closed after the storm.",
                "The harbour closed after the storm.",
                ("modality", "framing"),
            ),
            ("The storm may have closed the road.", "The storm closed the road to Oslo.", ("modality", "framing")),
            ("The mayor did not close the harbour.", "The mayor closed the harbour.", ("polarity", "conflict")),
            ("The court approved the plan.", "The court rejected the plan.", ("polarity", "conflict")),
            ("The mayor did not close the harbour.", "The mayor never closed the harbour.", None),
            ("The mayor closed not only the harbour.", "The mayor closed the harbour only.", None),
            ("The harbour will appear to close.", "The harbour appeared in a film.", None),
            ("The storm may have closed the road.", "Police asked if the storm closed the road.", None),
            ("The mayor is expected to close the harbour.", "The mayor, expected to close the harbour, left.", None),
            ("The old harbour of Oslo was closed.", "The new harbour of Oslo was closed.", ("polarity", "conflict")),
            ("The new ferry will sail in May.", "The new ferry launched on May 20.", ("modality", "framing")),
            ("The ferry stopped on Monday due to a storm.", "A storm stopped the ferry on Monday.", None),
            ("The mayor would not close the harbour.", "The mayor is ready to close the harbour.", None),
            ("The harbour will be closed until Monday.", "The harbour is closed until Monday.", None),
            ("A new ferry will sail in May.", "In May the mayor confirmed the new ferry.", None),
            ("It was the first wreck since 1959 on the river.", "There was no wreck since 1959 on the river.", None),
        ],
    )
    def test_kinds(self, one: str, other: str, expected: tuple[str, str] | None) -> None:
        """A hedge and a negation count where the other article has none."""
        kinds = [(kind, verdict) for kind, verdict, _ in told(one, other) if kind in ("modality", "polarity")]
        assert kinds == ([expected] if expected else [])


class TestWording:
    """The telling choice of words."""

    def test_is_framing_and_leaves_an_agreement(self) -> None:
        """What a thing is said to be like is shown and makes no difference."""
        differing = found("They want to mend their frayed ties.", "They want to mend their crippled ties.")
        assert [(each.kind, each.verdict, [value.text for value in each.values]) for each in differing] == [
            ("wording", "framing", ["frayed", "crippled"])
        ]
        assert relation(differing) == "agreement"

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("Their ties, which have been badly strained, must mend.", "It may mend their frayed ties.", "ties"),
            ("This is an incredibly complex situation.", "They face a difficult situation.", "situation"),
            ("Police found them in a desolate area.", "Police found them in a swampy area.", "area"),
            ("The ties are frayed.", "Their frayed ties must mend.", None),
            ("Their frayed ties must mend.", "Their economic ties must mend.", None),
            ("Ten frayed ropes broke.", "Twelve ropes were found.", None),
        ],
    )
    def test_a_thing_is_described_in_two_ways(self, one: str, other: str, expected: str | None) -> None:
        """What is said, before it or after it, to be like something else is told of the thing that it is said of."""
        reasons = [each.reason for each in found(one, other) if (each.kind, each.verdict) == ("wording", "framing")]
        assert len(reasons) == (expected is not None)
        assert all(reason.startswith(f"Told of the {expected}: ") for reason in reasons)

    def test_other_words_are_compatible(self) -> None:
        """A mere choice of words is no framing, and is left out unless it is asked for."""
        differing = found("The two firms agreed on the price.", "The two companies agreed on the price.")
        assert [(each.kind, each.verdict, each.merely_worded) for each in differing] == [
            ("wording", "compatible", True)
        ]

    def test_words_beside_nothing_that_is_shared_are_no_choice(self) -> None:
        """Stretches that neither stand beside the same word nor mean nearly the same are not set side by side."""
        assert found("A storm frayed ropes near Oslo.", "Oslo is where coins are minted.") == ()


class TestContent:
    """What hangs on the same word and is something else."""

    def test_purposes(self) -> None:
        """Two purposes of one commission are told beside each other, and leave an agreement."""
        differing = found(
            "The firm was commissioned to find an ugly colour.", "The firm was commissioned to design new packaging."
        )
        assert [(each.kind, each.verdict, [value.text for value in each.values]) for each in differing] == [
            ("content", "framing", ["to find an ugly colour", "to design new packaging"])
        ]
        assert relation(differing) == "agreement"


class TestRelation:
    """Whether an alignment is shown as agreement or as difference."""

    def test_rounding_and_spelling_are_agreement(self) -> None:
        """What leaves both texts right leaves the alignment an agreement."""
        assert relation(found("The talks lasted for 20 minutes.", "The talks lasted for 21 minutes.")) == "agreement"
        assert relation(()) == "agreement"

    def test_conflicts_and_sources_are_difference(self) -> None:
        """What cannot both be right, and who says it, make a difference."""
        assert relation(found("The ferry sank on Monday.", "The ferry sank on Tuesday.")) == "difference"
        assert relation(found("Ada Falk said it was late.", "Police said it was late.")) == "difference"


def test_one_difference_is_told_once() -> None:
    """What two alignments would both tell stands in the one that holds more of it."""
    members = [Span("a", 0, 30, ""), Span("b", 0, 30, "")]
    beside = [Span("a", 0, 30, ""), Span("b", 40, 60, "")]
    found = Difference("number", "conflict", "", (Value("a", 10, 12, ""), Value("b", 10, 12, "")))
    assert once([(beside, [found]), (members, [found])]) == [(), (found,)]
    assert once([(members, [found]), (members, [found])]) == [(found,), ()]


def test_one_article_alone_has_no_differences() -> None:
    """Members of one article are not compared with each other."""
    article = Article("a", "a.txt", "Five died. Eight died.", "a")
    assert differences([Span("a", 0, 10, "Five died."), Span("a", 11, 22, "Eight died.")], {"a": article}) == ()


class TestWorthSaying:
    """How much two passages must have in common before a difference is said, by how sure the alignment is."""

    FAR = ("The talks of the ministers lasted for 20 minutes.", "A train to Bergen leaves the talks after 25 minutes.")

    def kinds(
        self, one: str, other: str, confidence: float, published: tuple[str | None, str | None] = (None, None)
    ) -> list[str]:
        """The kinds of difference beyond wording in an alignment of that confidence."""
        told = zip("ab", (one, other), published, strict=True)
        articles = {id: Article(id, id, text, id, published=day) for id, text, day in told}
        members = [Span(id, 0, len(each.text), each.text) for id, each in articles.items()]
        return [each.kind for each in differences(members, articles, confidence) if each.kind != "wording"]

    @pytest.mark.parametrize("confidence", [0.4, 0.65, 0.95])
    def test_little_in_common_is_no_ground(self, confidence: float) -> None:
        """Numbers of passages that share a word are not compared, but where a reader has aligned them."""
        assert self.kinds(*self.FAR, confidence) == []
        assert self.kinds(*self.FAR, 1.0) == ["number"]

    def test_sources_want_a_likely_alignment(self) -> None:
        """Two strangers always name different sources."""
        told = (
            "Captain Ada Falk said the old ferry was late in Oslo.",
            "Police in Bergen told us the old ferry was late.",
        )
        assert [self.kinds(*told, confidence) for confidence in (0.6, 0.7)] == [[], ["attribution"]]

    def test_weeks_apart_it_may_be_another_happening(self) -> None:
        """Of articles that are weeks apart a surer alignment is asked."""
        texts = "Officials in Oslo fear 12 sailors drowned.", "In Oslo 15 sailors drowned, officials told us there."
        days = ("2020-03-05", "2020-03-06"), ("2020-03-05", "2020-03-26")
        assert [self.kinds(*texts, 0.65, published=each) for each in days] == [["number"], []]

    def test_a_copied_sentence_is_ground_enough(self) -> None:
        """Where one was written after the other, whatever was changed is said."""
        copied = "The ferry sank on Monday off the coast.", "The ferry sank on Tuesday off the coast."
        assert self.kinds(*copied, 0.4) == ["date"]


def test_two_forms_of_a_name_are_told_once() -> None:
    """Two spellings meet wherever the articles repeat the name, and are told where most of them stands."""
    members = [Span("a", 0, 30, ""), Span("b", 0, 30, "")]
    values = [(Value("a", at, at + 3, "Lee"), Value("b", at, at + 3, "Li")) for at in (10, 40)]
    found = [Difference("name", "compatible", "", each) for each in values]
    assert once([(members, [found[1]]), (members, [found[0]])]) == [(), (found[0],)]
