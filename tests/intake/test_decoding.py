"""Bytes of any encoding become the text that was meant."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import IntakeError
from reader.intake.decoding import decode, mend

_FRENCH = "Le président a déclaré « à l’été » que l’accord était signé à Genève.\nLes ministres se réuniront à nouveau."
_RUSSIAN = "Президент заявил, что переговоры продолжатся.\nМинистры встретятся снова в четверг, сообщает агентство."
_JAPANESE = "日本と韓国の首相は木曜日に東京で会談した。\n両国は関係改善の必要性で一致した。"


class TestEncodings:
    @pytest.mark.parametrize(
        "data",
        [
            _FRENCH.encode(),
            codecs.BOM_UTF8 + _FRENCH.encode(),
            codecs.BOM_UTF16_LE + _FRENCH.encode("utf-16-le"),
            codecs.BOM_UTF16_BE + _FRENCH.encode("utf-16-be"),
            codecs.BOM_UTF32_LE + _FRENCH.encode("utf-32-le"),
            _FRENCH.encode("utf-16-le"),
            _FRENCH.encode("utf-16-be"),
            _FRENCH.encode("cp1252"),
        ],
        ids=[
            "utf-8",
            "utf-8 mark",
            "utf-16-le mark",
            "utf-16-be mark",
            "utf-32 mark",
            "utf-16-le",
            "utf-16-be",
            "cp1252",
        ],
    )
    def test_french(self, data: bytes) -> None:
        """With a mark or without, the same text comes out."""
        assert decode(data, "a.txt") == _FRENCH

    @pytest.mark.parametrize(
        ("text", "encoding"),
        [
            *((_RUSSIAN, encoding) for encoding in ("cp1251", "koi8-r", "utf-16-le")),
            *((_JAPANESE, encoding) for encoding in ("shift_jis", "euc_jp", "utf-16-le")),
        ],
    )
    def test_other_scripts(self, text: str, encoding: str) -> None:
        """Legacy encodings of other scripts are told by the text itself."""
        assert decode(text.encode(encoding), "a.txt") == text

    def test_a_declared_encoding_is_believed_where_it_fits(self) -> None:
        """A transport's charset decides between encodings that any bytes fit."""
        assert decode("Łódź".encode("iso8859-2"), "a.txt", "iso-8859-2") == "Łódź"

    @pytest.mark.parametrize("declared", ["ascii", "utf-16", "no-such-charset", "hex", "idna"])
    def test_a_lying_encoding_is_not_believed(self, declared: str) -> None:
        """UTF-8 is UTF-8 whatever is claimed."""
        assert decode(_FRENCH.encode(), "a.txt", declared) == _FRENCH

    def test_a_download_that_stopped_inside_a_character(self) -> None:
        """The half character goes, the text stays UTF-8."""
        assert decode(_JAPANESE.encode()[:-1], "a.txt") == _JAPANESE[:-1]


class TestMending:
    @pytest.mark.parametrize(
        ("broken", "meant"),
        [
            ("The ministerâ€™s visit", "The minister’s visit"),
            ("café after cafÃ©", "café after café"),
            ("Johnson &amp; Johnson said &quot;no&quot;", 'Johnson & Johnson said "no"'),
            ("“curly” ‘quotes’ stay", "“curly” ‘quotes’ stay"),
            ("Finanzminister für Öl", "Finanzminister für Öl"),
            ("ﬁnancial ﬂow, ｆｕｌｌ width", "ﬁnancial ﬂow, ｆｕｌｌ width"),
        ],
    )
    def test_mending(self, broken: str, meant: str) -> None:
        """Text decoded wrongly before it was saved is repaired; what only looks unusual is left alone."""
        assert mend(broken) == meant

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0c", "\x85"])
    def test_line_ends(self, end: str) -> None:
        """Every line ends in one newline, the last in none."""
        assert decode(f"one{end}two{end}".encode(), "a.txt") == "one\ntwo"


class TestRefusal:
    @pytest.mark.parametrize(
        ("data", "word"),
        [
            (b"\x89PNG\r\n\x1a\n" + bytes(40), "PNG image"),
            (b"%PDF-1.7 and more", "PDF document"),
            (bytes(range(32)) * 20, "binary file"),
            (bytes(400), "binary file"),
        ],
    )
    def test_binary(self, data: bytes, word: str) -> None:
        """What is no text is refused in one sentence that names the file."""
        with pytest.raises(IntakeError, match=rf"^'a\.bin' is an? .*{word}"):
            decode(data, "a.bin")

    def test_a_stray_nul_is_text(self) -> None:
        """A few control bytes do not make a text binary; they are taken out later."""
        assert decode(b"one\x00two " * 3 + b"plain words " * 20, "a.txt").startswith("one\x00two")

    @given(st.binary(max_size=300))
    def test_anything(self, data: bytes) -> None:
        """Any bytes give text or a sentence, never another error."""
        with suppress(IntakeError):
            text = decode(data, "a.bin")
            assert "\r" not in text
            assert not text.endswith("\n")
