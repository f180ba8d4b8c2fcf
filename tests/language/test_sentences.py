"""Sentences and paragraphs."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.sentences import paragraphs, sentences
from reader.language.words import words


class TestParagraphs:
    """A line is a paragraph, unless it is the rest of a wrapped one."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", []),
            (" \n\n ", []),
            ("One.\nTwo.", ["One.", "Two."]),
            ("One.\n\n  Two.  \n", ["One.", "Two."]),
            ("a letter that\nis wrapped. \nNext.", ["a letter that\nis wrapped.", "Next."]),
            ("A headline\n\nlower case after a blank line.", ["A headline", "lower case after a blank line."]),
        ],
    )
    def test_where_they_part(self, text: str, expected: list[str]) -> None:
        """Lines are joined only where the first is unfinished and the second goes on in lower case."""
        assert [text[start:end] for start, end in paragraphs(text)] == expected


class TestSentences:
    """Sentences keep to their paragraphs and know abbreviations."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("It sank, said Lt. Cmdr. Ada Falk. It is late.", ["It sank, said Lt. Cmdr. Ada Falk.", "It is late."]),
            ("Mr. Lee met Sgt. Rasch. They spoke.", ["Mr. Lee met Sgt. Rasch.", "They spoke."]),
            ("A headline without a stop\nThe lede follows.", ["A headline without a stop", "The lede follows."]),
            ("It rose 2.3 percent to $1.5 billion. It fell.", ["It rose 2.3 percent to $1.5 billion.", "It fell."]),
        ],
    )
    def test_english(self, text: str, expected: list[str]) -> None:
        """English sentences."""
        assert [text[start:end] for start, end in sentences(text, "en")] == expected

    @pytest.mark.parametrize(
        ("language", "expected"),
        [
            ("de", ["Die Fähre lief am 3. Mai um 6.40 Uhr auf Grund.", "Es war z. B. Dr. Osei an Bord."]),
            ("de", ["Sie kostete 2,5 Mio. Euro.", "Der Kapitän bzw. Eigner, Abs. A. Berg, schwieg.", "Es war neblig."]),
            ("de", ["Er sagte: „Wir warten.“", "Dann ging er."]),
            (
                "fr",
                ["L'art. 5 s'applique, selon M. Dupont.", "Elle a dit : « Nous attendons. »", "Puis elle partit."],
            ),
            ("es", ["La Sra. Díaz llegó a las 6.40 h.", "¿Cuándo salió el barco?", "No se sabe.", "¡Qué día!"]),
            ("it", ["Il dott. Rossi è arrivato.", "Era lunedì."]),
            ("pt", ["A Dra. Costa saiu às 6.40.", "O Sr. Silva ficou."]),
            ("nl", ["Hij sprak o.a. met dhr. Bakker.", "Daarna vertrok hij."]),
            ("sv", ["Färjan gick på grund kl. 6.40.", "T.ex. kaptenen, dvs. A. Berg, teg."]),
            ("pl", ["Prom stanął o godz. 6.40.", "Prof. Kowalski, m.in. autor raportu, milczał."]),
            ("cs", ["Trajekt najel na mělčinu 3. května v 6.40 hod. ráno.", "Kapitán mlčel."]),
            ("ru", ["Ущерб составил 5 млн. руб. за день, сказал И. И. Иванов.", "Никто не пострадал."]),
            ("el", ["Το πλοίο προσάραξε.", "Πότε έφυγε;", "Κανείς δεν ξέρει."]),
            ("tr", ["Feribot 3. kez karaya oturdu.", "Dr. Kaya konuştu."]),
            ("ar", ["جنحت العبارة يوم الاثنين.", "هل أصيب أحد؟", "لا، قال القبطان."]),
            ("ur", ["کشتی پیر کو پھنس گئی۔", "کوئی زخمی نہیں ہوا۔"]),
            ("hi", ["नौका सोमवार को फँस गई।", "किसी को चोट नहीं आई।"]),
            ("hy", ["Նավը կանգնեց։", "Ոչ ոք չվիրավորվեց։"]),
            ("ko", ["총리는 도쿄에서 회담했다.", "양국은 합의했다."]),
        ],
    )
    def test_other_languages(self, language: str, expected: list[str]) -> None:
        """Their abbreviations and days end no sentence, and their own signs do."""
        text = " ".join(expected)
        assert [text[start:end] for start, end in sentences(text, language)] == expected

    @pytest.mark.parametrize(
        ("language", "expected"),
        [
            ("zh", ["首相会见了总统。", "他们谈了二十分钟！", "然后呢？"]),
            ("ja", ["首相は大統領と会談した。", "会談は20分だった。"]),
        ],
    )
    def test_scripts_without_spaces(self, language: str, expected: list[str]) -> None:
        """Chinese and Japanese end a sentence with signs of their own."""
        text = "".join(expected)
        assert [text[start:end] for start, end in sentences(text, language)] == expected

    @given(
        st.text(max_size=300) | st.text("aA1 .!?;“”»¿؟。।\n", max_size=80),
        st.sampled_from([None, "de", "el", "es", "fr", "hi", "zh"]),
    )
    def test_no_word_is_lost(self, text: str, language: str | None) -> None:
        """Sentences are ascending, do not overlap, and hold every word of any text whatever, in any language."""
        found = sentences(text, language)
        assert all(start < end for start, end in found)
        assert all(one[1] <= two[0] for one, two in itertools.pairwise(found))
        covered = {place for start, end in found for place in range(start, end)}
        assert all(text[place].isspace() for place in range(len(text)) if place not in covered)


class TestWords:
    """What passages are compared by."""

    @pytest.mark.parametrize(
        ("text", "stems"),
        [
            ("21-minute", ["21", "minut"]),
            ("Japan's", ["japan"]),
            ("can’t", ["not"]),
            ("agreed agrees agreeing", ["agre"] * 3),
            ("1,574 pairs", ["1574", "pair"]),
            ("Café", ["cafe"]),
        ],
    )
    def test_stems(self, text: str, stems: list[str]) -> None:
        """Forms of a word share a stem."""
        assert [word.stem for word in words(text)] == stems

    @given(st.text(max_size=200))
    def test_offsets(self, text: str) -> None:
        """Words are ascending and do not overlap, in any text."""
        found = words(text)
        assert all(one.end <= two.start for one, two in itertools.pairwise(found))
        assert all(text[word.start : word.end].strip() for word in found)
